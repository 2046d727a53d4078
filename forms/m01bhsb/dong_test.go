package m01bhsb

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

var (
	chi  = facts.NguoiLaoDong{HoTen: "Trần Thị Thử", MaSoBHXH: "7915000012", SoCCCD: "079195000012", MaNV: "NV07", GioiTinh: facts.Nu}
	anh  = facts.NguoiLaoDong{HoTen: "Lê Văn Đức", MaSoBHXH: "7915000034", SoCCCD: "079090000034"}
	dv   = facts.DonVi{MaSoThue: "0100109106", Ten: "Công ty TNHH May Mẫu", MaDonVi: "YN0001A", DiaChi: "12 đường Thử Nghiệm", NguoiDaiDien: "Nguyễn Văn Mẫu"}
	tra3 = YeuCau{HinhThuc: TaiKhoan, SoTaiKhoan: "0123456789", MaNganHang: "203"}
)

func voi(y YeuCau) YeuCau {
	y.HinhThuc, y.SoTaiKhoan, y.MaNganHang = tra3.HinhThuc, tra3.SoTaiKhoan, tra3.MaNganHang
	return y
}

// Claims of which everything is known give rows without faults, and the days are
// counted.
func TestDongOfKnownClaims(t *testing.T) {
	con := facts.NguoiLaoDong{NgaySinh: 20261005, MaSoBHXH: "7926000001"}
	d := form.New(B166)
	d.Head = Dau(dv, 202611, 1, homNay)
	KemHoSoGiay.Set(&d.Head, false)
	d.Rows = []form.Row{
		Dong(anh, voi(YeuCau{CheDo: "omDau", TuNgay: 20261105, TuNgayDonVi: 20261105, DenNgay: 20261110, NgayNghiTuan: "7;8", SoSeri: "CT1"})),
		Dong(chi, voi(YeuCau{CheDo: "sinhCon", TuNgay: 20261001, TuNgayDonVi: 20261001, DenNgay: 20270331, Con: []facts.NguoiLaoDong{con}})),
		Dong(anh, voi(YeuCau{CheDo: "chaNghi", TuNgay: 20261006, TuNgayDonVi: 20261006, DenNgay: 20261012, NgayNghiTuan: "7;8", Con: []facts.NguoiLaoDong{con}, Me: chi})),
		DongDieuChinh(anh, voi(YeuCau{CheDo: "omDau", TuNgay: 20260907, DenNgay: 20260908, NuaNgay: 3, SoSeri: "CT2"}), 20260907, 2, 202610, "Sửa số ngày"),
	}
	SoTaiKhoan.Set(&d.Rows[1], "9876543210")
	for i, want := range []int64{4000, 182_000, 5000, 1500} {
		if got := TongSo.Get(d.Rows[i]); got != want {
			t.Errorf("row %d: got %d, want %d", i+1, got, want)
		}
	}
	if got := ChuTaiKhoan.Get(d.Rows[2]); got != "LE VAN DUC" {
		t.Errorf("got %q", got)
	}
	if got := d.Check(homNay, 202611); len(got) > 0 {
		t.Errorf("got %+v", got)
	}
}

// What nobody said stays unknown: no zero, no false, no code, no days that the
// calendar cannot count.
func TestDongLeavesTheUnknown(t *testing.T) {
	r := Dong(facts.NguoiLaoDong{HoTen: "Lê Văn A"}, YeuCau{CheDo: "omDau", TuNgay: 20261105, DenNgay: 20261110})
	got := string(B166.Table.AppendRow(nil, r))
	want := `{"HoTen":"Lê Văn A","Phan":"1","CheDo":"omDau","TuNgay":"2026-11-05","DenNgay":"2026-11-10"}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNguoiIsTheWayBack(t *testing.T) {
	got := Nguoi(Dong(chi, YeuCau{CheDo: "omDau"}))
	if want := (facts.NguoiLaoDong{HoTen: chi.HoTen, MaSoBHXH: chi.MaSoBHXH, SoCCCD: chi.SoCCCD, MaNV: chi.MaNV}); got != want {
		t.Error("the person changes on the way")
	}
}

func TestSoNgay(t *testing.T) {
	for _, c := range []struct {
		cheDo   string
		tu, den law.Day
		nghi    string
		want    int64
		known   bool
	}{
		{"omDau", 20261102, 20261108, "7;8", 5, true},
		{"omDau", 20261102, 20261108, "8", 6, true},
		{"omDau", 20261102, 20261108, "", 0, false},
		{"sayThai", 20261102, 20261108, "", 7, true},
		{"omDau", 20260427, 20260504, "7;8", 3, true},  // 26/4 is a Sunday: Giỗ Tổ is given back on Monday; 30/4, 1/5
		{"omDau", 20260209, 20260222, "7;8", 7, false}, // Tết: two days are still open
		{"omDau", 20261108, 20261102, "7;8", 0, false},
		{"la", 20261102, 20261108, "7;8", 0, false},
		{"omDau", 20261102, 20991231, "7;8", 0, false},
	} {
		got, known := SoNgay(c.cheDo, c.tu, c.den, c.nghi)
		if got != c.want || known != c.known {
			t.Errorf("%s %s–%s %q: got %d %v, want %d %v", c.cheDo, c.tu, c.den, c.nghi, got, known, c.want, c.known)
		}
	}
}

func TestKyCua(t *testing.T) {
	d := form.New(B166)
	d.Rows = []form.Row{
		Dong(chi, YeuCau{CheDo: "omDau", TuNgay: 20261102, DenNgay: 20261104, NuaNgay: 5}),
		Dong(anh, YeuCau{CheDo: "chaMotLan", NgaySinhCon: 20261005, SoCon: 1}), // no leave
		Dong(chi, YeuCau{CheDo: "nhanConNuoi", TuNgay: 20261001, DenNgay: 20261031, NgaySinhCon: 20260801}),
		DongDieuChinh(chi, YeuCau{CheDo: "duongSucOmDau", TuNgay: 20260907, DenNgay: 20260911, TruongHop: "khac"}, 20260908, 1, 202610, "Sửa ngày"),
		Dong(facts.NguoiLaoDong{HoTen: "Không Số"}, YeuCau{CheDo: "omDau", TuNgay: 20261102, DenNgay: 20261104, NuaNgay: 6}),
	}
	got := KyCua(d)
	want := []Ky{
		{Nguoi: "7915000012", Loai: "omDau", TuNgay: 20261102, DenNgay: 20261104, NuaNgay: 5, Dong: 1},
		{Nguoi: "7915000012", Loai: "nhanCon", TuNgay: 20261001, DenNgay: 20261031, NuaNgay: 62, NgaySinhCon: 20260801, Dong: 3},
		{Nguoi: "7915000012", Loai: "duongSucOmDau", TuNgay: 20260907, DenNgay: 20260911, NuaNgay: 10, TruongHop: "khac", ThayTu: 20260908, Dong: 4},
	}
	if len(got) != len(want) {
		t.Fatalf("got %d periods: %+v", len(got), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got  %+v\nwant %+v", got[i], want[i])
		}
	}
}
