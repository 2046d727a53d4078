package sheet

import (
	"strconv"
	"strings"

	"ankhai/forms/law"
)

// leastDays is how many days side by side make a timesheet.
const leastDays = 20

// dayHeads are the columns of the days of a timesheet.
type dayHeads struct {
	row  int // of the grid, where the numbers of the days stand
	col  int // the first column
	days []int
	from law.Day // the first day, where its head is a whole date
}

// first is the first day, given the month of the sheet: a timesheet that runs from
// the 21st to the 20th begins in the month before. 0 when the month is not known.
func (d *dayHeads) first(m law.Month) law.Day {
	switch {
	case d.from != 0:
		return d.from
	case !m.Valid():
		return 0
	}
	for i := 1; i < len(d.days); i++ {
		if d.days[i] < d.days[i-1] {
			m = m.Add(-1)
			break
		}
	}
	return law.DayOf(m.Year(), m.Num(), d.days[0])
}

// findDays looks in and around a header for the numbers of days, side by side in
// columns that are no other fact.
func (t *headTable) findDays(f found) *dayHeads {
	for i := max(0, f.i-1); i < min(len(t.rows), f.i+f.n+2); i++ {
		dates := map[int]law.Day{}
		for _, c := range t.g.of(t.rows[i]) {
			if c.kind == cellNumber && c.look&lookDate != 0 {
				if d, ok := parseDecimal(c.s); ok {
					if day, ok := serialDay(d, t.g.date1904); ok {
						dates[int(c.col)] = day
					}
				}
			}
		}
		start, run := 0, []int(nil)
		for c := 0; c <= t.width; c++ {
			n := 0
			if c < t.width && !(c < len(f.guess) && f.guess[c].conf >= sure && f.guess[c].field != fBoQua && f.guess[c].field != fNgayCham) {
				if day := dates[c]; day != 0 {
					n = day.Dom()
				} else {
					n = dayNumber(t.key[i][c])
				}
			}
			if n > 0 && len(run) > 0 && (n == run[len(run)-1]+1 || n == 1 && run[len(run)-1] >= 28) {
				run = append(run, n)
				continue
			}
			if len(run) >= leastDays {
				return &dayHeads{row: i, col: start, days: run, from: dates[start]}
			}
			start, run = c, nil
			if n > 0 {
				run = []int{n}
			}
		}
	}
	return nil
}

// dayNumber reads the head of a day: 1, 01, «Ngày 1», 01/11, 01/11/2026.
func dayNumber(key string) int {
	w := strings.Fields(strings.TrimPrefix(key, "ngay "))
	if len(w) == 0 || len(w) > 3 || !allDigits(w[0]) || len(w[0]) > 2 {
		return 0
	}
	for _, x := range w[1:] {
		if !allDigits(x) {
			return 0
		}
	}
	n, _ := strconv.Atoi(w[0])
	if n > 31 {
		return 0
	}
	return n
}
