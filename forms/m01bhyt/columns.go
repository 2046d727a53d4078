package m01bhyt

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

var vua = form.Sure(form.Medium)

// Who asks, item 1.
var (
	DNHoTen     = form.Text("DNHoTen", "Họ và tên người đề nghị", form.Must, form.Max(100), vua)
	DNSoCCCD    = form.Text("DNSoCCCD", "Số CCCD/ĐDCN người đề nghị", form.Must, form.Max(12), vua)
	DNQuanHe    = form.Text("DNQuanHe", "Quan hệ với người bệnh", form.Must, form.Max(100), vua, form.Help("Chính người bệnh thì ghi: bản thân"))
	DNDienThoai = form.Text("DNDienThoai", "Số điện thoại người đề nghị", form.Max(20), vua)
	DNDiaChi    = form.Text("DNDiaChi", "Số nhà, đường, thôn, tổ của người đề nghị", form.Max(500), vua)
	DNMaXa      = form.Code("DNMaXa", "Xã, phường, đặc khu của người đề nghị", codes.Xa, form.Must, vua)
	DNMaTinh    = form.Code("DNMaTinh", "Tỉnh, thành phố của người đề nghị", codes.Tinh, form.Must, vua)
)

// Who was treated, item 2.
var (
	HoTen    = form.Text("HoTen", "Họ và tên người bệnh", form.Must, form.Max(100), vua, form.Help("Đủ dấu, như trên thẻ BHYT"))
	NgaySinh = form.Birth("NgaySinh", "Ngày sinh người bệnh", form.Must, vua)
	TheBHYT  = form.Text("TheBHYT", "Mã thẻ BHYT hoặc mã số BHXH", form.Must, form.Max(15), vua, form.Help("15 ký tự của thẻ, hoặc 10 chữ số"))
	NoiKCB   = form.Code("NoiKCB", "Nơi đăng ký KCB ban đầu", codes.KCB, vua)
	ID       = form.Text("ID", "Khoá của dòng", form.Max(20), form.Must, form.Help("Nối giấy đề nghị với các chứng từ"))
)

// Where, when and for what, items 3 to 5.
var (
	TenCoSo  = form.Text("TenCoSo", "Cơ sở KCB đã điều trị", form.Must, form.Max(255), vua)
	MaCoSo   = form.Code("MaCoSo", "Mã cơ sở KCB đã điều trị", codes.KCB, form.Sure(form.Inferred), form.Help("Chỉ khi cơ sở có trong danh mục"))
	TuNgay   = form.Date("TuNgay", "Ngày vào", form.Must, vua)
	DenNgay  = form.Date("DenNgay", "Ngày ra", form.Must, vua)
	HinhThuc = form.Code("HinhThuc", "Hình thức khám, chữa bệnh", HinhThucs, form.Must, form.Personal, vua)
	ChanDoan = form.Text("ChanDoan", "Chẩn đoán", form.Must, form.Max(500), form.Personal, vua)
	LyDo     = form.Code("LyDo", "Lý do thanh toán trực tiếp", LyDos, form.Must, vua)
	LyDoKhac = form.Text("LyDoKhac", "Lý do khác", form.Max(500), vua)
	TongChi  = form.Money("TongChi", "Tổng chi phí", form.Must, vua)
	SoTien   = form.Money("SoTien", "Số tiền đề nghị thanh toán", form.Must, vua)
)

// How the money is received, item 8.
var (
	HinhThucNhan = form.Code("HinhThucNhan", "Hình thức nhận", Nhans, form.Must, vua)
	SoTaiKhoan   = form.Text("SoTaiKhoan", "Số tài khoản", form.Max(30), form.Personal, vua)
	ChuTaiKhoan  = form.Text("ChuTaiKhoan", "Chủ tài khoản", form.Max(100), form.Personal, form.Sure(form.Inferred))
	NganHang     = form.Code("NganHang", "Ngân hàng", codes.NganHang, form.Personal, vua, form.Help("Mẫu in tên ngân hàng"))
)

// ChungTu is the tag of the sub-table of papers, item 7.
const ChungTu = "ChungTu"

// A paper.
var (
	CTCua    = form.Text("Cua", "Khoá của giấy đề nghị", form.Must, form.Max(20))
	CTLoai   = form.Code("Loai", "Loại chứng từ", ChungTus, form.Must, vua)
	CTSo     = form.Text("So", "Số chứng từ", form.Max(50), vua)
	CTNgay   = form.Date("Ngay", "Ngày chứng từ", vua)
	CTSoTien = form.Money("SoTien", "Số tiền chứng từ", vua)
)

// The head: who the request goes to, where and when it is signed.
var (
	TenCoQuan = form.Text("TenCoQuan", "Kính gửi cơ quan bảo hiểm xã hội", form.Must, form.Max(255), form.Help("Ghi tên: danh mục cơ quan BHXH chưa thấy công bố"))
	NoiLap    = form.Text("NoiLap", "Nơi lập", form.Must, form.Max(100))
	NgayLap   = form.Date("NgayLap", "Ngày lập", form.Must)
)
