package chonkhoa

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// The room of a talk in a dialog: its words change while the dialog stands.
const (
	talkWidth = 480
	talkHigh  = 156
)

// Talk is the place in a dialog where the holder of a remote key is asked for codes, and
// told what to confirm and how long that is waited for. All of it but Use's functions is
// the window goroutine's.
type Talk struct {
	Root fyne.CanvasObject

	h    TalkHost
	body *fyne.Container
	turn int // counts what was shown: a clock of something before stops
	busy atomic.Bool
}

// NewTalk makes an empty place for a talk.
func NewTalk(h TalkHost) *Talk {
	t := &Talk{h: h, body: xwidget.Column(8)}
	t.Root = xwidget.Sized(talkWidth, talkHigh, t.body)
	t.say("")
	return t
}

// Waits reports whether a person is waited for at this moment: then nothing is lost by
// giving the work up at once.
func (t *Talk) Waits() bool { return t.busy.Load() }

// Use is how the holder of an account takes part here.
func (t *Talk) Use(account string) office.RemoteUse {
	t.h.InWindow(func() { t.say("Đang đăng nhập " + account) })
	return office.RemoteUse{
		Ask: func(ctx context.Context, q office.RemoteQuestion) ([]byte, error) { return t.ask(ctx, account, q) },
		Tell: func(p office.RemotePending) {
			t.busy.Store(true)
			t.h.InWindow(func() { t.pending(account, p) })
		},
		Heard: func() {
			t.busy.Store(false)
			t.h.InWindow(func() { t.say("Đang lấy chữ ký từ dịch vụ") })
		},
	}
}

// ask waits on the work's goroutine for what is typed in the window.
func (t *Talk) ask(ctx context.Context, account string, q office.RemoteQuestion) ([]byte, error) {
	answer := make(chan []byte, 1)
	t.busy.Store(true)
	defer t.busy.Store(false)
	t.h.InWindow(func() { t.question(account, q, answer) })
	select {
	case secret := <-answer:
		return secret, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// show puts something in place of what was there.
func (t *Talk) show(what ...fyne.CanvasObject) {
	t.turn++
	t.body.Objects = what
	t.body.Refresh()
}

func (t *Talk) say(words string) { t.show(xwidget.NewPara(words).In(look.Muted)) }

// end lets the clock stop.
func (t *Talk) end() { t.turn++ }

// question asks for a secret, which stays nowhere.
func (t *Talk) question(account string, q office.RemoteQuestion, answer chan<- []byte) {
	pin := xwidget.NewPassword()
	pin.PlaceHolder = hint(q)
	goOn := xwidget.NewStrong("Tiếp tục", nil)
	goOn.OnTapped = func() {
		if pin.Text == "" || goOn.Disabled() {
			return
		}
		goOn.Disable()
		secret := []byte(pin.Text)
		pin.SetText("")
		t.say("Đang gửi tới dịch vụ ký từ xa")
		answer <- secret
	}
	pin.OnSubmitted = func(string) { goOn.Tapped(nil) }
	t.show(xwidget.NewPara(account).Strong(), said(q.Say(), q.Then()), xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, goOn), pin))
	t.h.Focus(pin)
}

// said is what there is to do, and below it what follows.
func said(words, then string) fyne.CanvasObject {
	col := xwidget.Column(1, xwidget.NewPara(words))
	if then != "" {
		col.Add(xwidget.NewPara(then))
	}
	return col
}

// hint says what is to be typed.
func hint(q office.RemoteQuestion) string {
	switch q.What {
	case office.AskPIN:
		return "Mã PIN của chữ ký từ xa"
	case office.AskPassword:
		return "Mật khẩu của người dùng"
	}
	return "Mã xác nhận một lần (OTP)"
}

// pending tells what to confirm, and counts the time that is left.
func (t *Talk) pending(account string, p office.RemotePending) {
	left := xwidget.NewPara("").Strong()
	t.show(xwidget.NewPara(account).Strong(), said(p.Say(), p.Then()), left,
		xwidget.NewPara("Dừng thì yêu cầu vẫn còn: xác nhận rồi ký lại để lấy chữ ký, không gửi yêu cầu mới.").In(look.Muted))
	turn, until, since := t.turn, t.h.Now().Add(p.Left), wording.Luc(p.Since)
	var tick func()
	tick = func() {
		if t.turn != turn {
			return
		}
		left.Set("Yêu cầu gửi lúc " + since + " · " + remaining(until.Sub(t.h.Now())))
		t.h.After(time.Second, tick)
	}
	tick()
}

// remaining is a time that runs out, in words.
func remaining(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	switch {
	case s <= 0:
		return "sắp hết thời gian chờ"
	case s < 60:
		return fmt.Sprintf("chờ thêm %d giây", s)
	}
	return fmt.Sprintf("chờ thêm %d phút %d giây", s/60, s%60)
}
