package congcu

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// rowModel is the answer to a list question: a grid that takes what is typed or
// pasted from Excel.
type rowModel struct {
	ask     office.CauHoi
	cells   [][]string
	bad     map[[2]int]bool
	past    [][]xwidget.CellText // what stood there before each step
	refresh func()
}

var _ xwidget.Editor = (*rowModel)(nil)

// spareRows are empty rows to type into.
const spareRows = 6

func newRowModel(h office.CauHoi, known any) *rowModel {
	m := &rowModel{ask: h, bad: map[[2]int]bool{}}
	rows, _ := known.([]map[string]any)
	for _, r := range rows {
		line := make([]string, len(h.Cot))
		for i, c := range h.Cot {
			if s, ok := r[c.Ten].(string); ok {
				line[i] = s
			}
		}
		m.cells = append(m.cells, line)
	}
	m.grow(len(m.cells) + spareRows)
	return m
}

func (m *rowModel) grow(n int) {
	for len(m.cells) < n {
		m.cells = append(m.cells, make([]string, len(m.ask.Cot)))
	}
}

// answers are the rows that hold something.
func (m *rowModel) answers() (out []map[string]any) {
	for _, line := range m.cells {
		row := map[string]any{}
		for i, c := range m.ask.Cot {
			if v, ok := cellAnswer(c, line[i]); ok {
				row[c.Ten] = v
			}
		}
		if len(row) > 0 {
			out = append(out, row)
		}
	}
	return out
}

// cellAnswer reads a cell as the calculators do; words of a choice stand for its
// code.
func cellAnswer(c office.CauHoi, text string) (any, bool) {
	text = typed(c, text)
	if text == "" {
		return nil, false
	}
	switch c.Loai {
	case office.HoiChon:
		for _, k := range c.Chon {
			if strings.EqualFold(k.Nhan, text) {
				return k.Ma, true
			}
		}
	case office.HoiCoKhong:
		return slices.Contains([]string{"x", "có", "co", "true", "1"}, strings.ToLower(text)), true
	}
	return text, true
}

// blame marks cells named as "2].tuThang"; nil takes all marks away.
func (m *rowModel) blame(cells []string) {
	if cells == nil {
		clear(m.bad)
	}
	for _, c := range cells {
		row, name, ok := strings.Cut(c, "].")
		n, err := strconv.Atoi(row)
		if !ok || err != nil {
			continue
		}
		col := slices.IndexFunc(m.ask.Cot, func(h office.CauHoi) bool { return h.Ten == name })
		if at := m.nth(n); col >= 0 && at >= 0 {
			m.bad[[2]int{at, col}] = true
		}
	}
	if m.refresh != nil {
		m.refresh()
	}
}

// nth is where the n-th answered row (from 1) stands, -1 if there is none.
func (m *rowModel) nth(n int) int {
	for i, line := range m.cells {
		if slices.ContainsFunc(line, func(s string) bool { return s != "" }) {
			if n--; n == 0 {
				return i
			}
		}
	}
	return -1
}

// Rows, Columns, Text, Raw, Editable and Mark show the cells as they were typed.
func (m *rowModel) Rows() int { return len(m.cells) }

// Columns are the questions of a row, after its number.
func (m *rowModel) Columns() []xwidget.GridColumn {
	out := []xwidget.GridColumn{{Tag: "stt", Head: "", Width: 30, Align: fyne.TextAlignTrailing}}
	for _, c := range m.ask.Cot {
		k := xwidget.GridColumn{Tag: c.Ten, Head: c.Nhan, Width: 108, Grow: 1}
		if c.Loai == office.HoiTien || c.Loai == office.HoiSo {
			k.Align = fyne.TextAlignTrailing
		}
		k.Words = c.Loai == office.HoiChon
		out = append(out, k)
	}
	return out
}

// Text shows money with dots.
func (m *rowModel) Text(row, col int) string {
	if col == 0 {
		return strconv.Itoa(row + 1)
	}
	s, c := m.cells[row][col-1], m.ask.Cot[col-1]
	if n, err := strconv.ParseInt(typed(c, s), 10, 64); err == nil && c.Loai == office.HoiTien {
		return office.VietSo(n)
	}
	for _, k := range c.Chon {
		if k.Ma == s {
			return k.Nhan
		}
	}
	return s
}

// Raw is the cell as it was typed.
func (m *rowModel) Raw(row, col int) string { return m.cells[row][col-1] }

// Editable is every cell but the number.
func (m *rowModel) Editable(_, col int) bool { return col > 0 }

// Kind is how an answer is typed in; a choice is answered with its words.
func (m *rowModel) Kind(_, col int) xwidget.CellKind {
	switch m.ask.Cot[col-1].Loai {
	case office.HoiChon, office.HoiCoKhong:
		return xwidget.CellWords
	case office.HoiNgay:
		return xwidget.CellDay
	case office.HoiThang:
		return xwidget.CellMonth
	}
	return xwidget.CellCode
}

// Mark makes faults red.
func (m *rowModel) Mark(row, col int) xwidget.Mark {
	switch {
	case col == 0:
		return xwidget.MarkMuted
	case m.bad[[2]int{row, col - 1}]:
		return xwidget.MarkError
	}
	return xwidget.MarkNone
}

// Set takes any text: the calculator judges.
func (m *rowModel) Set(row, col int, text string) string {
	m.SetAll([]xwidget.CellText{{Row: row, Col: col, Text: text}})
	return ""
}

// SetAll changes cells as one step and keeps spare rows below.
func (m *rowModel) SetAll(cells []xwidget.CellText) []string {
	var before []xwidget.CellText
	for _, c := range cells {
		if c.Col < 1 || c.Col > len(m.ask.Cot) || c.Row < 0 {
			continue
		}
		m.grow(c.Row + 1)
		before = append(before, xwidget.CellText{Row: c.Row, Col: c.Col, Text: m.cells[c.Row][c.Col-1]})
		m.cells[c.Row][c.Col-1] = strings.TrimSpace(c.Text)
	}
	m.past = append(m.past, before)
	last := len(m.cells) - 1
	for last >= 0 && !slices.ContainsFunc(m.cells[last], func(s string) bool { return s != "" }) {
		last--
	}
	m.grow(last + 1 + spareRows)
	return nil
}

// Undo takes the last step back.
func (m *rowModel) Undo(tell func(row, col int, ok bool)) {
	if len(m.past) == 0 {
		tell(0, 0, false)
		return
	}
	row, col := 0, 0
	step := m.past[len(m.past)-1]
	m.past = m.past[:len(m.past)-1]
	for i := len(step) - 1; i >= 0; i-- {
		m.cells[step[i].Row][step[i].Col-1] = step[i].Text
		row, col = step[i].Row, step[i].Col
	}
	tell(row, col, true)
}
