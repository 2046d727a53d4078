package office

import (
	"context"
	"errors"
	"slices"
	"strings"

	"ankhai/forms/law"
	"ankhai/storage"
)

// ProcessingLine is a line of the processing journal with the name of what it is about,
// which the journal itself does not hold.
type ProcessingLine struct {
	Processing
	About string // a person, a dossier or the employer by name; the ids where they are gone
	Go    Place  // to it; the zero place where there is nothing to see
}

// ReadSpan reads the days from and to which something is asked for; an empty one is no
// limit. say is what is wrong with them, "" if nothing is.
func ReadSpan(from, to string) (lo, hi law.Day, say string) {
	var ok bool
	if lo, ok = law.ParseDay(from); !ok && from != "" {
		return 0, 0, "Từ ngày: phải có dạng 03/11/2026"
	}
	if hi, ok = law.ParseDay(to); !ok && to != "" {
		return 0, 0, "Đến ngày: phải có dạng 03/11/2026"
	}
	if lo != 0 && hi != 0 && hi < lo {
		return 0, 0, "Đến ngày: không trước Từ ngày"
	}
	return lo, hi, ""
}

// ProcessingLog lists the processing journal from one day to another, both included, the
// latest first; 0 is no limit. People and dossiers of the employer at hand are named.
func (o *Office) ProcessingLog(ctx context.Context, from, to law.Day) ([]ProcessingLine, error) {
	all, err := o.Processings(ctx, from, to)
	if err != nil {
		return nil, err
	}
	n, err := o.namesOfRefs(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]ProcessingLine, 0, len(all))
	for _, p := range slices.Backward(all) {
		l := ProcessingLine{Processing: p, About: p.Ref}
		id, _, _ := strings.Cut(p.Ref, " ")
		known, err := n.of(ctx, id)
		if err != nil {
			return nil, err
		}
		if known.About != "" {
			l.About, l.Go = known.About, known.Go
		}
		out = append(out, l)
	}
	return out, nil
}

// refNames are what the ids of the journal stand for.
type refNames struct {
	o    *Office
	know map[string]ProcessingLine
}

// namesOfRefs knows the employers, and the people and dossiers of the one at hand. What
// two employers share names neither.
func (o *Office) namesOfRefs(ctx context.Context) (refNames, error) {
	n := refNames{o, map[string]ProcessingLine{}}
	companies, err := o.Companies(ctx)
	if err != nil {
		return n, err
	}
	for _, dv := range companies {
		ref, name := storage.EmployerRef(dv.MaSoThue), dv.Ten
		if _, twice := n.know[ref]; twice {
			name = ""
		}
		n.know[ref] = ProcessingLine{About: name}
	}
	dv, err := o.Company(ctx)
	if errors.Is(err, ErrNoCompany) {
		return n, nil
	}
	if err != nil {
		return n, err
	}
	people, err := o.store.Roster(ctx, dv.MaSoThue, o.Period().Add(1200))
	if err != nil {
		return n, err
	}
	for _, p := range people {
		n.know[p.ID] = ProcessingLine{About: p.HoTen, Go: Place{Screen: "nguoi-lao-dong", ID: p.ID}}
	}
	dossiers, err := o.store.Dossiers(ctx, dv.MaSoThue)
	if err != nil {
		return n, err
	}
	for _, d := range dossiers {
		n.know[d.ID] = ProcessingLine{About: d.ID + " " + titleOf(d), Go: Place{Screen: "ho-so", ID: d.ID}}
	}
	return n, nil
}

// of is what an id stands for; a submission stands for its dossier.
func (n refNames) of(ctx context.Context, id string) (ProcessingLine, error) {
	known, ok := n.know[id]
	if ok || !strings.HasPrefix(id, "GN") {
		return known, nil
	}
	sub, err := n.o.store.Submission(ctx, id)
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return known, err
	}
	n.know[id] = n.know[sub.DossierID]
	return n.know[id], nil
}
