package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// WhyProposal explains a proposal of a month: the pay as the roster had it and as the
// payroll has it, each with where it stands, why it is proposed, what the law says of
// the new pay, and what changes of the contributions. Its total is that change a month,
// in đồng; what is not known has no part in it and is among the warnings.
func (o *Office) WhyProposal(ctx context.Context, month law.Month, d payroll.DeXuat) (Explained, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return Explained{}, err
	}
	book, err := o.LawBookOf(ctx, dv.MaSoThue)
	if err != nil {
		return Explained{}, err
	}
	file := ""
	p, err := o.store.Payroll(ctx, dv.MaSoThue, month)
	switch {
	case err == nil:
		file = p.TenTep
	case !errors.Is(err, storage.ErrNotFound):
		return Explained{}, err
	}
	var before *storage.Held
	if d.Nguoi.ID != "" {
		if before, err = o.heldAt(ctx, d.Nguoi.ID, month.Add(-1)); err != nil && !errors.Is(err, storage.ErrNotFound) {
			return Explained{}, err
		}
	}
	w := whyProposal{dv: dv, book: book, d: d}
	w.out.Title = d.HoTen + ": " + proposalName(d)
	w.out.Unit, w.out.Warnings, w.out.Parts = unitMoney, []string{}, []law.PhanKQ{}
	w.step(law.Buoc{Nhan: "Vì sao đề xuất", CongThuc: d.LyDo, CanCu: cmp.Or(d.CanCu, d02lt.D366.Basis)})
	old := w.side("Đang đóng", before, fromBefore(before), d.TuThang.Add(-1))
	w.change(old, w.after(month, file))
	for _, u := range d.Unknown {
		w.out.Warnings = append(w.out.Warnings, "Còn phải biết: "+FactName(u))
	}
	return w.out, nil
}

// ProposalCode is the phương án of a proposal, or the form where it is a sheet.
func ProposalCode(d payroll.DeXuat) string {
	if d.Loai == payroll.DoiNhanThan {
		return "TK1-TS"
	}
	return d.PhuongAn
}

func proposalName(d payroll.DeXuat) string {
	if d.Loai == payroll.DoiNhanThan {
		return "TK1-TS – đổi thông tin nhân thân"
	}
	if d.PhuongAn == "" {
		return "phương án chưa rõ"
	}
	return d.PhuongAn + " – " + codes.PhuongAn.Label(d.PhuongAn)
}

func fromBefore(h *storage.Held) origin {
	if h == nil {
		return origin{}
	}
	return fromRoster(h.Who.TuThang, h.Source)
}

type whyProposal struct {
	dv   facts.DonVi
	book *law.Sach
	d    payroll.DeXuat
	out  Explained
}

func (w *whyProposal) step(s law.Buoc) { w.out.Working = append(w.out.Working, s) }

// side tells the pay of a person as they stood or will stand, and answers what is paid
// on it in a month, 0 where nothing is. What is not known ends the sum.
func (w *whyProposal) side(label string, h *storage.Held, from origin, m law.Month) (total int64) {
	if h == nil || h.Who.TrangThai != facts.DangDong {
		return 0
	}
	in, ok := dueOf(w.dv, h.Who, m, w.book)
	if !ok {
		w.out.Unknown = label + ": chưa biết mức lương"
		return 0
	}
	pay := from.step(label+": tiền lương", in.Luong, unitMoney)
	pay.Con = paySteps(h.Who, in)
	due, res, err := dueStep(in)
	if err != nil {
		w.step(pay)
		w.out.Unknown = label + ": " + err.Error()
		return 0
	}
	due.Nhan = label + ": mức đóng một tháng"
	w.step(pay)
	w.step(due)
	return res.Total
}

// after is the side of the payroll: the person as they will stand.
func (w *whyProposal) after(month law.Month, file string) int64 {
	switch codes.Nhom(w.d.PhuongAn) {
	case codes.NhomGiam, codes.NhomGiamTam:
		return 0 // nothing is paid from that month on
	}
	who := w.d.Nguoi
	who.TrangThai = facts.DangDong
	return w.side("Từ tháng "+w.d.TuThang.String(), &storage.Held{Who: who}, fromPayroll(month, file, w.d.Source), w.d.TuThang)
}

// change is the difference between two sides, unless one is not known.
func (w *whyProposal) change(was, is int64) {
	if w.out.Unknown != "" {
		return
	}
	w.out.Total = is - was
	w.out.Parts = []law.PhanKQ{{Ten: "cu", Nhan: "Đang đóng một tháng", GiaTri: was, DonVi: unitMoney}, {Ten: "moi", Nhan: "Đóng một tháng sau đó", GiaTri: is, DonVi: unitMoney}}
	w.step(law.Buoc{Nhan: "Thay đổi mỗi tháng", KetQua: is - was, CanCu: lawdong.DongThang.CanCu, CongThuc: fmt.Sprintf("%s − %s = %s", law.VietSo(is), law.VietSo(was), law.VietSo(is-was))})
}

// WhyEffect explains what a change of figures does to a person: the contributions under
// the figures of both months, step by step. Its total is the change a month.
func (o *Office) WhyEffect(ctx context.Context, e Effect, from, to law.Month) (Explained, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return Explained{}, err
	}
	book, err := o.LawBookOf(ctx, dv.MaSoThue)
	if err != nil {
		return Explained{}, err
	}
	w := whyProposal{dv: dv, book: book}
	w.out.Title = e.Person.HoTen + ": số liệu luật từ tháng " + to.String()
	w.out.Unit, w.out.Warnings, w.out.Parts = unitMoney, []string{}, []law.PhanKQ{}
	held, err := o.heldAt(ctx, e.Person.ID, to)
	if err != nil {
		return Explained{}, err
	}
	source := fromBefore(held)
	old := w.side("Tháng "+from.String(), &storage.Held{Who: e.Person}, source, from)
	after := w.side("Tháng "+to.String(), &storage.Held{Who: e.Person}, source, to)
	w.step(law.Buoc{Nhan: "Vì sao", CongThuc: e.Say, CanCu: lawdong.DongThang.CanCu})
	w.change(old, after)
	return w.out, nil
}
