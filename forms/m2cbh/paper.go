package m2cbh

import (
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper166 is one sheet a notice. The official template was not at hand: the order
// of the items is that of the description of the form.
func paper166() form.Paper {
	return form.Paper{
		Version: "166", Basis: qd166 + " ngày 31/01/2019", From: khung.Ngay(ngayMau), PerRow: true,
		Parts: []form.Part{
			form.Corner{Right: khung.Goc("số 2-CBH", "(Ban hành kèm theo Quyết định số: 166/QĐ-BHXH", "ngày 31/01/2019 của BHXH Việt Nam)", 90)},
			form.Lines{Lines: append(append([]form.Line{{}}, khung.QuocHieu(130)...), khung.TieuDe("THÔNG BÁO"),
				form.L(form.Center, form.B("THAY ĐỔI THÔNG TIN NGƯỜI HƯỞNG")), khung.KinhGui(TenCoQuan))},
			form.Lines{Lines: than()},
			form.Sign{Right: append([]form.Line{form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...)},
				khung.NguoiKy("NGƯỜI HƯỞNG", "(Ký, ghi rõ họ, tên)")...)},
		},
	}
}

func than() []form.Line {
	line := khung.Dong
	out := []form.Line{
		{Segs: []form.Seg{form.T("1. Họ và tên người hưởng: "), form.Field(HoTen, 0), form.T("    Ngày sinh: "), form.FieldOf(khung.NgaySinh(NgaySinh), 24)}, Align: form.Justify, Before: 60},
		line(form.T("Số CCCD/ĐDCN/hộ chiếu: "), form.Field(SoCCCD, 32), form.T("    Mã số BHXH: "), form.Field(MaSoBHXH, 0)),
		line(form.T("2. Chế độ đang hưởng: "), form.Field(CheDo, 40), form.T("    Số sổ, số hồ sơ: "), form.Field(SoHoSo, 0)),
		line(form.T("3. Nội dung thay đổi:")),
	}
	for _, ma := range []string{SangTaiKhoan, SangTienMat, DoiTaiKhoan, DoiNoiNhan, DoiLienHe} {
		out = append(out, form.Line{Segs: []form.Seg{form.TickBox(ThayDois.Label(ma), khung.La(ThayDoi, ma))}, Indent: 80, Before: 12})
	}
	return append(out,
		line(form.T("4. Thông tin hiện tại: "), form.Field(ThongTinCu, 120)),
		line(form.T("5. Tài khoản mới: Số tài khoản: "), form.Field(SoTaiKhoan, 30), form.T("    Chủ tài khoản: "), form.Field(ChuTaiKhoan, 0)),
		line(form.T("Ngân hàng: "), khung.Ten(NganHang, 48), form.T("    Chi nhánh: "), form.Field(ChiNhanh, 0)),
		line(form.T("6. Nơi nhận mới: "), form.FieldOf(func(v form.View) string {
			return facts.NoiO(DiemChi.Get(v.Row), MaXaMoi.Get(v.Row), MaTinhMoi.Get(v.Row))
		}, 0)),
		line(form.T("Thông tin liên hệ mới: "), form.FieldOf(lienHeIn, 0)),
		line(form.T("7. Đề nghị từ tháng: "), form.Field(TuThang, 24)),
		line(form.T("Tôi cam đoan nội dung trên đây là đúng và chịu trách nhiệm trước pháp luật về nội dung đã thông báo.")),
	)
}

func lienHeIn(v form.View) string {
	var out []string
	for _, c := range []form.TextColumn{DienThoai, Email, DiaChi} {
		if s := c.Get(v.Row); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}
