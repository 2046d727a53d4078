package form

import (
	"fmt"
	"sort"
	"strings"

	"ankhai/forms/law"
)

// Form is one version of a mẫu.
type Form struct {
	ID      string   // "D02-LT"
	Name    string   // as the paper calls it where that is no fit ID: "Mẫu số 2"; "" = the ID
	Version string   // "366"
	Title   string   // the title on paper
	Basis   string   // the decision that issued it
	From    law.Day  // in force from
	Until   law.Day  // in force until, 0 = still
	Head    *Table   // the head of the form: a table of one row; nil = none
	Table   *Table   // the rows
	Subs    []*Table // tables whose rows belong to a row of Table
	Papers  []Paper  // dated paper layouts
	Wires   []Wire   // dated wire layouts; none where no layout is known
	Notes   []string // what the expert should know, for the spec sheet
	Agency  bool     // issued by the agency: read, compared and printed, never declared

	// Alone: the form is a file of its own and stands in no package with others.
	Alone bool
	// Packs makes the rows out of the other files of the dossier once they are
	// signed, where the form is a package itself; nil where somebody fills the rows.
	Packs func([]Packed) []Row
}

// Packed is a file that a form packs.
type Packed struct {
	Name    string // "TK3-TS.pdf"
	MoTa    string // what it is
	Content []byte
}

// Table is a list of rows under one set of columns.
type Table struct {
	Tag    string // "LaoDong"
	Title  string
	Groups []Group
	Rules  []Rule
	Totals []Total
	// Reasons tell what the law says of the table's amounts.
	Reasons []Reason
	// Link ties a row of a Subs table to its row of the main table: the texts in
	// the two columns are equal.
	Link, LinkTo Handle
}

// Group is columns under one heading of the grid.
type Group struct {
	Head string
	Cols []*Column
}

// Cols makes a group.
func Cols(head string, cols ...Handle) Group {
	g := Group{Head: head}
	for _, h := range cols {
		g.Cols = append(g.Cols, h.Col())
	}
	return g
}

// Columns lists the columns of t in the order of its groups.
func (t *Table) Columns() []*Column {
	var out []*Column
	if t == nil {
		return nil
	}
	for _, g := range t.Groups {
		out = append(out, g.Cols...)
	}
	return out
}

// Column returns the column with the tag, nil if the table has none.
func (t *Table) Column(tag string) *Column {
	if t == nil {
		return nil
	}
	for _, g := range t.Groups {
		for _, c := range g.Cols {
			if c.Tag == tag {
				return c
			}
		}
	}
	return nil
}

var registry = map[string][]*Form{}

// next is the next free index of a table, kept over the versions of a mẫu.
var next = map[string]int{}

// Register checks the declaration, gives its columns their indices and makes
// the form known. It panics, naming form, column and code, if the declaration
// contradicts itself. Call it only while the program starts.
func Register(f Form) *Form {
	p := &f
	if p.ID == "" || p.Table == nil {
		panic("form: a form needs an ID and a table")
	}
	p.adopt("head", p.Head)
	p.adopt("", p.Table)
	for _, s := range p.Subs {
		p.adopt(s.Tag, s)
	}
	codes := map[string]bool{}
	for _, t := range p.tables() {
		p.vet(t, codes)
	}
	for i := range p.Papers {
		p.vetPaper(&p.Papers[i])
	}
	for i := range p.Wires {
		p.vetWire(&p.Wires[i], p.Wires[i].Body, p.Table)
	}
	for _, o := range registry[p.ID] {
		if o.From == p.From {
			panic(fmt.Sprintf("form %s: two versions from %s", p.ID, p.From))
		}
	}
	registry[p.ID] = append(registry[p.ID], p)
	sort.Slice(registry[p.ID], func(i, k int) bool { return registry[p.ID][i].From < registry[p.ID][k].From })
	return p
}

// Called is what people call the mẫu: its name on the paper.
func (f *Form) Called() string {
	if f.Name != "" {
		return f.Name
	}
	return f.ID
}

// Of returns the newest version of a mẫu, nil if it is not known.
func Of(id string) *Form {
	v := registry[id]
	if len(v) == 0 {
		return nil
	}
	return v[len(v)-1]
}

// On returns the version of a mẫu in force on a day, nil if there is none.
func On(id string, day law.Day) *Form {
	var out *Form
	for _, f := range registry[id] {
		if f.From <= day && (f.Until == 0 || day <= f.Until) {
			out = f
		}
	}
	return out
}

// Forms lists the newest version of every mẫu, ordered by ID.
func Forms() []*Form {
	out := make([]*Form, 0, len(registry))
	for _, v := range registry {
		out = append(out, v[len(v)-1])
	}
	sort.Slice(out, func(i, k int) bool { return out[i].ID < out[k].ID })
	return out
}

