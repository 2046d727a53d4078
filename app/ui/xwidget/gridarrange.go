package xwidget

import (
	"slices"
	"strings"
)

// sorting is a column to sort by.
type sorting struct {
	tag  string
	down bool // from the last to the first
}

// maxSorts is how many columns sort a grid: the newest, and among equals the ones
// before it.
const maxSorts = 3

// cellFilter is what cells of a column must be to be shown. The zero one lets
// everything through.
type cellFilter struct {
	has      string // in the text, without case and diacritics
	from, to string // of amounts and dates, as a person types them; both included
	only     map[string]bool
	faulty   bool // a Lỗi or a Nhắc stands here
}

func (f cellFilter) any() bool {
	return f.has != "" || f.from != "" || f.to != "" || f.only != nil || f.faulty
}

// readCells is what is read of a column to sort and filter by.
type readCells struct {
	kind  GridKind
	texts []string
	bad   []bool
}

// arranging is everything that sorting and filtering need, read from the model
// beforehand, so that the rest can be done elsewhere than where the model lives.
type arranging struct {
	rows    int
	sorts   []sortColumn
	filters []filterColumn
}

type sortColumn struct {
	readCells
	down bool
}

type filterColumn struct {
	readCells
	cellFilter
}

// readColumn reads the cells of a column of a model.
func readColumn(m Model, rows, col int, kind GridKind, faults bool) readCells {
	c := readCells{kind: kind, texts: make([]string, rows)}
	for r := range rows {
		c.texts[r] = keyText(m, r, col)
	}
	if faults {
		c.bad = make([]bool, rows)
		for r := range rows {
			k := m.Mark(r, col)
			c.bad[r] = k == MarkError || k == MarkNotice
		}
	}
	return c
}

// result is which rows are shown, in order. It reads nothing but what was read before.
func (a arranging) result() []int {
	keep := make([]bool, a.rows)
	for i := range keep {
		keep[i] = true
	}
	for _, f := range a.filters {
		f.sift(keep)
	}
	rows := make([]int, 0, a.rows)
	for r, ok := range keep {
		if ok {
			rows = append(rows, r)
		}
	}
	for i := len(a.sorts) - 1; i >= 0; i-- {
		a.sorts[i].order(rows)
	}
	return rows
}

// sift takes the rows out that the filter does not let through.
func (f filterColumn) sift(keep []bool) {
	has := Fold(strings.TrimSpace(f.has))
	from, low := figure(f.kind, f.from)
	to, high := figure(f.kind, f.to)
	if high && (f.kind == KindDay || f.kind == KindMonth) {
		to = lastDay(to)
	}
	for r, ok := range keep {
		text := f.texts[r]
		ok = ok && (f.only == nil || f.only[text]) && (!f.faulty || f.bad[r])
		if ok && has != "" {
			ok = strings.Contains(Fold(text), has)
		}
		if ok && (low || high) {
			n, known := figure(f.kind, text)
			ok = known && (!low || n >= from) && (!high || n <= to)
		}
		keep[r] = ok
	}
}

// lastDay makes «to 2026» and «to 11/2026» mean the whole of it.
func lastDay(date int64) int64 {
	if date%10000 == 0 {
		return date + 1231
	}
	if date%100 == 0 {
		return date + 31
	}
	return date
}

// order sorts rows by the column and leaves equals as they stand.
func (s sortColumn) order(rows []int) {
	keys := make([]cellKey, len(s.texts))
	read := map[string]cellKey{}
	for _, r := range rows {
		text := s.texts[r]
		k, ok := read[text]
		if !ok {
			k = keyOf(s.kind, text)
			read[text] = k
		}
		keys[r] = k
	}
	slices.SortStableFunc(rows, func(a, b int) int {
		order, not := keys[a].compare(keys[b])
		if s.down && !not {
			return -order
		}
		return order
	})
}

// worth is a text of a column and in how many rows it stands.
type worth struct {
	text string
	n    int
	row  int // the first of them
}

// worths are the texts of a column in their order; none where there are more than most.
func (c readCells) worths(most int) []worth {
	at := map[string]int{}
	var out []worth
	for r, s := range c.texts {
		i, ok := at[s]
		if !ok {
			if len(out) == most {
				return nil
			}
			i = len(out)
			at[s], out = i, append(out, worth{text: s, row: r})
		}
		out[i].n++
	}
	slices.SortStableFunc(out, func(a, b worth) int {
		order, _ := keyOf(c.kind, a.text).compare(keyOf(c.kind, b.text))
		return order
	})
	return out
}
