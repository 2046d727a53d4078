package vb01dd

import "ankhai/forms/form"

// The two behaviours.
const (
	ChamDong = "CD"
	TronDong = "TD"
)

// CacHanhVi is the list of what the letter tells apart.
var CacHanhVi = form.Choice("Hành vi", ChamDong, "Chậm đóng", TronDong, "Trốn đóng")

// What is late, or evaded.
var (
	HanhVi   = form.Code("HanhVi", "Hành vi", CacHanhVi, form.Help("CD chậm đóng, TD trốn đóng; mã của phần mềm"))
	SoTien   = form.Money("SoTien", "Số tiền chậm đóng, trốn đóng")
	SoNgay   = form.Int("SoNgay", "Số ngày chậm đóng, trốn đóng")
	TienXuLy = form.Money("TienXuLy", "Số tiền xử lý hành vi (0,03%/ngày)")
)

// The letter.
var (
	BHXHTren  = form.Text("BHXHTren", "Bảo hiểm xã hội cấp trên", form.Max(255), form.Help("Dòng đầu của góc trái"))
	BHXHCoSo  = form.Text("BHXHCoSo", "Bảo hiểm xã hội ký văn bản", form.Max(255), form.Help("Dòng thứ hai của góc trái"))
	So        = form.Text("So", "Số văn bản", form.Max(50))
	NoiLap    = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap   = form.Date("NgayLap", "Ngày lập")
	TenDonVi  = form.Text("TenDonVi", "Kính gửi", form.Max(255), form.Help("Đơn vị sử dụng lao động"))
	MaDonVi   = form.Text("MaDonVi", "Mã số đơn vị", form.Max(20))
	DiaChi    = form.Text("DiaChi", "Địa chỉ", form.Max(500))
	DienThoai = form.Text("DienThoai", "Số điện thoại", form.Max(50))
	Thang     = form.Month("Thang", "Tháng của Thông báo C12-TS")
	CoQuan    = form.Text("CoQuan", "BHXH tỉnh, thành phố hoặc cơ sở quản lý thu", form.Max(255))
	GiamDoc   = form.Text("GiamDoc", "Giám đốc", form.Max(100))
)
