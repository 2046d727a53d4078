package m01bhyt

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper188 is one sheet a course of treatment. The official template was not at
// hand: the order of the items is that of the description of the form.
func paper188() form.Paper {
	return form.Paper{
		Version: "188", Basis: "Mẫu 01/BHYT", From: khung.Ngay(ngayMau), PerRow: true, Size: 115,
		Parts: []form.Part{
			form.Corner{Right: khung.Goc("số 01/BHYT", "", "", 90)},
			form.Lines{Lines: append(append([]form.Line{{}}, khung.QuocHieu(125)...), khung.TieuDe("GIẤY ĐỀ NGHỊ THANH TOÁN TRỰC TIẾP"),
				form.L(form.Center, form.B("CHI PHÍ KHÁM BỆNH, CHỮA BỆNH BẢO HIỂM Y TẾ")), khung.KinhGui(TenCoQuan))},
			form.Lines{Lines: than()},
			form.Grid{Of: ChungTu, MinRows: 3, Size: 100, Foot: "Cộng hoá đơn", Cols: []form.GridCol{
				form.Ordinal("STT", "", 40),
				form.CellOf("Chứng từ", "", 220, form.Left, khung.LoiCua(CTLoai)),
				form.Cell("Số", "", 130, form.Center, CTSo),
				form.Cell("Ngày", "", 110, form.Center, CTNgay),
				tien(),
			}},
			form.Lines{Lines: nhan()},
			form.Sign{Right: append([]form.Line{form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...)},
				khung.NguoiKy("NGƯỜI ĐỀ NGHỊ", "(Ký, ghi rõ họ, tên)")...)},
		},
	}
}

// tien is the column of amounts; its total is that of the invoices, and stays
// empty while one of them has none.
func tien() form.GridCol {
	c := form.Cell("Số tiền (đồng)", "", 140, form.Right, CTSoTien)
	c.Total = func(rows []form.Row) string {
		sum, n := int64(0), 0
		for _, r := range rows {
			if CTLoai.Get(r) != HoaDon {
				continue
			}
			if !CTSoTien.Known(r) {
				return ""
			}
			sum += CTSoTien.Get(r)
			n++
		}
		if n == 0 {
			return ""
		}
		return form.Dots(sum)
	}
	return c
}

func than() []form.Line {
	line := khung.Dong
	return []form.Line{
		line(form.T("1. Người đề nghị: Họ và tên: "), form.Field(DNHoTen, 0), form.T("    Số CCCD/ĐDCN: "), form.Field(DNSoCCCD, 26)),
		line(form.T("Quan hệ với người bệnh: "), form.Field(DNQuanHe, 36), form.T("    Số điện thoại: "), form.Field(DNDienThoai, 0)),
		line(form.T("Địa chỉ: "), form.FieldOf(khung.NoiO(DNDiaChi, DNMaXa, DNMaTinh), 0)),
		line(form.T("2. Người bệnh: Họ và tên: "), form.Field(HoTen, 0), form.T("    Ngày sinh: "), form.FieldOf(khung.NgaySinh(NgaySinh), 24)),
		line(form.T("Mã thẻ BHYT, mã số BHXH: "), form.Field(TheBHYT, 28), form.T("    Nơi đăng ký KCB: "), form.FieldOf(khung.TenVaMa(NoiKCB), 0)),
		line(form.T("3. Cơ sở KCB: "), form.FieldOf(coSoIn, 0)),
		line(form.T("4. Ngày vào: "), form.Field(TuNgay, 24), form.T("    Ngày ra: "), form.Field(DenNgay, 24), form.T("    "),
			form.TickBox("Nội trú", khung.La(HinhThuc, NoiTru)), form.T("   "), form.TickBox("Ngoại trú", khung.La(HinhThuc, NgoaiTru)), form.T("   "),
			form.TickBox("Cấp cứu", khung.La(HinhThuc, CapCuu))),
		line(form.T("Chẩn đoán: "), form.Field(ChanDoan, 0)),
		line(form.T("5. Lý do thanh toán trực tiếp: "), form.FieldOf(lyDoIn, 0)),
		line(form.T("6. Tổng chi phí: "), form.FieldOf(khung.Tien(TongChi), 40), form.T("    Số tiền đề nghị: "), form.FieldOf(khung.Tien(SoTien), 0)),
		line(form.T("7. Chứng từ kèm theo:")),
	}
}

func nhan() []form.Line {
	line := khung.Dong
	return []form.Line{
		line(form.T("8. Hình thức nhận: "), form.TickBox("Tiền mặt", khung.La(HinhThucNhan, TienMat)), form.T("        "),
			form.TickBox("Chuyển khoản", khung.La(HinhThucNhan, ChuyenKhoan))),
		line(form.T("Số tài khoản: "), form.Field(SoTaiKhoan, 34), form.T("    Chủ tài khoản: "), form.Field(ChuTaiKhoan, 0)),
		line(form.T("Ngân hàng: "), khung.Ten(NganHang, 0)),
		line(form.T("Tôi cam đoan nội dung kê khai trên đây là đúng và chịu trách nhiệm trước pháp luật về nội dung đã kê khai.")),
	}
}

func lyDoIn(v form.View) string {
	if s := LyDoKhac.Get(v.Row); s != "" {
		return s
	}
	return khung.LoiCua(LyDo)(v)
}

func coSoIn(v form.View) string {
	ten, ma := TenCoSo.Get(v.Row), MaCoSo.Get(v.Row)
	if ma != "" && ten != "" {
		return ten + " (" + ma + ")"
	}
	return ten + ma
}
