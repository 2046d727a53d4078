package sheet

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// blankMark stands in a cell that was left blank on purpose.
const blankMark = "–"

// exactDigits is how many digits a number of Excel keeps.
const exactDigits = 15

// firstSure is the first day that every program counts alike: Excel has a
// 29/02/1900 that never was.
const firstSure law.Day = 19000301

// yesNo are the answers of a column of yes or no, as they are written.
const yes, no = "x", "không"

// cell writes an answered cell.
func (b *formBook) cell(sheet, at string, c *form.Column, v form.Value) {
	if v.A == form.Blank {
		b.text(sheet, at, blankMark, 0)
		return
	}
	switch c.Kind {
	case form.KindText:
		b.text(sheet, at, guarded(plainText(v.S)), 0)
		return
	case form.KindCode:
		b.text(sheet, at, guarded(codeWords(c.Codes, v.S)), 0)
		return
	case form.KindFlag:
		b.text(sheet, at, map[bool]string{true: yes, false: no}[v.N == 1], 0)
		return
	case form.KindDay:
		if d := law.Day(v.N); d.Valid() && d >= firstSure {
			b.try(b.f.SetCellInt(sheet, at, int64(d.Sub(epoch1900))+2))
			return
		}
	case form.KindMoney, form.KindInt, form.KindDecimal, form.KindRate:
		if s := c.Wire(v); len(s) <= exactDigits {
			b.try(b.f.SetCellDefault(sheet, at, s))
			return
		}
	}
	b.text(sheet, at, c.Wire(v), 0)
}

// guarded writes a text that could be taken for the mark of a blank cell with an
// apostrophe in front, which unguarded takes off again.
func guarded(s string) string {
	if isMark(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

func unguarded(s string) string {
	if strings.HasPrefix(s, "'") && isMark(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}

// isMark reports whether a cell says that it is blank on purpose; people type
// any dash.
func isMark(s string) bool { return s == blankMark || s == "-" || s == "—" }

// plainText writes a text as forms keep it: as clean does, with spaces in place of
// line ends, tabs and other signs without a shape.
func plainText(s string) string {
	return clean(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF {
			return ' '
		}
		return r
	}, s))
}

// codeWords is how a code is written: with its name behind it, where it has one.
func codeWords(l form.List, code string) string {
	if name := clean(l.Label(code)); name != "" {
		return code + " - " + name
	}
	return plainText(code)
}

// menu puts help and, for codes, a drop-down list on cells. Nothing typed is
// refused by Excel: the reader names what does not fit, all of it at once.
func (b *formBook) menu(sheet string, c *form.Column, more, cells string) {
	dv := excelize.NewDataValidation(true)
	dv.Sqref, dv.Type = cells, "none"
	switch c.Kind {
	case form.KindCode:
		if name := b.list(c.Codes); name != "" {
			dv.SetSqrefDropList(name)
		}
	case form.KindFlag:
		b.try(dv.SetDropList([]string{yes, no}))
	}
	dv.SetInput(cut(c.Label, 32), cut(helpOn(c, more), 255))
	b.try(b.f.AddDataValidation(sheet, dv))
}

// helpOn is what a person should know who stands in a cell of the column.
func helpOn(c *form.Column, more string) string {
	var s []string
	add := func(words string) {
		if words != "" {
			s = append(s, strings.TrimSuffix(words, ".")+".")
		}
	}
	if c.Required {
		add("Phải có")
	}
	add(more)
	add(c.Help)
	switch c.Kind {
	case form.KindCode:
		add("Chọn trong danh mục «" + c.Codes.Name() + "», hoặc ghi mã")
	case form.KindDay:
		add("Ngày, ví dụ 22/11/2026")
	case form.KindBirth:
		add("Ví dụ 15/08/1995, 08/1995 hoặc 1995")
	case form.KindMonth:
		add("Tháng, ví dụ 11/2026")
	case form.KindMoney:
		add("Số tiền bằng đồng")
	case form.KindRate:
		add("Phần trăm, ví dụ 32")
	case form.KindFlag:
		add("Ghi " + yes + " hoặc " + no)
	}
	if c.MaxRunes > 0 {
		add("Không quá " + strconv.Itoa(c.MaxRunes) + " ký tự")
	}
	if c.Sensitive {
		add("Dữ liệu cá nhân nhạy cảm")
	}
	return strings.Join(s, " ")
}
