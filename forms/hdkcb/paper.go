package hdkcb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// paper is the contract, rebuilt from its items: the official one was not read.
func paper() form.Paper {
	return form.Paper{
		Version: "188", Basis: "Dựng lại từ mô tả, chưa đối chiếu bản chính thức", From: khung.Ngay("2025-07-01"),
		Parts: []form.Part{
			form.Lines{Lines: tieuDe()},
			form.Lines{Lines: cacBen()},
			form.Lines{Lines: noiDung()},
			form.Grid{MinRows: 4, Size: 110, Cols: []form.GridCol{
				form.Ordinal("STT", "", 60),
				form.CellOf("Loại phụ lục", "", 180, form.Left, khung.LoiCua(LoaiPhuLuc)),
				form.Cell("Tên phụ lục", "", 660, form.Left, TenPhuLuc),
			}},
			form.Sign{
				Left:  []form.Line{form.L(form.Center, form.B("ĐẠI DIỆN BÊN A")), form.L(form.Center, form.I("(Ký số, hoặc ký, ghi rõ họ tên, đóng dấu)"))},
				Right: []form.Line{form.L(form.Center, form.B("ĐẠI DIỆN BÊN B")), form.L(form.Center, form.I("(Ký số, hoặc ký, ghi rõ họ tên, đóng dấu)"))},
			},
		},
	}
}

func tieuDe() []form.Line {
	ngay := append(khung.DongNgay(nil, func(v form.View) law.Day { return NgayKy.Get(v.Doc.Head) }), form.I(", tại "), form.HeadField(NoiKy, 60))
	return append(khung.QuocHieu(130),
		form.Line{Segs: []form.Seg{form.B("HỢP ĐỒNG").Sized(140)}, Align: form.Center, Before: 60},
		form.Line{Segs: []form.Seg{form.B("KHÁM BỆNH, CHỮA BỆNH BẢO HIỂM Y TẾ").Sized(140)}, Align: form.Center},
		form.Line{Segs: []form.Seg{form.T("Số: "), form.HeadField(SoHopDong, 24)}, Align: form.Center, Before: 20},
		form.Line{Segs: append([]form.Seg{form.I("Hôm nay, ")}, ngay...), Align: form.Left, Before: 40},
		form.Line{Segs: []form.Seg{form.I("chúng tôi gồm:")}},
	)
}

func cacBen() []form.Line {
	line := khung.Dong
	return []form.Line{
		{Segs: []form.Seg{form.B("BÊN A: "), form.HeadField(TenBenA, 0)}, Before: 30},
		line(form.T("Đại diện: "), form.HeadField(DaiDienA, 0)),
		line(form.T("Địa chỉ: "), form.HeadField(DiaChiA, 0)),
		line(form.T("Tài khoản: "), form.HeadField(TaiKhoanA, 0)),
		line(form.T("Văn bản uỷ quyền (nếu có): "), form.HeadField(VanBanUyA, 0)),
		{Segs: []form.Seg{form.B("BÊN B: "), form.HeadField(TenDonVi, 0)}, Before: 30},
		line(form.T("Mã cơ sở khám bệnh, chữa bệnh: "), form.HeadField(MaCSKCB, 16), form.T("    Giấy phép hoạt động số: "), form.HeadField(SoGiayPhep, 0)),
		line(form.T("Đại diện: "), form.HeadField(NguoiDaiDien, 0)),
		line(form.T("Tài khoản: "), form.HeadField(TaiKhoanB, 0)),
	}
}

// noiDung is what the parties agree on; the leaders flow over lines while an item
// is open.
func noiDung() []form.Line {
	muc := func(head string, c form.Handle) []form.Line {
		return []form.Line{
			{Segs: []form.Seg{form.B(head)}, Before: 24},
			khung.Dong(form.HeadField(c, 282)),
		}
	}
	out := []form.Line{{Segs: []form.Seg{form.T("Hai bên thoả thuận ký hợp đồng với các nội dung sau:")}, Before: 30}}
	for _, m := range []struct {
		head string
		col  form.Handle
	}{
		{"1. Đối tượng phục vụ", DoiTuongPhucVu}, {"2. Phạm vi chuyên môn", PhamViChuyenMon}, {"3. Phương thức thanh toán", PhuongThucTT},
		{"4. Tạm ứng", TamUng}, {"5. Quyết toán", QuyetToan}, {"6. Quyền và trách nhiệm các bên", QuyenTrachNhiem},
	} {
		out = append(out, muc(m.head, m.col)...)
	}
	return append(out,
		form.Line{Segs: []form.Seg{form.B("7. Thời hạn hợp đồng: "), form.T("từ ngày "), form.HeadField(TuNgay, 20), form.T(" đến ngày "), form.HeadField(DenNgay, 20)}, Before: 24},
		form.Line{Segs: []form.Seg{form.B("8. Phụ lục kèm theo")}, Before: 24},
		form.Line{Before: 8},
	)
}
