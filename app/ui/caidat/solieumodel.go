package caidat

import (
	"slices"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// figureRows are the figures of the law, those that a search finds.
type figureRows struct {
	all    []office.FigureHistory
	folded []string // what each is found by
	view   []int
}

var _ xwidget.Model = (*figureRows)(nil)

// newFigureRows folds what is searched, once.
func newFigureRows(all []office.FigureHistory) *figureRows {
	r := &figureRows{all: all, folded: make([]string, len(all))}
	for i, x := range all {
		words := x.Title + " " + x.Name
		for _, v := range x.All {
			words += " " + v.Basis
		}
		r.folded[i] = xwidget.Fold(words)
	}
	return r
}

// filter shows the figures that a folded term finds, or of these the user's alone.
func (r *figureRows) filter(term string, mine bool) {
	r.view = r.view[:0]
	for i, x := range r.all {
		if xwidget.Match(r.folded[i], term) && (!mine || x.Own()) {
			r.view = append(r.view, i)
		}
	}
}

func (r *figureRows) at(row int) office.FigureHistory { return r.all[r.view[row]] }

// find is the row of a figure, -1 if it is not shown.
func (r *figureRows) find(name string) int {
	return slices.IndexFunc(r.view, func(i int) bool { return r.all[i].Name == name })
}

// Rows, Columns, Text and Mark make it the model of a list.
func (r *figureRows) Rows() int { return len(r.view) }

// Columns are what it is, what holds today, since when, on which text, how sure.
func (r *figureRows) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "ten", Head: "Số liệu", Width: 230, Grow: 3},
		{Tag: "nay", Head: "Hôm nay", Width: 152, Align: fyne.TextAlignTrailing},
		{Tag: "tu", Head: "Từ ngày", Width: 88, Kind: xwidget.KindDay},
		{Tag: "canCu", Head: "Căn cứ", Width: 150, Grow: 2},
		{Tag: "chac", Head: "Độ chắc", Width: 84, Words: true},
	}
}

// sure are the degrees in a cell.
var sure = map[office.Confidence]string{office.ConfidenceHigh: "cao", office.ConfidenceMedium: "trung bình", office.ConfidenceLow: "thấp"}

// Text is a cell of the list.
func (r *figureRows) Text(row, col int) string {
	x := r.at(row)
	v, known := x.Now()
	switch {
	case col == 0:
		return x.Title
	case !known && col == 1:
		return "chưa có số"
	case !known:
		return ""
	case col == 1:
		return v.Say
	case col == 2:
		return v.From.String()
	case col == 3:
		return v.Basis
	case v.CuaNguoiDung:
		return "bạn ghi"
	}
	return sure[v.Confidence]
}

// Mark makes what is not certain stand out.
func (r *figureRows) Mark(row, col int) xwidget.Mark {
	v, known := r.at(row).Now()
	switch {
	case !known && col == 1, known && col == 4 && v.Confidence != office.ConfidenceHigh:
		return xwidget.MarkNotice
	case col >= 2:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}
