package d02lt

import "testing"

// A row gives back the person it was made from, as far as a row can say.
func TestNguoiIsTheWayBack(t *testing.T) {
	want := nguoi
	want.Vung, want.TuThang, want.PhongBan = "01", 202611, "Kế toán"
	if got := Nguoi(Dong(want, "TM", 202611, 0, "")); got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
