package tralai

import (
	"slices"

	"ankhai/forms/form"
)

// pair finds for each row now the row that it was, -1 for a new one: first the rows
// that are the same, wherever they stand, then those of the same person, then those
// that stand between the same neighbours and still say half of what they said.
func pair(t *form.Table, old, now []form.Row, head bool) []int {
	p := pairing{t: t, old: old, now: now, from: make([]int, len(now)), used: make([]bool, len(old))}
	for i := range p.from {
		p.from[i] = -1
	}
	if head {
		p.take(0, 0)
		return p.from
	}
	p.same()
	p.people()
	p.between()
	return p.from
}

type pairing struct {
	t        *form.Table
	old, now []form.Row
	from     []int
	used     []bool
}

func (p *pairing) take(i, k int) { p.from[i], p.used[k] = k, true }

func (p *pairing) same() {
	by := map[string][]int{}
	for k, r := range p.old {
		w := string(p.t.AppendRow(nil, r))
		by[w] = append(by[w], k)
	}
	for i, r := range p.now {
		w := string(p.t.AppendRow(nil, r))
		if left := by[w]; len(left) > 0 {
			p.take(i, left[0])
			by[w] = left[1:]
		}
	}
}

// people pairs the rows of one person that are left. Of several the likest come
// first.
func (p *pairing) people() {
	by := map[string][]int{}
	for k, r := range p.old {
		if p.used[k] {
			continue
		}
		for _, key := range identOf(p.t, r).keys() {
			by[key] = append(by[key], k)
		}
	}
	type couple struct{ i, k, alike int }
	var all []couple
	for i, r := range p.now {
		if p.from[i] >= 0 {
			continue
		}
		seen := map[int]bool{}
		for _, key := range identOf(p.t, r).keys() {
			for _, k := range by[key] {
				if !seen[k] {
					seen[k] = true
					n, _ := alike(p.t, p.old[k], r)
					all = append(all, couple{i, k, n})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b couple) int { return b.alike - a.alike })
	for _, c := range all {
		if p.from[c.i] < 0 && !p.used[c.k] {
			p.take(c.i, c.k)
		}
	}
}

// between pairs what is left by place.
func (p *pairing) between() {
	k := 0
	for i := range p.now {
		if p.from[i] >= 0 {
			k = p.from[i] + 1
			continue
		}
		if k < len(p.old) && !p.used[k] {
			if n, of := alike(p.t, p.old[k], p.now[i]); 2*n >= of {
				p.take(i, k)
				k++
			}
		}
	}
}

// alike counts the cells that two rows say the same in, of those that either says.
func alike(t *form.Table, a, b form.Row) (n, of int) {
	for _, c := range t.Columns() {
		x, y := c.Get(a), c.Get(b)
		if !x.Known() && !y.Known() {
			continue
		}
		of++
		if x == y {
			n++
		}
	}
	return n, of
}