// FileName is the ID as a file can be called: "01/BHYT" gives "01-BHYT".
func (f *Form) FileName() string { return strings.ReplaceAll(f.ID, "/", "-") }

// Sub returns the sub-table with the tag, nil if there is none.
func (f *Form) Sub(tag string) *Table {
	for _, t := range f.Subs {
		if t.Tag == tag {
			return t
		}
	}
	return nil
}

// Paper returns the paper layout in force on a day, nil if there is none.
func (f *Form) Paper(day law.Day) *Paper {
	for i := range f.Papers {
		if p := &f.Papers[i]; p.From <= day && (p.Until == 0 || day <= p.Until) {
			return p
		}
	}
	return nil
}

// Wire returns the wire layout in force on a day, nil if none is known.
func (f *Form) Wire(day law.Day) *Wire {
	for i := range f.Wires {
		if w := &f.Wires[i]; w.From <= day && (w.Until == 0 || day <= w.Until) {
			return w
		}
	}
	return nil
}

func (f *Form) tables() []*Table {
	out := []*Table{f.Table}
	if f.Head != nil {
		out = append(out, f.Head)
	}
	return append(out, f.Subs...)
}

// adopt gives the columns of t their indices, appending to what earlier
// versions of the mẫu have.
func (f *Form) adopt(name string, t *Table) {
	if t == nil {
		return
	}
	key := f.ID + "/" + name
	tags := map[string]bool{}
	for _, c := range t.Columns() {
		if c.Tag == "" || c.Label == "" {
			panic(fmt.Sprintf("form %s: a column without tag or label (%q, %q)", f.ID, c.Tag, c.Label))
		}
		if tags[c.Tag] {
			panic(fmt.Sprintf("form %s: column %s (%s) stands twice", f.ID, c.Tag, c.Label))
		}
		tags[c.Tag] = true
		if c.form != "" && c.form != key {
			panic(fmt.Sprintf("form %s: column %s (%s) belongs to %s", f.ID, c.Tag, c.Label, c.form))
		}
		if c.index < 0 {
			c.index, c.form = next[key], key
			next[key]++
		}
	}
}

func (f *Form) vet(t *Table, codes map[string]bool) {
	in := map[*Column]bool{}
	for _, c := range t.Columns() {
		in[c] = true
		if c.Kind == KindCode && c.Codes == nil {
			panic(fmt.Sprintf("form %s: column %s (%s) has no code list", f.ID, c.Tag, c.Label))
		}
	}
	known := func(c *Column, what string) {
		if !in[c] {
			panic(fmt.Sprintf("form %s: %s names column %s (%s), which is in no group of its table", f.ID, what, c.Tag, c.Label))
		}
	}
	for i := range t.Rules {
		r := &t.Rules[i]
		if r.Code == "" || codes[r.Code] {
			panic(fmt.Sprintf("form %s: rule code %q is missing or stands twice (column %s)", f.ID, r.Code, r.Col.Tag))
		}
		codes[r.Code] = true
		known(r.Col, "rule "+r.Code)
		for _, c := range r.When.cols {
			known(c, "rule "+r.Code)
		}
		if r.test == nil && r.judge == nil && r.over == nil {
			panic(fmt.Sprintf("form %s: rule %s tests nothing", f.ID, r.Code))
		}
	}
	for _, w := range t.Reasons {
		if len(w.Of) == 0 || w.Tell == nil {
			panic(fmt.Sprintf("form %s: a reason of table %s tells nothing or of nothing", f.ID, t.Tag))
		}
		for _, c := range w.Of {
			known(c, "a reason")
		}
	}
	for _, s := range t.Totals {
		if s.Of != nil {
			known(s.Of.Col(), "total "+s.Tag)
		}
	}
}

// vetPaper asks that the tables of a paper print rows that the form has.
func (f *Form) vetPaper(p *Paper) {
	for _, part := range p.Parts {
		if g, ok := part.(Grid); ok && g.Of != "" && f.Sub(g.Of) == nil {
			panic(fmt.Sprintf("form %s: paper %s prints table %q, which the form does not have", f.ID, p.Version, g.Of))
		}
	}
}

// vetWire asks that every cell of a wire layout is in the table it is read from.
func (f *Form) vetWire(w *Wire, list []Elem, rows *Table) {
	for i := range list {
		e := &list[i]
		in := rows
		if e.Head {
			in = f.Head
		}
		if e.Col != nil && in.Column(e.Col.Tag) != e.Col {
			panic(fmt.Sprintf("form %s: element %s of %s carries column %s (%s), which is in no group of its table",
				f.ID, e.Name, w.File, e.Col.Tag, e.Col.Label))
		}
		if e.Repeat == EachSub {
			if in = f.Sub(e.Sub); in == nil {
				panic(fmt.Sprintf("form %s: element %s of %s repeats table %q, which the form does not have", f.ID, e.Name, w.File, e.Sub))
			}
		}
		f.vetWire(w, e.Kids, in)
	}
}
