package ui

import (
	"context"

	"ankhai/app/office"
	"ankhai/forms/law"
	store "ankhai/storage"
)

// Nobody of the window's tests has an abolished commune, and no cell a known origin.

func (f *fake) ConvertCommunes(context.Context, law.Month) ([]office.CommuneMove, error) {
	return nil, nil
}

func (f *fake) Origin(context.Context, string, string, string, int, string) (string, error) {
	return "", nil
}

// Nobody of them takes an employer elsewhere; see TestOpenDataInTheWindow.

func (f *fake) OpenExport(context.Context, string, string) (store.OpenInfo, error) {
	return store.OpenInfo{}, store.ErrNotFound
}

func (f *fake) TakeOpen(context.Context, string, bool, bool) (office.TakenOpen, error) {
	return office.TakenOpen{}, store.ErrNotOpen
}

// No month of theirs has a statement of the agency.

func (f *fake) C12Months(context.Context) ([]law.Month, error) { return nil, nil }
