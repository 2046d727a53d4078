package m2cbh

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

func TestDongAndBack(t *testing.T) {
	n := facts.NguoiLaoDong{HoTen: "Trần Thị Thử", SoCCCD: "079155000012", MaSoBHXH: "7911000002", NgaySinh: 19550815}
	r := Dong(n, DoiTaiKhoan)
	if Nguoi(r) != n {
		t.Errorf("%s: another person comes back", D166.Table.AppendRow(nil, r))
	}
	d := form.New(D166)
	d.Head, d.Rows = Dau("Bảo hiểm xã hội Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", 20261122), []form.Row{r}
	got := map[string]bool{}
	for _, f := range d.Check(20261122, 202611) {
		got[f.Code] = true
	}
	for _, code := range []string{"2-CBH-CheDo", "2-CBH-10", "2-CBH-11", "2-CBH-12"} {
		if !got[code] {
			t.Errorf("%s is silent", code)
		}
	}
}
