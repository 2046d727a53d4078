package office

import (
	"context"

	"ankhai/forms/law"
	"ankhai/storage"
)

// Retention is how long the employer at hand keeps people and signed dossiers.
func (o *Office) Retention(ctx context.Context) (storage.Retention, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return storage.Retention{}, err
	}
	return o.store.Retention(ctx, dv.MaSoThue)
}

// SetRetention keeps the rule of the employer at hand.
func (o *Office) SetRetention(ctx context.Context, r storage.Retention) error {
	dv, err := o.Company(ctx)
	if err != nil {
		return err
	}
	return o.store.SetRetention(ctx, dv.MaSoThue, r)
}

// PastTerm is a person whose term is over, with the name for a person to read.
type PastTerm struct {
	ID    string    `json:"id"`
	HoTen string    `json:"hoTen"`
	Left  law.Month `json:"tuThang"`
	Until law.Month `json:"giuDen"`
}

// PastTerms lists the people of the employer at hand whose term is over.
func (o *Office) PastTerms(ctx context.Context) ([]PastTerm, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	due, err := o.store.PastTerm(ctx, dv.MaSoThue, o.Period())
	if err != nil {
		return nil, err
	}
	out := make([]PastTerm, 0, len(due))
	for _, d := range due {
		n, err := o.store.Person(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, PastTerm{d.ID, n.HoTen, d.Left, d.Until})
	}
	return out, nil
}
