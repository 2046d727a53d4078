package mau

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/form"
)

// benhNguoi are the errors in who somebody is: E12, E13, E16 to E18.
var benhNguoi = []benh{
	{ma: "E12", cach: "số thứ tư của CCCD là của giới tính khác", can: "cccd gioiTinh", lam: func(bo *Bo, a *dat) {
		s := []byte(a.n.SoCCCD)
		s[3] ^= 1
		a.n.SoCCCD = string(s)
		a.dat("cccd", Chu(a.n.SoCCCD))
		bo.loi(a, a.o("cccd"), "XL-15", form.Nhac)
	}},
	{ma: "E12", cach: "hai số năm sinh trong CCCD khác ngày sinh", can: "cccd ngaySinh", lam: func(bo *Bo, a *dat) {
		s := []byte(a.n.SoCCCD)
		s[5] = '0' + (s[5]-'0'+1)%10
		a.n.SoCCCD = string(s)
		a.dat("cccd", Chu(a.n.SoCCCD))
		bo.loi(a, a.o("cccd"), "XL-15", form.Nhac)
	}},
	{ma: "E12", cach: "ba số đầu của CCCD không phải mã tỉnh", can: "cccd", lam: func(bo *Bo, a *dat) {
		a.n.SoCCCD = "9" + a.n.SoCCCD[1:]
		a.dat("cccd", Chu(a.n.SoCCCD))
		bo.loi(a, a.o("cccd"), "XL-15", form.Nhac)
	}},
	{ma: "E13", cach: "CMND 9 chữ số, dạng chữ", can: "cccd", lam: func(bo *Bo, a *dat) {
		a.dat("cccd", Chu("023456789"))
		a.n.SoCCCD = ""
		bo.loi(a, a.o("cccd"), "XL-15", form.Loi)
	}},
	{ma: "E13", cach: "CMND 9 chữ số, dạng số", can: "cccd", lam: func(bo *Bo, a *dat) {
		a.dat("cccd", So("123456789"))
		a.n.SoCCCD = ""
		bo.loi(a, a.o("cccd"), "XL-15", form.Loi)
	}},
	{ma: "E16", cach: "họ tên không dấu, khác cơ sở dữ liệu dân cư", can: "hoTen", hop: func(a *dat) bool { return strings.HasPrefix(a.n.HoTen, "Nguyễn ") && pure(a) }, lam: func(bo *Bo, a *dat) {
		a.n.HoTen = khongDau(a.n.HoTen)
		a.dat("hoTen", Chu(a.n.HoTen))
		bo.loi(a, a.o("hoTen"), "XL-11", form.Nhac)
	}},
	{ma: "E16", cach: "họ tên có chữ số để phân biệt hai người", can: "hoTen", hop: pure, lam: func(bo *Bo, a *dat) {
		a.n.HoTen += " 2"
		a.dat("hoTen", Chu(a.n.HoTen))
		bo.loi(a, a.o("hoTen"), "XL-11", form.Loi)
	}},
	{ma: "E17", cach: "số định danh 12 chữ số ở cột mã số BHXH", can: "maSo", hop: func(a *dat) bool { return a.n.SoCCCD != "" }, lam: func(bo *Bo, a *dat) {
		a.n.MaSoBHXH = a.n.SoCCCD
		a.dat("maSo", Chu(a.n.MaSoBHXH))
		bo.loi(a, a.o("maSo"), "XL-14", form.Nhac)
	}},
	{ma: "E17", cach: "mã số BHXH 10 chữ số ở cột CCCD", can: "cccd maSo", lam: func(bo *Bo, a *dat) {
		a.dat("cccd", Chu(a.n.MaSoBHXH))
		a.n.SoCCCD = ""
		bo.loi(a, a.o("cccd"), "XL-15", form.Loi)
	}},
	{ma: "E18", cach: "người nước ngoài có ghi quốc tịch, số hộ chiếu: không phải lỗi", can: "cccd quocTich", lam: func(_ *Bo, a *dat) {
		a.n.QuocTich, a.n.SoCCCD = "KR", "M12345678"
		a.dat("quocTich", Chu("KR"))
		a.dat("cccd", Chu(a.n.SoCCCD))
	}},
	{ma: "E18", cach: "số hộ chiếu mà không có quốc tịch", can: "cccd", thieu: "quocTich", lam: func(bo *Bo, a *dat) {
		a.dat("cccd", Chu("M12345678"))
		a.n.SoCCCD = ""
		bo.loi(a, a.o("cccd"), "XL-15", form.Loi)
	}},
	{ma: "E18", cach: "quốc tịch không có trong danh mục", can: "quocTich", lam: func(bo *Bo, a *dat) {
		a.dat("quocTich", Chu("Nước Xa"))
		a.n.QuocTich = ""
		bo.loi(a, a.o("quocTich"), "XL-31", form.Nhac)
	}},
}

// khongDau takes the marks off.
func khongDau(s string) string {
	s = strings.NewReplacer("đ", "d", "Đ", "D").Replace(s)
	return strings.Map(func(r rune) rune {
		if r >= 0x300 && r < 0x370 {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
