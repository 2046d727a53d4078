package khung

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// NoiO prints an address in one: house and street, commune, province.
func NoiO(diaChi form.TextColumn, xa, tinh form.CodeColumn) func(form.View) string {
	return func(v form.View) string { return facts.NoiO(diaChi.Get(v.Row), xa.Get(v.Row), tinh.Get(v.Row)) }
}

// KinhGui is the line that names who the paper goes to, from the head.
func KinhGui(c form.TextColumn) form.Line {
	return form.Line{Segs: []form.Seg{form.T("Kính gửi: "), form.HeadField(c, 60)}, Align: form.Center, Before: 60}
}

// TieuDe is the title of a paper.
func TieuDe(words string) form.Line {
	return form.Line{Segs: []form.Seg{form.B(words).Sized(140)}, Align: form.Center, Before: 80}
}

// NguoiKy is the place of a signature: who signs and how.
func NguoiKy(words, how string) []form.Line {
	return []form.Line{form.L(form.Center, form.B(words)), form.L(form.Center, form.I(how))}
}
