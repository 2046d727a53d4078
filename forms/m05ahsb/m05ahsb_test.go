package m05ahsb

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, A166) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, A166) }

func TestProperties(t *testing.T) { formtest.Properties(t, A166) }

// A person and an accident of which everything is known give a row without faults.
func TestDongOfAKnownAccident(t *testing.T) {
	n := facts.NguoiLaoDong{HoTen: "Lê Văn Đức", MaSoBHXH: "7915000034", SoCCCD: "079090000034", NgaySinh: 19900412, GioiTinh: facts.Nam, ChucDanh: "Thợ cơ khí", MaKCB: "79024"}
	d := form.New(A166)
	d.Head = Dau(facts.DonVi{Ten: "Công ty TNHH May Mẫu", MaDonVi: "YN0001A", NguoiDaiDien: "Nguyễn Văn Mẫu"}, "05/CV", 20261122)
	d.Rows = []form.Row{Dong(n, VuViec{Loai: TNLD, TruongHop: LanDau, NgayXayRa: 20260901, NoiXayRa: "noiLamViec", BienBan: GiayTo{"01/BB", 20260905, "Công ty TNHH May Mẫu"},
		GiamDinhSo: "77/GĐYK", NgayGiamDinh: 20261105, TyLeSuyGiam: 3500, NgayCap: 20210510, NoiCap: "Cục Cảnh sát", HinhThuc: TaiKhoan, SoTaiKhoan: "0123456789", TenNganHang: "Ngân hàng Mẫu"})}
	if got := d.Check(20261122, 202611); len(got) > 0 {
		t.Errorf("got %+v", got)
	}
	if got := ChuTaiKhoan.Get(d.Rows[0]); got != "LE VAN DUC" {
		t.Errorf("got %q", got)
	}
	if got := Nguoi(d.Rows[0]); got != n {
		t.Error("the person changes on the way")
	}
}

// What nobody said stays unknown.
func TestDongLeavesTheUnknown(t *testing.T) {
	got := string(A166.Table.AppendRow(nil, Dong(facts.NguoiLaoDong{HoTen: "Lê Văn A"}, VuViec{Loai: BNN})))
	if want := `{"HoTen":"Lê Văn A","LoaiCheDo":"BNN"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
