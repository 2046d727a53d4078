package storage

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ankhai/forms/law"
)

// days writes what is left of a row of backups: their numbers, newest first.
func left(all []shelved) string {
	var n []string
	for _, s := range kept(all) {
		n = append(n, fmt.Sprint(s.N))
	}
	return strings.Join(n, " ")
}

// row is one backup a day, numbered from 1.
func row(from law.Day, n int) (out []shelved) {
	for i := range n {
		out = append(out, shelved{N: i + 1, Day: from.Add(i)})
	}
	return out
}

func TestRetention(t *testing.T) {
	several := []shelved{{1, 20261120}, {2, 20261120}, {3, 20261120}, {4, 20261121}, {5, 20261121}}
	jump := append(row(20261101, 20), shelved{21, 20361105}, shelved{22, 20361106}, shelved{23, 20261121}, shelved{24, 20261122})
	back := append(row(20261110, 10), shelved{11, 20161101}, shelved{12, 20261120})
	for _, c := range []struct {
		name, want string
		all        []shelved
	}{
		{"none", "", nil},
		{"one", "1", row(20261122, 1)},
		{"a week of days", "7 6 5 4 3 2 1", row(20261116, 7)},
		// The last is Tuesday 2026-11-24: the weeks before it end at 28, 21, 14 and 7.
		{"a month of days", "30 29 28 27 26 25 24 21 14 7", row(20261026, 30)},
		{"a year of days", "365 364 363 362 361 360 359 356 349 342 335 328 321", row(20251125, 365)},
		{"several a day: the last of each", "5 3", several},
		{"one in two weeks: weeks that have none take no place", "6 5 4 3 2 1", []shelved{{1, 20260901}, {2, 20260915}, {3, 20260929}, {4, 20261013}, {5, 20261027}, {6, 20261110}}},
		{"clock ten years ahead for two days, then right again", "24 23 22 21 20 19 18 15 8 1", jump},
		{"clock ten years back for a day", "12 11 10 9 8 7 6", back},
		{"order of the list does not count", "7 6 5 4 3 2 1", reversed(row(20261116, 7))},
	} {
		if got := left(c.all); got != c.want {
			t.Errorf("%s: kept %s, want %s", c.name, got, c.want)
		}
	}
}

func reversed(all []shelved) []shelved {
	slices.Reverse(all)
	return all
}

// However the clock runs, the newest stays, never more than fifteen stay, and
// choosing again from what stayed drops nothing.
func TestRetentionSettles(t *testing.T) {
	var all []shelved
	day := law.Day(20240101)
	for n := 1; n <= 900; n++ {
		switch n % 97 {
		case 13:
			day = day.Add(3650)
		case 14:
			day = day.Add(-3650)
		default:
			day = day.Add(n % 3)
		}
		all = append(kept(all), shelved{n, day})
		stay := kept(all)
		if len(stay) > keepDays+keepWeeks || stay[0].N != n {
			t.Fatalf("after %d: %v", n, stay)
		}
		if again := kept(stay); !slices.Equal(again, stay) {
			t.Fatalf("after %d: %v, then %v", n, stay, again)
		}
	}
}

func TestOverdue(t *testing.T) {
	for _, c := range []struct {
		ago  time.Duration
		want bool
	}{{0, false}, {23 * time.Hour, false}, {24 * time.Hour, true}, {-time.Hour, false}, {-10 * 365 * 24 * time.Hour, true}} {
		want(t, fmt.Sprint("last backup ", c.ago, " ago"), overdue(thisDay.Add(-c.ago), thisDay), c.want)
	}
	want(t, "none yet", overdue(time.Time{}, thisDay), true)
}

func TestShelfNames(t *testing.T) {
	s := shelved{N: 7, Day: 20261122}
	want(t, "name", s.name(), "ankhai-2026-11-22-0007.db")
	got, ok := parseShelved(s.name())
	want(t, "parsed", got, s)
	want(t, "ok", ok, true)
	for _, name := range []string{"", "ankhai.db", "ankhai-2026-11-22.db", "ankhai-2026-13-22-0007.db", "ankhai-2026-11-22-0007.db.tmp", "hong-ankhai-2026-11-22-0007.db"} {
		_, ok := parseShelved(name)
		want(t, name, ok, false)
	}
}
