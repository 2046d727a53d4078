package office

import (
	"context"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/m01bhsb"
	"ankhai/storage"
)

// checkHistory holds a list of claims against the time before it: the agency's
// warnings that need more than the list itself. Days that the duplicate guard has
// stopped are not spoken of a second time.
func (o *Office) checkHistory(ctx context.Context, d storage.Dossier, docs []*form.Doc, stopped []form.Fault) ([]form.Fault, error) {
	var out []form.Fault
	for _, doc := range docs {
		if doc.Form != m01bhsb.B166 {
			continue
		}
		before, err := o.history(ctx, d.MaSoThue, d.ID, peopleIn(doc), o.Today())
		if err != nil {
			return nil, err
		}
		for _, f := range m01bhsb.Soat(doc, before) {
			if f.Code == doc.Form.ID+"-W07" && slices.ContainsFunc(stopped, func(s form.Fault) bool { return s.Code == daysCode && samePlace(s, f) }) {
				continue
			}
			out = append(out, f)
		}
	}
	return out, nil
}

func samePlace(a, b form.Fault) bool {
	return a.Form == b.Form && slices.ContainsFunc(a.Places, func(p form.Place) bool { return p.Row == b.Places[0].Row })
}

// peopleIn lists the people of a form once each, in the order of its rows.
func peopleIn(doc *form.Doc) []facts.NguoiLaoDong {
	seen := map[string]bool{}
	var out []facts.NguoiLaoDong
	for _, r := range doc.Rows {
		p := personIn(doc.Form.Table, r)
		if k := p.Khoa(); k != "" && !seen[k] {
			seen[k] = true
			out = append(out, p)
		}
	}
	return out
}

// history is what the data know of people until a day: the benefits claimed in
// dossiers that went out or are about to, other than one dossier, and how each stood
// in the roster. The periods bear the number that the person is named by.
func (o *Office) history(ctx context.Context, mst, except string, people []facts.NguoiLaoDong, until law.Day) ([]m01bhsb.Ky, error) {
	claims, err := o.claimedBefore(ctx, mst, except, people)
	if err != nil {
		return nil, err
	}
	states, err := o.statesOf(ctx, mst, people, until)
	return append(claims, states...), err
}

// claimedBefore reads the claims of the people out of the dossiers that the ledger
// names. Of a dossier that a restored backup lacks the ledger knows the days alone.
func (o *Office) claimedBefore(ctx context.Context, mst, except string, people []facts.NguoiLaoDong) ([]m01bhsb.Ky, error) {
	keys := make([]storage.LedgerKey, len(people))
	for i, p := range people {
		keys[i] = storage.LedgerKey{MaSoBHXH: p.MaSoBHXH, SoCCCD: p.SoCCCD}
	}
	hits, err := o.store.SentAbout(ctx, mst, keys, m01bhsb.B166.ID+":")
	if err != nil {
		return nil, err
	}
	read := map[string][]m01bhsb.Ky{}
	var out []m01bhsb.Ky
	taken := map[m01bhsb.Ky]bool{}
	add := func(k m01bhsb.Ky) {
		if !taken[k] {
			taken[k] = true
			out = append(out, k)
		}
	}
	for _, h := range hits {
		who := people[h.Key].Khoa()
		if h.Carried {
			if kind, tu, den, ok := daysOf(h.LedgerKey); ok && !isLump(kind) {
				add(m01bhsb.Ky{Nguoi: who, Loai: kind, TuNgay: tu, DenNgay: den})
			}
			continue
		}
		if h.DossierID == except {
			continue
		}
		if _, done := read[h.DossierID]; !done {
			if read[h.DossierID], err = o.claimsIn(ctx, h.DossierID); err != nil {
				return nil, err
			}
		}
		for _, k := range read[h.DossierID] {
			if k.Nguoi == h.MaSoBHXH || k.Nguoi == h.SoCCCD && h.MaSoBHXH == "" {
				k.Nguoi, k.Dong = who, 0
				add(k)
			}
		}
	}
	return out, nil
}

func (o *Office) claimsIn(ctx context.Context, dossier string) ([]m01bhsb.Ky, error) {
	docs, err := o.store.Docs(ctx, dossier)
	if err != nil {
		return nil, err
	}
	out := []m01bhsb.Ky{}
	for _, doc := range docs {
		if doc.Form.ID == m01bhsb.B166.ID {
			out = append(out, m01bhsb.KyCua(doc)...)
		}
	}
	return out, nil
}

// statesOf is how people stood in the roster, each state a period. What went before
// the first is not known, except of somebody whom the employer declared as new.
func (o *Office) statesOf(ctx context.Context, mst string, people []facts.NguoiLaoDong, until law.Day) ([]m01bhsb.Ky, error) {
	roster, err := o.store.Roster(ctx, mst, until.Month())
	if err != nil {
		return nil, err
	}
	at := newFinder(roster)
	var out []m01bhsb.Ky
	for _, p := range people {
		k := at.find(p)
		if k < 0 {
			continue
		}
		past, err := o.store.History(ctx, roster[k].ID)
		if err != nil {
			return nil, err
		}
		new, err := o.store.SentBefore(ctx, mst, []storage.LedgerKey{{MaSoBHXH: roster[k].MaSoBHXH, SoCCCD: roster[k].SoCCCD, Month: past[0].TuThang, PhuongAn: "TM"}})
		if err != nil {
			return nil, err
		}
		states := periods(p.Khoa(), past)
		if len(states) == 0 {
			continue
		}
		states[0].MoDau = states[0].MoDau || len(new) == 0
		if end := &states[len(states)-1].DenNgay; *end == 0 {
			*end = until.Month().Last() // months to come are not declared yet
		}
		out = append(out, states...)
	}
	return out, nil
}

// periods joins the months of a person's history into stretches of one state. A gap is
// no stretch: what follows it begins without a known past.
func periods(who string, past []facts.NguoiLaoDong) []m01bhsb.Ky {
	var out []m01bhsb.Ky
	last := facts.TrangThai("")
	for _, p := range past {
		state := p.TrangThai
		if state == "" {
			state = facts.DangDong
		}
		if state == last {
			continue
		}
		from := p.TuThang.First()
		if n := len(out); n > 0 && last != facts.ChuaRo {
			out[n-1].DenNgay = from.Add(-1)
		}
		if state != facts.ChuaRo {
			out = append(out, m01bhsb.Ky{Nguoi: who, Loai: string(state), TuNgay: from, MoDau: last == facts.ChuaRo})
		}
		last = state
	}
	return out
}
