package tk1ts

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// Answers of item [10].
const (
	BanDienTu = "1"
	BanGiay   = "2"
)

// HinhThuc is the list of item [10], in which form the result is wanted.
var HinhThuc = form.Choice("Hình thức nhận kết quả", BanDienTu, "Bản điện tử", BanGiay, "Bản giấy")

// The person, items [01] to [09].
var (
	HoTen     = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	GioiTinh  = form.Code("GioiTinh", "Giới tính", codes.GioiTinh, form.Must, form.Help("0 nữ, 1 nam"))
	NgaySinh  = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Must, form.Help("Chỉ có năm thì ghi năm"))
	SoCCCD    = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu", form.Max(12))
	DanToc    = form.Code("DanToc", "Dân tộc", codes.DanToc, form.Personal, form.Help("Người nước ngoài chọn 99"))
	QuocTich  = form.Code("QuocTich", "Quốc tịch", codes.QuocTich)
	DienThoai = form.Text("DienThoai", "Số điện thoại", form.Max(20))
	Email     = form.Text("Email", "Địa chỉ email", form.Max(100))
	NoiKCB    = form.Code("NoiKCB", "Nơi đăng ký khám, chữa bệnh ban đầu", codes.KCB)
	MaSoBHXH  = form.Text("MaSoBHXH", "Mã số BHXH", form.Max(12))
	ID        = form.Text("ID", "Khoá của dòng", form.Max(20), form.Help("Bằng khoá của cùng người trong D02-LT"))
)

// The result, items [10] and [11].
var (
	HinhThucNhan = form.Code("HinhThucNhan", "Hình thức nhận kết quả", HinhThuc, form.Sure(form.Medium))
	DiaChiNhan   = form.Text("DiaChiNhan", "Số nhà, đường/phố, thôn/xóm", form.Max(500))
	MaXaNhan     = form.Code("MaXaNhan", "Xã, phường, đặc khu", codes.Xa)
	MaHuyenNhan  = form.Text("MaHuyenNhan", "Huyện (đến 30/06/2025)", form.Max(3), form.Sure(form.Medium))
	MaTinhNhan   = form.Code("MaTinhNhan", "Tỉnh, thành phố", codes.Tinh)
)

// Further items [12] to [15], and the change [16], [17].
var (
	MucDong    = form.Money("MucDong", "Mức tiền đóng")
	PhuongThuc = form.Code("PhuongThuc", "Phương thức đóng", codes.PhuongThuc)
	NgheNghiep = form.Text("NgheNghiep", "Nghề, công việc, thời gian và nơi làm việc", form.Max(500), form.Help("BHTNLĐ tự nguyện; tệp điện tử không có chỗ ghi"))
	DoiTuong   = form.Text("DoiTuong", "Đối tượng tham gia", form.Max(255), form.Help("Tệp điện tử không có chỗ ghi"))
	NoiDung    = form.Text("NoiDung", "Nội dung đề nghị", form.Max(500))
	HoSoKem    = form.Text("HoSoKem", "Giấy tờ kèm theo", form.Max(500))
)

// Not on the paper of Quyết định 366/QĐ-BHXH, but on the wire.
var (
	MaTinhKS    = form.Text("MaTinhKS", "Mã tỉnh nơi cấp giấy khai sinh", form.Max(2), form.Help("Mã tỉnh ghi trên giấy khai sinh, kể cả mã cũ"))
	MaHuyenKS   = form.Text("MaHuyenKS", "Mã huyện nơi cấp giấy khai sinh", form.Max(3), form.Sure(form.Medium))
	MaXaKS      = form.Text("MaXaKS", "Mã xã nơi cấp giấy khai sinh", form.Max(5))
	DiaChiKS    = form.Text("DiaChiKS", "Địa chỉ nơi cấp giấy khai sinh", form.Max(500))
	ChaMe       = form.Text("ChaMe", "Cha, mẹ hoặc người giám hộ", form.Max(100), form.Help("Trẻ em dưới 6 tuổi"))
	MaHoGiaDinh = form.Text("MaHoGiaDinh", "Mã số hộ gia đình", form.Max(20))
)

// The household (phụ lục), in the person's row.
var (
	ChuHo      = form.Text("ChuHo", "Họ và tên chủ hộ", form.Max(100))
	HoDT       = form.Text("HoDT", "Điện thoại của hộ", form.Max(20))
	HoSoGiay   = form.Text("HoSoGiay", "Số giấy tờ của hộ", form.Max(20), form.Sure(form.Medium))
	HoLoaiGiay = form.Text("HoLoaiGiay", "Loại giấy tờ của hộ", form.Max(5), form.Sure(form.Low), form.Help("Chưa thấy danh mục của loại giấy tờ"))
	HoTinh     = form.Code("HoTinh", "Tỉnh, thành phố của hộ", codes.Tinh)
	HoHuyen    = form.Text("HoHuyen", "Huyện của hộ (đến 30/06/2025)", form.Max(3), form.Sure(form.Medium))
	HoXa       = form.Code("HoXa", "Xã, phường, đặc khu của hộ", codes.Xa)
	HoThon     = form.Text("HoThon", "Thôn, tổ của hộ", form.Max(10))
	HoMaSo     = form.Text("HoMaSo", "Mã số của hộ", form.Max(20))
	HoDiaChi   = form.Text("HoDiaChi", "Địa chỉ của hộ", form.Max(500))
)

// ThanhVien is the tag of the sub-table of household members.
const ThanhVien = "ThanhVien"

// A member of the household.
var (
	TVCua      = form.Text("Cua", "Khoá của người kê khai", form.Max(20), form.Must)
	TVHoTen    = form.Text("HoTen", "Họ và tên thành viên", form.Must, form.Max(100))
	TVMaSo     = form.Text("MaSoBHXH", "Mã số BHXH của thành viên", form.Max(12))
	TVNgaySinh = form.Birth("NgaySinh", "Ngày sinh của thành viên", form.Must)
	TVGioiTinh = form.Code("GioiTinh", "Giới tính của thành viên", codes.GioiTinh, form.Must)
	TVTinhKS   = form.Text("MaTinhKS", "Mã tỉnh khai sinh của thành viên", form.Max(2))
	TVHuyenKS  = form.Text("MaHuyenKS", "Mã huyện khai sinh của thành viên", form.Max(3), form.Sure(form.Medium))
	TVXaKS     = form.Text("MaXaKS", "Mã xã khai sinh của thành viên", form.Max(5))
	TVQuanHe   = form.Code("QuanHe", "Quan hệ với chủ hộ", codes.QuanHe, form.Must)
	TVSoCCCD   = form.Text("SoCCCD", "Số CCCD/ĐDCN của thành viên", form.Max(12))
	TVGhiChu   = form.Text("GhiChu", "Ghi chú về thành viên", form.Max(500))
	TVThamGia  = form.Flag("ThamGia", "Là người kê khai", form.Sure(form.Medium))
	TVDanToc   = form.Code("DanToc", "Dân tộc của thành viên", codes.DanToc, form.Personal)
	TVQuocTich = form.Code("QuocTich", "Quốc tịch của thành viên", codes.QuocTich)
	TVDiaChiKS = form.Text("DiaChiKS", "Địa chỉ khai sinh của thành viên", form.Max(500))
)

// The head: the day and place of signing, and who confirms.
var (
	NoiLap   = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap  = form.Date("NgayLap", "Ngày lập")
	TenDonVi = form.Text("TenDonVi", "Tên đơn vị", form.Max(255))
	MaDonVi  = form.Text("MaDonVi", "Mã đơn vị", form.Max(20))
)
