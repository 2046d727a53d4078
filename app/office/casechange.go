package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/services"
	"ankhai/storage"
)

// CaseChoice is a case of a service that a dossier may be of.
type CaseChoice struct {
	Service, ServiceName string // "C4", its title
	Case, Name           string // "C4.01", its words
}

// CaseChange is what another case changes in what a dossier takes, in words.
type CaseChange struct {
	Was, Now string   // the cases; Was is "" where nobody had said one
	WasCase  string   // "C4.01", to go back to; "" likewise
	Added    []string // papers that are asked for now
	Gone     []string // papers that are asked for no more
	Must     []string // papers that must be there now, and were optional before
	May      []string // papers that were required before, and are optional now
	Lacks    []string // forms that the case must have and the dossier has not
}

// CaseName is a case as a person reads it, «C4.01 · Sinh con»; "" where there is none.
func CaseName(id string) string {
	if _, c, ok := services.Case(id); ok {
		return c.ID + " · " + c.Ten
	}
	return ""
}

// CaseChoices lists the cases that the procedure of a dossier takes, those of its own
// service first.
func (o *Office) CaseChoices(ctx context.Context, id string) ([]CaseChoice, error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("cases of %s: %w", storage.Ref(id), err)
	}
	procedure, ok := services.Procedure(d.Procedure)
	if !ok {
		return nil, fmt.Errorf("cases of %s: %w", storage.Ref(id), ErrNoProcedure)
	}
	var own, other []CaseChoice
	for _, s := range services.Services() {
		for _, c := range s.TruongHop {
			switch one := (CaseChoice{s.ID, s.Ten, c.ID, c.Ten}); {
			case !c.Nhan(procedure):
			case s.ID == d.Service:
				own = append(own, one)
			default:
				other = append(other, one)
			}
		}
	}
	return append(own, other...), nil
}

// ChangeCase makes a draft one of another case and tells what that changes. Files and
// answers that were given stay with the draft: they count again when their paper is
// asked for again. ErrNoCase where the procedure of the draft does not take the case.
func (o *Office) ChangeCase(ctx context.Context, id, truongHop string) (ch CaseChange, err error) {
	fail := func(err error) (CaseChange, error) {
		return CaseChange{}, fmt.Errorf("change case of %s: %w", storage.Ref(id), err)
	}
	may, err := o.CaseChoices(ctx, id)
	if err != nil {
		return fail(err)
	}
	at := slices.IndexFunc(may, func(c CaseChoice) bool { return strings.EqualFold(c.Case, truongHop) })
	if at < 0 {
		return fail(ErrNoCase)
	}
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return fail(err)
	}
	before, err := o.Papers(ctx, id)
	if err != nil {
		return fail(err)
	}
	if err := o.SetCase(ctx, id, may[at].Service, may[at].Case); err != nil {
		return fail(err)
	}
	after, err := o.Papers(ctx, id)
	if err != nil {
		return fail(err)
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return fail(err)
	}
	ch = comparePapers(before, after)
	ch.Was, ch.WasCase, ch.Now = CaseName(d.Case), d.Case, CaseName(may[at].Case)
	_, c, _ := services.Case(may[at].Case)
	for _, mau := range c.Mau {
		if b, ok := o.blank(mau); ok && docOf(docs, mau) == nil {
			ch.Lacks = append(ch.Lacks, b.Called)
		}
	}
	return ch, nil
}

// comparePapers tells two lists of papers apart.
func comparePapers(before, after []PaperLine) (ch CaseChange) {
	find := func(all []PaperLine, l PaperLine) (PaperLine, bool) {
		i := slices.IndexFunc(all, func(x PaperLine) bool { return x.ID() == l.ID() })
		if i < 0 {
			return PaperLine{}, false
		}
		return all[i], true
	}
	for _, l := range after {
		switch was, ok := find(before, l); {
		case !ok:
			ch.Added = append(ch.Added, l.Papers.Ten())
		case l.Required() && !was.Required():
			ch.Must = append(ch.Must, l.Papers.Ten())
		case !l.Required() && was.Required():
			ch.May = append(ch.May, l.Papers.Ten())
		}
	}
	for _, l := range before {
		if _, ok := find(after, l); !ok {
			ch.Gone = append(ch.Gone, l.Papers.Ten())
		}
	}
	return ch
}

// Same reports whether the list of papers is as it was.
func (ch CaseChange) Same() bool {
	return len(ch.Added)+len(ch.Gone)+len(ch.Must)+len(ch.May) == 0
}
