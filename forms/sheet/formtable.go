package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/form"
)

// The lines of a table's sheet.
const (
	tableGroups = 3 // heads of the groups
	tableHeads  = 4 // heads of the columns
	tableTags   = 5 // hidden
	tableRows   = 6 // the first row
	lastRow     = maxRows
)

// table writes the sheet of a table. main is the sheet of the rows that a
// sub-table's rows belong to, "" for the main table itself.
func (b *formBook) table(name string, mark formMark, f *form.Form, t *form.Table, rows []form.Row, main string) {
	cols := t.Columns()
	if len(cols)+1 > maxCols || len(rows) > maxRows-tableRows {
		b.try(ErrTooBig)
		return
	}
	b.width(name, 0, tiny)
	for i, c := range cols { // before any cell, so that cells take the look of their column
		b.try(b.f.SetColStyle(name, colName(i+1), b.look(lookOf(c))))
		b.width(name, i+1, breadthOf(c))
	}
	b.try(b.f.SetRowStyle(name, 1, tableGroups, b.look(lookPlain)))
	b.rows(name, cols, rows)
	b.heads(name, t)
	b.text(name, cellName(0, tableTags), mark.String(), b.look(lookTag))
	for i, c := range cols {
		b.text(name, cellName(i+1, tableTags), c.Tag, b.look(lookTag))
		more := ""
		if t.Link != nil && c == t.Link.Col() {
			more = "Ghi đúng như cột «" + t.LinkTo.Col().Label + "» của dòng tương ứng ở trang «" + main + "»."
		}
		b.menu(name, c, more, fmt.Sprintf("%s:%s", cellName(i+1, tableRows), cellName(i+1, lastRow)))
	}
	b.try(b.f.SetRowVisible(name, tableTags, false))
	b.try(b.f.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: tableTags, TopLeftCell: cellName(2, tableRows), ActivePane: "bottomRight"}))
	of := ""
	if mark.role == roleSub {
		of = t.Title
	}
	b.title(name, f, of, len(cols)+1)
	landscape := "landscape"
	b.try(b.f.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape}))
}

// rows writes the rows that answer something, numbered.
func (b *formBook) rows(name string, cols []*form.Column, rows []form.Row) {
	n := 0
	for _, r := range rows {
		if !answers(cols, r) {
			continue
		}
		num := tableRows + n
		n++
		b.try(b.f.SetCellInt(name, cellName(0, num), int64(n)))
		b.try(b.f.SetCellStyle(name, cellName(0, num), cellName(0, num), b.look(lookGrey)))
		for i, c := range cols {
			if v := c.Get(r); v.A != form.Unknown {
				b.cell(name, cellName(i+1, num), c, v)
			}
		}
		if b.err != nil {
			return
		}
	}
}

// answers reports whether a row answers any of the columns.
func answers(cols []*form.Column, r form.Row) bool {
	for _, c := range cols {
		if c.Get(r).A != form.Unknown {
			return true
		}
	}
	return false
}

// heads writes the heads of groups and columns.
func (b *formBook) heads(name string, t *form.Table) {
	b.text(name, cellName(0, tableHeads), "STT", b.look(lookHead))
	at := 1
	for _, g := range t.Groups {
		if g.Head != "" && len(g.Cols) > 0 {
			first, last := cellName(at, tableGroups), cellName(at+len(g.Cols)-1, tableGroups)
			b.text(name, first, g.Head, 0)
			b.try(b.f.SetCellStyle(name, first, last, b.look(lookGroup)))
			if first != last {
				b.try(b.f.MergeCell(name, first, last))
			}
		}
		for _, c := range g.Cols {
			b.label(name, cellName(at, tableHeads), c, lookHead)
			at++
		}
	}
	b.try(b.f.SetRowHeight(name, tableHeads, 46))
}

// label writes the head of a column, with a note where its source is not sure.
func (b *formBook) label(name, at string, c *form.Column, look string) {
	words := c.Label
	if c.Required {
		words += " *"
	}
	if c.Conf == form.Low || c.Conf == form.Inferred {
		look = lookUnsure
		b.try(b.f.AddComment(name, excelize.Comment{Cell: at, Author: "AnKhai", Width: 220, Height: 90,
			Text: "Độ tin của cột này: " + string(c.Conf) + ". Chưa có văn bản chính thức xác nhận; xem lại trước khi nộp."}))
	}
	b.text(name, at, words, b.look(look))
}
