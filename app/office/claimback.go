package office

import (
	"context"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// AllBenefits lists the periods of everybody whom the employer at hand has ever had, by
// person and then earliest first.
func (o *Office) AllBenefits(ctx context.Context) ([]storage.Benefit, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	return o.store.BenefitsOf(ctx, dv.MaSoThue)
}

// periodKey is by what a period is known.
type periodKey struct {
	person      string
	kind        facts.CheDo
	from, until law.Day
	child       law.Day
}

func keyOfPeriod(b storage.Benefit) periodKey {
	return periodKey{b.Person, b.CheDo, b.TuNgay, b.DenNgay, b.NgaySinhCon}
}

// periodTold is what is told of a period: without its number, when, and where its dossier
// stands by now.
func periodTold(b storage.Benefit) storage.Benefit {
	b.Seq, b.At, b.Dossier = 0, time.Time{}, ""
	return b
}

func byPeriod(all []storage.Benefit) map[periodKey]storage.Benefit {
	out := make(map[periodKey]storage.Benefit, len(all))
	for _, b := range all {
		out[keyOfPeriod(b)] = b
	}
	return out
}

// TakeBackClaims makes periods what they were before something was done to them: before
// and after are the lists around it, of one person or of everybody. What has changed
// again since stays as it is. n is how many periods were taken back.
func (o *Office) TakeBackClaims(ctx context.Context, before, after []storage.Benefit) (n int, err error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return 0, err
	}
	all, err := o.store.BenefitsOf(ctx, dv.MaSoThue)
	if err != nil {
		return 0, err
	}
	was, then, now := byPeriod(before), byPeriod(after), byPeriod(all)
	var put, drop []storage.Benefit
	asThen := func(k periodKey) bool {
		a, there := then[k]
		b, still := now[k]
		return there == still && periodTold(a) == periodTold(b)
	}
	for _, b := range before {
		k := keyOfPeriod(b)
		if a, there := then[k]; (!there || periodTold(a) != periodTold(b)) && asThen(k) {
			put = append(put, b)
		}
	}
	for _, a := range after {
		k := keyOfPeriod(a)
		if _, old := was[k]; !old && a.DossierID == "" && asThen(k) {
			drop = append(drop, a)
		}
	}
	if len(put)+len(drop) == 0 {
		return 0, nil
	}
	return len(put) + len(drop), o.store.TakeBackBenefits(ctx, dv.MaSoThue, put, drop)
}
