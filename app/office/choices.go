package office

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// Choice is an entry that a code cell may take.
type Choice struct {
	Code  string `json:"code"`
	Words string `json:"words"`
	Also  string `json:"also,omitempty"` // other names to find it by, "a; b"; a former one that was divided says so
}

// Choices lists what may be chosen for a code cell of a row: the entries in force of
// the column's list, or the answers that the form prints. Communes are those of the
// province that the row names. None for a column whose list cannot be listed.
func Choices(t *form.Table, c *form.Column, row form.Row) []Choice {
	l := listOf(c)
	if l == nil {
		return nil
	}
	in := within(t, c, row)
	var out []Choice
	for _, i := range l.All() {
		if i.Den == 0 && (in == nil || in(i)) {
			out = append(out, choiceOf(l, i, in != nil))
		}
	}
	return out
}

// HasChoices reports whether what a column takes can be listed.
func HasChoices(c *form.Column) bool { return listOf(c) != nil }

// listOf is a column's code list: of the agency, or made of the answers of the form.
func listOf(c *form.Column) *codes.List {
	switch l := c.Codes.(type) {
	case *codes.List:
		return l
	case interface{ Codes() []string }:
		var items []codes.Item
		for _, ma := range l.Codes() {
			items = append(items, codes.Item{Ma: ma, Ten: c.Codes.Label(ma)})
		}
		return codes.Made(c.Codes.Name(), items)
	}
	return nil
}

// choiceOf puts an entry into words. A commune is told with its province, unless the
// row has chosen that.
func choiceOf(l *codes.List, i codes.Item, placed bool) Choice {
	out := Choice{Code: i.Ma, Words: i.Ten, Also: i.Khac}
	if l == codes.Xa && !placed {
		out.Words += ", " + codes.Tinh.Label(i.Nhom)
	}
	var was []string
	for _, old := range l.Truoc(i.Ma) {
		if name := old.Ten; old.Ma != i.Ma || old.Ten != i.Ten {
			if codes.Chia(old) {
				name += ", đã chia"
			}
			was = append(was, name)
		}
	}
	if len(was) > 0 {
		out.Also = strings.Join(was, "; ")
	}
	return out
}

// within lets through the communes of the province that the row names; nil lets
// everything through.
func within(t *form.Table, c *form.Column, row form.Row) func(codes.Item) bool {
	p := provinceFor(t, c)
	if p == nil {
		return nil
	}
	tinh := p.Get(row).S
	if now := codes.Tinh.Thay(tinh); len(now) == 1 {
		tinh = now[0].Ma
	}
	if !codes.Tinh.Has(tinh) {
		return nil
	}
	return func(i codes.Item) bool { return i.Nhom == tinh }
}

// provinceFor is the column of the province that goes with a column of communes: in
// the same group, the one with the same tag where there are several. Nil for other
// columns.
func provinceFor(t *form.Table, c *form.Column) *form.Column {
	if c.Codes != form.List(codes.Xa) {
		return nil
	}
	for _, g := range t.Groups {
		if !slices.Contains(g.Cols, c) {
			continue
		}
		var found []*form.Column
		for _, k := range g.Cols {
			if k.Codes == form.List(codes.Tinh) {
				if k.Tag == strings.Replace(c.Tag, "Xa", "Tinh", 1) {
					return k
				}
				found = append(found, k)
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return nil
}

// mostNamed is how many choices a refusal names.
const mostNamed = 5

// Meant reads what a person typed into a code cell of a row: a code, also one that was
// abolished, or words, with or without diacritics. found are the choices where several
// may be meant, and say then names them; the text itself comes back as the code where
// nothing fits, for the form's check to name.
func Meant(t *form.Table, c *form.Column, row form.Row, text string) (code string, found []Choice, say string) {
	l := listOf(c)
	if l == nil || text == "" || c.Codes.Has(text) {
		return text, nil, ""
	}
	in := within(t, c, row)
	f := l.Find(text, in)
	if f.Sure == nil && len(f.Fits) == 0 && in != nil { // of another province, which the form's check names
		in = nil
		if f = l.Find(text, nil); f.Sure == nil {
			f.Fits = nil
		}
	}
	switch {
	case f.Sure != nil:
		return f.Sure.Ma, nil, ""
	case len(f.Fits) == 0:
		return text, nil, ""
	}
	named := make([]string, 0, mostNamed)
	for _, i := range f.Fits {
		found = append(found, choiceOf(l, i, in != nil))
	}
	for _, x := range found[:min(mostNamed, len(found))] {
		named = append(named, x.Code+" "+x.Words)
	}
	how, mend := "«"+text+"» có thể là ", ". Ghi một mã"
	if f.Was != nil {
		how, mend = f.Was.Ten+" đã chia vào ", ". Chọn nơi đúng"
	}
	if n := len(found) - len(named); n > 0 {
		named = append(named, fmt.Sprintf("và %d mã khác", n))
	}
	return "", found, c.Label + ": " + how + strings.Join(named, "; ") + mend
}
