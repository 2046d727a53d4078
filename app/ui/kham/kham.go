// Package kham is what a person sees of the doctor, «Khám máy»: what a month's
// work needs, one line each, with what was found and how to mend it, those that
// are ill first; and the way to a token driver that is not known.
//
// It shows what app/office answers and decides nothing. app/ui imports it, and
// app/ui/hoso for the way to a driver, app/ui/chukyso for that and for the lines.
package kham

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
)

// Source is what the checkup asks of the use cases.
type Source interface {
	DriverSource
	Checkup(ctx context.Context) (office.Checkup, error)
}

// Host is what the checkup asks of the window.
type Host interface {
	DriverHost
	Run(title string, work func(ctx context.Context, report task.Report) error, done func(error))
	Dialog(title string, content fyne.CanvasObject) (shut func())
	Say(words string, bad bool)
	Now() time.Time
}

// Desk examines, and holds the one dialog that tells what was found.
type Desk struct {
	source Source
	host   Host
	// clipboard is the system's.
	clipboard func() fyne.Clipboard

	busy bool
	shut func() // closes the dialog of the last checkup
}

// New makes a desk.
func New(source Source, host Host) *Desk {
	return &Desk{source: source, host: host, shut: func() {}, clipboard: func() fyne.Clipboard { return fyne.CurrentApp().Clipboard() }}
}

// Show examines and shows what was found. What was found before stays in sight
// until then, and where the checkup is given up or fails.
func (d *Desk) Show() {
	if d.busy {
		return
	}
	d.busy = true
	var found office.Checkup
	d.host.Run("Đang khám máy (trình điều khiển treo thì đợi 15 giây)", func(ctx context.Context, _ task.Report) (err error) {
		found, err = d.source.Checkup(ctx)
		return err
	}, func(err error) {
		d.busy = false
		switch {
		case task.Cancelled(err):
			d.host.Say("Đã dừng khám máy, chưa có kết quả mới.", false)
		case err != nil:
			d.host.Fail(err)
		default:
			d.shut()
			d.shut = d.host.Dialog("Khám máy", d.sheet(found))
		}
	})
}
