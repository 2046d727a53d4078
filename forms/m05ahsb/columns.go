package m05ahsb

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// Answers that the form gives.
var (
	cacCheDo     = form.Choice("Loại chế độ", TNLD, "Tai nạn lao động", BNN, "Bệnh nghề nghiệp")
	cacTruongHop = form.Choice("Trường hợp đề nghị", LanDau, "Lần đầu", TaiPhat, "Thương tật, bệnh tật tái phát", TiepTuc, "Tiếp tục bị, giám định tổng hợp")
	cacNoi       = form.Choice("Trường hợp bị tai nạn lao động", "noiLamViec", "Tại nơi làm việc và trong giờ làm việc",
		"theoYeuCau", "Ngoài nơi làm việc hoặc ngoài giờ làm việc theo yêu cầu của đơn vị", TuyenDuong, "Trên tuyến đường đi và về giữa nơi ở và nơi làm việc")
	cacHinh = form.Choice("Hình thức nhận trợ cấp", TaiKhoan, "Tài khoản cá nhân", "2", "Tiền mặt tại cơ quan BHXH hoặc tổ chức dịch vụ", "3", "Qua người sử dụng lao động")
)

// The codes of the short lists; those of the kind and of the case are the program's.
const (
	TNLD       = "TNLD"
	BNN        = "BNN"
	LanDau     = "lanDau"
	TaiPhat    = "taiPhat"
	TiepTuc    = "tiepTuc"
	TuyenDuong = "tuyenDuong"
	TaiKhoan   = "1"
)

// Who.
var (
	HoTen    = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	NgaySinh = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Must)
	GioiTinh = form.Code("GioiTinh", "Giới tính", codes.GioiTinh, form.Must, form.Help("0 nữ, 1 nam"))
	MaSoBHXH = form.Text("MaSoBHXH", "Mã số BHXH", form.Must, form.Max(12))
	SoCCCD   = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu", form.Must, form.Max(12))
	NgayCap  = form.Date("NgayCap", "Ngày cấp", form.Must)
	NoiCap   = form.Text("NoiCap", "Nơi cấp", form.Must, form.Max(255))
	ChucDanh = form.Text("ChucDanh", "Cấp bậc, chức vụ, nghề nghiệp", form.Must, form.Max(500), form.Sure(form.Medium))
	ID       = form.Text("ID", "Khoá của dòng", form.Max(20), form.Help("Nối dòng này với người trong danh bạ"))
)

// What happened.
var (
	LoaiCheDo     = form.Code("LoaiCheDo", "Loại chế độ", cacCheDo, form.Must, form.Personal)
	TruongHop     = form.Code("TruongHopTNLD", "Trường hợp đề nghị", cacTruongHop, form.Must)
	LanThu        = form.Int("LanThu", "Lần thứ")
	NgayXayRa     = form.Date("NgayXayRa", "Ngày xảy ra tai nạn lao động", form.Personal)
	NoiXayRa      = form.Code("NoiXayRa", "Trường hợp bị tai nạn lao động", cacNoi)
	BienBanSo     = form.Text("BienBanSo", "Số biên bản điều tra tai nạn lao động", form.Max(50))
	BienBanNgay   = form.Date("BienBanNgay", "Ngày biên bản điều tra tai nạn lao động")
	BienBanNoi    = form.Text("BienBanNoi", "Nơi lập biên bản điều tra tai nạn lao động", form.Max(255))
	GiaoThongSo   = form.Text("GiaoThongSo", "Số biên bản tai nạn giao thông", form.Max(50))
	GiaoThongNgay = form.Date("GiaoThongNgay", "Ngày biên bản tai nạn giao thông")
	GiaoThongNoi  = form.Text("GiaoThongNoi", "Nơi lập biên bản tai nạn giao thông", form.Max(255))
	GiayKhamSo    = form.Text("GiayKhamSo", "Số giấy khám bệnh nghề nghiệp", form.Max(50), form.Personal)
	GiayKhamNgay  = form.Date("GiayKhamNgay", "Ngày giấy khám bệnh nghề nghiệp", form.Personal)
	GiayKhamNoi   = form.Text("GiayKhamNoi", "Nơi cấp giấy khám bệnh nghề nghiệp", form.Max(255), form.Personal)
)

// Treatment and rating.
var (
	NoiDieuTri   = form.Text("NoiDieuTri", "Nơi điều trị", form.Max(255), form.Personal, form.Sure(form.Medium))
	NgayVaoVien  = form.Date("NgayVaoVien", "Ngày vào viện", form.Personal, form.Sure(form.Medium))
	NgayRaVien   = form.Date("NgayRaVien", "Ngày ra viện", form.Personal, form.Sure(form.Medium))
	GiamDinhSo   = form.Text("GiamDinhSo", "Số biên bản giám định", form.Must, form.Max(50), form.Personal)
	NgayGiamDinh = form.Date("NgayGiamDinh", "Ngày biên bản giám định", form.Must, form.Personal)
	TyLeSuyGiam  = form.Rate("TyLeSuyGiam", "Tỷ lệ suy giảm khả năng lao động (%)", form.Must, form.Personal, form.Help("Tỷ lệ tổng hợp khi tiếp tục bị"))
	PhuongTien   = form.Text("PhuongTien", "Phương tiện trợ giúp sinh hoạt", form.Max(255), form.Personal, form.Sure(form.Medium))
)

// Money.
var (
	HinhThucTroCap = form.Code("HinhThucTroCap", "Hình thức nhận trợ cấp", cacHinh, form.Must, form.Sure(form.Medium))
	SoTaiKhoan     = form.Text("SoTaiKhoan", "Số tài khoản", form.Max(30), form.Personal)
	ChuTaiKhoan    = form.Text("ChuTaiKhoan", "Tên chủ tài khoản", form.Max(100), form.Personal, form.Sure(form.Medium))
	TenNganHang    = form.Text("TenNganHang", "Mở tại ngân hàng", form.Max(255), form.Personal)
	NoiNhan        = form.Text("NoiNhan", "Nơi nhận trợ cấp", form.Max(255), form.Sure(form.Medium))
	NoiKCB         = form.Code("NoiKCB", "Nơi đăng ký KCB ban đầu", codes.KCB, form.Sure(form.Medium), form.Personal)
)

// The head.
var (
	TenDonVi  = form.Text("TenDonVi", "Tên đơn vị", form.Must, form.Max(255))
	MaDonVi   = form.Text("MaDonVi", "Mã đơn vị", form.Must, form.Max(20))
	DienThoai = form.Text("DienThoai", "Số điện thoại", form.Max(20), form.Sure(form.Medium))
	So        = form.Text("So", "Số công văn", form.Max(50), form.Sure(form.Medium))
	TenCoQuan = form.Text("TenCoQuan", "Kính gửi cơ quan bảo hiểm xã hội", form.Max(255), form.Sure(form.Inferred))
	ThuTruong = form.Text("ThuTruong", "Thủ trưởng đơn vị", form.Must, form.Max(100))
	NoiLap    = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap   = form.Date("NgayLap", "Ngày lập")
)
