package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/services"
	"ankhai/storage"
)

// Opening says what somebody wants to draft.
type Opening struct {
	Service   string    // "C4"
	Case      string    // "C4.01"; "" where the service has one case or it is not known yet
	Procedure string    // "" takes the one that the case names, or the service's own
	Month     law.Month // kỳ kê khai
	People    []string  // store keys of those it is about; empty for a dossier of the employer itself
}

// ErrNoService: there is no such public service; ErrNoCase: the service has no such
// case; ErrChooseProcedure: the case may go by more than one procedure;
// ErrNothingToFile: the service takes no dossier, it is a guide.
var (
	ErrNoService       = errors.New("no such public service")
	ErrNoCase          = errors.New("no such case of the service")
	ErrChooseProcedure = errors.New("several procedures take this case")
	ErrNothingToFile   = errors.New("the service takes no dossier")
)

// Open makes the draft of a case of a service: its forms, heads filled from the
// employer, a row for each person filled from the roster. What nobody knows stays
// open.
func (o *Office) Open(ctx context.Context, what Opening) (storage.Dossier, error) {
	fail := func(err error) (storage.Dossier, error) {
		return storage.Dossier{}, fmt.Errorf("open %s %s: %w", what.Service, what.Case, err)
	}
	s, c, err := serviceAndCase(what.Service, what.Case)
	if err != nil {
		return fail(err)
	}
	mau := s.Mau
	if len(c.Mau) > 0 {
		mau = c.Mau
	}
	procedure, err := procedureOf(s, c, what.Procedure)
	if err != nil {
		return fail(err)
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return storage.Dossier{}, err
	}
	people, err := o.peopleOf(ctx, what.Month, what.People)
	if err != nil {
		return fail(err)
	}
	homes, err := o.homesOf(ctx, people)
	if err != nil {
		return fail(err)
	}
	var docs []*form.Doc
	houses := map[*form.Doc]string{}
	for _, id := range mau {
		f := form.On(id, o.Today())
		if f == nil || f.Agency {
			continue
		}
		doc, from := o.opened(f, dv, c, what.Month, people, homes)
		docs, houses[doc] = append(docs, doc), from
	}
	if len(docs) == 0 {
		return fail(ErrNothingToFile)
	}
	made, err := o.store.NewDossier(ctx, storage.Dossier{
		MaSoThue: dv.MaSoThue, Procedure: procedure, Month: what.Month, Service: s.ID, Case: c.ID,
	}, docs...)
	if err != nil {
		return made, err
	}
	return made, o.keepSources(ctx, made.ID, docs, func(d *form.Doc) storage.Sources { return openedSources(d, c, houses[d]) })
}

// openedSources is what filled a form that opened made; house is where its households
// are from.
func openedSources(d *form.Doc, c services.TruongHop, house string) storage.Sources {
	out := storage.Sources{"": rowSources(d.Form, c), headPlace: headSources()}
	if house != "" {
		houseSources(d.Form, out[""], house)
		out[membersTable] = memberSources(d.Form, house)
	}
	if aboutEmployer(d.Form) {
		out[""] = headSources()
	}
	return out
}

// serviceAndCase finds a public service and its case; the zero case where none is
// named.
func serviceAndCase(service, id string) (s services.DichVu, c services.TruongHop, err error) {
	s, ok := services.Service(service)
	if !ok {
		return s, c, ErrNoService
	}
	if id == "" {
		return s, c, nil
	}
	i := slices.IndexFunc(s.TruongHop, func(c services.TruongHop) bool { return strings.EqualFold(c.ID, id) })
	if i < 0 {
		return s, c, ErrNoCase
	}
	return s, s.TruongHop[i], nil
}

// ProcedureOf is the procedure by which a case of a service goes; asked may name
// one of several. ErrNoService, ErrNoCase, ErrNoProcedure, ErrChooseProcedure.
func ProcedureOf(service, id, asked string) (string, error) {
	s, c, err := serviceAndCase(service, id)
	if err != nil {
		return "", fmt.Errorf("procedure of %s %s: %w", service, id, err)
	}
	return procedureOf(s, c, asked)
}

// SetCase says of which public service and case a draft is.
func (o *Office) SetCase(ctx context.Context, dossier, service, id string) error {
	s, c, err := serviceAndCase(service, id)
	if err != nil {
		return fmt.Errorf("case of %s: %w", storage.Ref(dossier), err)
	}
	return o.store.SetCase(ctx, dossier, s.ID, c.ID)
}

// opened is one form of a case; house is where the households in it are from.
func (o *Office) opened(f *form.Form, dv facts.DonVi, c services.TruongHop, month law.Month, people []facts.NguoiLaoDong, homes map[string]storage.Household) (doc *form.Doc, house string) {
	doc = form.New(f)
	doc.Head = o.headOf(f, dv)
	pa := ""
	if len(c.PhuongAn) == 1 {
		pa = c.PhuongAn[0]
	}
	var members []form.Row
	doc.Rows, members, house = peopleRows(f, people, homes, func(p facts.NguoiLaoDong) form.Row { return rowOf(f, atWork(dv, p), pa, month, c.Ten) })
	if len(members) > 0 {
		doc.Subs[membersTable] = members
	}
	if len(people) == 0 && (aboutEmployer(f) || o.isSheet(f)) {
		var r form.Row
		if aboutEmployer(f) {
			fillKnown(f.Table, &r, ofEmployer(dv, o.Today()))
		}
		doc.Rows = []form.Row{r}
	}
	return doc, house
}

// aboutEmployer reports whether a row of the form is about the employer itself.
func aboutEmployer(f *form.Form) bool {
	return f.Table.Column("MaSoThue") != nil && f.Table.Column("HoTen") == nil
}

// isSheet reports whether the form is a sheet of paper for each row: it is never
// wanted without one.
func (o *Office) isSheet(f *form.Form) bool {
	p := f.Paper(o.Today())
	return p != nil && p.PerRow
}

// procedureOf is the procedure by which a case goes: what was asked for, else the
// first that the case names; where no case is named the service's. A case or a
// service without a procedure of an I-VAN goes by the service's own.
func procedureOf(s services.DichVu, c services.TruongHop, asked string) (string, error) {
	may := c.ThuTuc
	if len(may) == 0 && c.ID == "" {
		may = s.ThuTuc
	}
	switch {
	case asked != "" && (slices.Contains(may, asked) || slices.Contains(s.ThuTuc, asked) || asked == s.ID):
		return asked, nil
	case asked != "":
		return "", ErrNoProcedure
	case len(may) == 0:
		return s.ID, nil
	case len(may) > 1 && c.ID == "" && len(s.Mau) > 1:
		return "", fmt.Errorf("%w: %v", ErrChooseProcedure, may)
	}
	return may[0], nil
}

// peopleOf are the people of the employer at hand with these store keys, as they
// stand in a month, in the order asked for.
func (o *Office) peopleOf(ctx context.Context, month law.Month, ids []string) ([]facts.NguoiLaoDong, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	roster, err := o.People(ctx, month)
	if err != nil {
		return nil, err
	}
	at := byID(roster)
	out := make([]facts.NguoiLaoDong, 0, len(ids))
	for _, id := range ids {
		p, ok := at[id]
		if !ok {
			return nil, ErrNoPerson
		}
		out = append(out, p)
	}
	return out, nil
}
