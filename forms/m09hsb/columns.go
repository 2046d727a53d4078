package m09hsb

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// The person who died, item A.2.
var (
	HoTen       = form.Text("HoTen", "Họ và tên người chết", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	NgaySinh    = form.Birth("NgaySinh", "Ngày sinh người chết", form.Must)
	MaSoBHXH    = form.Text("MaSoBHXH", "Mã số BHXH người chết", form.Must, form.Max(12))
	TinhTrang   = form.Code("TinhTrang", "Tình trạng tham gia của người chết", TinhTrangs, form.Must, form.Sure(form.Inferred), form.Help("Mẫu ghi bằng lời: đơn vị, chế độ đang hưởng"))
	DonViCheDo  = form.Text("DonViCheDo", "Đơn vị hoặc chế độ đang hưởng", form.Must, form.Max(255))
	NgayChet    = form.Date("NgayChet", "Ngày chết", form.Must)
	NguyenNhan  = form.Code("NguyenNhan", "Nguyên nhân chết", NguyenNhans, form.Must, form.Personal)
	SoThangDong = form.Int("SoThangDong", "Số tháng đã đóng BHXH bắt buộc", form.Sure(form.Inferred), form.Help("Mẫu không in; dùng để kiểm điều kiện"))
	ID          = form.Text("ID", "Khoá của dòng", form.Max(20), form.Must, form.Help("Nối tờ khai với các thân nhân"))
)

// Who declares, item A.1.
var (
	KhaiHoTen     = form.Text("KhaiHoTen", "Họ và tên người khai", form.Must, form.Max(100))
	KhaiNgaySinh  = form.Birth("KhaiNgaySinh", "Ngày sinh người khai", form.Must)
	KhaiSoCCCD    = form.Text("KhaiSoCCCD", "Số CCCD/ĐDCN người khai", form.Must, form.Max(12))
	KhaiQuanHe    = form.Text("KhaiQuanHe", "Quan hệ của người khai với người chết", form.Must, form.Max(100))
	KhaiDiaChi    = form.Text("KhaiDiaChi", "Số nhà, đường, thôn, tổ của người khai", form.Max(500))
	KhaiMaXa      = form.Code("KhaiMaXa", "Xã, phường, đặc khu của người khai", codes.Xa, form.Must)
	KhaiMaTinh    = form.Code("KhaiMaTinh", "Tỉnh, thành phố của người khai", codes.Tinh, form.Must)
	KhaiDienThoai = form.Text("KhaiDienThoai", "Số điện thoại người khai", form.Max(20))
)

// Who buried the person, item A.3, and what the family agreed on, item C.
var (
	MTTen      = form.Text("MTTen", "Tổ chức, cá nhân lo mai táng", form.Max(255), form.Sure(form.Medium))
	MTTaiKhoan = form.Text("MTTaiKhoan", "Số tài khoản người lo mai táng", form.Max(30), form.Personal, form.Sure(form.Medium))
	MTNganHang = form.Code("MTNganHang", "Ngân hàng của người lo mai táng", codes.NganHang, form.Personal, form.Sure(form.Medium))
	ThoaThuan  = form.Text("ThoaThuan", "Thoả thuận của các thân nhân", form.Max(500), form.Sure(form.Medium), form.Help("Cử ai đứng tên nhận; có chọn tuất một lần không"))
	GiaiTrinh  = form.Text("GiaiTrinh", "Giải trình nộp chậm", form.Max(500), form.Sure(form.Inferred))
)

// ThanNhan is the tag of the sub-table of relatives, part B.
const ThanNhan = "ThanNhan"

// A relative.
var (
	TNCua       = form.Text("Cua", "Khoá của tờ khai", form.Must, form.Max(20))
	TNHoTen     = form.Text("HoTen", "Họ và tên thân nhân", form.Must, form.Max(100))
	TNQuanHe    = form.Code("QuanHe", "Mối quan hệ với người chết", QuanHes, form.Must)
	TNGioiTinh  = form.Code("GioiTinh", "Giới tính thân nhân", codes.GioiTinh, form.Must, form.Help("Mẫu in ngày sinh ở cột nam hoặc nữ"))
	TNNgaySinh  = form.Birth("NgaySinh", "Ngày sinh thân nhân", form.Must)
	TNDiaChi    = form.Text("DiaChi", "Địa chỉ nơi cư trú của thân nhân", form.Must, form.Max(500))
	TNNguonThu  = form.Code("NguonThu", "Nguồn thu nhập", NguonThus, form.Sure(form.Inferred), form.Help("Mẫu ghi bằng lời"))
	TNThuNhap   = form.Money("ThuNhap", "Thu nhập mỗi tháng")
	TNTinhTrang = form.Text("TinhTrang", "Tình trạng đi học", form.Max(255), form.Sure(form.Medium))
	TNSuyGiam   = form.Rate("SuyGiam", "Mức suy giảm khả năng lao động", form.Personal, form.Sure(form.Medium))
	TNNgayGD    = form.Date("NgayGD", "Ngày kết luận giám định", form.Sure(form.Inferred), form.Help("Trên biên bản của Hội đồng giám định y khoa"))
	TNNuoiDuong = form.Flag("NuoiDuong", "Người chết đang có nghĩa vụ nuôi dưỡng", form.Sure(form.Inferred))
	TNLoai      = form.Code("Loai", "Đề nghị hưởng trợ cấp tuất", LoaiTuats, form.Must)
	TNNguoiNhan = form.Text("NguoiNhan", "Người nhận thay", form.Max(100))
	TNTaiKhoan  = form.Text("SoTaiKhoan", "Số tài khoản nhận trợ cấp", form.Max(30), form.Personal)
	TNNganHang  = form.Code("NganHang", "Ngân hàng nhận trợ cấp", codes.NganHang, form.Personal)
	TNNoiNhan   = form.Text("NoiNhan", "Nơi nhận tiền mặt", form.Max(255))
)

// The head: who the declaration goes to, where and when it is signed.
var (
	TenCoQuan = form.Text("TenCoQuan", "Kính gửi cơ quan bảo hiểm xã hội", form.Must, form.Max(255), form.Help("Ghi tên; người đang đóng thì nộp qua đơn vị"))
	NoiLap    = form.Text("NoiLap", "Nơi lập", form.Must, form.Max(100))
	NgayLap   = form.Date("NgayLap", "Ngày lập", form.Must)
)
