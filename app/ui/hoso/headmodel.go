package hoso

import (
	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/xwidget"
)

// headTable is how the use cases call the head of a form.
const headTable = "head"

// headModel shows the head of a form as two columns: the item and its answer.
type headModel struct {
	d     *dossier
	doc   *office.Doc
	cols  []*office.FormColumn
	marks map[string]xwidget.Mark
}

var _ leaf = (*headModel)(nil)

func newHeadModel(d *dossier, doc *office.Doc) *headModel {
	return &headModel{d: d, doc: doc, cols: doc.Form.Head.Columns(), marks: map[string]xwidget.Mark{}}
}

func (m *headModel) mark(faults []office.Fault) {
	m.marks = map[string]xwidget.Mark{}
	for _, f := range faults {
		for _, p := range f.Places {
			if f.Form == m.doc.Form.ID && p.Table == headTable && m.marks[p.Tag] != xwidget.MarkError {
				m.marks[p.Tag] = xwidget.MarkNotice
				if f.Level == office.Loi {
					m.marks[p.Tag] = xwidget.MarkError
				}
			}
		}
	}
}

func (m *headModel) at(formID string, p office.FaultPlace) (row, col int, ok bool) {
	row = columnAt(m.cols, p.Tag)
	return row, 1, formID == m.doc.Form.ID && p.Table == headTable && row >= 0
}

func (m *headModel) Rows() int { return len(m.cols) }

func (m *headModel) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{{Tag: "muc", Head: "Mục", Width: 300}, {Tag: "noiDung", Head: "Nội dung", Width: 320, Grow: 1}}
}

func (m *headModel) Text(row, col int) string {
	c := m.cols[row]
	if col == 0 {
		return headOf(c)
	}
	v := c.Get(m.doc.Head)
	if c.Kind == office.KindCode && v.Known() && c.Codes.Label(v.S) != "" {
		return v.S + codeGap + c.Codes.Label(v.S)
	}
	return c.Told(v)
}

func (m *headModel) Mark(row, col int) xwidget.Mark {
	if col == 0 {
		return xwidget.MarkMuted
	}
	tag := m.cols[row].Tag
	k := m.marks[tag]
	if _, changed := m.d.returned.was(m.doc.Form.ID, headTable, 0, tag); changed && k == xwidget.MarkNone {
		return xwidget.MarkChanged
	}
	return k
}

func (m *headModel) Editable(_, col int) bool { return col == 1 && m.d.view.State.Draft() }

func (m *headModel) Raw(row, col int) string {
	if col == 0 {
		return m.cols[row].Label
	}
	return m.cols[row].Told(m.cols[row].Get(m.doc.Head))
}

func (m *headModel) Set(row, col int, text string) string {
	if refused := m.SetAll([]xwidget.CellText{{Row: row, Col: col, Text: text}}); len(refused) > 0 {
		m.d.offer(m, row, col, text)
		return refused[0]
	}
	return ""
}

// SetAll takes cells of the head together, as one step.
func (m *headModel) SetAll(cells []xwidget.CellText) (refused []string) {
	texts := make([]office.CellText, len(cells))
	for i, x := range cells {
		c := m.cols[x.Row]
		texts[i] = office.CellText{Tag: c.Tag, Text: textOf(c, x.Text)}
	}
	says, busy := m.d.take(cellsOf{m.doc, headTable, m.doc.Form.Head, texts})
	if busy != "" {
		return []string{busy}
	}
	for _, say := range says {
		if say != "" {
			refused = append(refused, say)
		}
	}
	return refused
}

// Undo takes the form's last change back, wherever it was.
func (m *headModel) Undo(tell func(row, col int, ok bool)) { m.step(m.d.p.source.Undo, tell) }

// Redo does again what was undone, wherever that was.
func (m *headModel) Redo(tell func(row, col int, ok bool)) { m.step(m.d.p.source.RedoEdit, tell) }

func (m *headModel) step(take stepper, tell func(row, col int, ok bool)) {
	m.d.step(m.doc, take, func(c office.DocChange, ok bool) {
		row := -1
		for _, x := range c.Cells {
			if at := columnAt(m.cols, x.Tag); x.Table == headTable && (row < 0 || at < row) {
				row = at
			}
		}
		tell(row, 1, ok)
	})
}

func (m *headModel) hint(row, _ int) string {
	return m.cols[row].Label + helpOf(m.cols[row])
}

func (m *headModel) place(row, _ int) place {
	return place{m.doc, headTable, m.doc.Form.Head, 0, m.cols[row]}
}

// Kind is how an answer is typed in.
func (m *headModel) Kind(row, _ int) xwidget.CellKind { return cellKind(m.cols[row]) }

func (m *headModel) form() *office.Form { return m.doc.Form }

func (m *headModel) called() string { return m.doc.Form.ID + "." + headTable }

func (m *headModel) sums() string { return "" }

func (m *headModel) cell(row, col int) (at office.CellRef, ok bool) {
	if row >= len(m.cols) {
		return at, false
	}
	return office.CellRef{Dossier: m.d.id, Form: m.doc.Form.ID, Table: headTable, Tag: m.cols[row].Tag}, col == 1
}

func (m *headModel) amount(row, _ int) (at office.CellRef, ok bool) {
	at, ok = m.cell(row, 1)
	return at, ok && m.cols[row].Amount()
}

func (m *headModel) totals() []bai.Total { return nil }
