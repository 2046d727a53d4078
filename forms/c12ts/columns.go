package c12ts

import "ankhai/forms/form"

// ChiTieu is the list of the rows' codes: those of the template, and C.1, C.2 …
// for the payments.
var ChiTieu form.List = chiTieu{}

// A row. The amounts are đồng; in the rows of heads they are people (1), in those
// of days days (4). A cell that the statement leaves empty is blank on purpose
// and counts as nothing; one that nobody has read is unknown and is not counted.
var (
	Ma      = form.Code("Ma", "Chỉ tiêu", ChiTieu, form.Must, form.Help("Mục và số: A.2.1, B.3.1.2.1; lần nộp: C.1, C.2"))
	OmDau   = form.Money("OmDau", "BHXH: ÔĐ, TS (1)")
	HuuTri  = form.Money("HuuTri", "BHXH: HTTT (2)")
	BHYT    = form.Money("BHYT", "BHYT (3)")
	BHTN    = form.Money("BHTN", "BHTN (4)")
	TNLD    = form.Money("TNLD", "BHTNLĐ, BNN (5)")
	Cong    = form.Money("Cong", "Cộng (6)")
	SoUNC   = form.Text("SoUNC", "Số uỷ nhiệm chi", form.Max(50), form.Help("Dòng C.1, C.2 …"))
	NgayUNC = form.Date("NgayUNC", "Ngày uỷ nhiệm chi")
)

// Quy are the five funds, columns 1 to 5.
var Quy = []form.MoneyColumn{OmDau, HuuTri, BHYT, BHTN, TNLD}

// The head.
var (
	BHXHTren   = form.Text("BHXHTren", "Bảo hiểm xã hội cấp trên", form.Max(255), form.Help("Dòng đầu của góc trái"))
	BHXHCoSo   = form.Text("BHXHCoSo", "Bảo hiểm xã hội lập thông báo", form.Max(255), form.Help("Dòng thứ hai của góc trái"))
	Thang      = form.Month("Thang", "Tháng")
	TenDonVi   = form.Text("TenDonVi", "Kính gửi", form.Max(255))
	DiaChi     = form.Text("DiaChi", "Địa chỉ", form.Max(500))
	MaDonVi    = form.Text("MaDonVi", "Mã đơn vị", form.Max(20))
	CoQuan     = form.Text("CoQuan", "BHXH", form.Max(255))
	DiaChiCQ   = form.Text("DiaChiCQ", "Địa chỉ của cơ quan BHXH", form.Max(500))
	DienThoai  = form.Text("DienThoai", "Điện thoại", form.Max(50))
	TongThieu  = form.Money("TongThieu", "Tổng số nộp thiếu")
	SoTaiKhoan = form.Text("SoTaiKhoan", "Số tài khoản thu", form.Max(30), form.Help("Của cơ quan BHXH"))
	NganHang   = form.Text("NganHang", "Tại Ngân hàng", form.Max(255))
	TaiKhoanKB = form.Text("TaiKhoanKB", "Tài khoản tại Kho bạc", form.Max(30), form.Help("Của cơ quan BHXH"))
	KhoBac     = form.Text("KhoBac", "Tại Kho bạc NN", form.Max(255))
	NopTruoc   = form.Date("NopTruoc", "Nộp trước ngày")
	KiemTra    = form.Date("KiemTra", "Kiểm tra, điều chỉnh trước ngày")
	NoiLap     = form.Text("NoiLap", "Nơi lập", form.Max(100))
	NgayLap    = form.Date("NgayLap", "Ngày lập")
	GiamDoc    = form.Text("GiamDoc", "Giám đốc", form.Max(100))
)

// KetQua is what the statement confirms of one fund: paid for how many people up
// to the end of which month.
type KetQua struct {
	Cho   string // "quỹ Hưu trí và tử tuất"
	Nguoi form.IntColumn
	Den   form.MonthColumn
}

// CacKetQua are items a to đ, in their order.
var CacKetQua = []KetQua{
	ketQua("HuuTri", "BHXH bắt buộc (quỹ Hưu trí và tử tuất)"),
	ketQua("OmDau", "BHXH bắt buộc (quỹ ốm đau, TS)"),
	ketQua("TNLD", "BHTNLĐ, BNN"),
	ketQua("BHTN", "BHTN"),
	ketQua("BHYT", "BHYT"),
}

func ketQua(tag, cho string) KetQua {
	return KetQua{Cho: cho, Nguoi: form.Int("Nguoi"+tag, "Số lao động đã đóng "+cho), Den: form.Month("Den"+tag, "Đã đóng "+cho+" đến hết tháng")}
}
