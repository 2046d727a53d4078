package m14hsb

import (
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper166 is one sheet a request. The official template was not at hand: the
// order of the items is that of the description of the form.
func paper166() form.Paper {
	return form.Paper{
		Version: "166", Basis: qd166 + " ngày 31/01/2019", From: khung.Ngay("2019-01-31"), PerRow: true,
		Parts: []form.Part{
			form.Corner{Right: khung.Goc("số 14-HSB", "(Ban hành kèm theo Quyết định số: 166/QĐ-BHXH", "ngày 31/01/2019 của BHXH Việt Nam)", 90)},
			form.Lines{Lines: append(append([]form.Line{{}}, khung.QuocHieu(130)...), khung.TieuDe("ĐƠN ĐỀ NGHỊ"), khung.KinhGui(TenCoQuan))},
			form.Lines{Lines: than()},
			form.Sign{
				Left: append([]form.Line{form.L(form.Center, form.B("XÁC NHẬN CỦA CƠ QUAN"))},
					khung.NguoiKy("CÓ THẨM QUYỀN", "(khi pháp luật có quy định)")...),
				Right: append([]form.Line{form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...)},
					khung.NguoiKy("NGƯỜI ĐỀ NGHỊ", "(Ký, ghi rõ họ, tên)")...),
			},
		},
	}
}

func than() []form.Line {
	line, muc := khung.Dong, func(words string) form.Line {
		return form.Line{Segs: []form.Seg{form.B(words)}, Before: 40}
	}
	return []form.Line{
		muc("1. Thông tin về người hưởng"),
		line(form.T("Họ và tên: "), form.Field(HoTen, 0), form.T("    "), form.TickBox("Nam", khung.La(GioiTinh, facts.Nam.Ma())),
			form.T("    "), form.TickBox("Nữ", khung.La(GioiTinh, facts.Nu.Ma()))),
		line(form.T("Ngày, tháng, năm sinh: "), form.FieldOf(khung.NgaySinh(NgaySinh), 26), form.T("    Mã số BHXH: "), form.Field(MaSoBHXH, 0)),
		line(form.T("Số CCCD/ĐDCN/hộ chiếu: "), form.Field(SoCCCD, 26), form.T("    Ngày cấp: "), form.Field(NgayCap, 20), form.T("    Nơi cấp: "), form.Field(NoiCap, 0)),
		line(form.T("Số điện thoại liên hệ: "), form.Field(DienThoai, 0)),
		line(form.T("Nơi cư trú: "), form.FieldOf(khung.NoiO(DiaChi, MaXa, MaTinh), 0)),
		line(form.T("Người đề nghị "), form.I("(khi không phải người hưởng)"), form.T(": "), form.Field(NguoiDeNghi, 30), form.T("    Quan hệ: "), form.Field(QuanHe, 0)),
		muc("2. Nội dung yêu cầu giải quyết"),
		line(form.FieldOf(noiDungIn, 160)),
		line(form.T("a) Hưởng từ tháng, năm: "), form.Field(HuongTu, 20), form.T("    Những tháng chưa nhận: từ "), form.Field(TuThang, 14), form.T(" đến "), form.Field(DenThang, 0)),
		line(form.T("b) Nơi nhận mới: "), form.FieldOf(khung.NoiO(DiaChiMoi, MaXaMoi, MaTinhMoi), 0)),
		line(form.T("c) Nơi đăng ký KCB ban đầu: "), form.FieldOf(khung.TenVaMa(NoiKCB), 0)),
		line(form.T("d) Nước định cư: "), khung.Ten(NuocDinhCu, 30), form.T("    Giấy tờ chứng minh: "), khung.Ten(GiayDinhCu, 0)),
		muc("3. Hình thức nhận"),
		line(form.TickBox("Tài khoản cá nhân", khung.La(HinhThucNhan, QuaTaiKhoan)), form.T("        "),
			form.TickBox("Tiền mặt (tại cơ quan BHXH hoặc tổ chức dịch vụ)", khung.La(HinhThucNhan, TienMat))),
		line(form.T("Số tài khoản: "), form.Field(SoTaiKhoan, 36), form.T("    Chủ tài khoản: "), form.Field(ChuTaiKhoan, 0)),
		line(form.T("Ngân hàng: "), khung.Ten(NganHang, 50), form.T("    Chi nhánh: "), form.Field(ChiNhanh, 0)),
		{Segs: []form.Seg{form.B("4. Lý do: "), form.Field(LyDo, 130)}, Align: form.Justify, Before: 40},
		{Segs: []form.Seg{form.B("5. Giấy tờ kèm theo: "), form.FieldOf(giayToIn, 130)}, Align: form.Justify, Before: 40},
		{Segs: []form.Seg{form.B("6. "), form.T("Tôi cam đoan nội dung kê khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về nội dung đã kê khai.")}, Align: form.Justify, Before: 40},
	}
}

// noiDungIn is the request in words; a death, a birth or the end of work that it
// rests on is part of it.
func noiDungIn(v form.View) string {
	var out []string
	for _, s := range []string{khung.LoiCua(NoiDung)(v), ChiTiet.Get(v.Row)} {
		if s != "" {
			out = append(out, s)
		}
	}
	for _, c := range []form.DayColumn{NgayChet, NgaySinhCon, NgayThoiViec} {
		if d := c.Get(v.Row); d != 0 {
			out = append(out, c.Label+": "+d.String())
		}
	}
	return strings.Join(out, ". ")
}

// giayToIn lists the papers that go with the request.
func giayToIn(v form.View) string {
	var out []string
	for _, r := range v.Doc.Of(GiayTo, v.Row) {
		s := LoaiGiayTo.Label(GTLoai.Get(r))
		if t := GTTen.Get(r); t != "" {
			s = t
		}
		if so := GTSo.Get(r); so != "" {
			s += " số " + so
		}
		if d := GTNgay.Get(r); d != 0 {
			s += " ngày " + d.String()
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}
