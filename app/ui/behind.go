package ui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// behind are the works that go on behind the window, and the ends of those that nobody
// has looked at yet. In the status bar they are a few words: a work with its count, what
// came of one, or how many there are.
type behind struct {
	s       *Shell
	chip    *fyne.Container
	words   *xwidget.Text
	button  *xwidget.Panel
	does    *xwidget.Text // what the button does
	begun   map[*task.Job]standing
	held    []*ended
	refresh func() // of the list, while it is open
}

// standing is where the window stood when a work began: there its end belongs.
type standing struct {
	mst string
	at  office.Spot
}

// ended is a work whose end waits to be looked at.
type ended struct {
	say  string
	bad  bool
	from standing
	then func()
}

func newBehind(s *Shell) *behind {
	b := &behind{s: s, words: xwidget.NewCaption(""), begun: map[*task.Job]standing{}, refresh: func() {}}
	b.does = xwidget.NewCaption("").In(look.Primary)
	b.button = xwidget.NewPanel(look.Surface, b.does).Door(b.press)
	b.chip = xwidget.Row(10, xwidget.NewPanel(look.Surface, b.words).Door(b.open), b.button)
	b.chip.Hide()
	return b
}

var _ task.Watch = (*behind)(nil)

// Begun remembers where one stands, and binds the work to the employer at hand.
func (b *behind) Begun(j *task.Job) {
	j.Employer = b.s.company.MaSoThue
	b.begun[j] = standing{mst: b.s.company.MaSoThue, at: b.s.spot()}
}

// Refused says which work is in the way.
func (b *behind) Refused(words string) {
	b.s.Say(words, true)
	var shut func()
	shut = b.s.Dialog("Chưa bắt đầu được", xwidget.Column(14, xwidget.Sized(460, 1, xwidget.Spacer()), xwidget.NewPara(words),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewStrong("Đã rõ", func() { shut() }))))
}

// Ended shows what came of a work. One that went behind the window waits until it is
// asked for, unless the person stands where it began and does nothing else just now.
func (b *behind) Ended(j *task.Job, err error, then func()) {
	from := b.begun[j]
	delete(b.begun, j)
	if !j.Behind() || task.Cancelled(err) || b.s.leaving || b.idleAt(from) {
		then()
	} else {
		b.held = append(b.held, &ended{j.Say, err != nil, from, then})
		b.s.Recount()
	}
	b.Moved()
	b.s.left()
}

// idleAt reports whether the window stands where a work began, with nothing over it and
// nobody typing.
func (b *behind) idleAt(from standing) bool {
	s := b.s
	at := s.spot()
	at.Leaf, at.Row, at.Col = from.at.Leaf, from.at.Row, from.at.Col
	_, typing := s.window.Canvas().Focused().(interface{ CursorTextOffset() int })
	return s.cover == nil && !typing && s.window.Canvas().Overlays().Top() == nil && s.company.MaSoThue == from.mst && at == from.at
}

// running are the works that go on behind the window.
func (b *behind) running() []*task.Job {
	return slices.DeleteFunc(b.s.runner.Jobs(), func(j *task.Job) bool { return !j.Behind() })
}

// Moved writes the words of the status bar, and the list where it is open.
func (b *behind) Moved() {
	jobs := b.running()
	n := len(jobs) + len(b.held)
	b.chip.Hidden, b.button.Hidden = n == 0, n != 1
	words, ink := fmt.Sprintf("%s việc trong nền", wording.So(n)), look.Primary
	switch {
	case n == 1 && len(jobs) == 1:
		words = lineOf(jobs[0])
		b.does.Set("Huỷ")
	case n == 1:
		words, ink = b.held[0].words(), b.held[0].ink()
		b.does.Set("Xem")
	}
	b.words.In(ink).Set(words)
	b.s.status.root.Refresh()
	b.refresh()
}

// lineOf is a work with its count.
func lineOf(j *task.Job) string {
	words := wording.Hoa(j.Say)
	if count := j.Count(); count != "" {
		return words + " · " + count
	}
	return words
}

func (e *ended) words() string {
	if e.bad {
		return "Chưa xong: " + e.say
	}
	return "Đã xong: " + e.say
}

func (e *ended) ink() fyne.ThemeColorName {
	if e.bad {
		return look.Error
	}
	return look.Done
}

// press stops the one work there is, or shows the one end.
func (b *behind) press() {
	if jobs := b.running(); len(jobs) > 0 {
		jobs[0].Cancel()
		return
	}
	b.open()
}

// open shows the one work or end there is, or the list of them.
func (b *behind) open() {
	jobs := b.running()
	switch {
	case len(jobs)+len(b.held) != 1:
		b.list()
	case len(jobs) == 1:
		jobs[0].ComeBack()
	default:
		b.look(b.held[0])
	}
}

// look goes back to where a work began, at its employer, and shows what came of it.
func (b *behind) look(e *ended) {
	b.held = slices.DeleteFunc(b.held, func(x *ended) bool { return x == e })
	b.Moved()
	s := b.s
	show := func() {
		if !b.idleAt(e.from) {
			s.standAgain(e.from.at)
		}
		e.then()
	}
	if e.from.mst == "" || e.from.mst == s.company.MaSoThue {
		show()
		return
	}
	s.Quiet(func(ctx context.Context) error { return s.office.SetCompany(ctx, e.from.mst) }, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.reread(func() {
			s.fresh = true
			show()
		})
	})
}

// list shows every work and every end, to be opened, stopped or looked at.
func (b *behind) list() {
	const wide, high = 560, 260
	col := xwidget.Column(0)
	var shut func()
	done := func(do func()) func() {
		return func() {
			shut()
			do()
		}
	}
	lines := map[*task.Job]*xwidget.Text{}
	add := func(words *xwidget.Text, buttons ...fyne.CanvasObject) {
		if len(col.Objects) > 0 {
			col.Add(xwidget.NewRule())
		}
		col.Add(xwidget.Inset(0, 7, 0, 7, xwidget.Dock(nil, nil, nil, xwidget.Row(6, buttons...), xwidget.Row(0, words))))
	}
	for _, j := range b.running() {
		lines[j] = xwidget.NewText(lineOf(j))
		add(lines[j], xwidget.NewButton("Mở", done(j.ComeBack)).Tiny(), xwidget.NewQuiet("Huỷ", done(j.Cancel)).Tiny())
	}
	for _, e := range b.held {
		add(xwidget.NewText(e.words()).In(e.ink()), xwidget.NewButton("Xem", done(func() { b.look(e) })).Tiny())
	}
	b.refresh = func() {
		for j, t := range lines {
			t.Set(lineOf(j))
		}
	}
	inner := xwidget.Inset(12, 2, 14, 2, col)
	shut = b.s.Dialog("Việc trong nền", xwidget.Column(12, xwidget.Sized(wide, min(xwidget.HeightFor(inner, wide-2)+2, high), xwidget.NewCard(xwidget.NewScroll(inner)).Tight()),
		xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() }))))
}
