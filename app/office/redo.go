package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/tralai"
	"ankhai/storage"
)

// ErrNoneNamed: no reason names a row beyond doubt, so there is nothing to part.
var ErrNoneNamed = errors.New("no reason names a row beyond doubt")

// ErrNoOrigin: the dossier is no copy, and none was made of it.
var ErrNoOrigin = errors.New("dossier is no copy and has none")

// Part says which rows of a returned dossier go into new drafts.
type Part string

// The parts.
const (
	Whole        Part = ""         // all rows in one draft
	ReturnedRows Part = "returned" // the people whose rows were named
	GoodRows     Part = "good"     // all others
	BothParts    Part = "split"    // a draft each
)

// Again copies a returned or cancelled dossier into a new draft that links to it, with
// its papers.
func (o *Office) Again(ctx context.Context, id string) (storage.Dossier, error) {
	made, err := o.Redo(ctx, id, Whole, nil)
	if err != nil || len(made) == 0 {
		return storage.Dossier{}, err
	}
	return made[0], nil
}

// Redo copies a returned or cancelled dossier into new drafts that link to it, with
// its papers: whole, or parted into the people of the named rows and the others. No
// rows name those that the reasons name beyond doubt; ErrNoneNamed where they name
// none, tralai.ErrKhongTach where a part would be empty. Of BothParts the first
// draft has the named rows.
func (o *Office) Redo(ctx context.Context, id string, part Part, rows []tralai.Noi) ([]storage.Dossier, error) {
	fail := func(err error) ([]storage.Dossier, error) {
		return nil, fmt.Errorf("copy dossier %s: %w", storage.Ref(id), err)
	}
	old, err := o.store.Dossier(ctx, id)
	if err != nil {
		return fail(err)
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return fail(err)
	}
	parts := [][]*form.Doc{docs}
	if part != Whole {
		if len(rows) == 0 {
			if rows, err = o.namedRows(ctx, id); err != nil {
				return fail(err)
			}
		}
		named, others, err := tralai.Tach(docs, rows)
		if err != nil {
			return fail(err)
		}
		parts = map[Part][][]*form.Doc{ReturnedRows: {named}, GoodRows: {others}, BothParts: {named, others}}[part]
	}
	var out []storage.Dossier
	for _, docs := range parts {
		made, err := o.copyDossier(ctx, old, docs)
		if err != nil {
			return out, err
		}
		out = append(out, made)
	}
	return out, nil
}

// namedRows are the rows that the reasons name beyond doubt.
func (o *Office) namedRows(ctx context.Context, id string) (out []tralai.Noi, err error) {
	r, err := o.Rejection(ctx, id)
	if err != nil {
		return nil, err
	}
	for _, x := range r.Reasons {
		for _, p := range x.Sure() {
			if p.Bang != headPlace {
				out = append(out, p.Noi)
			}
		}
	}
	if len(out) == 0 {
		return nil, ErrNoneNamed
	}
	return out, nil
}

func (o *Office) copyDossier(ctx context.Context, old storage.Dossier, docs []*form.Doc) (storage.Dossier, error) {
	made, err := o.store.NewDossier(ctx, storage.Dossier{
		MaSoThue: old.MaSoThue, Procedure: old.Procedure, Service: old.Service, Case: old.Case, Month: old.Month, Parent: old.ID,
	}, docs...)
	if err != nil {
		return made, err
	}
	if err := o.keepSources(ctx, made.ID, docs, func(*form.Doc) storage.Sources { return wholly(srcCopy + old.ID) }); err != nil {
		return made, err
	}
	return made, o.copyPapers(ctx, old.ID, made.ID)
}

// copyPapers copies the papers of a dossier with what was said of them. Sensitive
// papers that went when it was closed are not there any more.
func (o *Office) copyPapers(ctx context.Context, from, to string) error {
	list, err := o.store.Attachments(ctx, from)
	if err != nil {
		return err
	}
	marks, err := o.store.Marks(ctx, from)
	if err != nil {
		return err
	}
	for _, a := range list {
		whole, err := o.store.Attachment(ctx, from, a.ID)
		if err != nil {
			return err
		}
		put, err := o.store.PutAttachment(ctx, to, storage.Attachment{Name: whole.Name, Mime: whole.Mime, Bytes: whole.Bytes})
		if err != nil {
			return err
		}
		if a.Paper != "" {
			if err := o.store.SetPaper(ctx, to, put.ID, a.Paper); err != nil {
				return err
			}
		}
		if m := marks[a.ID]; m != (storage.Mark{}) {
			if err := o.store.MarkAttachment(ctx, to, put.ID, m); err != nil {
				return err
			}
		}
	}
	answers, err := o.store.PaperAnswers(ctx, from)
	if err != nil {
		return err
	}
	for _, a := range answers {
		if err := o.store.AnswerPaper(ctx, to, a); err != nil {
			return err
		}
	}
	return nil
}

// Difference is what two dossiers differ in.
type Difference struct {
	From, To string // the one that was, and the one that is
	Cells    []tralai.Khac
}

// Difference compares a dossier with another, cell by cell; with none named, a copy with
// what it was copied from, or a dossier with its newest copy. ErrNoOrigin where there is
// neither.
func (o *Office) Difference(ctx context.Context, id, other string) (Difference, error) {
	fail := func(err error) (Difference, error) {
		return Difference{}, fmt.Errorf("compare %s: %w", storage.Ref(id), err)
	}
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return fail(err)
	}
	out := Difference{From: id, To: other}
	if other == "" {
		out.From, out.To = d.Parent, id
		if d.Parent == "" {
			copies, err := o.copiesOf(ctx, d)
			if err != nil {
				return fail(err)
			}
			if len(copies) == 0 {
				return fail(ErrNoOrigin)
			}
			out.From, out.To = id, copies[0].ID
		}
	}
	was, err := o.store.Docs(ctx, out.From)
	if err != nil {
		return fail(err)
	}
	if other != "" {
		if _, err := o.store.Dossier(ctx, other); err != nil {
			return fail(err)
		}
	}
	now, err := o.store.Docs(ctx, out.To)
	if err != nil {
		return fail(err)
	}
	out.Cells = tralai.So(was, now).Khac
	return out, nil
}

// DifferenceSay is one difference in words.
func DifferenceSay(k tralai.Khac) string {
	at := k.Mau
	row := func(n int) string {
		switch {
		case k.Bang == headPlace:
			return at + " phần đầu"
		case k.Bang != "":
			at += " " + k.Bang
		}
		at += fmt.Sprintf(" dòng %d", n)
		if k.Ai != "" {
			at += " (" + k.Ai + ")"
		}
		return at
	}
	blank := func(s string) string {
		if s == "" {
			return "(trống)"
		}
		return "«" + s + "»"
	}
	switch k.Kieu {
	case tralai.ThemMau:
		return at + ": mẫu thêm"
	case tralai.BoMau:
		return at + ": mẫu đã bỏ"
	case tralai.Them:
		return row(k.Moi) + ": dòng thêm"
	case tralai.Bo:
		return row(k.Cu) + ": dòng đã bỏ"
	}
	return row(k.Moi) + ", " + k.Nhan + ": " + blank(k.Truoc) + " → " + blank(k.BayGio)
}
