package office

import (
	"context"
	"time"
)

// farAhead is how long after the last entry of the journal a clock may stand
// before it is doubted.
const farAhead = 2 * 365 * 24 * time.Hour

// clockDoubt tells why a clock cannot be right, "" if nothing speaks against it.
// last is the last entry of the journal, zero if there is none.
func clockDoubt(now, last time.Time) string {
	day := "máy đang ghi ngày " + dayIn(now).String()
	switch {
	case now.Before(made):
		return day + ", trước khi có chương trình này"
	case now.After(made.AddDate(20, 0, 0)):
		return day + ", quá xa về sau"
	case !last.IsZero() && now.Before(last.Add(-24*time.Hour)):
		return day + ", trước việc ghi gần nhất trong nhật ký (" + dayIn(last).String() + ")"
	case !last.IsZero() && now.After(last.Add(farAhead)):
		return day + ", hơn hai năm sau việc ghi gần nhất trong nhật ký (" + dayIn(last).String() + ")"
	}
	return ""
}

// ClockDoubt tells why this computer's clock cannot be right, "" if nothing speaks
// against it. Nothing is blocked by it: order goes by number, not by time.
func (o *Office) ClockDoubt() string { return clockDoubt(o.now(), o.lastEntry) }

// readLastEntry reads when the journal was written last before this program
// started: what it writes itself has its own clock.
func (o *Office) readLastEntry(ctx context.Context) error {
	j, err := o.store.Journal(ctx, 1)
	if err == nil && len(j) > 0 {
		o.lastEntry = j[0].At
	}
	return err
}
