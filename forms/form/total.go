package form

// Total counts rows, or sums a money column, where If holds.
type Total struct {
	Tag  string
	Head string // the words beside the number
	If   Cond
	Of   Handle // nil counts rows
}

// Sum is the answer of a Total. Unknown counts the rows whose amount nobody
// has said: while it is not zero, N is only the part that is known.
type Sum struct {
	Tag     string
	Head    string
	Money   bool
	N       int64
	Unknown int
}

// Sums works out the totals of the main table.
func (d *Doc) Sums() []Sum {
	out := make([]Sum, len(d.Form.Table.Totals))
	for k, t := range d.Form.Table.Totals {
		s := Sum{Tag: t.Tag, Head: t.Head, Money: t.Of != nil}
		for _, r := range d.Rows {
			if !t.If.Test(r) {
				continue
			}
			if t.Of == nil {
				s.N++
				continue
			}
			switch v := r.at(t.Of.Col()); v.A {
			case Known:
				s.N += v.N
			case Unknown:
				s.Unknown++
			}
		}
		out[k] = s
	}
	return out
}
