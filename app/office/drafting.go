package office

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/services"
	"ankhai/forms/tk1ts"
	"ankhai/storage"
)

// ErrNothingToDraft: there is nothing to declare.
var ErrNothingToDraft = errors.New("nothing to declare")

// ErrNoProcedure: the procedure's code is not known.
var ErrNoProcedure = errors.New("no such procedure")

// rowsPerDossier keeps a dossier below the 5 MB that a package may have: a row
// of D02 is about 1.6 kB of XML and a third more in base64.
const rowsPerDossier = 2000

// Draft makes the dossiers that declare the proposals: one, or several batches
// (đợt) where one would be too big to send. New people without a number get a
// TK1-TS beside the D02-LT. What the proposals do not know stays unknown.
func (o *Office) Draft(ctx context.Context, procedure string, month law.Month, ps []payroll.DeXuat) ([]storage.Dossier, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	if _, ok := services.Procedure(procedure); !ok {
		return nil, fmt.Errorf("draft %s: %w", procedure, ErrNoProcedure)
	}
	if len(ps) == 0 {
		return nil, fmt.Errorf("draft %s %s: %w", procedure, month.ISO(), ErrNothingToDraft)
	}
	ps = inOrder(ps)
	var out []storage.Dossier
	for len(ps) > 0 {
		n := min(len(ps), rowsPerDossier)
		d, err := o.draftOne(ctx, dv, procedure, month, ps[:n])
		if err != nil {
			return out, err
		}
		out, ps = append(out, d), ps[n:]
	}
	return out, nil
}

// inOrder puts increases first, then decreases, then changes, as lists of the
// trade are read; within each the order of the payroll stays.
func inOrder(ps []payroll.DeXuat) []payroll.DeXuat {
	rank := func(p payroll.DeXuat) int {
		switch codes.Nhom(p.PhuongAn) {
		case codes.NhomTang:
			return 0
		case codes.NhomGiam, codes.NhomGiamTam:
			return 1
		}
		return 2
	}
	out := slices.Clone(ps)
	slices.SortStableFunc(out, func(a, b payroll.DeXuat) int { return rank(a) - rank(b) })
	return out
}

func (o *Office) draftOne(ctx context.Context, dv facts.DonVi, procedure string, month law.Month, ps []payroll.DeXuat) (storage.Dossier, error) {
	list := form.New(form.Of("D02-LT"))
	list.Head = d02lt.Dau(dv, o.Today())
	people := form.New(form.Of("TK1-TS"))
	people.Head = tk1ts.Dau(dv, "", o.Today())
	for _, p := range ps {
		person := atWork(dv, p.Nguoi)
		if p.Loai == payroll.DoiNhanThan {
			people.Rows = append(people.Rows, tk1ts.Dong(person, identityRequest(p)))
			continue
		}
		row := d02lt.Dong(person, p.PhuongAn, since(p), 0, remark(p))
		if p.New[payroll.LyDoGiam] == payroll.Chet {
			d02lt.CoGiamChet.Set(&row, true)
			if day, ok := law.ParseDay(word(p, payroll.NgayChamDut)); ok {
				d02lt.NgayChet.Set(&row, day)
			}
		}
		list.Rows = append(list.Rows, row)
		if p.PhuongAn == "TM" && p.MaSoBHXH == "" {
			people.Rows = append(people.Rows, tk1ts.Dong(person, "Tăng mới"))
		}
	}
	docs := []*form.Doc{}
	for _, d := range []*form.Doc{list, people, o.lateProofs(dv, procedure, month, ps)} {
		if d != nil && len(d.Rows) > 0 {
			docs = append(docs, d)
		}
	}
	made, err := o.newDossier(ctx, dv.MaSoThue, procedure, month, docs)
	if err != nil {
		return made, err
	}
	return made, o.keepSources(ctx, made.ID, docs, func(d *form.Doc) storage.Sources {
		return storage.Sources{"": proposedSources(d.Form), headPlace: headSources()}
	})
}

