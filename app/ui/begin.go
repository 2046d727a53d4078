package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
)

// Begin opens the data folder of c and the main window on it, with the sample
// company if it is asked for and nobody is there. Where nothing on this machine
// opens the data, a window of its own asks for the key first; what is wrong after
// that comes out of end. end closes what was opened, after the app has run.
func Begin(ctx context.Context, a fyne.App, c office.Config, sample bool) (end func() error, err error) {
	var o *office.Office
	var failed error // of the window that was opened after the key was typed
	end = func() error {
		if o == nil {
			return failed
		}
		return errors.Join(failed, o.Close())
	}
	show := func() error {
		if sample {
			if err := o.Rehearse(ctx); err != nil {
				return err
			}
		}
		_, err := Open(a, o, c.Now)
		return err
	}
	if o, err = office.Open(ctx, c); err == nil {
		return end, show()
	}
	if !office.NeedsKey(err) {
		return end, err
	}
	if e := Dress(a); e != nil {
		return end, errors.Join(err, e)
	}
	w := a.NewWindow(Name)
	newUnlock(w, task.New(w), err, func(passphrase, recovery []byte) (err error) {
		c.Keys.Passphrase, c.Keys.Recovery = passphrase, recovery
		o, err = office.Open(ctx, c)
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
