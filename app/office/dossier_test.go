package office

import (
	"strings"
	"testing"
)

// Cells that were changed together are taken back together, and a text that is
// not of its cell's kind is kept out with words.
func TestEditCellsIsOneStep(t *testing.T) {
	o := sampleDesk(t)
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	id := made[0].ID
	cell := func(row int, tag string) string {
		v, err := o.Dossier(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		c := v.Docs[0].Form.Table.Column(tag)
		return c.Show(c.Get(v.Docs[0].Rows[row]))
	}
	before := [2]string{cell(0, "GhiChu"), cell(1, "ChucDanh")}
	refused, err := o.EditCells(t.Context(), id, "D02-LT", "", []CellText{
		{0, "GhiChu", "Theo quyết định 12/QĐ"}, {1, "ChucDanh", "Tổ trưởng"}, {2, "TuThang", "tháng mười một"},
	})
	if err != nil || refused[0] != "" || refused[1] != "" || !strings.Contains(refused[2], "phải có dạng 11/2026") {
		t.Fatalf("refused %q, err %v", refused, err)
	}
	if cell(0, "GhiChu") != "Theo quyết định 12/QĐ" || cell(1, "ChucDanh") != "Tổ trưởng" {
		t.Error("the cells were not taken")
	}
	if _, err := o.Undo(t.Context(), id, "D02-LT"); err != nil {
		t.Fatal(err)
	}
	if after := [2]string{cell(0, "GhiChu"), cell(1, "ChucDanh")}; after != before {
		t.Errorf("after undo %q, before %q", after, before)
	}
}
