package caidat

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// journalRows are the lines of the journal of processing, those that a term finds.
type journalRows struct {
	all    []office.ProcessingLine
	folded []string // what each is found by
	view   []int
}

var _ xwidget.Model = (*journalRows)(nil)

// newJournalRows folds what is searched, once.
func newJournalRows(all []office.ProcessingLine) *journalRows {
	r := &journalRows{all: all, folded: make([]string, len(all))}
	for i, l := range all {
		r.folded[i] = xwidget.Fold(l.Who + " " + l.Say + " " + l.About + " " + l.Ref + " " + l.Purpose)
	}
	return r
}

// filter shows the lines that a folded term finds.
func (r *journalRows) filter(term string) {
	r.view = r.view[:0]
	for i := range r.all {
		if xwidget.Match(r.folded[i], term) {
			r.view = append(r.view, i)
		}
	}
}

func (r *journalRows) at(row int) office.ProcessingLine { return r.all[r.view[row]] }

// Rows, Columns, Text and Mark make it the model of a list.
func (r *journalRows) Rows() int { return len(r.view) }

// Columns are when, who, what, with whose data, of how many people, for what.
func (r *journalRows) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "ngay", Head: "Ngày", Width: 90, Kind: xwidget.KindDay},
		{Tag: "gio", Head: "Giờ", Width: 66},
		{Tag: "ai", Head: "Ai", Width: 68},
		{Tag: "viec", Head: "Việc", Width: 160, Grow: 1, Words: true},
		{Tag: "ve", Head: "Về ai, về hồ sơ nào", Width: 140, Grow: 1},
		{Tag: "nguoi", Head: "Số người", Width: 56, Align: fyne.TextAlignTrailing, Kind: xwidget.KindNumber},
		{Tag: "deLam", Head: "Để làm gì", Width: 124, Grow: 1, Words: true},
	}
}

// Text is a cell of the list.
func (r *journalRows) Text(row, col int) string {
	l := r.at(row)
	switch col {
	case 0:
		return office.DayOf(l.Time).String()
	case 1:
		return wording.Gio(l.Time)
	case 2:
		return l.Who
	case 3:
		return l.Say
	case 4:
		return l.About
	case 5:
		if l.People == 0 {
			return ""
		}
		return wording.So(l.People)
	}
	return l.Purpose
}

// Mark lets the time and the purpose stand back.
func (r *journalRows) Mark(_, col int) xwidget.Mark {
	if col < 2 || col == 6 {
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}
