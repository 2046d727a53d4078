//go:build ci

package main

import (
	"context"
	"errors"

	"ankhai/app/office"
	"ankhai/app/ui/shots"
)

// draw makes pictures of the main screens with Fyne's headless driver. Only the
// build without a display has it, so that the window carries no test driver.
func draw(ctx context.Context, dir string, c office.Config, sample bool) error {
	o, err := office.Open(ctx, c)
	if err != nil {
		return err
	}
	if sample {
		err = o.Rehearse(ctx)
	}
	if err == nil {
		_, err = shots.Draw(dir, o, "", 1, c.Now)
	}
	return errors.Join(err, o.Close())
}
