package khung

import (
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Ngay reads a day "2026-05-01" of a declaration; a wrong one stops the program.
func Ngay(iso string) law.Day {
	d, ok := law.ParseDay(iso)
	if !ok {
		panic("khung: not a day: " + iso)
	}
	return d
}

// GhiChu366 is the note at the foot of the mẫu of Quyết định 366/QĐ-BHXH, in the
// spelling of the templates.
const GhiChu366 = "Trường hợp kê khai biểu mẫu điện tử thì các trường thông tin đã được kết nối với Cơ sở dữ liệu Quốc gia về đăng ký doanh nghiệp, " +
	"Cơ sở dữ liệu Quốc gia về bảo hiểm, các cơ sở dữ liệu chuyên nghành khác, ... trên Cổng dịch vụ công Quốc gia thì thông tin được tự động điền vào tờ khai điện tử. " +
	"Đơn vị, tổ chức chỉ điền thông tin chưa có trong cơ sở dữ liệu."

// Goc366 is the corner of a mẫu of Quyết định 366/QĐ-BHXH in a type size.
func Goc366(mau string, size int) []form.Line {
	return Goc(mau, "(Ban hành kèm theo Quyết định số: 366/QĐ-BHXH", "ngày 29/4/2026 của BHXH Việt Nam)", size)
}

// Goc is a corner: the name of the mẫu, and the decision in two lines.
func Goc(mau, quyetDinh, cua string, size int) []form.Line {
	out := []form.Line{form.L(form.Center, form.B("Mẫu "+mau).Sized(size))}
	for _, s := range []string{quyetDinh, cua} {
		if s != "" {
			out = append(out, form.L(form.Center, form.I(s).Sized(size)))
		}
	}
	return out
}

// QuocHieu is the motto of the state over a paper that stands upright.
func QuocHieu(size int) []form.Line {
	doc := form.B("Độc lập - Tự do - Hạnh phúc").Sized(size)
	doc.Style.Underline = true
	return []form.Line{
		form.L(form.Center, form.B("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM").Sized(size)),
		form.L(form.Center, doc),
	}
}

// ChanGhiChu is the note at the foot.
func ChanGhiChu(note string, size int) form.Lines {
	return form.Lines{Lines: []form.Line{
		{Segs: []form.Seg{form.BI("Ghi chú: ").Sized(size), form.I(note).Sized(size)}, Align: form.Justify, Indent: 100, Before: 80},
	}}
}

// Dong is a line of running text of a declaration: justified, a little apart.
func Dong(segs ...form.Seg) form.Line {
	return form.Line{Segs: segs, Align: form.Justify, Before: 12}
}
