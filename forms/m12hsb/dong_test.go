package m12hsb

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

func TestDongAndBack(t *testing.T) {
	n := facts.NguoiLaoDong{
		HoTen: "Nguyễn Văn Mẫu", MaSoBHXH: "7911000002", NgaySinh: 19650420, GioiTinh: facts.Nam, ChucDanh: "Tổ trưởng may",
		DiaChi: "Số 1, đường Mẫu", MaXa: "26740", MaTinh: "79", MaKCB: "79024",
	}
	r := Dong(n, 20261201)
	if Nguoi(r) != n {
		t.Errorf("%s: another person comes back", D166.Table.AppendRow(nil, r))
	}
	d := form.New(D166)
	d.Head, d.Rows = Dau(facts.DonVi{Ten: "Công ty TNHH May Mẫu", MaDonVi: "YN0001A"}, "Thành phố Hồ Chí Minh"), []form.Row{r}
	got := map[string]bool{}
	for _, f := range d.Check(20261122, 202611) {
		got[f.Code] = true
	}
	for _, code := range []string{"12-HSB-SoQD", "12-HSB-NgayQD", "12-HSB-HinhThucNhan"} {
		if !got[code] {
			t.Errorf("%s is silent", code)
		}
	}
}

// The first day to leave follows the case: a man born in 04/1968 reaches the age of
// 2030 ordinarily, that of 2024 five years early.
func TestSomNhat(t *testing.T) {
	var r form.Row
	GioiTinh.Set(&r, facts.Nam.Ma())
	NgaySinh.Set(&r, 19680420)
	NghiTu.Set(&r, 20261201)
	for _, c := range []struct {
		dieuKien string
		want     law.Day
		ok       bool
	}{
		{DuTuoi, 20300501, true}, {NangNhoc, 20240501, true}, {HamLo, 20180501, true}, {RuiRo, 0, false}, {DacBiet, 0, false}, {LucLuong, 0, false}, {"", 0, false},
	} {
		DieuKien.Put(&r, form.TextValue(c.dieuKien))
		if got, ok := somNhat(r); ok != c.ok || ok && got != c.want {
			t.Errorf("case %q: %v, %v, want %v, %v", c.dieuKien, got, ok, c.want, c.ok)
		}
	}
}
