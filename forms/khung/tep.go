package khung

import (
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// CCNS is the element that says how much of a date of birth is known; the date
// says it too.
func CCNS(c form.BirthColumn) form.Elem {
	return form.Fn("CCNS", func(r form.WireRow) string {
		return facts.NgaySinh(c.Get(*r.Row)).CCNS()
	}, nil)
}

// NoiKCB are the elements MaTinhBenhVien and MaBenhVien, the two parts of the
// five characters of a facility's code: the old province and the number inside
// it. Some programs write the whole code into the second; it reads too.
func NoiKCB(c form.CodeColumn) (tinh, benhVien form.Elem) {
	return phanKCB("MaTinhBenhVien", c, 0, 2), phanKCB("MaBenhVien", c, 2, 5)
}

func phanKCB(name string, c form.CodeColumn, from, to int) form.Elem {
	return form.Fn(name, func(r form.WireRow) string {
		if ma := c.Get(*r.Row); len(ma) == 5 {
			return ma[from:to]
		}
		return ""
	}, func(r form.WireRow, s string) bool {
		if s = strings.TrimSpace(s); s == "" {
			return true
		}
		ma := c.Get(*r.Row)
		if len(s) == 5 {
			ma = s
		} else {
			ma += s
		}
		c.Set(r.Row, ma)
		return len(ma) == to
	})
}
