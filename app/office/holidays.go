package office

import (
	"context"
	"fmt"

	"ankhai/forms/law"
)

// HolidayYear is the calendar of a year as a person reads it.
type HolidayYear struct {
	Year int
	Days []Holiday // in order, those of the user's among them
	Open []string  // what a decision of the year will add, in words
}

// Holidays lists the days of a year on which nobody works though it is no weekend, or
// people work though it is one: those that the law fixes, and those of the user's.
func (o *Office) Holidays(ctx context.Context, year int) (HolidayYear, error) {
	l, err := o.Calendar(ctx)
	if err != nil {
		return HolidayYear{}, err
	}
	out := HolidayYear{Year: year, Days: l.Cua(year)}
	for _, c := range l.ChuaRoGiua(law.DayOf(year, 1, 1), law.DayOf(year, 12, 31)) {
		out.Open = append(out.Open, fmt.Sprintf("Từ %s đến %s: %s", c.Tu, c.Den, c.Say))
	}
	return out, nil
}
