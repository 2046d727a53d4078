package d01ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper595 is the sheet with the columns as programs number them; the official
// sheet was not at hand.
func paper595() form.Paper {
	return form.Paper{
		Version: "595", Basis: qd595 + " ngày 14/4/2017; bố cục dựng lại từ mô tả, chưa đối chiếu bản chính thức",
		From: khung.Ngay("2017-07-01"), Landscape: true,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Left, form.T("Tên đơn vị: "), form.HeadField(TenDonVi, 40)),
					form.L(form.Left, form.T("Mã đơn vị: "), form.HeadField(MaDonVi, 24)),
				},
				Right: khung.Goc("D01-TS", "(Ban hành kèm theo Quyết định số: 595/QĐ-BHXH", "ngày 14/4/2017 của BHXH Việt Nam)", 80),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("BẢNG KÊ THÔNG TIN").Sized(130)}, Align: form.Center, Before: 60},
				{Segs: []form.Seg{dam(form.HeadField(TenBangKe, 90))}, Align: form.Center, Before: 10},
				{Segs: []form.Seg{form.I("(Kèm theo: "), nghieng(form.HeadField(KemTheo, 60)), form.I(")")}, Align: form.Center, Before: 10},
				{},
			}},
			form.Grid{MinRows: 6, Size: 90, Cols: cot595()},
			form.Sign{Right: []form.Line{
				form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...),
				form.L(form.Center, form.B("THỦ TRƯỞNG ĐƠN VỊ")),
				form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
			}},
		},
	}
}

func dam(s form.Seg) form.Seg     { s.Style.Bold = true; return s }
func nghieng(s form.Seg) form.Seg { s.Style.Italic = true; return s }

func cot595() []form.GridCol {
	return []form.GridCol{
		form.Ordinal("STT", "(1)", 40),
		form.Cell("Họ và tên", "(2)", 140, form.Left, HoTen),
		form.Cell("Mã số BHXH", "(3)", 85, form.Center, MaSoBHXH),
		form.Cell("Tên, loại văn bản", "(4.1)", 125, form.Left, TenLoaiVanBan),
		form.Cell("Số hiệu văn bản", "(4.2)", 95, form.Left, SoVanBan),
		form.Cell("Ngày ban hành", "(4.3)", 80, form.Center, NgayBanHanh),
		form.Cell("Ngày văn bản có hiệu lực", "(4.4)", 80, form.Center, NgayHieuLuc),
		form.Cell("Cơ quan ban hành văn bản", "(4.5)", 130, form.Left, CoQuanBanHanh),
		form.Cell("Trích yếu văn bản", "(5.1)", 150, form.Left, TrichYeu),
		form.Cell("Trích lược nội dung cần thẩm định", "(5.2)", 170, form.Left, NoiDungThamDinh),
	}
}
