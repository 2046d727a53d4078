package c80hd

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	tt102 = "Thông tư 102/2018/TT-BTC"
	// moTa is all that the items rest on.
	moTa = "Mô tả biên bản C80-HD (chưa đối chiếu với Thông tư 12/2026/TT-BTC)"
)

// D102 is the record of the time of Thông tư 102/2018/TT-BTC.
var D102 = form.Register(form.Form{
	ID:      "C80-HD",
	Version: "102/2018",
	Title:   "Biên bản quyết toán chi phí khám bệnh, chữa bệnh bảo hiểm y tế",
	Basis:   tt102 + " (chưa đối chiếu)",
	From:    khung.Ngay("2025-07-01"),
	Agency:  true,
	Head: &form.Table{
		Tag: "DonVi", Title: "Cơ sở được quyết toán",
		Groups: []form.Group{form.Cols("", TenDonVi, MaCSKCB, NoiLap, NgayLap)},
		Rules: []form.Rule{
			form.Check("01", MaCSKCB, form.Always, "Mã cơ sở KCB: không có trong danh mục cơ sở KCB đang dùng. Xem lại biên bản",
				func(l *form.Look) bool { return codes.KCB.Has(MaCSKCB.Get(l.Row)) }, form.By("Danh mục cơ sở khám, chữa bệnh của Cổng BHXH"), form.Trust(form.Medium), form.Warn),
		},
	},
	Table: &form.Table{
		Tag: "QuyetToan", Title: "Quyết toán",
		Groups: []form.Group{form.Cols("", Ky, DeNghi, GiamTru, DuocQT, DaTamUng, ConPhaiTra)},
		Rules:  rules(),
		Totals: []form.Total{
			{Tag: "TongDuocQT", Head: "Được quyết toán", If: form.Always, Of: DuocQT},
			{Tag: "TongConPhaiTra", Head: "Còn phải trả", If: form.Always, Of: ConPhaiTra},
		},
	},
	Papers: []form.Paper{paper()},
	Notes: []string{
		"C80-HD do cơ quan BHXH lập sau giám định: chỉ đọc, so sánh và in. Biểu của thời " + tt102 + " chưa đọc được và chưa đối chiếu với Thông tư 12/2026/TT-BTC; mọi mục suy từ mô tả, độ tin thấp.",
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức; các cột chính thức và số thứ tự của cột chưa biết.",
		"Ngày bắt đầu là ngày chương trình nhận biên bản này (cơ quan BHXH cấp tỉnh từ 01/07/2025), không phải ngày ban hành.",
	},
})
