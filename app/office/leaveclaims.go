package office

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/m01bhsb"
	"ankhai/forms/payroll"
	"ankhai/forms/services"
	"ankhai/storage"
)

// ErrNoTimes: no timesheet of that month has been taken in.
var ErrNoTimes = errors.New("no timesheet of that month")

// LeaveClaim is a leave that the month's timesheet shows, as it would be asked for.
type LeaveClaim struct {
	payroll.Nghi
	Nhom    string   // group of form 01B-HSB; "" where the sign alone does not tell it
	Words   string   // the sign in words
	Asked   string   // where the leave, or a part of it, is asked for already; "" = nowhere
	Left    *Days    // days left of the year for the kind, before this leave; nil: not known
	Unknown []string // what the timesheet cannot tell and the form wants
}

// leaveKinds are the groups that a sign stands for: a person's own sickness and the
// child's have one, maternity has many.
var leaveKinds = map[byte]struct {
	words, group string
	kind         facts.CheDo
}{
	facts.NuaOm:      {"nghỉ ốm", "omDau", facts.OmDau},
	facts.NuaConOm:   {"con ốm", "conOm", facts.ConOm},
	facts.NuaThaiSan: {"nghỉ thai sản", "", ""},
}

// LeaveClaims lists the leaves of the month's timesheet for which a benefit may be
// claimed, with what stands against each. ErrNoPayroll, ErrNoTimes.
func (o *Office) LeaveClaims(ctx context.Context, month law.Month) ([]LeaveClaim, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	p, err := o.store.Payroll(ctx, dv.MaSoThue, month)
	if errors.Is(err, storage.ErrNotFound) {
		return nil, fmt.Errorf("leaves of %s: %w", month.ISO(), ErrNoPayroll)
	}
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(p.Rows, func(r facts.DongLuong) bool { return r.ChamCong.Co() }) {
		return nil, fmt.Errorf("leaves of %s: %w", month.ISO(), ErrNoTimes)
	}
	roster, err := o.store.Roster(ctx, dv.MaSoThue, month)
	if err != nil {
		return nil, err
	}
	leaves := payroll.Leaves(payroll.Input{DonVi: dv, Roster: roster, Rows: p.Rows, Month: month})
	if len(leaves) == 0 {
		return []LeaveClaim{}, nil
	}
	drafts, err := o.draftedPeriods(ctx, dv.MaSoThue)
	if err != nil {
		return nil, err
	}
	out := make([]LeaveClaim, 0, len(leaves))
	for _, n := range leaves {
		c := LeaveClaim{Nghi: n, Nhom: leaveKinds[n.Loai].group, Words: leaveKinds[n.Loai].words}
		if err := o.weigh(ctx, &c, drafts); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// weigh says what stands against a leave and what is missing.
func (o *Office) weigh(ctx context.Context, c *LeaveClaim, drafts []draftedPeriod) error {
	add := func(is bool, what string) {
		if is {
			c.Unknown = append(c.Unknown, what)
		}
	}
	add(c.Nhom == "", "nhóm hưởng: khám thai, sảy thai, sinh con, vợ sinh con …")
	add(c.Loai == facts.NuaOm, "giấy chứng nhận hoặc giấy ra viện; bệnh dài ngày thì đổi nhóm")
	add(c.Loai == facts.NuaConOm, "con nào, giấy chứng nhận hoặc giấy ra viện")
	add(c.Truoc, "có nghỉ từ tháng trước không")
	add(c.Sau, "có nghỉ tiếp sang tháng sau không")
	add(!c.Biet, "người này là ai trong danh sách lao động")
	if !c.Biet {
		return nil
	}
	meets := func(p facts.DotHuong) bool { return p.TuNgay <= c.Den && c.Tu <= p.DenNgay }
	kind := leaveKinds[c.Loai].kind
	told, err := o.store.Benefits(ctx, c.Nguoi.ID)
	if err != nil {
		return err
	}
	for _, b := range told {
		if b.Counts() && meets(b.DotHuong) {
			c.Asked = b.CheDo.Say() + " " + b.TuNgay.String() + "–" + b.DenNgay.String() + ", " + b.State.Say()
			return nil
		}
	}
	for _, d := range drafts {
		if (d.MaSoBHXH != "" && d.MaSoBHXH == c.Nguoi.MaSoBHXH || d.SoCCCD != "" && d.SoCCCD == c.Nguoi.SoCCCD) && meets(d.DotHuong) {
			c.Asked = "bản nháp " + d.dossier
			return nil
		}
	}
	if kind == facts.OmDau {
		e, err := o.leftBeside(ctx, asking{c.Nguoi.ID, kind, 0, c.Tu.Year()}, []storage.Benefit{{DotHuong: facts.DotHuong{CheDo: kind, TuNgay: c.Tu, DenNgay: c.Den}}})
		if err != nil {
			return err
		}
		c.Left = e.Left
	}
	return nil
}

// draftedPeriod is a period that a dossier asks for which nobody has signed yet.
type draftedPeriod struct {
	Period
	dossier string
}

func (o *Office) draftedPeriods(ctx context.Context, mst string) (out []draftedPeriod, err error) {
	all, err := o.store.Dossiers(ctx, mst)
	if err != nil {
		return nil, err
	}
	for _, d := range all {
		if d.State != storage.Nhap && d.State != storage.DaKiem {
			continue
		}
		docs, err := o.store.Docs(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		for _, p := range periodsOf(docs) {
			out = append(out, draftedPeriod{p, d.ID})
		}
	}
	return out, nil
}

// DraftLeaves makes a dossier that asks for leaves of the timesheet, a row of form
// 01B-HSB for each; those that are asked for already are left out. What the
// timesheet cannot tell stays open. ErrNoProcedure, ErrNothingToDraft.
func (o *Office) DraftLeaves(ctx context.Context, procedure string, month law.Month, leaves []LeaveClaim) (storage.Dossier, error) {
	fail := func(err error) (storage.Dossier, error) {
		return storage.Dossier{}, fmt.Errorf("draft leaves %s %s: %w", procedure, month.ISO(), err)
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return storage.Dossier{}, err
	}
	if t, ok := services.Procedure(procedure); !ok || !t.Cho(m01bhsb.B166.ID) {
		return fail(ErrNoProcedure)
	}
	doc := form.New(m01bhsb.B166)
	doc.Head = o.headOf(doc.Form, dv)
	for _, c := range leaves {
		if c.Asked == "" {
			doc.Rows = append(doc.Rows, leaveRow(c))
		}
	}
	if len(doc.Rows) == 0 {
		return fail(ErrNothingToDraft)
	}
	made, err := o.newDossier(ctx, dv.MaSoThue, procedure, month, []*form.Doc{doc})
	if err != nil {
		return made, err
	}
	return made, o.keepSources(ctx, made.ID, []*form.Doc{doc}, func(*form.Doc) storage.Sources {
		rows := map[string]string{allTags: srcRoster, "ID": ""}
		for _, c := range []form.Handle{m01bhsb.Phan, m01bhsb.CheDo, m01bhsb.TuNgay, m01bhsb.DenNgay, m01bhsb.TongSo, m01bhsb.TuNgayDonVi, m01bhsb.NgayNghiTuan} {
			rows[c.Col().Tag] = srcTimes
		}
		return storage.Sources{"": rows, headPlace: headSources()}
	})
}

// leaveRow is a leave as a row. Its days are those the timesheet shows; how they
// count depends on the group, so that without one they stay open.
func leaveRow(c LeaveClaim) form.Row {
	y := m01bhsb.YeuCau{CheDo: c.Nhom, TuNgay: c.Tu, DenNgay: c.Den, NgayNghiTuan: c.NghiTuan}
	if !c.Truoc {
		y.TuNgayDonVi = c.Tu
	}
	if c.Nhom != "" {
		y.NuaNgay = c.NuaNgay
	}
	return m01bhsb.Dong(c.Nguoi, y)
}
