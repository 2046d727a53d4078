package tralai

import (
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// ident is what a row says of whom it is about.
type ident struct{ name, maSo, cccd, birth string }

// identOf reads the columns that tell a person. A số định danh in the place of the
// mã số BHXH is the person's số CCCD.
func identOf(t *form.Table, r form.Row) ident {
	text := func(tag string) string {
		if c := t.Column(tag); c != nil {
			return c.Show(c.Get(r))
		}
		return ""
	}
	p := ident{name: codes.Fold(text(nameTag)), maSo: text(maSoTag), cccd: text(cccdTag), birth: text(birthTag)}
	if _, _, _, is := facts.DocCCCD(p.maSo); is {
		if p.cccd == "" {
			p.cccd = p.maSo
		}
		p.maSo = ""
	}
	return p
}

// keys are the ways in which the same person is found in another row.
func (p ident) keys() (out []string) {
	if p.maSo != "" {
		out = append(out, "m:"+p.maSo)
	}
	if p.cccd != "" {
		out = append(out, "c:"+p.cccd)
	}
	if p.name != "" && p.birth != "" {
		out = append(out, "n:"+p.name+"|"+p.birth)
	}
	return out
}

// same reports whether two rows are of one person, as far as they tell.
func (p ident) same(q ident) bool {
	for _, a := range p.keys() {
		for _, b := range q.keys() {
			if a == b {
				return true
			}
		}
	}
	return false
}

// ai is the name in a row, for a person to read.
func ai(t *form.Table, r form.Row) string {
	if c := t.Column(nameTag); c != nil {
		return c.Get(r).S
	}
	return ""
}
