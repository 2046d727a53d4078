package sheet

import (
	"fmt"
	"strings"

	"ankhai/forms/form"
)

// looseLines passes over what stands among the lines of a sheet that is not one
// of ours: the numbers of the columns, heads of parts, sums, signatures. What was
// passed over is told.
type looseLines struct {
	on      bool
	past    bool // a line was read
	from    int  // the signatures, 0 while none were seen
	skipped []int
}

func (l *looseLines) passes(cells []cell, cols []*form.Column, num int) bool {
	if !l.on {
		return false
	}
	if !l.past {
		l.past = true
		if indexRow(cells) {
			return true
		}
	}
	if l.from != 0 {
		return true
	}
	numbered, answers := false, 0
	for i := range cells {
		switch s := strings.TrimSpace(cells[i].s); {
		case s == "":
		case cols[cells[i].col] != nil:
			answers++
		case answers == 0 && allDigits(strings.TrimSuffix(s, ".")): // STT stands before the answers
			numbered = true
		}
	}
	switch {
	case answers == 0 && soleText(cells) == "":
		return true
	case !numbered && signed(cells):
		l.from = num
		return true
	case numbered:
		return false
	case soleText(cells) != "" && answers < 2, sum(cells):
		l.skipped = append(l.skipped, num)
		return true
	}
	return false
}

// signed tells a line of signatures, or of the day and place above them.
func signed(cells []cell) bool {
	if hasNumber(cells) {
		return false
	}
	for i := range cells {
		k := headKey(cells[i].s)
		if len(k) <= 80 && (strings.Contains(k, "ngay") && hasWords(k, "thang") && hasWords(k, "nam") || anyWords(k, signatures)) {
			return true
		}
	}
	return false
}

// sum tells «Cộng», «Tổng cộng» in front of a line.
func sum(cells []cell) bool {
	for i := range cells {
		if cells[i].kind == cellText {
			first, _, _ := strings.Cut(strings.TrimRight(strings.ToLower(clean(cells[i].s)), ":. "), " ")
			return first == "cộng" || first == "tổng"
		}
	}
	return false
}

func (l *looseLines) tell(f *faults) {
	if n := len(l.skipped); n > 0 {
		f.nhac(cellName(0, l.skipped[0]), "", xlNotRow, fmt.Sprintf("Có %d dòng, đầu tiên là dòng %d, trông như tiêu đề nhóm hoặc dòng cộng nên không đọc. Ghi số thứ tự vào dòng nếu là dòng kê khai", n, l.skipped[0]), "")
	}
	if l.from != 0 {
		f.nhac(cellName(0, l.from), "", xlNotRow, fmt.Sprintf("Từ dòng %d là phần ký tên nên không đọc", l.from), "")
	}
}
