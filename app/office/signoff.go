package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ankhai/storage"
)

// SignOff is one line of a dossier's trail as a person sees it.
type SignOff struct {
	Step      storage.Step `json:"step"`
	Say       string       `json:"say"`
	Name      string       `json:"name"`
	Proven    bool         `json:"proven"`    // by the person's passphrase, or by a signature
	Current   bool         `json:"current"`   // said of what the dossier is now
	Witnessed bool         `json:"witnessed"` // the journal of this data folder has it
	Note      string       `json:"note"`
	Account   string       `json:"account"`
	Time      time.Time    `json:"time"`
}

var stepWords = map[storage.Step]string{
	storage.Submitted: "Trình duyệt", storage.Examined: "Đã kiểm", storage.Approved: "Duyệt", storage.Refused: "Không duyệt",
}

// Approval is where a dossier stands between two persons.
type Approval struct {
	Needed    bool // the employer asks for two persons
	Submitted bool // as it stands
	Approved  bool // as it stands, by another person
	By        string
	Trail     []SignOff // oldest first
}

// Approval tells where a dossier stands, with its whole trail.
func (o *Office) Approval(ctx context.Context, id string) (Approval, error) {
	var out Approval
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return out, err
	}
	if out.Needed, err = o.NeedsTwo(ctx, d.MaSoThue); err != nil {
		return out, err
	}
	trail, err := o.store.SignOffs(ctx, id)
	if err != nil {
		return out, err
	}
	for _, x := range trail {
		out.Trail = append(out.Trail, SignOff{x.Step, stepWords[x.Step], x.Name, x.Proven, x.Current, x.Witnessed, x.Note, x.Who, x.At})
	}
	maker, by := trailEnds(trail)
	out.Submitted, out.Approved, out.By = maker != "", by != "", by
	return out, nil
}

// trailEnds reads a trail: who submitted the contents of today, and who has approved
// them since, "" for nobody. A line that the journal does not know counts for nothing:
// it was written from outside, or came from another data folder.
func trailEnds(trail []storage.SignOff) (maker, by string) {
	makers := map[string]bool{}
	for _, x := range trail {
		if !x.Current || !x.Witnessed {
			continue
		}
		switch x.Step {
		case storage.Submitted:
			maker, by = x.Name, ""
			makers[x.Person] = true
		case storage.Refused:
			maker, by = "", ""
		case storage.Approved:
			if maker != "" && !makers[x.Person] {
				by = x.Name
			}
		}
	}
	return maker, by
}

// Submit says that a checked draft is ready for another person.
func (o *Office) Submit(ctx context.Context, id, note string) (Approval, error) {
	r, err := o.Person()
	if err == nil && !r.Maker {
		err = ErrNotMaker
	}
	if err != nil {
		return Approval{}, fmt.Errorf("submit %s: %w", storage.Ref(id), err)
	}
	return o.signOff(ctx, id, storage.Submitted, r, note)
}

// ExamineDraft says that somebody went through a draft.
func (o *Office) ExamineDraft(ctx context.Context, id, note string) (Approval, error) {
	r, err := o.Person()
	if err != nil {
		return Approval{}, fmt.Errorf("examine %s: %w", storage.Ref(id), err)
	}
	return o.signOff(ctx, id, storage.Examined, r, note)
}

// Approve says that a submitted draft may be signed. Who submitted it as it stands
// cannot.
func (o *Office) Approve(ctx context.Context, id, note string) (Approval, error) {
	return o.judge(ctx, id, storage.Approved, note)
}

// Refuse says that a submitted draft may not be signed, and why.
func (o *Office) Refuse(ctx context.Context, id, note string) (Approval, error) {
	return o.judge(ctx, id, storage.Refused, note)
}

func (o *Office) judge(ctx context.Context, id string, step storage.Step, note string) (Approval, error) {
	fail := func(err error) (Approval, error) { return Approval{}, fmt.Errorf("judge %s: %w", storage.Ref(id), err) }
	r, err := o.signer()
	if err != nil {
		return fail(err)
	}
	trail, err := o.store.SignOffs(ctx, id)
	if err != nil {
		return fail(err)
	}
	if maker, _ := trailEnds(trail); maker == "" {
		return fail(ErrNotSubmitted)
	}
	if slices.ContainsFunc(trail, func(x storage.SignOff) bool {
		return x.Current && x.Step == storage.Submitted && x.Person == r.ID
	}) {
		return fail(ErrSamePerson)
	}
	return o.signOff(ctx, id, step, r, note)
}

