package office

import (
	"context"
	"fmt"
	"strings"

	"ankhai/forms/law"
	"ankhai/forms/services/han"
)

// MonthWork is one piece of a month's work: when, whose, what and how, and the day that
// the law sets for it, where it sets one.
type MonthWork struct {
	When  string  `json:"when"`
	Who   string  `json:"who"`
	What  string  `json:"what"`
	How   string  `json:"how"`
	Go    Place   `json:"-"`
	ByLaw bool    `json:"byLaw"` // false: a habit of the trade
	By    law.Day `json:"-"`     // 0 where no day is reckoned
	Day   string  `json:"by,omitempty"`
	Kind  string  `json:"kind,omitempty"`  // "luật định", "nên"
	Basis string  `json:"basis,omitempty"` // the article
	Count string  `json:"how-counted,omitempty"`
}

// Until is how its day is told: a limit, or advice.
func (w MonthWork) Until() string {
	if w.Kind == han.HanNop.Say() {
		return "Chậm nhất"
	}
	return "Nên trước hết ngày"
}

// MonthOfWork explains a month of social insurance from its first paper to its backup.
// Days are reckoned by the deadline engine, with the user's calendar and figures.
func (o *Office) MonthOfWork(ctx context.Context, month law.Month) ([]MonthWork, error) {
	table, err := helpTable("mot-thang.tsv", 10)
	if err != nil {
		return nil, err
	}
	var out []MonthWork
	for _, r := range table {
		w := MonthWork{When: r[0], Who: r[1], What: r[2], How: r[3], Go: Place{Screen: r[4]}, ByLaw: r[5] == "luật"}
		if r[6] != "" {
			if err := o.dateWork(ctx, &w, han.Cau{SuKien: r[6], Moc: map[string]law.Day{"ngay": dayOfWork(month, r[7])}, Chon: pairsOf(r[8])}, r[9]); err != nil {
				return nil, err
			}
		}
		out = append(out, w)
	}
	return out, nil
}

// dateWork dates a piece of work by the clock of an event, the first one where none is
// named.
func (o *Office) dateWork(ctx context.Context, w *MonthWork, q han.Cau, clock string) error {
	got, bad, err := o.Deadlines(ctx, q)
	if err != nil {
		return err
	}
	if len(bad) > 0 {
		return fmt.Errorf("help of the month, event %s: %s", q.SuKien, bad[0].Say)
	}
	for _, v := range got.Viec {
		if v.Ngay == 0 || (clock != "" && v.Han.Ma != clock) {
			continue
		}
		w.By, w.Day, w.Kind, w.Basis, w.Count = v.Ngay, v.Ngay.String(), v.Han.Loai.Say(), v.Han.CanCu, v.Cach
		return nil
	}
	return nil
}

// dayOfWork is a day of a month that stands for the work: its first, its middle, its last.
func dayOfWork(m law.Month, where string) law.Day {
	const middle = 15
	switch where {
	case "dau":
		return m.First()
	case "giua":
		return m.First() + middle - 1
	}
	return m.Last()
}

// pairsOf reads "a=b,c=d".
func pairsOf(s string) map[string]string {
	out := map[string]string{}
	for _, p := range strings.Split(s, ",") {
		if k, v, ok := strings.Cut(p, "="); ok {
			out[k] = v
		}
	}
	return out
}
