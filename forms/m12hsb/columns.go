package m12hsb

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// The cases of Luật 41/2024/QH15 Điều 64 and 65 in which somebody retires.
const (
	DuTuoi    = "1"
	NangNhoc  = "2"
	HamLo     = "3"
	RuiRo     = "4"
	SuyGiam61 = "5"
	SuyGiam81 = "6"
	DacBiet   = "7"
	LucLuong  = "8"
)

// The ways to be paid.
const (
	TaiKhoan = "1"
	TienMat  = "2"
)

// DieuKiens is the list of those cases, HinhThucs the ways to be paid.
var (
	DieuKiens = form.Choice("Điều kiện hưởng lương hưu (Luật 41/2024/QH15 Điều 64, 65)",
		DuTuoi, "Đủ tuổi nghỉ hưu",
		NangNhoc, "Nghề nặng nhọc, độc hại, nguy hiểm hoặc vùng đặc biệt khó khăn",
		HamLo, "Khai thác than trong hầm lò",
		RuiRo, "Nhiễm HIV/AIDS do tai nạn rủi ro nghề nghiệp",
		SuyGiam61, "Suy giảm khả năng lao động từ 61% đến dưới 81%",
		SuyGiam81, "Suy giảm khả năng lao động từ 81%",
		DacBiet, "Nghề đặc biệt nặng nhọc từ 15 năm và suy giảm từ 61%",
		LucLuong, "Quân đội, công an, cơ yếu (khoản 2 Điều 64, 65)",
	)
	HinhThucs = form.Choice("Hình thức nhận lương hưu", TaiKhoan, "Tài khoản cá nhân", TienMat, "Tiền mặt tại cơ quan BHXH hoặc tổ chức dịch vụ")
)

// The decision and the person, items 1 to 3.
var (
	SoQD     = form.Text("SoQD", "Số quyết định", form.Must, form.Max(50))
	NgayQD   = form.Date("NgayQD", "Ngày quyết định", form.Must)
	HoTen    = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	GioiTinh = form.Code("GioiTinh", "Giới tính", codes.GioiTinh, form.Must, form.Sure(form.Inferred), form.Help("Mẫu in Ông hoặc Bà"))
	NgaySinh = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Must)
	MaSoBHXH = form.Text("MaSoBHXH", "Mã số BHXH", form.Must, form.Max(12))
	ChucDanh = form.Text("ChucDanh", "Chức danh, chức vụ", form.Must, form.Max(500))
	DieuKien = form.Code("DieuKien", "Điều kiện hưởng lương hưu", DieuKiens, form.Personal, form.Sure(form.Inferred), form.Help("Mẫu không in; dùng để kiểm tuổi"))
	NghiTu   = form.Date("NghiTu", "Nghỉ việc hưởng chế độ từ ngày", form.Must)
	ID       = form.Text("ID", "Khoá của dòng", form.Max(20))
)

// Where the person lives, is paid and treated, items 4 to 6.
var (
	DiaChi       = form.Text("DiaChi", "Nơi cư trú khi nghỉ: số nhà, đường, thôn, tổ", form.Max(500))
	MaXa         = form.Code("MaXa", "Nơi cư trú khi nghỉ: xã, phường, đặc khu", codes.Xa, form.Must)
	MaTinh       = form.Code("MaTinh", "Nơi cư trú khi nghỉ: tỉnh, thành phố", codes.Tinh, form.Must)
	HinhThucNhan = form.Code("HinhThucNhan", "Hình thức nhận lương hưu", HinhThucs, form.Must)
	NoiNhan      = form.Text("NoiNhan", "Nơi nhận lương hưu", form.Max(255))
	SoTaiKhoan   = form.Text("SoTaiKhoan", "Số tài khoản", form.Max(30), form.Personal)
	ChuTaiKhoan  = form.Text("ChuTaiKhoan", "Chủ tài khoản", form.Max(100), form.Personal, form.Sure(form.Inferred))
	NganHang     = form.Code("NganHang", "Ngân hàng", codes.NganHang, form.Personal, form.Sure(form.Medium), form.Help("Mẫu in tên ngân hàng"))
	ChiNhanh     = form.Text("ChiNhanh", "Chi nhánh ngân hàng", form.Max(255), form.Personal, form.Sure(form.Inferred))
	NoiKCB       = form.Code("NoiKCB", "Nơi đăng ký KCB ban đầu", codes.KCB, form.Must)
)

// The head: who decides, and where.
var (
	CapTren  = form.Text("CapTren", "Cơ quan, đơn vị cấp trên", form.Max(255), form.Sure(form.Inferred))
	TenDonVi = form.Text("TenDonVi", "Tên đơn vị", form.Must, form.Max(255))
	MaDonVi  = form.Text("MaDonVi", "Mã đơn vị", form.Max(20), form.Sure(form.Inferred), form.Help("Mẫu không in"))
	NoiLap   = form.Text("NoiLap", "Nơi lập", form.Must, form.Max(100))
	CanCu    = form.Text("CanCu", "Căn cứ quyết định", form.Max(500), form.Sure(form.Inferred), form.Help("Ví dụ: Điều lệ công ty; văn bản giao thẩm quyền"))
)
