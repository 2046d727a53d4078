package lich

import (
	"math"
	"testing"

	"ankhai/forms/law"
)

// The table of lunar days is held against the sky: new moons and the sun's
// longitude (J. Meeus, Astronomical Algorithms, chapters 25 and 49, the larger
// terms), by the day of the meridian 105° east. Month 11 has the winter solstice;
// of thirteen months the first without a major term is doubled.

const (
	deltaT = 0.0008 // dynamical minus universal time in days, about 70 seconds
	zone   = 7.0 / 24
)

func sin(deg float64) float64 { return math.Sin(deg * math.Pi / 180) }

// newMoon is the k-th new moon since January 2000, as a Julian day.
func newMoon(k float64) float64 {
	t := k / 1236.85
	m := 2.5534 + 29.1053567*k - 0.0000014*t*t
	mm := 201.5643 + 385.81693528*k + 0.0107582*t*t
	f := 160.7108 + 390.67050284*k - 0.0016118*t*t
	om := 124.7746 - 1.56375588*k
	e := 1 - 0.002516*t
	jde := 2451550.09766 + 29.530588861*k + 0.00015437*t*t
	jde += -0.40720*sin(mm) + 0.17241*e*sin(m) + 0.01608*sin(2*mm) + 0.01039*sin(2*f) + 0.00739*e*sin(mm-m) -
		0.00514*e*sin(mm+m) + 0.00208*e*e*sin(2*m) - 0.00111*sin(mm-2*f) - 0.00057*sin(mm+2*f) + 0.00056*e*sin(2*mm+m) -
		0.00042*sin(3*mm) + 0.00042*e*sin(m+2*f) + 0.00038*e*sin(m-2*f) - 0.00024*e*sin(2*mm-m) - 0.00017*sin(om)
	return jde - deltaT
}

// sun is the sun's apparent longitude in degrees at a Julian day.
func sun(jd float64) float64 {
	t := (jd + deltaT - 2451545) / 36525
	m := 357.52911 + 35999.05029*t - 0.0001537*t*t
	l := 280.46646 + 36000.76983*t + 0.0003032*t*t
	c := (1.914602-0.004817*t)*sin(m) + (0.019993-0.000101*t)*sin(2*m) + 0.000289*sin(3*m)
	x := l + c - 0.00569 - 0.00478*sin(125.04-1934.136*t)
	return math.Mod(math.Mod(x, 360)+360, 360)
}

var epoch = law.DayOf(2000, 1, 1) // its noon is Julian day 2451545

// dayAt is the day on which a moment falls at 105° east.
func dayAt(jd float64) law.Day { return epoch.Add(int(math.Floor(jd - 2451545 + 0.5 + zone))) }

// midnight is the beginning of a day at 105° east.
func midnight(d law.Day) float64 { return 2451545 - 0.5 - zone + float64(d.Sub(epoch)) }

// term is which of the twelve major terms the sun has passed at the start of a day.
func term(d law.Day) int { return int(sun(midnight(d)) / 30) }

func firstOf(k int) law.Day { return dayAt(newMoon(float64(k))) }

// eleventh is the number of the new moon that begins month 11 of a year.
func eleventh(year int) int {
	solstice := law.DayOf(year, 12, 18)
	for term(solstice.Add(1)) != 9 {
		solstice = solstice.Add(1)
	}
	k := int(float64(solstice.Sub(epoch))/29.530588861) + 2
	for firstOf(k) > solstice {
		k--
	}
	return k
}

// months gives the first days of months 1 and 3 of a lunar year.
func months(year int) (first, third law.Day) {
	from, until := eleventh(year-1), eleventh(year)
	leap := 0 // how many months after month 11 is the doubled one
	if until-from == 13 {
		for i := 1; i < 13; i++ {
			if term(firstOf(from+i)) == term(firstOf(from+i+1)) {
				leap = i
				break
			}
		}
	}
	at := func(n int) law.Day {
		if leap > 0 && n >= leap {
			n++
		}
		return firstOf(from + n)
	}
	return at(2), at(4)
}

func TestLunarDaysAreWhereTheSkyPutsThem(t *testing.T) {
	for year := data.dau; year <= data.cuoi; year++ {
		first, third := months(year)
		if got, want := data.am[year].tet, first; got != want {
			t.Errorf("Tết %d: the table says %s, the sky %s", year, got, want)
		}
		if got, want := data.am[year].gioTo, third.Add(9); got != want {
			t.Errorf("Giỗ Tổ %d: the table says %s, the sky %s", year, got, want)
		}
	}
	// Years that everybody remembers, to hold the test itself against.
	for year, want := range map[int]law.Day{1985: 19850121, 2007: 20070217, 2020: 20200125, 2023: 20230122} {
		if got, _ := months(year); got != want {
			t.Errorf("Tết %d: got %s, want %s", year, got, want)
		}
	}
}
