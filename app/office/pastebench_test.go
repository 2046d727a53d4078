package office

import (
	"fmt"
	"testing"
)

// BenchmarkPaste10000Rows pastes 10,000 rows of eight cells below a draft of one row:
// every cell read, codes and words looked up, all of it written in one step that can be
// undone; and then reads the form as the window does.
func BenchmarkPaste10000Rows(b *testing.B) {
	const rows = 10_000
	o := staffed(b, b.TempDir(), 1)
	defer o.Close()
	ids := []string{}
	people, err := o.People(b.Context(), SampleMonth)
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range people[:1] {
		ids = append(ids, p.ID)
	}
	var cells []CellText
	for r := 1; r <= rows; r++ {
		for tag, text := range map[string]string{"HoTen": "Nguyễn Thị Ẩn", "MaSoBHXH": fmt.Sprintf("79%08d", r), "SoCCCD": fmt.Sprintf("079080%06d", r),
			"PhuongAn": "tang moi", "MucLuong": "5.310.000", "TuThang": "11/2026", "ChucDanh": "Công nhân may", "GhiChu": "Dán từ Excel"} {
			cells = append(cells, CellText{r, tag, text})
		}
	}
	for b.Loop() {
		b.StopTimer()
		d, err := o.Open(b.Context(), Opening{Service: "E5", Case: "E5.08", Month: SampleMonth, People: ids})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		refused, err := o.PasteCells(b.Context(), d.ID, "D02-LT", "", 1, cells)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := o.Dossier(b.Context(), d.ID); err != nil {
			b.Fatal(err)
		}
		for i, say := range refused {
			if say != "" {
				b.Fatalf("%s %q: %s", cells[i].Tag, cells[i].Text, say)
			}
		}
	}
}
