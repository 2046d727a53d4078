package d02lt

import (
	"strconv"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/form"
)

const ghiChu366 = "Trường hợp kê khai biểu mẫu điện tử thì các trường thông tin đã được kết nối với Cơ sở dữ liệu Quốc gia về đăng ký doanh nghiệp, " +
	"Cơ sở dữ liệu Quốc gia về bảo hiểm, các cơ sở dữ liệu chuyên nghành khác, ... trên Cổng dịch vụ công Quốc gia thì thông tin được tự động điền vào tờ khai điện tử. " +
	"Đơn vị, tổ chức chỉ điền thông tin chưa có trong cơ sở dữ liệu."

// paper366 is the sheet as the official template prints it; the spelling of the
// template is kept.
func paper366() form.Paper {
	return form.Paper{
		Version: "366", Basis: qd366 + " ngày 29/4/2026", From: ngay("2026-05-01"), Landscape: true,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Left, form.T("Tên đơn vị: "), form.HeadField(TenDonVi, 36)),
					form.L(form.Left, form.T("Mã đơn vị: "), form.HeadField(MaDonVi, 24)),
				},
				Right: []form.Line{
					form.L(form.Center, form.B("Mẫu D02-LT").Sized(80)),
					form.L(form.Center, form.I("(Ban hành kèm theo Quyết định số: 366/QĐ-BHXH").Sized(80)),
					form.L(form.Center, form.I("ngày 29/4/2026 của BHXH Việt Nam)").Sized(80)),
				},
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("DANH SÁCH THAM GIA, ĐIỀU CHỈNH ĐÓNG BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ, BẢO HIỂM THẤT NGHIỆP").Sized(125)}, Align: form.Center, Before: 60},
				{Segs: dongSo(), Align: form.Center, Before: 10},
				{},
			}},
			form.Grid{MinRows: 7, Size: 80, Cols: cot366()},
			form.Sign{Right: []form.Line{
				form.L(form.Center, form.B("ĐƠN VỊ LẬP DANH SÁCH")),
				form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
			}},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.BI("Ghi chú: "), form.I(ghiChu366).Sized(90)}, Align: form.Justify, Indent: 100, Before: 60},
			}},
		},
	}
}

// dongSo is "Số: …/…; ngày … tháng … năm …".
func dongSo() []form.Seg {
	phan := func(f func(form.View) int, rong int, places int) form.Seg {
		return form.FieldOf(func(v form.View) string {
			if n := f(v); n > 0 {
				s := strconv.Itoa(n)
				return strings.Repeat("0", max(0, places-len(s))) + s
			}
			return ""
		}, rong)
	}
	out := []form.Seg{
		form.T("Số: "),
		form.FieldOf(func(v form.View) string { s, _, _ := strings.Cut(So.Get(v.Doc.Head), "/"); return s }, 6),
		form.T("/"),
		form.FieldOf(func(v form.View) string { _, s, _ := strings.Cut(So.Get(v.Doc.Head), "/"); return s }, 9),
		form.T("; ngày "), phan(func(v form.View) int { return NgayLap.Get(v.Doc.Head).Dom() }, 3, 2),
		form.T(" tháng "), phan(func(v form.View) int { return NgayLap.Get(v.Doc.Head).Month().Num() }, 3, 2),
		form.T(" năm "), phan(func(v form.View) int { return NgayLap.Get(v.Doc.Head).Year() }, 3, 4),
	}
	for i := range out {
		out[i].Style.Italic = true
	}
	return out
}

// cot366 are the columns with the template's heads, numbers and widths (in
// hundredths of its own unit).
func cot366() []form.GridCol {
	x := func(ma string) func(form.View) string {
		return func(v form.View) string {
			if LoaiHD.Get(v.Row) == ma {
				return "x"
			}
			return ""
		}
	}
	return []form.GridCol{
		form.CellOf("STT", "A", 471, form.Center, func(v form.View) string { return strconv.Itoa(v.N) }),
		form.Cell("Họ và tên", "B", 1571, form.Left, HoTen),
		form.Cell("Mã số BHXH", "1", 700, form.Center, MaSoBHXH),
		form.Cell("Ngày/ tháng/ năm sinh", "2", 700, form.Center, NgaySinh),
		form.CellOf("Chức vụ, chức danh nghề, nghề nghiệp, nơi làm việc", "3", 971, form.Left, chucDanhNoi),
		form.Heading("Tiền lương",
			form.CellOf("Hệ số lương/ Tiền lương", "4", 729, form.Right, func(v form.View) string {
				if HeSo.Known(v.Row) {
					return HeSo.Show(HeSo.Column.Get(v.Row))
				}
				return MucLuong.Show(MucLuong.Column.Get(v.Row))
			}),
			form.CellOf("Hệ số chênh lệch bảo lưu", "5", 657, form.Right, khacKhong(BaoLuu)),
			form.Heading("Phụ cấp",
				form.CellOf("Chức vụ", "6", 657, form.Right, khacKhong(PhuCapCV)),
				form.CellOf("Thâm niên VK (%)", "7", 729, form.Right, khacKhong(TNVK)),
				form.CellOf("Thâm niên nghề (%)", "8", 714, form.Right, khacKhong(TNNghe)),
			),
			form.CellOf("Các khoản phụ cấp lương và thu nhập bổ sung", "9", 843, form.Right, phuCapBoSung),
		),
		form.Heading("Loại HĐLĐ",
			form.CellOf("Không xác định thời hạn", "10", 714, form.Center, x("0")),
			form.CellOf("Xác định thời hạn", "11", 714, form.Center, x("1")),
			form.CellOf("HĐ, thỏa thuận khác", "12", 714, form.Center, x("2")),
		),
		form.CellOf("Ngày Quyết định, HĐLĐ, HĐLV có hiệu lực", "13", 714, form.Center, func(v form.View) string {
			if d := NgayHieuLuc.Get(v.Row); d != 0 {
				return d.String()
			}
			return HDTu.Get(v.Row).String()
		}),
		form.Cell("Từ tháng/ năm", "14", 743, form.Center, TuThang),
		form.Cell("Đến tháng/ năm", "15", 743, form.Center, DenThang),
		form.CellOf("Nơi đăng ký KCB ban đầu", "16", 686, form.Left, func(v form.View) string {
			return maVaTen(NoiKCB.Get(v.Row), codes.KCB)
		}),
		form.CellOf("Hình thức nhận kết quả", "17", 643, form.Left, func(v form.View) string {
			return HinhThuc.Label(HinhThucNhan.Get(v.Row))
		}),
		form.CellOf("Loại tăng, giảm, điều chỉnh", "18", 729, form.Left, func(v form.View) string {
			return codes.PhuongAn.Label(PhuongAn.Get(v.Row))
		}),
		form.Cell("Ghi chú", "19", 786, form.Left, GhiChu),
	}
}

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

// khacKhong leaves a cell empty where there is no allowance, as the guide asks.
func khacKhong(c form.Handle) func(form.View) string {
	col := c.Col()
	return func(v form.View) string {
		if x := col.Get(v.Row); x.N != 0 {
			return col.Show(x)
		}
		return ""
	}
}

func maVaTen(ma string, l form.List) string {
	if ten := l.Label(ma); ten != "" {
		return ma + " " + ten
	}
	return ma
}
