package d06ts

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
					form.L(form.Left, form.T("Họ và tên nhân viên thu: "), form.HeadField(NhanVienThu, 32)),
					form.L(form.Left, form.T("Mã nhân viên thu: "), form.HeadField(MaNhanVien, 38)),
				},
				Right: khung.Goc("D06-TS", "(Ban hành kèm theo Quyết định số: 366/QĐ-BHXH ngày", "29/4/2026 của BHXH Việt Nam)", 80),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("DANH SÁCH THAM GIA BẢO HIỂM TAI NẠN LAO ĐỘNG THEO HÌNH THỨC TỰ NGUYỆN").Sized(125)}, Align: form.Center, Before: 60},
				{Segs: khung.DongSo(So, NgayLap), Align: form.Center, Before: 20},
				{},
			}},
			form.Grid{MinRows: 5, Size: 80, Cols: cot366()},
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
	them := func(head, no string, width int, a form.Align, c form.Handle) form.GridCol {
		return form.CellOf(head, no, width, a, khung.KhacKhong(c)).Back(c)
	}
	return []form.GridCol{
		form.Ordinal("STT", "A", 443),
		form.Cell("Họ và tên", "B", 2186, form.Left, HoTen),
		form.Cell("Mã số BHXH", "1", 700, form.Center, MaSoBHXH),
		form.Cell("Ngày/ tháng/ năm sinh", "2", 671, form.Center, NgaySinh),
		form.Heading("Phương thức đóng",
			form.Cell("Từ ngày/ tháng/ năm", "3", 743, form.Center, TuNgay),
			form.Cell("Số tháng", "4", 600, form.Center, SoThang),
		),
		form.Cell("Nghề, công việc, thời gian và nơi làm việc", "5", 786, form.Left, NgheNghiep),
		form.Cell("Mức thu nhập tháng", "6", 757, form.Right, ThuNhap),
		form.Heading("Số tiền đóng",
			form.Cell("Số tiền phải đóng theo quy định", "7", 729, form.Right, PhaiDong),
			form.Heading("Trong đó",
				form.Cell("Người tham gia đóng", "8", 771, form.Right, NguoiDong),
				form.Heading("Hỗ trợ",
					form.Cell("Tỷ lệ NSNN hỗ trợ theo quy định (%)", "9", 914, form.Center, TyLeNSNN),
					form.Heading("NSNN hỗ trợ thêm",
						them("Tỷ lệ (%)", "10", 643, form.Center, TyLeThem), them("Số tiền", "11", 600, form.Right, TienThem)),
					form.Heading("Hỗ trợ khác",
						them("Tỷ lệ (%)", "12", 629, form.Center, TyLeKhac), them("Số tiền", "13", 586, form.Right, TienKhac)),
				),
			),
		),
		form.CellOf("Hình thức nhận kết quả", "14", 700, form.Left, khung.LoiCua(HinhThucNhan)).Back(HinhThucNhan),
		form.CellOf("Loại tăng, giảm, điều chỉnh", "15", 700, form.Left, khung.LoiCua(Loai)).Back(Loai),
		form.Cell("Ghi chú", "16", 757, form.Left, GhiChu),
	}
}
