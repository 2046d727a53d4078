package m14hsb

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// The person who is entitled, item 1.
var (
	HoTen     = form.Text("HoTen", "Họ và tên người hưởng", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	GioiTinh  = form.Code("GioiTinh", "Giới tính", codes.GioiTinh, form.Must, form.Help("0 nữ, 1 nam"))
	NgaySinh  = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Must, form.Help("Chỉ có năm thì ghi năm"))
	MaSoBHXH  = form.Text("MaSoBHXH", "Mã số BHXH", form.Must, form.Max(12))
	SoCCCD    = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu", form.Must, form.Max(12))
	NgayCap   = form.Date("NgayCap", "Ngày cấp")
	NoiCap    = form.Text("NoiCap", "Nơi cấp", form.Max(255))
	QuocTich  = form.Code("QuocTich", "Quốc tịch", codes.QuocTich, form.Sure(form.Inferred), form.Help("Mẫu không in; dùng để kiểm số giấy tờ và trường hợp hưởng"))
	DienThoai = form.Text("DienThoai", "Số điện thoại liên hệ", form.Max(20))
	DiaChi    = form.Text("DiaChi", "Số nhà, đường, thôn, tổ", form.Max(500))
	MaXa      = form.Code("MaXa", "Xã, phường, đặc khu", codes.Xa, form.Must)
	MaTinh    = form.Code("MaTinh", "Tỉnh, thành phố", codes.Tinh, form.Must)
	ID        = form.Text("ID", "Khoá của dòng", form.Max(20), form.Must, form.Help("Nối đơn với các giấy tờ kèm theo"))
)

// Who asks, where that is not the person who is entitled.
var (
	NguoiDeNghi = form.Text("NguoiDeNghi", "Họ và tên người đề nghị", form.Max(100), form.Sure(form.Inferred), form.Help("Khi không phải người hưởng: thân nhân, người lĩnh thay"))
	QuanHe      = form.Text("QuanHe", "Quan hệ với người hưởng", form.Max(100), form.Sure(form.Inferred))
)

// The request, item 2.
var (
	NoiDung  = form.Code("NoiDung", "Nội dung yêu cầu giải quyết", NoiDungs, form.Must, form.Sure(form.Medium), form.Help("Mã do phần mềm đặt theo dịch vụ; mẫu in bằng lời"))
	ChiTiet  = form.Text("ChiTiet", "Nội dung cụ thể", form.Max(500))
	HuongTu  = form.Month("HuongTu", "Hưởng từ tháng", form.Sure(form.Medium))
	TuThang  = form.Month("TuThang", "Chưa nhận từ tháng", form.Sure(form.Inferred))
	DenThang = form.Month("DenThang", "Chưa nhận đến tháng", form.Sure(form.Inferred))
	NgayChet = form.Date("NgayChet", "Ngày chết", form.Sure(form.Inferred))

	DiaChiMoi = form.Text("DiaChiMoi", "Nơi nhận mới: số nhà, thôn, tổ", form.Max(500), form.Sure(form.Medium))
	MaXaMoi   = form.Code("MaXaMoi", "Nơi nhận mới: xã, phường, đặc khu", codes.Xa, form.Sure(form.Medium))
	MaTinhMoi = form.Code("MaTinhMoi", "Nơi nhận mới: tỉnh, thành phố", codes.Tinh, form.Sure(form.Medium))
	NoiKCB    = form.Code("NoiKCB", "Nơi đăng ký KCB ban đầu", codes.KCB)

	NuocDinhCu = form.Code("NuocDinhCu", "Nước định cư", codes.QuocTich, form.Sure(form.Medium))
	GiayDinhCu = form.Code("GiayDinhCu", "Giấy tờ định cư", GiayDinhCus, form.Sure(form.Medium))

	NgaySinhCon  = form.Date("NgaySinhCon", "Ngày sinh con", form.Sure(form.Inferred))
	NgayThoiViec = form.Date("NgayThoiViec", "Ngày thôi việc", form.Sure(form.Inferred))
)

// Behind a claim for BHXH một lần; the form does not print them.
var (
	LyDoMotLan  = form.Code("LyDoMotLan", "Trường hợp hưởng BHXH một lần", LyDoMotLans, form.Personal, form.Sure(form.Inferred))
	ThangDau    = form.Month("ThangDau", "Tháng đầu tiên đóng BHXH", form.Sure(form.Inferred), form.Help("Mẫu không in; dùng để kiểm điều kiện"))
	ThangDung   = form.Month("ThangDung", "Tháng đóng cuối cùng", form.Sure(form.Inferred), form.Help("Mẫu không in; dùng để kiểm điều kiện"))
	SoThangDong = form.Int("SoThangDong", "Tổng số tháng đã đóng", form.Sure(form.Inferred), form.Help("Mẫu không in; dùng để kiểm điều kiện"))
)

// How the money is received, item 3, and why, item 4.
var (
	HinhThucNhan = form.Code("HinhThucNhan", "Hình thức nhận", HinhThucs)
	SoTaiKhoan   = form.Text("SoTaiKhoan", "Số tài khoản", form.Max(30), form.Personal)
	ChuTaiKhoan  = form.Text("ChuTaiKhoan", "Chủ tài khoản", form.Max(100), form.Personal, form.Sure(form.Inferred))
	NganHang     = form.Code("NganHang", "Ngân hàng", codes.NganHang, form.Personal, form.Sure(form.Medium), form.Help("Mẫu in tên ngân hàng"))
	ChiNhanh     = form.Text("ChiNhanh", "Chi nhánh ngân hàng", form.Max(255), form.Personal)
	LyDo         = form.Text("LyDo", "Lý do", form.Max(500), form.Sure(form.Medium))
)

// The head: who the request goes to, where and when it is signed.
var (
	TenCoQuan = form.Text("TenCoQuan", "Kính gửi cơ quan bảo hiểm xã hội", form.Must, form.Max(255), form.Help("Ghi tên: danh mục cơ quan BHXH chưa thấy công bố"))
	NoiLap    = form.Text("NoiLap", "Nơi lập", form.Must, form.Max(100))
	NgayLap   = form.Date("NgayLap", "Ngày lập", form.Must)
)
