package office

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// Figures are what the reports show as pictures: months, claims, contracts that end,
// and what is late.
type Figures struct {
	Months []MonthLine `json:"months"`
	Moves  []Move      `json:"moves"`
	Claims []ClaimLine `json:"claims"`
	Ending []Ending    `json:"ending"`
	Late   []LateTask  `json:"late"`
	Begins law.Month   `json:"begins"` // of the roster; 0: nobody is in it
}

// MonthLine is a month by the roster. Where Known is false nothing is known of it, and
// of the month with which the roster begins the changes are not.
type MonthLine struct {
	Month    law.Month `json:"month"`
	Known    bool      `json:"known"`
	First    bool      `json:"first"`
	Heads    int64     `json:"heads"` // at its end
	Up       int64     `json:"up"`    // new or moved in
	Back     int64     `json:"back"`
	Gone     int64     `json:"gone"`
	Away     int64     `json:"away"`  // for a while
	NoPay    int64     `json:"noPay"` // contribute, and nobody has said the pay
	Fund     int64     `json:"fund"`
	Employee int64     `json:"employee"` // what is due from the workers
	Employer int64     `json:"employer"`
}

// Move is somebody who began or ceased to contribute.
type Move struct {
	Month law.Month `json:"month"`
	ID    string    `json:"id"`
	HoTen string    `json:"hoTen"`
	Say   string    `json:"what"` // from which state into which
	Up    bool      `json:"up"`
}

// ClaimLine counts the periods of a benefit by what became of them.
type ClaimLine struct {
	CheDo   string `json:"cheDo"`
	Waiting int64  `json:"waiting"`
	Granted int64  `json:"granted"`
	Refused int64  `json:"refused"`
}

// Ending is a contract that ends.
type Ending struct {
	ID       string  `json:"id"`
	HoTen    string  `json:"hoTen"`
	ChucDanh string  `json:"chucDanh"`
	Den      law.Day `json:"-"`
}

// LateTask is something whose time is over.
type LateTask struct {
	About   string  `json:"about"`
	Event   string  `json:"event"`
	Days    int     `json:"days"` // late by so many
	Dossier string  `json:"dossierId,omitempty"`
	Person  string  `json:"personId,omitempty"`
	Until   law.Day `json:"-"`
}

// endingMonths is how far ahead contracts are looked at.
const endingMonths = 3

// Figures gathers the pictures of the reports over the months from and until.
func (o *Office) Figures(ctx context.Context, from, until law.Month) (Figures, error) {
	fail := func(err error) (Figures, error) { return Figures{}, fmt.Errorf("figures: %w", err) }
	r := &reporter{ctx: ctx, o: o, in: ReportOrder{Month: until, From: from}, people: map[string]bool{}}
	var err error
	if r.dv, err = o.Company(ctx); err != nil {
		return fail(err)
	}
	if r.book, err = o.LawBook(ctx); err != nil {
		return fail(err)
	}
	c, err := r.counted()
	if err != nil {
		return fail(err)
	}
	out := Figures{Begins: c.begins, Months: c.monthLines(), Moves: c.movesTold(), Claims: []ClaimLine{}}
	if out.Claims, err = r.claimLines(); err != nil {
		return fail(err)
	}
	if out.Ending, err = r.ending(); err != nil {
		return fail(err)
	}
	dues, err := o.DeadlinesFromStore(ctx, until)
	if err != nil {
		return fail(err)
	}
	out.Late = late(dues)
	return out, nil
}

func (c *monthCount) monthLines() []MonthLine {
	out := make([]MonthLine, len(c.heads))
	for i, h := range c.heads {
		out[i] = MonthLine{Month: h.month}
		if c.begins == 0 || h.month < c.begins {
			continue
		}
		out[i] = MonthLine{Month: h.month, Known: true, First: h.month == c.begins, Heads: h.at, Up: h.up, Back: h.back, Gone: h.gone, Away: h.away,
			NoPay: h.noPay, Fund: h.fund, Employee: h.due.NguoiLaoDong.Tong, Employer: h.due.DonVi.Tong}
	}
	return out
}

