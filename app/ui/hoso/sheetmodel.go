package hoso

import (
	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/xwidget"
)

// sheetModel shows the only row of a form that is a sheet of paper, top to bottom
// as the sheet asks: part, item, answer.
type sheetModel struct {
	of     *docModel
	groups []string // the part of each item, where it begins
}

var _ leaf = (*sheetModel)(nil)

// isSheet reports whether a form is one sheet of paper: its paper is printed for
// each row, and there is one.
func isSheet(doc *office.Doc) bool {
	return len(doc.Rows) == 1 && len(doc.Form.Papers) > 0 && doc.Form.Papers[len(doc.Form.Papers)-1].PerRow
}

func newSheetModel(d *dossier, doc *office.Doc) *sheetModel {
	m := &sheetModel{of: newDocModel(d, doc, doc.Form.Table, "")}
	for _, g := range doc.Form.Table.Groups {
		for i := range g.Cols {
			head := ""
			if i == 0 {
				head = g.Head
			}
			m.groups = append(m.groups, head)
		}
	}
	return m
}

// answer is the column of the answers.
const answer = 2

func (m *sheetModel) at(formID string, p office.FaultPlace) (row, col int, ok bool) {
	_, col, ok = m.of.at(formID, p)
	return max(0, col-1), answer, ok
}

func (m *sheetModel) place(row, _ int) place { return m.of.place(0, row+1) }

func (m *sheetModel) Rows() int { return len(m.of.cols) }

func (m *sheetModel) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "phan", Head: "Phần", Width: 150},
		{Tag: "muc", Head: "Mục", Width: 250},
		{Tag: "noiDung", Head: "Nội dung", Width: 320, Grow: 1},
	}
}

func (m *sheetModel) Text(row, col int) string {
	switch col {
	case 0:
		return m.groups[row]
	case 1:
		if c := m.of.cols[row]; c.Required {
			return headOf(c) + " *"
		}
		return headOf(m.of.cols[row])
	}
	return m.of.Text(0, row+1)
}

func (m *sheetModel) Mark(row, col int) xwidget.Mark {
	switch col {
	case 0:
		return xwidget.MarkStrong
	case 1:
		return xwidget.MarkMuted
	}
	return m.of.Mark(0, row+1)
}

func (m *sheetModel) Editable(_, col int) bool { return col == answer && m.of.d.view.State.Draft() }

func (m *sheetModel) Raw(row, col int) string {
	if col != answer {
		return m.Text(row, col)
	}
	return m.of.Raw(0, row+1)
}

func (m *sheetModel) Set(row, col int, text string) string {
	if refused := m.SetAll([]xwidget.CellText{{Row: row, Col: col, Text: text}}); len(refused) > 0 {
		m.of.d.offer(m, row, col, text)
		return refused[0]
	}
	return ""
}

// SetAll takes answers together, as one step.
func (m *sheetModel) SetAll(cells []xwidget.CellText) (refused []string) {
	turned := make([]xwidget.CellText, len(cells))
	for i, x := range cells {
		turned[i] = xwidget.CellText{Row: 0, Col: x.Row + 1, Text: x.Text}
	}
	return m.of.SetAll(turned)
}

// Undo takes the form's last change back and tells where it was.
func (m *sheetModel) Undo(tell func(row, col int, ok bool)) { m.of.Undo(turned(tell)) }

// Redo does again what was undone, and tells where that was.
func (m *sheetModel) Redo(tell func(row, col int, ok bool)) { m.of.Redo(turned(tell)) }

// turned tells a column of the form as a row of the sheet.
func turned(tell func(row, col int, ok bool)) func(row, col int, ok bool) {
	return func(row, col int, ok bool) {
		if row >= 0 {
			row = col - 1
		}
		tell(row, answer, ok)
	}
}

func (m *sheetModel) hint(row, col int) string {
	if col != answer {
		return m.of.cols[row].Help
	}
	return m.of.hint(0, row+1)
}

func (m *sheetModel) mark(faults []office.Fault) { m.of.mark(faults) }

// Kind is how an answer is typed in.
func (m *sheetModel) Kind(row, col int) xwidget.CellKind { return cellKind(m.place(row, col).col) }

func (m *sheetModel) form() *office.Form { return m.of.doc.Form }

func (m *sheetModel) called() string { return m.of.called() + ".to" }

func (m *sheetModel) sums() string { return "" }

func (m *sheetModel) cell(row, col int) (at office.CellRef, ok bool) {
	if col != answer || row >= m.Rows() {
		return at, false
	}
	return m.of.cell(0, row+1)
}

func (m *sheetModel) amount(row, col int) (at office.CellRef, ok bool) {
	if col != answer {
		return at, false
	}
	return m.of.amount(0, row+1)
}

func (m *sheetModel) totals() []bai.Total { return nil }
