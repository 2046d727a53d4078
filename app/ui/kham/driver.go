package kham

import (
	"ankhai/app/office"

	"context"
	"errors"
)

// DriverSource keeps a driver that a person chose.
type DriverSource interface {
	ChooseDriver(ctx context.Context, path string, trusted bool) error
}

// DriverHost is what choosing a driver asks of the window.
type DriverHost interface {
	PickFile(kinds []string, done func(name, path string, data []byte))
	Quiet(work func(context.Context) error, done func(error))
	Ask(title, words, yes string, done func())
	Fail(error)
}

// PickDriver lets a person point at the file of a token driver and does then what
// follows. One that anybody may replace is taken only when the person says so.
func PickDriver(source DriverSource, host DriverHost, then func()) {
	host.PickFile([]string{".dll", ".so", ".dylib"}, func(_, path string, _ []byte) { keepDriver(source, host, path, false, then) })
}

func keepDriver(source DriverSource, host DriverHost, path string, trusted bool, then func()) {
	host.Quiet(func(ctx context.Context) error { return source.ChooseDriver(ctx, path, trusted) }, func(err error) {
		switch {
		case errors.Is(err, office.ErrOpenFolder):
			host.Ask("Tin trình điều khiển này", office.SaySigning(err), "Tin và dùng", func() { keepDriver(source, host, path, true, then) })
		case err != nil:
			host.Fail(err)
		default:
			then()
		}
	})
}
