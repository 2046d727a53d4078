package hoso

import (
	"fyne.io/fyne/v2"

	"ankhai/app/ui/xwidget"
	"ankhai/forms/form"
)

// width is what the kind of a column needs; texts get what their values need,
// within limits.
func (m *docModel) width(c *form.Column) float32 {
	switch c.Kind {
	case form.KindMoney:
		return 104
	case form.KindDay, form.KindBirth:
		return 92
	case form.KindMonth, form.KindDecimal, form.KindRate, form.KindInt:
		return 80
	case form.KindFlag:
		return 74
	}
	longest := 8
	for i, r := range m.rows() {
		if i > 200 {
			break
		}
		n := len([]rune(c.Get(r).S))
		if c.Kind == form.KindCode && n > 0 {
			n += len([]rune(codeGap + c.Codes.Label(c.Get(r).S)))
		}
		longest = max(longest, n)
	}
	return min(max(float32(longest)*7.6+18, 78), 190)
}

// headWidth makes room for the words of the head: two lines below a group's
// head, three without one.
func headWidth(c *form.Column, group string, least float32) float32 {
	if group != "" {
		return xwidget.HeadWidth(headOf(c), 2, least)
	}
	return xwidget.HeadWidth(headOf(c), 3, least)
}

// growOf lets texts take the width that is left over.
func growOf(c *form.Column) float32 {
	if c.Kind == form.KindText {
		return 1
	}
	return 0
}

// kindOf says by what a column sorts and filters.
func kindOf(c *form.Column) xwidget.GridKind {
	switch c.Kind {
	case form.KindMoney:
		return xwidget.KindMoney
	case form.KindDecimal, form.KindRate, form.KindInt:
		return xwidget.KindNumber
	case form.KindDay, form.KindBirth:
		return xwidget.KindDay
	case form.KindMonth:
		return xwidget.KindMonth
	}
	if c.Tag == "HoTen" {
		return xwidget.KindName
	}
	return xwidget.KindText
}

func alignOf(c *form.Column) fyne.TextAlign {
	switch c.Kind {
	case form.KindMoney, form.KindDecimal, form.KindRate, form.KindInt:
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}
