//go:build !ci

package main

import (
	"context"
	"errors"

	"ankhai/app/office"
)

// draw is not in the build with a display: it would carry Fyne's test driver.
func draw(context.Context, string, office.Config, bool) error {
	return errors.New("bản có cửa sổ không vẽ hình ra tệp; dựng với -tags ci,test,migrated_fynedo (make demo)")
}
