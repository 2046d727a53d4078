package mauso4

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

var chu = facts.NguoiLaoDong{
	HoTen: "Nguyễn Văn Bình", MaSoBHXH: "7911000100", SoCCCD: "079065000003", NgaySinh: 19650302, MaKCB: "79024",
	DienThoai: "0912345678", DiaChi: "Số 1, đường Mẫu", MaXa: "26740", MaTinh: "79",
}

// A household of which everything is known gives a sheet without faults.
func TestHouseholdOfKnownPeople(t *testing.T) {
	con := facts.NguoiLaoDong{HoTen: "Nguyễn Văn Dũng", MaSoBHXH: "7911000102", SoCCCD: "079200000005", NgaySinh: 20000401}
	d := form.New(N188)
	d.Head = Dau(facts.DonVi{Ten: "Đại lý thu Mẫu", MaDonVi: "TH0001A"}, "Lê Thị Thu", "NV001", "Thành phố Hồ Chí Minh", 20261122)
	d.Rows = []form.Row{Dong("H1", chu)}
	first := NguoiTrongHo(chu, "H1", "00", 12, 20261122)
	HinhThucNhan.Set(&first, BanDienTu)
	d.Subs[ThanhVien] = []form.Row{first, NguoiTrongHo(con, "H1", "08", 0, 20261122)}
	if got := d.Check(20261122, 202611); len(got) > 0 {
		t.Errorf("got %+v", got)
	}
	if MucLuong.Get(first) != 2_530_000 || MucLuong.Known(d.Subs[ThanhVien][1]) {
		t.Error("the base is not that of the day, or is guessed for somebody without a card")
	}
	if got := Nguoi(d.Subs[ThanhVien][1]); got != con {
		t.Errorf("got %+v", got)
	}
}

func TestDongLeavesTheUnknown(t *testing.T) {
	if got, want := string(N188.Table.AppendRow(nil, Dong("H1", facts.NguoiLaoDong{HoTen: "Lê A"}))), `{"ID":"H1","ChuHo":"Lê A"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
