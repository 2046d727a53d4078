package law

// SauThang returns the day n months after d on which a term counted in months
// ends: the same day of the month, or the last one of a shorter month (Bộ luật
// Dân sự 91/2015/QH13 Điều 148 khoản 3).
func (d Day) SauThang(n int) Day {
	m := d.Month().Add(n)
	return DayOf(m.Year(), m.Num(), min(d.Dom(), daysIn(m.Year(), m.Num())))
}
