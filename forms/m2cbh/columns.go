package m2cbh

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// The five changes of item 3.
const (
	SangTaiKhoan = "1"
	SangTienMat  = "2"
	DoiTaiKhoan  = "3"
	DoiNoiNhan   = "4"
	DoiLienHe    = "5"
)

// ThayDois is the list of item 3.
var ThayDois = form.Choice("Nội dung thay đổi",
	SangTaiKhoan, "Từ tiền mặt sang tài khoản",
	SangTienMat, "Từ tài khoản sang tiền mặt",
	DoiTaiKhoan, "Đổi tài khoản",
	DoiNoiNhan, "Đổi nơi nhận trong tỉnh",
	DoiLienHe, "Đổi thông tin liên hệ",
)

// The person who is paid, items 1 and 2.
var (
	HoTen    = form.Text("HoTen", "Họ và tên người hưởng", form.Must, form.Max(100), form.Sure(form.Medium), form.Help("Đủ dấu, như trên căn cước"))
	NgaySinh = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Must, form.Sure(form.Medium))
	SoCCCD   = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu", form.Must, form.Max(12), form.Sure(form.Medium))
	MaSoBHXH = form.Text("MaSoBHXH", "Mã số BHXH", form.Must, form.Max(12), form.Sure(form.Medium))
	CheDo    = form.Text("CheDo", "Chế độ đang hưởng", form.Must, form.Max(255), form.Sure(form.Medium), form.Help("Ví dụ: lương hưu; trợ cấp tuất hằng tháng. Danh mục của cơ quan BHXH chưa thấy công bố"))
	SoHoSo   = form.Text("SoHoSo", "Số sổ, số hồ sơ hưởng", form.Max(50), form.Sure(form.Medium))
	MaTinh   = form.Code("MaTinh", "Tỉnh, thành phố đang nhận", codes.Tinh, form.Sure(form.Inferred), form.Help("Mẫu không in riêng; đổi nơi nhận sang tỉnh khác thì dùng đơn 14-HSB"))
	ID       = form.Text("ID", "Khoá của dòng", form.Max(20))
)

// What changes, items 3 to 7.
var (
	ThayDoi     = form.Code("ThayDoi", "Nội dung thay đổi", ThayDois, form.Must, form.Sure(form.Medium))
	ThongTinCu  = form.Text("ThongTinCu", "Thông tin hiện tại", form.Max(500), form.Personal, form.Sure(form.Medium), form.Help("Có thể có số tài khoản đang dùng"))
	SoTaiKhoan  = form.Text("SoTaiKhoan", "Số tài khoản mới", form.Max(30), form.Personal, form.Sure(form.Medium))
	ChuTaiKhoan = form.Text("ChuTaiKhoan", "Chủ tài khoản mới", form.Max(100), form.Personal, form.Sure(form.Medium))
	NganHang    = form.Code("NganHang", "Ngân hàng mới", codes.NganHang, form.Personal, form.Sure(form.Medium), form.Help("Mẫu in tên ngân hàng"))
	ChiNhanh    = form.Text("ChiNhanh", "Chi nhánh ngân hàng mới", form.Max(255), form.Personal, form.Sure(form.Medium))
	DiemChi     = form.Text("DiemChi", "Điểm chi trả mới, tổ", form.Max(255), form.Sure(form.Medium))
	MaXaMoi     = form.Code("MaXaMoi", "Xã, phường, đặc khu nhận mới", codes.Xa, form.Sure(form.Medium))
	MaTinhMoi   = form.Code("MaTinhMoi", "Tỉnh, thành phố nhận mới", codes.Tinh, form.Sure(form.Inferred))
	DienThoai   = form.Text("DienThoai", "Số điện thoại", form.Max(20), form.Sure(form.Medium))
	Email       = form.Text("Email", "Địa chỉ email", form.Max(100), form.Sure(form.Inferred))
	DiaChi      = form.Text("DiaChi", "Địa chỉ liên hệ", form.Max(500), form.Sure(form.Inferred))
	TuThang     = form.Month("TuThang", "Đề nghị từ tháng", form.Sure(form.Medium))
)

// The head: who the notice goes to, where and when it is signed.
var (
	TenCoQuan = form.Text("TenCoQuan", "Kính gửi cơ quan bảo hiểm xã hội", form.Must, form.Max(255), form.Help("Cơ quan đang chi trả; ghi tên, danh mục chưa thấy công bố"))
	NoiLap    = form.Text("NoiLap", "Nơi lập", form.Must, form.Max(100))
	NgayLap   = form.Date("NgayLap", "Ngày lập", form.Must)
)
