// Package trogiup is the help: what a screen is for and its keys, every code and every
// sentence of the program by a word, a month of work explained, and the practice
// «Tập nộp hồ sơ đầu tiên» beside the window, whose steps tick themselves.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package trogiup

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// Source is what the help asks of the use cases.
type Source interface {
	MonthOfWork(ctx context.Context, month office.Month) ([]office.MonthWork, error)
	PracticeGuide(ctx context.Context) (office.PracticeGuide, error)
	PracticeLot(ctx context.Context, dossierID string) (bool, error)
}

// Host is what the help asks of the window.
type Host interface {
	Dialog(title string, content fyne.CanvasObject) (shut func())
	Quiet(work func(context.Context) error, done func(error))
	Focus(fyne.Focusable)
	Go(office.Place)
	Month() office.Month
	Fail(error)
}

// Desk opens the help and holds the practice beside the window.
type Desk struct {
	source Source
	host   Host
	shut   func() // closes the dialog that is open

	guide *guide
	// OnBeside is called when the practice beside the window comes or goes.
	OnBeside func()
}

// New makes a desk.
func New(source Source, host Host) *Desk {
	d := &Desk{source: source, host: host, shut: func() {}, OnBeside: func() {}}
	d.guide = newGuide(d)
	return d
}

// The leaves of the dialog.
const (
	leafScreen = iota
	leafCodes
	leafMonth
	leafKeys
)

// The size of a leaf: with the buttons it fits a window of 900 × 480.
const (
	width  = 780
	height = 300
)

// Show opens the help on a screen, by its name in doors.
func (d *Desk) Show(screen string) { d.show(screen, leafScreen) }

// Codes opens the search for codes and sentences.
func (d *Desk) Codes() { d.show("", leafCodes) }

// Code opens the search with a code found.
func (d *Desk) Code(code string) { d.open("", leafCodes, code) }

// Month opens the month explained.
func (d *Desk) Month() { d.show("", leafMonth) }

// Keys opens the list of keys.
func (d *Desk) Keys() { d.show("", leafKeys) }

func (d *Desk) show(screen string, leaf int) { d.open(screen, leaf, "") }

// open opens the help on a leaf; term is what is searched for there.
func (d *Desk) open(screen string, leaf int, term string) {
	p, ok := office.Help(screen, language())
	if !ok {
		p, _ = office.Help("bat-dau", language())
	}
	keys, _ := office.Help("phim", language())
	month := xwidget.Column(8)
	var monthView *xwidget.Scroll
	var tabs *xwidget.Tabs
	var search *search
	leaves := func(first office.HelpPage) []xwidget.Tab {
		monthView = scrolled(month)
		return []xwidget.Tab{
			{Title: first.Title, Content: scrolled(page(first.Text))},
			{Title: "Tra mã, lời báo", Content: search.root},
			{Title: "Một tháng làm BHXH", Content: monthView},
			{Title: "Phím tắt", Content: scrolled(page(keys.Text))},
		}
	}
	search = newSearch(func(found office.HelpPage) { tabs.Set(leaves(found), leafScreen) })
	if term != "" {
		search.field.SetText(term)
	}
	tabs = xwidget.NewTabs(leaves(p)...)
	asked := false
	enter := func(i int) {
		switch {
		case i == leafCodes:
			d.host.Focus(search.field)
		case i == leafMonth && !asked:
			asked = true
			d.tellMonth(month, func() { monthView.Reflow() })
		}
	}
	tabs.OnChosen = enter
	buttons := xwidget.Row(8, xwidget.NewButton("Tập nộp hồ sơ đầu tiên", func() {
		d.close()
		d.Practise()
	}), xwidget.Spacer(), xwidget.NewStrong("Đóng", d.close))
	body := xwidget.Column(12, xwidget.Sized(width, height, tabs), buttons)
	d.close()
	d.shut = d.host.Dialog("Trợ giúp", body)
	if leaf != leafScreen {
		tabs.Choose(leaf)
	}
}

// close closes the dialog, if one is open.
func (d *Desk) close() {
	d.shut()
	d.shut = func() {}
}

// scrolled is a leaf that may be longer than its room.
func scrolled(o fyne.CanvasObject) *xwidget.Scroll {
	return xwidget.NewScroll(xwidget.Inset(0, 4, 0, 4, o))
}

// tellMonth fills the month explained.
func (d *Desk) tellMonth(into *fyne.Container, told func()) {
	var works []office.MonthWork
	m := d.host.Month()
	d.host.Quiet(func(ctx context.Context) (err error) {
		works, err = d.source.MonthOfWork(ctx, m)
		return err
	}, func(err error) {
		if err != nil {
			d.host.Fail(err)
			return
		}
		into.Objects = []fyne.CanvasObject{xwidget.NewText("Tháng " + m.String()).Strong()}
		for _, w := range works {
			into.Add(xwidget.NewRule())
			into.Add(d.work(w))
		}
		into.Refresh()
		told()
	})
}
