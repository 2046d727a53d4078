package form

// Doc is a filled form: its head, its rows, and the rows of its sub-tables.
type Doc struct {
	Form *Form
	Head Row
	Rows []Row
	Subs map[string][]Row // by the sub-table's tag
}

// New returns an empty document of the form.
func New(f *Form) *Doc { return &Doc{Form: f, Subs: map[string][]Row{}} }

// Of returns the rows of a sub-table that belong to a row of the main table.
func (d *Doc) Of(tag string, main Row) []Row {
	t := d.Form.Sub(tag)
	if t == nil || t.Link == nil {
		return nil
	}
	key := t.LinkTo.Col().Get(main).S
	var out []Row
	for _, r := range d.Subs[tag] {
		if key != "" && t.Link.Col().Get(r).S == key {
			out = append(out, r)
		}
	}
	return out
}
