package office

import (
	"context"
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// BoardRow is one employer's month on the board of all employers. What is counted is
// of the month's dossiers, but for Lacking, which is of the people.
type BoardRow struct {
	Employer  facts.DonVi
	Drafts    int // nháp: drafts, checked or not
	Lacking   int // thiếu dữ liệu: people whose record lacks something
	Faulty    int // lỗi: drafts whose last check found a fault
	Unchecked int // drafts that nobody has checked as they stand
	Waiting   int // chờ duyệt: checked, and another person has not approved yet
	ToSign    int // chờ ký: checked, and nothing stands in the way of the signature
	Out       int // out to be signed elsewhere
	ToSend    int // chờ gửi: signed or queued
	Doubt     int // in doubt: a person decides
	Sent      int // đã nộp: with the agency, or finished there
	Returned  int // trả lại
	Statement bool
	C12       *storage.C12Check // nil: no statement, or not held against our figures yet
	Payroll   bool
	Due       law.Day // the nearest day from today on; 0 = none is known
	DueSay    string  // what is due then
}

// Work reports whether something of the month is left for a person to do.
func (r BoardRow) Work() bool {
	return r.Drafts+r.ToSend+r.Doubt+r.Returned+r.Lacking > 0 || !r.Payroll || r.C12 == nil && r.Statement || r.C12 != nil && r.C12.Lech > 0
}

// Board is the month of every employer.
type Board struct {
	Month law.Month
	Rows  []BoardRow // by tax code
}

// Board gathers the month of all employers in a few passes over the data, whatever
// their number. Faults and differences are those of the last check; nothing is
// reckoned anew but the nearest day.
func (o *Office) Board(ctx context.Context, month law.Month) (Board, error) {
	out := Board{Month: month}
	fail := func(err error) (Board, error) { return out, fmt.Errorf("board of %s: %w", month.ISO(), err) }
	lines, err := o.store.Board(ctx, month)
	if err != nil {
		return fail(err)
	}
	at := map[string]int{}
	for i, l := range lines {
		at[l.Employer.MaSoThue] = i
		out.Rows = append(out.Rows, boardRow(l))
	}
	if err := o.countWaiting(ctx, &out, at); err != nil {
		return fail(err)
	}
	dues, err := o.newBoardDues(ctx, month)
	if err != nil {
		return fail(err)
	}
	for i := range out.Rows {
		dues.payments(&out.Rows[i])
	}
	err = o.store.EveryRoster(ctx, month, func(mst string, p facts.NguoiLaoDong) error {
		i, ok := at[mst]
		if !ok || p.TrangThai == facts.DaNghi {
			return nil
		}
		if len(Missing(p)) > 0 {
			out.Rows[i].Lacking++
		}
		dues.person(&out.Rows[i], p)
		return nil
	})
	if err != nil {
		return fail(err)
	}
	return out, nil
}

func boardRow(l storage.BoardLine) BoardRow {
	n := l.States
	r := BoardRow{
		Employer: l.Employer, Drafts: n[storage.Nhap] + n[storage.DaKiem], Faulty: l.Faulty, Unchecked: l.Unchecked, Out: l.Out,
		ToSign: n[storage.DaKiem] - l.Out, ToSend: n[storage.DaKy] + n[storage.ChoGui] + n[storage.DangGui], Doubt: n[storage.NghiVan],
		Returned: n[storage.TraLai], Statement: l.Statement, C12: l.C12, Payroll: l.Payroll,
	}
	for _, s := range []storage.State{storage.DaGui, storage.TiepNhan, storage.DangGiaiQuyet, storage.CoKetQua} {
		r.Sent += n[s]
	}
	return r
}

// boardDues finds the nearest day of each employer. Days that depend on nothing of the
// employer's own are reckoned once.
type boardDues struct {
	s     search
	ways  map[string][]Due // of a way of paying
	today law.Day
}

func (o *Office) newBoardDues(ctx context.Context, month law.Month) (*boardDues, error) {
	b := &boardDues{s: search{o: o, ctx: ctx, month: month}, ways: map[string][]Due{}, today: o.Today()}
	var err error
	if b.s.cau.Lich, err = o.Calendar(ctx); err != nil {
		return nil, err
	}
	b.s.cau.Sach, err = o.LawBookOf(ctx, "")
	b.s.cau.HomNay, b.s.out.HomNay = b.today, b.today
	return b, err
}

func (b *boardDues) payments(r *BoardRow) {
	way := r.Employer.PhuongThuc
	if _, ok := b.ways[way]; !ok {
		b.s.out.Viec = nil
		b.s.payments(r.Employer)
		b.ways[way] = slices.Clone(b.s.out.Viec)
	}
	for _, d := range b.ways[way] {
		b.take(r, d)
	}
}

func (b *boardDues) person(r *BoardRow, p facts.NguoiLaoDong) {
	b.s.out.Viec = b.s.out.Viec[:0]
	b.s.person(p)
	for _, d := range b.s.out.Viec {
		b.take(r, d)
	}
}

func (b *boardDues) take(r *BoardRow, d Due) {
	if d.Viec.Ngay >= b.today && (r.Due == 0 || d.Viec.Ngay < r.Due) {
		r.Due, r.DueSay = d.Viec.Ngay, d.What()
	}
}
