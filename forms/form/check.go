package form

import (
	"strconv"
	"unicode/utf8"

	"ankhai/forms/law"
)

// Check looks at every cell, every row and the whole, and answers all faults,
// in the order of the first place where each stands. today and period are the
// day of checking and the kỳ kê khai.
func (d *Doc) Check(today law.Day, period law.Month) []Fault {
	g := gather{doc: d, at: map[faultKey]int{}}
	if d.Form.Head != nil {
		g.table(d.Form.Head, []Row{d.Head}, "", true, Look{Head: d.Head, Today: today, Period: period})
	}
	g.table(d.Form.Table, d.Rows, "", false, Look{Head: d.Head, Today: today, Period: period})
	for _, t := range d.Form.Subs {
		g.table(t, d.Subs[t.Tag], t.Tag, false, Look{Head: d.Head, Today: today, Period: period})
	}
	return g.faults
}

type faultKey struct{ code, say string }

// gather collects places under their fault.
type gather struct {
	doc    *Doc
	faults []Fault
	at     map[faultKey]int
}

func (g *gather) add(code string, level Level, conf Confidence, say, basis string, p Place) {
	k := faultKey{code, say}
	i, ok := g.at[k]
	if !ok {
		i = len(g.faults)
		g.at[k] = i
		g.faults = append(g.faults, Fault{
			Code: g.doc.Form.ID + "-" + code, Level: level, Form: g.doc.Form.ID, Say: say, Basis: basis, Conf: conf,
		})
	}
	g.faults[i].Places = append(g.faults[i].Places, p)
}

func (g *gather) table(t *Table, rows []Row, tag string, head bool, look Look) {
	cols := t.Columns()
	place := func(c *Column, i int) Place {
		p := Place{Table: tag, Row: i + 1, Tag: c.Tag, Label: c.Label}
		if head {
			p.Table, p.Row = "head", 0
		}
		return p
	}
	for i, r := range rows {
		for _, c := range cols {
			if say := c.Wrong(c.Get(r)); say != "" {
				p := place(c, i)
				p.Fix = c.mend(c.Get(r))
				g.add(c.Tag, Loi, c.Conf, c.Label+": "+say, g.doc.Form.Basis, p)
			}
		}
		look.Row = r
		for k := range t.Rules {
			u := &t.Rules[k]
			if u.over != nil {
				continue
			}
			level, speaks := u.levelOn(look.Today)
			if !speaks || !u.When.Test(r) {
				continue
			}
			if u.judge != nil {
				if v := u.judge(&look); v.Say != "" {
					if v.Warn {
						level = Nhac
					}
					p := place(u.Col, i)
					p.Fix = v.Fix
					g.add(u.Code, level, u.Conf, u.Col.Label+": "+v.Say, u.Basis, p)
				}
			} else if !u.test(&look) {
				g.add(u.Code, level, u.Conf, u.Say, u.Basis, place(u.Col, i))
			}
		}
	}
	for k := range t.Rules {
		u := &t.Rules[k]
		if u.over == nil {
			continue
		}
		level, speaks := u.levelOn(look.Today)
		if !speaks {
			continue
		}
		for _, h := range u.over(g.doc, rows) {
			g.add(u.Code, level, u.Conf, u.Col.Label+": "+h.Say, u.Basis, place(u.Col, h.I))
		}
	}
}

// Wrong says what is wrong with a cell by the column's own declaration, without
// the column's name; "" if nothing is. Faults of this kind carry the tag as
// their code ("D02-LT-HoTen").
func (c *Column) Wrong(v Value) string {
	switch {
	case v.A != Known:
		if c.Required {
			return "phải có"
		}
	case c.Kind == KindCode && !c.Codes.Has(v.S):
		if _, say := c.successors(v.S); say != "" {
			return say
		}
		return "không có mã " + v.S + " trong danh mục " + c.Codes.Name()
	case c.MaxRunes > 0 && len(v.S) > c.MaxRunes:
		if n := utf8.RuneCountInString(v.S); n > c.MaxRunes {
			return "không quá " + itoa(c.MaxRunes) + " ký tự (đang có " + itoa(n) + ")"
		}
	case c.Kind == KindDay && !law.Day(v.N).Valid():
		return "phải có dạng 22/11/2026"
	case c.Kind == KindMonth && !law.Month(v.N).Valid():
		return "phải có dạng 11/2026"
	}
	return ""
}

// successors asks the column's list for what took the place of a code.
func (c *Column) successors(code string) (now []string, say string) {
	if s, ok := c.Codes.(Successor); ok {
		return s.Successors(code)
	}
	return nil, ""
}

// mend is the value that would mend a wrong cell, "" where none is certain.
func (c *Column) mend(v Value) string {
	if c.Kind == KindCode && v.A == Known && !c.Codes.Has(v.S) {
		if now, _ := c.successors(v.S); len(now) == 1 {
			return now[0]
		}
	}
	return ""
}

func itoa(n int) string { return strconv.Itoa(n) }
