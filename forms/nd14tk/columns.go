package nd14tk

import "ankhai/forms/form"

var (
	thap  = form.Sure(form.Low)
	suyRa = form.Sure(form.Inferred)
)

// The teacher, items 1, 2 and 4.
var (
	HoTen     = form.Text("HoTen", "Họ và tên nhà giáo", form.Must, form.Max(100), thap, form.Help("Đủ dấu, như trên căn cước"))
	NgaySinh  = form.Birth("NgaySinh", "Ngày, tháng, năm sinh", form.Must, thap)
	SoCCCD    = form.Text("SoCCCD", "Số CCCD/ĐDCN", form.Max(12), thap, form.Help("Người đã chết trước khi có căn cước thì để trống"))
	NghiHuu   = form.Date("NghiHuu", "Ngày nghỉ hưu", form.Must, thap)
	SoHoSo    = form.Text("SoHoSo", "Số sổ hưu", form.Must, form.Max(50), thap)
	NoiNhan   = form.Text("NoiNhan", "Nơi nhận lương hưu", form.Must, form.Max(255), thap)
	TongThang = form.Int("TongThang", "Tổng thời gian giảng dạy", form.Must, thap, form.Help("Số tháng; mẫu in bằng năm và tháng"))
	ID        = form.Text("ID", "Khoá của dòng", form.Max(20), form.Must, form.Help("Nối tờ khai với quá trình giảng dạy"))
)

// The relative who declares where the teacher died, item 5.
var (
	NgayChet    = form.Date("NgayChet", "Ngày nhà giáo chết", suyRa)
	TNHoTen     = form.Text("TNHoTen", "Họ và tên thân nhân", form.Max(100), thap)
	TNQuanHe    = form.Text("TNQuanHe", "Quan hệ với nhà giáo", form.Max(100), thap)
	TNSoCCCD    = form.Text("TNSoCCCD", "Số CCCD/ĐDCN thân nhân", form.Max(12), suyRa)
	TNDienThoai = form.Text("TNDienThoai", "Số điện thoại liên hệ", form.Max(20), suyRa)
)

// QuaTrinh is the tag of the sub-table of item 3.
const QuaTrinh = "QuaTrinh"

// A stretch of teaching.
var (
	QTCua      = form.Text("Cua", "Khoá của tờ khai", form.Must, form.Max(20))
	QTTu       = form.Month("TuThang", "Từ tháng", form.Must, thap)
	QTDen      = form.Month("DenThang", "Đến tháng", form.Must, thap)
	QTDonVi    = form.Text("DonVi", "Đơn vị công tác", form.Must, form.Max(255), thap)
	QTChucDanh = form.Text("ChucDanh", "Chức danh", form.Must, form.Max(255), thap)
)

// The head: who the declaration goes to, where and when it is signed.
var (
	TenCoQuan = form.Text("TenCoQuan", "Kính gửi", form.Must, form.Max(255), suyRa, form.Help("Ghi tên cơ quan tiếp nhận"))
	NoiLap    = form.Text("NoiLap", "Nơi lập", form.Must, form.Max(100), thap)
	NgayLap   = form.Date("NgayLap", "Ngày lập", form.Must, thap)
)
