package d06ts

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

var nguoi = facts.NguoiLaoDong{HoTen: "Trần Thị Thử", MaSoBHXH: "7911000012", SoCCCD: "079195000012", NgaySinh: 19950815}

// The amounts of 2026: 1% of 3 700 000 a month, less the State's part on the
// poverty line.
func TestDongWorksOutTheAmounts(t *testing.T) {
	for _, c := range []struct {
		dien            string
		thang           int64
		phaiDong, nguoi int64
	}{
		{HoNgheo, 6, 222_000, 222_000 - 6*4500}, {CanNgheo, 12, 444_000, 444_000 - 12*3750}, {Khac, 12, 444_000, 444_000 - 12*1500},
	} {
		r := Dong(nguoi, DangKy{Loai: DongTiep, TuNgay: 20261201, SoThang: c.thang, NgheNghiep: "Lái xe từ 5 giờ đến 9 giờ/ngày, phường A", DienHoTro: c.dien}, 20261122)
		HinhThucNhan.Set(&r, "1")
		if PhaiDong.Get(r) != c.phaiDong || NguoiDong.Get(r) != c.nguoi {
			t.Errorf("%s: got %s", c.dien, D366.Table.AppendRow(nil, r))
		}
		d := form.New(D366)
		d.Head, d.Rows = Dau(facts.DonVi{Ten: "Đại lý thu Mẫu", MaDonVi: "TH0001A"}, "Lê Thị Thu", "NV001", 20261122), []form.Row{r}
		if got := d.Check(20261122, 202611); len(got) > 0 {
			t.Errorf("%s: got %+v", c.dien, got)
		}
	}
}

// A change of the work carries no amounts; what nobody said stays unknown.
func TestDongLeavesTheUnknown(t *testing.T) {
	r := Dong(nguoi, DangKy{Loai: DieuChinh, TuNgay: 20261201, SoThang: 12, NgheNghiep: "Bán hàng 8 giờ/ngày", DienHoTro: Khac}, 20261122)
	want := `{"HoTen":"Trần Thị Thử","MaSoBHXH":"7911000012","NgaySinh":"1995-08-15","SoCCCD":"079195000012","LoaiTangGiam":"dieu-chinh","TuNgay":"2026-12-01","NgheNghiep":"Bán hàng 8 giờ/ngày","ID":"7911000012"}`
	if got := string(D366.Table.AppendRow(nil, r)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	r = Dong(facts.NguoiLaoDong{HoTen: "Lê A"}, DangKy{Loai: LanDau}, 20261122)
	if got, want := string(D366.Table.AppendRow(nil, r)), `{"HoTen":"Lê A","LoaiTangGiam":"lan-dau","ThuNhap":3700000}`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNguoiIsTheWayBack(t *testing.T) {
	if got := Nguoi(Dong(nguoi, DangKy{Loai: DongTiep}, 20261122)); got != nguoi {
		t.Errorf("got %+v", got)
	}
}
