package office

import (
	"context"
	"fmt"

	"ankhai/forms/law"
)

// WaitingCosts is what it costs to wait with a draft, as a window shows it beside the
// draft: sent today, and from the first to the last day of the next month.
type WaitingCosts struct {
	Costs []Cost
	Say   string // one line; "" where nobody in the draft begins or stops contributing
}

// WaitingCosts reckons what waiting costs, with the words for it. A sum that would leave
// somebody out is not told: the words then name what is missing.
func (o *Office) WaitingCosts(ctx context.Context, id string) (WaitingCosts, error) {
	today := o.Today()
	next := today.Month().Add(1)
	costs, err := o.CostOfWaiting(ctx, id, today, next.First(), next.Last())
	if err != nil {
		return WaitingCosts{}, err
	}
	return WaitingCosts{Costs: costs, Say: sayWaiting(costs[0], costs[1], costs[2])}, nil
}

// sayWaiting puts three costs into a line: now, from the first day of the next
// month, and on its last.
func sayWaiting(now, next, end Cost) string {
	if now.People == 0 && now.Leaving == 0 {
		return ""
	}
	if n := len(end.Unknown); n > 0 {
		say := "Nộp muộn tốn bao nhiêu, chưa tính được: " + end.Unknown[0]
		if n > 1 {
			say += fmt.Sprintf(" (và %d chỗ khác)", n-1)
		}
		return say
	}
	if end.Extra() == 0 && len(end.Late) == 0 {
		return "Chưa phát sinh gì nếu nộp trước " + end.SendOn.Month().Add(1).First().String()
	}
	say := ""
	if owed := now.Extra(); owed > 0 {
		what := "truy đóng và nộp thêm "
		if now.BHYT == owed {
			what = ""
		}
		say = "Nộp hôm nay: " + what + law.VietSo(owed) + " đồng" + ofHealth(now.BHYT, owed) + ". "
	}
	if more := next.Extra() - now.Extra(); more > 0 {
		return say + "Nộp sau " + now.SendOn.Month().Last().String() + ": thêm " + law.VietSo(more) + " đồng" + ofHealth(next.BHYT-now.BHYT, more)
	}
	if len(end.Late) == 0 {
		return say + "Nộp ngày " + end.SendOn.String() + ": thêm " + law.VietSo(end.Extra()-now.Extra()) + " đồng"
	}
	return say + fmt.Sprintf("Nộp ngày %s: %d người quá hạn báo tăng", end.SendOn, len(end.Late))
}

// ofHealth says how much of a sum is for the health fund, where only a part of it is.
func ofHealth(part, sum int64) string {
	if part <= 0 {
		return ""
	}
	if part == sum {
		return " BHYT vì báo giảm chậm"
	}
	return ", trong đó BHYT vì báo giảm chậm " + law.VietSo(part)
}
