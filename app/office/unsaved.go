package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ankhai/storage"
)

// Unsaved is what somebody typed into a form of the window and has not stored yet. It
// outlives a power cut, a lock and a closed window, and it is never a secret: fields of
// PINs and passwords are not read for it.
type Unsaved struct {
	Form   string         `json:"bieuMau"`     // which form, and of what: "loi-co-quan:HS000001"
	Title  string         `json:"tieuDe"`      // what a person calls it
	At     time.Time      `json:"luc"`         // when it was last typed in
	Go     Place          `json:"cho"`         // from where the form is opened again
	Fields []UnsavedField `json:"o,omitempty"` // those that differ from what was stored
	Of     string         `json:"-"`           // the employer's tax code; "" = of the machine, and of no employer
}

// UnsavedField is what stands in one field.
type UnsavedField struct {
	Name  string `json:"ten"`
	Label string `json:"nhan"`
	Value string `json:"giaTri"`
}

// unsavedSetting keeps what is typed, a list for each employer. It stays on this machine:
// neither an export nor an employer that is handed over takes it along.
const unsavedSetting = "nhap-do:" // + tax code; nothing for the common ones

// ErrNoUnsaved: nothing of this name was left half typed.
var ErrNoUnsaved = errors.New("nothing unsaved of this name")

// KeepUnsaved keeps what stands in a form, in place of what stood there before. One with
// no field that differs is dropped.
func (o *Office) KeepUnsaved(ctx context.Context, u Unsaved) error {
	if len(u.Fields) == 0 {
		return o.dropUnsaved(ctx, u.Of, u.Form)
	}
	return o.changeUnsaved(ctx, u.Of, func(all []Unsaved) []Unsaved { return append(all, u) }, u.Form)
}

// DropUnsaved forgets what was typed into a form: it was stored, or is not wanted.
// ErrNoUnsaved if there is nothing.
func (o *Office) DropUnsaved(ctx context.Context, form string) error {
	all, err := o.Unsaved(ctx)
	if err != nil {
		return err
	}
	for _, u := range all {
		if u.Form == form {
			return o.dropUnsaved(ctx, u.Of, form)
		}
	}
	return fmt.Errorf("drop what was typed: %w", ErrNoUnsaved)
}

func (o *Office) dropUnsaved(ctx context.Context, mst, form string) error {
	return o.changeUnsaved(ctx, mst, nil, form)
}

// dropUnsavedOf forgets what was typed into the forms of a person who is erased, of
// whatever employer.
func (o *Office) dropUnsavedOf(ctx context.Context, id string) error {
	companies, err := o.Companies(ctx)
	if err != nil {
		return err
	}
	for _, dv := range companies {
		all, err := o.readUnsaved(ctx, dv.MaSoThue)
		if err != nil {
			return err
		}
		for _, u := range all {
			if strings.HasSuffix(u.Form, ":"+id) {
				if err := o.dropUnsaved(ctx, dv.MaSoThue, u.Form); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// changeUnsaved takes the forms of a name off an employer's list and lets another one
// be put there.
func (o *Office) changeUnsaved(ctx context.Context, mst string, put func([]Unsaved) []Unsaved, form string) error {
	if o.viewOnly {
		return nil
	}
	o.typing.Lock()
	defer o.typing.Unlock()
	all, err := o.readUnsaved(ctx, mst)
	if err != nil {
		return err
	}
	before := len(all)
	all = slices.DeleteFunc(all, func(u Unsaved) bool { return u.Form == form })
	switch {
	case put != nil:
		all = put(all)
	case len(all) == before:
		return nil
	}
	if len(all) == 0 {
		return o.store.DropSetting(ctx, unsavedSetting+mst)
	}
	return o.store.PutSetting(ctx, unsavedSetting+mst, all)
}

// Unsaved is what was typed and not stored, of the employer at hand and of none, the
// latest first.
func (o *Office) Unsaved(ctx context.Context) ([]Unsaved, error) {
	common, err := o.readUnsaved(ctx, "")
	if err != nil {
		return nil, err
	}
	dv, err := o.Company(ctx)
	if errors.Is(err, ErrNoCompany) {
		return common, nil
	}
	if err != nil {
		return nil, err
	}
	own, err := o.readUnsaved(ctx, dv.MaSoThue)
	all := append(own, common...)
	slices.SortStableFunc(all, func(a, b Unsaved) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.Form, b.Form)) })
	return all, err
}

func (o *Office) readUnsaved(ctx context.Context, mst string) (all []Unsaved, err error) {
	if err = o.store.Setting(ctx, unsavedSetting+mst, &all); err != nil && !errors.Is(err, storage.ErrNotFound) {
		return nil, fmt.Errorf("read what was typed: %w", err)
	}
	for i := range all {
		all[i].Of = mst
	}
	return all, nil
}
