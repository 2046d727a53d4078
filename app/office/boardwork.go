package office

import (
	"context"
	"errors"
	"fmt"
	"time"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/signing"
	"ankhai/storage"
)

// BoardDone is what became of one dossier of a work over many employers.
type BoardDone struct {
	MST    string
	ID     string
	Title  string
	State  storage.State // where it stands now
	Faults []form.Fault  // of a check
	Err    error         // nil: done, now or before
}

// BoardReport hears of each dossier as it is done.
type BoardReport func(done, total int, r BoardDone)

// boardWork walks the dossiers of a month that stand in some states, employer by
// employer, one after the other. A context that ends lets the one at hand be finished;
// the rest has ErrNotReached, and the same work goes on where it stopped.
func (o *Office) boardWork(ctx context.Context, month law.Month, mst []string, states []storage.State, report BoardReport, do func(d storage.Dossier, r *BoardDone)) ([]BoardDone, error) {
	all, err := o.store.DraftsOf(ctx, month, mst, states...)
	if err != nil {
		return nil, err
	}
	var out []BoardDone
	for i, d := range all {
		r := BoardDone{MST: d.MaSoThue, ID: d.ID, Title: titleOf(d), State: d.State}
		if ctx.Err() != nil {
			r.Err = fmt.Errorf("dossier %s: %w", storage.Ref(d.ID), ErrNotReached)
		} else {
			do(d, &r)
		}
		if now, err := o.store.Dossier(context.WithoutCancel(ctx), d.ID); err == nil {
			r.State = now.State
		}
		out = append(out, r)
		if report != nil {
			report(i+1, len(all), r)
		}
	}
	return out, nil
}

// BoardCheck checks the drafts of a month of the employers named. A dossier that is out
// to be signed is checked as well, and stays as it is.
func (o *Office) BoardCheck(ctx context.Context, month law.Month, mst []string, report BoardReport) ([]BoardDone, error) {
	return o.boardWork(ctx, month, mst, []storage.State{storage.Nhap, storage.DaKiem}, report, func(d storage.Dossier, r *BoardDone) {
		r.Faults, r.Err = o.Check(ctx, d.ID)
	})
}

// BoardSend queues and sends what is signed of a month of the employers named, each to
// its own gateway. What the gateway does not answer stays in the outbox.
func (o *Office) BoardSend(ctx context.Context, month law.Month, mst []string, report BoardReport) ([]BoardDone, error) {
	return o.boardWork(ctx, month, mst, []storage.State{storage.DaKy, storage.ChoGui}, report, func(d storage.Dossier, r *BoardDone) {
		_, r.Err = o.Send(ctx, d.ID, "")
	})
}

// KeyChoice is a key for one employer, or for several that it is of: how it is opened
// is the caller's, who asks for its PIN once.
type KeyChoice struct {
	MST  []string
	Open func(ctx context.Context) (signing.Key, error)
}

// BoardSign signs the checked drafts of a month of the employers named, each with the
// key chosen for its employer, opened once. An employer without a key is left out with
// ErrNoKey; where a key fails the employers of the others go on.
func (o *Office) BoardSign(ctx context.Context, month law.Month, mst []string, choices []KeyChoice, report BoardReport) ([]BoardDone, error) {
	all, err := o.store.DraftsOf(ctx, month, mst, storage.DaKiem)
	if err != nil {
		return nil, err
	}
	by := map[string][]storage.Dossier{}
	for _, d := range all {
		by[d.MaSoThue] = append(by[d.MaSoThue], d)
	}
	var out []BoardDone
	tell := func(d storage.Dossier, err error) {
		r := BoardDone{MST: d.MaSoThue, ID: d.ID, Title: titleOf(d), State: d.State, Err: err}
		if now, err := o.store.Dossier(context.WithoutCancel(ctx), d.ID); err == nil {
			r.State = now.State
		}
		out = append(out, r)
		if report != nil {
			report(len(out), len(all), r)
		}
	}
	for _, c := range choices {
		var ds []storage.Dossier
		for _, m := range c.MST {
			ds = append(ds, by[m]...)
			delete(by, m)
		}
		if len(ds) > 0 {
			o.signWithChoice(ctx, c, ds, tell)
		}
	}
	for _, d := range all {
		if _, left := by[d.MaSoThue]; left {
			tell(d, fmt.Errorf("sign dossier %s: %w", storage.Ref(d.ID), ErrNoKey))
		}
	}
	return out, nil
}

func (o *Office) signWithChoice(ctx context.Context, c KeyChoice, ds []storage.Dossier, tell func(storage.Dossier, error)) {
	var key signing.Key
	err := ctx.Err()
	if err == nil {
		key, err = c.Open(ctx)
	} else {
		err = ErrNotReached
	}
	if err != nil {
		for _, d := range ds {
			tell(d, err)
		}
		return
	}
	defer key.Close()
	ids := make([]string, len(ds))
	for i, d := range ds {
		ids[i] = d.ID
	}
	o.SignAll(ctx, ids, key, func(done, _ int, r BatchResult) { tell(ds[done-1], r.Err) })
}

// Fits reports whether a key is an employer's, as far as its certificate says today.
func (k KeyInfo) Fits(mst string, now time.Time) bool {
	return k.TaxCode == mst && !now.Before(k.From) && now.Before(k.Until) && k.PIN != PINUnusable
}

// Outcome is the kind of end that a dossier had.
func (r BoardDone) Outcome() Outcome {
	if r.Err == nil && form.Blocks(r.Faults) {
		return BatchLeftOut
	}
	return BatchResult{Err: r.Err}.Outcome()
}

// Say is what stopped a dossier in words, "" if nothing did.
func (r BoardDone) Say() string {
	var faults *FaultsError
	list := r.Faults
	if errors.As(r.Err, &faults) {
		list = faults.Faults
	}
	if loi, _ := form.Count(list); loi > 0 {
		return fmt.Sprintf("Còn %d lỗi phải sửa.", loi)
	}
	return Say(r.Err)
}
