package mauso3

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// What a row is for, by the lines that the guide asks for. The codes are ours:
// the paper has none.
const (
	TangNguoi = "tang-nguoi"
	TangLuong = "tang-luong"
	GiamNguoi = "giam-nguoi"
	GiamLuong = "giam-luong"
	DoiKCB    = "doi-kcb"
)

// What column 4 holds, by the guide. The codes are ours.
const (
	NguoiLaoDong = "lao-dong"
	LuongHuu     = "luong-huu"
	LuongCoSo    = "luong-co-so"
	HoGiaDinh    = "ho-gia-dinh"
)

// Lists of a few answers.
var (
	LoaiTang = form.Choice("Loại tăng, giảm", TangNguoi, "Tăng người tham gia", TangLuong, "Tăng tiền lương",
		GiamNguoi, "Giảm người tham gia", GiamLuong, "Giảm tiền lương", DoiKCB, "Thay đổi nơi đăng ký khám chữa bệnh ban đầu")
	Nhom = form.Choice("Nhóm tính mức đóng", NguoiLaoDong, "Người lao động",
		LuongHuu, "Hưởng lương hưu, trợ cấp mất sức lao động, trợ cấp thất nghiệp",
		LuongCoSo, "Đóng theo mức lương cơ sở (ngân sách nhà nước đóng, hỗ trợ; tổ chức BHXH đóng)", HoGiaDinh, "Tham gia theo hộ gia đình")
	HinhThuc = form.Choice("Loại thẻ bảo hiểm y tế", "1", "Bản điện tử", "2", "Bản giấy")
)

// Who, and what is reported.
var (
	HoTen    = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100))
	MaSoBHXH = form.Text("MaSoBHXH", "Mã số bảo hiểm y tế", form.Max(15), form.Help("10 chữ số, là mã số BHXH; để trống khi tham gia lần đầu, kèm Mẫu số 2"))
	SoCCCD   = form.Text("SoCCCD", "Số căn cước công dân/định danh cá nhân", form.Max(12))
	NoiKCB   = form.Code("NoiKCB", "Nơi đăng ký khám chữa bệnh ban đầu", codes.KCB)
	Loai     = form.Code("LoaiTangGiam", "Loại tăng, giảm", LoaiTang, form.Must, form.Help("Xếp dòng vào phần Tăng hoặc Giảm; mẫu giấy không có cột này"))
	NhomDong = form.Code("NhomDong", "Nhóm tính mức đóng", Nhom, form.Help("Quyết định cách ghi cột 4; mẫu giấy không có cột này"))
	TuThang  = form.Month("TuThang", "Tháng tham gia")
	SoThang  = form.Int("SoThang", "Số tháng thẻ có giá trị", form.Help("In trong cột Ghi chú"))
	KhoaHo   = form.Text("KhoaHo", "Hộ gia đình", form.Max(20), form.Help("Cùng một chữ cho những người của một hộ; không in ra"))
	ThuTu    = form.Int("ThuTu", "Thứ tự trong hộ", form.Help("Người thứ mấy của hộ cùng tham gia, để giảm trừ mức đóng; không in ra"))
	ID       = form.Text("ID", "Khoá của dòng", form.Max(20), form.Help("Nối dòng này với tờ khai Mẫu số 2 của cùng người"))
)

// What the contribution is counted on, columns 4 to 8.
var (
	MucLuong = form.Money("MucLuong", "Tiền lương", form.Help("Lương, lương hưu, trợ cấp; hộ gia đình: mức lương cơ sở đã giảm trừ theo thứ tự"))
	HeSo     = form.Decimal("HeSo", "Hệ số lương", form.Help("Cả hệ số chênh lệch bảo lưu; người lao động hưởng lương do Nhà nước quy định"))
	PhuCapCV = form.Decimal("PhuCapCV", "Phụ cấp chức vụ (hệ số)")
	TNVK     = form.Rate("TNVK", "Thâm niên vượt khung (%)")
	TNNghe   = form.Rate("TNNghe", "Thâm niên nghề (%)")
	BoSung   = form.Money("BoSung", "Các khoản phụ cấp lương và thu nhập bổ sung")
	TyLeNSNN = form.Rate("TyLeNSNN", "Tỷ lệ ngân sách nhà nước hỗ trợ (%)", form.Help("Cả phần ngân sách địa phương hỗ trợ thêm; đối tượng khác để trống"))
)

// The rest of a row.
var (
	HinhThucNhan = form.Code("HinhThucNhan", "Loại thẻ bảo hiểm y tế", HinhThuc)
	GhiChu       = form.Text("GhiChu", "Ghi chú", form.Max(500))
)

// The head: who makes the list.
var (
	TenDonVi    = form.Text("TenDonVi", "Tên cơ quan/tổ chức", form.Max(255))
	MaDonVi     = form.Text("MaDonVi", "Mã cơ quan/tổ chức", form.Max(20))
	NhanVienThu = form.Text("NhanVienThu", "Họ và tên nhân viên thu", form.Max(100), form.Help("Tổ chức hỗ trợ phát triển đối tượng"))
	MaNhanVien  = form.Text("MaNhanVien", "Mã nhân viên thu", form.Max(20))
	So          = form.Text("So", "Số danh sách", form.Max(50))
	NgayLap     = form.Date("NgayLap", "Ngày lập")
)
