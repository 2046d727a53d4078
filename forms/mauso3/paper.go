package mauso3

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper188 is the list as the official template prints it; the spelling of the
// template is kept.
func paper188() form.Paper {
	return form.Paper{
		Version: "188", Basis: nd188, From: khung.Ngay("2025-08-15"), Landscape: true,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Left, form.T("Tên cơ quan/tổ chức: "), form.HeadField(TenDonVi, 18)),
					form.L(form.Left, form.T("Mã cơ quan,tổ chức: "), form.HeadField(MaDonVi, 19)),
					form.L(form.Left, form.T("Họ và tên nhân viên thu: "), form.HeadField(NhanVienThu, 12)),
					form.L(form.Left, form.T("Mã nhân viên thu: "), form.HeadField(MaNhanVien, 21)),
				},
				Right: append(khung.QuocHieu(120), form.L(form.Right, form.B("Mẫu số 3").Sized(105))),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("DANH SÁCH ĐỐI TƯỢNG THAM GIA BẢO HIỂM Y TẾ").Sized(125)}, Align: form.Center, Before: 60},
				{Segs: khung.DongSo(So, NgayLap), Align: form.Center, Before: 20},
				{},
			}},
			form.Grid{Size: 85, Cols: cot188(), Sections: []form.Section{
				{No: "(1)", Head: "Tăng", Style: form.Style{Bold: true}, Rows: func(v form.View) bool { return !giam.Test(v.Row) }, MinRows: 2},
				{No: "(2)", Head: "Giảm", Style: form.Style{Bold: true}, Rows: func(v form.View) bool { return giam.Test(v.Row) }, MinRows: 2},
			}},
			form.Sign{
				Left: []form.Line{form.L(form.Left, form.I("Đề nghi cơ quan BHXH  thanh toán thù lao theo quy định."))},
				Right: []form.Line{
					form.L(form.Center, form.B("CƠ QUAN/TỔ CHỨC LẬP DANH SÁCH")),
					form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
				},
			},
		},
	}
}

// cot188 are the columns with the template's heads, numbers and widths.
func cot188() []form.GridCol {
	the := func(ma string) func(form.View) string {
		return func(v form.View) string {
			if HinhThucNhan.Get(v.Row) == ma {
				return "x"
			}
			return ""
		}
	}
	return []form.GridCol{
		form.Ordinal("STT", "A", 710),
		form.Cell("Họ và tên", "B", 2268, form.Left, HoTen),
		form.Cell("Mã số bảo hiểm y tế", "1", 992, form.Center, MaSoBHXH),
		form.Cell("Số căn cước công dân/ Định danh cá nhân", "2", 1134, form.Center, SoCCCD),
		form.CellOf("Nơi đăng ký khám chữa bệnh ban đầu", "3", 992, form.Left, khung.MaVaTen(NoiKCB)),
		form.Heading("Mức đóng",
			form.CellOf("Tiền lương", "4", 851, form.Right, func(v form.View) string {
				if HeSo.Known(v.Row) {
					return HeSo.Show(HeSo.Column.Get(v.Row))
				}
				return MucLuong.Show(MucLuong.Column.Get(v.Row))
			}),
			form.Heading("Phụ cấp",
				form.CellOf("Chức vụ", "5", 850, form.Right, khung.KhacKhong(PhuCapCV)),
				form.CellOf("Thâm niên vượt khung (%)", "6", 1276, form.Right, khung.KhacKhong(TNVK)),
				form.CellOf("Thâm niên nghề (%)", "7", 1139, form.Right, khung.KhacKhong(TNNghe)),
			),
			form.CellOf("Các khoản phụ cấp lương và thu nhập bổ sung", "8", 1336, form.Right, khung.KhacKhong(BoSung)),
		),
		form.Cell("Tháng tham gia", "9", 828, form.Center, TuThang),
		form.CellOf("Tỷ lệ ngân sách nhà nước hỗ trợ (%)", "10", 842, form.Center, khung.KhacKhong(TyLeNSNN)),
		form.Heading("Loại thẻ bảo hiểm y tế",
			form.CellOf("Bản điện tử", "11", 704, form.Center, the("1")),
			form.CellOf("Bản giấy", "12", 703, form.Center, the("2")),
		),
		form.CellOf("Ghi chú", "13", 969, form.Left, khung.ThangVaGhiChu(SoThang, GhiChu)),
	}
}
