package mauso4

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// BanGiay is the answer of column 9, BanDienTu of column 8.
const (
	BanDienTu = "1"
	BanGiay   = "2"
)

// HinhThuc is the list of columns 8 and 9.
var HinhThuc = form.Choice("Thẻ bảo hiểm y tế", BanDienTu, "Bản điện tử", BanGiay, "Bản giấy")

// The household.
var (
	ID     = form.Text("ID", "Khoá của hộ", form.Must, form.Max(20), form.Help("Nối các thành viên với hộ; không in ra"))
	ChuHo  = form.Text("ChuHo", "Họ và tên chủ hộ", form.Must, form.Max(100))
	HoDT   = form.Text("HoDT", "Số điện thoại", form.Max(20))
	DiaChi = form.Text("HoDiaChi", "Số nhà, đường/phố, thôn/xóm", form.Must, form.Max(500))
	HoXa   = form.Code("HoXa", "Xã, phường, đặc khu", codes.Xa, form.Must)
	HoTinh = form.Code("HoTinh", "Tỉnh, thành phố", codes.Tinh, form.Must)
)

// ThanhVien is the tag of the sub-table of members.
const ThanhVien = "ThanhVien"

// A member, columns B and 1 to 10.
var (
	Cua          = form.Text("Cua", "Khoá của hộ", form.Max(20), form.Must)
	HoTen        = form.Text("HoTen", "Họ và tên thành viên", form.Must, form.Max(100), form.Help("Cả chủ hộ và người không đề nghị cấp thẻ"))
	MaSoBHXH     = form.Text("MaSoBHXH", "Mã số bảo hiểm y tế", form.Max(15), form.Help("10 chữ số, là mã số BHXH"))
	SoCCCD       = form.Text("SoCCCD", "Số CCCD/ĐDCN", form.Max(12))
	NgaySinh     = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Must)
	NoiKCB       = form.Code("NoiKCB", "Nơi đăng ký khám bệnh, chữa bệnh ban đầu", codes.KCB)
	MucLuong     = form.Money("MucLuong", "Tiền lương", form.Help("Mức lương cơ sở"))
	QuanHe       = form.Code("QuanHe", "Quan hệ với chủ hộ", codes.QuanHe, form.Must)
	TyLeNSNN     = form.Rate("TyLeNSNN", "Tỷ lệ NSNN hỗ trợ (%)")
	HinhThucNhan = form.Code("HinhThucNhan", "Thẻ bảo hiểm y tế", HinhThuc, form.Help("Để trống với người không đề nghị cấp thẻ"))
	SoThang      = form.Int("SoThang", "Số tháng thẻ có giá trị", form.Help("In trong cột Ghi chú"))
	GhiChu       = form.Text("GhiChu", "Ghi chú", form.Max(500))
)

// The head: who collects, where and when the sheet is signed.
var (
	TenDonVi    = form.Text("TenDonVi", "Tên tổ chức", form.Max(255), form.Help("Tổ chức hỗ trợ phát triển đối tượng; để trống khi hộ tự nộp"))
	MaDonVi     = form.Text("MaDonVi", "Mã tổ chức", form.Max(20))
	NhanVienThu = form.Text("NhanVienThu", "Họ và tên nhân viên thu", form.Max(100))
	MaNhanVien  = form.Text("MaNhanVien", "Mã nhân viên thu", form.Max(20))
	NoiLap      = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap     = form.Date("NgayLap", "Ngày lập")
)
