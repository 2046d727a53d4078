package d03ts

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

const khongTrenTep = "Tệp điện tử không có chỗ ghi"

// CachTinh is the list of Hình thức tính.
var CachTinh = form.Choice("Hình thức tính", "1", "Theo mức lương cơ sở", "2", "Theo mức đóng")

// Who.
var (
	HoTen    = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	MaSoBHXH = form.Text("MaSoBHXH", "Mã số BHXH", form.Max(12), form.Help("10 chữ số; để trống khi tăng mới người chưa có mã số"))
	SoCCCD   = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu", form.Max(12), form.Help(khongTrenTep))
	NgaySinh = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Must, form.Help("Chỉ có năm thì ghi năm"))
	GioiTinh = form.Code("GioiTinh", "Giới tính", codes.GioiTinh, form.Must, form.Help("0 nữ, 1 nam"))
	QuocTich = form.Code("QuocTich", "Quốc tịch", codes.QuocTich, form.Help(khongTrenTep))
	ID       = form.Text("ID", "Khoá của dòng", form.Max(20), form.Help("Nối dòng này với tờ khai TK1-TS của cùng người"))
)

// Where the person lives, and where the card is used.
var (
	DiaChi     = form.Text("DiaChi", "Địa chỉ đang sinh sống", form.Max(500))
	MaXa       = form.Code("MaXa", "Xã, phường, đặc khu", codes.Xa)
	MaHuyen    = form.Text("MaHuyen", "Huyện (đến 30/06/2025)", form.Max(3), form.Sure(form.Medium))
	MaTinh     = form.Code("MaTinh", "Tỉnh, thành phố", codes.Tinh)
	NoiKCB     = form.Code("NoiKCB", "Nơi đăng ký KCB ban đầu", codes.KCB)
	MucHuong   = form.Code("MucHuong", "Mức hưởng BHYT", codes.MucHuong)
	VungSS     = form.Code("VungSS", "Vùng sinh sống", codes.VungSS)
	MaPhongBan = form.Text("MaPhongBan", "Lớp, tổ, phòng ban", form.Max(50), form.Help("Lớp của học sinh, sinh viên"))
)

// What is declared.
var (
	PhuongAn   = form.Code("PhuongAn", "Phương án", codes.PhuongAnYT, form.Must, form.Sure(form.Medium))
	Loai       = form.Int("Loai", "Loại dòng", form.Sure(form.Medium), form.Help("Chưa thấy danh mục; tệp quan sát được ghi 1"))
	TuNgay     = form.Date("TuNgay", "Từ ngày")
	SoThang    = form.Int("SoThang", "Số tháng tham gia")
	CoGiamChet = form.Flag("CoGiamChet", "Giảm do chết")
	NgayChet   = form.Date("NgayChet", "Ngày chết")
	GhiChu     = form.Text("GhiChu", "Ghi chú", form.Max(500))
)

// What is paid, and by whom.
var (
	MaHo        = form.Text("MaHo", "Mã số hộ gia đình", form.Max(20), form.Help("Chung cho các thành viên của một hộ. "+khongTrenTep))
	ThuTu       = form.Int("ThuTu", "Người thứ mấy trong hộ", form.Help("1, 2, 3 …; người thứ 5 trở đi đóng như người thứ 5. "+khongTrenTep))
	MucDong     = form.Money("MucDong", "Tiền lương, mức đóng", form.Help("Hộ gia đình: phần của mức tham chiếu theo thứ tự người. "+khongTrenTep))
	TienDong    = form.Money("TienDong", "Tổng số tiền đóng")
	TyLeNSDP    = form.Rate("TyLeNSDP", "Ngân sách địa phương hỗ trợ (%)")
	HoTroKhac   = form.Rate("HoTroKhac", "Hỗ trợ khác (%)", form.Sure(form.Medium))
	SoBienLai   = form.Text("SoBienLai", "Số biên lai", form.Max(50))
	NgayBienLai = form.Date("NgayBienLai", "Ngày biên lai")
	MaNVThu     = form.Text("MaNVThu", "Mã số nhân viên thu", form.Max(20), form.Help("Mẫu của Quyết định 490/QĐ-BHXH có cột này. "+khongTrenTep))
)

// What is paid back (service E4); none of it is on the wire.
var (
	BaoGiamTu   = form.Month("BaoGiamTu", "Báo giảm từ tháng", form.Help(khongTrenTep))
	HoanTu      = form.Month("HoanTu", "Hoàn trả từ tháng", form.Help(khongTrenTep))
	HoanSoThang = form.Int("HoanSoThang", "Hoàn trả số tháng", form.Help(khongTrenTep))
	HoanTien    = form.Money("HoanTien", "Hoàn trả số tiền", form.Help(khongTrenTep))
	HoanLyDo    = form.Text("HoanLyDo", "Lý do hoàn trả", form.Max(500), form.Help(khongTrenTep))
)

// The head.
var (
	MaDonVi      = form.Text("MaDonVi", "Mã đơn vị", form.Max(20))
	TenDonVi     = form.Text("TenDonVi", "Tên đơn vị", form.Max(255))
	MaSoThue     = form.Text("MaSoThue", "Mã số thuế", form.Max(14))
	DiaChiDonVi  = form.Text("DiaChi", "Địa chỉ của đơn vị", form.Max(500))
	DienThoai    = form.Text("DienThoai", "Điện thoại", form.Max(20))
	Email        = form.Text("Email", "Email", form.Max(100))
	LoaiDoiTuong = form.Text("LoaiDoiTuong", "Mã đối tượng", form.Max(10), form.Sure(form.Low), form.Help("Chưa thấy danh mục mã của tệp"))
	TenDoiTuong  = form.Text("TenDoiTuong", "Đối tượng tham gia", form.Max(200), form.Help("Ví dụ: hộ gia đình, học sinh, sinh viên, người nghèo"))
	NguonDong    = form.Text("NguonDong", "Nguồn đóng", form.Max(10), form.Sure(form.Low), form.Help("Chưa thấy giá trị của tệp"))
	LuongCoSo    = form.Money("LuongCoSo", "Lương cơ sở (mức tham chiếu)")
	TyLeNSNN     = form.Rate("TyLeNSNN", "Tỷ lệ NSNN hỗ trợ (%)")
	HinhThucTinh = form.Code("HinhThucTinh", "Hình thức tính", CachTinh, form.Sure(form.Medium))
	SoTheBHYT    = form.Int("SoTheBHYT", "Số thẻ BHYT đề nghị cấp")
	NoiLap       = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap      = form.Date("NgayLap", "Ngày lập")
)
