package bangluong

import (
	"fmt"
	"maps"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// ignored is the field of a column that is known and not needed.
const ignored = "boQua"

// mapped is one column of the workbook as it was understood.
type mapped struct {
	sheet int
	col   office.ColumnMap
}

// mappingView shows every sheet, where its header is, and what each column is.
func (p *Page) mappingView() fyne.CanvasObject {
	labels := fieldLabels()
	sheets := xwidget.Column(6)
	var all []mapped
	for i, s := range p.book.Sheets {
		words := fmt.Sprintf("Trang %s: tiêu đề ở dòng %d–%d, %s người", s.Name, s.HeadFrom, s.HeadTo, wording.So(s.Rows))
		ink := look.Done
		if !s.Used {
			words, ink = "Trang "+s.Name+": không dùng. "+s.Reason, look.Wait
		}
		if s.Month != 0 {
			words += ", tháng " + s.Month.String()
		}
		sheets.Add(xwidget.Row(8, xwidget.NewDot(ink), xwidget.NewText(words)))
		for _, c := range s.Columns {
			all = append(all, mapped{i, c})
		}
	}
	for _, s := range p.book.Symbols {
		if s.Meaning == "" {
			sheets.Add(xwidget.Row(8, xwidget.NewDot(look.Error), xwidget.NewText(fmt.Sprintf("Chấm công: chưa biết ký hiệu %s, có ở %s ô", s.Symbol, wording.So(s.Count))),
				xwidget.NewQuiet("Chỉ ra nghĩa", func() { p.askSymbol(s.Symbol) })))
		}
	}
	t := &table{cols: []xwidget.GridColumn{
		{Tag: "cot", Head: "Cột", Width: 130},
		{Tag: "head", Head: "Tiêu đề trong tệp", Width: 300, Grow: 1},
		{Tag: "la", Head: "Được hiểu là", Width: 260, Grow: 1, Words: true},
		{Tag: "chac", Head: "Độ chắc", Width: 90, Words: true},
	}}
	for _, m := range all {
		t.rows = append(t.rows, []string{p.book.Sheets[m.sheet].Name + "!" + m.col.Col, m.col.Head, fieldSay(labels, m.col.Field), sure(m.col)})
	}
	t.mark = func(row, col int) xwidget.Mark {
		switch c := all[row].col; {
		case col == 2 && c.Field == "":
			return xwidget.MarkNotice
		case col == 2 && c.Field == ignored, col == 3:
			return xwidget.MarkMuted
		}
		return xwidget.MarkNone
	}
	g := xwidget.NewList(t).Named("cachDoc")
	g.Empty = "Không tìm thấy dòng tiêu đề nào."
	g.OnOpen = func(row int) { p.askField(all[row]) }
	change := xwidget.NewButton("Đổi cách hiểu cột này", func() {
		if row, _ := g.Active(); row < len(all) {
			p.askField(all[row])
		}
	})
	foot := xwidget.Row(8, change, xwidget.NewCaption("Sửa một lần, tháng sau tự đọc như vậy"))
	return xwidget.Dock(xwidget.Inset(0, 2, 0, 10, sheets), xwidget.Inset(0, 8, 0, 0, foot), nil, nil, xwidget.NewCard(g).Tight())
}

func fieldLabels() map[string]string {
	out := map[string]string{}
	for _, f := range office.SheetFields() {
		out[f.Name] = f.Label
	}
	return out
}

func fieldSay(labels map[string]string, field string) string {
	switch {
	case field == "":
		return "chưa hiểu, bỏ qua"
	case field == ignored:
		return "không cần"
	case labels[field] != "":
		return labels[field]
	}
	return field
}

func sure(c office.ColumnMap) string {
	switch {
	case c.Field == "":
		return ""
	case c.Confidence >= 90:
		return "chắc"
	case c.Confidence >= 60:
		return "khá chắc"
	}
	return "nên xem"
}

// askField lets a person say what a column is; the workbook is read again.
func (p *Page) askField(m mapped) {
	choices := []xwidget.Choice{{Code: ignored, Words: "không cần, bỏ qua"}}
	for _, f := range office.SheetFields() {
		choices = append(choices, xwidget.Choice{Code: f.Name, Words: f.Label})
	}
	var shut func()
	pick := xwidget.NewPickList(choices, func(field string) {
		shut()
		p.remap(m, field)
	})
	pick.WordsOnly()
	pick.Spoken()
	shut = p.host.Dialog("Cột "+m.col.Col+" “"+m.col.Head+"” là", xwidget.Column(8, xwidget.Sized(520, 380, pick),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để nguyên", func() { shut() }))))
	pick.Start()
}

// askSymbol lets a person say what a sign of the timesheet means; it is remembered
// and the workbook is read again.
func (p *Page) askSymbol(sign string) {
	var choices []xwidget.Choice
	for _, m := range office.SheetMeanings() {
		choices = append(choices, xwidget.Choice{Code: m.Name, Words: m.Label})
	}
	var shut func()
	pick := xwidget.NewPickList(choices, func(meaning string) {
		shut()
		mapping := p.book.Mapping
		mapping.Symbols = maps.Clone(mapping.Symbols)
		if mapping.Symbols == nil {
			mapping.Symbols = map[string]string{}
		}
		mapping.Symbols[sign] = meaning
		p.take(p.name, p.data, &mapping)
	})
	pick.WordsOnly()
	pick.Spoken()
	shut = p.host.Dialog("Ký hiệu chấm công “"+sign+"” nghĩa là", xwidget.Column(8, xwidget.Sized(520, 380, pick),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để nguyên", func() { shut() }))))
	pick.Start()
}

// remap reads the same workbook again with one column understood otherwise.
func (p *Page) remap(m mapped, field string) {
	s := p.book.Sheets[m.sheet]
	layout := office.LayoutMap{Key: s.Key, Layout: s.Layout, Columns: append([]office.ColumnMap(nil), s.Columns...)}
	for i := range layout.Columns {
		if layout.Columns[i].Col == m.col.Col {
			layout.Columns[i].Field, layout.Columns[i].Confidence = field, 100
		}
	}
	mapping := p.book.Mapping
	mapping.Set(layout)
	p.take(p.name, p.data, &mapping)
}
