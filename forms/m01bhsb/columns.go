package m01bhsb

import "ankhai/forms/form"

// Answers that the form or its wire give.
var (
	cacPhan      = form.Choice("Phần của danh sách", PhatSinh, "Mới phát sinh", DieuChinh, "Điều chỉnh số đã giải quyết")
	cacHinh      = form.Choice("Hình thức nhận trợ cấp", TaiKhoan, "Tài khoản cá nhân", QuaDonVi, "Qua đơn vị hoặc đại diện chi trả")
	cacSinhCon   = form.Choice("Điều kiện sinh con", "SC1", "Sinh một con", "SC2", "Sinh đôi", "SC3", "Sinh ba trở lên")
	cacBienPhap  = form.Choice("Biện pháp tránh thai", DatVong, "Đặt dụng cụ tránh thai trong tử cung", TrietSan, "Triệt sản")
	cacTruongHop = form.Choice("Trường hợp dưỡng sức", "daiNgay", "Bệnh cần chữa trị dài ngày", "doi", "Sinh một lần từ hai con", "phauThuat", "Phải phẫu thuật", "khac", "Trường hợp khác")
)

// The codes of the short lists.
const (
	PhatSinh  = "1" // phần 1
	DieuChinh = "2" // phần 2
	TaiKhoan  = "ATM"
	QuaDonVi  = "DDCHI"
	DatVong   = "datVong"
	TrietSan  = "trietSan"
)

// Who.
var (
	HoTen    = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	MaSoBHXH = form.Text("MaSoBHXH", "Mã số BHXH", form.Max(12), form.Help("10 chữ số"))
	SoCCCD   = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu", form.Max(12))
	MaNV     = form.Text("MaNV", "Mã nhân viên", form.Max(50), form.Help("Mã nội bộ của đơn vị, nếu có"))
	ID       = form.Text("ID", "Khoá của dòng", form.Max(20), form.Help("Nối dòng này với người trong danh bạ"))
)

// What is claimed.
var (
	Phan         = form.Code("Phan", "Phần", cacPhan, form.Must, form.Help("1 đợt nghỉ mới; 2 sửa đợt đã được giải quyết"))
	CheDo        = form.Code("CheDo", "Nhóm hưởng", danhSachNhom, form.Must)
	MaNhomHuong  = form.Text("MaNhomHuong", "Mã nhóm hưởng của cơ quan BHXH", form.Max(5), form.Sure(form.Low), form.Help("Mã do cơ quan BHXH trả; để trống thì tệp ghi mã đoán theo nhóm (chỉ O1 là chắc)"))
	MaNhomHuong2 = form.Text("MaNhomHuong2", "Phương án trong nhóm", form.Max(5), form.Sure(form.Medium), form.Help("Mã nhóm hưởng cấp 2, chưa có danh mục"))
)

// Days off.
var (
	TuNgay       = form.Date("TuNgay", "Từ ngày", form.Help("Ngày đầu ghi trên chứng từ"))
	DenNgay      = form.Date("DenNgay", "Đến ngày")
	TongSo       = form.Decimal("TongSo", "Tổng số ngày", form.Help("Ốm đau, khám thai, nam nghỉ: ngày làm việc, có nửa ngày khi ốm; còn lại: ngày theo lịch"))
	TuNgayDonVi  = form.Date("TuNgayDonVi", "Từ ngày đơn vị đề nghị", form.Help("Ngày đầu thực nghỉ việc"))
	DenNgayDonVi = form.Date("DenNgayDonVi", "Đến ngày đơn vị đề nghị", form.Sure(form.Medium))
	NgayNghiTuan = form.Text("NgayNghiTuan", "Ngày nghỉ hằng tuần", form.Max(20), form.Sure(form.Medium), form.Help("2 đến 7 là thứ hai đến thứ bảy, 8 là chủ nhật, cách nhau dấu chấm phẩy: 7;8"))
)

