package d02lt

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// HinhThuc is the list of column 17, in which form the result is wanted.
var HinhThuc = form.Choice("Hình thức nhận kết quả", "1", "Bản điện tử", "2", "Bản giấy")

// Who.
var (
	HoTen    = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	MaSoBHXH = form.Text("MaSoBHXH", "Mã số BHXH", form.Max(12), form.Help("10 chữ số; để trống khi tăng mới người chưa có mã số"))
	NgaySinh = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Must)
	GioiTinh = form.Code("GioiTinh", "Giới tính", codes.GioiTinh, form.Sure(form.Medium), form.Help("0 nữ, 1 nam; mẫu giấy không có cột này, tệp điện tử có"))
	SoCCCD   = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu", form.Max(12), form.Help("Mẫu giấy không có cột này, tệp điện tử có"))
	QuocTich = form.Code("QuocTich", "Quốc tịch", codes.QuocTich, form.Help("VN; để chọn tỷ lệ đóng của người nước ngoài"))
	ID       = form.Text("ID", "Khoá của dòng", form.Max(20), form.Help("Nối dòng này với tờ khai TK1-TS của cùng người"))
)

// What work, where.
var (
	ChucDanh   = form.Text("ChucDanh", "Chức vụ, chức danh nghề", form.Max(500))
	NoiLamViec = form.Text("NoiLamViec", "Nơi làm việc", form.Max(500), form.Help("Có xã, phường, đặc khu và tỉnh, thành phố"))
	ViTri      = form.Code("ViTri", "Vị trí việc làm", codes.ViTri)
	ViTriTu    = form.Date("ViTriTu", "Vị trí việc làm từ ngày")
	ViTriDen   = form.Date("ViTriDen", "Vị trí việc làm đến ngày")
	NndhTu     = form.Date("NndhTu", "Nặng nhọc, độc hại từ ngày")
	NndhDen    = form.Date("NndhDen", "Nặng nhọc, độc hại đến ngày")
	MaPhongBan = form.Text("MaPhongBan", "Phòng ban", form.Max(50))
	VungLTT    = form.Code("VungLTT", "Vùng lương tối thiểu", codes.VungLTT)
	VungSS     = form.Code("VungSS", "Vùng sinh sống", codes.VungSS, form.Sure(form.Medium))
)

// Pay: either đồng or the State's coefficients.
var (
	MucLuong    = form.Money("MucLuong", "Mức lương")
	HeSo        = form.Decimal("HeSo", "Hệ số lương")
	BaoLuu      = form.Decimal("BaoLuu", "Hệ số chênh lệch bảo lưu", form.Help("Tệp điện tử không có chỗ ghi"))
	PhuCapCV    = form.Decimal("PhuCapCV", "Phụ cấp chức vụ (hệ số)")
	TNVK        = form.Rate("TNVK", "Thâm niên vượt khung (%)")
	TNNghe      = form.Rate("TNNghe", "Thâm niên nghề (%)")
	PhuCapLuong = form.Money("PhuCapLuong", "Phụ cấp lương")
	BoSung      = form.Money("BoSung", "Các khoản bổ sung")
)

// Contract and decisions.
var (
	LoaiHD      = form.Code("LoaiHD", "Loại hợp đồng", codes.LoaiHD)
	HDSo        = form.Text("HDSo", "Số hợp đồng, quyết định", form.Max(50))
	HDNgayKy    = form.Date("HDNgayKy", "Ngày ký hợp đồng")
	HDTu        = form.Date("HDTu", "Hợp đồng từ ngày")
	HDDen       = form.Date("HDDen", "Hợp đồng đến ngày")
	NgayHieuLuc = form.Date("NgayHieuLuc", "Ngày quyết định, hợp đồng có hiệu lực", form.Help("Trống thì in ngày bắt đầu hợp đồng"))
	QDSo        = form.Text("QDSo", "Số quyết định chấm dứt", form.Max(50))
	QDNgay      = form.Date("QDNgay", "Ngày quyết định chấm dứt")
)

// What is declared.
var (
	PhuongAn     = form.Code("PhuongAn", "Phương án", codes.PhuongAn, form.Must)
	Loai         = form.Code("Loai", "Loại kê khai", codes.LoaiKeKhai, form.Sure(form.Medium))
	TuThang      = form.Month("TuThang", "Từ tháng", form.Must)
	DenThang     = form.Month("DenThang", "Đến tháng")
	TyLeDong     = form.Rate("TyLeDong", "Tỷ lệ đóng (%)")
	TinhLai      = form.Flag("TinhLai", "Tính lãi")
	DaCoSo       = form.Flag("DaCoSo", "Đã có sổ BHXH")
	MucHuong     = form.Code("MucHuong", "Mức hưởng BHYT", codes.MucHuong)
	NoiKCB       = form.Code("NoiKCB", "Nơi đăng ký KCB ban đầu", codes.KCB)
	HinhThucNhan = form.Code("HinhThucNhan", "Hình thức nhận kết quả", HinhThuc, form.Sure(form.Medium))
	CoGiamChet   = form.Flag("CoGiamChet", "Giảm do chết")
	NgayChet     = form.Date("NgayChet", "Ngày chết")
	GhiChu       = form.Text("GhiChu", "Ghi chú", form.Max(500))
)

// The head.
var (
	MaDonVi      = form.Text("MaDonVi", "Mã đơn vị", form.Max(20))
	TenDonVi     = form.Text("TenDonVi", "Tên đơn vị", form.Max(255))
	DiaChi       = form.Text("DiaChi", "Địa chỉ liên hệ", form.Max(500))
	Email        = form.Text("Email", "Địa chỉ thư điện tử", form.Max(100))
	DienThoai    = form.Text("DienThoai", "Số điện thoại liên hệ", form.Max(20))
	NguoiDaiDien = form.Text("NguoiDaiDien", "Người đại diện", form.Max(100))
	SoDinhDanh   = form.Text("SoDinhDanh", "Số định danh cá nhân", form.Max(12))
	LoaiHinh     = form.Text("LoaiHinh", "Loại hình đơn vị", form.Max(255))
	NganhNghe    = form.Text("NganhNghe", "Ngành nghề sản xuất, kinh doanh chính", form.Max(255))
	PhuongThuc   = form.Text("PhuongThuc", "Phương thức đóng", form.Max(100))
	DoiTuong     = form.Text("DoiTuong", "Đối tượng tham gia", form.Max(255))
	CoQuanBHXH   = form.Text("CoQuanBHXH", "Đăng ký tham gia tại BHXH", form.Max(5), form.Help("Mã cơ quan BHXH, 5 chữ số"))
	So           = form.Text("So", "Số danh sách", form.Max(50))
	NgayLap      = form.Date("NgayLap", "Ngày lập")
	SoToBia      = form.Int("SoToBia", "Số tờ bìa sổ BHXH")
	SoToRoi      = form.Int("SoToRoi", "Số tờ rời sổ BHXH")
	SoTheBHYT    = form.Int("SoTheBHYT", "Số thẻ BHYT")
)
