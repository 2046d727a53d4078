package storage

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"time"

	"ankhai/forms/law"
)

// How many backups are kept: the last of each of so many days, and the last of
// each of so many weeks.
const (
	keepDays  = 7
	keepWeeks = 8
)

// backupEvery is how old the last good backup may grow.
const backupEvery = 24 * time.Hour

// shelfName is how a backup is called on a shelf: the day for the reader, and a
// running number that orders them whatever the clock said.
var shelfName = regexp.MustCompile(`^ankhai-(\d{4}-\d{2}-\d{2})-(\d{4,9})\.db$`)

// shelved is a backup by its name.
type shelved struct {
	N   int // running number: the order in which backups were made
	Day law.Day
}

func (s shelved) name() string { return fmt.Sprintf("ankhai-%s-%04d.db", s.Day.ISO(), s.N) }

func parseShelved(name string) (s shelved, ok bool) {
	m := shelfName.FindStringSubmatch(name)
	if m == nil {
		return s, false
	}
	day, ok := law.ParseDay(m[1])
	n, err := strconv.Atoi(m[2])
	return shelved{n, day}, ok && err == nil
}

// kept chooses what stays of a shelf: walking back from the newest, the last of
// each of seven days and the last of each of eight weeks (Monday to Sunday).
// Order goes by number, never by day: a clock that was wrong for a while has its
// days counted like others and takes nobody's place for ever.
func kept(all []shelved) []shelved {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b shelved) int { return b.N - a.N })
	days, weeks := map[law.Day]bool{}, map[law.Day]bool{}
	var out []shelved
	for _, s := range all {
		week := monday(s.Day)
		daily := len(days) < keepDays && !days[s.Day]
		weekly := len(weeks) < keepWeeks && !weeks[week]
		if daily {
			days[s.Day] = true
		}
		if weekly {
			weeks[week] = true
		}
		if daily || weekly {
			out = append(out, s)
		}
	}
	return out
}

// monday is the first day of a day's week.
func monday(d law.Day) law.Day { return d.Add(-((d.Weekday() + 6) % 7)) }

// overdue reports whether a backup should be made: there is none, or the last one
// is more than a day away, in either direction of the clock.
func overdue(last, now time.Time) bool {
	d := now.Sub(last)
	return last.IsZero() || d >= backupEvery || d <= -backupEvery
}