// Certificate and diagnosis.
var (
	SoSeri        = form.Text("SoSeri", "Số seri chứng từ", form.Max(50), form.Help("Giấy chứng nhận nghỉ việc hưởng BHXH hoặc giấy ra viện"))
	TuyenBV       = form.Text("TuyenBV", "Tuyến bệnh viện", form.Max(2), form.Sure(form.Medium), form.Personal, form.Help("Mã theo phần mềm của cơ quan BHXH, chưa có danh mục"))
	MaBenh        = form.Text("MaBenh", "Mã bệnh dài ngày", form.Max(20), form.Personal)
	TenBenh       = form.Text("TenBenh", "Tên bệnh", form.Max(200), form.Personal)
	NangNhoc      = form.Flag("NangNhoc", "Nặng nhọc, độc hại hoặc vùng đặc biệt khó khăn", form.Help("x khi nghề thuộc danh mục hoặc nơi làm việc thuộc vùng đặc biệt khó khăn"))
	MaDieuKien    = form.Text("MaDieuKien", "Mã điều kiện làm việc", form.Max(2), form.Sure(form.Low), form.Help("Mã của tệp điện tử, chưa có danh mục"))
	NghiDuongThai = form.Flag("NghiDuongThai", "Nghỉ dưỡng thai", form.Personal)
)

// The child.
var (
	NgaySinhCon     = form.Date("NgaySinhCon", "Ngày sinh của con")
	SoCon           = form.Int("SoCon", "Số con", form.Help("Số con ốm, số con sinh kể cả thai chết lưu, hoặc số con nhận"))
	MaSoBHXHCon     = form.Text("MaSoBHXHCon", "Mã số BHXH của con", form.Max(60), form.Help("Nhiều con thì cách nhau dấu chấm phẩy"))
	TheBHYTCon      = form.Text("TheBHYTCon", "Số thẻ BHYT của con", form.Max(80), form.Help("Nhiều con thì cách nhau dấu chấm phẩy"))
	DieuKienSinhCon = form.Code("DieuKienSinhCon", "Điều kiện sinh con", cacSinhCon)
	TuoiThai        = form.Int("TuoiThai", "Tuổi thai (tuần)", form.Personal)
	SoConChet       = form.Int("SoConChet", "Số con chết hoặc thai chết lưu", form.Personal)
	NgayConChet     = form.Date("NgayConChet", "Ngày con chết", form.Personal)
	NgayNhanCon     = form.Date("NgayNhanCon", "Ngày nhận con", form.Help("Nhận con nuôi, giao hoặc nhận con khi mang thai hộ"))
	SinhConThuHai   = form.Flag("SinhConThuHai", "Sinh con thứ hai", form.Sure(form.Medium), form.Help("Từ 01/07/2026; mẫu chưa có ô riêng nên ghi thêm vào Ghi chú"))
)

// The mother, and who looks after the child in her place.
var (
	MaSoBHXHMe        = form.Text("MaSoBHXHMe", "Mã số BHXH của mẹ", form.Max(12))
	TheBHYTMe         = form.Text("TheBHYTMe", "Số thẻ BHYT của mẹ", form.Max(15))
	SoCCCDMe          = form.Text("SoCCCDMe", "Số CCCD của mẹ", form.Max(12))
	PhauThuat32       = form.Flag("PhauThuat32", "Sinh phẫu thuật hoặc thai dưới 32 tuần", form.Personal)
	NgayMeChet        = form.Date("NgayMeChet", "Ngày mẹ chết", form.Personal)
	NgayKetLuan       = form.Date("NgayKetLuan", "Ngày kết luận mẹ không đủ sức khoẻ chăm con", form.Personal)
	PhiGiamDinh       = form.Money("PhiGiamDinh", "Phí giám định y khoa", form.Sure(form.Medium))
	MaSoBHXHNuoiDuong = form.Text("MaSoBHXHNuoiDuong", "Mã số BHXH của người nuôi dưỡng", form.Max(12), form.Sure(form.Medium))
	ChaNghiChamCon    = form.Flag("ChaNghiChamCon", "Cha nghỉ chăm con")
	MangThaiHo        = form.Flag("MangThaiHo", "Mang thai hộ")
	NgayDiLam         = form.Date("NgayDiLam", "Ngày đi làm thực tế", form.Help("Khi đi làm trước lúc hết thời gian nghỉ sinh"))
	BienPhap          = form.Code("BienPhap", "Biện pháp tránh thai", cacBienPhap, form.Personal)
	MaBienPhap        = form.Text("MaBienPhap", "Mã biện pháp KHHGĐ", form.Max(2), form.Sure(form.Low), form.Help("Mã của tệp điện tử, chưa có danh mục"))
	MaKhamThai        = form.Text("MaKhamThai", "Mã điều kiện khám thai", form.Max(2), form.Sure(form.Low), form.Help("Mã của tệp điện tử, chưa có danh mục"))
)

