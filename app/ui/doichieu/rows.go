package doichieu

import (
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// rowModel is the statement's rows in one of its columns.
type rowModel struct {
	all  []office.C12DongSo
	cols []office.C12Cot
	at   int // of cols
}

var _ xwidget.Model = (*rowModel)(nil)

// newRowModel begins at the column of sums, or where no sum differs at the first fund
// that does.
func newRowModel(r *office.C12) *rowModel {
	m := &rowModel{all: r.Dong, cols: r.Statement.Cot()}
	m.at = len(m.cols) - 1
	if !m.differs() {
		for i := range m.cols {
			if m.at = i; m.differs() {
				return m
			}
		}
		m.at = len(m.cols) - 1
	}
	return m
}

func (m *rowModel) differs() bool {
	for i := range m.all {
		if n, ok := m.cell(i).So(); ok && n != 0 {
			return true
		}
	}
	return false
}

// firstDifference is the first row that differs; if none does, the first that was
// compared.
func (m *rowModel) firstDifference() int {
	compared := 0
	for i := range m.all {
		n, ok := m.cell(i).So()
		if ok && n != 0 {
			return i
		}
		if ok && compared == 0 {
			compared = i
		}
	}
	return compared
}

// cell is a row's cell in the column shown.
func (m *rowModel) cell(row int) office.C12OSo { return m.all[row].O[m.at] }

// anywhere reports whether a row differs in any column.
func (m *rowModel) anywhere(row int) bool {
	for _, o := range m.all[row].O {
		if n, ok := o.So(); ok && n != 0 {
			return true
		}
	}
	return false
}

func (m *rowModel) Rows() int { return len(m.all) }

func (m *rowModel) Columns() []xwidget.GridColumn {
	right := fyne.TextAlignTrailing
	return []xwidget.GridColumn{
		{Tag: "ma", Head: "Dòng", Width: 74},
		{Tag: "ten", Head: "Nội dung", Width: 190, Grow: 1},
		{Tag: "coQuan", Head: "Thông báo", Width: 104, Align: right, Kind: xwidget.KindMoney},
		{Tag: "ta", Head: "Đơn vị", Width: 104, Align: right, Kind: xwidget.KindMoney},
		{Tag: "lech", Head: "Chênh lệch", Width: 104, Align: right, Kind: xwidget.KindMoney},
	}
}

func (m *rowModel) Text(row, col int) string {
	d, o := m.all[row], m.cell(row)
	number := func(v office.FormValue) string {
		if v.A != office.Known {
			return ""
		}
		return office.VietSo(v.N)
	}
	switch col {
	case 0:
		return d.Ma
	case 1:
		return strings.TrimSuffix(d.Ten, ", trong đó:")
	case 2:
		return number(o.CoQuan)
	case 3:
		return number(o.Ta)
	}
	n, ok := o.So()
	switch {
	case !ok:
		return ""
	case n > 0:
		return "+" + office.VietSo(n)
	case n < 0:
		return office.VietSo(n)
	}
	return "0"
}

func (m *rowModel) Mark(row, col int) xwidget.Mark {
	n, ok := m.cell(row).So()
	switch {
	case col == 4 && ok && n != 0:
		return xwidget.MarkError
	case col == 4 && ok:
		return xwidget.MarkGood
	case col < 2 && (m.anywhere(row) || !strings.Contains(m.all[row].Ma, ".")):
		return xwidget.MarkStrong
	case col == 3:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}
