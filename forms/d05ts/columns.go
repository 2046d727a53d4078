package d05ts

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// The classes of column 8, by which the State's part is chosen. Their codes are
// ours: neither paper nor wire has any.
const (
	HoNgheo  = "ho-ngheo"
	CanNgheo = "can-ngheo"
	DanToc   = "dan-toc"
	Khac     = "khac"
)

// Lists of a few answers.
var (
	HinhThuc = form.Choice("Hình thức nhận kết quả", "1", "Bản điện tử", "2", "Bản giấy")
	DienNSNN = form.Choice("Diện được Nhà nước hỗ trợ", HoNgheo, "Hộ nghèo, sinh sống tại xã đảo, đặc khu",
		CanNgheo, "Hộ cận nghèo", DanToc, "Dân tộc thiểu số", Khac, "Người tham gia khác")
)

// Who.
var (
	HoTen    = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	MaSoBHXH = form.Text("MaSoBHXH", "Mã số BHXH", form.Max(12), form.Help("10 chữ số; để trống khi tăng mới người chưa có mã số"))
	NgaySinh = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Help("Tệp điện tử không có chỗ ghi"))
	CCNS     = form.Code("CCNS", "Loại ngày sinh", codes.CCNS, form.Help("Tự suy ra khi có ngày sinh; chỉ dùng khi đọc tệp điện tử"))
	SoCCCD   = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu", form.Max(12), form.Sure(form.Medium), form.Help("Mẫu giấy và tệp điện tử không có chỗ ghi; để đối chiếu"))
	MaTinh   = form.Code("MaTinh", "Tỉnh, thành phố đang sinh sống", codes.Tinh)
	MaHuyen  = form.Text("MaHuyen", "Huyện đang sinh sống (đến 30/06/2025)", form.Max(3), form.Sure(form.Medium))
	MaXa     = form.Code("MaXa", "Xã, phường, đặc khu đang sinh sống", codes.Xa)
	DiaChi   = form.Text("DiaChi", "Địa chỉ đang sinh sống", form.Max(500))
	ID       = form.Text("ID", "Khoá của dòng", form.Max(20), form.Help("Nối dòng này với tờ khai TK1-TS của cùng người"))
)

// What is paid for.
var (
	PhuongAn   = form.Code("PhuongAn", "Loại tăng, giảm, điều chỉnh", codes.PhuongAnTN, form.Must)
	PhuongThuc = form.Code("PhuongThuc", "Phương thức đóng", codes.PhuongThuc)
	TuThang    = form.Month("TuThang", "Từ tháng", form.Must)
	SoThang    = form.Int("SoThang", "Số tháng")
	ThuNhap    = form.Money("ThuNhap", "Mức thu nhập tháng đóng BHXH")
	TyLeDong   = form.Rate("TyLeDong", "Tỷ lệ đóng (%)")
	HeSo       = form.Decimal("HeSo", "Hệ số đóng một lần", form.Sure(form.Medium), form.Help("Chỉ có trong tệp điện tử; cách tính chưa rõ"))
	Loai       = form.Int("Loai", "Loại dòng", form.Sure(form.Medium), form.Help("Chỉ có trong tệp điện tử; hai nguồn hiểu khác nhau: loại dòng, hoặc loại đối tượng hỗ trợ"))
)

// How much, and who pays it.
var (
	PhaiDong  = form.Money("PhaiDong", "Số tiền phải đóng theo quy định")
	NguoiDong = form.Money("NguoiDong", "Người tham gia đóng")
	DienHoTro = form.Code("DienHoTro", "Diện được Nhà nước hỗ trợ", DienNSNN, form.Personal, form.Help("Để chọn tỷ lệ; mẫu giấy và tệp điện tử không có chỗ ghi"))
	TyLeNSNN  = form.Rate("TyLeNSNN", "Tỷ lệ NSNN hỗ trợ theo quy định (%)", form.Help("Ghi 0 khi không còn được hỗ trợ"))
	TienNSNN  = form.Money("TienNSNN", "Tiền NSNN hỗ trợ theo quy định", form.Help("Mẫu giấy không có cột này, tệp điện tử có"))
	TyLeThem  = form.Rate("TyLeThem", "Tỷ lệ NSNN hỗ trợ thêm (%)", form.Help("Để trống khi hỗ trợ bằng tiền"))
	TienThem  = form.Money("TienThem", "Số tiền NSNN hỗ trợ thêm")
	TyLeKhac  = form.Rate("TyLeKhac", "Tỷ lệ hỗ trợ khác (%)", form.Help("Để trống khi hỗ trợ bằng tiền"))
	TienKhac  = form.Money("TienKhac", "Số tiền hỗ trợ khác")
	HoanTra   = form.Money("HoanTra", "Số tiền đề nghị hoàn trả", form.Help("Khi dừng tham gia mà đã đóng trước; in trong cột Ghi chú, tệp điện tử không có chỗ ghi"))
	SoBL      = form.Text("SoBienLai", "Số biên lai", form.Max(50), form.Sure(form.Medium), form.Help("Mẫu giấy không có; phần mềm mới của tổ chức thu có"))
	NgayBL    = form.Date("NgayBienLai", "Ngày biên lai", form.Sure(form.Medium), form.Help("Ngày đóng; để trống thì tính theo ngày kiểm tra"))
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
	SoSoBHXH    = form.Int("SoSoBHXH", "Số sổ BHXH đề nghị cấp", form.Help("Chỉ có trong tệp điện tử"))
)
