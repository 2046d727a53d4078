package d03ts

import (
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper490 is the sheet with the columns that the guide of Quyết định
// 490/QĐ-BHXH and programs describe; the official sheet was not at hand.
func paper490() form.Paper {
	return form.Paper{
		Version: "490", Basis: "Quyết định 490/QĐ-BHXH ngày 28/3/2023; bố cục dựng lại từ mô tả, chưa đối chiếu bản chính thức",
		From: khung.Ngay("2017-07-01"), Landscape: true,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Left, form.T("Tên đơn vị: "), form.HeadField(TenDonVi, 44)),
					form.L(form.Left, form.T("Mã đơn vị: "), form.HeadField(MaDonVi, 18), form.T("   Mã số thuế: "), form.HeadField(MaSoThue, 18)),
					form.L(form.Left, form.T("Địa chỉ: "), form.HeadField(DiaChiDonVi, 50)),
					form.L(form.Left, form.T("Điện thoại: "), form.HeadField(DienThoai, 18), form.T("   Email: "), form.HeadField(Email, 24)),
				},
				Right: khung.Goc("D03-TS", "(Ban hành kèm theo Quyết định số: 490/QĐ-BHXH", "ngày 28/3/2023 của BHXH Việt Nam)", 80),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("DANH SÁCH NGƯỜI CHỈ THAM GIA BHYT").Sized(130)}, Align: form.Center, Before: 60},
				{Segs: []form.Seg{form.T("Đối tượng tham gia: "), form.HeadField(TenDoiTuong, 50), form.T("   Lương cơ sở: "), form.HeadField(LuongCoSo, 14), form.T(" đồng")}, Align: form.Center, Before: 20},
				{Segs: []form.Seg{form.T("Nguồn đóng: "), form.HeadField(NguonDong, 30), form.T("   Tỷ lệ NSNN hỗ trợ theo quy định: "), form.HeadField(TyLeNSNN, 6), form.T(" %")}, Align: form.Center, Before: 10},
				{},
			}},
			form.Grid{Size: 80, Cols: cot490(), Foot: "Cộng", Sections: []form.Section{
				nhom("I", "Tăng", func(v form.View) bool { return PhuongAn.In("TM", "ON").Test(v.Row) }),
				nhom("II", "Giảm", func(v form.View) bool { return giam.Test(v.Row) }),
				nhom("III", "Điều chỉnh, khác", func(form.View) bool { return true }),
			}},
			form.Sign{Right: []form.Line{
				form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...),
				form.L(form.Center, form.B("ĐƠN VỊ LẬP DANH SÁCH")),
				form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
			}},
		},
	}
}

func nhom(no, head string, rows func(form.View) bool) form.Section {
	return form.Section{No: no, Head: head, Style: form.Style{Bold: true}, Rows: rows, Totals: true, MinRows: 1}
}

func cot490() []form.GridCol {
	return []form.GridCol{
		form.Ordinal("STT", "A", 40),
		form.Cell("Họ và tên", "B", 135, form.Left, HoTen),
		form.Cell("Mã số BHXH", "1", 80, form.Center, MaSoBHXH),
		form.Cell("Số CCCD/ĐDCN/ hộ chiếu", "2", 90, form.Center, SoCCCD),
		form.Cell("Ngày, tháng, năm sinh", "3", 75, form.Center, NgaySinh),
		form.CellOf("Giới tính", "4", 45, form.Center, gioiTinh),
		form.CellOf("Địa chỉ đang sinh sống", "5", 140, form.Left, noiO),
		form.CellOf("Nơi đăng ký KCB ban đầu", "6", 105, form.Left, khung.MaVaTen(NoiKCB)),
		form.Heading("Biên lai thu tiền",
			form.Cell("Số", "7", 60, form.Center, SoBienLai),
			form.Cell("Ngày", "8", 75, form.Center, NgayBienLai)),
		form.Heading("Mức đóng",
			form.Cell("Tiền lương, mức đóng", "9", 75, form.Right, MucDong),
			tongTien(form.Cell("Tổng số tiền đóng", "", 75, form.Right, TienDong))),
		form.Heading("Tỷ lệ hỗ trợ (%)",
			form.CellOf("Ngân sách địa phương", "10", 55, form.Center, khung.KhacKhong(TyLeNSDP)),
			form.CellOf("Khác", "11", 45, form.Center, khung.KhacKhong(HoTroKhac))),
		form.Heading("Tham gia",
			form.Cell("Từ ngày", "12", 75, form.Center, TuNgay),
			form.Cell("Số tháng", "13", 45, form.Center, SoThang)),
		form.Cell("Mã số nhân viên thu", "14", 65, form.Center, MaNVThu),
		form.CellOf("Ghi chú", "15", 110, form.Left, ghiChu),
	}
}

func gioiTinh(v form.View) string { return facts.GioiTinhCua(GioiTinh.Get(v.Row)).Ten() }

func noiO(v form.View) string {
	out := DiaChi.Get(v.Row)
	for _, c := range []form.CodeColumn{MaXa, MaTinh} {
		if s := khung.LoiCua(c)(v); s != "" {
			out += ", " + s
		}
	}
	return strings.TrimPrefix(out, ", ")
}

// ghiChu adds what is asked back, which has no column of its own.
func ghiChu(v form.View) string {
	out := GhiChu.Get(v.Row)
	if HoanTien.Known(v.Row) {
		tra := "Hoàn trả " + form.Dots(HoanTien.Get(v.Row)) + " đồng"
		if HoanTu.Known(v.Row) && HoanSoThang.Known(v.Row) {
			tra += ", " + form.Dots(HoanSoThang.Get(v.Row)) + " tháng từ " + HoanTu.Get(v.Row).String()
		}
		if s := HoanLyDo.Get(v.Row); s != "" {
			tra += ": " + s
		}
		out = strings.TrimPrefix(out+". "+tra, ". ")
	}
	return out
}

// tongTien adds up what those pay who stay; who leaves pays nothing.
func tongTien(g form.GridCol) form.GridCol {
	all := g.Summed(TienDong).Total
	g.Total = func(rows []form.Row) string {
		var stay []form.Row
		for _, r := range rows {
			if !giam.Test(r) {
				stay = append(stay, r)
			}
		}
		return all(stay)
	}
	return g
}
