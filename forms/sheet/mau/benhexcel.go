package mau

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

const thangTruocNgay = "ngày sinh dạng chữ viết tháng trước ngày"

// benhExcel are the errors that Excel and old fonts make: E01 to E06, and E39.
var benhExcel = []benh{
	{ma: "E01", cach: "số CCCD lưu dạng số nên mất số 0 ở đầu; năm sinh chứng minh số đủ", can: "cccd ngaySinh", hop: zero, lam: func(bo *Bo, a *dat) {
		a.dat("cccd", So(a.n.SoCCCD[1:]))
		bo.loi(a, a.o("cccd"), "XL-17", form.Nhac)
	}},
	{ma: "E01", cach: "số CCCD 001… lưu dạng số nên mất hai số 0", can: "cccd ngaySinh", hop: func(a *dat) bool { return strings.HasPrefix(a.n.SoCCCD, "00") }, lam: func(bo *Bo, a *dat) {
		a.dat("cccd", So(a.n.SoCCCD[2:]))
		bo.loi(a, a.o("cccd"), "XL-17", form.Nhac)
	}},
	{ma: "E01", cach: "mã số BHXH lưu dạng số nên mất số 0 ở đầu; không có gì chứng minh số đủ", can: "maSo", hop: func(a *dat) bool { return a.n.MaSoBHXH[0] == '0' }, lam: func(bo *Bo, a *dat) {
		a.dat("maSo", So(a.n.MaSoBHXH[1:]))
		a.n.MaSoBHXH = ""
		bo.loi(a, a.o("maSo"), "XL-14", form.Loi)
	}},
	{ma: "E02", cach: "số CCCD hiện 7.9E+10, các số cuối đã mất", can: "cccd", lam: func(bo *Bo, a *dat) {
		a.dat("cccd", So("7.9E+10"))
		a.n.SoCCCD = ""
		bo.loi(a, a.o("cccd"), "XL-16", form.Loi)
	}},
	{ma: "E02", cach: "mã số BHXH chép thành chữ 7,9E+09", can: "maSo", lam: func(bo *Bo, a *dat) {
		a.dat("maSo", Chu("7,9E+09"))
		a.n.MaSoBHXH = ""
		bo.loi(a, a.o("maSo"), "XL-16", form.Loi)
	}},
	{ma: "E03", cach: thangTruocNgay, can: "ngaySinh", hop: func(a *dat) bool { return a.n.NgaySinh.Day().Dom() > 12 }, lam: func(bo *Bo, a *dat) {
		d := a.n.NgaySinh.Day()
		a.dat("ngaySinh", Chu(d.ISO()[5:7]+"/"+d.ISO()[8:]+"/"+d.ISO()[:4]))
		a.n.NgaySinh = 0
		bo.loi(a, a.o("ngaySinh"), "XL-18", form.Loi)
	}},
	{ma: "E03", cach: "ngày sinh hiện thành số ngày của Excel (34926)", can: "ngaySinh", lam: func(bo *Bo, a *dat) {
		a.dat("ngaySinh", So(serial(a.n.NgaySinh.Day())))
		bo.loi(a, a.o("ngaySinh"), "XL-19", form.Nhac)
	}},
	{ma: "E03", cach: "ngày sinh gõ liền 15081995", can: "ngaySinh", lam: func(bo *Bo, a *dat) {
		a.dat("ngaySinh", So(strings.TrimLeft(strings.ReplaceAll(a.n.NgaySinh.String(), "/", ""), "0")))
		bo.loi(a, a.o("ngaySinh"), "XL-19", form.Nhac)
	}},
	{ma: "E03", cach: "năm sinh gõ vào ô định dạng ngày", can: "ngaySinh", lam: func(bo *Bo, a *dat) {
		a.dat("ngaySinh", Gia{S: a.n.NgaySinh.Day().ISO()[:4], So: true, Kieu: KieuNgay})
		a.n.NgaySinh = 0
		bo.loi(a, a.o("ngaySinh"), "XL-18", form.Loi)
	}},
	{ma: "E03", cach: "năm sinh chỉ hai chữ số", can: "ngaySinh", hop: func(a *dat) bool { return a.n.NgaySinh.Year() < 2000 }, lam: func(bo *Bo, a *dat) {
		s := a.n.NgaySinh.String()
		a.dat("ngaySinh", Chu(s[:6]+s[8:]))
		a.n.NgaySinh = 0
		bo.loi(a, a.o("ngaySinh"), "XL-18", form.Loi)
	}},
	{ma: "E03", cach: "chỉ có năm sinh (loại ngày sinh 2): không phải lỗi", can: "ngaySinh", lam: func(_ *Bo, a *dat) {
		year := a.n.NgaySinh.Day().ISO()[:4]
		a.dat("ngaySinh", So(year))
		a.n.NgaySinh, _ = facts.ParseNgaySinh(year)
	}},
	{ma: "E03", cach: "chỉ có tháng, năm sinh (loại ngày sinh 1): không phải lỗi", can: "ngaySinh", lam: func(_ *Bo, a *dat) {
		month := a.n.NgaySinh.String()[3:]
		a.dat("ngaySinh", Chu(month))
		a.n.NgaySinh, _ = facts.ParseNgaySinh(month)
	}},
	{ma: "E03", cach: "ngày 31/11/2026 không có thật", can: "tuHD", lam: func(bo *Bo, a *dat) {
		a.dat("tuHD", Chu("31/11/2026"))
		a.n.HopDong.Tu = 0
		bo.loi(a, a.o("tuHD"), "XL-29", form.Loi)
	}},
	{ma: "E39", cach: "ngày sinh kèm 23 giờ: vẫn là ngày ấy, không phải lỗi", can: "ngaySinh", lam: func(_ *Bo, a *dat) {
		a.dat("ngaySinh", Gia{S: serial(a.n.NgaySinh.Day()) + ".9583333", So: true, Kieu: KieuNgay})
	}},
	{ma: "E39", cach: "ngày sinh là giờ UTC 17:00 của hôm trước: không đoán ngày nào", can: "ngaySinh", lam: func(bo *Bo, a *dat) {
		a.dat("ngaySinh", Chu(a.n.NgaySinh.Day().Add(-1).ISO()+"T17:00:00.000Z"))
		a.n.NgaySinh = 0
		bo.loi(a, a.o("ngaySinh"), "XL-18", form.Loi)
	}},
	{ma: "E39", cach: "từ tháng là ngày 01 kèm 23 giờ: vẫn là tháng ấy, không phải lỗi", can: "tuThang", lam: func(_ *Bo, a *dat) {
		a.dat("tuThang", Gia{S: serial(Thang.First()) + ".9583333", So: true, Kieu: KieuNgay})
	}},
	{ma: "E04", cach: "họ tên gõ bằng TCVN3", can: "hoTen", hop: pure, lam: func(bo *Bo, a *dat) {
		a.dat("hoTen", Gia{S: TCVN3(a.n.HoTen), Kieu: KieuTCVN3})
		bo.loi(a, a.o("hoTen"), "XL-12", form.Nhac)
	}},
	{ma: "E04", cach: "họ tên gõ bằng VNI", can: "hoTen", hop: pure, lam: func(bo *Bo, a *dat) {
		a.dat("hoTen", Gia{S: VNI(a.n.HoTen), Kieu: KieuVNI})
		bo.loi(a, a.o("hoTen"), "XL-12", form.Nhac)
	}},
	{ma: "E04", cach: "chức danh gõ bằng TCVN3", can: "chucDanh", hop: func(a *dat) bool { return codes.Fold(a.n.ChucDanh) != strings.ToLower(a.n.ChucDanh) }, lam: func(bo *Bo, a *dat) {
		a.dat("chucDanh", Gia{S: TCVN3(a.n.ChucDanh), Kieu: KieuTCVN3})
		bo.loi(a, a.o("chucDanh"), "XL-12", form.Nhac)
	}},
	{ma: "E04", cach: "họ tên theo Unicode tổ hợp: đọc được, không phải lỗi", can: "hoTen", hop: pure, lam: func(_ *Bo, a *dat) { a.dat("hoTen", Chu(norm.NFD.String(a.n.HoTen))) }},
	{ma: "E04", cach: "họ tên có dấu cách thừa, dấu cách không ngắt: không phải lỗi", can: "hoTen", hop: pure, lam: func(_ *Bo, a *dat) { a.dat("hoTen", Chu("  "+strings.ReplaceAll(a.n.HoTen, " ", " \u00a0")+" ")) }},
	{ma: "E04", cach: "họ tên viết hoa cả: không phải lỗi", can: "hoTen", hop: pure, lam: func(_ *Bo, a *dat) { a.dat("hoTen", Chu(strings.ToUpper(a.n.HoTen))) }},
	{ma: "E06", cach: "mức lương là công thức chưa có kết quả lưu", can: "muc", rong: true, lam: func(bo *Bo, a *dat) {
		a.dat("muc", Gia{Rong: true})
		khongBietLuong(a)
		bo.loi(a, a.o("muc"), "XL-03", form.Loi)
	}},
	{ma: "E06", cach: "số CCCD là công thức chưa có kết quả lưu", can: "cccd", rong: true, lam: func(bo *Bo, a *dat) {
		a.dat("cccd", Gia{Rong: true})
		a.n.SoCCCD = ""
		bo.loi(a, a.o("cccd"), "XL-03", form.Loi)
	}},
	{ma: "E06", cach: "mức lương báo lỗi #N/A", can: "muc", lam: func(bo *Bo, a *dat) {
		a.dat("muc", Gia{S: "#N/A", Sai: true})
		khongBietLuong(a)
		bo.loi(a, a.o("muc"), "XL-04", form.Loi)
	}},
}
