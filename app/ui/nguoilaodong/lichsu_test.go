package nguoilaodong

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/form"
	"ankhai/forms/lichsu"
)

// MoveIn answers as one payroll and one list of changes that contradict each other.
func (f *fake) MoveIn(_ context.Context, in office.MoveInInput) (office.MoveInResult, error) {
	f.moved = append(f.moved, in)
	res := office.MoveInResult{Kept: !in.DryRun}
	for _, x := range in.Files {
		res.Files = append(res.Files, office.MovedFile{Name: x.Name, State: office.MovedNew, Kind: "L4", Lines: 2, Months: []string{"2024-03"}})
	}
	res.People = []office.MovedPerson{
		{HoTen: "Nguyễn Văn An", So: "7900000001", New: true, Months: []office.MovedMonth{
			{Month: "2024-01", To: "đang tham gia, 6.000.000 đồng", Source: "lịch sử chuyển vào: d02.csv!d02!A2"}, {Month: "2024-03", To: "đang tham gia, chưa rõ mức lương", Source: "lịch sử chuyển vào: d02.csv!d02!A4, khac.csv!khac!A2"}}},
		{ID: "NLD000002", HoTen: "Trần Thị Bé", So: "7900000002", Months: []office.MovedMonth{{Month: "2024-05", From: "đang tham gia, 5.000.000 đồng", To: "nghỉ thai sản, 5.000.000 đồng", Source: "lịch sử chuyển vào: goi.xml!D02-TS/NoiDung/LaoDong[2]"}}},
	}
	if len(in.Keep) == 0 {
		res.Findings = []lichsu.VanDe{{Ma: lichsu.KhacSo, Muc: form.Loi, HoTen: "Nguyễn Văn An", Thang: 202403, Say: "Phương án DC tháng 03/2024 ghi mức lương khác nhau: 6.500.000 đồng; 6.700.000 đồng", Cho: []string{"d02.csv!d02!A4", "khac.csv!khac!A2"}},
			{Ma: lichsu.ThieuTep, Muc: form.Nhac, Say: "Không có tệp nào của tháng 02/2024", Cho: []string{}}}
	}
	return res, f.err
}

func (f *fake) MovedIn(context.Context, string) ([]office.MovedFile, error) { return f.movedIn, f.err }

func (f *fake) UndoMoveIn(context.Context, string, bool) (office.MoveInResult, error) {
	f.undone++
	return office.MoveInResult{}, f.err
}

// Files of another program are looked at first; a contradiction is decided, more files
// come, then all is written, and can be taken back.
func TestHistoryIsLookedAtDecidedAndWritten(t *testing.T) {
	f := &fake{people: uitest.People(20)}
	_, h, w := open(t, f)
	h.Files = []office.File{{Name: "d02.csv"}, {Name: "khac.csv"}}
	uitest.Press(t, w.Content(), "Nhập lịch sử")
	uitest.Find[*xwidget.Grid](h.Dialogs[0])[0].Jump(0, 3)
	body := uitest.Window(t, 880, 560, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "nhap-lich-su", body.Canvas())
	list := uitest.Find[*xwidget.Grid](h.Dialogs[0])[0]
	if got := list.Model().Text(0, 0) + " " + list.Model().Text(0, 2); got != "Lỗi 03/2024" {
		t.Errorf("what is to be decided does not stand first: %s", got)
	}
	if list.OnOpen(1); len(h.Dialogs) != 1 {
		t.Error("a month that changes asks for a decision")
	}
	list.OnOpen(0)
	choose := uitest.Find[*xwidget.Grid](h.Dialogs[1])[0]
	choose.Jump(1, 0)
	choose.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	h.Files = []office.File{{Name: "goi.xml"}}
	uitest.Press(t, h.Dialogs[2], "Thêm tệp…")
	uitest.Press(t, h.Dialogs[3], "Ghi vào lịch sử")
	last := f.moved[len(f.moved)-1]
	if last.DryRun || len(last.Files) != 3 || !slices.Equal(last.Keep, []string{"khac.csv!khac!A2"}) {
		t.Errorf("written as %+v", last)
	}
	for _, in := range f.moved[:len(f.moved)-1] {
		if !in.DryRun {
			t.Error("something was written before it was asked for")
		}
	}
	if !strings.HasPrefix(h.Titles[4], "Đã ghi lịch sử của 2 người") {
		t.Errorf("titles %q", h.Titles)
	}
	uitest.Press(t, h.Dialogs[4], "Hoàn tác")
	if f.undone != 1 || h.Last() != "Đã bỏ lần nhập lịch sử sau cùng." {
		t.Errorf("undone %d, said %q", f.undone, h.Last())
	}
}

// What was taken in before is listed, and the last of it can be taken back on any day.
func TestHistoryTakenInBeforeIsListedAndTakenBack(t *testing.T) {
	f := &fake{people: uitest.People(20), movedIn: []office.MovedFile{
		{Name: "d02-2024.csv", Kind: "L2", Lines: 412, Months: []string{"2024-01", "2024-02", "2024-03"}},
		{Name: "goi-2024-05.xml", Kind: "D02-TS-595.xml", Lines: 3, Months: []string{"2024-05"}, Signature: "hợp lệ, ký bởi CÔNG TY MẪU"}}}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Nhập lịch sử")
	if len(h.Dialogs) != 1 || len(f.moved) != 0 {
		t.Fatalf("%d dialogs, files read %d times", len(h.Dialogs), len(f.moved))
	}
	uitest.GoldenDialog(t, "lich-su-da-nhap", 820, 380, h.Dialogs[0])
	uitest.Press(t, h.Dialogs[0], "Bỏ lần nhập sau cùng…")
	if f.undone != 1 || len(h.Asked) != 1 || h.Closed != 1 {
		t.Errorf("taken back %d times, asked %v, closed %d", f.undone, h.Asked, h.Closed)
	}
	h.Files = []office.File{{Name: "moi.csv"}}
	uitest.Press(t, w.Content(), "Nhập lịch sử")
	uitest.Press(t, h.Dialogs[1], "Nhập tệp…")
	if len(f.moved) != 1 || !f.moved[0].DryRun {
		t.Errorf("the new file was not looked at: %+v", f.moved)
	}
}
