package m14hsb

import (
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

var nguoi = facts.NguoiLaoDong{
	HoTen: "Trần Thị Thử", SoCCCD: "079185000012", MaSoBHXH: "7911000002", NgaySinh: 19850815, GioiTinh: facts.Nu, QuocTich: "VN",
	DienThoai: "0912345678", DiaChi: "Số 1, đường Mẫu", MaXa: "26740", MaTinh: "79",
}

// What is known of a person fills the row, and the row gives it back.
func TestDongAndBack(t *testing.T) {
	r := Dong(nguoi, MotLan)
	if got := Nguoi(r); got != nguoi {
		t.Errorf("%s: another person comes back", D166.Table.AppendRow(nil, r))
	}
	if got, want := ID.Get(r), "7911000002-C12"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What nobody said is asked for, not guessed.
func TestDongLeavesTheUnknown(t *testing.T) {
	d := form.New(D166)
	d.Head = Dau("Bảo hiểm xã hội Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", 20261122)
	d.Rows = []form.Row{Dong(facts.NguoiLaoDong{HoTen: "Lê Văn A"}, MotLan)}
	got := map[string]bool{}
	for _, f := range d.Check(20261122, 202611) {
		got[strings.TrimPrefix(f.Code, "14-HSB-")] = true
	}
	for _, code := range []string{"GioiTinh", "NgaySinh", "MaSoBHXH", "SoCCCD", "MaXa", "MaTinh", "ID", "50", "60", "74"} {
		if !got[code] {
			t.Errorf("14-HSB-%s is silent", code)
		}
	}
	if s := string(D166.Table.AppendRow(nil, d.Rows[0])); s != `{"HoTen":"Lê Văn A","NoiDung":"C12"}` {
		t.Errorf("got %s", s)
	}
}

func TestCuaDichVu(t *testing.T) {
	for id, want := range map[string][]string{
		"B1": {NguoiChet}, "B2": {HetHan, KhongTen, KhongNhan, TamDungIn, MotLanCu}, "B5": {MotLan}, "C12": {MotLan}, "C1": {RaNuocNgoai},
		"C4": {ThaiSan, ThaiSanTN}, "C8": {NhanThan, SuaQuyetDinh, ChamDut}, "C15": {CanBoXa}, "E5": nil,
	} {
		if got := CuaDichVu(id); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", id, got, want)
		}
	}
}
