package ui

import (
	"context"
	"errors"
	"os"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
)

// Run opens a data folder and shows the program until its window is closed. Where
// the data file is damaged it shows the ways out first. With sample an empty data
// folder gets the sample company.
func Run(ctx context.Context, a fyne.App, conf office.Config, sample bool) error {
	// every edit is stored: a driver that hangs while closing must not keep the folder locked
	a.Lifecycle().SetOnStopped(func() { time.AfterFunc(10*time.Second, func() { os.Exit(0) }) })
	var o *office.Office // the one that is open in the end
	open := func() (Office, error) {
		next, err := office.Open(ctx, conf)
		if err != nil {
			return nil, err
		}
		o = next
		if sample {
			err = o.Rehearse(ctx)
		}
		return o, err
	}
	first, err := open()
	switch {
	case err == nil:
		_, err = Open(a, first, conf.Now, open)
	case office.Damaged(err, conf.Dir):
		var r office.Rescue
		if r, err = office.LookForRescue(ctx, conf.Dir, conf.Now); err == nil {
			err = OpenRescue(a, r, conf.Now, open)
		}
	}
	if err == nil {
		a.Run()
	}
	if o != nil {
		err = errors.Join(err, o.Close())
	}
	return err
}
