package office

import (
	"slices"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/m01bhsb"
	"ankhai/storage"
)

// gapped has paid, then nobody knows for three months, then pays again.
var gapped = []facts.NguoiLaoDong{
	{TuThang: 202601, TrangThai: facts.DangDong},
	{TuThang: 202604, TrangThai: facts.ChuaRo},
	{TuThang: 202607, TrangThai: facts.DangDong},
}

// A gap is no leave and no benefit; what comes after it has no known past.
func TestGapIsNoStretch(t *testing.T) {
	want := []m01bhsb.Ky{
		{Nguoi: "A", Loai: "dangDong", TuNgay: 20260101, DenNgay: 20260331},
		{Nguoi: "A", Loai: "dangDong", TuNgay: 20260701, MoDau: true},
	}
	if got := periods("A", gapped); !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// The months of a gap are neither paid nor known.
func TestGapIsNotKnown(t *testing.T) {
	w := record{past: gapped, on: law.Day(20261101)}.worked(storage.Career{})
	if w.Roster != 7 || w.In12.Known != 7 || w.In12.Paid != 7 {
		t.Errorf("got roster %d, in 12 months %+v; want 7 paid of 7 known", w.Roster, w.In12)
	}
}
