package c12ts

import (
	"fmt"
	"strings"

	"ankhai/forms/form"
)

// tongNop holds C against the payments below it.
func tongNop(_ *form.Doc, rows []form.Row) []form.Hit {
	b := doc(rows)
	co, ok := b.so("C", Cong)
	sum, n := int64(0), 0
	for _, r := range rows {
		if _, nop := laNop(Ma.Get(r)); !nop {
			continue
		}
		v := Cong.Column.Get(r)
		if v.A == form.Unknown {
			return nil
		}
		sum, n = sum+v.N, n+1
	}
	if !ok || n == 0 && co == 0 || co == sum {
		return nil
	}
	return []form.Hit{{I: b.at["C"], Say: fmt.Sprintf("dòng C là %s, các lần nộp cộng lại %s", form.Dots(co), form.Dots(sum))}}
}

// phaiDong holds «Phải đóng» of a section against what lacks. In column 6 a
// surplus may be taken off or not: the guide does not say which.
func phaiDong(code, muc string) form.Rule {
	about := fmt.Sprintf("dòng %s.2 bằng %s.2.2, ở cột 6 có thể trừ %s.2.1", muc, muc, muc)
	return form.Over(code, Cong, about, func(_ *form.Doc, rows []form.Row) []form.Hit {
		b := doc(rows)
		var sai []string
		for _, c := range Quy {
			co, ok := b.so(muc+".2", c)
			if thieu, du := b.so(muc+".2.2", c); ok && du && co != thieu {
				sai = append(sai, fmt.Sprintf("%s là %s, thiếu %s", c.Label, form.Dots(co), form.Dots(thieu)))
			}
		}
		co, ok := b.so(muc+".2", Cong)
		thieu, du1 := b.so(muc+".2.2", Cong)
		thua, du2 := b.so(muc+".2.1", Cong)
		if ok && du1 && du2 && co != thieu && co != thieu-thua {
			sai = append(sai, fmt.Sprintf("%s là %s, thiếu %s, thừa %s", Cong.Label, form.Dots(co), form.Dots(thieu), form.Dots(thua)))
		}
		if len(sai) == 0 {
			return nil
		}
		return []form.Hit{{I: b.at[muc+".2"], Say: about + ". " + strings.Join(sai, "; ")}}
	}, form.By(mauC12), form.Trust(form.Inferred), form.Warn)
}

// canDoi carries each fund through the month: what lacked, and the surcharges,
// plus what arose, less what was allocated, is what lacks at the end.
func canDoi() form.Rule {
	const about = "Đ.2.2 + Đ.3 bằng A.2.2 + A.3 + B.3 + B.4 + B.5 − D ở từng quỹ"
	return form.Over("34", Ma, about, func(_ *form.Doc, rows []form.Row) []form.Hit {
		b := doc(rows)
		var sai []string
		for _, c := range Quy {
			cuoi, ok := b.cong(c, []string{"Đ.2.2", "Đ.3"}, nil)
			phai, du := b.cong(c, []string{"A.2.2", "A.3", "B.3", "B.4", "B.5"}, []string{"D"})
			if ok && du && cuoi != phai {
				sai = append(sai, fmt.Sprintf("%s chuyển kỳ sau %s, tính lại %s", c.Label, form.Dots(cuoi), form.Dots(phai)))
			}
		}
		return motChoSai(b, about, sai)
	}, form.By(mauC12), form.Trust(form.Inferred), form.Warn)
}

// canDoiTien does the same for the whole, where surpluses and payments stand.
func canDoiTien() form.Rule {
	const about = "Đ.2.2 + Đ.3 − Đ.2.1 bằng A.2.2 + A.3 − A.2.1 + B.3 + B.4 + B.5 − C ở cột 6"
	return form.Over("35", Ma, about, func(_ *form.Doc, rows []form.Row) []form.Hit {
		b := doc(rows)
		cuoi, ok := b.cong(Cong, []string{"Đ.2.2", "Đ.3"}, []string{"Đ.2.1"})
		phai, du := b.cong(Cong, []string{"A.2.2", "A.3", "B.3", "B.4", "B.5"}, []string{"A.2.1", "C"})
		if !ok || !du || cuoi == phai {
			return nil
		}
		return motChoSai(b, about, []string{fmt.Sprintf("chuyển kỳ sau %s, tính lại %s", form.Dots(cuoi), form.Dots(phai))})
	}, form.By(mauC12), form.Trust(form.Inferred), form.Warn)
}

func motChoSai(b bang, about string, sai []string) []form.Hit {
	if len(sai) == 0 {
		return nil
	}
	return []form.Hit{{I: b.at["Đ.2.2"], Say: about + ". " + strings.Join(sai, "; ")}}
}

// tongThieu holds item e against the end of the table.
func tongThieu(d *form.Doc, rows []form.Row) []form.Hit {
	b := doc(rows)
	phai, ok := b.cong(Cong, []string{"Đ.2.2", "Đ.3"}, nil)
	if !ok || !TongThieu.Known(d.Head) || TongThieu.Get(d.Head) == phai {
		return nil
	}
	return []form.Hit{{I: b.at["Đ.2.2"], Say: fmt.Sprintf("điểm e ghi %s, Đ.2.2 và Đ.3 cộng lại %s", form.Dots(TongThieu.Get(d.Head)), form.Dots(phai))}}
}
