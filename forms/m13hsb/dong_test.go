package m13hsb

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

func TestDongAndBack(t *testing.T) {
	a := facts.NguoiLaoDong{
		HoTen: "Trần Thị Thử", SoCCCD: "079155000012", MaSoBHXH: "7911000002", NgaySinh: 19550815,
		DienThoai: "0912345678", DiaChi: "Số 1, đường Mẫu", MaXa: "26740", MaTinh: "79",
	}
	b := facts.NguoiLaoDong{HoTen: "Trần Văn Con", SoCCCD: "079085000013", NgaySinh: 1985_0000, MaXa: "26740", MaTinh: "79"}
	r := Dong(a, b)
	if Nguoi(r) != a {
		t.Errorf("%s: another person comes back", D166.Table.AppendRow(nil, r))
	}
	if BHoTen.Get(r) != b.HoTen || BSoCCCD.Get(r) != b.SoCCCD || LinhTien.Known(r) || DenNgay.Known(r) {
		t.Errorf("got %s", D166.Table.AppendRow(nil, r))
	}
	d := form.New(D166)
	d.Head, d.Rows = Dau("Thành phố Hồ Chí Minh", 20261122), []form.Row{r}
	if fs := d.Check(20261122, 202611); !form.Blocks(fs) {
		t.Error("a power without contents passes")
	}
}

func TestHetHan(t *testing.T) {
	for _, c := range []struct {
		lap, want law.Day
		ok        bool
	}{{20261122, 20271122, true}, {20280229, 20290228, true}, {20250630, 0, false}, {20250701, 20260701, true}} {
		if got, ok := HetHan(c.lap); got != c.want || ok != c.ok {
			t.Errorf("%v: %v, %v, want %v, %v", c.lap, got, ok, c.want, c.ok)
		}
	}
}
