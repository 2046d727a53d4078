package sheet

import (
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// codeNames maps the folded names of a list to their codes.
type codeNames map[string][]string

// code reads a cell of a column of codes: the code, «mã - tên», or the exact
// name. A code that the list does not have is kept as it stands and named.
func (p *cellReader) code(c *form.Column, x *cell, at string) form.Value {
	s := unguarded(plainText(plainNumber(x)))
	l := c.Codes
	if l.Has(s) {
		return form.TextValue(s)
	}
	if code, name := splitCode(l, s); code != "" {
		if codes.Fold(name) != codes.Fold(l.Label(code)) {
			p.nhac(at, s, xlCode, c.Label+": mã "+code+" là “"+l.Label(code)+"”, ô ghi “"+name+"”. Đang lấy mã "+code+", xem lại cho đúng", codeWords(l, code))
		}
		return form.TextValue(code)
	}
	if code, name, ok := strings.Cut(s, " "); ok && l.Has(code) && codes.Fold(name) == codes.Fold(l.Label(code)) {
		return form.TextValue(code) // «79024 Bệnh viện Nhân dân 115», as papers show it
	}
	if up := strings.ToUpper(s); l.Has(up) {
		return form.TextValue(up)
	}
	if full := withZeros(l, s); full != "" {
		p.nhac(at, s, xlDigits, c.Label+": mất số 0 ở đầu, đã đọc là "+full+". Định dạng cột là văn bản để giữ số 0", full)
		return form.TextValue(full)
	}
	say := "không có mã " + s + " trong danh mục " + l.Name() + ". Chọn trong danh sách của ô, hoặc ghi đúng mã"
	switch found := p.named(c, s); {
	case len(found) == 1:
		return form.TextValue(found[0])
	case len(found) > 1:
		say = fmt.Sprintf("có %d mã cùng tên “%s” (%s). Ghi mã thay cho tên", len(found), s, strings.Join(found[:min(4, len(found))], ", "))
	}
	p.loi(at, s, xlCode, c.Label+": "+say, "")
	return form.TextValue(s)
}

// splitCode parts «mã - tên» where what stands before the dash is a code.
func splitCode(l form.List, s string) (code, name string) {
	for from := 0; ; {
		i := strings.Index(s[from:], " - ")
		if i < 0 {
			return "", ""
		}
		i += from
		if l.Has(s[:i]) {
			return s[:i], s[i+3:]
		}
		from = i + 1
	}
}

// withZeros gives a code of digits back the zeros in front that a numeric cell
// loses, where exactly one code of the list fits.
func withZeros(l form.List, s string) (full string) {
	if s == "" || !allDigits(s) || len(s) > 10 {
		return ""
	}
	for k := "0" + s; len(k) <= len(s)+6; k = "0" + k {
		switch {
		case !l.Has(k):
		case full != "":
			return ""
		default:
			full = k
		}
	}
	return full
}

// named finds the codes of a name: those in force, else those that ever were.
func (p *cellReader) named(c *form.Column, s string) []string {
	names, ok := p.codes[c]
	if !ok {
		names = codeNames{}
		for _, code := range codesOf(c.Codes, 0) {
			k := codes.Fold(c.Codes.Label(code))
			names[k] = append(names[k], code)
		}
		p.codes[c] = names
	}
	found := names[codes.Fold(s)]
	if len(found) < 2 || p.today == 0 {
		return found
	}
	held := map[string]bool{}
	for _, code := range codesOf(c.Codes, p.today) {
		held[code] = true
	}
	var now []string
	for _, code := range found {
		if held[code] {
			now = append(now, code)
		}
	}
	if len(now) > 0 {
		return now
	}
	return found
}
