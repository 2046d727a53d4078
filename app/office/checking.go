package office

import (
	"context"
	"fmt"
	"time"

	"ankhai/forms/d02lt"
	"ankhai/forms/form"
	"ankhai/forms/services"
	"ankhai/storage"
)

// Check looks at every form of a dossier, at the forms together, and at what
// was sent before. A draft without a Lỗi becomes "đã kiểm".
func (o *Office) Check(ctx context.Context, id string) ([]form.Fault, error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("check dossier %s: %w", id, err)
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return nil, err
	}
	faults := CheckDocs(d.Procedure, docs, o.now())
	twice, err := o.sentBefore(ctx, d, docs)
	if err != nil {
		return nil, err
	}
	faults = append(faults, twice...)
	if d.State == storage.Nhap && !form.Blocks(faults) {
		err = o.store.MoveDossier(ctx, id, storage.Nhap, storage.DaKiem)
	}
	return faults, err
}

// CheckDocs checks documents that belong together, without a data folder.
func CheckDocs(procedure string, docs []*form.Doc, now time.Time) []form.Fault {
	today := dayIn(now)
	period := today.Month()
	var out []form.Fault
	for _, doc := range docs {
		out = append(out, doc.Check(today, period)...)
	}
	if procedure != "" {
		out = append(out, services.Check(procedure, docs, today, period)...)
	}
	return out
}

// sentBefore is the duplicate guard: the same person, month and phương án in
// another dossier that has gone out, or is about to.
func (o *Office) sentBefore(ctx context.Context, d storage.Dossier, docs []*form.Doc) ([]form.Fault, error) {
	keys, rows := ledgerOf(docs)
	if len(keys) == 0 {
		return nil, nil
	}
	hits, err := o.store.SentBefore(ctx, d.MaSoThue, keys)
	if err != nil {
		return nil, err
	}
	var out []form.Fault
	for _, h := range hits {
		if h.DossierID == d.ID || h.State == storage.TraLai || h.State == storage.Huy {
			continue
		}
		when := h.State.Say()
		if !h.SentAt.IsZero() {
			when = "gửi ngày " + dayIn(h.SentAt).String()
		}
		out = append(out, form.Fault{
			Code: "HS-TRUNG", Level: form.Loi, Form: "D02-LT",
			Say: fmt.Sprintf("%s: người này, tháng %s, phương án %s đã có trong hồ sơ %s (%s). Bỏ dòng này, hoặc đổi phương án",
				d02lt.PhuongAn.Label, h.Month, h.PhuongAn, h.DossierID, when),
			Places: []form.Place{{Row: rows[h.Key] + 1, Tag: d02lt.PhuongAn.Tag, Label: d02lt.PhuongAn.Label}},
		})
	}
	return out, nil
}

// ledgerOf lists what a dossier says of whom, with the row of each.
func ledgerOf(docs []*form.Doc) (keys []storage.LedgerKey, rows []int) {
	for _, doc := range docs {
		if doc.Form.ID != "D02-LT" {
			continue
		}
		for i, r := range doc.Rows {
			k := storage.LedgerKey{
				MaSoBHXH: d02lt.MaSoBHXH.Get(r), SoCCCD: d02lt.SoCCCD.Get(r),
				Month: d02lt.TuThang.Get(r), PhuongAn: d02lt.PhuongAn.Get(r),
			}
			if (k.MaSoBHXH != "" || k.SoCCCD != "") && k.Month != 0 && k.PhuongAn != "" {
				keys, rows = append(keys, k), append(rows, i)
			}
		}
	}
	return keys, rows
}
