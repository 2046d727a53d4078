package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"ankhai/forms/form"
	"ankhai/forms/services"
	"ankhai/storage"
)

// Dossiers lists the dossiers of the employer at hand, newest first.
func (o *Office) Dossiers(ctx context.Context) ([]DossierView, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	all, err := o.store.Dossiers(ctx, dv.MaSoThue)
	if err != nil {
		return nil, err
	}
	out := make([]DossierView, len(all))
	for i, d := range all {
		out[i] = DossierView{Dossier: d, Title: titleOf(d), StateSay: d.State.Say()}
		if out[i].Held, err = o.awaits(ctx, d); err != nil {
			return nil, err
		}
		if sub, err := o.store.SubmissionOf(ctx, d.ID); err == nil {
			out[i].SoHoSo, out[i].Key = sub.SoHoSo, sub.Key
		} else if !errors.Is(err, storage.ErrNotFound) {
			return nil, err
		}
	}
	return out, nil
}

// Dossier is one dossier, whole.
func (o *Office) Dossier(ctx context.Context, id string) (DossierView, error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return DossierView{}, fmt.Errorf("dossier %s: %w", storage.Ref(id), err)
	}
	v := DossierView{Dossier: d, Title: titleOf(d), StateSay: d.State.Say()}
	if v.Held, err = o.awaits(ctx, d); err != nil {
		return v, err
	}
	if v.Docs, err = o.store.Docs(ctx, id); err != nil {
		return v, err
	}
	if v.Attached, err = o.AttachedFiles(ctx, id); err != nil {
		return v, err
	}
	for _, a := range v.Attached {
		v.Attachments = append(v.Attachments, a.Name)
	}
	v.HandIn = HandIn(d)
	if v.Papers, err = o.Papers(ctx, id); err != nil {
		return v, err
	}
	sub, err := o.store.SubmissionOf(ctx, id)
	if errors.Is(err, storage.ErrNotFound) {
		return v, nil
	}
	if err != nil {
		return v, err
	}
	return v, o.addSubmission(ctx, &v, sub)
}

func (o *Office) addSubmission(ctx context.Context, v *DossierView, sub storage.Submission) error {
	v.Signer, v.SignedAt, v.Key, v.SoHoSo = sub.Signer, sub.SignedAt, sub.Key, sub.SoHoSo
	v.Receipt = receiptID(sub.Receipt)
	v.Files = signedFiles(sub)
	events, err := o.store.Events(ctx, sub.ID)
	if err != nil {
		return err
	}
	who, err := o.doersOf(ctx, sub)
	if err != nil {
		return err
	}
	for _, e := range events {
		v.Events = append(v.Events, Event{
			Time: e.At, From: e.From.Say(), To: e.To.Say(), Say: e.Note, Raw: string(e.Raw), Who: who(e),
		})
	}
	v.Attempts = attemptsOf(events)
	if v.Steps, err = o.steps(ctx, v.ID); err != nil {
		return err
	}
	if v.AwaitsCode = slices.ContainsFunc(v.Steps, func(s Step) bool { return s.Awaits }); v.AwaitsCode {
		v.SampleCode = o.sampleCode(sub.Key)
	}
	return nil
}

// receiptID reads the mã giao dịch out of a receipt as it was kept.
func receiptID(raw []byte) string {
	var r struct {
		MaGiaoDich string `json:"maGiaoDich"`
	}
	if json.Unmarshal(raw, &r) != nil {
		return ""
	}
	return r.MaGiaoDich
}

func titleOf(d storage.Dossier) string {
	name := d.Procedure
	if p, ok := services.Procedure(d.Procedure); ok {
		name += " · " + p.Ten
	}
	return name + " · tháng " + d.Month.String() + " · đợt " + strconv.Itoa(d.Dot)
}

// tableOf is a table of a form: "" the rows, "head", or a sub-table's tag.
func tableOf(f *form.Form, table string) *form.Table {
	switch {
	case f == nil:
		return nil
	case table == "":
		return f.Table
	case table == headPlace:
		return f.Head
	}
	return f.Sub(table)
}

func columnOf(f *form.Form, table, tag string) *form.Column {
	return tableOf(f, table).Column(tag)
}

// Undo takes the last change of a form of a draft back, and tells what that did.
func (o *Office) Undo(ctx context.Context, id, formID string) (DocChange, error) {
	return o.store.Undo(ctx, id, formID)
}

// RedoEdit does the last change that was undone again, until something else is edited.
func (o *Office) RedoEdit(ctx context.Context, id, formID string) (DocChange, error) {
	return o.store.Redo(ctx, id, formID)
}

// DeleteRow takes a row out of a table of a draft ("" or a sub-table's tag); Undo
// puts it back.
func (o *Office) DeleteRow(ctx context.Context, id, formID, table string, row int) error {
	return o.store.DeleteRows(ctx, id, formID, table, row, 1)
}

// Cancel gives a dossier up that has not been sent.
func (o *Office) Cancel(ctx context.Context, id string) error {
	ctx = o.acting(ctx)
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return err
	}
	if d.State.Draft() {
		return o.store.MoveDossier(ctx, id, d.State, storage.Huy)
	}
	sub, err := o.store.SubmissionOf(ctx, id)
	if err != nil {
		return err
	}
	return o.store.Move(ctx, sub.ID, sub.State, storage.Huy, "Huỷ trước khi gửi", nil)
}
