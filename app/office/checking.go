package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ankhai/forms/form"
	"ankhai/forms/services"
	"ankhai/forms/xmlfile"
	"ankhai/storage"
	"ankhai/storage/failpoint"
)

// Check looks at every form of a dossier, at the forms together, and at what
// was sent before. A draft without a Lỗi becomes "đã kiểm".
func (o *Office) Check(ctx context.Context, id string) ([]form.Fault, error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("check dossier %s: %w", storage.Ref(id), err)
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return nil, err
	}
	dv, err := o.store.DonVi(ctx, d.MaSoThue)
	if err != nil {
		return nil, err
	}
	h, err := o.hoSoOf(ctx, d, docs)
	if err != nil {
		return nil, err
	}
	faults := checkSender(d, dv, docs)
	whole, err := o.withPacked(ctx, d, docs)
	if err != nil {
		return nil, err
	}
	for _, doc := range whole {
		faults = append(faults, doc.Check(h.HomNay, h.Ky)...)
	}
	faults = append(faults, services.CheckCase(h)...)
	faults = append(faults, blanksLeft(docs, h.HomNay)...)
	twice, err := o.sentBefore(ctx, d, docs)
	if err != nil {
		return nil, err
	}
	faults = append(faults, twice...)
	past, err := o.checkHistory(ctx, d, docs, twice)
	if err != nil {
		return nil, err
	}
	faults = append(faults, past...)
	over, err := o.checkOverlap(ctx, d, docs)
	if err != nil {
		return nil, err
	}
	faults = append(faults, over...)
	known, err := o.checkRoster(ctx, d, docs)
	if err != nil {
		return nil, err
	}
	faults = append(faults, known...)
	uncounted, err := o.checkClaims(ctx, d, docs)
	if err != nil {
		return nil, err
	}
	faults = append(faults, uncounted...)
	own, err := o.checkLocal(ctx, d, docs)
	if err != nil {
		return nil, err
	}
	faults = append(faults, own...)
	if err := o.rememberHouseholds(ctx, d, withoutLoi(docs, faults)); err != nil {
		return nil, err
	}
	return faults, o.keepCheck(ctx, d, faults)
}

// keepCheck keeps what a check of a draft found, for the board of all employers. A
// draft that is out to be signed stays as it was handed out, and where nothing can be
// written only a draft that would become "đã kiểm" is told so.
func (o *Office) keepCheck(ctx context.Context, d storage.Dossier, faults []form.Fault) error {
	loi, nhac := form.Count(faults)
	becomes := d.State == storage.Nhap && loi == 0
	if !d.State.Draft() || o.viewOnly && !becomes {
		return nil
	}
	moved, err := o.store.KeepCheck(ctx, d.ID, loi, nhac)
	if moved {
		failpoint.Hit("draft.checked.kept")
	}
	return err
}

// CheckDocs checks documents that belong together, without a data folder.
func CheckDocs(procedure string, docs []*form.Doc, now time.Time) []form.Fault {
	today := dayIn(now)
	period := today.Month()
	var out []form.Fault
	for _, doc := range docs {
		out = append(out, doc.Check(today, period)...)
	}
	out = append(out, blanksLeft(docs, today)...)
	if procedure != "" {
		out = append(out, services.Check(procedure, docs, today, period)...)
	}
	return out
}

// hoSoOf is the dossier as a whole, with its case and its papers.
func (o *Office) hoSoOf(ctx context.Context, d storage.Dossier, docs []*form.Doc) (services.HoSo, error) {
	h := services.HoSo{ThuTuc: d.Procedure, TruongHop: d.Case, Docs: docs, HomNay: o.Today()}
	h.Ky = h.HomNay.Month()
	papers, err := o.store.Attachments(ctx, d.ID)
	if err != nil {
		return h, err
	}
	for _, a := range papers {
		h.Giay = append(h.Giay, services.GiayNop{ID: a.Paper, Ten: a.Name, Byte: a.Size, Hash: a.SHA256})
	}
	answers, err := o.store.PaperAnswers(ctx, d.ID)
	for _, a := range answers {
		h.KhongTep = append(h.KhongTep, a.Paper)
	}
	return h, err
}

// ErrUnreadable: the file is no declaration of a known form.
var ErrUnreadable = errors.New("no declaration of a known form")

// CheckFile checks a declaration that came from anywhere, against its layout and
// then against the rules of its form; of a package its cover and every declaration in
// it. What a declaration does not carry (the head of the form) is not asked for. The
// error says that it cannot be read.
func CheckFile(data []byte, now time.Time) ([]form.Fault, error) {
	if _, _, faults, err := examineDeclaration(data, now); !isPackage(data, err) {
		return faults, err
	}
	h, odds, err := xmlfile.ReadEnvelope(data)
	if err != nil {
		return nil, fmt.Errorf("check package: %w: %w", err, ErrUnreadable)
	}
	out := faultsOf(odds, envelopeName, "")
	for _, f := range h.Files {
		if kindOf(f.Content) != kindXML {
			continue // a paper that was attached
		}
		_, _, faults, err := examineDeclaration(f.Content, now)
		if err != nil {
			return nil, fmt.Errorf("file of the package: %w", err)
		}
		out = append(out, faults...)
	}
	return out, nil
}

// examineDeclaration is CheckFile of one declaration, with the declaration and its layout.
func examineDeclaration(data []byte, now time.Time) (*form.Doc, *form.Wire, []form.Fault, error) {
	doc, w, odds, err := xmlfile.Decode(data)
	if err != nil {
		if _, bad := plainUTF8(data); bad != nil {
			if err = bad; kindOf(data) == kindOther && !isUTF16(data) {
				err = ErrFileKind // not a text at all
			}
		}
		return nil, nil, nil, fmt.Errorf("check file: %w: %w", err, ErrUnreadable)
	}
	out := faultsOf(odds, doc.Form.ID, w.Basis)
	for _, f := range CheckDocs("", []*form.Doc{doc}, now) {
		if f, ok := inFile(f, doc, w); ok {
			out = append(out, f)
		}
	}
	return doc, w, out, nil
}

// inFile is a fault without the places that a file of the layout has no room for:
// the head of the form, and open cells of columns that only the paper has. ok is
// false where nothing is left.
func inFile(f form.Fault, doc *form.Doc, w *form.Wire) (form.Fault, bool) {
	if len(f.Places) == 0 {
		return f, true
	}
	f.Places = slices.DeleteFunc(f.Places, func(p form.Place) bool {
		if p.Table == headPlace {
			return true
		}
		rows, c := rowsOf(doc, p.Table), columnOf(doc.Form, p.Table, p.Tag)
		if c == nil || p.Row < 1 || p.Row > len(rows) || c.Known(rows[p.Row-1]) {
			return false
		}
		return !xmlfile.HasPlace(doc, w, p.Table, p.Row-1, c)
	})
	return f, len(f.Places) > 0
}
