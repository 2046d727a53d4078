package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// ErrNoJoin: there is no join of that number.
var ErrNoJoin = errors.New("no such join")

// ErrJoinChoice: what was asked of a join names no fact and no month that differs.
var ErrJoinChoice = errors.New("nothing of that name differs between the two")

// Duplicates finds the records of the employer at hand that look like one person,
// likeliest first; not those of which somebody has said that they are two.
func (o *Office) Duplicates(ctx context.Context) ([]payroll.TrungNguoi, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	roster, err := o.store.Roster(ctx, dv.MaSoThue, allMonths)
	if err != nil {
		return nil, err
	}
	apart, err := o.store.Apart(ctx, dv.MaSoThue)
	if err != nil {
		return nil, err
	}
	return payroll.Duplicates(roster, apart), nil
}

// JoinFact is a fact of which two records of one person say something: what each says,
// and what stands afterwards.
type JoinFact struct {
	Ten  string `json:"ten"` // "soCCCD"; a month is "2026-10"
	Say  string `json:"say"`
	Giu  string `json:"giu"`  // of the record that stays
	Bo   string `json:"bo"`   // of the one that goes
	Con  string `json:"con"`  // what stands
	Xung bool   `json:"xung"` // they contradict each other: somebody has to have chosen
}

// JoinPlan is what a join would do.
type JoinPlan struct {
	Giu    facts.NguoiLaoDong `json:"giu"`
	Bo     facts.NguoiLaoDong `json:"bo"`
	Diem   int                `json:"diem"`
	LyDo   []string           `json:"lyDo"`
	Facts  []JoinFact         `json:"facts"`
	Months []JoinFact         `json:"months"`
	HoSo   []string           `json:"hoSo"` // dossiers that name one of the two; they stay as they are

	order storage.Join
}

// PlanJoin says what JoinPeople would do with two records: the facts of both, those that
// contradict each other, the months that both have. What the one who stays says stands,
// but for the facts and months that theirs names. ErrJoinChoice.
func (o *Office) PlanJoin(ctx context.Context, keep, gone string, theirs []string) (JoinPlan, error) {
	fail := func(err error) (JoinPlan, error) {
		return JoinPlan{}, fmt.Errorf("join %s with %s: %w", storage.Ref(keep), storage.Ref(gone), err)
	}
	if keep == gone {
		return fail(storage.ErrSamePerson)
	}
	a, err := o.store.History(ctx, keep)
	if err != nil {
		return fail(err)
	}
	b, err := o.store.History(ctx, gone)
	if err != nil {
		return fail(err)
	}
	p := JoinPlan{Giu: a[len(a)-1], Bo: b[len(b)-1], Facts: []JoinFact{}, Months: []JoinFact{}, HoSo: []string{}, LyDo: []string{}}
	if found := payroll.Duplicates([]facts.NguoiLaoDong{p.Giu, p.Bo}, nil); len(found) > 0 {
		p.Diem, p.LyDo = found[0].Diem, found[0].LyDo
	}
	left := slices.Clone(theirs)
	chosen := func(name string) bool {
		i := slices.Index(left, name)
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
		return i >= 0
	}
	p.order = storage.Join{Keep: keep, Gone: gone, Identity: p.Giu}
	for _, f := range identityFacts {
		p.fact(f, chosen)
	}
	p.months(a, b, chosen)
	if len(left) > 0 {
		return fail(fmt.Errorf("%w: %v", ErrJoinChoice, left))
	}
	for _, id := range []string{keep, gone} {
		s, err := o.store.Subject(ctx, id)
		if err != nil {
			return fail(err)
		}
		for _, d := range s.Dossiers {
			if !slices.Contains(p.HoSo, d.ID) {
				p.HoSo = append(p.HoSo, d.ID)
			}
		}
	}
	slices.Sort(p.HoSo)
	return p, nil
}

// identityFact is a fact that is not dated, read and written as text.
type identityFact struct {
	name string
	of   func(*facts.NguoiLaoDong) string
	take func(to, from *facts.NguoiLaoDong)
}

func textFact(name string, at func(*facts.NguoiLaoDong) *string) identityFact {
	return identityFact{name, func(p *facts.NguoiLaoDong) string { return *at(p) }, func(to, from *facts.NguoiLaoDong) { *at(to) = *at(from) }}
}

var identityFacts = []identityFact{
	textFact(payroll.HoTen, func(p *facts.NguoiLaoDong) *string { return &p.HoTen }),
	textFact(payroll.MaSoBHXH, func(p *facts.NguoiLaoDong) *string { return &p.MaSoBHXH }),
	textFact(payroll.SoCCCD, func(p *facts.NguoiLaoDong) *string { return &p.SoCCCD }),
	{payroll.NgaySinh, func(p *facts.NguoiLaoDong) string { return p.NgaySinh.String() }, func(to, from *facts.NguoiLaoDong) { to.NgaySinh = from.NgaySinh }},
	{payroll.GioiTinh, func(p *facts.NguoiLaoDong) string { return p.GioiTinh.Ten() }, func(to, from *facts.NguoiLaoDong) { to.GioiTinh = from.GioiTinh }},
	textFact("maNV", func(p *facts.NguoiLaoDong) *string { return &p.MaNV }),
	textFact("quocTich", func(p *facts.NguoiLaoDong) *string { return &p.QuocTich }),
	textFact("danToc", func(p *facts.NguoiLaoDong) *string { return &p.DanToc }),
	textFact("dienThoai", func(p *facts.NguoiLaoDong) *string { return &p.DienThoai }),
	textFact("email", func(p *facts.NguoiLaoDong) *string { return &p.Email }),
	textFact("diaChi", func(p *facts.NguoiLaoDong) *string { return &p.DiaChi }),
	textFact("maXa", func(p *facts.NguoiLaoDong) *string { return &p.MaXa }),
	textFact("maTinh", func(p *facts.NguoiLaoDong) *string { return &p.MaTinh }),
	textFact("maKCB", func(p *facts.NguoiLaoDong) *string { return &p.MaKCB }),
}

