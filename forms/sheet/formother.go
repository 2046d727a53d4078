package sheet

import (
	"strings"

	"ankhai/forms/form"
)

// OtherBook is a sheet of a workbook that other programs exchange, in which the
// rows of a form stand under heads of their own.
type OtherBook struct {
	Form  string                       // the form's ID
	Tab   string                       // the sheet's name
	Heads map[string]string            // the tag of the column by the words over it
	Set   map[string]string            // answers that every row has by standing on this sheet, by tag, as typed
	Words map[string]map[string]string // by tag: codes of the list by the words that stand for them there
	Later []string                     // tags of columns that must be there and that the caller fills
	Skip  string                       // "" or why the sheet is not read: its columns are not known
}

// other is the workbook of another program that a sheet belongs to: by its name,
// else by ten heads or more.
func (s *formSheet) other(list []OtherBook) *OtherBook {
	for i := range list {
		if headKey(s.name) == headKey(list[i].Tab) {
			return &list[i]
		}
	}
	for i := range list {
		n := 0
		keys := map[string]bool{}
		for words := range list[i].Heads {
			keys[headKey(words)] = true
		}
		for _, r := range s.g.rows[:min(12, len(s.g.rows))] {
			for _, x := range s.g.of(r) {
				if x.kind == cellText && len(x.s) < 100 {
					n += boolInt(keys[headKey(x.s)])
				}
			}
		}
		if n >= 10 {
			return &list[i]
		}
	}
	return nil
}

// also takes the heads of another program beside the labels of the table; they go
// before a label that says the same of another column.
func (n *labels) also(t *form.Table, o *OtherBook) *labels {
	if o == nil {
		return n
	}
	for words, tag := range o.Heads {
		if c := t.Column(tag); c != nil {
			k := headKey(words)
			n.own[k] = []*form.Column{c}
			n.length = max(n.length, len(k))
		}
	}
	return n
}

// translate writes the codes in place of the words that the other program has for
// them, in the rows from index from on.
func (o *OtherBook) translate(g *grid, cols []*form.Column, from int) {
	for _, r := range g.rows[min(from, len(g.rows)):] {
		cells := g.of(r)
		for i := range cells {
			c := cols[cells[i].col]
			if c == nil || cells[i].kind != cellText {
				continue
			}
			for words, code := range o.Words[c.Tag] {
				if headKey(cells[i].s) == headKey(words) {
					cells[i].s = code
				}
			}
		}
	}
}

// set gives rows the answers that their sheet gives them.
func (o *OtherBook) set(t *form.Table, rows []form.Row) {
	for tag, typed := range o.Set {
		c := t.Column(tag)
		if c == nil {
			continue
		}
		v, _, ok := c.Parse(typed)
		for i := range rows {
			if ok && c.Get(rows[i]).A == form.Unknown {
				c.Put(&rows[i], v)
			}
		}
	}
}

// gives reports whether a column that must be there comes from elsewhere.
func (o *OtherBook) gives(tag string) bool {
	if o == nil {
		return false
	}
	return o.Set[tag] != "" || strings.Contains(" "+strings.Join(o.Later, " ")+" ", " "+tag+" ")
}
