package office

import (
	"testing"

	"ankhai/forms/law"
	"ankhai/storage"
)

// The first screen of the sample company tells what the two payrolls say: who
// contributes, what is due by when, and that the proposals wait to be drafted.
func TestOverviewOfTheSample(t *testing.T) {
	o := sampleDesk(t)
	v, err := o.Overview(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	if v.DangDong != 119 || v.ThamChieu != 2530000 || v.Tran != 50600000 || v.HanDong != law.DayOf(2026, 12, 31) {
		t.Errorf("đang đóng %d, mức tham chiếu %d, trần %d, hạn %s", v.DangDong, v.ThamChieu, v.Tran, v.HanDong)
	}
	if v.Tang != 9 || v.Giam != 8 {
		t.Errorf("tăng %d, giảm %d; want 9, 8", v.Tang, v.Giam)
	}
	// 32 % of the fund, to the đồng of rounding: everybody is Vietnamese and below the caps
	if want := v.QuyLuong * 32 / 100; v.PhaiDong < want-int64(v.DangDong) || v.PhaiDong > want+int64(v.DangDong) {
		t.Errorf("phải đóng %d of a fund of %d", v.PhaiDong, v.QuyLuong)
	}
	known := 0
	for _, m := range v.Months {
		if m.Known {
			known++
		}
	}
	if len(v.Months) != 12 || known != 2 || v.Months[11].Month != SampleMonth {
		t.Errorf("chart of %d months, %d known", len(v.Months), known)
	}
	if len(v.Todo) != 1 || v.Todo[0].Go.Screen != "bang-luong" {
		t.Fatalf("to do %+v, want the proposals", v.Todo)
	}

	id := signedDossier(t, o)
	if v, err = o.Overview(t.Context(), SampleMonth); err != nil {
		t.Fatal(err)
	}
	if len(v.Todo) != 1 || v.Todo[0].Go.ID != id || len(v.ByState) != 1 || v.ByState[0].State != storage.DaKy {
		t.Errorf("after signing: to do %+v, by state %+v", v.Todo, v.ByState)
	}
}
