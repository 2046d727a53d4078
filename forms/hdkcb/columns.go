package hdkcb

import "ankhai/forms/form"

// thap marks every item: the template was not read.
var thap = form.Sure(form.Low)

// The contract.
var (
	SoHopDong = form.Text("SoHopDong", "Số hợp đồng", form.Max(50), thap)
	NgayKy    = form.Date("NgayKy", "Ngày ký", thap)
	NoiKy     = form.Text("NoiKy", "Nơi ký", form.Max(255), thap)
)

// Side A, the social insurance agency.
var (
	TenBenA   = form.Text("TenBenA", "Tên cơ quan BHXH (bên A)", form.Max(255), thap)
	DaiDienA  = form.Text("DaiDienA", "Đại diện bên A", form.Max(100), thap)
	DiaChiA   = form.Text("DiaChiA", "Địa chỉ bên A", form.Max(500), thap)
	TaiKhoanA = form.Text("TaiKhoanA", "Tài khoản bên A", form.Max(255), thap, form.Help("Số tài khoản và nơi mở"))
	VanBanUyA = form.Text("VanBanUyQuyenA", "Văn bản uỷ quyền của bên A", form.Max(255), thap, form.Help("Khi người ký được uỷ quyền"))
)

// Side B, the facility.
var (
	TenDonVi     = form.Text("TenDonVi", "Tên cơ sở KCB (bên B)", form.Max(255), thap)
	MaCSKCB      = form.Text("MaCSKCB", "Mã cơ sở KCB", form.Max(5), thap)
	SoGiayPhep   = form.Text("SoGiayPhep", "Số giấy phép hoạt động", form.Max(100), thap)
	NguoiDaiDien = form.Text("NguoiDaiDien", "Đại diện bên B", form.Max(100), thap)
	TaiKhoanB    = form.Text("TaiKhoanB", "Tài khoản bên B", form.Max(255), thap, form.Help("Số tài khoản và nơi mở"))
)

// What the contract is about.
var (
	DoiTuongPhucVu  = form.Text("DoiTuongPhucVu", "Đối tượng phục vụ", form.Max(2000), thap)
	PhamViChuyenMon = form.Text("PhamViChuyenMon", "Phạm vi chuyên môn", form.Max(2000), thap)
	PhuongThucTT    = form.Text("PhuongThucThanhToan", "Phương thức thanh toán", form.Max(2000), thap)
	TamUng          = form.Text("TamUng", "Tạm ứng", form.Max(2000), thap)
	QuyetToan       = form.Text("QuyetToan", "Quyết toán", form.Max(2000), thap)
	QuyenTrachNhiem = form.Text("QuyenTrachNhiem", "Quyền và trách nhiệm các bên", form.Max(4000), thap)
	TuNgay          = form.Date("TuNgay", "Hợp đồng từ ngày", thap)
	DenNgay         = form.Date("DenNgay", "Hợp đồng đến ngày", thap)
)

// Kinds of annex, as the description names them.
const (
	PhuLucDichVu  = "dich-vu"
	PhuLucThuoc   = "thuoc"
	PhuLucGia     = "gia"
	PhuLucNhanLuc = "nhan-luc"
)

// LoaiPhuLucs is the list of kinds of annex.
var LoaiPhuLucs = form.Choice("Loại phụ lục", PhuLucDichVu, "Dịch vụ", PhuLucThuoc, "Thuốc", PhuLucGia, "Giá", PhuLucNhanLuc, "Nhân lực")

// An annex.
var (
	LoaiPhuLuc = form.Code("LoaiPhuLuc", "Loại phụ lục", LoaiPhuLucs, thap)
	TenPhuLuc  = form.Text("TenPhuLuc", "Tên phụ lục", form.Max(255), thap)
)
