package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/form"
)

// The looks of the cells around the data; those of data are by kind, see lookOf.
const (
	lookTitle  = "title"
	lookGuide  = "guide"
	lookGroup  = "group"
	lookHead   = "head"
	lookUnsure = "unsure" // a head whose column is of low confidence or inferred
	lookItem   = "item"   // a question of the head
	lookGrey   = "grey"
	lookTag    = "tag"   // hidden, and held in its cell
	lookPlain  = "plain" // without the borders of the columns
	lookText   = "text"
	lookMiddle = "middle"
	lookMoney  = "money"
	lookInt    = "int"
	lookNumber = "number"
	lookDay    = "day"
	lookMonth  = "month"

	lookReportTitle = "report title" // on one line, over cells of many columns
	lookReportNote  = "report note"
	lookSum         = "sum"
	lookSumWord     = "sum word"
)

// Number formats every workbook has (ECMA-376 part 1, 18.8.30).
const (
	formatWhole = 1  // 0
	formatMoney = 3  // #,##0
	formatText  = 49 // @
)

var formatDay, formatMonth = "dd/mm/yyyy", "mm/yyyy"

// look is a style of the workbook, made at its first use.
func (b *formBook) look(name string) int {
	if id, ok := b.looks[name]; ok {
		return id
	}
	s := styleOf(name)
	if s.Font != nil {
		s.Font.Family = "Calibri" // as cells without a font of their own
	}
	id, err := b.f.NewStyle(s)
	b.try(err)
	b.looks[name] = id
	return id
}

func styleOf(name string) *excelize.Style {
	border := []excelize.Border{{Type: "left", Color: "BBBBBB", Style: 1}, {Type: "right", Color: "BBBBBB", Style: 1},
		{Type: "top", Color: "BBBBBB", Style: 1}, {Type: "bottom", Color: "BBBBBB", Style: 1}}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	switch name {
	case lookTitle:
		return &excelize.Style{Font: &excelize.Font{Bold: true, Size: 13}, Alignment: top}
	case lookGuide:
		return &excelize.Style{Font: &excelize.Font{Italic: true, Color: "555555"}, Alignment: top}
	case lookGroup:
		return &excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("D9E5F2"), Border: border, Alignment: middle}
	case lookHead:
		return &excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("EAF1F8"), Border: border, Alignment: middle}
	case lookUnsure:
		return &excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("FBF0D0"), Border: border, Alignment: middle}
	case lookItem:
		return &excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("EAF1F8"), Border: border, Alignment: top}
	case lookGrey:
		return &excelize.Style{Font: &excelize.Font{Color: "888888"}, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "top"}}
	case lookTag:
		return &excelize.Style{Font: &excelize.Font{Color: "888888"}, Alignment: &excelize.Alignment{Horizontal: "fill"}}
	case lookPlain:
		return &excelize.Style{Alignment: top}
	case lookMoney:
		return &excelize.Style{NumFmt: formatMoney, Border: border, Alignment: top}
	case lookInt:
		return &excelize.Style{NumFmt: formatWhole, Border: border, Alignment: top}
	case lookNumber:
		return &excelize.Style{Border: border, Alignment: top}
	case lookMonth:
		return &excelize.Style{CustomNumFmt: &formatMonth, Border: border, Alignment: top}
	case lookReportTitle:
		return &excelize.Style{Font: &excelize.Font{Bold: true, Size: 13}}
	case lookReportNote:
		return &excelize.Style{Font: &excelize.Font{Italic: true, Color: "555555"}}
	case lookSum:
		return &excelize.Style{NumFmt: formatMoney, Font: &excelize.Font{Bold: true}, Fill: fill("EAF1F8"), Border: border, Alignment: top}
	case lookSumWord:
		return &excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("EAF1F8"), Border: border, Alignment: top}
	case lookDay:
		return &excelize.Style{CustomNumFmt: &formatDay, Border: border, Alignment: top}
	case lookMiddle:
		return &excelize.Style{NumFmt: formatText, Border: border, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "top"}}
	}
	return &excelize.Style{NumFmt: formatText, Border: border, Alignment: top}
}

// lookOf is the look of a column's cells. Dates of birth and months are texts:
// a year typed into a cell of days would become a day of 1905.
func lookOf(c *form.Column) string {
	switch c.Kind {
	case form.KindDay:
		return lookDay
	case form.KindMoney:
		return lookMoney
	case form.KindInt:
		return lookInt
	case form.KindDecimal, form.KindRate:
		return lookNumber
	case form.KindFlag:
		return lookMiddle
	}
	return lookText
}

// breadth is one of the few widths that columns have.
type breadth uint8

const (
	tiny breadth = iota // STT
	narrow
	medium
	wide
	broad
)

// breadthOf is the width of a column: room for what it holds and for the longest
// word of its head.
func breadthOf(c *form.Column) breadth {
	longest := 0
	for _, word := range strings.Fields(c.Label) {
		longest = max(longest, len([]rune(word)))
	}
	switch {
	case c.Kind == form.KindText && c.MaxRunes > 200:
		return broad
	case c.Kind == form.KindText && (c.MaxRunes == 0 || c.MaxRunes > 30), c.Kind == form.KindCode:
		return wide
	case c.Kind == form.KindText, c.Kind == form.KindMoney, c.Kind == form.KindDay, c.Kind == form.KindBirth, longest > 8:
		return medium
	}
	return narrow
}

func (b *formBook) width(name string, col int, w breadth) {
	at := colName(col)
	switch w {
	case tiny:
		b.try(b.f.SetColWidth(name, at, at, 6))
	case narrow:
		b.try(b.f.SetColWidth(name, at, at, 11))
	case medium:
		b.try(b.f.SetColWidth(name, at, at, 16))
	case wide:
		b.try(b.f.SetColWidth(name, at, at, 26))
	case broad:
		b.try(b.f.SetColWidth(name, at, at, 48))
	}
}
