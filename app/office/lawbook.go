package office

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"ankhai/forms/law"
	_ "ankhai/forms/law/chedo" // the calculators
	_ "ankhai/forms/law/dong"
	"ankhai/storage"
)

// figuresSetting keeps the figures that the user has entered.
const figuresSetting = "soLieuTuThem"

// ownFigure is a figure of the user's as it is kept.
type ownFigure struct {
	Name   string  `json:"name"`
	From   law.Day `json:"from"`
	Amount int64   `json:"amount"`
	Basis  string  `json:"basis"`
}

// LawBook is what the employer at hand computes with: the program's figures, on top
// of them what the user has entered, and how the employer reads what the law leaves
// open. Without an employer the program's defaults hold.
func (o *Office) LawBook(ctx context.Context) (*law.Sach, error) {
	dv, err := o.Company(ctx)
	if err != nil && !errors.Is(err, ErrNoCompany) {
		return nil, err
	}
	return o.LawBookOf(ctx, dv.MaSoThue)
}

// LawBookOf is LawBook for an employer by its tax code, "" for none.
func (o *Office) LawBookOf(ctx context.Context, mst string) (*law.Sach, error) {
	kept, err := o.ownFigures(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]law.Value, 0, len(kept))
	for _, k := range kept {
		v := law.Value{Name: k.Name, From: k.From, Amount: k.Amount, Basis: k.Basis, Confidence: law.Low, Checked: k.From}
		if law.FaultOfRow(v) == "" { // the program has caught up with the others
			rows = append(rows, v)
		}
	}
	book, err := law.SachVoi(rows)
	if err != nil || mst == "" {
		return book, err
	}
	chosen, err := o.choices(ctx, mst)
	if err != nil {
		return nil, err
	}
	return book.VoiCachHieu(chosen)
}

func (o *Office) ownFigures(ctx context.Context) (kept []ownFigure, err error) {
	if err = o.store.Setting(ctx, figuresSetting, &kept); errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return kept, err
}

// PutFigure keeps a later figure of the user's; a row of the same name and day is
// replaced. say is what is wrong with it, "" when it is kept.
func (o *Office) PutFigure(ctx context.Context, v law.Value) (say string, err error) {
	v.Basis = strings.TrimSpace(v.Basis)
	if say := law.FaultOfRow(v); say != "" {
		return say, nil
	}
	kept, err := o.ownFigures(ctx)
	if err != nil {
		return "", err
	}
	row := ownFigure{v.Name, v.From, v.Amount, v.Basis}
	for i, k := range kept {
		if k.Name == v.Name && k.From == v.From {
			kept[i], row.Name = row, ""
		}
	}
	if row.Name != "" {
		kept = append(kept, row)
	}
	if err := o.store.PutSetting(ctx, figuresSetting, kept); err != nil {
		return "", fmt.Errorf("keep figure: %w", err)
	}
	return "", nil
}