// Convalescence.
var (
	NgayTroLai   = form.Date("NgayTroLai", "Ngày trở lại làm việc")
	TyLeSuyGiam  = form.Rate("TyLeSuyGiam", "Tỷ lệ suy giảm khả năng lao động (%)", form.Personal)
	NgayGiamDinh = form.Date("NgayGiamDinh", "Ngày giám định", form.Personal)
	TruongHop    = form.Code("TruongHop", "Trường hợp dưỡng sức", cacTruongHop, form.Personal, form.Help("Quyết định số ngày tối đa; mẫu chỉ có chỗ ghi ở Ghi chú"))
)

// Additional batch, adjustment, money, notes.
var (
	DotBoSung      = form.Int("DotBoSung", "Đợt duyệt bổ sung")
	ThangBoSung    = form.Month("ThangBoSung", "Tháng duyệt bổ sung")
	MaHoSo         = form.Text("MaHoSo", "Mã hồ sơ giấy kèm", form.Max(30), form.Sure(form.Low))
	DotDaGQ        = form.Int("DotDaGQ", "Đợt đã giải quyết")
	ThangDaGQ      = form.Month("ThangDaGQ", "Tháng đã giải quyết")
	TuNgayDaDuyet  = form.Date("TuNgayDaDuyet", "Từ ngày đã giải quyết")
	LyDoDieuChinh  = form.Text("LyDoDieuChinh", "Lý do đề nghị điều chỉnh", form.Max(500))
	HinhThucTroCap = form.Code("HinhThucTroCap", "Hình thức nhận trợ cấp", cacHinh, form.Must)
	SoTaiKhoan     = form.Text("SoTaiKhoan", "Số tài khoản", form.Max(30), form.Personal)
	ChuTaiKhoan    = form.Text("ChuTaiKhoan", "Tên chủ tài khoản", form.Max(100), form.Personal)
	MaNganHang     = form.Text("MaNganHang", "Mã ngân hàng", form.Max(20), form.Personal, form.Help("Danh mục ngân hàng nhận trợ cấp chưa có; lấy từ phần mềm của tổ chức I-VAN"))
	GhiChu         = form.Text("GhiChu", "Ghi chú", form.Max(500))
)

// The head.
var (
	TenDonVi      = form.Text("TenDonVi", "Tên đơn vị", form.Must, form.Max(255))
	MaDonVi       = form.Text("MaDonVi", "Mã đơn vị", form.Must, form.Max(20))
	MaSoThue      = form.Text("MaSoThue", "Mã số thuế", form.Must, form.Max(14))
	DiaChi        = form.Text("DiaChi", "Địa chỉ", form.Must, form.Max(500))
	DienThoai     = form.Text("DienThoai", "Số điện thoại", form.Max(20))
	Dot           = form.Int("Dot", "Đợt", form.Must, form.Help("Đánh số lại từ 1 mỗi tháng"))
	Thang         = form.Month("Thang", "Tháng xét duyệt", form.Must)
	TaiKhoanDonVi = form.Text("TaiKhoanDonVi", "Tài khoản của đơn vị", form.Max(30), form.Help("Khi có người nhận tiền qua đơn vị"))
	MoTai         = form.Text("MoTai", "Mở tại ngân hàng", form.Max(200))
	ChiNhanh      = form.Text("ChiNhanh", "Chi nhánh", form.Max(200))
	ThuTruong     = form.Text("ThuTruong", "Thủ trưởng đơn vị", form.Must, form.Max(100))
	KemHoSoGiay   = form.Flag("KemHoSoGiay", "Kèm hồ sơ giấy", form.Must)
	LyDoGiaiTrinh = form.Text("LyDoGiaiTrinh", "Giải trình nộp chậm", form.Max(500))
	NoiLap        = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap       = form.Date("NgayLap", "Ngày lập")
)
