package d05ts

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

var nguoi = facts.NguoiLaoDong{
	HoTen: "Trần Thị Thử", MaSoBHXH: "7911000012", SoCCCD: "079195000012", NgaySinh: 19950815,
	DiaChi: "Số 1, đường Mẫu", MaXa: "26740", MaTinh: "79",
}

// The amounts of the law's own examples: 12 months at the poverty line.
func TestDongWorksOutTheAmounts(t *testing.T) {
	for _, c := range []struct {
		dien                  string
		phaiDong, nsnn, nguoi int64
	}{
		{HoNgheo, 3_960_000, 1_980_000, 1_980_000}, {CanNgheo, 3_960_000, 1_584_000, 2_376_000},
		{DanToc, 3_960_000, 1_188_000, 2_772_000}, {Khac, 3_960_000, 792_000, 3_168_000},
	} {
		r := Dong(nguoi, DangKy{PhuongAn: "DT", PhuongThuc: "12", TuThang: 202611, ThuNhap: 1_500_000, DienHoTro: c.dien}, 20261122)
		if PhaiDong.Get(r) != c.phaiDong || TienNSNN.Get(r) != c.nsnn || NguoiDong.Get(r) != c.nguoi || SoThang.Get(r) != 12 || TyLeDong.Get(r) != 2200 {
			t.Errorf("%s: got %s", c.dien, D366.Table.AppendRow(nil, r))
		}
		HinhThucNhan.Set(&r, "1")
		d := form.New(D366)
		d.Head, d.Rows = Dau(facts.DonVi{Ten: "Đại lý thu Mẫu", MaDonVi: "TH0001A"}, "Lê Thị Thu", "NV001", 20261122), []form.Row{r}
		if got := d.Check(20261122, 202611); len(got) > 0 {
			t.Errorf("%s: got %+v", c.dien, got)
		}
	}
	// the poverty line and the support of 2027
	r := Dong(nguoi, DangKy{PhuongAn: "DT", PhuongThuc: "1", TuThang: 202701, ThuNhap: 2_200_000, DienHoTro: Khac}, 20270105)
	if TienNSNN.Get(r) != 96_800 || NguoiDong.Get(r) != 387_200 {
		t.Errorf("2027: got %s", D366.Table.AppendRow(nil, r))
	}
}

// What nobody said stays unknown, and what needs r is left to the calculators.
func TestDongLeavesTheUnknown(t *testing.T) {
	r := Dong(facts.NguoiLaoDong{HoTen: "Lê Văn A"}, DangKy{PhuongAn: "TM", PhuongThuc: "3", TuThang: 202611}, 20261122)
	if got, want := string(D366.Table.AppendRow(nil, r)), `{"HoTen":"Lê Văn A","PhuongAn":"TM","PhuongThuc":"3","TuThang":"2026-11","SoThang":3,"TyLeDong":"22"}`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	r = Dong(nguoi, DangKy{PhuongAn: "DT", PhuongThuc: "VS", SoThang: 24, TuThang: 202611, ThuNhap: 1_500_000, DienHoTro: Khac}, 20261122)
	if PhaiDong.Known(r) || TienNSNN.Known(r) || NguoiDong.Known(r) || TyLeNSNN.Get(r) != 2000 {
		t.Errorf("got %s", D366.Table.AppendRow(nil, r))
	}
	r = Dong(nguoi, DangKy{PhuongAn: "GB", TuThang: 202611}, 20261122)
	if TyLeDong.Known(r) || SoThang.Known(r) {
		t.Errorf("got %s", D366.Table.AppendRow(nil, r))
	}
}

func TestNguoiIsTheWayBack(t *testing.T) {
	if got := Nguoi(Dong(nguoi, DangKy{PhuongAn: "DT", TuThang: 202611}, 20261122)); got != nguoi {
		t.Errorf("got %+v", got)
	}
}
