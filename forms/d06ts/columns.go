package d06ts

import "ankhai/forms/form"

// What a row is for, column 15. The codes are ours: the paper has words only.
const (
	LanDau    = "lan-dau"
	DongTiep  = "dong-tiep"
	DangKyLai = "dang-ky-lai"
	DieuChinh = "dieu-chinh"
)

// The classes of column 9, by which the State's part is chosen. The codes are ours.
const (
	HoNgheo  = "ho-ngheo"
	CanNgheo = "can-ngheo"
	Khac     = "khac"
)

// Lists of a few answers.
var (
	LoaiTang = form.Choice("Loại tăng, giảm, điều chỉnh", LanDau, "Tăng tham gia lần đầu", DongTiep, "Đóng tiếp", DangKyLai, "Đăng ký lại",
		DieuChinh, "Điều chỉnh nghề nghiệp, công việc, thời gian, nơi làm việc")
	DienNSNN = form.Choice("Diện được Nhà nước hỗ trợ", HoNgheo, "Hộ nghèo", CanNgheo, "Hộ cận nghèo", Khac, "Người lao động khác")
	HinhThuc = form.Choice("Hình thức nhận kết quả", "1", "Bản điện tử", "2", "Bản giấy")
)

// Who, and at which work.
var (
	HoTen      = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	MaSoBHXH   = form.Text("MaSoBHXH", "Mã số BHXH", form.Max(12), form.Help("10 chữ số; để trống khi tham gia lần đầu mà chưa có mã số"))
	NgaySinh   = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Must)
	SoCCCD     = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu", form.Max(12), form.Sure(form.Medium), form.Help("Mẫu giấy không có cột này; để đối chiếu"))
	NgheNghiep = form.Text("NgheNghiep", "Nghề, công việc, thời gian và nơi làm việc", form.Must, form.Max(500),
		form.Help("Ví dụ: Lái xe ô tô qua ứng dụng, lưu động từ 5 giờ đến 9 giờ/ngày trong địa bàn phường A"))
	ID = form.Text("ID", "Khoá của dòng", form.Max(20), form.Help("Nối dòng này với tờ khai TK1-TS của cùng người"))
)

// What is paid for, how much, and who pays it.
var (
	Loai      = form.Code("LoaiTangGiam", "Loại tăng, giảm, điều chỉnh", LoaiTang, form.Must)
	TuNgay    = form.Date("TuNgay", "Từ ngày", form.Must)
	SoThang   = form.Int("SoThang", "Số tháng")
	ThuNhap   = form.Money("ThuNhap", "Mức thu nhập tháng", form.Help("Lương tối thiểu vùng IV"))
	PhaiDong  = form.Money("PhaiDong", "Số tiền phải đóng theo quy định")
	NguoiDong = form.Money("NguoiDong", "Người tham gia đóng")
	DienHoTro = form.Code("DienHoTro", "Diện được Nhà nước hỗ trợ", DienNSNN, form.Help("Để chọn tỷ lệ; mẫu giấy không có cột này"))
	TyLeNSNN  = form.Rate("TyLeNSNN", "Tỷ lệ NSNN hỗ trợ theo quy định (%)", form.Help("Ghi 0 khi không được hỗ trợ"))
	TyLeThem  = form.Rate("TyLeThem", "Tỷ lệ NSNN hỗ trợ thêm (%)", form.Help("Để trống khi hỗ trợ bằng tiền"))
	TienThem  = form.Money("TienThem", "Số tiền NSNN hỗ trợ thêm")
	TyLeKhac  = form.Rate("TyLeKhac", "Tỷ lệ hỗ trợ khác (%)", form.Help("Để trống khi hỗ trợ bằng tiền"))
	TienKhac  = form.Money("TienKhac", "Số tiền hỗ trợ khác")
)

// The rest of a row.
var (
	HinhThucNhan = form.Code("HinhThucNhan", "Hình thức nhận kết quả", HinhThuc, form.Sure(form.Medium))
	GhiChu       = form.Text("GhiChu", "Ghi chú", form.Max(500))
)

// The head: the organisation that collects, and its collector.
var (
	TenDonVi    = form.Text("TenDonVi", "Tên tổ chức", form.Max(255))
	MaDonVi     = form.Text("MaDonVi", "Mã tổ chức", form.Max(20))
	NhanVienThu = form.Text("NhanVienThu", "Họ và tên nhân viên thu", form.Max(100))
	MaNhanVien  = form.Text("MaNhanVien", "Mã nhân viên thu", form.Max(20))
	So          = form.Text("So", "Số danh sách", form.Max(50))
	NgayLap     = form.Date("NgayLap", "Ngày lập")
)
