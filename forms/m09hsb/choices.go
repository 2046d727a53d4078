package m09hsb

import "ankhai/forms/form"

// How the person stood when they died.
const (
	DangDong    = "1"
	BaoLuu      = "2"
	HuongHuu    = "3"
	HuongTNLD   = "4"
	TuNguyen    = "5"
	HuongTroCap = "6"
)

// TinhTrangs is the list of those states (Luật 41/2024/QH15 Điều 23, 85, 88, 110).
var TinhTrangs = form.Choice("Tình trạng tham gia của người chết",
	DangDong, "Đang tham gia BHXH bắt buộc",
	BaoLuu, "Đang bảo lưu thời gian đóng BHXH",
	HuongHuu, "Đang hưởng hoặc tạm dừng hưởng lương hưu",
	HuongTNLD, "Đang hưởng hoặc tạm dừng hưởng trợ cấp tai nạn lao động, bệnh nghề nghiệp hằng tháng, đã nghỉ việc",
	TuNguyen, "Đang tham gia BHXH tự nguyện",
	HuongTroCap, "Đang hưởng trợ cấp hằng tháng theo Điều 23",
)

// Causes of death that the law tells apart.
const (
	DoTNLD = "1"
	DoBNN  = "2"
	DoKhac = "3"
)

// NguyenNhans is the list of those causes.
var NguyenNhans = form.Choice("Nguyên nhân chết", DoTNLD, "Tai nạn lao động", DoBNN, "Bệnh nghề nghiệp", DoKhac, "Nguyên nhân khác")

// What a relative is to the person who died.
const (
	Con        = "1"
	VoChong    = "2"
	ChaMe      = "3"
	ChaMeVC    = "4"
	NguoiKhac  = "5"
	HangThang  = "1"
	MotLan     = "2"
	KhongThu   = "0"
	LuongBHXH  = "1"
	HuuTroCap  = "2"
	UuDai      = "3"
	ThuKhac    = "4"
	motTramPct = 100 * 100 // 100 % in 1/10 000
)

// QuanHes is the list of column 3 (Luật 41/2024/QH15 Điều 3 khoản 7), LoaiTuats
// that of column 8.
var (
	QuanHes = form.Choice("Mối quan hệ với người chết",
		Con, "Con",
		VoChong, "Vợ, chồng",
		ChaMe, "Cha đẻ, mẹ đẻ",
		ChaMeVC, "Cha, mẹ của vợ hoặc của chồng",
		NguoiKhac, "Thành viên khác đang được nuôi dưỡng",
	)
	LoaiTuats = form.Choice("Đề nghị hưởng trợ cấp tuất", HangThang, "Hằng tháng", MotLan, "Một lần")
)

// NguonThus is the list of column 6, told apart as Điều 86 khoản 3 does.
var NguonThus = form.Choice("Nguồn thu nhập",
	KhongThu, "Không có",
	LuongBHXH, "Tiền lương, đang tham gia BHXH bắt buộc",
	HuuTroCap, "Lương hưu, trợ cấp mất sức lao động, trợ cấp hằng tháng",
	UuDai, "Trợ cấp ưu đãi người có công",
	ThuKhac, "Nguồn khác",
)
