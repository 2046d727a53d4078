package ui

import (
	"context"
	"errors"
	"os"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
)

// Begin opens the data folder of c and the main window on it, with the sample
// company if it is asked for and nobody is there. Where nothing on this machine
// opens the data, a window of its own asks for the key first; what is wrong after
// that comes out of end. end closes what was opened, after the app has run; closed
// says that a person closed the window, and not a fault of the program.
func Begin(ctx context.Context, a fyne.App, c office.Config, sample bool) (end func(closed bool) error, err error) {
	var o *office.Office
	var failed error     // of the window that was opened after the key was typed
	var win *task.Runner // nil: there is no window yet that keeps anything
	end = func(closed bool) error {
		if o == nil {
			return failed
		}
		var left error
		if win != nil {
			failed = errors.Join(failed, win.Settle())
		}
		if closed { // not in OnStopped: Fyne may drop that while it empties its queue
			left = o.Leave(ctx)
		}
		return errors.Join(failed, left, o.Close())
	}
	// every edit is stored, see Shell.leave: a driver that hangs while closing must not keep the folder locked
	a.Lifecycle().SetOnStopped(func() { time.AfterFunc(10*time.Second, func() { os.Exit(0) }) })
	show := func() error {
		if sample {
			if err := o.Rehearse(ctx); err != nil {
				return err
			}
		}
		s, err := Open(a, o, Home{Config: c, Reopen: reopen(ctx, &c, &o)})
		if err == nil {
			win = s.runner
		}
		return err
	}
	if o, err = office.Open(ctx, c); err == nil {
		return end, show()
	}
	if office.Damaged(err, c.Dir) {
		var r office.Rescue
		if r, err = office.LookForRescue(ctx, c); err == nil {
			win, err = OpenRescue(a, r, Home{Config: c, Reopen: reopen(ctx, &c, &o)})
		}
		return end, err
	}
	if !office.NeedsKey(err) {
		return end, err
	}
	if e := Dress(a); e != nil {
		return end, errors.Join(err, e)
	}
	w := a.NewWindow(Name)
	newUnlock(w, runner(a, w), err, func(passphrase, recovery []byte) (err error) {
		c.Keys.Passphrase, c.Keys.Recovery = passphrase, recovery
		o, err = office.Open(ctx, c)
		c.Keys.Passphrase, c.Keys.Recovery = nil, nil // what was typed is overwritten
		return err
	}, func() {
		if failed = show(); failed != nil {
			a.Quit()
		}
	})
	w.CenterOnScreen()
	w.Show()
	return end, nil
}

// Home is what the window needs to close its data folder and open it again.
type Home struct {
	office.Config
	Reopen func() (Office, error) // nil where that cannot be
}

// reopen opens the data folder again and keeps the office for the end. Where a
// passphrase is needed for that, it has to be typed at the next start.
func reopen(ctx context.Context, c *office.Config, o **office.Office) func() (Office, error) {
	return func() (Office, error) {
		next, err := office.Open(ctx, *c)
		*o = next // nil on an error: the one before is closed
		if err != nil {
			return nil, err
		}
		return next, nil
	}
}
