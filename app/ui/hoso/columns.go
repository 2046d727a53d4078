package hoso

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// width is what the kind of a column needs; texts get what their values need,
// within limits.
func (m *docModel) width(c *office.FormColumn) float32 {
	switch c.Kind {
	case office.KindMoney:
		return 104
	case office.KindDay, office.KindBirth:
		return 92
	case office.KindMonth, office.KindDecimal, office.KindRate, office.KindInt:
		return 80
	case office.KindFlag:
		return 74
	}
	longest := 8
	for i, r := range m.rows() {
		if i > 200 {
			break
		}
		n := len([]rune(c.Get(r).S))
		if c.Kind == office.KindCode && n > 0 {
			n += len([]rune(codeGap + c.Codes.Label(c.Get(r).S)))
		}
		longest = max(longest, n)
	}
	return min(max(float32(longest)*7.6+18, 78), 190)
}

// headWidth makes room for the words of the head: two lines below a group's
// head, three without one.
func headWidth(c *office.FormColumn, group string, least float32) float32 {
	if group != "" {
		return xwidget.HeadWidth(headOf(c), 2, least)
	}
	return xwidget.HeadWidth(headOf(c), 3, least)
}

// growOf lets texts take the width that is left over.
func growOf(c *office.FormColumn) float32 {
	if c.Kind == office.KindText {
		return 1
	}
	return 0
}

// kindOf says by what a column sorts and filters.
func kindOf(c *office.FormColumn) xwidget.GridKind {
	switch c.Kind {
	case office.KindMoney:
		return xwidget.KindMoney
	case office.KindDecimal, office.KindRate, office.KindInt:
		return xwidget.KindNumber
	case office.KindDay, office.KindBirth:
		return xwidget.KindDay
	case office.KindMonth:
		return xwidget.KindMonth
	}
	if c.Tag == "HoTen" {
		return xwidget.KindName
	}
	return xwidget.KindText
}

func alignOf(c *office.FormColumn) fyne.TextAlign {
	switch c.Kind {
	case office.KindMoney, office.KindDecimal, office.KindRate, office.KindInt:
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}
