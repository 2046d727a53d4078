package d02lt

import (
	_ "embed" // the official workbook
	"strings"

	"ankhai/forms/codes"
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
					form.L(form.Left, form.T("Tên đơn vị: "), form.HeadField(TenDonVi, 36)),
					form.L(form.Left, form.T("Mã đơn vị: "), form.HeadField(MaDonVi, 24)),
				},
				Right: khung.Goc366("D02-LT", 80),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("DANH SÁCH THAM GIA, ĐIỀU CHỈNH ĐÓNG BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ, BẢO HIỂM THẤT NGHIỆP").Sized(125)}, Align: form.Center, Before: 60},
				{Segs: khung.DongSo(So, NgayLap), Align: form.Center, Before: 10},
				{},
			}},
			form.Grid{MinRows: 7, Size: 80, Cols: cot366()},
			form.Sign{Right: []form.Line{
				form.L(form.Center, form.B("ĐƠN VỊ LẬP DANH SÁCH")),
				form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
			}},
			khung.ChanGhiChu(khung.GhiChu366, 90),
		},
	}
}

// cot366 are the columns with the template's heads, numbers and widths (in
// hundredths of its own unit).
func cot366() []form.GridCol {
	x := func(head, no, ma string) form.GridCol {
		return form.CellOf(head, no, 714, form.Center, func(v form.View) string {
			if LoaiHD.Get(v.Row) == ma {
				return "x"
			}
			return ""
		}).Taken(func(r *form.Row, s string) bool {
			LoaiHD.Set(r, ma)
			return strings.EqualFold(s, "x")
		})
	}
	return []form.GridCol{
		form.Ordinal("STT", "A", 471),
		form.Cell("Họ và tên", "B", 1571, form.Left, HoTen),
		form.Cell("Mã số BHXH", "1", 700, form.Center, MaSoBHXH),
		form.Cell("Ngày/ tháng/ năm sinh", "2", 700, form.Center, NgaySinh),
		form.CellOf("Chức vụ, chức danh nghề, nghề nghiệp, nơi làm việc", "3", 971, form.Left, chucDanhNoi).Back(ChucDanh),
		form.Heading("Tiền lương",
			form.CellOf("Hệ số lương/ Tiền lương", "4", 729, form.Right, func(v form.View) string {
				if HeSo.Known(v.Row) {
					return HeSo.Show(HeSo.Column.Get(v.Row))
				}
				return MucLuong.Show(MucLuong.Column.Get(v.Row))
			}).Figures().Taken(docLuong),
			form.CellOf("Hệ số chênh lệch bảo lưu", "5", 657, form.Right, khung.KhacKhong(BaoLuu)).Back(BaoLuu),
			form.Heading("Phụ cấp",
				form.CellOf("Chức vụ", "6", 657, form.Right, khung.KhacKhong(PhuCapCV)).Back(PhuCapCV),
				form.CellOf("Thâm niên VK (%)", "7", 729, form.Right, khung.KhacKhong(TNVK)).Back(TNVK),
				form.CellOf("Thâm niên nghề (%)", "8", 714, form.Right, khung.KhacKhong(TNNghe)).Back(TNNghe),
			),
			form.CellOf("Các khoản phụ cấp lương và thu nhập bổ sung", "9", 843, form.Right, phuCapBoSung).Back(BoSung),
		),
		form.Heading("Loại HĐLĐ",
			x("Không xác định thời hạn", "10", "0"),
			x("Xác định thời hạn", "11", "1"),
			x("HĐ, thỏa thuận khác", "12", "2"),
		),
		form.CellOf("Ngày Quyết định, HĐLĐ, HĐLV có hiệu lực", "13", 714, form.Center, func(v form.View) string {
			if d := NgayHieuLuc.Get(v.Row); d != 0 {
				return d.String()
			}
			return HDTu.Get(v.Row).String()
		}).Back(NgayHieuLuc),
		form.Cell("Từ tháng/ năm", "14", 743, form.Center, TuThang),
		form.Cell("Đến tháng/ năm", "15", 743, form.Center, DenThang),
		form.CellOf("Nơi đăng ký KCB ban đầu", "16", 686, form.Left, khung.MaVaTen(NoiKCB)).Back(NoiKCB),
		form.CellOf("Hình thức nhận kết quả", "17", 643, form.Left, func(v form.View) string {
			return HinhThuc.Label(HinhThucNhan.Get(v.Row))
		}).Back(HinhThucNhan),
		form.CellOf("Loại tăng, giảm, điều chỉnh", "18", 729, form.Left, func(v form.View) string {
			return codes.PhuongAn.Label(PhuongAn.Get(v.Row))
		}).Back(PhuongAn),
		form.Cell("Ghi chú", "19", 786, form.Left, GhiChu),
	}
}

// docLuong reads column 4, which holds a coefficient or đồng: no coefficient is as
// much as 100, and no pay is less than 100 đồng.
func docLuong(r *form.Row, s string) bool {
	if v, _, ok := HeSo.Column.Parse(s); ok && v.N < 100*motHeSo {
		HeSo.Put(r, v)
		return true
	}
	v, _, ok := MucLuong.Column.Parse(s)
	if ok {
		MucLuong.Put(r, v)
	}
	return ok
}

// motHeSo is the coefficient 1 in the unit of its column, thousandths.
const motHeSo = 1000

// chucDanhNoi is column 3. Where the title ends and the place begins cannot be read
// back: a cell of a filled paper is the title as a whole.
func chucDanhNoi(v form.View) string {
	a, b := ChucDanh.Get(v.Row), NoiLamViec.Get(v.Row)
	if a != "" && b != "" {
		return a + ", " + b
	}
	return a + b
}

// phuCapBoSung is column 9, the sum of what is known.
func phuCapBoSung(v form.View) string {
	if sum := PhuCapLuong.Get(v.Row) + BoSung.Get(v.Row); sum != 0 {
		return form.Dots(sum)
	}
	return ""
}
