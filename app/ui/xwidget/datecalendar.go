package xwidget

import (
	"fmt"
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// calendar is a month whose days can be chosen, or a year with its months: arrows
// move, the page keys turn, digits jump to a year, Enter takes, Esc leaves.
type calendar struct {
	widget.BaseWidget
	at, chosen, today date
	months            bool
	years             string // the digits of a year that are typed
	picked            func(date)
	cancel            func()
	caption           *Text
	turn              fyne.CanvasObject
	sheet             *calendarSheet
	focused           bool
}

func newCalendar(at, chosen, today date, months bool, picked func(date), cancel func()) *calendar {
	c := &calendar{at: at, chosen: chosen, today: today, months: months, picked: picked, cancel: cancel}
	c.caption = NewText("").Strong().Aligned(fyne.TextAlignCenter)
	c.sheet = newCalendarSheet(c)
	page, wide := 1, 12
	if months {
		page, wide = 12, 120
	}
	turn := func(words string, by int) *Button {
		return NewQuiet(words, func() { c.move(c.at.addMonths(by)) }).Tiny()
	}
	c.turn = Row(0, turn("«", -wide), turn("‹", -page), Spacer(), c.caption, Spacer(), turn("›", page), turn("»", wide))
	c.ExtendBaseWidget(c)
	c.move(at)
	return c
}

// move shows another day or month.
func (c *calendar) move(to date) {
	c.at = to
	words := "Tháng " + fmt.Sprintf("%02d/%d", to.month, to.year)
	if c.months {
		words = fmt.Sprintf("Năm %d", to.year)
	}
	if c.years != "" {
		words = "Năm " + c.years + "…"
	}
	c.caption.Set(words)
	c.Refresh()
}

// FocusGained and FocusLost show where the keys are.
func (c *calendar) FocusGained() { c.focused = true; c.Refresh() }
func (c *calendar) FocusLost()   { c.focused = false; c.Refresh() }

// TypedRune takes the four digits of a year.
func (c *calendar) TypedRune(r rune) {
	if r < '0' || r > '9' {
		return
	}
	c.years += string(r)
	to := c.at
	if len(c.years) == 4 {
		year, _ := strconv.Atoi(c.years)
		c.years = ""
		to = c.at.addMonths(12 * (year - c.at.year))
	}
	c.move(to)
}

// TypedKey moves through the days.
func (c *calendar) TypedKey(k *fyne.KeyEvent) {
	c.years = ""
	one, row := c.at.addDays, 7
	if c.months {
		one, row = c.at.addMonths, 3
	}
	page := 1
	if c.months {
		page = 12
	}
	switch k.Name {
	case fyne.KeyLeft:
		c.move(one(-1))
	case fyne.KeyRight:
		c.move(one(1))
	case fyne.KeyUp:
		c.move(one(-row))
	case fyne.KeyDown:
		c.move(one(row))
	case fyne.KeyPageUp:
		c.move(c.at.addMonths(-page))
	case fyne.KeyPageDown:
		c.move(c.at.addMonths(page))
	case fyne.KeyHome:
		c.move(c.edge(true))
	case fyne.KeyEnd:
		c.move(c.edge(false))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.picked(c.at)
	case fyne.KeyEscape, fyne.KeyF4:
		c.cancel()
	}
}

// edge is the first or the last of what is shown.
func (c *calendar) edge(first bool) date {
	to := c.at
	switch {
	case c.months && first:
		to.month = 1
	case c.months:
		to.month = 12
	case first:
		to.day = 1
	default:
		to.day = daysIn(to.year, to.month)
	}
	return to
}

// CreateRenderer puts the caption above the days.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Inset(6, 4, 6, 6, Column(4, c.turn, c.sheet)))
}

// Refresh draws the days anew.
func (c *calendar) Refresh() {
	c.sheet.Refresh()
	c.BaseWidget.Refresh()
}

// calendarSheet is the days of a month, or the months of a year.
type calendarSheet struct {
	widget.BaseWidget
	c *calendar
}

func newCalendarSheet(c *calendar) *calendarSheet {
	s := &calendarSheet{c: c}
	s.ExtendBaseWidget(s)
	return s
}

// The size of a day and of a month on the sheet.
const dayWide, monthWide, dayHigh float32 = 32, 74, 26

