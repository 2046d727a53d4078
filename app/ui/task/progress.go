package task

import (
	"fmt"
	"sync"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// progress is the dialog of one work. All fields but those below mu are the window
// goroutine's.
type progress struct {
	r      *Runner
	job    *Job
	dialog *widget.PopUp
	bar    *xwidget.Progress
	busy   *widget.ProgressBarInfinite
	count  *xwidget.Text
	stop   *xwidget.Button
	closed bool

	mu   sync.Mutex
	last time.Time
}

func (p *progress) show() {
	if p.closed {
		return
	}
	if p.dialog != nil { // it comes back
		p.dialog.Show()
		p.r.Window.Canvas().Focus(p.stop)
		if p.job.left {
			p.stopping()
		}
		return
	}
	p.bar, p.busy, p.count = xwidget.NewProgress(), widget.NewProgressBarInfinite(), xwidget.NewCaption("")
	p.bar.Hide()
	p.stop = xwidget.NewButton("Huỷ", func() {
		p.job.Cancel()
		p.stopping()
	})
	foot := xwidget.Row(8, p.count, xwidget.Spacer())
	if p.job.MayGoBehind() {
		foot.Add(xwidget.NewButton("Làm tiếp trong nền", p.job.GoBehind))
	}
	foot.Add(p.stop)
	bars := xwidget.Sized(360, 0, container.NewStack(p.busy, p.bar)) // both have their place, whichever is seen
	body := xwidget.Column(12, xwidget.NewText(p.job.Title).Sized(16).Strong(), bars, foot)
	p.dialog = xwidget.NewModal(xwidget.Inset(18, 14, 18, 16, body), p.r.Window.Canvas())
	p.job.Dialog(p.show, p.dialog.Hide)
	p.dialog.Show()
	p.r.Window.Canvas().Focus(p.stop)
}

// stopping says that it was cancelled and goes on to a good point.
func (p *progress) stopping() {
	p.stop.Disable()
	p.count.Set("Đang dừng; việc đã xong được giữ")
}

func (p *progress) close() {
	p.closed = true
	if p.dialog != nil {
		p.busy.Stop()
		p.dialog.Hide()
	}
}

// between is the least time between two reports that are shown: twenty a second.
const between = 50 * time.Millisecond

// report comes from the work's goroutine.
func (p *progress) report(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.r.now()
	if total <= 0 || (now.Sub(p.last) < between && done < total) {
		return
	}
	p.last = now
	passed := now.Sub(p.job.began)
	p.r.do(func() {
		p.job.At(done, total)
		if p.dialog == nil || p.closed {
			return
		}
		p.busy.Hide()
		p.bar.Show()
		p.bar.SetValue(float64(done) / float64(total))
		if !p.job.left {
			p.count.In(look.Muted).Set(Words(done, total, passed))
		}
	})
}

// Words tell how far a work is: how many of how many, and how long it may still take
// once that can be told.
func Words(done, total int, passed time.Duration) string {
	words := wording.So(done) + " / " + wording.So(total)
	const soon = 2 * time.Second
	if done <= 0 || done >= total || passed < soon {
		return words
	}
	return words + " · còn khoảng " + roughly(time.Duration(float64(passed)/float64(done)*float64(total-done)))
}

// roughly is a duration as a person says it: nobody counts the seconds of an hour.
func roughly(d time.Duration) string {
	const fewSeconds = 5
	switch s := int(d.Round(time.Second).Seconds()); {
	case s < fewSeconds:
		return "vài giây"
	case s < 60:
		return fmt.Sprintf("%d giây", (s+fewSeconds-1)/fewSeconds*fewSeconds)
	case s < 3600:
		return fmt.Sprintf("%d phút", (s+59)/60)
	default:
		return fmt.Sprintf("%d giờ %d phút", s/3600, s%3600/60)
	}
}
