package d09ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper366 is the sheet as the official template prints it.
func paper366() form.Paper {
	return form.Paper{
		Version: "366", Basis: qd366 + " ngày 29/4/2026", From: khung.Ngay("2026-05-01"), Size: 105,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Left, form.T("BẢO HIỂM XÃ HỘI ").Sized(115), form.HeadField(BHXHTren, 3).Sized(115)),
					form.L(form.Left, form.B("BẢO HIỂM XÃ HỘI ").Sized(115), dam(form.HeadField(BHXHCoSo, 3).Sized(115))),
				},
				Right: khung.Goc366("D09-TS", 90),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("DANH SÁCH THAM GIA BHXH, BHYT, BHTN, BHTNLĐ, BNN").Sized(125)}, Align: form.Center, Before: 50},
				{Segs: []form.Seg{form.T("Mã đơn vị: "), form.HeadField(MaDonVi, 36), form.T("; Tên đơn vị: "), form.HeadField(TenDonVi, 0)}, Before: 60},
				{Segs: []form.Seg{form.T("Địa chỉ: "), form.HeadField(DiaChiDV, 70)}, Before: 30},
			}},
			form.Grid{MinRows: 8, Size: 90, Cols: cot366(), Foot: "Cộng"},
			form.Sign{Right: []form.Line{
				form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...),
				form.L(form.Center, form.B("GIÁM ĐỐC")),
				form.L(form.Center, form.I("(ký, ghi rõ họ tên, đóng dấu)")),
				{}, {}, {},
				form.L(form.Center, dam(form.FieldOf(tenGiamDoc, 1))),
			}},
		},
	}
}

// tenGiamDoc leaves no leaders where the name is not known: the template has none.
func tenGiamDoc(v form.View) string {
	if s := GiamDoc.Get(v.Doc.Head); s != "" {
		return s
	}
	return " "
}

func dam(s form.Seg) form.Seg { s.Style.Bold = true; return s }

func cot366() []form.GridCol {
	return []form.GridCol{
		form.Ordinal("STT", "A", 430),
		form.Cell("Họ và tên", "B", 1250, form.Left, HoTen),
		form.Cell("Mã số BHXH", "1", 1010, form.Center, MaSoBHXH),
		form.Cell("Ngày tháng năm sinh", "2", 980, form.Center, NgaySinh),
		form.Cell("Địa chỉ", "3", 1100, form.Left, DiaChi),
		form.CellOf("Nơi đăng ký KCB", "4", 950, form.Left, khung.MaVaTen(NoiKCB)),
		form.Cell("Chức vụ, chức danh nghề", "5", 950, form.Left, ChucDanh),
		form.Heading("Tiền lương đóng",
			luong("BHXH", "6", LuongBHXH), luong("BHYT", "7", LuongBHYT), luong("BHTN", "8", LuongBHTN), luong("BHTNLĐ, BNN", "9", LuongTNLD)),
		form.Cell("Ghi chú", "10", 800, form.Left, GhiChu),
	}
}

func luong(head, no string, c form.MoneyColumn) form.GridCol {
	return form.Cell(head, no, 870, form.Right, c).Summed(c)
}