func (c *monthCount) movesTold() []Move {
	out := make([]Move, 0, len(c.moves))
	for _, m := range c.moves {
		was := "chưa có trong danh sách"
		if m.was != "" {
			was = m.was.Say()
		}
		out = append(out, Move{Month: m.month, ID: m.who.ID, HoTen: m.who.HoTen, Say: was + " → " + m.now.Say(), Up: m.now == facts.DangDong})
	}
	slices.SortStableFunc(out, func(a, b Move) int { return cmp.Compare(a.Month, b.Month) })
	return out
}

// claimLines counts the claims up to the last month, kinds without any left out.
func (r *reporter) claimLines() ([]ClaimLine, error) {
	all, err := r.o.store.BenefitsOf(r.ctx, r.dv.MaSoThue)
	if err != nil {
		return nil, err
	}
	out := []ClaimLine{}
	for _, k := range facts.CheDos() {
		l := ClaimLine{CheDo: k.Say()}
		for _, b := range all {
			switch {
			case b.CheDo != k || b.TuNgay > r.in.Month.Last():
			case b.State == storage.DaDuyet:
				l.Granted++
			case b.Counts():
				l.Waiting++
			default:
				l.Refused++
			}
		}
		if l.Waiting+l.Granted+l.Refused > 0 {
			out = append(out, l)
		}
	}
	return out, nil
}

// ending lists the contracts that end in the last month or soon after it, the nearest
// first. A contract without an end is none.
func (r *reporter) ending() ([]Ending, error) {
	all, err := r.o.store.Roster(r.ctx, r.dv.MaSoThue, r.in.Month)
	if err != nil {
		return nil, err
	}
	out := []Ending{}
	for _, p := range all {
		if d := p.HopDong.Den; p.TrangThai != facts.DaNghi && d >= r.in.Month.First() && d <= r.in.Month.Add(endingMonths).Last() {
			out = append(out, Ending{ID: p.ID, HoTen: p.HoTen, ChucDanh: p.ChucDanh, Den: d})
		}
	}
	slices.SortStableFunc(out, func(a, b Ending) int { return cmp.Compare(a.Den, b.Den) })
	return out, nil
}

// late are the tasks of which the day is over and known.
func late(d Dues) []LateTask {
	out := []LateTask{}
	for _, v := range d.Viec {
		if v.Viec.Ngay > 0 && v.Viec.Ngay < d.HomNay {
			out = append(out, LateTask{About: v.Ai, Event: v.What(), Days: -v.Viec.Con, Dossier: v.Dossier, Person: v.PersonID, Until: v.Viec.Ngay})
		}
	}
	return out
}

// MarshalJSON writes the month as yyyy-MM, "" where nobody is in the roster.
func (f Figures) MarshalJSON() ([]byte, error) {
	type plain Figures
	begins := ""
	if f.Begins != 0 {
		begins = f.Begins.ISO()
	}
	return json.Marshal(struct {
		Begins string `json:"begins"`
		plain
	}{begins, plain(f)})
}

// MarshalJSON writes the month as yyyy-MM.
func (m MonthLine) MarshalJSON() ([]byte, error) {
	type plain MonthLine
	return json.Marshal(struct {
		Month string `json:"month"`
		plain
	}{m.Month.ISO(), plain(m)})
}

// MarshalJSON writes the month as yyyy-MM.
func (m Move) MarshalJSON() ([]byte, error) {
	type plain Move
	return json.Marshal(struct {
		Month string `json:"month"`
		plain
	}{m.Month.ISO(), plain(m)})
}

// MarshalJSON writes the day as yyyy-MM-dd.
func (e Ending) MarshalJSON() ([]byte, error) {
	type plain Ending
	return json.Marshal(struct {
		Den string `json:"until"`
		plain
	}{e.Den.ISO(), plain(e)})
}

// MarshalJSON writes the day as yyyy-MM-dd.
func (t LateTask) MarshalJSON() ([]byte, error) {
	type plain LateTask
	return json.Marshal(struct {
		Until string `json:"until"`
		plain
	}{t.Until.ISO(), plain(t)})
}