func (o *Office) signOff(ctx context.Context, id string, step storage.Step, r Role, note string) (Approval, error) {
	fail := func(err error) (Approval, error) {
		return Approval{}, fmt.Errorf("sign off %s: %w", storage.Ref(id), err)
	}
	sum, err := o.store.Contents(ctx, id)
	if err != nil {
		return fail(err)
	}
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return fail(err)
	}
	if d.State == storage.Nhap && step != storage.Refused {
		return fail(ErrNotChecked)
	}
	if _, err := o.store.SignOff(ctx, storage.SignOff{DossierID: id, Step: step, Name: r.Name, Person: r.ID, Proven: r.Protected, Note: typed(note)}, sum); err != nil {
		return fail(err)
	}
	return o.Approval(ctx, id)
}

// refuseUnapproved stops a signature that another person has not agreed to, where the
// employer asks for two.
func (o *Office) refuseUnapproved(ctx context.Context, d storage.Dossier) error {
	two, err := o.NeedsTwo(ctx, d.MaSoThue)
	if err != nil || !two {
		return err
	}
	trail, err := o.store.SignOffs(ctx, d.ID)
	if err != nil {
		return err
	}
	if _, by := trailEnds(trail); by == "" {
		return fmt.Errorf("sign dossier %s: %w", storage.Ref(d.ID), ErrNotApproved)
	}
	return nil
}

// awaits is what a checked draft waits for beside the signature, in words.
func (o *Office) awaits(ctx context.Context, d storage.Dossier) (string, error) {
	if d.State != storage.DaKiem {
		return "", nil
	}
	err := o.refuseOut(ctx, d)
	if err == nil {
		err = o.refuseUnapproved(ctx, d)
	}
	switch {
	case errors.Is(err, storage.ErrOut):
		return "Đang giao ký", nil
	case errors.Is(err, ErrNotApproved):
		return "Chờ duyệt", nil
	}
	return "", err
}

// countWaiting counts the checked drafts that wait for approval, of employers that ask
// for two persons.
func (o *Office) countWaiting(ctx context.Context, b *Board, at map[string]int) error {
	var asks []string
	for _, r := range b.Rows {
		if r.ToSign == 0 {
			continue
		}
		two, err := o.NeedsTwo(ctx, r.Employer.MaSoThue)
		if err != nil {
			return err
		}
		if two {
			asks = append(asks, r.Employer.MaSoThue)
		}
	}
	if len(asks) == 0 {
		return nil
	}
	drafts, err := o.store.DraftsOf(ctx, b.Month, asks, storage.DaKiem)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		trail, err := o.store.SignOffs(ctx, d.ID)
		if err != nil {
			return err
		}
		if h, err := o.store.HandoverOf(ctx, d.ID); err == nil && h.EndedAt.IsZero() {
			continue // it is out, and counted so
		}
		if _, by := trailEnds(trail); by == "" {
			r := &b.Rows[at[d.MaSoThue]]
			r.Waiting, r.ToSign = r.Waiting+1, r.ToSign-1
		}
	}
	return nil
}

// Doubts is what a line of a trail cannot say for itself, in brackets; "" where all is
// well.
func (s SignOff) Doubts() string {
	switch {
	case !s.Witnessed:
		return " (nhật ký ở đây không có dòng này)"
	case !s.Current:
		return " (hồ sơ đã sửa sau đó)"
	case !s.Proven:
		return " (không có mật khẩu)"
	}
	return ""
}

// Say is where the dossier stands between two persons, in words.
func (a Approval) Say() string {
	switch {
	case !a.Needed:
		return "Đơn vị không yêu cầu hai người."
	case a.Approved:
		return "Đã duyệt bởi " + a.By + ", ký được."
	case a.Submitted:
		return "Đã trình, chờ người khác duyệt."
	}
	return "Chờ trình duyệt."
}
