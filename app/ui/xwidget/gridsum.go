package xwidget

import (
	"fmt"
	"math/bits"
)

// mostSummed is how many chosen cells are counted and added up at once.
const mostSummed = 200_000

// sayChosen tells below the grid what is chosen, where that is more than one cell: how
// many cells are filled, and of amounts of money their sum and their average.
func (g *Grid) sayChosen() {
	r0, c0, r1, c1 := g.chosen()
	rows := r1 - r0 + 1
	switch {
	case g.view.Rows() == 0 || (rows == 1 && (g.RowMode || c0 == c1)):
	case g.RowMode:
		g.say(fmt.Sprintf("Đang chọn %s dòng", grouped(int64(rows))), false)
	case rows*(c1-c0+1) > mostSummed:
		g.say(fmt.Sprintf("Đang chọn %s dòng × %d cột", grouped(int64(rows)), c1-c0+1), false)
	default:
		g.say(g.sumWords(r0, c0, r1, c1), false)
	}
}

func (g *Grid) sumWords(r0, c0, r1, c1 int) string {
	filled, amounts, sum, whole := int64(0), int64(0), int64(0), true
	for c := c0; c <= c1; c++ {
		money := g.columns()[c].Kind == KindMoney
		for r := r0; r <= r1; r++ {
			text := g.view.text(r, c)
			if text == "" {
				continue
			}
			filled++
			if !money {
				continue
			}
			if n, ok := figure(KindMoney, text); ok {
				amounts++
				sum, whole = plus(sum, n, whole)
			}
		}
	}
	words := fmt.Sprintf("Đếm: %s ô", grouped(filled))
	switch {
	case amounts == 0:
	case !whole:
		words += " · Cộng: lớn quá, không cộng được"
	default:
		words += fmt.Sprintf(" · Cộng: %s · Trung bình: %s", amount(sum), amount(roundTo(sum/amounts, places)))
	}
	return words
}

// total is what stands below a column of the view. Where rows are filtered out, amounts
// are those of the rows that one sees, and the words say so.
func (g *Grid) total(col int) string {
	words := g.view.total(col)
	if words == "" || len(g.filters) == 0 {
		return words
	}
	if g.columns()[col].Kind != KindMoney {
		return words + " (đang hiện)"
	}
	sum, whole := int64(0), true
	for r := range g.view.Rows() {
		if n, ok := figure(KindMoney, g.view.text(r, col)); ok {
			sum, whole = plus(sum, n, whole)
		}
	}
	if !whole {
		return "lớn quá"
	}
	return amount(sum)
}

// places are the four places behind the comma that figure keeps.
const places = 10_000

// plus adds two figures; whole is false once the sum did not fit.
func plus(a, b int64, whole bool) (int64, bool) {
	sum := a + b
	fits := (a^sum)&(b^sum) >= 0
	return sum, whole && fits && bits.Len64(uint64(max(sum, -sum))) < 63
}

// roundTo rounds a figure to a unit, half up.
func roundTo(n, unit int64) int64 {
	if n < 0 {
		return -roundTo(-n, unit)
	}
	return (n + unit/2) / unit * unit
}

// amount writes a figure with dots, and its places behind a comma where it has some.
func amount(n int64) string {
	minus := ""
	if n < 0 {
		minus, n = "-", -n
	}
	s := minus + grouped(n/places)
	rest := fmt.Sprintf("%04d", n%places)
	for len(rest) > 0 && rest[len(rest)-1] == '0' {
		rest = rest[:len(rest)-1]
	}
	if rest != "" {
		s += "," + rest
	}
	return s
}
