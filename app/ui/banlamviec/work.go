package banlamviec

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// The sizes of the dialogs: they fit a window of 900 × 480.
const (
	dialogWide = 600
	listHigh   = 240
)

// check checks the drafts of the employers in scope.
func (p *Page) check() {
	rows, n := withSome(p.scope(), func(r office.BoardRow) int { return r.Drafts })
	if n == 0 {
		p.host.Say("Các đơn vị này không có bản nháp nào để kiểm tra", false)
		return
	}
	month, mst := p.host.Month(), taxCodes(rows)
	p.run(job{title: "Kiểm tra", doing: "Đang kiểm tra", done: "Đã kiểm, không còn lỗi"}, n, rows,
		func(ctx context.Context, report office.BoardReport) ([]office.BoardDone, error) {
			return p.source.BoardCheck(ctx, month, mst, report)
		})
}

// send shows whose dossiers go out before they do.
func (p *Page) send() {
	rows, n := withSome(p.scope(), func(r office.BoardRow) int { return r.ToSend })
	if n == 0 {
		p.host.Say("Các đơn vị này không có hồ sơ nào chờ gửi", false)
		return
	}
	month, mst := p.host.Month(), taxCodes(rows)
	var shut func()
	list := xwidget.Column(0)
	for i, r := range rows {
		list.Add(lined(i, employerLine(r, fmt.Sprintf("%d hồ sơ", r.ToSend))))
	}
	go1 := xwidget.NewStrong(fmt.Sprintf("Gửi %d hồ sơ của %d đơn vị", n, len(rows)), func() {
		shut()
		p.run(job{title: "Gửi", doing: "Đang gửi", done: "Đã gửi"}, n, rows, func(ctx context.Context, report office.BoardReport) ([]office.BoardDone, error) {
			return p.source.BoardSend(ctx, month, mst, report)
		})
	})
	shut = p.host.Dialog("Gửi hồ sơ của các đơn vị này", xwidget.Column(12, xwidget.Sized(dialogWide, 1, xwidget.Spacer()),
		xwidget.NewPara("Hồ sơ đã gửi thì không lấy lại được. Mỗi hồ sơ đi tới cổng của đơn vị mình; gửi lại cũng chỉ nộp một lần.").In(look.Muted),
		framed(list), xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), go1)))
}

// employerLine is an employer with its colour and words at the end of the line.
func employerLine(r office.BoardRow, words string) fyne.CanvasObject {
	stripe := canvas.NewRectangle(colourOf(r.Employer.Mau))
	stripe.CornerRadius = 2
	name := xwidget.Column(1, xwidget.NewText(r.Employer.Ten).Wrapped(1).Strong(), xwidget.NewCaption("MST "+r.Employer.MaSoThue))
	return xwidget.Inset(0, 6, 0, 6, xwidget.Dock(nil, nil, xwidget.Inset(0, 0, 10, 0, xwidget.Sized(5, 30, container.NewStack(stripe))),
		xwidget.Inset(10, 0, 0, 0, xwidget.Row(0, xwidget.NewText(words))), name))
}

func lined(i int, row fyne.CanvasObject) fyne.CanvasObject {
	if i == 0 {
		return row
	}
	return xwidget.Column(0, xwidget.NewRule(), row)
}

// framed is a list that scrolls where it is higher than fits.
func framed(list fyne.CanvasObject) fyne.CanvasObject {
	_, frame := framedScroll(list)
	return frame
}

// framedScroll gives the scroll too, for a list that changes.
func framedScroll(list fyne.CanvasObject) (*xwidget.Scroll, fyne.CanvasObject) {
	inner := xwidget.Inset(12, 2, 14, 2, list)
	scroll := xwidget.NewScroll(inner)
	high := min(xwidget.HeightFor(inner, dialogWide-2)+2, listHigh)
	return scroll, xwidget.Sized(dialogWide, high, xwidget.NewCard(scroll).Tight())
}

// job is a work in words, and the talk with the holders of remote keys where it has one.
type job struct {
	title, doing, done string
	talk               *chonkhoa.Talk
}

