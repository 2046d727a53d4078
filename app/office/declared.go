package office

import (
	"context"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// Declared tells of each proposal which dossier of the employer already says
// the same of the same person and month, "" where none does. Dossiers that were
// returned or cancelled do not count.
func (o *Office) Declared(ctx context.Context, month law.Month, ps []payroll.DeXuat) ([]string, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	all, err := o.store.Dossiers(ctx, dv.MaSoThue)
	if err != nil {
		return nil, err
	}
	joined, err := o.joinedNumbers(ctx, dv.MaSoThue)
	if err != nil {
		return nil, err
	}
	said := map[storage.LedgerKey]string{}
	for _, d := range all {
		if d.Month != month || d.State == storage.Huy || d.State == storage.TraLai {
			continue
		}
		docs, err := o.store.Docs(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		for _, k := range linesOf(saidIn(docs, d.Month)) {
			said[joined.now(onePerson(k))] = d.ID
		}
	}
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = said[joined.now(onePerson(storage.LedgerKey{MaSoBHXH: p.MaSoBHXH, SoCCCD: p.SoCCCD, Month: p.TuThang, PhuongAn: p.PhuongAn}))]
	}
	return out, nil
}

// onePerson reduces a key to the one number that the person is known by.
func onePerson(k storage.LedgerKey) storage.LedgerKey {
	k.MaSoBHXH = facts.NguoiLaoDong{MaSoBHXH: k.MaSoBHXH, SoCCCD: k.SoCCCD}.Khoa()
	k.SoCCCD = ""
	return k
}
