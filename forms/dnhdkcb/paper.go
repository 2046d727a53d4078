package dnhdkcb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper is the letter, rebuilt from its items: the official one was not seen.
func paper() form.Paper {
	size := 110
	return form.Paper{
		Version: "188", Basis: "Dựng lại từ mô tả, chưa đối chiếu bản chính thức", From: khung.Ngay("2025-07-01"),
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					{Segs: []form.Seg{form.HeadField(TenDonVi, 30)}, Align: form.Center},
					{Segs: []form.Seg{form.T("Số: "), form.HeadField(SoCongVan, 20)}, Align: form.Center, Before: 20},
					{Segs: []form.Seg{form.I("V/v ký hợp đồng khám bệnh, chữa bệnh").Sized(size)}, Align: form.Center},
					{Segs: []form.Seg{form.I("bảo hiểm y tế năm ").Sized(size), form.HeadField(NamDeNghi, 6)}, Align: form.Center},
				},
				Right: append(khung.QuocHieu(size), form.Line{Segs: khung.NoiNgay(NoiLap, NgayLap), Align: form.Center, Before: 20}),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("ĐỀ NGHỊ HỢP ĐỒNG").Sized(140)}, Align: form.Center, Before: 80},
				{Segs: []form.Seg{form.B("KHÁM BỆNH, CHỮA BỆNH BẢO HIỂM Y TẾ").Sized(140)}, Align: form.Center},
				{Segs: []form.Seg{form.T("Kính gửi: Cơ quan Bảo hiểm xã hội")}, Align: form.Center, Before: 60},
				{Before: 20},
				khung.Dong(form.T("Tên cơ sở khám bệnh, chữa bệnh: "), form.HeadField(TenDonVi, 0)),
				khung.Dong(form.T("Thủ trưởng đơn vị: "), form.HeadField(NguoiDaiDien, 0)),
				khung.Dong(form.T("Giấy phép hoạt động số: "), form.HeadField(SoGiayPhep, 34), form.T("    Ngày cấp: "), form.HeadField(NgayCapGiayPhep, 0)),
				khung.Dong(form.T("Sở Y tế quản lý: "), form.HeadField(SoYTe, 0)),
				khung.Dong(form.T("Cấp chuyên môn kỹ thuật: "), khung.TenDau(CapCMKT, 26), form.T("    Điểm xếp cấp: "), form.HeadField(DiemXepCap, 0)),
				khung.Dong(form.T("Đề nghị cơ quan Bảo hiểm xã hội ký hợp đồng khám bệnh, chữa bệnh bảo hiểm y tế năm "), form.HeadField(NamDeNghi, 8),
					form.T(" với cơ sở. Tài liệu kèm theo:")),
				{Before: 10},
			}},
			form.Grid{MinRows: 5, Size: 110, Cols: []form.GridCol{
				form.Ordinal("STT", "", 60),
				form.Cell("Tài liệu kèm theo", "", 560, form.Left, TenTaiLieu),
				form.Cell("Ghi chú", "", 280, form.Left, GhiChu),
			}},
			form.Sign{Right: []form.Line{
				form.L(form.Center, form.B("THỦ TRƯỞNG ĐƠN VỊ")),
				form.L(form.Center, form.I("(Ký số hoặc ký, ghi rõ họ tên, đóng dấu)")),
			}},
		},
	}
}
