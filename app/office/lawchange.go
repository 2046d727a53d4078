package office

import (
	"context"
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/forms/payroll"
)

// Effect is what a change of figures does to one person, with the same pay.
type Effect struct {
	Person   facts.NguoiLaoDong `json:"person"`
	Kinds    []EffectKind       `json:"kinds"`
	Say      string             `json:"message"`
	OldBase  int64              `json:"oldBase"` // pay that BHXH is paid on, đồng
	NewBase  int64              `json:"newBase"`
	OldTotal int64              `json:"oldTotal"` // contributions of both sides a month
	NewTotal int64              `json:"newTotal"`
	OldOwn   int64              `json:"oldOwn"` // of it, the person's own part
	NewOwn   int64              `json:"newOwn"`
}

// EffectKind is why a figure touches a person.
type EffectKind string

// The kinds: the ceiling of BHXH or of BHTN, the floor, the regional minimum wage,
// pay by the State's coefficients, rates.
const (
	ByCeiling     EffectKind = "tran"
	ByFloor       EffectKind = "san"
	ByMinimumWage EffectKind = "luongToiThieu"
	ByCoefficient EffectKind = "heSo"
	ByRate        EffectKind = "tyLe"
)

// WhatChanges lists whom the figures of a month touch that differ from those of an
// earlier one: the old and the new amounts, with today's pay. Whose pay lies below
// the new minimum wage needs a new pay, which nobody knows yet: it stays blank.
func (o *Office) WhatChanges(ctx context.Context, from, to law.Month) ([]Effect, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	book, err := o.LawBook(ctx)
	if err != nil {
		return nil, err
	}
	roster, err := o.store.Roster(ctx, dv.MaSoThue, to)
	if err != nil {
		return nil, err
	}
	var out []Effect
	for _, p := range roster {
		if p.TrangThai != facts.DangDong || !p.Luong.Known {
			continue
		}
		if p.Vung == "" {
			p.Vung = dv.Vung
		}
		e, ok, err := effectOn(book, p, from, to)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, e)
		}
	}
	return out, nil
}

// effectOn compares one person's contributions under the figures of two months.
func effectOn(book *law.Sach, p facts.NguoiLaoDong, from, to law.Month) (e Effect, ok bool, err error) {
	reckon := func(m law.Month) (lawdong.KetQua, int64, error) {
		mtc, _ := book.Get("muc-tham-chieu", m.First())
		pay := p.Luong.ThanhTien(mtc.Amount)
		r, err := lawdong.MucDong(lawdong.Input{Sach: book, Luong: pay, Thang: m, Vung: p.Vung, NuocNgoai: p.QuocTich != "" && p.QuocTich != "VN"})
		return r, pay, err
	}
	before, oldPay, err := reckon(from)
	if err != nil {
		return e, false, nil // what is missing of this person is named elsewhere
	}
	after, pay, err := reckon(to)
	if err != nil {
		return e, false, fmt.Errorf("figures of %s: %w", to, err)
	}
	e = Effect{Person: p, OldBase: before.CanCu, NewBase: after.CanCu, OldTotal: before.Total, NewTotal: after.Total,
		OldOwn: before.Parts.NguoiLaoDong.Tong, NewOwn: after.Parts.NguoiLaoDong.Tong}
	wage, okWage := minimumWage(book, p.Vung, to)
	switch {
	case oldPay != pay:
		e.Kinds, e.Say = append(e.Kinds, ByCoefficient), "lương theo hệ số, tính lại theo mức tham chiếu "+law.VietSo(pay)
	case before.CanCu != after.CanCu && after.CanCu > pay:
		e.Kinds, e.Say = append(e.Kinds, ByFloor), "căn cứ đóng thấp nhất tăng lên "+law.VietSo(after.CanCu)
	case before.CanCu != after.CanCu, before.CanCuTN != after.CanCuTN:
		e.Kinds, e.Say = append(e.Kinds, ByCeiling), fmt.Sprintf("trần đóng tăng: BHXH %s → %s, BHTN %s → %s", law.VietSo(before.CanCu), law.VietSo(after.CanCu), law.VietSo(before.CanCuTN), law.VietSo(after.CanCuTN))
	case before.Parts != after.Parts:
		e.Kinds, e.Say = append(e.Kinds, ByRate), "tỷ lệ đóng thay đổi"
	}
	if okWage && pay < wage && p.Luong.HeSo == 0 {
		say := "tiền lương " + law.VietSo(pay) + " thấp hơn lương tối thiểu vùng " + law.VietSo(wage) + ": cần mức lương mới"
		if e.Say != "" {
			say = e.Say + "; " + say
		}
		e.Kinds, e.Say = append(e.Kinds, ByMinimumWage), say
	}
	return e, len(e.Kinds) > 0, nil
}

func minimumWage(book *law.Sach, vung string, m law.Month) (int64, bool) {
	n, ok := law.SoVung(vung)
	if !ok {
		return 0, false
	}
	v, ok := book.Get(fmt.Sprintf("luong-toi-thieu-vung-%d", n), m.First())
	return v.Amount, ok
}

// DraftChanges proposes the adjustments that a change of figures asks for: those
// whose pay has to rise to the minimum wage. The new pay is not known and is named
// so. Ceilings, floors and coefficients need no declaration of the employer's:
// column 4 of D02-LT carries the actual pay.
func DraftChanges(effects []Effect, to law.Month) (out []payroll.DeXuat) {
	for _, e := range effects {
		lacks := false
		for _, k := range e.Kinds {
			lacks = lacks || k == ByMinimumWage
		}
		if !lacks {
			continue
		}
		p := e.Person
		old := payroll.Thay{payroll.MucLuong: p.Luong.MucLuong}
		p.TuThang, p.Luong = to, facts.Luong{}
		out = append(out, payroll.DeXuat{PhuongAn: "DC", HoTen: p.HoTen, SoCCCD: p.SoCCCD, MaSoBHXH: p.MaSoBHXH, TuThang: to,
			Old: old, New: payroll.Thay{}, Unknown: []string{payroll.MucLuong}, LyDo: e.Say, Confidence: 100, Nguoi: p})
	}
	return out
}
