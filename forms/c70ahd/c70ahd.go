package c70ahd

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// Columns of a line.
var (
	HoTen        = form.Text("HoTen", "Họ và tên", form.Must, form.Max(100))
	MaSoBHXH     = form.Text("MaSoBHXH", "Mã số BHXH", form.Must, form.Max(12))
	DieuKien     = form.Text("DieuKien", "Điều kiện tính hưởng", form.Max(255), form.Sure(form.Medium), form.Personal, form.Help("Tình trạng, thời điểm"))
	TienLuong    = form.Money("TienLuong", "Tiền lương tính hưởng BHXH", form.Must, form.Sure(form.Medium))
	ThoiGianDong = form.Text("ThoiGianDong", "Thời gian đóng BHXH", form.Max(50), form.Sure(form.Medium))
	SoNgay       = form.Decimal("SoNgay", "Số ngày nghỉ hưởng trong kỳ", form.Must, form.Sure(form.Medium))
	LuyKe        = form.Decimal("LuyKe", "Số ngày luỹ kế từ đầu năm", form.Must, form.Sure(form.Medium))
	SoTien       = form.Money("SoTien", "Số tiền được duyệt", form.Must)
	HinhThucTra  = form.Text("HinhThucTra", "Tài khoản, hình thức nhận", form.Max(255), form.Sure(form.Medium), form.Personal)
	LyDo         = form.Text("LyDo", "Ghi chú, lý do không duyệt", form.Max(500), form.Sure(form.Medium))
)

// Columns of the head.
var (
	TenDonVi = form.Text("TenDonVi", "Tên đơn vị", form.Must, form.Max(255))
	MaDonVi  = form.Text("MaDonVi", "Mã đơn vị", form.Must, form.Max(20))
	Dot      = form.Int("Dot", "Đợt duyệt", form.Must)
	Thang    = form.Month("Thang", "Tháng duyệt", form.Must)
)

// TT102 is the list of the family of Thông tư 102/2018/TT-BTC.
var TT102 = form.Register(form.Form{
	ID:      "C70a-HD",
	Version: "102",
	Title:   "Danh sách giải quyết hưởng trợ cấp BHXH (ốm đau, thai sản, dưỡng sức phục hồi sức khỏe)",
	Basis:   "Thông tư 102/2018/TT-BTC; do cơ quan BHXH lập",
	From:    khung.Ngay("2019-01-01"),
	Agency:  true,
	Head: &form.Table{
		Tag: "DonVi", Title: "Đơn vị và đợt duyệt",
		Groups: []form.Group{form.Cols("", TenDonVi, MaDonVi, Dot, Thang)},
		Rules:  dauRules(),
	},
	Table: &form.Table{
		Tag: "KetQua", Title: "Kết quả từng đợt hưởng",
		Groups: []form.Group{
			form.Cols("", HoTen, MaSoBHXH, DieuKien),
			form.Cols("Căn cứ tính", TienLuong, ThoiGianDong),
			form.Cols("Số ngày", SoNgay, LuyKe),
			form.Cols("Trợ cấp", SoTien, HinhThucTra),
			form.Cols("", LyDo),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongDuyet", Head: "Số dòng được duyệt", If: duyet},
			{Tag: "TongTuChoi", Head: "Số dòng không được duyệt", If: tuChoi},
			{Tag: "TongTien", Head: "Tổng số tiền được duyệt", If: form.Always, Of: SoTien},
		},
	},
	Papers: []form.Paper{paper102()},
	Notes: []string{
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức; tên và thứ tự cột nhớ lại, độ tin trung bình.",
		"Không tìm thấy tệp điện tử của danh sách này; kết quả nhập tay hoặc nhập từ Excel.",
		"Danh sách không có ngày bắt đầu, kết thúc của từng đợt: tìm đợt đã đề nghị theo người và số ngày.",
		"Ngày áp dụng 01/01/2019 của Thông tư là nhớ lại, chưa đối chiếu văn bản.",
	},
})
