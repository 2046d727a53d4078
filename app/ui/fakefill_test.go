package ui

import (
	"context"

	"ankhai/app/office"
	"ankhai/forms/law"
)

// Nobody of the window's tests has an abolished commune, and no cell a known origin.

func (f *fake) ConvertCommunes(context.Context, law.Month) ([]office.CommuneMove, error) {
	return nil, nil
}

func (f *fake) Origin(context.Context, string, string, string, int, string) (string, error) {
	return "", nil
}
