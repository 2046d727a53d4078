package sheet

import (
	"strings"
)

const (
	headLook   = 80 // rows with values in which a header is looked for
	headHeight = 4
)

// headTable is the top of a sheet with merged areas filled in.
type headTable struct {
	g     *grid
	rows  []row            // at most headLook
	text  [][]string       // by row index and column
	key   [][]string       // folded
	merge map[[2]int]*area // by row number and column
	width int
	old   []oldText // texts that were converted from an older encoding
}

func newHeadTable(g *grid) *headTable {
	t := &headTable{g: g, rows: g.rows[:min(headLook, len(g.rows))], merge: map[[2]int]*area{}}
	if len(t.rows) == 0 {
		return t
	}
	index := map[int]int{}
	for i, r := range t.rows {
		index[r.num] = i
		line := make([]string, maxCols)
		for _, c := range g.of(r) {
			if c.kind == cellText || c.kind == cellNumber {
				line[c.col] = t.modern(&c, r.num)
				t.width = max(t.width, int(c.col)+1)
			}
		}
		t.text = append(t.text, line)
	}
	last := t.rows[len(t.rows)-1].num
	for k := range g.merges {
		a := &g.merges[k]
		if a.top > last || a.left >= maxCols {
			continue
		}
		i, ok := index[a.top]
		if !ok || t.text[i][a.left] == "" {
			continue
		}
		for num := a.top; num <= min(a.bottom, last, a.top+headHeight); num++ {
			j, ok := index[num]
			if !ok {
				continue
			}
			for c := a.left; c <= min(a.right, maxCols-1); c++ {
				t.text[j][c] = t.text[i][a.left]
				t.merge[[2]int{num, c}] = a
				if a.right-a.left < 64 {
					t.width = max(t.width, c+1)
				}
			}
		}
	}
	t.key = make([][]string, len(t.text))
	for i, line := range t.text {
		t.key[i] = make([]string, t.width)
		for c := range t.width {
			t.key[i][c] = headKey(line[c])
		}
	}
	return t
}

// oldText is a text in an encoding before Unicode, and where it stands.
type oldText struct {
	num     int
	at, was string
}

// modern is a text of the sheet's top in Unicode.
func (t *headTable) modern(c *cell, num int) string {
	if c.kind == cellText {
		if to, old := oldEncoding(c.s, c.look); old && to != "" {
			t.old = append(t.old, oldText{num, cellName(int(c.col), num), c.s})
			return clean(to)
		}
	}
	return clean(c.s)
}

// heads returns what stands over each column when the header has the rows
// from i on, n of them.
func (t *headTable) heads(i, n int) []head {
	out := make([]head, t.width)
	for c := range t.width {
		var text, key []string
		for r := i; r < i+n; r++ {
			s, k := t.text[r][c], t.key[r][c]
			if s == "" && r+1 < i+n && t.key[r+1][c] != "" {
				s, k = t.groupLeft(r, c)
			}
			if k == "" || len(key) > 0 && key[len(key)-1] == k {
				continue
			}
			text, key = append(text, s), append(key, k)
		}
		if len(key) > 0 {
			out[c] = head{strings.Join(text, " › "), key[len(key)-1], strings.Join(key[:len(key)-1], " ")}
		}
	}
	return out
}

// groupLeft finds the head of a group that was written over its first column
// and not merged.
func (t *headTable) groupLeft(r, c int) (string, string) {
	for k := c - 1; k >= 0; k-- {
		if t.key[r][k] == "" {
			continue
		}
		if t.merge[[2]int{t.rows[r].num, k}] != nil || t.key[r+1][k] == "" || t.key[r+1][k] == t.key[r][k] {
			break
		}
		return t.text[r][k], t.key[r][k]
	}
	return "", ""
}

// found is a header: rows i … i+n-1 of the grid.
type found struct {
	i, n   int
	heads  []head
	guess  []guess
	points int
}

// findHead looks for the rows that name most facts. A header names the person
// and at least two other facts, or one beyond doubt.
func (t *headTable) findHead(m *matcher) (best found, ok bool) {
	for i := range t.rows {
		for n := 1; n <= headHeight && i+n <= len(t.rows); n++ {
			if n > 1 && t.rows[i+n-1].num != t.rows[i].num+n-1 || t.numbers(i+n-1) {
				break
			}
			hs := t.heads(i, n)
			gs := make([]guess, len(hs))
			seen := map[string]bool{}
			points := -5 * (n - 1)
			for c, h := range hs {
				g := m.guess(h)
				gs[c] = g
				if g.conf < sure {
					continue
				}
				if g.field == fBoQua {
					points += 8
				} else if !seen[g.field] {
					seen[g.field] = true
					points += g.conf
				}
			}
			named := seen[fHoTen] || seen[fHoDem] && seen[fTen]
			if !named || len(seen) < 3 && !(len(seen) == 2 && points >= 180) {
				continue
			}
			if points > best.points {
				best, ok = found{i, n, hs, gs, points}, true
			}
		}
	}
	return best, ok
}

// numbers reports whether a row holds amounts, as a header never does.
func (t *headTable) numbers(i int) bool {
	big := 0
	for _, c := range t.g.of(t.rows[i]) {
		if c.numeric() && len(c.s) > 4 && c.look&lookDate == 0 {
			big++
		}
	}
	return big > 0
}

// indexRow reports whether a row only numbers the columns: 1 2 3, (1) (2), A B 1.
func indexRow(cells []cell) bool {
	n := 0
	for _, c := range cells {
		s := strings.Trim(strings.TrimSpace(c.s), "()[]")
		if i := strings.IndexAny(s, "=+"); i > 0 { // (9)=(7)+(8)
			s = strings.TrimRight(strings.Trim(s[:i], " "), ")")
		}
		if s == "" {
			continue
		}
		if len(s) > 4 || !(allDigits(s) || len(s) == 1 || len(s) <= 4 && allDigits(strings.Trim(s, ".abcABC"))) {
			return false
		}
		n++
	}
	return n >= 3
}
