package office

import (
	"context"

	"ankhai/forms/d02lt"
	"ankhai/forms/form"
	"ankhai/forms/services"
	"ankhai/storage"
)

// What fills cells, as it is kept beside a draft. None of them holds a value; what
// follows a colon names a dossier, a case or an article.
const (
	srcRecords  = "soLieu"   // payroll, roster or employer, whichever has the same
	srcRoster   = "danhSach" // the roster
	srcEmployer = "donVi"    // what is known of the employer
	srcProposal = "deXuat"   // a proposal from payroll and roster
	srcTimes    = "chamCong" // the month's timesheet
	srcPeriod   = "ky"       // kỳ kê khai
	srcToday    = "ngayLap"  // the day of drafting
	srcFile     = "tep"      // a file that was taken in
	srcTyped    = "nhapTay"  // a person, where a whole row was typed or pasted
	srcCase     = "truongHop:"
	srcLaw      = "luat:"
	srcHouse    = "ho:"
	srcCopy     = "hoSo:"
)

// allTags and allTables stand for what has no source of its own.
const (
	allTags   = "*"
	allTables = "*"
)

// wholly is the source of a form all of which comes from one place.
func wholly(source string) storage.Sources { return storage.Sources{allTables: {allTags: source}} }

// headSources is what filled a head that headOf made.
func headSources() map[string]string {
	return map[string]string{allTags: srcEmployer, "NgayLap": srcToday}
}

// rowSources is what filled a row that rowOf made for a case.
func rowSources(f *form.Form, c services.TruongHop) map[string]string {
	why := srcCase + c.ID
	if c.ID == "" {
		why = "" // nobody has chosen a case
	}
	return filledBy(f, srcRecords, srcPeriod, why)
}

// proposedSources is what filled a row of a proposal.
func proposedSources(f *form.Form) map[string]string {
	out := filledBy(f, srcRecords, srcProposal, srcProposal)
	for _, c := range []form.Handle{d02lt.GhiChu, d02lt.CoGiamChet, d02lt.NgayChet} {
		if f == form.Of("D02-LT") {
			out[c.Col().Tag] = srcProposal
		}
	}
	return out
}

// sheetSources is what filled a row of a workbook that names its own phương án. Where
// somebody works may be the employer's word.
func sheetSources(f *form.Form) map[string]string {
	out := filledBy(f, srcFile, srcFile, srcFile)
	out[d02lt.NoiLamViec.Tag], out[d02lt.VungLTT.Tag] = "", ""
	return out
}

func filledBy(f *form.Form, known, month, why string) map[string]string {
	out := map[string]string{allTags: known, "ID": ""}
	switch f {
	case form.Of("D02-LT"):
		out[d02lt.PhuongAn.Tag], out[d02lt.TuThang.Tag] = why, month
		for _, x := range d02lt.TuDien {
			out[x.Cot.Col().Tag] = srcLaw + x.CanCu
		}
	case form.Of("TK1-TS"):
		out["NoiDung"] = why
	}
	return out
}

// keepSources keeps what filled the forms of a new dossier.
func (o *Office) keepSources(ctx context.Context, dossier string, docs []*form.Doc, of func(*form.Doc) storage.Sources) error {
	for _, d := range docs {
		if err := o.store.PutSources(ctx, dossier, d.Form.ID, of(d)); err != nil {
			return err
		}
	}
	return nil
}
