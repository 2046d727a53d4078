package xwidget

import "slices"

// view is a model as a grid shows it: which of its rows and columns, and in which
// order. What the grid does with rows and columns of the view it hands on as those of
// the model. It is pure and knows no window.
type view struct {
	of     Model
	n      int   // rows of the model when it was last asked
	rows   []int // of the model, nil = all in their order
	places []int // of the model's rows in rows, -1 = not shown; made when asked for
	cols   []int // of the model
	heads  []GridColumn
}

func newView(of Model) *view {
	v := &view{of: of}
	v.follow()
	return v
}

// follow asks the model how many rows it has. New rows are shown at the end; those
// that have gone are no longer asked for. It reports whether any went.
func (v *view) follow() (gone bool) {
	before := v.n
	v.n = v.of.Rows()
	if v.rows == nil || v.n == before {
		return v.n < before
	}
	v.places = nil
	if v.n < before {
		v.rows = slices.DeleteFunc(v.rows, func(r int) bool { return r >= v.n })
		return true
	}
	for r := before; r < v.n; r++ {
		v.rows = append(v.rows, r)
	}
	return false
}

// arrange shows these rows; nil shows all.
func (v *view) arrange(rows []int) { v.rows, v.places = rows, nil }

// Rows is how many rows are shown.
func (v *view) Rows() int {
	if v.rows == nil {
		return v.n
	}
	return len(v.rows)
}

// row is the model's row in a row of the view; the one behind the last where nothing is
// shown there, so that nobody takes it for a row.
func (v *view) row(row int) int {
	switch {
	case v.rows == nil:
		return row
	case row < 0 || row >= len(v.rows):
		return v.n
	}
	return v.rows[row]
}

// col is the model's column in a column of the view.
func (v *view) col(col int) int {
	if col < 0 || col >= len(v.cols) {
		return col
	}
	return v.cols[col]
}

// rowOf is where a row of the model stands, -1 where it is not shown.
func (v *view) rowOf(row int) int {
	if row < 0 || row >= v.n {
		return -1
	}
	if v.rows == nil {
		return row
	}
	if v.places == nil {
		v.places = make([]int, v.n)
		for i := range v.places {
			v.places[i] = -1
		}
		for i, r := range v.rows {
			v.places[r] = i
		}
	}
	return v.places[row]
}

// colOf is where a column of the model stands, -1 where it is hidden.
func (v *view) colOf(col int) int { return slices.Index(v.cols, col) }

func (v *view) text(row, col int) string { return v.of.Text(v.row(row), v.col(col)) }
func (v *view) mark(row, col int) Mark   { return v.of.Mark(v.row(row), v.col(col)) }

// total is what stands below a column, "" where the model adds nothing up.
func (v *view) total(col int) string {
	if t, ok := v.of.(Totaller); ok {
		return t.Total(v.col(col))
	}
	return ""
}

// key is what a cell of the model sorts and filters by.
func keyText(m Model, row, col int) string {
	if k, ok := m.(Keyed); ok {
		return k.Key(row, col)
	}
	return m.Text(row, col)
}

// viewEditor is the editor of a view.
type viewEditor struct {
	v  *view
	ed Editor
}

// editor is ok where the model can be edited.
func (v *view) editor() (e viewEditor, ok bool) {
	ed, ok := v.of.(Editor)
	return viewEditor{v, ed}, ok
}

func (e viewEditor) editable(row, col int) bool { return e.ed.Editable(e.v.row(row), e.v.col(col)) }
func (e viewEditor) raw(row, col int) string    { return e.ed.Raw(e.v.row(row), e.v.col(col)) }
func (e viewEditor) set(row, col int, text string) (say string) {
	return e.ed.Set(e.v.row(row), e.v.col(col), text)
}

// many is from how many cells on a slow model is asked to take them elsewhere.
const many = 500

// setAll changes cells of the model together, then tells what was refused.
func (e viewEditor) setAll(cells []CellText, done func(refused []string)) {
	if slow, ok := e.ed.(Slow); ok && len(cells) >= many {
		slow.SetMany(cells, done)
		return
	}
	var refused []string
	if len(cells) > 0 {
		refused = e.ed.SetAll(cells)
	}
	done(refused)
}

// cell is a text for a cell of the view, as the model counts.
func (e viewEditor) cell(row, col int, text string) CellText {
	return CellText{e.v.row(row), e.v.col(col), text}
}
