package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// ErrNoQuestion: nothing of that code is asked about the month's payroll.
var ErrNoQuestion = errors.New("no such question")

// ErrNoDecision: there is no decision of that number.
var ErrNoDecision = errors.New("no such decision")

// Decided is a decision as it is kept, with whom it is about in words.
type Decided struct {
	payroll.QuyetDinh
	Loai string    // the kind of the question
	O    string    // sheet and cell of the line
	Ten  string    // of whom the line is, "" for nobody
	Khac []string  // names of those whom it is not
	Ai   string    // who decided
	Luc  time.Time // when
}

// Decide answers the question of a code (payroll.ChuaRo.Ma) about the payroll of a
// month, and keeps the answer: from then on Compare proposes by it. ErrNoQuestion,
// payroll.ErrViec, payroll.ErrUngVien.
func (o *Office) Decide(ctx context.Context, month law.Month, code string, a payroll.Answer) (payroll.QuyetDinh, error) {
	fail := func(err error) (payroll.QuyetDinh, error) {
		return payroll.QuyetDinh{}, fmt.Errorf("decide %s of %s: %w", storage.Ref(code), month.ISO(), err)
	}
	res, p, err := o.compare(ctx, month)
	if err != nil {
		return fail(err)
	}
	for _, u := range res.Undecided {
		if !strings.EqualFold(u.Ma(), code) || len(u.Duoc) == 0 {
			continue
		}
		q, err := u.Decide(a)
		if err != nil {
			return fail(err)
		}
		line, err := json.Marshal(q.Dong)
		if err != nil {
			return fail(err)
		}
		at := u.Source
		if u.DongDau != nil && !a.Dau {
			at = u.Other
		}
		dv, err := o.Company(ctx)
		if err != nil {
			return fail(err)
		}
		q.ID, err = o.store.AddDecision(ctx, dv.MaSoThue, storage.Decision{Month: month, What: string(q.Viec), Kind: u.Loai, Line: line,
			Person: q.Nguoi, Others: q.Khac, Take: q.Nhan, Cell: at.String(), SHA256: p.SHA256})
		if err != nil {
			return fail(err)
		}
		return q, nil
	}
	return fail(ErrNoQuestion)
}

// Decisions lists what was decided about lines of payrolls of the employer at hand,
// earliest first.
func (o *Office) Decisions(ctx context.Context) ([]Decided, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	all, err := o.decisions(ctx, dv.MaSoThue)
	if err != nil || len(all) == 0 {
		return all, err
	}
	people, err := o.store.Roster(ctx, dv.MaSoThue, allMonths)
	if err != nil {
		return nil, err
	}
	names := byID(people)
	for i := range all {
		d := &all[i]
		d.Ten = names[d.Nguoi].HoTen
		for _, id := range d.QuyetDinh.Khac {
			d.Khac = append(d.Khac, names[id].HoTen)
		}
	}
	return all, nil
}

// allMonths is later than any month of the roster.
const allMonths law.Month = 999912

func (o *Office) decisions(ctx context.Context, mst string) ([]Decided, error) {
	kept, err := o.store.Decisions(ctx, mst)
	if err != nil {
		return nil, err
	}
	return decidedOf(kept)
}

func decidedOf(kept []storage.Decision) ([]Decided, error) {
	out := make([]Decided, len(kept))
	for i, k := range kept {
		out[i] = Decided{Loai: k.Kind, O: k.Cell, Ai: k.Who, Luc: k.At, QuyetDinh: payroll.QuyetDinh{
			ID: k.ID, Thang: k.Month, Viec: payroll.Viec(k.What), Nguoi: k.Person, Khac: k.Others, Nhan: k.Take}}
		if err := json.Unmarshal(k.Line, &out[i].Dong); err != nil {
			return nil, fmt.Errorf("read decision %d: %w", k.ID, err)
		}
	}
	return out, nil
}

// Undecide takes a decision back: the line is asked about again, or what was decided
// before counts. ErrNoDecision.
func (o *Office) Undecide(ctx context.Context, id int64) error {
	dv, err := o.Company(ctx)
	if err != nil {
		return err
	}
	err = o.store.DropDecision(ctx, dv.MaSoThue, id)
	if errors.Is(err, storage.ErrNotFound) {
		return fmt.Errorf("take back decision %d: %w", id, ErrNoDecision)
	}
	return err
}

// Say is the decision in one sentence.
func (d Decided) Say() string {
	say := "dòng của " + d.Dong.HoTen + ": " + d.Viec.Say()
	switch {
	case d.Ten != "":
		say += " (" + d.Ten + ", " + d.Nguoi + ")"
	case d.Viec == payroll.HaiNguoiKhac && len(d.Khac) > 0:
		say += ", không phải " + strings.Join(d.Khac, ", ")
	}
	if d.Nhan {
		say += "; thông tin nhân thân theo bảng lương"
	}
	return say
}
