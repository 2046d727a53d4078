package nguoilaodong

import (
	"strings"
	"testing"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// Every report and every payroll to be filled is made for the month at hand and kept;
// the history of the person beside the list too.
func TestReportsToExcel(t *testing.T) {
	f := &fake{people: uitest.People(3)}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Xuất Excel…")
	if len(h.Dialogs) != 1 || h.Titles[0] != "Xuất Excel, tháng 11/2026" {
		t.Fatalf("dialogs %v", h.Titles)
	}
	saved := 0
	for _, b := range uitest.Find[*xwidget.Button](h.Dialogs[0]) {
		if b.Words == "Lưu" {
			b.Tapped(nil)
			saved++
		}
	}
	uitest.Press(t, h.Dialogs[0], "Đóng")
	uitest.Press(t, w.Content(), "Quá trình ra Excel")
	var kept []string
	for _, k := range h.Kept {
		kept = append(kept, k.Name)
	}
	want := "roster 11/2026|history 11/2026|months 11/2026|claims 11/2026|lacking 11/2026|L4 11/2026 false|L1 11/2026 false|L4 11/2026 true|history 11/2026 " + f.people[0].ID
	if got := strings.Join(kept, "|"); got != want || saved != len(office.Reports())+3 || h.Closed != 1 {
		t.Errorf("kept %s\nwant %s", got, want)
	}
}

// A report that cannot be made is told, and nothing is kept.
func TestReportThatFails(t *testing.T) {
	f := &fake{people: uitest.People(3)}
	p, h, _ := open(t, f)
	f.err = office.ErrNoReport
	p.pastToExcel("NLD000001")
	if len(h.Failed) != 1 || len(h.Kept) != 0 {
		t.Errorf("failed %v, kept %v", h.Failed, h.Kept)
	}
}

func TestPictureOfTheReports(t *testing.T) {
	p, h, _ := open(t, &fake{people: uitest.People(3)})
	p.Reports()
	v := uitest.Window(t, 700, 620, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "xuat-excel", v.Canvas())
}
