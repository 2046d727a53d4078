package m13hsb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// paper166 is one sheet a power of attorney. The official template was not at
// hand: the order of the items is that of the description of the form.
func paper166() form.Paper {
	return form.Paper{
		Version: "166", Basis: qd166 + " ngày 31/01/2019", From: khung.Ngay(ngayMau), PerRow: true,
		Parts: []form.Part{
			form.Corner{Right: khung.Goc("số 13-HSB", "(Ban hành kèm theo Quyết định số: 166/QĐ-BHXH", "ngày 31/01/2019 của BHXH Việt Nam)", 90)},
			form.Lines{Lines: append(append([]form.Line{{}}, khung.QuocHieu(130)...), khung.TieuDe("GIẤY UỶ QUYỀN"))},
			form.Lines{Lines: than()},
			form.Sign{
				Left: append([]form.Line{{}}, khung.NguoiKy("NGƯỜI ĐƯỢC UỶ QUYỀN", "(Ký, ghi rõ họ, tên)")...),
				Right: append([]form.Line{form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...)},
					khung.NguoiKy("NGƯỜI UỶ QUYỀN", "(Ký, ghi rõ họ, tên)")...),
			},
			form.Lines{Lines: chungThuc()},
		},
	}
}

func muc(words string) form.Line {
	return form.Line{Segs: []form.Seg{form.B(words)}, Before: 40}
}

func than() []form.Line {
	line := khung.Dong
	return []form.Line{
		muc("1. Người uỷ quyền"),
		line(form.T("Họ và tên: "), form.Field(HoTen, 0), form.T("    Ngày sinh: "), form.FieldOf(khung.NgaySinh(NgaySinh), 24)),
		line(form.T("Số CCCD/ĐDCN/hộ chiếu: "), form.Field(SoCCCD, 30), form.T("    Mã số BHXH: "), form.Field(MaSoBHXH, 0)),
		line(form.T("Chế độ đang hưởng: "), form.Field(CheDo, 0)),
		line(form.T("Nơi cư trú: "), form.FieldOf(khung.NoiO(DiaChi, MaXa, MaTinh), 0)),
		line(form.T("Số điện thoại: "), form.Field(DienThoai, 0)),
		muc("2. Người được uỷ quyền"),
		line(form.T("Họ và tên: "), form.Field(BHoTen, 0), form.T("    Ngày sinh: "), form.FieldOf(khung.NgaySinh(BNgaySinh), 24)),
		line(form.T("Số CCCD/ĐDCN/hộ chiếu: "), form.Field(BSoCCCD, 26), form.T("    Ngày cấp: "), form.Field(BNgayCap, 20), form.T("    Nơi cấp: "), form.Field(BNoiCap, 0)),
		line(form.T("Nơi cư trú: "), form.FieldOf(khung.NoiO(BDiaChi, BMaXa, BMaTinh), 0)),
		line(form.T("Số điện thoại: "), form.Field(BDienThoai, 0)),
		muc("3. Nội dung uỷ quyền"),
		line(form.TickBox("Nộp hồ sơ", khung.Co(NopHoSo)), form.T("        "), form.TickBox("Nhận kết quả", khung.Co(NhanKetQua)), form.T("        "),
			form.TickBox("Lĩnh lương hưu, trợ cấp BHXH", khung.Co(LinhTien))),
		line(form.T("Nội dung khác: "), form.Field(UQKhac, 0)),
		{Segs: []form.Seg{form.B("4. Thời hạn uỷ quyền: "), form.T("từ ngày "), form.Field(TuNgay, 24), form.T(" đến ngày "), form.Field(DenNgay, 24)}, Before: 40},
		{Segs: []form.Seg{form.B("5. "), form.T("Chúng tôi cam đoan nội dung trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về việc uỷ quyền và thực hiện việc uỷ quyền.")}, Align: form.Justify, Before: 40},
	}
}

// chungThuc is the room of who certifies the signature.
func chungThuc() []form.Line {
	day := khung.DongNgay(nil, func(v form.View) law.Day { return NgayChungThuc.Get(v.Row) })
	return []form.Line{
		{Segs: []form.Seg{form.B("6. CHỨNG THỰC CHỮ KÝ CỦA NGƯỜI UỶ QUYỀN")}, Align: form.Center, Before: 40},
		{Segs: []form.Seg{form.I("(Uỷ ban nhân dân cấp xã, tổ chức hành nghề công chứng, trại giam hoặc cơ quan đại diện ở nước ngoài)")}, Align: form.Center},
		khung.Dong(form.T("Cơ quan chứng thực: "), form.FieldOf(func(v form.View) string {
			ten, loai := CoQuanCT.Get(v.Row), khung.LoiCua(ChungThuc)(v)
			if ten != "" && loai != "" {
				return ten + " (" + loai + ")"
			}
			return ten + loai
		}, 0)),
		form.L(form.Center, day...),
		form.L(form.Center, form.I("(Ký, ghi rõ họ, tên, chức vụ và đóng dấu)")),
	}
}
