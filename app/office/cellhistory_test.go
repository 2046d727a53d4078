package office

import (
	"errors"
	"strings"
	"testing"

	"ankhai/storage"
)

// A cell tells what was typed into it; rows that were pasted tell that of their cells.
func TestCellHistoryInWords(t *testing.T) {
	o := sampleDesk(t)
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	id := made[0].ID
	told := func(row int, tag string) string {
		t.Helper()
		title, all, err := o.CellHistory(t.Context(), CellRef{Dossier: id, Form: "D02-LT", Row: row, Tag: tag})
		if err != nil || !strings.Contains(title, "của D02-LT") {
			t.Fatalf("%q, %v", title, err)
		}
		var out []string
		for _, c := range all {
			out = append(out, CellChangeSay(c))
		}
		return strings.Join(out, "\n")
	}
	if got := told(0, "MucLuong"); got != "" {
		t.Errorf("as drafted: %s", got)
	}
	n := len(docNamed(t, o, id, "D02-LT").Rows)
	refused, err := o.PasteCells(t.Context(), id, "D02-LT", "", n, []CellText{
		{0, "MucLuong", "9999000"}, {n, "HoTen", "Đặng Thị Dán"}, {n, "PhuongAn", "TM"}, {n + 1, "HoTen", "Bùi Văn Sau"}, {n + 1, "MucLuong", "abc"}})
	if err != nil || strings.Join(refused[:4], "") != "" || refused[4] == "" {
		t.Fatalf("refused %q, %v", refused, err)
	}
	if got := told(0, "MucLuong"); !strings.HasSuffix(got, "→ «9.999.000» · nhập tay") || !strings.HasPrefix(got, "09:30 22/11/2026") {
		t.Errorf("typed: %s", got)
	}
	if got := told(n, "PhuongAn"); !strings.HasSuffix(got, "(trống) → «TM – Tăng mới» · thêm cùng dòng") {
		t.Errorf("pasted: %s", got)
	}
	if got := originOf(t, o, id, "D02-LT", "", n, "HoTen"); got != "nhập tay lúc 09:30 22/11/2026" {
		t.Errorf("origin of what was pasted: %q", got)
	}
	if _, err := o.Undo(t.Context(), id, "D02-LT"); err != nil {
		t.Fatal(err)
	}
	if got := len(docNamed(t, o, id, "D02-LT").Rows); got != n {
		t.Errorf("one step back leaves %d rows, want %d", got, n)
	}
	if _, err := o.RedoEdit(t.Context(), id, "D02-LT"); err != nil {
		t.Fatal(err)
	}
	if got := len(docNamed(t, o, id, "D02-LT").Rows); got != n+2 {
		t.Errorf("again: %d rows, want %d", got, n+2)
	}
	if _, _, err := o.CellHistory(t.Context(), CellRef{Dossier: id, Form: "D02-LT", Row: 99, Tag: "HoTen"}); !errors.Is(err, storage.ErrNotFound) {
		t.Errorf("no such row: %v", err)
	}
}
