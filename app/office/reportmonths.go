package office

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// usualMonths is how many months a report by month has where nobody says.
const usualMonths = 12

// months counts heads by month, and adds up pay and contributions. Before the month
// with which the roster begins nothing is known, and nothing is said.
func (r *reporter) months() ([]sheet.ReportTab, error) {
	c, err := r.counted()
	if err != nil {
		return nil, err
	}
	return []sheet.ReportTab{c.headsTab(), c.fundTab(), c.movesTab()}, nil
}

// counted counts the months of the order, person by person.
func (r *reporter) counted() (*monthCount, error) {
	from := r.in.From
	if from == 0 {
		from = r.in.Month.Add(1 - usualMonths)
	}
	if from > r.in.Month {
		return nil, fmt.Errorf("from %s: %w", from.ISO(), ErrMonthOrder)
	}
	all, err := r.o.store.Histories(r.ctx, r.dv.MaSoThue)
	if err != nil {
		return nil, err
	}
	sent, err := r.declared()
	if err != nil {
		return nil, err
	}
	c := &monthCount{r: r, sent: sent, heads: make([]headCount, r.in.Month.Sub(from)+1)}
	for _, held := range all {
		if c.begins == 0 || held[0].Who.TuThang < c.begins {
			c.begins = held[0].Who.TuThang
		}
		r.people[held[0].Who.ID] = true
	}
	for i := range c.heads {
		c.heads[i].month = from.Add(i)
	}
	for _, held := range all {
		c.person(held)
	}
	return c, nil
}

// ErrMonthOrder: the first month of a report comes after the last.
var ErrMonthOrder = fmt.Errorf("first month after the last")

// headCount is one month.
type headCount struct {
	month                          law.Month
	open, up, back, gone, away, at int64
	noPay                          int64 // people who contribute and whose contribution is not known
	fund                           int64
	due                            lawdong.Parts
}

// monthCount counts person by person.
type monthCount struct {
	r      *reporter
	sent   declarations
	begins law.Month // of the roster; 0: nobody is in it
	heads  []headCount
	moves  []move
}

// move is a change by which somebody begins or ceases to contribute.
type move struct {
	month    law.Month
	was, now facts.TrangThai
	who      facts.NguoiLaoDong
	source   string
}

// person adds a person's history, earliest first.
func (c *monthCount) person(past []storage.Held) {
	at := -1 // the line that holds at the end of the month before
	for at+1 < len(past) && past[at+1].Who.TuThang < c.heads[0].month {
		at++
	}
	for i := range c.heads {
		h := &c.heads[i]
		was := stateAt(past, at)
		for at+1 < len(past) && past[at+1].Who.TuThang <= h.month {
			at++
		}
		now := stateAt(past, at)
		if was == facts.DangDong {
			h.open++
		}
		if now == facts.DangDong {
			h.at++
			c.due(h, past[at].Who)
		}
		if (was == facts.DangDong) == (now == facts.DangDong) || h.month <= c.begins {
			continue
		}
		switch {
		case now == facts.DangDong && (was == "" || was == facts.DaNghi):
			h.up++
		case now == facts.DangDong:
			h.back++
		case now == facts.DaNghi:
			h.gone++
		default:
			h.away++
		}
		c.moves = append(c.moves, move{h.month, was, now, past[at].Who, past[at].Source})
	}
}

// stateAt is how a person stands by a line of their history; "" before the first.
func stateAt(past []storage.Held, at int) facts.TrangThai {
	switch {
	case at < 0:
		return ""
	case past[at].Who.TrangThai == "":
		return facts.DangDong
	}
	return past[at].Who.TrangThai
}

func (c *monthCount) due(h *headCount, p facts.NguoiLaoDong) {
	in, ok := dueOf(c.r.dv, p, h.month, c.r.book)
	if !ok {
		h.noPay++
		return
	}
	due, err := lawdong.MucDong(in)
	if err != nil {
		h.noPay++
		return
	}
	h.fund += due.CanCu
	add(&h.due, due.Parts)
}
