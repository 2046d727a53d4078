package office

import (
	"context"
	"fmt"
	"time"

	"ankhai/forms/form"
	"ankhai/forms/print"
	"ankhai/storage"
)

// Print draws every form of a dossier as its official paper form, as PDF. A
// form without a paper layout is left out. Equal dossiers give equal bytes on
// one day.
func (o *Office) Print(ctx context.Context, id string) ([]File, error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("print dossier %s: %w", storage.Ref(id), err)
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return nil, err
	}
	if docs, err = o.withPacked(ctx, d, docs); err != nil {
		return nil, fmt.Errorf("print dossier %s: %w", storage.Ref(id), err)
	}
	var out []File
	for _, doc := range docs {
		f, ok, err := o.paper(doc, d.State.Draft(), o.now())
		if err != nil {
			return out, fmt.Errorf("print dossier %s: %w", storage.Ref(id), err)
		}
		if ok {
			out = append(out, f)
		}
	}
	return out, o.deed(ctx, storage.Deed{What: "hoSo.in", Ref: id})
}

// paper draws one form; ok is false where it has no paper layout today.
func (o *Office) paper(doc *form.Doc, draft bool, made time.Time) (f File, ok bool, err error) {
	return drawn(doc, made, print.Options{Draft: draft})
}

// drawn is paper with whatever stands across its pages.
func drawn(doc *form.Doc, made time.Time, across print.Options) (f File, ok bool, err error) {
	layout := doc.Form.Paper(dayIn(made))
	if layout == nil {
		return File{}, false, nil
	}
	across.Made, across.Title, across.Author = made.In(vietnam), doc.Form.ID+" – "+doc.Form.Title, "AnKhai"
	pdf, err := print.PDF(doc, layout, across)
	if err != nil {
		return File{}, false, fmt.Errorf("print %s: %w", doc.Form.ID, err)
	}
	return File{Name: doc.Form.FileName() + ".pdf", Bytes: pdf}, true, nil
}
