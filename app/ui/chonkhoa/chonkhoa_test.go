package chonkhoa

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/signing"
)

// away is a window whose works run on goroutines of their own, as they do outside of
// tests; the test's own goroutine is the window's.
type away struct {
	*uitest.Host
	window chan func()
}

func (a away) InWindow(f func()) { a.window <- f }

func (a away) Quiet(work func(context.Context) error, done func(error)) {
	go func() {
		err := work(context.Background())
		a.window <- func() { done(err) }
	}()
}

// until runs what comes to the window until ok holds.
func (a away) until(t *testing.T, ok func() bool) {
	t.Helper()
	late := time.After(5 * time.Second)
	for !ok() {
		select {
		case f := <-a.window:
			f()
		case <-late:
			t.Fatal("nothing comes to the window")
		}
	}
}

func (a away) words() string {
	if len(a.Dialogs) == 0 {
		return ""
	}
	return strings.Join(uitest.Words(a.Dialogs[len(a.Dialogs)-1]), "|")
}

// service opens one kind of key as a remote service does: it asks for codes and waits
// for a telephone.
type service struct {
	asks   []office.RemoteQuestion
	waits  *office.RemotePending
	given  []string
	secret []byte
}

func (s *service) OpenSigningKey(ctx context.Context, _ string, use office.KeyUse) (office.Key, error) {
	for _, q := range s.asks {
		answer, err := use.Remote.Ask(ctx, q)
		if err != nil {
			return nil, err
		}
		s.given = append(s.given, string(answer))
		s.secret = answer
	}
	if s.waits != nil {
		use.Remote.Tell(*s.waits)
		<-ctx.Done()
		use.Remote.Heard()
		return nil, ctx.Err()
	}
	return noKey{}, nil
}

// noKey is a key that is only closed.
type noKey struct{ signing.Key }

func (noKey) Close() error { return nil }

func question(what office.RemoteQuestion, signatures int) office.RemoteQuestion {
	what.Service, what.Signatures = office.RemoteServices()[1], signatures
	return what
}

// begin starts a work with the account «cty» and gives its end.
func begin(t *testing.T, s *service) (away, *error) {
	t.Helper()
	uitest.App(t)
	h := away{uitest.NewHost(), make(chan func())}
	ended := errors.New("not yet")
	Work(s, h, "Đang ký", Choice{Key: office.KeyInfo{Spec: "remote:cty", Account: "cty"}}, func(context.Context, office.Key) error { return nil },
		func(err error) { ended = err })
	return h, &ended
}

func picture(t *testing.T, name string, high float32, o fyne.CanvasObject) {
	t.Helper()
	w := uitest.Window(t, 540, high, xwidget.NewPanel(look.Surface, xwidget.Inset(18, 14, 18, 16, o)))
	uitest.Golden(t, name, w.Canvas())
}

// The service asks for PIN and code one after the other, where it is told what they are
// for; what was typed stays nowhere in the window.
func TestCodesAreAskedFor(t *testing.T) {
	s := &service{asks: []office.RemoteQuestion{question(office.RemoteQuestion{What: office.AskPIN}, 4), question(office.RemoteQuestion{What: office.AskOTP, More: 1}, 4)}}
	h, ended := begin(t, s)
	h.until(t, func() bool { return strings.Contains(h.words(), "Để ký 4 chữ ký") })
	d := h.Dialogs[0]
	pin := uitest.Find[*xwidget.Entry](d)[0]
	if pin.PlaceHolder != "Mã PIN của chữ ký từ xa" {
		t.Errorf("asks for %q", pin.PlaceHolder)
	}
	uitest.Press(t, d, "Tiếp tục") // nothing was typed
	pin.SetText("246810")
	uitest.Press(t, d, "Tiếp tục")
	h.until(t, func() bool { return strings.Contains(h.words(), "còn 1 lần nữa") })
	otp := uitest.Find[*xwidget.Entry](d)[0]
	picture(t, "hoi-ma", 220, d)
	if otp.PlaceHolder != "Mã xác nhận một lần (OTP)" || pin.Text != "" {
		t.Errorf("asks for %q, %q is left of the PIN", otp.PlaceHolder, pin.Text)
	}
	otp.SetText("135790")
	otp.OnSubmitted(otp.Text)
	h.until(t, func() bool { return *ended == nil })
	if !slices.Equal(s.given, []string{"246810", "135790"}) || otp.Text != "" || h.Closed != 1 {
		t.Errorf("given %q, %q is left, %d closed", s.given, otp.Text, h.Closed)
	}
}

// While the telephone is waited for the time runs down; «Dừng» ends the wait at once, and
// the clock stops with it.
func TestTelephoneIsWaitedFor(t *testing.T) {
	s := &service{waits: &office.RemotePending{Service: office.RemoteServices()[2], Signatures: 6, Since: time.Date(2026, 11, 22, 7, 31, 0, 0, time.UTC), Left: 5 * time.Minute}}
	h, ended := begin(t, s)
	h.until(t, func() bool { return strings.Contains(h.words(), "chờ thêm 5 phút 0 giây") })
	if !strings.Contains(h.words(), "Xác nhận 6 chữ ký trong ứng dụng của VNPT SmartCA trên điện thoại.") {
		t.Errorf("says %s", h.words())
	}
	picture(t, "cho-xac-nhan", 220, h.Dialogs[0])
	h.Clock = h.Clock.Add(4*time.Minute + 20*time.Second)
	h.Later[0]()
	if !strings.Contains(h.words(), "chờ thêm 40 giây") {
		t.Errorf("a while later it says %s", h.words())
	}
	uitest.Press(t, h.Dialogs[0], "Dừng")
	h.until(t, func() bool { return errors.Is(*ended, context.Canceled) })
	n := len(h.Later)
	h.Later[n-1]()
	if len(h.Later) != n || h.Closed != 1 {
		t.Errorf("the clock goes on, %d closed", h.Closed)
	}
}

// A question that is given up ends the work.
func TestQuestionIsGivenUp(t *testing.T) {
	h, ended := begin(t, &service{asks: []office.RemoteQuestion{question(office.RemoteQuestion{What: office.AskPassword}, 0)}})
	h.until(t, func() bool { return strings.Contains(h.words(), "Để đăng nhập") })
	uitest.Press(t, h.Dialogs[0], "Dừng")
	h.until(t, func() bool { return errors.Is(*ended, context.Canceled) })
}
