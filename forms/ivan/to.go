package ivan

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// Top is the top of a notice down to its addressee.
func (c *Cot) Top(mau, tieuDe string) []form.Part {
	return []form.Part{
		form.Corner{Right: khung.Goc("số: "+mau, "(Ban hành kèm theo Quyết định số 08/2015/QĐ-TTg", "ngày 09/03/2015 của Thủ tướng Chính phủ)", 105)},
		form.Lines{Lines: append(khung.QuocHieu(125),
			form.Line{Segs: khung.NoiNgay(c.NoiLap, c.NgayLap), Align: form.Center, Before: 40},
			form.Line{Segs: []form.Seg{form.B("TỜ KHAI").Sized(140)}, Align: form.Center, Before: 60},
			form.Line{Segs: []form.Seg{form.B(tieuDe)}, Align: form.Center, Before: 10},
			form.Line{Segs: []form.Seg{form.T("Kính gửi: Bảo hiểm xã hội Việt Nam")}, Align: form.Center, Before: 40},
		)},
	}
}

// DonVi are the lines that name the unit.
func (c *Cot) DonVi() []form.Line {
	return []form.Line{
		Dong(form.T("Tên người sử dụng lao động (đơn vị sử dụng lao động): "), form.HeadField(c.TenDonVi, 0)),
		Dong(form.T("Mã số bảo hiểm xã hội: "), form.HeadField(c.MaDonVi, 0)),
		Dong(form.T("Địa chỉ liên hệ: "), form.HeadField(c.DiaChi, 0)),
	}
}

// ChuKySo are the lines about the certificates; several stand one after another.
func (c *Cot) ChuKySo() []form.Line {
	return []form.Line{
		Dong(form.T("- Số chứng thư số: "), form.FieldOf(c.cac(func(r form.Row) string { return c.Serial.Get(r) }), 0)),
		Dong(form.T("- Tên tổ chức chứng thực chữ ký số: "), form.FieldOf(c.cac(func(r form.Row) string { return c.ToChuc.Get(r) }), 0)),
		Dong(form.T("- Thời hạn sử dụng chứng thư số: "), form.FieldOf(c.cac(func(r form.Row) string { return c.thoiHan(r) }), 0)),
	}
}

func (c *Cot) thoiHan(r form.Row) string {
	tu, den := c.Tu.Get(r), c.Den.Get(r)
	if tu == 0 && den == 0 {
		return ""
	}
	return "từ " + ngay(tu) + " đến " + ngay(den)
}

func ngay(d law.Day) string {
	if !d.Valid() {
		return "…"
	}
	return d.String()
}

// cac joins what the certificates say.
func (c *Cot) cac(of func(form.Row) string) func(form.View) string {
	return func(v form.View) string {
		var out []string
		for _, r := range v.Doc.Rows {
			if s := of(r); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, "; ")
	}
}

// Ky is the block of the two signatures.
func Ky() form.Sign {
	ben := func(ai string) []form.Line {
		return []form.Line{form.L(form.Center, form.B("CHỮ KÝ SỐ CỦA")), form.L(form.Center, form.B(ai))}
	}
	return form.Sign{Left: ben("TỔ CHỨC CUNG CẤP DỊCH VỤ I-VAN"), Right: ben("NGƯỜI SỬ DỤNG LAO ĐỘNG")}
}

// Dong is a line of the text: justified, set in a little.
func Dong(segs ...form.Seg) form.Line {
	return form.Line{Segs: segs, Align: form.Justify, Indent: 80, Before: 25}
}
