package nhanthan

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// KhongSauHomNay asks that a day is not in the future.
func KhongSauHomNay(code string, c form.DayColumn, basis string, opts ...form.RuleOption) form.Rule {
	return form.Check(code, c, form.Always, c.Label+": không sau hôm nay", func(l *form.Look) bool {
		return l.Today == 0 || c.Get(l.Row) <= l.Today
	}, append([]form.RuleOption{form.By(basis)}, opts...)...)
}

// KhongTruoc asks that a day is not before another one, where that is known.
func KhongTruoc(code string, c, kia form.DayColumn, basis string, opts ...form.RuleOption) form.Rule {
	return form.Check(code, c, kia.Filled(), c.Label+": không trước "+kia.Label, func(l *form.Look) bool {
		return c.Get(l.Row) >= kia.Get(l.Row)
	}, append([]form.RuleOption{form.By(basis)}, opts...)...)
}

// NgayCap asks that a paper of identity was issued after the birth and not in the
// future.
func NgayCap(code string, cap form.DayColumn, sinh form.BirthColumn, basis string, opts ...form.RuleOption) form.Rule {
	return form.Judge(code, cap, form.Always, "sau ngày sinh, không sau hôm nay", func(l *form.Look) form.Verdict {
		d, n := cap.Get(l.Row), facts.NgaySinh(sinh.Get(l.Row))
		switch {
		case l.Today != 0 && d > l.Today:
			return form.Verdict{Say: "không sau ngày " + l.Today.String()}
		case n.Valid() && d <= n.Day():
			return form.Verdict{Say: "phải sau ngày sinh " + n.String()}
		}
		return form.Verdict{}
	}, append([]form.RuleOption{form.By(basis)}, opts...)...)
}