// weekdays are the heads of the days, days the same in English.
var (
	weekdays = []string{"T2", "T3", "T4", "T5", "T6", "T7", "CN"}
	days     = []string{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"}
)

// cells are the days in their places; a zero date is an empty place.
func (s *calendarSheet) cells() (out []date, columns int, wide float32) {
	at := s.c.at
	if s.c.months {
		for m := 1; m <= 12; m++ {
			out = append(out, date{at.year, m, 0})
		}
		return out, 3, monthWide
	}
	out = make([]date, 42)
	first := date{at.year, at.month, 1}.weekday()
	for day := 1; day <= daysIn(at.year, at.month); day++ {
		out[first+day-1] = date{at.year, at.month, day}
	}
	return out, 7, dayWide
}

// Tapped takes the day under the pointer.
func (s *calendarSheet) Tapped(e *fyne.PointEvent) {
	cells, columns, wide := s.cells()
	y := e.Position.Y - s.top()
	if y < 0 || e.Position.X < 0 {
		return
	}
	col, row := int(e.Position.X/wide), int(y/dayHigh)
	if i := row*columns + col; col < columns && i < len(cells) && cells[i].year != 0 {
		s.c.picked(cells[i])
	}
}

// top is the height of the heads.
func (s *calendarSheet) top() float32 {
	if s.c.months {
		return 0
	}
	return 22
}

// CreateRenderer draws with a text for each place.
func (s *calendarSheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{s: s, here: canvas.NewRectangle(color.Transparent), chosen: canvas.NewRectangle(color.Transparent)}
	r.here.CornerRadius, r.chosen.CornerRadius = 4, 4
	r.objects = []fyne.CanvasObject{r.chosen, r.here}
	cells, _, _ := s.cells()
	for range cells {
		t := canvas.NewText("", nil)
		r.days = append(r.days, t)
		r.objects = append(r.objects, t)
	}
	if !s.c.months {
		for range weekdays {
			t := canvas.NewText("", nil)
			r.heads = append(r.heads, t)
			r.objects = append(r.objects, t)
		}
	}
	r.Refresh()
	return r
}

type sheetRenderer struct {
	s            *calendarSheet
	here, chosen *canvas.Rectangle
	days, heads  []*canvas.Text
	objects      []fyne.CanvasObject
}

func (r *sheetRenderer) Layout(fyne.Size) { r.Refresh() }

func (r *sheetRenderer) MinSize() fyne.Size {
	cells, columns, wide := r.s.cells()
	return fyne.NewSize(float32(columns)*wide, r.s.top()+float32(len(cells)/columns)*dayHigh)
}

// Refresh writes the days and marks the one at hand, the chosen one and today.
func (r *sheetRenderer) Refresh() {
	cells, columns, wide := r.s.cells()
	place := func(o fyne.CanvasObject, i int, high float32, y float32) {
		o.Move(fyne.NewPos(float32(i%columns)*wide, y))
		o.Resize(fyne.NewSize(wide, high))
	}
	for i, t := range r.heads {
		t.Text = weekdays[i]
		if wordbook.Chosen() == wordbook.English {
			t.Text = days[i]
		}
		t.Alignment, t.TextSize, t.Color = fyne.TextAlignCenter, look.SmallSize, look.C(look.Muted)
		place(t, i, r.s.top(), 0)
	}
	r.here.Hidden, r.chosen.Hidden = true, true
	for i, d := range cells {
		t := r.days[i]
		y := r.s.top() + float32(i/columns)*dayHigh
		place(t, i, dayHigh, y)
		t.Text = ""
		if d.year == 0 {
			continue
		}
		t.Text = strconv.Itoa(d.day)
		if r.s.c.months {
			t.Text = wordbook.Line(fmt.Sprintf("Tháng %d", d.month), 0)
		}
		t.Alignment, t.TextSize, t.TextStyle.Bold, t.Color = fyne.TextAlignCenter, look.TextSize, false, look.C(look.Text)
		now := r.s.c.today
		if r.s.c.months {
			now.day = 0
		}
		if d == now {
			t.TextStyle.Bold, t.Color = true, look.C(look.Primary)
		}
		if d == r.s.c.chosen {
			place(r.chosen, i, dayHigh, y)
			r.chosen.FillColor, r.chosen.Hidden = look.C(look.Selection), false
		}
		if d == r.s.c.at {
			place(r.here, i, dayHigh, y)
			r.here.StrokeColor, r.here.StrokeWidth, r.here.Hidden = look.C(look.Primary), 2, false
		}
	}
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *sheetRenderer) Destroy()                     {}

// open shows the calendar below the field.
func (d *DateEntry) open() {
	drv := fyne.CurrentApp().Driver()
	c := drv.CanvasForObject(d.self)
	if c == nil || d.Disabled() {
		return
	}
	today, _ := readDate(d.Today, ToDay)
	chosen, ok := d.read(d.Text)
	at := chosen
	if !ok {
		at = today
	}
	if at.year == 0 {
		return // no date to begin with
	}
	at.month = max(1, at.month)
	if !d.months {
		at.day = max(1, at.day)
	}
	cal := newCalendar(at, chosen, today, d.months, func(v date) {
		d.shut()
		d.retype(v.String(), len(v.String()))
	}, d.shut)
	d.pop = widget.NewPopUp(cal, c)
	pos, size, room := drv.AbsolutePositionForObject(d.self), d.pop.MinSize(), c.Size()
	at2 := pos.AddXY(0, d.Size().Height+2)
	if at2.Y+size.Height > room.Height && pos.Y > size.Height {
		at2.Y = pos.Y - size.Height - 2
	}
	d.pop.ShowAtPosition(fyne.NewPos(max(0, min(at2.X, room.Width-size.Width)), max(0, min(at2.Y, room.Height-size.Height))))
	c.Focus(cal)
}

// shut closes the calendar and takes the keys back.
func (d *DateEntry) shut() {
	if d.pop == nil {
		return
	}
	d.pop.Hide()
	d.pop = nil
	if c := fyne.CurrentApp().Driver().CanvasForObject(d.self); c != nil {
		c.Focus(d.self.(fyne.Focusable))
	}
}
