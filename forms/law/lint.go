package law

import (
	"fmt"
	"slices"
)

// Canh is what the linter found about a figure.
type Canh struct {
	Ten string `json:"name"`
	Tu  Day    `json:"-"` // the value's day, zero for the figure as a whole
	Say string `json:"message"`
}

// KiemSoLieu looks at every figure as it stands on a day: stretches without a
// value, a last value that nobody has looked at for a year, values of lower
// confidence, and figures that have run out. Faults of shape (no basis, overlap,
// wrong order) stop the program at start and cannot be found here.
func KiemSoLieu(today Day) (out []Canh) {
	for _, name := range Names() {
		all := figures[name].values
		for i, v := range all {
			if i > 0 && all[i-1].Until.Add(1) != v.From {
				out = append(out, Canh{name, v.From, fmt.Sprintf("không có giá trị từ %s đến %s", all[i-1].Until.Add(1), v.From.Add(-1))})
			}
			if v.Confidence == Low {
				out = append(out, Canh{name, v.From, "độ tin cậy thấp: " + v.Basis})
			}
		}
		last := all[len(all)-1]
		yearAgo := DayOf(today.Year()-1, today.Month().Num(), min(today.Dom(), daysIn(today.Year()-1, today.Month().Num())))
		switch {
		case last.Until != 0 && last.Until < today && !slices.Contains(hetHieuLuc, name):
			out = append(out, Canh{name, last.From, "hết giá trị từ " + last.Until.Add(1).String() + ": cần số liệu mới"})
		case last.Until == 0 && last.Checked < yearAgo:
			out = append(out, Canh{name, last.From, "chưa ai xem lại từ " + last.Checked.String()})
		}
	}
	return out
}

// hetHieuLuc are figures of rules that are over: nothing is to follow.
var hetHieuLuc = []string{"lai-cham-dong-cu-he-so"}
