package office

import (
	"errors"
	"strings"
	"testing"

	"ankhai/forms/sheet"
)

// Every report can be printed: its title, its heads and its totals stand on the paper,
// and a wide table names the people on each of its parts.
func TestReportsOnPaper(t *testing.T) {
	o, who := changed(t)
	for _, r := range Reports() {
		f := report(t, o, ReportOrder{ID: r.ID, Month: SampleMonth, PDF: true})
		if !strings.HasSuffix(f.Name, ".pdf") {
			t.Error(f.Name)
		}
		got := words(t, f.Bytes)
		want := []string{"mã số thuế 0100109106", "Trang 1/"}
		switch r.ID {
		case "months":
			want = append(want, "LAO ĐỘNG THAM GIA BHXH THEO THÁNG", "Cộng 1 1 1 1", "NGƯỜI TĂNG, GIẢM THEO THÁNG")
		case "roster":
			want = append(want, "(phần 4/4)", "DANH SÁCH NGƯỜI LAO ĐỘNG CUỐI THÁNG 11/2026: ĐÃ NGHỈ")
			if n := strings.Count(got, who[1].HoTen); n < 4 {
				t.Errorf("%s stands on %d parts of four", who[1].HoTen, n)
			}
		}
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: no %q", r.ID, w)
			}
		}
	}
}

// A report that nobody would read on paper is refused in words.
func TestReportTooLongForPaper(t *testing.T) {
	r := &reporter{o: openDesk(t, t.TempDir())}
	long := sheet.ReportTab{Title: "dài", Cols: []sheet.ReportCol{{Head: "a"}}, Rows: make([][]any, linesOnPaper+1)}
	if _, err := r.reportPDF([]sheet.ReportTab{long}); !errors.Is(err, ErrReportTooLong) || !strings.Contains(Say(err), "Excel") {
		t.Error(err)
	}
}

// Columns are shared out so that each part can be read, and none is lost.
func TestColumnsOnPaper(t *testing.T) {
	tab := sheet.ReportTab{Pin: 2, Cols: make([]sheet.ReportCol, 40)}
	tab.Cols[20].Wide = 400 // wider than the paper: a part of its own
	seen := map[int]int{}
	for _, part := range columnParts(&tab) {
		if len(part) < 3 || part[0] != 0 || part[1] != 1 {
			t.Errorf("a part is %v", part)
		}
		for _, c := range part[2:] {
			seen[c]++
		}
	}
	for c := 2; c < 40; c++ {
		if seen[c] != 1 {
			t.Errorf("column %d stands %d times", c, seen[c])
		}
	}
}
