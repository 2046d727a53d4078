package m01bh

import "ankhai/forms/form"

// thap marks every item: the columns of the mẫu were not read.
var thap = form.Sure(form.Low)

// Answers of Quý.
const (
	QuyI   = "1"
	QuyII  = "2"
	QuyIII = "3"
	QuyIV  = "4"
)

// Quys is the list of quarters.
var Quys = form.Choice("Quý", QuyI, "Quý I", QuyII, "Quý II", QuyIII, "Quý III", QuyIV, "Quý IV")

// The head: whose costs, of which month or quarter.
var (
	MaCSKCB      = form.Text("MaCSKCB", "Mã cơ sở KCB", form.Must, form.Max(5), thap)
	TenDonVi     = form.Text("TenDonVi", "Tên cơ sở KCB", form.Max(255), thap)
	KyThang      = form.Month("KyThang", "Tháng", thap, form.Help("Ghi tháng, hoặc quý và năm"))
	KyQuy        = form.Code("KyQuy", "Quý", Quys, thap)
	KyNam        = form.Text("KyNam", "Năm của quý", form.Max(4), thap)
	NguoiDaiDien = form.Text("NguoiDaiDien", "Thủ trưởng đơn vị", form.Max(100), thap)
	NoiLap       = form.Text("NoiLap", "Nơi lập", form.Max(100), thap)
	NgayLap      = form.Date("NgayLap", "Ngày lập", thap)
)

// Answers of Loại hình.
const (
	NgoaiTru = "ngoai-tru"
	NoiTru   = "noi-tru"
)

// LoaiHinhs is the list of kinds of treatment.
var LoaiHinhs = form.Choice("Loại hình", NgoaiTru, "Ngoại trú", NoiTru, "Nội trú")

// A row: how many visits, and their costs by group.
var (
	LoaiHinh   = form.Code("LoaiHinh", "Loại hình", LoaiHinhs, form.Must, thap)
	SoLuot     = form.Int("SoLuot", "Số lượt", form.Must, thap)
	TienKham   = form.Money("TienKham", "Khám", form.Must, thap)
	TienGiuong = form.Money("TienGiuong", "Giường", form.Must, thap)
	TienXN     = form.Money("TienXetNghiem", "Xét nghiệm", form.Must, thap)
	TienCDHA   = form.Money("TienCDHA", "CĐHA", form.Must, thap)
	TienPTTT   = form.Money("TienPTTT", "Phẫu thuật, thủ thuật", form.Must, thap)
	TienThuoc  = form.Money("TienThuoc", "Thuốc", form.Must, thap)
	TienVTYT   = form.Money("TienVTYT", "Vật tư y tế", form.Must, thap)
	TienMau    = form.Money("TienMau", "Máu", form.Must, thap)
	TienVC     = form.Money("TienVanChuyen", "Vận chuyển", form.Must, thap)
)

// Who pays, and what is asked for.
var (
	QuyBHYT   = form.Money("QuyBHYT", "Quỹ BHYT", form.Must, thap)
	CungTra   = form.Money("CungChiTra", "Cùng chi trả", form.Must, thap)
	TuTra     = form.Money("TuTra", "Tự trả", form.Must, thap)
	NguonKhac = form.Money("NguonKhac", "Nguồn khác", form.Must, thap)
	DeNghi    = form.Money("DeNghiThanhToan", "Số đề nghị thanh toán", form.Must, thap)
)

// nhom are the costs by group, nguon those who pay them.
var (
	nhom  = []form.MoneyColumn{TienKham, TienGiuong, TienXN, TienCDHA, TienPTTT, TienThuoc, TienVTYT, TienMau, TienVC}
	nguon = []form.MoneyColumn{QuyBHYT, CungTra, TuTra, NguonKhac}
)
