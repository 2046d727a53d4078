package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/storage"
)

// Period is a period of a benefit as a form asks for it or a file tells of it: who,
// by either number, and where it stands.
type Period struct {
	facts.DotHuong
	MaSoBHXH string
	SoCCCD   string
	Form     string
	Row      int // of the form or the file, from 1
}

// ClaimReader reads the periods that one form asks for, in the order of its rows. A
// row whose kind it does not know has no CheDo: it is named, not dropped.
type ClaimReader func(*form.Doc) []Period

// claimReaders are the forms whose rows are not read by the tags of their columns
// alone, see claimsByTag: a form that asks for benefits in another shape has one
// line here.
var claimReaders = map[string]ClaimReader{}

// periodsOf reads the periods that documents ask for.
func periodsOf(docs []*form.Doc) (out []Period) {
	for _, doc := range docs {
		read := claimReaders[doc.Form.ID]
		if read == nil {
			read = claimsByTag
		}
		out = append(out, read(doc)...)
	}
	return out
}

// Claims is what came of recording periods.
type Claims struct {
	Kept int         `json:"kept"`
	Left []ClaimLeft `json:"left"` // not recorded, each with the reason
}

// ClaimLeft is a period that was not recorded.
type ClaimLeft struct {
	Form string `json:"form,omitempty"`
	Row  int    `json:"row"`
	Say  string `json:"message"`
}

// RecordClaims keeps the periods that a signed dossier asks for with their people.
// Signing does it by itself, in one step with the freezing; this is for what was
// signed elsewhere. Doing it again changes nothing.
func (o *Office) RecordClaims(ctx context.Context, submissionID string, all []Period) (Claims, error) {
	sub, err := o.store.Submission(ctx, submissionID)
	if err != nil {
		return Claims{}, err
	}
	kept, left, err := o.benefitsFrom(ctx, sub.MaSoThue, all)
	if err != nil {
		return Claims{}, err
	}
	for i := range kept {
		kept[i].State, kept[i].Source, kept[i].DossierID = storage.DeNghi, storage.FromDossier, sub.DossierID
	}
	return Claims{Kept: len(kept), Left: left}, o.store.PutBenefits(ctx, sub.MaSoThue, kept)
}

// benefitsFrom finds the people of periods among everybody the employer has ever had,
// and leaves aside what cannot be kept, with the reason.
func (o *Office) benefitsFrom(ctx context.Context, mst string, all []Period) (kept []storage.Benefit, left []ClaimLeft, err error) {
	left = []ClaimLeft{}
	if len(all) == 0 {
		return nil, left, nil
	}
	everybody, err := o.store.Roster(ctx, mst, o.Period().Add(1200))
	if err != nil {
		return nil, nil, err
	}
	index := knownPeople(everybody)
	for _, p := range all {
		who := index.find(p.MaSoBHXH, p.SoCCCD)
		say := ""
		switch a, b := index.maSo[p.MaSoBHXH], index.cccd[p.SoCCCD]; {
		case a != nil && b != nil && a.ID != b.ID:
			say = "mã số BHXH và số CCCD là của hai người khác nhau trong danh sách lao động"
		case who == nil:
			say = "người này không có trong danh sách lao động"
		case !p.CheDo.Known():
			say = "chưa rõ chế độ"
		case !p.TuNgay.Valid() || !p.DenNgay.Valid() || p.DenNgay < p.TuNgay:
			say = "chưa rõ từ ngày, đến ngày"
		case p.NuaNgay <= 0:
			say = "chưa rõ số ngày"
		}
		if say != "" {
			left = append(left, ClaimLeft{p.Form, p.Row, say + ", nên không tính vào số ngày đã hưởng"})
			continue
		}
		kept = append(kept, storage.Benefit{DotHuong: p.DotHuong, Person: who.ID, Form: p.Form, Row: p.Row})
	}
	return kept, left, nil
}

// checkClaims reminds of the rows of a draft that would not be counted, and of those
// that ask for more than is left.
func (o *Office) checkClaims(ctx context.Context, d storage.Dossier, docs []*form.Doc) (out []form.Fault, err error) {
	kept, left, err := o.benefitsFrom(ctx, d.MaSoThue, periodsOf(docs))
	if err != nil {
		return nil, err
	}
	for _, l := range left {
		out = append(out, form.Fault{Code: "HS-DOT-HUONG", Level: form.Nhac, Form: l.Form, Say: "Đợt hưởng: " + l.Say, Places: []form.Place{{Row: l.Row}}})
	}
	over, err := o.checkQuota(ctx, kept)
	return append(out, over...), err
}

// Benefits lists the periods of a person, earliest first.
func (o *Office) Benefits(ctx context.Context, person string) ([]storage.Benefit, error) {
	return o.store.Benefits(ctx, person)
}

// AddClaim keeps a period that a person tells by hand. say lists what is wrong with
// it; nothing is kept then.
func (o *Office) AddClaim(ctx context.Context, person string, d facts.DotHuong, state storage.BenefitState) (say []string, err error) {
	if say = d.Loi(); len(say) > 0 {
		return say, nil
	}
	if state.Say() == "" {
		return []string{"Trạng thái: không có mã này. Có: deNghi, daDuyet, biTuChoi"}, nil
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	return nil, o.store.PutBenefits(ctx, dv.MaSoThue, []storage.Benefit{{DotHuong: d, Person: person, State: state, Source: storage.ByHand}})
}

// SettleClaim says what the agency decided of a period; halves 0 leaves its days.
func (o *Office) SettleClaim(ctx context.Context, person string, seq int64, state storage.BenefitState, halves int64) error {
	if state.Say() == "" {
		return fmt.Errorf("settle period: %w", ErrBenefitState)
	}
	return o.store.SetBenefit(ctx, person, seq, state, halves)
}

// ErrBenefitState: there is no such state of a period.
var ErrBenefitState = errors.New("no such state of a period")

// DropClaim takes away a period that was told by mistake; one that a signed dossier
// asks for stays (storage.ErrNotFound).
func (o *Office) DropClaim(ctx context.Context, person string, seq int64) error {
	return o.store.DropBenefit(ctx, person, seq)
}

// Career and PutCareer read and keep what was said of a person's working life.
func (o *Office) Career(ctx context.Context, person string) (storage.Career, error) {
	return o.store.Career(ctx, person)
}

// PutCareer keeps it; see Career.
func (o *Office) PutCareer(ctx context.Context, person string, c storage.Career) error {
	return o.store.PutCareer(ctx, person, c)
}
