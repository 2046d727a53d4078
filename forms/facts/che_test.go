package facts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

// Whatever prints a person, a line of pay, a wage, a contract or an employer, by
// whatever verb, inside whatever, prints no value.
func TestPrintedByAccident(t *testing.T) {
	luong := Luong{Known: true, MucLuong: 17_043_219, PhuCap: 1_234_567, BoSung: 7_654_321, HeSo: 2_345_678}
	hd := HopDong{So: "HD-4711-XYZ", NgayKy: 20240517, Loai: "1", Tu: 20240601, Den: 20250531}
	nguoi := NguoiLaoDong{ID: "NLD000007", MaNV: "BM99071", HoTen: "Đặng Thị Ngọc Ẩn", MaSoBHXH: "7912345678", SoCCCD: "079190123457", NgaySinh: 19900517,
		DanToc: "01", DienThoai: "0912345678", Email: "an@planted.example", DiaChi: "Số 4711 ngõ Kim Quy", HopDong: hd, Luong: luong}
	dong := DongLuong{Noi: Noi{"Đặng Thị Ngọc Ẩn", "A12"}, HoTen: nguoi.HoTen, MaSoBHXH: nguoi.MaSoBHXH, SoCCCD: nguoi.SoCCCD, HopDong: hd, Luong: luong,
		DienThoai: nguoi.DienThoai, Email: nguoi.Email, DiaChi: nguoi.DiaChi, GhiChu: "Đặng Thị Ngọc Ẩn nghỉ"}
	suaO := SuaO{Ghi: nguoi.SoCCCD, Ai: nguoi.HoTen}
	oGoc := OGoc{O: "C12", La: "hoTen", Ghi: nguoi.HoTen, Sua: &suaO, Truoc: &suaO}
	donVi := DonVi{MaSoThue: "079190123457", Ten: "Hộ Đặng Thị Ngọc Ẩn", NguoiDaiDien: nguoi.HoTen, SoDinhDanh: nguoi.SoCCCD, DienThoai: nguoi.DienThoai, Email: nguoi.Email, DiaChi: nguoi.DiaChi}
	secrets := []string{nguoi.HoTen, "Đặng", nguoi.MaNV, nguoi.MaSoBHXH, nguoi.SoCCCD, "19900517", nguoi.DienThoai, nguoi.Email, "Kim Quy",
		"17043219", "17_043_219", "1234567", "7654321", "2345678", "4711", "20240517"}
	for _, v := range []any{nguoi, &nguoi, dong, &dong, luong, &luong, hd, &hd, donVi, &donVi, oGoc, &oGoc, suaO, &suaO, DongGoc{O: []OGoc{oGoc}}, &DongGoc{O: []OGoc{oGoc}},
		[]NguoiLaoDong{nguoi}, map[string]DongLuong{"x": dong}, struct{ P *NguoiLaoDong }{&nguoi}, struct{ L Luong }{luong}, [2]HopDong{hd, hd}} {
		var log bytes.Buffer
		slog.New(slog.NewJSONHandler(&log, nil)).Info("việc", "v", v)
		if fmt.Sprintf("%T", v)[0] == '*' || !strings.ContainsAny(fmt.Sprintf("%T", v), "[{") {
			check(t, fmt.Sprintf("slog of %T", v), log.String(), secrets)
		}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x", "%20.3v"} {
			check(t, fmt.Sprintf("%s of %T", verb, v), fmt.Sprintf(verb, v), secrets)
		}
		check(t, fmt.Sprintf("error with %T", v), fmt.Errorf("keep: %v", v).Error(), secrets)
	}
	if got := fmt.Sprint(nguoi); got != "người lao động NLD000007" {
		t.Errorf("got %q", got)
	}
	// what is kept and exchanged keeps its values
	if b, err := json.Marshal(nguoi); err != nil || !strings.Contains(string(b), nguoi.SoCCCD) {
		t.Errorf("JSON lost the values: %s, %v", b, err)
	}
}

func check(t *testing.T, what, text string, secrets []string) {
	t.Helper()
	for _, s := range secrets {
		if strings.Contains(text, s) {
			t.Errorf("%s carries %q: %s", what, s, text)
		}
	}
}

func TestCheMa(t *testing.T) {
	for in, want := range map[string]string{"0100109106": "▒106", "079190123457": "▒457", "": "▒", "123": "▒"} {
		if got := CheMa(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
