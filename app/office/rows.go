package office

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/services"
	"ankhai/storage"
)

// AddRows adds rows to a table of a draft ("" or a sub-table's tag): one for each
// person of the roster, filled with what is known of them, or n empty ones. Undo
// takes them back together. The members of a household that a person declared before
// come along where the form asks for it, in a step of their own.
func (o *Office) AddRows(ctx context.Context, id, formID, table string, people []string, n int) error {
	fail := func(err error) error { return fmt.Errorf("add rows to %s: %w", storage.Ref(id), err) }
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return fail(err)
	}
	doc, err := o.store.Doc(ctx, id, formID)
	if err != nil {
		return fail(err)
	}
	who, err := o.peopleOf(ctx, d.Month, people)
	if err != nil {
		return fail(err)
	}
	lines := make([]form.Row, n)
	if t := doc.Form.Sub(table); t != nil {
		for i := range lines {
			linkToOnly(doc, t, &lines[i])
		}
	}
	dv, err := o.store.DonVi(ctx, d.MaSoThue)
	if err != nil {
		return fail(err)
	}
	c := caseOf(d)
	if table != "" {
		for _, p := range who {
			var r form.Row
			fillKnown(doc.Form.Sub(table), &r, ofPerson(p))
			lines = append(lines, r)
		}
		from := map[string]string{allTags: srcRoster}
		if link := doc.Form.Sub(table).Link; link != nil {
			from[link.Col().Tag] = ""
		}
		return o.store.FillRows(ctx, id, formID, table, len(rowsOf(doc, table)), lines, from)
	}
	homes, err := o.homesOf(ctx, who)
	if err != nil {
		return fail(err)
	}
	pa := ""
	if len(c.PhuongAn) == 1 {
		pa = c.PhuongAn[0]
	}
	rows, members, house := peopleRows(doc.Form, who, homes, func(p facts.NguoiLaoDong) form.Row { return rowOf(doc.Form, atWork(dv, p), pa, d.Month, c.Ten) })
	from := rowSources(doc.Form, c)
	houseSources(doc.Form, from, house)
	if err := o.store.FillRows(ctx, id, formID, "", len(doc.Rows), append(lines, rows...), from); err != nil {
		return err
	}
	if len(members) == 0 {
		return nil
	}
	return o.store.FillRows(ctx, id, formID, membersTable, len(doc.Subs[membersTable]), members, memberSources(doc.Form, house))
}

// linkToOnly ties a row of a sub-table to the main row where there is but one.
func linkToOnly(doc *form.Doc, t *form.Table, r *form.Row) {
	if t.Link == nil || len(doc.Rows) != 1 {
		return
	}
	if v := t.LinkTo.Col().Get(doc.Rows[0]); v.Known() {
		t.Link.Col().Put(r, v)
	}
}

// caseOf is the case of the service that a dossier is of, the zero case where none
// was said.
func caseOf(d storage.Dossier) services.TruongHop {
	_, c, err := serviceAndCase(d.Service, d.Case)
	if err != nil { // nobody said it, or of a later program
		return services.TruongHop{}
	}
	return c
}

// ErrFormThere: the dossier has that form already; ErrNoForm: no such form is in force,
// or the agency fills it; ErrNotTaken: the dossier's procedure does not take it.
var (
	ErrFormThere = errors.New("dossier has the form already")
	ErrNoForm    = errors.New("no such form in force")
	ErrNotTaken  = errors.New("procedure does not take the form")
)

// AddForm adds an empty form to a draft, its head filled from the employer.
func (o *Office) AddForm(ctx context.Context, id, formID string) error {
	fail := func(err error) error { return fmt.Errorf("add form to %s: %w", storage.Ref(id), err) }
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return fail(err)
	}
	f := form.On(formID, o.Today())
	if f == nil || f.Agency {
		return fail(ErrNoForm)
	}
	docs, err := o.store.Docs(ctx, id)
	switch {
	case err != nil:
		return fail(err)
	case docOf(docs, formID) != nil:
		return fail(ErrFormThere)
	case !takes(d.Procedure, formID):
		return fail(ErrNotTaken)
	}
	dv, err := o.store.DonVi(ctx, d.MaSoThue)
	if err != nil {
		return fail(err)
	}
	c := caseOf(d)
	doc, _ := o.opened(f, dv, c, d.Month, nil, nil)
	if err := o.store.PutDoc(ctx, id, doc); err != nil {
		return fail(err)
	}
	return o.store.PutSources(ctx, id, formID, openedSources(doc, c, ""))
}

