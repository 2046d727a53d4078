package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/forms/c12"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// ErrNoStatement: no statement of that month has been taken in.
var ErrNoStatement = errors.New("no statement of that month")

// C12 is a month's statement held against our figures.
type C12 struct {
	*c12.KetQua
	Statement *c12.ThongBao
	File      string       // the name of the statement's file
	Previous  bool         // the statement of the month before is there
	Faults    []form.Fault // what is wrong with the statement's own arithmetic; nothing for the older layout

	due *c12.DuTinh
	dv  facts.DonVi
}

// Reconcile holds the agency's statement of a month against the roster, the payroll
// and what was sent, and says who makes the differences and why. ErrNoStatement.
func (o *Office) Reconcile(ctx context.Context, month law.Month) (*C12, error) {
	fail := func(err error) (*C12, error) { return nil, fmt.Errorf("reconcile %s: %w", month.ISO(), err) }
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	now, kept, err := o.statement(ctx, dv.MaSoThue, month)
	if err != nil {
		return fail(err)
	}
	if now == nil {
		return fail(ErrNoStatement)
	}
	before, _, err := o.statement(ctx, dv.MaSoThue, month.Add(-1))
	if err != nil {
		return fail(err)
	}
	book, err := o.LawBookOf(ctx, dv.MaSoThue)
	if err != nil {
		return fail(err)
	}
	people, lacking, err := o.c12People(ctx, dv, month, book)
	if err != nil {
		return fail(err)
	}
	due := c12.Tinh(month, people, book)
	due.LuuY = lacking
	out := HoldC12(now, before, due, kept.TenTep)
	out.dv = dv
	if d := now.Doc(); d != nil {
		out.Faults = d.Check(o.Today(), month)
	}
	if o.viewOnly {
		return out, nil
	}
	return out, o.store.KeepC12Check(ctx, dv.MaSoThue, month, out.Differs())
}

// HoldC12 holds a statement, whose file has a name, against what it should say; before
// is the statement of the month before, nil where there is none.
func HoldC12(now, before *c12.ThongBao, due *c12.DuTinh, file string) *C12 {
	return &C12{KetQua: c12.Compare(now, due, before), Statement: now, File: file, Previous: before != nil, due: due}
}

// WhyC12 explains a cell of the table: the statement's side, ours, and what makes the
// difference. ErrNotAnAmount for a cell that is not compared.
func (r *C12) WhyC12(ma string, c c12.Cot) (Explained, error) {
	got, ok := r.Bai(r.due, ma, c)
	if !ok {
		return Explained{}, fmt.Errorf("explain %s of a statement: %w", ma, ErrNotAnAmount)
	}
	title := fmt.Sprintf("Chênh lệch dòng %s, cột %s, tháng %s", ma, c.Ten(), r.Thang)
	return Explained{Title: title, KetQuaTinh: got}, nil
}

// Causes are the likeliest answer's causes, then those of the debt and of the
// surcharge: what can be mended, by number.
func (r *C12) Causes() (out []c12.NguyenNhan) {
	if len(r.LoiGiai) > 0 {
		out = append(out, r.LoiGiai[0].NguyenNhan...)
	}
	return append(append(out, r.No...), r.Lai...)
}

// Differs counts what there is to look at: the causes of the likeliest answer, and what
// nothing explains.
func (r *C12) Differs() int {
	if r.Khop() {
		return 0
	}
	return max(1, len(r.Causes())+len(r.KyTruoc)+len(r.Con))
}

// Words are the differences in one sentence.
func (r *C12) Words() string {
	switch {
	case r.Khop():
		return "Thông báo khớp với số của đơn vị"
	case len(r.LoiGiai) == 0 && len(r.Lai) == 0 && len(r.No) == 0:
		return fmt.Sprintf("%d chỗ lệch chưa giải thích được", len(r.Con)+len(r.KyTruoc))
	}
	n := map[string]bool{}
	causes := len(r.Lai)
	if len(r.LoiGiai) > 0 {
		causes += len(r.LoiGiai[0].NguyenNhan)
		for _, x := range r.LoiGiai[0].NguyenNhan {
			for _, a := range x.Ai {
				n[a.ID+a.HoTen] = true
			}
		}
	}
	say := fmt.Sprintf("Lệch vì %d nguyên nhân", causes)
	if len(n) > 0 {
		say += fmt.Sprintf(", %d người", len(n))
	}
	if left := len(r.Con) + len(r.KyTruoc); left > 0 {
		say += fmt.Sprintf("; %d chỗ chưa giải thích được", left)
	}
	return say
}
