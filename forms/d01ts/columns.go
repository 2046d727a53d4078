package d01ts

import "ankhai/forms/form"

// The head.
var (
	TenDonVi  = form.Text("TenDonVi", "Tên đơn vị", form.Max(255))
	MaDonVi   = form.Text("MaDonVi", "Mã đơn vị", form.Max(20))
	TenBangKe = form.Text("TenBangKe", "Tên bảng kê", form.Max(500), form.Help("Ví dụ: Hồ sơ làm căn cứ truy thu BHXH, BHYT, BHTN, BHTNLĐ, BNN"))
	KemTheo   = form.Text("KemTheo", "Kèm theo", form.Max(500), form.Help("Tờ khai mà bảng kê này đi kèm, ví dụ: Mẫu D02-LT, Mẫu TK1-TS"))
	NoiLap    = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap   = form.Date("NgayLap", "Ngày lập")
)

// Who the paper is about.
var (
	HoTen    = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100), form.Help("Người có trong D02-LT hoặc TK1-TS của cùng hồ sơ"))
	MaSoBHXH = form.Text("MaSoBHXH", "Mã số BHXH", form.Max(12))
)

// The paper, and what the agency is to look at in it.
var (
	TenLoaiVanBan   = form.Text("TenLoaiVanBan", "Tên, loại văn bản", form.Must, form.Max(100))
	SoVanBan        = form.Text("SoVanBan", "Số hiệu văn bản", form.Must, form.Max(50))
	NgayBanHanh     = form.Date("NgayBanHanh", "Ngày ban hành", form.Must)
	NgayHieuLuc     = form.Date("NgayHieuLuc", "Ngày văn bản có hiệu lực", form.Must)
	CoQuanBanHanh   = form.Text("CoQuanBanHanh", "Cơ quan ban hành văn bản", form.Must, form.Max(255), form.Help("Thường là chính đơn vị"))
	TrichYeu        = form.Text("TrichYeu", "Trích yếu văn bản", form.Must, form.Max(500))
	NoiDungThamDinh = form.Text("NoiDungThamDinh", "Trích lược nội dung cần thẩm định", form.Must, form.Max(1000), form.Help("Ví dụ: Truy tăng Nguyễn Văn Mẫu từ 09/2026"))
)
