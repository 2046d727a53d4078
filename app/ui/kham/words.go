package kham

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
)

const (
	tokenTitle = "Token và trình điều khiển"
	tokenLater = "Chưa cần khi tập; cần trước khi nộp hồ sơ thật"
)

// counts are how many lines need somebody.
type counts struct{ ill, doubtful int }

func tally(c office.Checkup) (n counts) {
	for _, x := range slices.Concat(c.Work, c.Tokens) {
		switch x.Level() {
		case office.Red:
			n.ill++
		case office.Yellow:
			n.doubtful++
		}
	}
	return n
}

// level is the worst one.
func (n counts) level() office.Level {
	switch {
	case n.ill > 0:
		return office.Red
	case n.doubtful > 0:
		return office.Yellow
	}
	return office.Green
}

func (n counts) say() string {
	var parts []string
	if n.ill > 0 {
		parts = append(parts, wording.So(n.ill)+" điều cần sửa")
	}
	if n.doubtful > 0 {
		parts = append(parts, wording.So(n.doubtful)+" điều nên xem")
	}
	if len(parts) == 0 {
		return "Mọi thứ ổn"
	}
	return strings.Join(parts, ", ")
}

// illFirst orders lines by their level, and leaves the order within one.
func illFirst(lines []office.Exam) []office.Exam {
	rank := map[office.Level]int{office.Red: 0, office.Yellow: 1, office.Green: 2}
	out := slices.Clone(lines)
	slices.SortStableFunc(out, func(a, b office.Exam) int { return rank[a.Level()] - rank[b.Level()] })
	return out
}

// plain is a checkup as text for a mail to whoever helps. It holds what the lines
// say and no more.
func plain(c office.Checkup, at time.Time) string {
	var b strings.Builder
	fmt.Fprintf(&b, "AnKhai, khám máy lúc %s: %s\n", wording.Luc(at), tally(c).say())
	lines := func(xs []office.Exam) {
		for _, x := range illFirst(xs) {
			fmt.Fprintf(&b, "%s %s: %s\n", sign(x.Level()), x.Name, x.Say)
			if x.Remedy != "" {
				fmt.Fprintf(&b, "   → %s\n", x.Remedy)
			}
		}
	}
	lines(c.Work)
	fmt.Fprintf(&b, "\n%s\n", tokenTitle)
	if c.TokensLater {
		fmt.Fprintf(&b, "(%s)\n", tokenLater)
	}
	lines(c.Tokens)
	return b.String()
}
