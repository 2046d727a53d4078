package xwidget

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// DateEntry is a field for a day, always dd/MM/yyyy, whatever the region of the
// machine. It writes the slashes itself, makes four digits of a year of two, steps
// with the arrows and opens a calendar with F4.
type DateEntry struct {
	Entry
	// Precision lets a month or a year alone be enough.
	Precision Precision
	// Today is where the calendar and the arrows begin in an empty field, as
	// dd/MM/yyyy.
	Today string

	months bool // a month is the whole answer: MonthEntry
	pop    *widget.PopUp
}

// NewDate makes a field for a whole day; today is where an empty one begins.
func NewDate(today string) *DateEntry {
	d := &DateEntry{Today: today}
	d.init(d, "ngày/tháng/năm", "phải có dạng 03/11/2026")
	return d
}

// NewPartialDate makes a field for a day of which less may be known.
func NewPartialDate(today string, p Precision) *DateEntry {
	d := NewDate(today)
	d.Precision = p
	switch p {
	case ToMonth:
		d.say("phải có dạng 03/11/2026 hoặc 11/2026")
	case ToYear:
		d.say("phải có dạng 03/11/2026, 11/2026 hoặc 2026")
	}
	return d
}

func (d *DateEntry) init(self fyne.Widget, hint, say string) {
	d.Plain = true
	d.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	d.PlaceHolder = hint
	d.ActionItem = newIconDoor(theme.CalendarIcon(), func() { d.open() })
	d.ExtendBaseWidget(self)
	d.say(say)
}

// say sets the words for what is no date.
func (d *DateEntry) say(words string) {
	d.Check = func(text string) error {
		if _, ok := d.read(text); ok || strings.TrimSpace(text) == "" {
			return nil
		}
		return errors.New(words)
	}
}

// Value is what is written, in full where it is a date: 3/11/26 is 03/11/2026.
func (d *DateEntry) Value() string { return d.keys().full(d.Text) }

func (d *DateEntry) read(text string) (date, bool) { return d.keys().read(text) }

func (d *DateEntry) keys() dateKeys { return dateKeys{d.Precision, d.months} }

// TypedRune takes digits, and slashes where there can be one.
func (d *DateEntry) TypedRune(r rune) {
	switch {
	case d.Disabled():
	case d.SelectedText() != "" || d.CursorTextOffset() < len(d.Text):
		if '0' <= r && r <= '9' || r == '/' {
			d.Entry.TypedRune(r)
		}
	default:
		if now := d.keys().typed(d.Text, r); now != d.Text {
			d.retype(now, len(now))
		}
	}
}

// TypedKey steps by a day with Up and Down, by a month with the page keys, and
// opens the calendar with F4.
func (d *DateEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		d.step(1, 0)
	case fyne.KeyDown:
		d.step(-1, 0)
	case fyne.KeyPageUp:
		d.step(0, 1)
	case fyne.KeyPageDown:
		d.step(0, -1)
	case fyne.KeyF4:
		d.open()
	case fyne.KeyBackspace:
		if d.SelectedText() == "" && d.CursorTextOffset() == len(d.Text) && len(d.Text) > 1 && strings.HasSuffix(d.Text, "/") {
			d.retype(d.Text[:len(d.Text)-2], len(d.Text)-2)
			return
		}
		d.Entry.TypedKey(k)
	case fyne.KeyReturn, fyne.KeyEnter:
		d.complete()
		d.Entry.TypedKey(k)
	default:
		d.Entry.TypedKey(k)
	}
}

// TypedShortcut opens the calendar with Alt+Down.
func (d *DateEntry) TypedShortcut(s fyne.Shortcut) {
	if v, ok := s.(*desktop.CustomShortcut); ok && v.KeyName == fyne.KeyDown {
		d.open()
		return
	}
	d.Entry.TypedShortcut(s)
}

// step goes to a neighbouring day or month; an empty field begins today.
func (d *DateEntry) step(days, months int) {
	if d.Disabled() {
		return
	}
	v, ok := d.read(d.Text)
	switch {
	case !ok && strings.TrimSpace(d.Text) != "":
		return
	case !ok:
		if v = d.begin(); v.year == 0 {
			return
		}
	case d.months:
		v = v.addMonths(days + 12*months)
	case v.month == 0:
		v = date{v.year + days + months, 0, 0}.within(v)
	case v.day == 0:
		v = v.addMonths(days + 12*months)
	default:
		v = v.addDays(days).addMonths(months)
	}
	d.retype(v.String(), len(v.String()))
}

// begin is the date of an empty field.
func (d *DateEntry) begin() date {
	v, _ := readDate(d.Today, ToDay)
	if d.months {
		v.day = 0
	}
	return v
}

// complete writes the date in full.
func (d *DateEntry) complete() {
	if now := d.Value(); now != d.Text && !d.Disabled() {
		d.retype(now, len(now))
	}
}

// FocusLost writes the date in full.
func (d *DateEntry) FocusLost() {
	d.complete()
	d.Entry.FocusLost()
}

// retype changes the text as if it had been typed, so that it can be undone.
func (e *Entry) retype(text string, caret int) {
	was, now := []rune(e.Text), []rune(text)
	i := 0
	for i < len(was) && i < len(now) && was[i] == now[i] {
		i++
	}
	e.CursorRow, e.CursorColumn = 0, len(was)
	e.put(len(was)-i, string(now[i:]))
	e.CursorRow, e.CursorColumn = 0, min(caret, len(now))
	e.Refresh()
}