// fact takes one fact over where the one who stays has none, or where it was chosen.
func (p *JoinPlan) fact(f identityFact, chosen func(string) bool) {
	x := JoinFact{Ten: f.name, Say: FactName(f.name), Giu: f.of(&p.Giu), Bo: f.of(&p.Bo)}
	if x.Giu == x.Bo || x.Bo == "" {
		return
	}
	x.Xung = x.Giu != ""
	if !x.Xung || chosen(f.name) {
		f.take(&p.order.Identity, &p.Bo)
	}
	x.Con = f.of(&p.order.Identity)
	p.Facts = append(p.Facts, x)
}

// months holds two histories against each other.
func (p *JoinPlan) months(a, b []facts.NguoiLaoDong, chosen func(string) bool) {
	of := map[law.Month]facts.NguoiLaoDong{}
	for _, h := range a {
		of[h.TuThang] = h
	}
	for _, h := range b {
		x := JoinFact{Ten: h.TuThang.ISO(), Say: "từ tháng " + h.TuThang.String(), Bo: standsAs(h)}
		x.Con = x.Bo
		if was, both := of[h.TuThang]; both {
			x.Giu = standsAs(was)
			if x.Xung = x.Giu != x.Bo; !x.Xung {
				continue
			}
			if x.Con = x.Giu; chosen(x.Ten) {
				x.Con = x.Bo
				p.order.Theirs = append(p.order.Theirs, h.TuThang)
			}
		}
		p.Months = append(p.Months, x)
	}
}

// standing is how a person stands from a month on, in words.
func standsAs(p facts.NguoiLaoDong) string {
	say := p.TrangThai.Say()
	if pay := dong(p.Luong, p.Luong.MucLuong); pay != "" {
		say += ", lương " + pay
	}
	for _, s := range []string{p.ChucDanh, p.PhongBan, p.NoiLamViec} {
		if s != "" {
			say += ", " + s
		}
	}
	if p.HopDong.So != "" {
		say += ", HĐ " + p.HopDong.So
	}
	return say
}

// JoinPeople makes two records of one person one, as PlanJoin says. Dossiers and what
// was sent stay as they are, and are found by the numbers of both.
func (o *Office) JoinPeople(ctx context.Context, keep, gone string, theirs []string) (JoinPlan, int64, error) {
	p, err := o.PlanJoin(ctx, keep, gone, theirs)
	if err != nil {
		return p, 0, err
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return p, 0, err
	}
	n, err := o.store.JoinPeople(ctx, dv.MaSoThue, p.order)
	return p, n, err
}

// PartPeople takes a join back; what changed since stays with who was kept. ErrNoJoin,
// storage.ErrJoinedLate.
func (o *Office) PartPeople(ctx context.Context, n int64) (storage.Joined, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return storage.Joined{}, err
	}
	j, err := o.store.PartPeople(ctx, dv.MaSoThue, n)
	if errors.Is(err, storage.ErrNotFound) {
		err = fmt.Errorf("part people: %w", ErrNoJoin)
	}
	return j, err
}

// JoinedPeople lists the joins of the employer at hand that can be taken back, earliest
// first.
func (o *Office) JoinedPeople(ctx context.Context) ([]storage.Joined, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	return o.store.JoinedPeople(ctx, dv.MaSoThue)
}

// KeepApart remembers that two records are two people, so that they are not found again;
// AskAgain forgets that.
func (o *Office) KeepApart(ctx context.Context, a, b string) error {
	dv, err := o.Company(ctx)
	if err != nil {
		return err
	}
	return o.store.KeepApart(ctx, dv.MaSoThue, a, b)
}

// AskAgain takes KeepApart back.
func (o *Office) AskAgain(ctx context.Context, a, b string) error {
	dv, err := o.Company(ctx)
	if err != nil {
		return err
	}
	return o.store.AskAgain(ctx, dv.MaSoThue, a, b)
}

// ApartPeople are two records of which somebody said that they are two people.
type ApartPeople struct {
	A, B facts.NguoiLaoDong
	Who  string
	At   time.Time
}

// KeptApart lists the pairs that KeepApart remembers, earliest first.
func (o *Office) KeptApart(ctx context.Context) ([]ApartPeople, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	pairs, err := o.store.KeptApart(ctx, dv.MaSoThue)
	if err != nil || len(pairs) == 0 {
		return nil, err
	}
	roster, err := o.store.Roster(ctx, dv.MaSoThue, allMonths)
	if err != nil {
		return nil, err
	}
	of := map[string]facts.NguoiLaoDong{}
	for _, p := range roster {
		of[p.ID] = p
	}
	out := make([]ApartPeople, len(pairs))
	for i, p := range pairs {
		out[i] = ApartPeople{of[p.A], of[p.B], p.Who, p.At}
	}
	return out, nil
}
