//go:build ci

package main

import (
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/shots"
)

// draw makes pictures of the main screens with Fyne's headless driver. Only the
// build without a display has it, so that the window carries no test driver.
func draw(dir string, o *office.Office) error {
	_, err := shots.Draw(dir, o, "", 1, time.Now)
	return err
}
