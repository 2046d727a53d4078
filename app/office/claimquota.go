package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/storage"
)

// asking is what a draft asks for one person, benefit, child and year.
type asking struct {
	person string
	kind   facts.CheDo
	child  law.Day
	year   int
}

// checkQuota reminds of days that a draft asks for beyond what is left of the year.
// It does not stop it: what is recorded here may not be all, or the roster may not
// know how long somebody has paid.
func (o *Office) checkQuota(ctx context.Context, claims []storage.Benefit) (out []form.Fault, err error) {
	asked := map[asking][]storage.Benefit{}
	for _, b := range claims {
		child := b.CheDo == facts.ConOm && b.NgaySinhCon.Valid() && b.NgaySinhCon <= b.TuNgay // otherwise the form's own rules speak
		if b.CheDo == facts.OmDau || child {
			key := asking{b.Person, b.CheDo, b.NgaySinhCon, b.TuNgay.Year()}
			asked[key] = append(asked[key], b)
		}
	}
	for key, rows := range asked {
		slices.SortFunc(rows, func(a, b storage.Benefit) int { return cmp.Compare(a.TuNgay, b.TuNgay) })
		e, err := o.leftBeside(ctx, key, rows)
		if err != nil {
			return nil, err
		}
		sum := int64(0)
		for _, b := range rows {
			sum += b.NuaNgay
			if e.Left == nil || sum <= int64(*e.Left) {
				continue
			}
			say := fmt.Sprintf("Số ngày: đề nghị %s ngày %s trong năm %d, chỉ còn %s trong %s ngày", law.VietNua(sum), key.kind.Say(), key.year, *e.Left, *e.Allowed)
			if e.AtLeast {
				say += " nếu đóng dưới 15 năm, không nặng nhọc. Ghi thời gian đóng trước đó và điều kiện làm việc để biết đúng"
			} else {
				say += ". Xem lại số ngày"
			}
			out = append(out, form.Fault{Code: "HS-QUA-SO-NGAY", Level: form.Nhac, Form: b.Form, Say: say, Basis: e.Working[len(e.Working)-1].CanCu,
				Places: []form.Place{{Row: b.Row, Tag: tagTongSo, Label: "Số ngày"}}})
		}
	}
	slices.SortFunc(out, func(a, b form.Fault) int { return cmp.Compare(a.Places[0].Row, b.Places[0].Row) })
	return out, nil
}

// leftBeside reckons what is left for a person beside the periods of a draft, by the
// day on which the first of them begins.
func (o *Office) leftBeside(ctx context.Context, key asking, rows []storage.Benefit) (Entitlement, error) {
	k, err := o.reckon(ctx, key.person, rows[0].TuNgay)
	if err != nil {
		return Entitlement{}, err
	}
	k.used.list = slices.DeleteFunc(k.used.list, func(b storage.Benefit) bool { // recorded already
		return slices.ContainsFunc(rows, func(r storage.Benefit) bool {
			return r.CheDo == b.CheDo && r.TuNgay == b.TuNgay && r.DenNgay == b.DenNgay && r.NgaySinhCon == b.NgaySinhCon
		})
	})
	if key.kind == facts.ConOm {
		return k.child(key.child)
	}
	if err := k.sickness(); err != nil {
		return Entitlement{}, err
	}
	return k.items[0], nil
}
