package sheet

import (
	"github.com/xuri/excelize/v2"

	"ankhai/forms/form"
)

// The lines and columns of the sheet of a head: label, value, and hidden the tag.
const (
	headMark  = 3
	headLabel = 0
	headValue = 1
	headTag   = 2

	valueWords = "Nội dung"
)

// head writes the head of a form, one line a question.
func (b *formBook) head(name string, mark formMark, d *form.Doc) {
	b.width(name, headLabel, broad)
	b.width(name, headValue, broad)
	b.text(name, cellName(headLabel, headMark), "Mục", b.look(lookHead))
	b.text(name, cellName(headValue, headMark), valueWords, b.look(lookHead))
	b.text(name, cellName(headTag, headMark), mark.String(), b.look(lookTag))
	num := headMark
	for _, g := range d.Form.Head.Groups {
		if g.Head != "" {
			num++
			b.text(name, cellName(headLabel, num), g.Head, b.look(lookGroup))
			b.try(b.f.SetCellStyle(name, cellName(headLabel, num), cellName(headValue, num), b.look(lookGroup)))
		}
		for _, c := range g.Cols {
			num++
			at := cellName(headValue, num)
			b.label(name, cellName(headLabel, num), c, lookItem)
			b.text(name, cellName(headTag, num), c.Tag, b.look(lookTag))
			b.try(b.f.SetCellStyle(name, at, at, b.look(lookOf(c))))
			if v := c.Get(d.Head); v.A != form.Unknown {
				b.cell(name, at, c, v)
			}
			b.menu(name, c, "", at)
		}
	}
	b.try(b.f.SetColVisible(name, colName(headTag), false))
	b.try(b.f.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: headMark, TopLeftCell: cellName(0, headMark+1), ActivePane: "bottomLeft"}))
	b.title(name, d.Form, d.Form.Head.Title, headTag)
	b.try(b.f.SetRowHeight(name, 1, 36))
	b.paper(name)
}

// paper fits the sheet to the width of a page.
func (b *formBook) paper(name string) {
	across, down, fit := 1, 0, true
	b.try(b.f.SetPageLayout(name, &excelize.PageLayoutOptions{FitToWidth: &across, FitToHeight: &down}))
	b.try(b.f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
}
