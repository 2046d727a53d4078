package office

import (
	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// Window is how many of the last so many months count as contributed, and of how
// many of them anything is known: the roster begins with the first payroll.
type Window struct {
	Of    int `json:"of"`    // months looked at
	Known int `json:"known"` // of them, months the roster knows of
	Paid  int `json:"paid"`  // of those, months that count as contributed
}

// Most is how many months there may be, if all that is not known was paid.
func (w Window) Most() int { return w.Paid + w.Of - w.Known }

// counts reports whether a month counts as contributed. Maternity counts though
// nothing is paid (Luật 41/2024/QH15 Điều 53 khoản 8); long sickness and unpaid leave
// do not (Điều 33 khoản 5).
func counts(s facts.TrangThai) bool { return s == facts.DangDong || s == facts.ThaiSan }

// window looks at the n months before a month.
func (r record) window(before law.Month, n int) Window {
	w := Window{Of: n}
	for m := before.Add(-n); m < before; m = m.Add(1) {
		if p, ok := r.at(m); ok {
			w.Known++
			if counts(p.TrangThai) {
				w.Paid++
			}
		}
	}
	return w
}

// contributed is how many months of the roster before a month count as contributed.
func (r record) contributed(before law.Month) (n int64) {
	for i, line := range r.past {
		end := before
		if i+1 < len(r.past) {
			end = min(end, r.past[i+1].TuThang)
		}
		if counts(line.TrangThai) && line.TuThang < end {
			n += int64(end.Sub(line.TuThang))
		}
	}
	return n
}

// Worked is a person's time of contributions as it is known on a day.
type Worked struct {
	Since  law.Month `json:"-"`      // the roster's first month
	Roster int64     `json:"roster"` // months in it before the day's month that count
	Before *int64    `json:"before"` // months before the roster; nil: nobody has said
	Heavy  *bool     `json:"heavy"`  // heavy work or hardship area; nil: nobody has said
	In12   Window    `json:"in12"`
	In24   Window    `json:"in24"`
	// In12Now is the same with the day's own month as the last.
	In12Now Window `json:"-"`
}

// Total is all months; known is false where it is only the least there can be.
func (w Worked) Total() (months int64, known bool) {
	if w.Before == nil {
		return w.Roster, false
	}
	return w.Roster + *w.Before, true
}

func (r record) worked(c storage.Career) Worked {
	m := r.on.Month()
	w := Worked{Before: c.MonthsBefore, Heavy: c.Heavy, Roster: r.contributed(m), In12: r.window(m, 12), In24: r.window(m, 24), In12Now: r.window(m.Add(1), 12)}
	if len(r.past) > 0 {
		w.Since = r.past[0].TuThang
	}
	return w
}
