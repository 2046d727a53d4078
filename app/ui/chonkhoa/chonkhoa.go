// Package chonkhoa asks which key signs, wherever the window signs: a token, the Windows
// store, a .p12 file, an account of a remote service. It opens the chosen key for one
// work, asks what a remote service asks its holder, and tells while the telephone is
// waited for.
//
// It shows what app/office answers and decides nothing. Only screens import it.
package chonkhoa

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/kham"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
)

// Source is what choosing a key asks of the use cases.
type Source interface {
	kham.DriverSource
	Opener
	SigningKeys(ctx context.Context, mst string) ([]office.KeyInfo, error)
}

// Opener opens keys of every kind.
type Opener interface {
	OpenSigningKey(ctx context.Context, spec string, use office.KeyUse) (office.Key, error)
}

// Host is what choosing a key asks of the window.
type Host interface {
	kham.DriverHost
	WorkHost
	Dialog(title string, content fyne.CanvasObject) (shut func())
	Go(office.Place)
}

// WorkHost is what a work with a key asks of the window.
type WorkHost interface {
	TalkHost
	Run(title string, work func(ctx context.Context, report task.Report) error, done func(error))
	Quiet(work func(context.Context) error, done func(error))
	Begin(title string, cancel func()) (j *task.Job, ok bool)   // of a work with a dialog of its own
	Hold(title string, content fyne.CanvasObject) (shut func()) // a dialog that Esc does not close
}

// TalkHost is what talking to the holder of a remote key asks of the window.
type TalkHost interface {
	InWindow(f func()) // from within a work
	After(d time.Duration, f func())
	Focus(fyne.Focusable)
	Now() time.Time
}

// Ask is what a key is asked for.
type Ask struct {
	Title string
	MST   string            // whose key it is to be; "" is the employer at hand
	Above fyne.CanvasObject // stands above the keys, may be nil
	Ready func() bool       // says whether a key may be used now; nil is always
	Use   func(Choice)      // overwrites the secret
}

// Choice is a key that was chosen, with what opens it.
type Choice struct {
	Key    office.KeyInfo
	Secret []byte
	Agreed office.Agreed
}

// Remote reports whether a service holds the key.
func (c Choice) Remote() bool { return office.IsRemoteKey(c.Key.Spec) }

// FileKey is the key of a file that was chosen just now.
func FileKey(name, path string) office.KeyInfo {
	return office.KeyInfo{Spec: "p12:" + path, Name: name}
}

// Choose looks for keys and asks which one is to be used. Looking for tokens may take a
// while and may be given up: the other keys are offered then.
func Choose(s Source, h Host, ask Ask) {
	var keys []office.KeyInfo
	h.Run("Đang tìm chữ ký số", func(ctx context.Context, _ task.Report) (err error) {
		keys, err = s.SigningKeys(ctx, ask.MST)
		return err
	}, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		newKeyDialog(s, h, keys, ask)
	})
}

// With opens a key for one work and closes it after. The secret is overwritten as soon
// as the key is open or refused.
func With(ctx context.Context, s Opener, c Choice, remote office.RemoteUse, work func(office.Key) error) error {
	defer clear(c.Secret)
	key, err := s.OpenSigningKey(ctx, c.Key.Spec, office.KeyUse{Secret: c.Secret, Agreed: c.Agreed, Remote: remote})
	clear(c.Secret)
	if err != nil {
		return err
	}
	if key != nil {
		defer key.Close()
	}
	return work(key)
}

// Work does one work with a key, and done on the window's goroutine. With a remote key
// the dialog of the work is where its holder is asked and told.
func Work(s Opener, h WorkHost, title string, c Choice, work func(context.Context, office.Key) error, done func(error)) {
	if !c.Remote() {
		h.Run(title, func(ctx context.Context, _ task.Report) error {
			return With(ctx, s, c, office.RemoteUse{}, func(key office.Key) error { return work(ctx, key) })
		}, done)
		return
	}
	Talking(h, title, c.Key.Account, func(ctx context.Context, use office.RemoteUse) error {
		return With(ctx, s, c, use, func(key office.Key) error { return work(ctx, key) })
	}, done)
}

// Talking does a work with a remote service in a dialog where the holder of the account
// is asked and told. «Dừng» gives it up.
func Talking(h WorkHost, title, account string, work func(context.Context, office.RemoteUse) error, done func(error)) {
	talk := NewTalk(h)
	var brake task.Brake
	job, ok := h.Begin(title, brake.Pull)
	if !ok {
		done(context.Canceled)
		return
	}
	stop := xwidget.NewButton("Dừng", nil)
	stop.OnTapped = func() {
		stop.Disable()
		job.Cancel()
	}
	shut := h.Hold(title, xwidget.Column(12, talk.Root, xwidget.Row(0, xwidget.Spacer(), stop)))
	h.Quiet(func(ctx context.Context) error {
		ctx, end := brake.On(job.Bind(ctx))
		defer end()
		return work(ctx, talk.Use(account))
	}, func(err error) {
		talk.end()
		shut()
		job.End(err, func() { done(err) })
	})
}
