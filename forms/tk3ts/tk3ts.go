package tk3ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd366  = "Quyết định 366/QĐ-BHXH"
	huongC = qd366 + ", hướng dẫn lập mẫu TK3-TS, chỉ tiêu "
)

// D366 is the mẫu of Quyết định 366/QĐ-BHXH.
var D366 = form.Register(form.Form{
	ID:      "TK3-TS",
	Version: "366",
	Title:   "Tờ khai đơn vị đăng ký, điều chỉnh thông tin tham gia bảo hiểm xã hội, bảo hiểm y tế",
	Basis:   qd366 + " ngày 29/4/2026",
	From:    khung.Ngay("2026-05-01"),
	Head:    &form.Table{Tag: "Ky", Title: "Nơi và ngày ký", Groups: []form.Group{form.Cols("", NoiLap, NgayLap)}},
	Table: &form.Table{
		Tag:   "DonVi",
		Title: "Đơn vị",
		Groups: []form.Group{
			form.Cols("Đơn vị", MaDonVi, TenDonVi, MaSoThue, DiaChiTruSo, DiaChi, Email, DienThoai),
			form.Cols("Người đại diện", NguoiDaiDien, SoDinhDanh),
			form.Cols("Hoạt động", LoaiHinh, NganhNghe, DoiTuong),
			form.Cols("Tham gia", PhuongThuc, KhoanSP, TenCoQuan, CoQuanBHXH),
			form.Cols("Điều chỉnh thông tin", NoiDung, TamDungTu, TamDungDen, HoSoKem),
		},
		Rules: rules(),
	},
	Papers: []form.Paper{paper366()},
	Notes: []string{
		"Tệp điện tử: chỉ biết phần tử gốc TK3-TS và nút chữ ký TK3-TS/Cky, chưa biết các phần tử bên trong; hồ sơ kèm tờ khai này dưới dạng PDF đã ký.",
		"Mục số quyết định thành lập, giấy phép kinh doanh và mục hồ sơ kèm theo có trong mẫu trước 05/2026, không có trong mẫu của Quyết định 366/QĐ-BHXH; phần mềm chỉ giữ mục hồ sơ kèm theo và không in.",
		"Danh mục ngành kinh tế của Quyết định 36/2025/QĐ-TTg chưa có trong phần mềm, nên mã ngành chỉ được xem có 3 chữ số.",
		"Các loại hình đơn vị do hướng dẫn nêu ví dụ, chưa thấy danh mục mã.",
	},
})
