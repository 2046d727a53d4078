package laphoso

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Findings is the list of what was found in files that a dossier is made of, all of it,
// each with its sheet, row and column; what is chosen is told in whole sentences below.
type Findings struct {
	root *fyne.Container
	all  []office.Finding
}

// The size of the list fits into the smallest window, with the buttons below it.
const findingsWide, findingsHigh = 720, 300

// NewFindings lists what was found, what blocks first.
func NewFindings(found []office.Finding) *Findings {
	f := &Findings{}
	for _, blocks := range []bool{true, false} {
		for _, x := range found {
			if blocks == (x.Level == office.Loi) {
				f.all = append(f.all, x)
			}
		}
	}
	whole := xwidget.NewPara("").Wrapped(wholeLines)
	g := xwidget.NewList(f).Named("choPhaiSua")
	g.OnSelect = func(row, _ int) { whole.Set(f.whole(row)) }
	if len(f.all) > 0 {
		whole.Set(f.whole(0))
	}
	below := xwidget.Inset(0, 8, 0, 0, xwidget.Sized(0, wholeHigh, xwidget.Column(0, whole)))
	f.root = xwidget.Sized(findingsWide, findingsHigh, xwidget.Dock(nil, below, nil, nil, xwidget.NewCard(g).Tight()))
	return f
}

// wholeLines of what is chosen have their room below the list, whichever it is.
const wholeLines, wholeHigh = 3, 62

// Content is what a dialog shows.
func (f *Findings) Content() fyne.CanvasObject { return f.root }

// whole is one finding in whole sentences.
func (f *Findings) whole(row int) string {
	x := f.all[row]
	p := x.Place()
	switch {
	case p.Row != "":
		return "Trang " + p.Sheet + ", dòng " + p.Row + ", cột " + p.Col + ": " + x.Words() + "."
	case p.Sheet != "":
		return p.Sheet + ": " + x.Words() + "."
	}
	return x.Words() + "."
}

// Rows, Columns, Text and Mark make the list its own model.
func (f *Findings) Rows() int { return len(f.all) }

// Columns are where it is, and what to do.
func (f *Findings) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "trang", Head: "Trang", Width: 150},
		{Tag: "dong", Head: "Dòng", Width: 56},
		{Tag: "cot", Head: "Cột", Width: 50},
		{Tag: "noi", Head: "Điều phải sửa", Width: 420, Grow: 1, Words: true},
	}
}

// Text is a cell of the list.
func (f *Findings) Text(row, col int) string {
	x := f.all[row]
	p := x.Place()
	return []string{p.Sheet, p.Row, p.Col, x.Words()}[col]
}

// Mark tells what blocks from what should be looked at.
func (f *Findings) Mark(row, col int) xwidget.Mark {
	switch {
	case col == 3:
		return xwidget.MarkNone
	case f.all[row].Level == office.Loi:
		return xwidget.MarkError
	}
	return xwidget.MarkNotice
}

// dialogs is a window that shows dialogs.
type dialogs interface {
	Dialog(title string, content fyne.CanvasObject) (close func())
}

// ShowFindings tells in a dialog what was found, with what to do about it.
func ShowFindings(host dialogs, title, say string, found []office.Finding, buttons ...fyne.CanvasObject) (shut func()) {
	row := xwidget.Row(8, xwidget.Spacer())
	if len(buttons) == 0 {
		row.Add(xwidget.NewStrong("Đã rõ", func() { shut() }))
	} else {
		row.Add(xwidget.NewButton("Để sau", func() { shut() }))
	}
	for _, b := range buttons {
		row.Add(b)
	}
	shut = host.Dialog(title, xwidget.Column(10, xwidget.NewPara(say).In(look.Muted), NewFindings(found).Content(), row))
	return shut
}
