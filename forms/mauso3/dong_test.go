package mauso3

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

var nguoi = facts.NguoiLaoDong{
	HoTen: "Trần Thị Thử", MaSoBHXH: "7911000012", SoCCCD: "079195000012", MaKCB: "79024",
	Luong: facts.Luong{Known: true, HeSo: 2340, BaoLuu: 100, PhuCapCV: 300, PhuCap: 200_000, BoSung: 100_000},
}

// The example of the guide: three people of a household in January 2025, and the
// figures of today.
func TestMucHo(t *testing.T) {
	for _, c := range []struct {
		on   law.Day
		want []int64
	}{
		{20250101, []int64{2_340_000, 1_638_000, 1_404_000, 1_170_000, 936_000, 936_000}},
		{20261122, []int64{2_530_000, 1_771_000, 1_518_000, 1_265_000, 1_012_000, 1_012_000}},
	} {
		for i, want := range c.want {
			if got := MucHo(int64(i+1), c.on); got != want {
				t.Errorf("%s, %d: got %d, want %d", c.on, i+1, got, want)
			}
		}
	}
	if MucHo(0, 20261122) != 0 || MucHo(1, 0) != 0 {
		t.Error("a base without place or day")
	}
}

// A household makes rows without faults.
func TestHo(t *testing.T) {
	d := form.New(N188)
	d.Head = Dau(facts.DonVi{Ten: "Đại lý thu Mẫu", MaDonVi: "TH0001A"}, "Lê Thị Thu", "NV001", 20261122)
	second := facts.NguoiLaoDong{HoTen: "Lê Văn Con", MaSoBHXH: "7911000013", SoCCCD: "079215000013", MaKCB: "79024"}
	d.Rows = Ho([]facts.NguoiLaoDong{nguoi, second}, "H1", 202612, 12, 20261122)
	for i := range d.Rows {
		HinhThucNhan.Set(&d.Rows[i], "1")
	}
	if got := d.Check(20261122, 202611); len(got) > 0 {
		t.Errorf("got %+v", got)
	}
	if MucLuong.Get(d.Rows[1]) != 1_771_000 || ThuTu.Get(d.Rows[1]) != 2 {
		t.Errorf("got %s", N188.Table.AppendRow(nil, d.Rows[1]))
	}
}

func TestDong(t *testing.T) {
	got := string(N188.Table.AppendRow(nil, Dong(nguoi, TangLuong, 202611, "")))
	want := `{"HoTen":"Trần Thị Thử","MaSoBHXH":"7911000012","SoCCCD":"079195000012","NoiKCB":"79024","LoaiTangGiam":"tang-luong","NhomDong":"lao-dong",` +
		`"HeSo":"2.44","PhuCapCV":"0.3","TNVK":"0","TNNghe":"0","BoSung":300000,"TuThang":"2026-11","ID":"7911000012"}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	got = string(N188.Table.AppendRow(nil, Dong(nguoi, DoiKCB, 202611, "Đổi nơi khám")))
	want = `{"HoTen":"Trần Thị Thử","MaSoBHXH":"7911000012","NoiKCB":"79024","LoaiTangGiam":"doi-kcb","GhiChu":"Đổi nơi khám","ID":"7911000012"}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNguoiIsTheWayBack(t *testing.T) {
	want := nguoi
	want.Luong = facts.Luong{}
	if got := Nguoi(Dong(nguoi, TangNguoi, 202611, "")); got != want {
		t.Errorf("got %+v", got)
	}
}
