package d03ts

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

var nguoi = facts.NguoiLaoDong{
	HoTen: "Trần Thị Thử", MaSoBHXH: "7911000001", SoCCCD: "079195000012", NgaySinh: 19950815, GioiTinh: facts.Nu, QuocTich: "VN",
	DiaChi: "Số 1, đường Mẫu", MaXa: "26740", MaTinh: "79", MaKCB: "79024",
}

func TestDongCarriesWhatIsKnown(t *testing.T) {
	got := string(D595.Table.AppendRow(nil, Dong(nguoi, "TM", 20261201, 12)))
	want := `{"HoTen":"Trần Thị Thử","MaSoBHXH":"7911000001","PhuongAn":"TM","SoCCCD":"079195000012","NgaySinh":"1995-08-15","GioiTinh":"0","QuocTich":"VN",` +
		`"DiaChi":"Số 1, đường Mẫu","MaXa":"26740","MaTinh":"79","NoiKCB":"79024","TuNgay":"2026-12-01","SoThang":12,"CoGiamChet":false,"ID":"7911000001"}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := string(D595.Table.AppendRow(nil, Dong(facts.NguoiLaoDong{HoTen: "Lê A"}, "", 0, 0))); got != `{"HoTen":"Lê A"}` {
		t.Errorf("got %s", got)
	}
	if got := Nguoi(Dong(nguoi, "TM", 20261201, 12)); got != nguoi {
		t.Errorf("got %+v, want %+v", got, nguoi)
	}
}

// The official example of Mẫu số 3: three members in 2025 pay on 2 340 000,
// 1 638 000 and 1 404 000 đồng; and the figures since 01/07/2026.
func TestMucHo(t *testing.T) {
	for _, c := range []struct {
		on               law.Day
		thuTu, muc, nhan int64
	}{
		{20250101, 1, 2340000, 105300}, {20250101, 2, 1638000, 73710}, {20250101, 3, 1404000, 63180},
		{20260630, 4, 1170000, 52650}, {20260630, 5, 936000, 42120},
		{20260701, 1, 2530000, 113850}, {20260701, 2, 1771000, 79695}, {20260701, 3, 1518000, 68310},
		{20260701, 4, 1265000, 56925}, {20260701, 5, 1012000, 45540}, {20260701, 9, 1012000, 45540},
	} {
		muc, thang, ok := MucHo(c.thuTu, c.on)
		if !ok || muc != c.muc || thang != c.nhan {
			t.Errorf("%s, person %d: got %d %d %v, want %d %d", c.on, c.thuTu, muc, thang, ok, c.muc, c.nhan)
		}
	}
	for _, c := range []struct {
		n  int64
		on law.Day
	}{{0, 20260701}, {1, 0}, {1, 19900101}} {
		if _, _, ok := MucHo(c.n, c.on); ok {
			t.Errorf("person %d on %d has a level", c.n, c.on)
		}
	}
}

func TestDienHo(t *testing.T) {
	rows := make([]form.Row, 6)
	DienHo(rows, 12, 20261122)
	for i, want := range []int64{1366200, 956340, 819720, 683100, 546480, 546480} {
		if got := TienDong.Get(rows[i]); got != want || ThuTu.Get(rows[i]) != int64(i+1) {
			t.Errorf("person %d: got %d, want %d", i+1, got, want)
		}
	}
}

func TestDau(t *testing.T) {
	dv := facts.DonVi{Ten: "UBND xã Mẫu", MaDonVi: "YN0001A"}
	got := string(D595.Head.AppendRow(nil, Dau(dv, "Hộ gia đình", "Huế", 20261122)))
	want := `{"TenDonVi":"UBND xã Mẫu","MaDonVi":"YN0001A","TenDoiTuong":"Hộ gia đình","LuongCoSo":2530000,"NoiLap":"Huế","NgayLap":"2026-11-22"}`
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