// remark writes the days that a proposal knows in the words that column 19 of
// D02-LT asks for; days that are not known stay for somebody to give.
func remark(p payroll.DeXuat) string {
	day, from, until := word(p, payroll.NgayChamDut), word(p, payroll.TuNgay), word(p, payroll.DenNgay)
	switch why := word(p, payroll.LyDoGiam); {
	case day != "" && why == payroll.Chet:
		return "Chết ngày " + day
	case day != "" && why == payroll.NghiHuu:
		return "Nghỉ hưu từ ngày " + day
	case day != "":
		return "Nghỉ việc từ ngày " + day
	case from != "" && until != "":
		return "Nghỉ từ " + from + " đến " + until
	case from != "":
		return "Nghỉ từ " + from
	}
	return ""
}

// word is a new fact of a proposal that is a text, "" when it is not known.
func word(p payroll.DeXuat, fact string) string {
	s, _ := p.New[fact].(string)
	return s
}

// atWork adds what the employer has said of its main workplace for people whose
// own workplace is not written.
func atWork(dv facts.DonVi, p facts.NguoiLaoDong) facts.NguoiLaoDong {
	if p.NoiLamViec == "" {
		p.NoiLamViec = dv.NoiLamViec
	}
	if p.Vung == "" {
		p.Vung = dv.Vung
	}
	return p
}

// ErrAgencyForm: the form is the agency's and is declared by nobody.
var ErrAgencyForm = errors.New("form is issued by the agency")

// DraftDocs makes a dossier of documents that are already filled; what their heads
// leave open of the employer, and a sheet about the employer, is filled from its
// record. ErrAgencyForm for a form that the agency issues.
func (o *Office) DraftDocs(ctx context.Context, procedure string, month law.Month, docs []*form.Doc) (storage.Dossier, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return storage.Dossier{}, err
	}
	if _, ok := services.Procedure(procedure); !ok {
		return storage.Dossier{}, fmt.Errorf("draft %s: %w", procedure, ErrNoProcedure)
	}
	known := ofEmployer(dv, o.Today())
	filled := map[*form.Doc]storage.Sources{}
	for _, d := range docs {
		if d.Form.Agency {
			return storage.Dossier{}, fmt.Errorf("draft %s: %s: %w", procedure, d.Form.ID, ErrAgencyForm)
		}
		head, rows := map[string]string{allTags: srcFile}, map[string]string{allTags: srcFile}
		if d.Form.ID == "D02-LT" && len(d.Head) == 0 {
			d.Head, head = d02lt.Dau(dv, o.Today()), headSources()
		}
		if d.Form.Head != nil {
			byEmployer(head, fillKnown(d.Form.Head, &d.Head, known))
		}
		for i := range d.Rows {
			if aboutEmployer(d.Form) {
				byEmployer(rows, fillKnown(d.Form.Table, &d.Rows[i], known))
			}
		}
		filled[d] = storage.Sources{headPlace: head, "": rows, allTables: {allTags: srcFile}}
	}
	made, err := o.newDossier(ctx, dv.MaSoThue, procedure, month, docs)
	if err != nil {
		return made, err
	}
	return made, o.keepSources(ctx, made.ID, docs, func(d *form.Doc) storage.Sources { return filled[d] })
}

// byEmployer says of tags that they are what is known of the employer.
func byEmployer(from map[string]string, tags []string) {
	for _, tag := range tags {
		from[tag] = srcEmployer
		if tag == "NgayLap" {
			from[tag] = srcToday
		}
	}
}

func (o *Office) newDossier(ctx context.Context, mst, procedure string, month law.Month, docs []*form.Doc) (storage.Dossier, error) {
	return o.store.NewDossier(ctx, storage.Dossier{MaSoThue: mst, Procedure: procedure, Month: month}, docs...)
}
