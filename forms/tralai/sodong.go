package tralai

import (
	"regexp"
	"strconv"
	"strings"
)

// numbered finds the word that row numbers stand behind, and the numbers.
var (
	numbered = regexp.MustCompile(`(?:^|[^\p{L}\d])(dòng|stt|s\.t\.t|số thứ tự|thứ tự)(?:\s+(?:số|thứ|stt))?\s*[:.]?\s*(\d{1,5})`)
	plain    = regexp.MustCompile(`(?:^|[^\p{L}\d])(dong)(?:\s+(?:so|thu))?\s*[:.]?\s*(\d{1,5})`)
	until    = regexp.MustCompile(`^\s*(?:[-–]|đến|tới|den|toi)\s*(?:dòng\s+|dong\s+|stt\s+)?(\d{1,5})`)
	another  = regexp.MustCompile(`^\s*(?:,|;|&|và|va)\s*(?:dòng\s+|dong\s+|stt\s+)?(\d{1,5})`)
	// of is what makes a number behind a comma something else than a row.
	of = regexp.MustCompile(`^\s*(?:tháng|năm|ngày|người|đồng|triệu|lần|%|thang|nam|ngay|nguoi|trieu)(?:[^\p{L}]|$)`)
)

// mostRows bounds the rows of one range: more is no list that anybody wrote.
const mostRows = 500

// rowNumbers reads the row numbers that words name, each once, in their order. sure
// is false for words without diacritics, where "dong" may be another word. low is
// in lower case.
func rowNumbers(low string) (out []int, sure bool) {
	sure = true
	at := numbered.FindAllStringSubmatchIndex(low, -1)
	if len(at) == 0 && isPlain(low) {
		at, sure = plain.FindAllStringSubmatchIndex(low, -1), false
	}
	seen := map[int]bool{}
	add := func(n int) {
		if n > 0 && !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	for _, m := range at {
		n, tail := number(low, m[4], m[5])
		if n == 0 {
			continue
		}
		for {
			last := n
			if m := until.FindStringSubmatchIndex(tail); m != nil {
				if to, next := number(tail, m[2], m[3]); to >= n && to-n < mostRows {
					last, tail = to, next
				}
			}
			for k := n; k <= last; k++ {
				add(k)
			}
			m := another.FindStringSubmatchIndex(tail)
			if m == nil {
				break
			}
			more, next := number(tail, m[2], m[3])
			if more == 0 || of.MatchString(next) {
				break
			}
			n, tail = more, next
		}
	}
	return out, sure
}

// number reads the digits between two places and gives what follows; 0 where they
// are a part of something longer, as a date.
func number(s string, from, to int) (int, string) {
	tail := s[to:]
	if tail != "" && (tail[0] >= '0' && tail[0] <= '9' || tail[0] == '/') {
		return 0, tail
	}
	if len(tail) > 1 && tail[0] == '.' && tail[1] >= '0' && tail[1] <= '9' {
		return 0, tail
	}
	n, err := strconv.Atoi(s[from:to])
	if err != nil {
		return 0, tail
	}
	return n, tail
}

// isPlain reports whether words are written without diacritics.
func isPlain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0x7f })
}
