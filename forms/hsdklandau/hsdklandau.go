package hsdklandau

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	lop   = "Lớp HSDKLanDau của phần mềm I-VAN đang dùng (2024–2026)"
	tepDT = "Tệp điện tử HSDK-LanDau.xml"
)

// I2024 is the layout as seen in use.
var I2024 = form.Register(form.Form{
	ID:      "HSDK-LanDau",
	Version: "2024",
	Title:   "Hồ sơ đăng ký lần đầu qua tổ chức I-VAN (đơn vị chưa có mã)",
	Basis:   lop,
	From:    khung.Ngay("2024-01-01"),
	Alone:   true,
	Packs:   dongGoi,
	Head: &form.Table{
		Tag: "DangKy", Title: "Đăng ký lần đầu",
		Groups: []form.Group{
			form.Cols("Đơn vị", TenDonVi, MaSoThue, DiaChi, DienThoai, Email, LoaiDoiTuong),
			form.Cols("Liên hệ", NguoiLienHe, DiaChiLienHe, DienThoaiLienHe),
			form.Cols("Đăng ký", CoQuanBHXH, TenCoQuan, MaIVAN, TenIVAN, NgayLap, NgayDangKy, HinhThucNhan),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag:    "FileToKhai",
		Title:  "Tệp kèm theo",
		Groups: []form.Group{form.Cols("", TenFile, MoTa, MaToKhai, DoDaiFile, NoiDungFile)},
		Rules:  tepRules(),
		Totals: []form.Total{{Tag: "SoTep", Head: "Số tệp", If: form.Always}},
	},
	Papers: []form.Paper{tomTat()},
	Wires:  []form.Wire{wire2024()},
	Notes: []string{
		"Không có mẫu giấy chính thức; tờ in là bản tóm tắt nội dung của tệp.",
		"Tên tệp khi gửi chưa rõ; HSDK-LanDau.xml là tên dùng ở đây. Ngày bắt đầu áp dụng lấy theo năm quan sát được.",
		"Gốc của tệp là Hoso như gói BHXHDienTu.xml; nhận ra nhờ phần tử MaIVan. Gửi thẳng tệp này, không đặt vào gói BHXHDienTu.xml.",
		"Giá trị của PTNhanKetQua và của LoaiDoiTuong khác 1 chưa thấy.",
		"Mã đơn vị được cấp sau khoảng 2 ngày, gửi về email; sau đó đăng ký dùng I-VAN bằng mẫu 04/ĐK-IVAN.",
	},
})
