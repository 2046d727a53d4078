package m01bh

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper is the summary, rebuilt from its items: the columns of the official one
// were not read, so that no column has a number.
func paper() form.Paper {
	tien := func(head string, c form.MoneyColumn) form.GridCol {
		return form.Cell(head, "", 58, form.Right, c).Summed(c)
	}
	return form.Paper{
		Version: "12/2026", Basis: "Dựng lại từ mô tả, chưa đối chiếu bản chính thức của " + tt12, From: khung.Ngay("2026-04-01"), Landscape: true,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Left, form.T("Tên cơ sở khám bệnh, chữa bệnh: "), form.HeadField(TenDonVi, 40)),
					form.L(form.Left, form.T("Mã cơ sở: "), form.HeadField(MaCSKCB, 12)),
				},
				Right: khung.Goc("01/BH", "(Thông tư số 12/2026/TT-BTC", "ngày 10/02/2026 của Bộ Tài chính)", 80),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("BẢNG TỔNG HỢP THANH TOÁN CHI PHÍ KHÁM BỆNH, CHỮA BỆNH BẢO HIỂM Y TẾ").Sized(125)}, Align: form.Center, Before: 60},
				{Segs: []form.Seg{form.FieldOf(ky, 30)}, Align: form.Center, Before: 10},
				{Segs: []form.Seg{form.I("Đơn vị tính: đồng")}, Align: form.Right},
				{},
			}},
			form.Grid{MinRows: 2, Size: 80, Foot: "Cộng", Cols: []form.GridCol{
				form.Ordinal("STT", "", 28),
				form.CellOf("Loại hình", "", 58, form.Left, khung.LoiCua(LoaiHinh)),
				form.Cell("Số lượt", "", 40, form.Right, SoLuot).Summed(SoLuot),
				form.Heading("Chi phí theo nhóm",
					tien("Khám", TienKham), tien("Giường", TienGiuong), tien("Xét nghiệm", TienXN), tien("Chẩn đoán hình ảnh", TienCDHA),
					tien("Phẫu thuật, thủ thuật", TienPTTT), tien("Thuốc", TienThuoc), tien("Vật tư y tế", TienVTYT), tien("Máu", TienMau), tien("Vận chuyển", TienVC)),
				form.Heading("Nguồn chi trả",
					tien("Quỹ BHYT", QuyBHYT), tien("Người bệnh cùng chi trả", CungTra), tien("Người bệnh tự trả", TuTra), tien("Nguồn khác", NguonKhac)),
				tien("Số đề nghị thanh toán", DeNghi),
			}},
			form.Sign{
				Left: []form.Line{form.L(form.Center, form.B("NGƯỜI LẬP BẢNG")), form.L(form.Center, form.I("(Ký, ghi rõ họ tên)"))},
				Right: []form.Line{
					form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...),
					form.L(form.Center, form.B("THỦ TRƯỞNG ĐƠN VỊ")),
					form.L(form.Center, form.I("(Ký số, hoặc ký, ghi rõ họ tên, đóng dấu)")),
				},
			},
		},
	}
}

// ky is the month or the quarter in words.
func ky(v form.View) string {
	switch r := v.Doc.Head; {
	case KyThang.Known(r):
		return "Tháng " + KyThang.Get(r).String()
	case KyQuy.Known(r) && KyNam.Known(r):
		return Quys.Label(KyQuy.Get(r)) + " năm " + KyNam.Get(r)
	}
	return ""
}
