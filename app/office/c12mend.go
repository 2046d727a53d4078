package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/c12"
	"ankhai/forms/d02lt"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/print"
	"ankhai/forms/services"
	"ankhai/storage"
)

// ErrNoMend: there is nothing to draft about a difference.
var ErrNoMend = errors.New("nothing to draft about the difference")

// mendService and mendProcedure are the service and the procedure that report
// increases, decreases and changes.
const mendService, mendProcedure = "E5", "600"

// MendC12 opens the dossier that mends a difference: the draft that is there already,
// a copy of the one that was returned, or a new one of the period after the month, made
// of the payroll's proposals where there are some. ErrNoMend for a mend that is no
// dossier.
func (o *Office) MendC12(ctx context.Context, month law.Month, s c12.Sua) (storage.Dossier, error) {
	fail := func(err error) (storage.Dossier, error) {
		return storage.Dossier{}, fmt.Errorf("mend statement of %s: %w", month.ISO(), err)
	}
	switch {
	case s.Viec == c12.SuaTra && s.HoSo != "":
		return o.Again(ctx, s.HoSo)
	case s.Viec == c12.LapHoSo && s.HoSo != "":
		return o.store.Dossier(ctx, s.HoSo)
	case s.Viec != c12.LapHoSo:
		return fail(ErrNoMend)
	}
	next := month.Add(1)
	ps, err := o.proposalsOf(ctx, month, s)
	if err != nil {
		return fail(err)
	}
	if len(ps) > 0 {
		made, err := o.Draft(ctx, mendProcedure, next, ps)
		if err != nil {
			return fail(err)
		}
		return made[0], nil
	}
	known := slices.DeleteFunc(slices.Clone(s.Nguoi), func(id string) bool { return strings.HasPrefix(id, newcomer) })
	if len(known) == 0 || s.PhuongAn == "" {
		return fail(ErrNoMend)
	}
	d, err := o.Open(ctx, Opening{Service: mendService, Case: mendCase(s.PhuongAn), Month: next, People: known})
	if err != nil {
		return fail(err)
	}
	return d, o.since(ctx, d.ID, s)
}

// proposalsOf are the payroll's proposals that a mend is about.
func (o *Office) proposalsOf(ctx context.Context, month law.Month, s c12.Sua) (out []payroll.DeXuat, err error) {
	res, err := o.Compare(ctx, month)
	if isNoPayroll(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for _, d := range res.Proposals {
		if (s.PhuongAn == "" || d.PhuongAn == s.PhuongAn) && slices.Contains(s.Nguoi, personKey(d)) {
			out = append(out, d)
		}
	}
	return out, nil
}

// since writes phương án and month of an event into the rows of a draft: it began
// before the period in which it is reported.
func (o *Office) since(ctx context.Context, id string, s c12.Sua) error {
	doc, err := o.store.Doc(ctx, id, "D02-LT")
	if err != nil {
		return err
	}
	for i := range doc.Rows {
		d02lt.TuThang.Set(&doc.Rows[i], s.TuThang)
		d02lt.PhuongAn.Set(&doc.Rows[i], s.PhuongAn)
	}
	return o.store.PutDoc(ctx, id, doc)
}

// mendCase is the case of the service that a phương án is reported by: the one that takes
// the fewest others and asks for the fewest forms.
func mendCase(pa string) string {
	s, ok := services.Service(mendService)
	if !ok {
		return ""
	}
	var may []services.TruongHop
	for _, c := range s.TruongHop {
		if slices.Contains(c.PhuongAn, pa) {
			may = append(may, c)
		}
	}
	slices.SortStableFunc(may, func(a, b services.TruongHop) int {
		return cmp.Or(cmp.Compare(len(a.PhuongAn), len(b.PhuongAn)), cmp.Compare(len(a.Mau), len(b.Mau)))
	})
	if len(may) == 0 {
		return ""
	}
	return may[0].ID
}

// C12Letter is a letter to the agency with the differences of a month and their
// causes, as PDF. It is no form of the agency's.
func (o *Office) C12Letter(ctx context.Context, month law.Month) (File, error) {
	r, err := o.Reconcile(ctx, month)
	if err != nil {
		return File{}, err
	}
	w := newA4("Văn bản đề nghị kiểm tra số liệu", fmt.Sprintf("Thông báo C12-TS tháng %s của %s (mã đơn vị %s, mã số thuế %s). Không phải mẫu của cơ quan BHXH", month, r.dv.Ten, r.dv.MaDonVi, r.dv.MaSoThue))
	w.line(0, form.T("Kính gửi cơ quan Bảo hiểm xã hội "+r.dv.CoQuanBHXH+". Đối chiếu thông báo với số liệu của đơn vị, đơn vị thấy khác ở các dòng sau và đề nghị kiểm tra:"))
	w.head("Các dòng khác nhau")
	for _, d := range r.Dong {
		for _, c := range d.O {
			if n, ok := c.So(); ok && n != 0 {
				w.line(50, form.B(d.Ma+" "+d.Ten+", cột "+c.Cot.Ten()+": "), form.T(fmt.Sprintf("thông báo %s, đơn vị %s, chênh %s", law.VietSo(c.CoQuan.N), law.VietSo(c.Ta.N), law.VietSo(n))))
			}
		}
	}
	w.causes(r)
	pdf, err := print.PDF(&form.Doc{}, w.paper("c12", o.Today()), print.Options{Made: o.now().In(vietnam), Title: "Đề nghị kiểm tra C12-TS " + month.ISO(), Author: "AnKhai"})
	if err != nil {
		return File{}, fmt.Errorf("print letter on statement of %s: %w", month.ISO(), err)
	}
	return File{Name: "de-nghi-c12-" + month.ISO() + ".pdf", Bytes: pdf}, nil
}

// causes writes what makes the differences, and what nothing explains.
func (s *a4) causes(r *C12) {
	all := r.Causes()
	if len(all) > 0 {
		s.head("Nguyên nhân theo đơn vị")
	}
	for _, x := range all {
		s.line(50, form.T("– "+x.Say))
	}
	if len(r.Con)+len(r.KyTruoc) > 0 {
		s.head("Chưa rõ nguyên nhân")
	}
	for _, l := range append(slices.Clone(r.KyTruoc), r.Con...) {
		s.line(50, form.T("– "+l.Say))
	}
}
