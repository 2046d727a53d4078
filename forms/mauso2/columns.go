package mauso2

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// Answers of item [10] and of [10.1].
const (
	BanDienTu = "1"
	BanGiay   = "2"

	QuaVssID = "1"
	QuaEmail = "2"
)

// Lists of a few answers; the codes of KenhNhan are ours, the form has boxes.
var (
	HinhThuc = form.Choice("Hình thức nhận kết quả", BanDienTu, "Bản điện tử", BanGiay, "Bản giấy")
	Kenh     = form.Choice("Nơi nhận thẻ bản điện tử", QuaVssID, "VssID", QuaEmail, "Email")
)

// The person, the number above item [01] and items [01] to [09].
var (
	MaSoBHXH  = form.Text("MaSoBHXH", "Mã số bảo hiểm y tế", form.Max(15), form.Help("10 chữ số, là mã số BHXH; để trống khi tham gia lần đầu"))
	HoTen     = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100), form.Help("Đủ dấu; in ra bằng chữ in hoa"))
	GioiTinh  = form.Code("GioiTinh", "Giới tính", codes.GioiTinh, form.Help("0 nữ, 1 nam"))
	NgaySinh  = form.Birth("NgaySinh", "Ngày, tháng, năm sinh")
	DanToc    = form.Code("DanToc", "Dân tộc", codes.DanToc, form.Personal, form.Help("Người nước ngoài để trống"))
	QuocTich  = form.Code("QuocTich", "Quốc tịch", codes.QuocTich)
	SoCCCD    = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu", form.Max(12))
	DienThoai = form.Text("DienThoai", "Điện thoại", form.Max(20))
	Email     = form.Text("Email", "Email", form.Max(100))
	NoiKCB    = form.Code("NoiKCB", "Nơi đăng ký khám, chữa bệnh ban đầu", codes.KCB)
	ID        = form.Text("ID", "Khoá của dòng", form.Max(20), form.Help("Bằng khoá của cùng người trong Mẫu số 3, Mẫu số 4"))
)

// The result, item [10].
var (
	HinhThucNhan = form.Code("HinhThucNhan", "Hình thức nhận kết quả", HinhThuc)
	KenhNhan     = form.Code("KenhNhan", "Nhận thẻ bản điện tử qua", Kenh)
	DiaChiNhan   = form.Text("DiaChiNhan", "Số nhà, đường/phố, thôn/xóm", form.Max(500))
	MaXaNhan     = form.Code("MaXaNhan", "Xã, phường, đặc khu", codes.Xa)
	MaTinhNhan   = form.Code("MaTinhNhan", "Tỉnh, thành phố", codes.Tinh)
)

// The change, items [11] and [12].
var (
	NoiDung = form.Text("NoiDung", "Nội dung đề nghị điều chỉnh", form.Max(500))
	HoSoKem = form.Text("HoSoKem", "Hồ sơ kèm theo", form.Max(500))
)

// The head: where and when the sheet is signed.
var (
	NoiLap  = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap = form.Date("NgayLap", "Ngày lập")
)
