package d05ts

import (
	_ "embed" // the official workbook

	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// goc366 is the official workbook of the mẫu, byte for byte as Bảo hiểm xã hội Việt
// Nam published it with Quyết định 366/QĐ-BHXH of 29/4/2026 (docs/decisions/0013).
//
//go:embed goc366.xlsx
var goc366 []byte

// paper366 is the sheet as the official template prints it; the spelling of the
// template is kept.
func paper366() form.Paper {
	return form.Paper{
		Version: "366", Basis: qd366 + " ngày 29/4/2026", From: khung.Ngay("2026-05-01"), Landscape: true, Book: goc366,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Left, form.T("Tên tổ chức: "), form.HeadField(TenDonVi, 46)),
					form.L(form.Left, form.T("Mã tổ chức : "), form.HeadField(MaDonVi, 30)),
					form.L(form.Left, form.T("Họ và tên nhân viên thu: "), form.HeadField(NhanVienThu, 36)),
					form.L(form.Left, form.T("Mã nhân viên thu: "), form.HeadField(MaNhanVien, 36)),
				},
				Right: khung.Goc("D05-TS", "(Ban hành kèm theo Quyết định số: 366/QĐ-BHXH ngày", "29/4/2026 của BHXH Việt Nam)", 80),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("DANH SÁCH THAM GIA BẢO HIỂM XÃ HỘI TỰ NGUYỆN").Sized(125)}, Align: form.Center, Before: 60},
				{Segs: khung.DongSo(So, NgayLap), Align: form.Center, Before: 20},
				{},
			}},
			form.Grid{MinRows: 5, Size: 80, Foot: "Cộng", Cols: cot366()},
			form.Sign{
				Left: []form.Line{form.L(form.Left, form.T("Đề nghi cơ quan BHXH  thanh toán thù lao theo quy định."))},
				Right: []form.Line{
					form.L(form.Center, form.B("TỔ CHỨC LẬP DANH SÁCH")),
					form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
				},
			},
			khung.ChanGhiChu(khung.GhiChu366, 90),
		},
	}
}

// cot366 are the columns with the template's heads, numbers and widths (in
// hundredths of its own unit).
func cot366() []form.GridCol {
	return []form.GridCol{
		form.Ordinal("STT", "A", 557),
		form.Cell("Họ và tên", "B", 2086, form.Left, HoTen),
		form.Cell("Mã số BHXH", "1", 686, form.Center, MaSoBHXH),
		form.Cell("Ngày/ tháng/ năm sinh", "2", 700, form.Center, NgaySinh),
		form.Heading("Phương thức đóng",
			form.Cell("Từ tháng/ năm", "3", 629, form.Center, TuThang),
			form.Cell("Số tháng", "4", 629, form.Center, SoThang),
		),
		form.Cell("Mức thu nhập tháng đóng BHXH", "5", 829, form.Right, ThuNhap),
		form.Heading("Số tiền đóng",
			tong(form.Cell("Số tiền phải đóng theo quy định", "6", 743, form.Right, PhaiDong), PhaiDong, dong),
			form.Heading("Trong đó",
				tong(form.Cell("Người tham gia đóng", "7", 629, form.Right, NguoiDong), NguoiDong, dong),
				form.Heading("Hỗ trợ",
					form.Cell("Tỷ lệ NSNN hỗ trợ theo quy định (%)", "8", 714, form.Center, TyLeNSNN),
					form.Heading("NSNN hỗ trợ thêm",
						form.CellOf("Tỷ lệ (%)", "9", 686, form.Center, khung.KhacKhong(TyLeThem)).Back(TyLeThem),
						tong(form.CellOf("Số tiền", "10", 686, form.Right, khung.KhacKhong(TienThem)).Back(TienThem), TienThem, TienThem.Filled()),
					),
					form.Heading("Hỗ trợ khác",
						form.CellOf("Tỷ lệ (%)", "11", 686, form.Center, khung.KhacKhong(TyLeKhac)).Back(TyLeKhac),
						tong(form.CellOf("Số tiền", "12", 686, form.Right, khung.KhacKhong(TienKhac)).Back(TienKhac), TienKhac, TienKhac.Filled()),
					),
				),
			),
		),
		form.CellOf("Hình thức nhận kết quả", "13", 986, form.Left, khung.LoiCua(HinhThucNhan)).Back(HinhThucNhan),
		form.CellOf("Loại tăng, giảm, điều chỉnh", "14", 1000, form.Left, khung.LoiCua(PhuongAn)).Back(PhuongAn),
		form.CellOf("Ghi chú", "15", 757, form.Left, ghiChu).Back(GhiChu),
	}
}

// tong gives a column the sum of the rows where cond holds. It stays empty while
// one of them is not known.
func tong(g form.GridCol, c form.MoneyColumn, cond form.Cond) form.GridCol {
	g.Total = func(rows []form.Row) string {
		sum, any := int64(0), false
		for _, r := range rows {
			if !cond.Test(r) {
				continue
			}
			if !c.Known(r) {
				return ""
			}
			sum, any = sum+c.Get(r), true
		}
		if !any {
			return ""
		}
		return form.Dots(sum)
	}
	return g
}

// ghiChu is column 15, with what is asked to be paid back.
func ghiChu(v form.View) string {
	s := GhiChu.Get(v.Row)
	if HoanTra.Known(v.Row) {
		if s != "" {
			s += ". "
		}
		s += "Hoàn trả: " + form.Dots(HoanTra.Get(v.Row)) + " đồng"
	}
	return s
}
