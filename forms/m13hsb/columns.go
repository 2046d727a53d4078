package m13hsb

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// ChungThucs is the list of item 6, who certifies the signature.
var ChungThucs = form.Choice("Nơi chứng thực chữ ký",
	"1", "Uỷ ban nhân dân cấp xã",
	"2", "Tổ chức hành nghề công chứng",
	"3", "Trại giam",
	"4", "Cơ quan đại diện ở nước ngoài",
)

// Who gives the power, item 1.
var (
	HoTen     = form.Text("HoTen", "Họ và tên người uỷ quyền", form.Must, form.Max(100), form.Help("Đủ dấu, như trên căn cước"))
	NgaySinh  = form.Birth("NgaySinh", "Ngày sinh người uỷ quyền", form.Must)
	SoCCCD    = form.Text("SoCCCD", "Số CCCD/ĐDCN/hộ chiếu người uỷ quyền", form.Must, form.Max(12))
	MaSoBHXH  = form.Text("MaSoBHXH", "Mã số BHXH", form.Must, form.Max(12))
	CheDo     = form.Text("CheDo", "Chế độ đang hưởng", form.Max(255), form.Help("Ví dụ: lương hưu; trợ cấp tuất hằng tháng"))
	DiaChi    = form.Text("DiaChi", "Số nhà, đường, thôn, tổ", form.Max(500))
	MaXa      = form.Code("MaXa", "Xã, phường, đặc khu", codes.Xa, form.Must)
	MaTinh    = form.Code("MaTinh", "Tỉnh, thành phố", codes.Tinh, form.Must)
	DienThoai = form.Text("DienThoai", "Số điện thoại người uỷ quyền", form.Max(20))
	ID        = form.Text("ID", "Khoá của dòng", form.Max(20))
)

// Who receives it, item 2.
var (
	BHoTen     = form.Text("BHoTen", "Họ và tên người được uỷ quyền", form.Must, form.Max(100))
	BNgaySinh  = form.Birth("BNgaySinh", "Ngày sinh người được uỷ quyền", form.Must)
	BSoCCCD    = form.Text("BSoCCCD", "Số CCCD/ĐDCN/hộ chiếu người được uỷ quyền", form.Must, form.Max(12))
	BNgayCap   = form.Date("BNgayCap", "Ngày cấp căn cước người được uỷ quyền")
	BNoiCap    = form.Text("BNoiCap", "Nơi cấp căn cước người được uỷ quyền", form.Max(255))
	BDiaChi    = form.Text("BDiaChi", "Số nhà, đường, thôn, tổ của người được uỷ quyền", form.Max(500))
	BMaXa      = form.Code("BMaXa", "Xã, phường, đặc khu của người được uỷ quyền", codes.Xa, form.Must)
	BMaTinh    = form.Code("BMaTinh", "Tỉnh, thành phố của người được uỷ quyền", codes.Tinh, form.Must)
	BDienThoai = form.Text("BDienThoai", "Số điện thoại người được uỷ quyền", form.Max(20))
)

// What for, how long, and who certifies: items 3, 4 and 6.
var (
	NopHoSo    = form.Flag("NopHoSo", "Nộp hồ sơ")
	NhanKetQua = form.Flag("NhanKetQua", "Nhận kết quả")
	LinhTien   = form.Flag("LinhTien", "Lĩnh lương hưu, trợ cấp")
	UQKhac     = form.Text("UQKhac", "Nội dung uỷ quyền khác", form.Max(500))

	TuNgay  = form.Date("TuNgay", "Uỷ quyền từ ngày", form.Must, form.Sure(form.Medium))
	DenNgay = form.Date("DenNgay", "Uỷ quyền đến ngày", form.Sure(form.Medium), form.Help("Lĩnh lương hưu, trợ cấp: không quá 12 tháng kể từ ngày lập"))

	ChungThuc     = form.Code("ChungThuc", "Nơi chứng thực chữ ký", ChungThucs, form.Help("Ghi sau khi đã chứng thực; bản in để trống thì ký trước mặt người chứng thực"))
	CoQuanCT      = form.Text("CoQuanCT", "Tên cơ quan chứng thực", form.Max(255))
	NgayChungThuc = form.Date("NgayChungThuc", "Ngày chứng thực")
)

// The head: where and when the paper is signed.
var (
	NoiLap  = form.Text("NoiLap", "Nơi lập", form.Must, form.Max(100))
	NgayLap = form.Date("NgayLap", "Ngày lập", form.Must)
)
