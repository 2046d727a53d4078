package office

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/sheet"
)

// BlankForm is a form that can be filled as a workbook.
type BlankForm struct {
	ID, Called, Title string
	Must              bool // the case cannot do without it
}

// BlankForms are the forms that are in force and filled by an employer or a person, in
// the order of their IDs.
func (o *Office) BlankForms() (out []BlankForm) {
	for _, f := range form.Forms() {
		if b, ok := o.blank(f.ID); ok {
			out = append(out, b)
		}
	}
	return out
}

// CaseForms are the forms of a case of a service that can be filled as a workbook: those
// it must have, then those it may. ErrNoService, ErrNoCase.
func (o *Office) CaseForms(service, id string) (out []BlankForm, err error) {
	s, c, err := serviceAndCase(service, id)
	if err != nil {
		return nil, fmt.Errorf("forms of %s %s: %w", service, id, err)
	}
	must := s.Mau
	if len(c.Mau) > 0 {
		must = c.Mau
	}
	for _, id := range append(slices.Clone(must), c.MauKem...) {
		b, ok := o.blank(id)
		if !ok || slices.ContainsFunc(out, func(x BlankForm) bool { return x.ID == id }) {
			continue
		}
		b.Must = slices.Contains(must, id)
		out = append(out, b)
	}
	return out, nil
}

// blank is the form of an ID; ok is false where nobody but the agency fills it, or where
// it is in force no more.
func (o *Office) blank(id string) (b BlankForm, ok bool) {
	f := form.On(id, o.Today())
	if f == nil || f.Agency {
		return b, false
	}
	return BlankForm{ID: f.ID, Called: f.Called(), Title: f.Title}, true
}

// BlankBook is one workbook with the forms of these IDs, empty, as Template makes it of
// one. ErrNoForm.
func (o *Office) BlankBook(ids ...string) (File, error) {
	var docs []*form.Doc
	for _, id := range ids {
		f := form.On(id, o.Today())
		if f == nil || f.Agency {
			return File{}, fmt.Errorf("blank workbook of %s: %w", id, ErrNoForm)
		}
		docs = append(docs, form.New(f))
	}
	if len(docs) == 0 {
		return File{}, fmt.Errorf("blank workbook: %w", ErrNoForm)
	}
	data, err := sheet.WriteForms(docs, sheet.FormOptions{Today: o.Today()})
	if err != nil {
		return File{}, fmt.Errorf("blank workbook of %s: %w", strings.Join(ids, ", "), err)
	}
	return File{Name: "Mau-Excel-" + strings.ReplaceAll(strings.Join(ids, "-"), "/", "-") + ".xlsx", Bytes: data}, nil
}
