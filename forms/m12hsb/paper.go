package m12hsb

import (
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// paper166 is one sheet a decision, in the shape of a decision of an employer. The
// official template was not at hand: the items are those of the description.
func paper166() form.Paper {
	place := form.HeadField(NoiLap, 9)
	den := form.FieldOf(func(v form.View) string { return strings.ToUpper(TenDonVi.Get(v.Doc.Head)) }, 36)
	den.Style.Bold = true
	return form.Paper{
		Version: "166", Basis: qd166 + " ngày 31/01/2019", From: khung.Ngay(ngayMau), PerRow: true, Size: 130,
		Parts: []form.Part{
			form.Corner{Right: khung.Goc("số 12-HSB", "(Ban hành kèm theo Quyết định số: 166/QĐ-BHXH", "ngày 31/01/2019 của BHXH Việt Nam)", 90)},
			form.Lines{Lines: []form.Line{{}}},
			form.Corner{
				Left: []form.Line{
					form.L(form.Center, form.HeadField(CapTren, 36).Sized(110)),
					form.L(form.Center, den.Sized(110)),
					form.L(form.Center, form.T("Số: ").Sized(120), form.Field(SoQD, 20).Sized(120)),
				},
				Right: append(khung.QuocHieu(110),
					form.L(form.Center, khung.DongNgay(&place, func(v form.View) law.Day { return NgayQD.Get(v.Row) })...)),
			},
			form.Lines{Lines: than()},
			form.Sign{
				Left: []form.Line{
					form.L(form.Left, form.BI("Nơi nhận:").Sized(110)),
					form.L(form.Left, form.T("- Như Điều 2;").Sized(110)),
					form.L(form.Left, form.T("- Cơ quan BHXH;").Sized(110)),
					form.L(form.Left, form.T("- Lưu: đơn vị.").Sized(110)),
				},
				Right: khung.NguoiKy("THỦ TRƯỞNG ĐƠN VỊ", "(Ký, ghi rõ họ tên và đóng dấu)"),
			},
		},
	}
}

func than() []form.Line {
	line := func(segs ...form.Seg) form.Line {
		return form.Line{Segs: segs, Align: form.Justify, Indent: 100, Before: 30}
	}
	return []form.Line{
		khung.TieuDe("QUYẾT ĐỊNH"),
		{Segs: []form.Seg{form.B("Về việc nghỉ việc hưởng chế độ hưu trí")}, Align: form.Center, Before: 10},
		{Segs: []form.Seg{form.B("THỦ TRƯỞNG ĐƠN VỊ")}, Align: form.Center, Before: 60},
		line(form.I("Căn cứ Luật Bảo hiểm xã hội;")),
		line(form.I("Căn cứ "), form.HeadField(CanCu, 100)),
		{Segs: []form.Seg{form.B("QUYẾT ĐỊNH:")}, Align: form.Center, Before: 40},
		line(form.B("Điều 1. "), form.FieldOf(ongBa, 10), form.T(" "), form.Field(HoTen, 50), form.T("; mã số BHXH: "), form.Field(MaSoBHXH, 24),
			form.T("; sinh ngày: "), form.FieldOf(khung.NgaySinh(NgaySinh), 26)),
		line(form.T("Chức danh, chức vụ: "), form.Field(ChucDanh, 0)),
		line(form.T("Được nghỉ việc hưởng chế độ hưu trí từ ngày "), form.Field(NghiTu, 30), form.T(".")),
		line(form.T("Nơi cư trú khi nghỉ việc: "), form.FieldOf(khung.NoiO(DiaChi, MaXa, MaTinh), 0)),
		line(form.T("Hình thức nhận lương hưu: "), form.TickBox("Tài khoản cá nhân", khung.La(HinhThucNhan, TaiKhoan)), form.T("    "),
			form.TickBox("Tiền mặt", khung.La(HinhThucNhan, TienMat)), form.T("    Nơi nhận: "), form.Field(NoiNhan, 0)),
		line(form.T("Số tài khoản: "), form.Field(SoTaiKhoan, 30), form.T("    Chủ tài khoản: "), form.Field(ChuTaiKhoan, 0)),
		line(form.T("Ngân hàng: "), khung.Ten(NganHang, 40), form.T("    Chi nhánh: "), form.Field(ChiNhanh, 0)),
		line(form.T("Nơi đăng ký KCB ban đầu: "), form.FieldOf(khung.TenVaMa(NoiKCB), 0)),
		line(form.B("Điều 2. "), form.T("Các bộ phận có liên quan của đơn vị và "), form.FieldOf(func(v form.View) string { return strings.ToLower(ongBa(v)) }, 8), form.T(" có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.")),
	}
}

func ongBa(v form.View) string {
	switch facts.GioiTinhCua(GioiTinh.Get(v.Row)) {
	case facts.Nam:
		return "Ông"
	case facts.Nu:
		return "Bà"
	}
	return "Ông (Bà)"
}
