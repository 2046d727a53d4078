package d09ts

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// A person.
var (
	HoTen    = form.Text("HoTen", "Họ và tên", form.Max(100))
	MaSoBHXH = form.Text("MaSoBHXH", "Mã số BHXH", form.Max(12))
	NgaySinh = form.Birth("NgaySinh", "Ngày tháng năm sinh")
	DiaChi   = form.Text("DiaChi", "Địa chỉ", form.Max(500))
	NoiKCB   = form.Code("NoiKCB", "Nơi đăng ký KCB", codes.KCB)
	ChucDanh = form.Text("ChucDanh", "Chức vụ, chức danh nghề", form.Max(500))
	GhiChu   = form.Text("GhiChu", "Ghi chú", form.Max(500))
)

// The pay on which each fund is paid.
var (
	LuongBHXH = form.Money("LuongBHXH", "Tiền lương đóng BHXH")
	LuongBHYT = form.Money("LuongBHYT", "Tiền lương đóng BHYT")
	LuongBHTN = form.Money("LuongBHTN", "Tiền lương đóng BHTN")
	LuongTNLD = form.Money("LuongTNLD", "Tiền lương đóng BHTNLĐ, BNN")
)

// The head, with the sums that the list itself prints.
var (
	BHXHTren = form.Text("BHXHTren", "Bảo hiểm xã hội cấp trên", form.Max(255), form.Help("Dòng đầu của góc trái"))
	BHXHCoSo = form.Text("BHXHCoSo", "Bảo hiểm xã hội lập danh sách", form.Max(255), form.Help("Dòng thứ hai của góc trái"))
	MaDonVi  = form.Text("MaDonVi", "Mã đơn vị", form.Max(20))
	TenDonVi = form.Text("TenDonVi", "Tên đơn vị", form.Max(255))
	DiaChiDV = form.Text("DiaChi", "Địa chỉ của đơn vị", form.Max(500))
	CongBHXH = form.Money("CongBHXH", "Cộng tiền lương đóng BHXH")
	CongBHYT = form.Money("CongBHYT", "Cộng tiền lương đóng BHYT")
	CongBHTN = form.Money("CongBHTN", "Cộng tiền lương đóng BHTN")
	CongTNLD = form.Money("CongTNLD", "Cộng tiền lương đóng BHTNLĐ, BNN")
	NoiLap   = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap  = form.Date("NgayLap", "Ngày lập")
	GiamDoc  = form.Text("GiamDoc", "Giám đốc", form.Max(100))
)

// quy pairs the pay of a fund with the sum that the list prints.
type quy struct{ luong, cong form.MoneyColumn }

var cacQuy = []quy{{LuongBHXH, CongBHXH}, {LuongBHYT, CongBHYT}, {LuongBHTN, CongBHTN}, {LuongTNLD, CongTNLD}}
