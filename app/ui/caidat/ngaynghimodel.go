package caidat

import (
	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// holidayRows are the days off of a year.
type holidayRows []office.Holiday

var _ xwidget.Model = holidayRows(nil)

// Rows, Columns, Text and Mark make it the model of a list.
func (r holidayRows) Rows() int { return len(r) }

// Columns are the day, what it is, on which text it rests, and who entered it.
func (r holidayRows) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "ngay", Head: "Ngày", Width: 92, Kind: xwidget.KindDay},
		{Tag: "thu", Head: "Thứ", Width: 72, Words: true},
		{Tag: "ten", Head: "Tên ngày", Width: 190, Grow: 2},
		{Tag: "loai", Head: "Loại", Width: 72, Words: true},
		{Tag: "canCu", Head: "Căn cứ", Width: 150, Grow: 2},
		{Tag: "ai", Head: "Ghi bởi", Width: 76, Words: true},
	}
}

// Text is a cell of the list.
func (r holidayRows) Text(row, col int) string {
	n := r[row]
	switch col {
	case 0:
		return n.Ngay.String()
	case 1:
		return office.Weekday(n.Ngay)
	case 2:
		return n.Ten
	case 3:
		if n.LamViec {
			return "làm bù"
		}
		return "nghỉ"
	case 4:
		return n.CanCu
	}
	if n.CuaNguoiDung {
		return "bạn thêm"
	}
	return "luật định"
}

// Mark makes the days of the user's stand out, and lets what the law says stand back.
func (r holidayRows) Mark(row, col int) xwidget.Mark {
	switch {
	case r[row].CuaNguoiDung && col == 5:
		return xwidget.MarkGood
	case col >= 4:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}