// DropForm takes a form out of a draft.
func (o *Office) DropForm(ctx context.Context, id, formID string) error {
	return o.store.DeleteDoc(ctx, id, formID)
}

// MayAdd lists the forms that the dossier's procedure takes and the dossier does
// not have yet.
func (o *Office) MayAdd(ctx context.Context, id string) ([]*form.Form, error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return nil, err
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return nil, err
	}
	var out []*form.Form
	for _, f := range form.Forms() {
		if f = form.On(f.ID, o.Today()); f == nil || f.Agency || docOf(docs, f.ID) != nil || !takes(d.Procedure, f.ID) {
			continue
		}
		out = append(out, f)
	}
	return out, nil
}

// takes reports whether a procedure takes a form; one that is not known takes any.
func takes(procedure, formID string) bool {
	p, known := services.Procedure(procedure)
	return !known || p.Cho(formID)
}

// FillKnown answers the open cells of a draft that the roster and the employer's
// record know; it returns how many it answered. One step for Undo in each form.
func (o *Office) FillKnown(ctx context.Context, id string) (cells int, err error) {
	fail := func(err error) (int, error) { return cells, fmt.Errorf("fill %s: %w", storage.Ref(id), err) }
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return fail(err)
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return fail(err)
	}
	dv, err := o.store.DonVi(ctx, d.MaSoThue)
	if err != nil {
		return fail(err)
	}
	roster, err := o.store.Roster(ctx, d.MaSoThue, d.Month)
	if err != nil {
		return fail(err)
	}
	at := newFinder(roster)
	for _, doc := range docs {
		var edits []storage.CellEdit
		add := func(table string, t *form.Table, i int, r form.Row, known map[string]string, from string) form.Row {
			for _, tag := range fillKnown(t, &r, known) {
				why := from
				if tag == "NgayLap" {
					why = srcToday
				}
				edits = append(edits, storage.CellEdit{Table: table, Row: i, Tag: tag, New: t.Column(tag).Get(r), From: why})
			}
			return r
		}
		if doc.Form.Head != nil {
			add(headPlace, doc.Form.Head, 0, slices.Clone(doc.Head), ofEmployer(dv, o.Today()), srcEmployer)
		}
		for i, r := range doc.Rows {
			if k := at.find(personIn(doc.Form.Table, r)); k >= 0 {
				r = add("", doc.Form.Table, i, slices.Clone(r), ofPerson(roster[k]), srcRoster)
				add("", doc.Form.Table, i, r, ofPerson(atWork(dv, roster[k])), srcEmployer)
			}
		}
		if err := o.store.EditCells(ctx, id, doc.Form.ID, edits); err != nil {
			return fail(err)
		}
		cells += len(edits)
	}
	return cells, nil
}

// headPlace is how the head of a form is named in edits and faults.
const headPlace = "head"

// personIn is what a row of any form says of whom it is about.
func personIn(t *form.Table, r form.Row) facts.NguoiLaoDong {
	text := func(tag string) string {
		if c := t.Column(tag); c != nil {
			return c.Get(r).S
		}
		return ""
	}
	p := facts.NguoiLaoDong{HoTen: text("HoTen"), MaSoBHXH: text("MaSoBHXH"), SoCCCD: text("SoCCCD"), GioiTinh: facts.GioiTinhCua(text("GioiTinh"))}
	if c := t.Column("NgaySinh"); c != nil {
		p.NgaySinh = facts.NgaySinh(c.Get(r).N)
	}
	return p
}
