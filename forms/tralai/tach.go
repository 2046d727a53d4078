package tralai

import (
	"errors"

	"ankhai/forms/form"
)

// ErrKhongTach: the named rows are none, or all of them, so there are no two parts.
var ErrKhongTach = errors.New("named rows leave no two parts")

// Tach parts documents in two: the people whose rows are named, and the others. All
// rows of a person go together, whatever form they stand in; every row goes to
// exactly one part, in the order in which it stood, and rows of sub-tables go with
// the row they belong to. Heads, and forms without rows, are in both.
// ErrKhongTach where a part would be empty.
func Tach(docs []*form.Doc, named []Noi) (neu, con []*form.Doc, err error) {
	g := newGroups(docs)
	for _, n := range named {
		g.name(n)
	}
	neu, con = g.part(true), g.part(false)
	if countRows(neu) == 0 || countRows(con) == 0 {
		return nil, nil, ErrKhongTach
	}
	return neu, con, nil
}

func countRows(docs []*form.Doc) (n int) {
	for _, d := range docs {
		n += len(d.Rows)
	}
	return n
}

// groups joins the rows of one person over all documents.
type groups struct {
	docs  []*form.Doc
	first map[*form.Doc]int // of the document's rows
	up    []int             // of each row: a row of the same person; itself at the top
	named map[int]bool      // by the row at the top
}

func newGroups(docs []*form.Doc) *groups {
	g := &groups{docs: docs, first: map[*form.Doc]int{}, named: map[int]bool{}}
	by := map[string]int{}
	for _, d := range docs {
		g.first[d] = len(g.up)
		for _, r := range d.Rows {
			n := len(g.up)
			g.up = append(g.up, n)
			for _, key := range identOf(d.Form.Table, r).keys() {
				if k, ok := by[key]; ok {
					g.up[g.top(n)] = g.top(k)
				}
				by[key] = n
			}
		}
	}
	return g
}

func (g *groups) top(n int) int {
	for g.up[n] != n {
		g.up[n] = g.up[g.up[n]]
		n = g.up[n]
	}
	return n
}

// name takes a place into the named part. A row of a sub-table names the row that it
// belongs to; a head names nobody.
func (g *groups) name(n Noi) {
	d := docOf(g.docs, n.Mau)
	if d == nil || n.Bang == Dau {
		return
	}
	if n.Bang == "" && n.Dong >= 1 && n.Dong <= len(d.Rows) {
		g.named[g.top(g.first[d]+n.Dong-1)] = true
	}
	if subs := d.Subs[n.Bang]; n.Dong >= 1 && n.Dong <= len(subs) {
		if k := owner(d, d.Form.Sub(n.Bang), subs[n.Dong-1]); k >= 0 {
			g.named[g.top(g.first[d]+k)] = true
		}
	}
}

// owner is the index of the main row that a row of a sub-table belongs to, -1 where
// none is said. Where there is but one main row, it is that.
func owner(d *form.Doc, t *form.Table, r form.Row) int {
	if len(d.Rows) == 1 {
		return 0
	}
	if t.Link == nil {
		return -1
	}
	key := t.Link.Col().Get(r).S
	for i, m := range d.Rows {
		if key != "" && t.LinkTo.Col().Get(m).S == key {
			return i
		}
	}
	return -1
}

func (g *groups) mine(d *form.Doc, i int) bool { return g.named[g.top(g.first[d]+i)] }

// part are the documents of the named rows, or of the others.
func (g *groups) part(named bool) (out []*form.Doc) {
	for _, d := range g.docs {
		p := form.New(d.Form)
		p.Head = append(form.Row(nil), d.Head...)
		for i, r := range d.Rows {
			if g.mine(d, i) == named {
				p.Rows = append(p.Rows, append(form.Row(nil), r...))
			}
		}
		if len(d.Rows) > 0 && len(p.Rows) == 0 {
			continue
		}
		for _, t := range d.Form.Subs {
			for _, r := range d.Subs[t.Tag] {
				if g.subGoes(d, t, r) == named {
					p.Subs[t.Tag] = append(p.Subs[t.Tag], append(form.Row(nil), r...))
				}
			}
		}
		out = append(out, p)
	}
	return out
}

// subGoes tells whether a row of a sub-table goes with the named rows. One that
// belongs to no row stays with the others, where the form has any left.
func (g *groups) subGoes(d *form.Doc, t *form.Table, r form.Row) bool {
	if k := owner(d, t, r); k >= 0 {
		return g.mine(d, k)
	}
	for i := range d.Rows {
		if !g.mine(d, i) {
			return false
		}
	}
	return len(d.Rows) > 0
}
