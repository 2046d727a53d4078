package lich

import "ankhai/forms/law"

// ThemNgay is the last day of a period of n days from an event of day d: the day
// of the event does not count (Bộ luật Dân sự Điều 147 khoản 2). A last day that
// is off stays; see Lui.
func ThemNgay(d law.Day, n int) law.Day { return d.Add(n) }

// ThemNgayKeCa is the same where the day of the event is the first of the n, as
// the agency counts the 30 days of registering (Hướng dẫn lập Mẫu C12-TS, chỉ tiêu
// 3.1.2: contract on the 1st, declared on the 31st, is late).
func ThemNgayKeCa(d law.Day, n int) law.Day { return d.Add(n - 1) }

// ThemThang is the last day of a period of n months: the day of the same number,
// or the month's last where it has no such day (Bộ luật Dân sự Điều 148 khoản 4).
func ThemThang(d law.Day, n int) law.Day {
	m := d.Month().Add(n)
	if d.Dom() > m.Last().Dom() {
		return m.Last()
	}
	return m.First().Add(d.Dom() - 1)
}

// HetThang is the last day of a leave of n whole months that begins on day d: the
// day before the one of the same number, 01/11 + 6 months → 30/4.
func HetThang(d law.Day, n int) law.Day {
	m := d.Month().Add(n)
	if d.Dom() > m.Last().Dom() {
		return m.Last()
	}
	return m.First().Add(d.Dom() - 2)
}

// CuoiThangSau is the last day of the month after m.
func CuoiThangSau(m law.Month) law.Day { return m.Add(1).Last() }

// ThemNgayLam is the n-th working day after d; d itself does not count. n = 0 is d.
func (l *Lich) ThemNgayLam(d law.Day, n int) law.Day {
	for n > 0 {
		if d = d.Add(1); l.LamViec(d) {
			n--
		}
	}
	return d
}

// ThemNgayKhongLe is the last of n days after d that are no public holidays;
// weekends count («20 ngày, không bao gồm ngày nghỉ lễ, tết»).
func (l *Lich) ThemNgayKhongLe(d law.Day, n int) law.Day {
	for n > 0 {
		if d = d.Add(1); !l.Le(d) {
			n--
		}
	}
	return d
}

// Lui is the day on which a period ends whose last day is d: d, or the next
// working day if d is off (Bộ luật Dân sự Điều 148 khoản 5). why is what d is.
func (l *Lich) Lui(d law.Day) (end law.Day, why string) {
	n, off := l.Nghi(d)
	if !off {
		return d, ""
	}
	return l.ThemNgayLam(d, 1), n.Ten
}

// Som is d, or the last working day before it: by when to be done so as not to
// depend on how a day off is counted.
func (l *Lich) Som(d law.Day) law.Day {
	for !l.LamViec(d) {
		d = d.Add(-1)
	}
	return d
}