// run does a work over many employers with its progress. «Dừng» lets the dossier at
// hand be finished; what was not reached is done by the next run.
func (p *Page) run(j job, total int, rows []office.BoardRow, work func(context.Context, office.BoardReport) ([]office.BoardDone, error)) {
	if p.working {
		return
	}
	var stopping atomic.Bool
	var brake task.Brake
	job, ok := p.host.Begin(j.doing, func() {
		stopping.Store(true)
		if j.talk != nil && j.talk.Waits() {
			brake.Pull()
		}
	})
	if !ok {
		return
	}
	head, bar, count := xwidget.NewText(j.doing), xwidget.NewProgress(), xwidget.NewCaption("")
	bar.Max = float64(total)
	shut := p.progress(job, j.talk, fmt.Sprintf("%s %d hồ sơ", j.title, total), head, bar, count)
	names := map[string]string{}
	for _, r := range rows {
		names[r.Employer.MaSoThue] = r.Employer.Ten
	}
	p.busy(true)
	var done []office.BoardDone
	p.host.Quiet(func(ctx context.Context) (err error) {
		ctx, cancel := brake.On(ctx)
		defer cancel()
		done, err = work(ctx, func(n, _ int, r office.BoardDone) {
			if stopping.Load() {
				cancel()
			}
			p.host.InWindow(func() {
				bar.SetValue(float64(n))
				job.At(n, total)
				count.Set(fmt.Sprintf("%d / %d", n, total))
				if !stopping.Load() {
					head.Set(j.doing + ": " + names[r.MST])
				}
			})
		})
		return err
	}, func(err error) {
		p.busy(false)
		shut()
		job.End(err, func() {
			p.OnShow()
			p.host.Recount()
			if err != nil {
				p.host.Fail(err)
				return
			}
			p.summary(j, done, names)
		})
	})
}

// progress shows how far a work is until it goes behind the window or is over. One that
// talks with the holder of a key stays before the window.
func (p *Page) progress(job *task.Job, talk *chonkhoa.Talk, title string, head *xwidget.Text, bar *xwidget.Progress, count *xwidget.Text) (shut func()) {
	var stop *xwidget.Button
	var now func() // shuts what is shown now
	stopping := func() {
		if job.Cancelled() {
			stop.Disable()
			head.Set("Đang dừng: làm xong hồ sơ này rồi dừng")
		}
	}
	stop = xwidget.NewButton("Dừng", func() {
		job.Cancel()
		stopping()
	})
	buttons := xwidget.Row(8, count, xwidget.Spacer())
	col := xwidget.Column(12, xwidget.Sized(dialogWide, 1, xwidget.Spacer()), head, bar)
	switch {
	case talk != nil:
		col.Add(talk.Root)
	case job.MayGoBehind():
		buttons.Add(xwidget.NewButton("Làm tiếp trong nền", job.GoBehind))
	}
	buttons.Add(stop)
	col.Add(buttons)
	show := func() {
		now = p.host.Hold(title, col)
		stopping()
	}
	job.Dialog(show, func() { now() })
	show()
	return func() { now() }
}

// busy keeps a second work from starting beside the first.
func (p *Page) busy(yes bool) {
	p.working = yes
	p.count()
}

// summary tells what became of each dossier that is not done, and leads to it.
func (p *Page) summary(j job, done []office.BoardDone, names map[string]string) {
	good := 0
	var rest []office.BoardDone
	for _, r := range done {
		if r.Outcome() == office.BatchSigned {
			good++
		} else {
			rest = append(rest, r)
		}
	}
	said := fmt.Sprintf("%s: %d trong %d hồ sơ", j.done, good, len(done))
	p.host.Say(said, good < len(done))
	if len(rest) == 0 {
		return
	}
	slices.SortStableFunc(rest, func(a, b office.BoardDone) int { return int(a.Outcome()) - int(b.Outcome()) })
	var shut func()
	list := xwidget.Column(0)
	const most = 60
	for i, r := range rest[:min(len(rest), most)] {
		tone, words := look.Warn, "Bỏ qua"
		switch r.Outcome() {
		case office.BatchBroken:
			tone, words = look.Bad, "Chưa xong"
		case office.BatchNotReached:
			tone, words = look.Plain, "Chưa tới lượt"
		}
		line := xwidget.Column(1, xwidget.NewText(names[r.MST]).Wrapped(1).Strong(), xwidget.NewCaption(r.ID+" · MST "+r.MST))
		if say := r.Say(); say != "" && r.Outcome() != office.BatchNotReached {
			line.Add(xwidget.NewPara(say))
		}
		openIt := xwidget.NewQuiet("Mở hồ sơ", func() {
			shut()
			p.host.GoAt(r.MST, office.Place{Screen: "ho-so", ID: r.ID})
		}).Tiny()
		side := xwidget.Column(4, xwidget.Row(0, xwidget.Spacer(), xwidget.NewBadge(words, tone)), xwidget.Row(0, xwidget.Spacer(), openIt))
		list.Add(lined(i, xwidget.Inset(0, 8, 0, 8, xwidget.Dock(nil, nil, nil, xwidget.Sized(112, 0, side), line))))
	}
	if n := len(rest) - most; n > 0 {
		list.Add(lined(1, xwidget.Inset(0, 8, 0, 8, xwidget.NewCaption("và "+wording.So(n)+" hồ sơ nữa: sửa các hồ sơ trên rồi chạy lại"))))
	}
	shut = p.host.Dialog(said, xwidget.Column(12, xwidget.Sized(dialogWide, 1, xwidget.Spacer()), framed(list),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewStrong("Đã rõ", func() { shut() }))))
}
