package law

import (
	"testing"
	"time"
)

// Every day of 1900–2199 against the standard library's calendar.
func TestDayCalendar(t *testing.T) {
	first, last := DayOf(1900, 1, 1), DayOf(2199, 12, 31)
	when := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	n := 0
	for d := first; d <= last; d = d.Add(1) {
		y, m, dom := when.Date()
		if want := DayOf(y, int(m), dom); d != want {
			t.Fatalf("day %d after %v: got %v, want %v", n, first, d, want)
		}
		if !d.Valid() {
			t.Fatalf("%v: not valid", d)
		}
		if got, want := d.Weekday(), int(when.Weekday()); got != want {
			t.Fatalf("%v: weekday %d, want %d", d, got, want)
		}
		if got := d.Sub(first); got != n {
			t.Fatalf("%v.Sub(%v) = %d, want %d", d, first, got, n)
		}
		if got := d.Add(-n); got != first {
			t.Fatalf("%v.Add(%d) = %v, want %v", d, -n, got, first)
		}
		when = when.AddDate(0, 0, 1)
		n++
	}
	if n != 109573 {
		t.Errorf("walked %d days, want 109573", n)
	}
}

func TestDayValid(t *testing.T) {
	for _, c := range []struct {
		d    Day
		want bool
	}{
		{0, false}, {20260229, false}, {20240229, true}, {20000229, true}, {19000229, false}, {21000229, false},
		{20260431, false}, {20260430, true}, {20261301, false}, {20260001, false}, {20260100, false},
		{18991231, false}, {22000101, false}, {-20260101, false},
	} {
		if got := c.d.Valid(); got != c.want {
			t.Errorf("%d.Valid() = %v, want %v", c.d, got, c.want)
		}
	}
}

func TestDayAddOverEnds(t *testing.T) {
	for _, c := range []struct {
		d    Day
		n    int
		want Day
	}{
		{20240228, 1, 20240229}, {20240228, 2, 20240301}, {20230228, 1, 20230301}, {20261231, 1, 20270101},
		{20270101, -1, 20261231}, {20240229, 365, 20250228}, {20240229, 366, 20250301}, {20260701, 29, 20260730},
		{20000101, -1, 19991231},
	} {
		if got := c.d.Add(c.n); got != c.want {
			t.Errorf("%v.Add(%d) = %v, want %v", c.d, c.n, got, c.want)
		}
	}
}

func TestParseDay(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Day
		ok   bool
	}{
		{"22/11/2026", 20261122, true}, {"1/7/2026", 20260701, true}, {"2026-07-01", 20260701, true},
		{"01-07-2026", 20260701, true}, {"01.07.2026", 20260701, true}, {"29/02/2024", 20240229, true},
		{"29/02/2026", 0, false}, {"31/04/2026", 0, false}, {"1/7/26", 0, false}, {"1/7", 0, false}, {"", 0, false},
		{"01/07-2026", 0, false}, {"01/07/2026 ", 0, false}, {"01//2026", 0, false}, {"a/b/c", 0, false},
		{"01/07/20266", 0, false}, {"2026/07/01", 0, false}, {"00/05/1990", 0, false},
	} {
		got, ok := ParseDay(c.in)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("ParseDay(%q) = %d, %v, want %d, %v", c.in, got, ok, c.want, c.ok)
		}
	}
}

func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"22/11/2026", "2026-07-01", "1.7.2026", "", "99/99/9999", "-1/-1/-1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := ParseDay(s)
		if !ok {
			return
		}
		if again, ok := ParseDay(d.String()); !ok || again != d {
			t.Errorf("ParseDay(%q) = %v, which reads back as %v, %v", s, d, again, ok)
		}
		if again, ok := ParseDay(d.ISO()); !ok || again != d {
			t.Errorf("ParseDay(%q) = %v, whose ISO form reads back as %v, %v", s, d, again, ok)
		}
	})
}

func TestMonthArithmetic(t *testing.T) {
	for _, c := range []struct {
		m    Month
		n    int
		want Month
	}{
		{202611, 1, 202612}, {202611, 2, 202701}, {202601, -1, 202512}, {202601, -13, 202412}, {202612, 12, 202712},
		{202607, 0, 202607}, {199912, 1, 200001}, {202611, -120, 201611}, {202611, 26, 202901},
	} {
		if got := c.m.Add(c.n); got != c.want {
			t.Errorf("%v.Add(%d) = %v, want %v", c.m, c.n, got, c.want)
		}
	}
	for m := MonthOf(1990, 1); m < MonthOf(2040, 1); m = m.Add(1) {
		for n := -40; n <= 40; n++ {
			if got := m.Add(n).Sub(m); got != n {
				t.Fatalf("%v.Add(%d).Sub = %d", m, n, got)
			}
		}
		if got := m.Last().Add(1); got != m.Add(1).First() {
			t.Fatalf("%v ends on %v", m, m.Last())
		}
	}
}

func TestParseMonth(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Month
		ok   bool
	}{
		{"11/2026", 202611, true}, {"2026-11", 202611, true}, {"1-2026", 202601, true}, {"1.2026", 202601, true},
		{"13/2026", 0, false}, {"00/2026", 0, false}, {"2026", 0, false}, {"11/26", 0, false}, {"1/1/2026", 0, false}, {"", 0, false},
	} {
		got, ok := ParseMonth(c.in)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("ParseMonth(%q) = %d, %v, want %d, %v", c.in, got, ok, c.want, c.ok)
		}
	}
}
