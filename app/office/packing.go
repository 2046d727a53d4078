package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/xmlfile"
	"ankhai/storage"
)

// withPacked are the forms of a dossier, each that packs the others with the files
// that it packs: as signed, or before that as they will be but for their signatures.
func (o *Office) withPacked(ctx context.Context, d storage.Dossier, docs []*form.Doc) ([]*form.Doc, error) {
	out := make([]*form.Doc, len(docs))
	for i, doc := range docs {
		out[i] = doc
		if doc.Form.Packs == nil {
			continue
		}
		if !d.State.Draft() {
			rows, err := o.signedRows(ctx, d.ID, doc.Form)
			if err != nil {
				return nil, err
			}
			out[i] = &form.Doc{Form: doc.Form, Head: doc.Head, Rows: rows, Subs: doc.Subs}
			continue
		}
		files, err := o.toPack(ctx, d.ID, docs)
		if err != nil {
			return nil, err
		}
		out[i] = packed(doc, files)
	}
	return out, nil
}

// signedRows are the rows of a form as it was signed; none where nothing was, or
// where its term is over.
func (o *Office) signedRows(ctx context.Context, id string, f *form.Form) ([]form.Row, error) {
	sub, err := o.store.SubmissionOf(ctx, id)
	if errors.Is(err, storage.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	w := f.Wire(dayIn(sub.SignedAt))
	for _, file := range sub.Files {
		if w == nil || file.Name != w.File {
			continue
		}
		doc, _, _, err := xmlfile.Decode(file.Bytes)
		if err != nil {
			return nil, fmt.Errorf("read %s of %s: %w", file.Name, storage.Ref(id), err)
		}
		return doc.Rows, nil
	}
	return nil, nil
}

// toPack are the files of a draft that a form of it will pack.
func (o *Office) toPack(ctx context.Context, id string, docs []*form.Doc) (files []xmlfile.File, err error) {
	today := o.Today()
	for _, doc := range docs {
		switch layout := doc.Form.Wire(today); {
		case doc.Form.Packs != nil:
		case layout != nil:
			x, err := xmlfile.Encode(doc, layout)
			if err != nil {
				return nil, err
			}
			files = append(files, xmlfile.File{TenFile: layout.File, MoTa: layout.MoTa, Content: x})
		default:
			p, ok, err := o.paper(doc, false, o.now())
			if err != nil {
				return nil, err
			}
			if ok {
				files = append(files, xmlfile.File{TenFile: p.Name, MoTa: doc.Form.Title, Content: p.Bytes})
			}
		}
	}
	list, err := o.store.Attachments(ctx, id)
	if err != nil {
		return nil, err
	}
	for _, a := range list {
		whole, err := o.store.Attachment(ctx, id, a.ID)
		if err != nil {
			return nil, err
		}
		files = append(files, xmlfile.File{TenFile: a.Name, MoTa: attachedSay, Content: whole.Bytes})
	}
	return files, nil
}
