package dnhdkcb

import "ankhai/forms/form"

// Answers of the professional grade.
const (
	CapBanDau    = "ban-dau"
	CapCoBan     = "co-ban"
	CapChuyenSau = "chuyen-sau"
)

// CapChuyenMon is the list of professional grades.
var CapChuyenMon = form.Choice("Cấp chuyên môn kỹ thuật", CapBanDau, "Ban đầu", CapCoBan, "Cơ bản", CapChuyenSau, "Chuyên sâu")

// The letter: who asks, for which year, by which licence.
var (
	SoCongVan       = form.Text("SoCongVan", "Số công văn", form.Must, form.Max(50))
	TenDonVi        = form.Text("TenDonVi", "Tên cơ sở KCB", form.Must, form.Max(255))
	NguoiDaiDien    = form.Text("NguoiDaiDien", "Thủ trưởng đơn vị", form.Must, form.Max(100))
	NamDeNghi       = form.Text("NamDeNghi", "Năm đề nghị", form.Must, form.Max(4), form.Help("Năm của hợp đồng, bốn chữ số"))
	SoGiayPhep      = form.Text("SoGiayPhep", "Số giấy phép hoạt động", form.Must, form.Max(100))
	NgayCapGiayPhep = form.Date("NgayCapGiayPhep", "Ngày cấp giấy phép", form.Must)
	SoYTe           = form.Text("SoYTe", "Sở Y tế quản lý", form.Must, form.Max(255))
	CapCMKT         = form.Code("CapCMKT", "Cấp chuyên môn kỹ thuật", CapChuyenMon, form.Sure(form.Medium))
	DiemXepCap      = form.Int("DiemXepCap", "Điểm xếp cấp", form.Sure(form.Medium))
	NoiLap          = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap         = form.Date("NgayLap", "Ngày lập")
)

// A paper that comes with the letter.
var (
	TenTaiLieu = form.Text("TenTaiLieu", "Tên tài liệu kèm theo", form.Max(255), form.Sure(form.Medium))
	GhiChu     = form.Text("GhiChu", "Ghi chú", form.Max(500), form.Sure(form.Medium))
)
