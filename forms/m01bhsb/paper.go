package m01bhsb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// mucs are the parts of the form with their headings.
var mucs = []struct{ ma, ten string }{{"A", "CHẾ ĐỘ ỐM ĐAU"}, {"B", "CHẾ ĐỘ THAI SẢN"}, {"C", "DƯỠNG SỨC PHỤC HỒI SỨC KHỎE"}}

// paper166 is the list with its two parts. It is rebuilt from a description of the
// columns and was not held against the template.
func paper166() form.Paper {
	return form.Paper{
		Version: "166", Basis: "Quyết định 166/QĐ-BHXH ngày 31/01/2019", From: khung.Ngay("2019-01-31"), Landscape: true,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Left, form.T("Tên đơn vị: "), form.HeadField(TenDonVi, 44)),
					form.L(form.Left, form.T("Mã đơn vị: "), form.HeadField(MaDonVi, 16), form.T("   Mã số thuế: "), form.HeadField(MaSoThue, 20)),
					form.L(form.Left, form.T("Địa chỉ: "), form.HeadField(DiaChi, 50)),
					form.L(form.Left, form.T("Điện thoại: "), form.HeadField(DienThoai, 24)),
				},
				Right: khung.Goc("01B-HSB", "(Ban hành kèm theo Quyết định số: 166/QĐ-BHXH", "ngày 31/01/2019 của BHXH Việt Nam)", 90),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("DANH SÁCH ĐỀ NGHỊ GIẢI QUYẾT HƯỞNG CHẾ ĐỘ ỐM ĐAU, THAI SẢN,").Sized(125)}, Align: form.Center, Before: 50},
				{Segs: []form.Seg{form.B("DƯỠNG SỨC PHỤC HỒI SỨC KHỎE").Sized(125)}, Align: form.Center},
				{Segs: []form.Seg{form.T("Đợt "), khung.So(func(v form.View) int { return int(Dot.Get(v.Doc.Head)) }, 1, 6),
					form.T(" tháng "), khung.So(func(v form.View) int { return Thang.Get(v.Doc.Head).Num() }, 2, 6),
					form.T(" năm "), khung.So(func(v form.View) int { return Thang.Get(v.Doc.Head).Year() }, 4, 9)}, Align: form.Center, Before: 10},
				{Segs: []form.Seg{form.T("Số hiệu tài khoản: "), form.HeadField(TaiKhoanDonVi, 26), form.T("  Mở tại: "), form.HeadField(MoTai, 40),
					form.T("  Chi nhánh: "), form.HeadField(ChiNhanh, 30)}, Align: form.Center, Before: 10},
				{Segs: []form.Seg{form.B("PHẦN 1: DANH SÁCH HƯỞNG CHẾ ĐỘ MỚI PHÁT SINH")}, Before: 30},
				{},
			}},
			form.Grid{Size: 85, Sections: phanMot(), Cols: []form.GridCol{
				form.Ordinal("STT", "A", 40),
				form.Cell("Họ và tên", "B", 150, form.Left, HoTen),
				form.Cell("Mã số BHXH", "1", 90, form.Center, MaSoBHXH),
				form.Heading("Số ngày nghỉ được tính hưởng trợ cấp",
					form.Cell("Từ ngày", "2", 80, form.Center, TuNgay),
					form.Cell("Đến ngày", "3", 80, form.Center, DenNgay),
					form.Cell("Tổng số", "4", 50, form.Center, TongSo)),
				form.CellOf("Thông tin về tài khoản nhận trợ cấp", "C", 160, form.Left, taiKhoan),
				form.CellOf("Chỉ tiêu xác định điều kiện, mức hưởng", "D", 210, form.Left, chiTieu),
				form.Cell("Ghi chú", "E", 100, form.Left, GhiChu),
			}},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("PHẦN 2: DANH SÁCH ĐỀ NGHỊ ĐIỀU CHỈNH SỐ ĐÃ ĐƯỢC GIẢI QUYẾT")}, Before: 40},
				{},
			}},
			form.Grid{Size: 85, Sections: phanHai(), Cols: []form.GridCol{
				form.Ordinal("STT", "A", 40),
				form.Cell("Họ và tên", "B", 150, form.Left, HoTen),
				form.Cell("Mã số BHXH", "1", 90, form.Center, MaSoBHXH),
				form.CellOf("Đợt đã giải quyết", "2", 130, form.Center, dotDaGQ),
				form.CellOf("Lý do đề nghị điều chỉnh", "3", 230, form.Left, lyDo),
				form.CellOf("Thông tin về tài khoản nhận trợ cấp", "C", 180, form.Left, taiKhoan),
				form.Cell("Ghi chú", "D", 140, form.Left, GhiChu),
			}},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.BI("Phần giải trình trong trường hợp nộp hồ sơ chậm: "), form.HeadField(LyDoGiaiTrinh, 0)}, Before: 40},
			}},
			form.Sign{
				Right: []form.Line{
					form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...),
					form.L(form.Center, form.B("THỦ TRƯỞNG ĐƠN VỊ")),
					form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
					{}, {}, {},
					form.L(form.Center, form.FieldOf(func(v form.View) string { return ThuTruong.Get(v.Doc.Head) }, 30)),
				},
			},
		},
	}
}

// phanMot are the sections of part 1, an empty line under each group as the form
// has it.
func phanMot() []form.Section {
	var out []form.Section
	for _, m := range mucs {
		out = append(out, form.Section{No: m.ma, Head: m.ten, Style: form.Style{Bold: true}, Span: true})
		for _, n := range nhoms {
			if n.Muc == m.ma && !n.chung {
				out = append(out, form.Section{No: n.STT, Head: n.Ten, Style: form.Style{Italic: true}, Span: true, Rows: dongCua(n.Ma), MinRows: 1})
			}
		}
	}
	return out
}

func dongCua(ma string) func(form.View) bool {
	return func(v form.View) bool { return Phan.Get(v.Row) == PhatSinh && CheDo.Get(v.Row) == ma }
}

// phanHai are the sections of part 2, one a part of the form.
func phanHai() []form.Section {
	var out []form.Section
	for _, m := range mucs {
		in := laMuc(m.ma)
		out = append(out, form.Section{No: m.ma, Head: m.ten, Style: form.Style{Bold: true}, Span: true, MinRows: 1,
			Rows: func(v form.View) bool { return Phan.Get(v.Row) == DieuChinh && in(v.Row) }})
	}
	return out
}

// dotDaGQ is "Đợt 1 tháng 09/2026".
func dotDaGQ(v form.View) string {
	if !DotDaGQ.Known(v.Row) && !ThangDaGQ.Known(v.Row) {
		return ""
	}
	return "Đợt " + DotDaGQ.Show(DotDaGQ.Column.Get(v.Row)) + " tháng " + ThangDaGQ.Get(v.Row).String()
}

// ngayViet writes a day after its words, "" while it is not known.
func ngayViet(words string, d law.Day) string {
	if d == 0 {
		return ""
	}
	return words + " " + d.String()
}
