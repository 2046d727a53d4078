package nd14tk

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

func TestDongAndBack(t *testing.T) {
	n := facts.NguoiLaoDong{HoTen: "Trần Thị Thử", SoCCCD: "079150000012", NgaySinh: 19500815}
	r := Dong(n)
	if Nguoi(r) != n {
		t.Errorf("%s: another person comes back", D14.Table.AppendRow(nil, r))
	}
	d := form.New(D14)
	d.Head, d.Rows = Dau("Phòng Giáo dục", "Thành phố Hồ Chí Minh", 20261122), []form.Row{r}
	if !form.Blocks(d.Check(20261122, 202611)) {
		t.Error("a declaration without a pension passes")
	}
}

func TestNamThang(t *testing.T) {
	var r form.Row
	for n, want := range map[int64]string{0: "", 11: "0 năm 11 tháng", 12: "1 năm 0 tháng", 305: "25 năm 5 tháng"} {
		TongThang.Set(&r, n)
		if got := namThang(form.View{Row: r}); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}
