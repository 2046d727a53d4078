package baocao

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// monthTable shows the months as a table, the latest first.
type monthTable struct{ all []office.MonthLine }

func (t monthTable) Rows() int { return len(t.all) }

// monthColumns are the columns and what they show; changes of the month with which the
// roster begins are not known.
var monthColumns = []struct {
	head   string
	wide   float32
	change bool
	of     func(office.MonthLine) int64
}{
	{"Người đóng", 84, false, func(m office.MonthLine) int64 { return m.Heads }},
	{"Tăng mới, chuyển đến", 84, true, func(m office.MonthLine) int64 { return m.Up }},
	{"Đi làm lại", 76, true, func(m office.MonthLine) int64 { return m.Back }},
	{"Giảm hẳn, chuyển đi", 84, true, func(m office.MonthLine) int64 { return m.Gone }},
	{"Giảm tạm thời", 76, true, func(m office.MonthLine) int64 { return m.Away }},
	{"Quỹ lương", 120, false, func(m office.MonthLine) int64 { return m.Fund }},
	{"Người lao động đóng", 116, false, func(m office.MonthLine) int64 { return m.Employee }},
	{"Đơn vị đóng", 116, false, func(m office.MonthLine) int64 { return m.Employer }},
	{"Tổng", 120, false, func(m office.MonthLine) int64 { return m.Employee + m.Employer }},
}

func (t monthTable) Columns() []xwidget.GridColumn {
	out := []xwidget.GridColumn{{Tag: "thang", Head: "Tháng", Width: 84}}
	for _, c := range monthColumns {
		out = append(out, xwidget.GridColumn{Tag: c.head, Head: c.head, Width: c.wide, Grow: 1, Align: fyne.TextAlignTrailing, Words: true})
	}
	return out
}

func (t monthTable) Text(row, col int) string {
	m := t.all[len(t.all)-1-row]
	switch {
	case col == 0:
		return m.Month.String()
	case !m.Known && col == 1:
		return "chưa biết"
	case !m.Known || m.First && monthColumns[col-1].change:
		return ""
	}
	return wording.Dong(monthColumns[col-1].of(m))
}

func (t monthTable) Mark(row, _ int) xwidget.Mark {
	if !t.all[len(t.all)-1-row].Known {
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}

// moveTable shows who began and who ceased to contribute.
type moveTable struct{ all []office.Move }

func (t moveTable) Rows() int { return len(t.all) }
func (t moveTable) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{{Tag: "ten", Head: "Họ và tên", Width: 200, Grow: 1}, {Tag: "chieu", Head: "Tăng, giảm", Width: 80, Words: true}, {Tag: "doi", Head: "Thay đổi", Width: 260, Grow: 1, Words: true}}
}

func (t moveTable) Text(row, col int) string {
	m := t.all[row]
	switch col {
	case 0:
		return m.HoTen
	case 1:
		if m.Up {
			return "tăng"
		}
		return "giảm"
	}
	return m.Say
}

func (t moveTable) Mark(int, int) xwidget.Mark { return xwidget.MarkNone }
