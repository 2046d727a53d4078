package c12

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/codes"
)

// DocTrang reads a statement from the words of its pages. An amount belongs to the
// last column whose middle lies left of the amount's right edge: amounts stand at the
// right of their cells, or in their middle.
func DocTrang(words []Tu) (*ThongBao, []VanDe) {
	g := &ghep{t: &ThongBao{Mau: Mau366}}
	p := trangBang{g: g, dau: map[Cot]int{}}
	var around []string
	for _, h := range cacHang(words) {
		if !p.hang(h) {
			around = append(around, h.chu())
		}
	}
	g.dau(around)
	g.ket()
	return g.t, g.vd
}

// trangBang is a table being read off pages.
type trangBang struct {
	g    *ghep
	dau  map[Cot]int // heads seen last, by their middles
	cols []cotTrang
	end  bool
}

// cotTrang is a column by the middle of its head.
type cotTrang struct {
	c    Cot
	giua int
}

// hang takes a line in; false for one outside the table.
func (p *trangBang) hang(h hang) bool {
	if p.end {
		return false
	}
	if k := codes.Fold(h.chu()); strings.HasPrefix(k, "a) ") || strings.Contains(k, "tong so nop thieu") {
		p.end = true
		return false
	}
	stt := strings.TrimRight(h[0].S, ".")
	begins := len(p.cols) >= 4 && h[0].X1 < p.cols[0].giua && laSTT(stt)
	if !begins {
		return p.hoc(h)
	}
	words, numbers := p.parts(h)
	r := tho{noi: fmt.Sprintf("trang %d, dòng %s", h[0].Trang, stt), stt: stt, ten: strings.Join(words, " ")}
	for _, w := range numbers {
		c, ok := p.cotCua(w)
		switch {
		case !ok || r.o[c] != "":
			p.g.loi(r.noi, w.S, maKhongRoCot, "Dòng "+stt+": không rõ «"+w.S+"» thuộc cột nào nên cả dòng để là chưa biết")
			r.hong = true
		default:
			r.o[c] = w.S
		}
	}
	p.g.them(r)
	return true
}

// hoc learns the heads that a line names.
func (p *trangBang) hoc(h hang) (head bool) {
	for _, w := range h {
		name := w.S
		if codes.Fold(name) == "od," {
			name = "ÔĐ, TS"
		}
		c, ok := tenCot(name)
		if !ok {
			continue
		}
		p.dau[c], head = (w.X0+w.X1)/2, true
	}
	if !head {
		return false
	}
	cs := map[int]Cot{}
	p.cols = p.cols[:0]
	for c, giua := range p.dau {
		if _, two := p.dau[CotHuuTri]; c == CotBHXH && two {
			continue
		}
		p.cols, cs[len(cs)] = append(p.cols, cotTrang{c, giua}), c
	}
	slices.SortFunc(p.cols, func(a, b cotTrang) int { return cmp.Compare(a.giua, b.giua) })
	if len(p.g.t.Dong) == 0 {
		p.g.cot, p.g.t.Mau = cotCua(cs)
	}
	return false
}

// parts parts a line into the words of its name and its amounts.
func (p *trangBang) parts(h hang) (words []string, numbers []Tu) {
	for _, w := range h[1:] {
		if _, ok := p.cotCua(w); ok && laSo(w.S) {
			numbers = append(numbers, w)
		} else {
			words = append(words, w.S)
		}
	}
	return words, numbers
}

// cotCua is the column of an amount.
func (p *trangBang) cotCua(w Tu) (Cot, bool) {
	for _, x := range slices.Backward(p.cols) {
		if x.giua <= w.X1 {
			return x.c, true
		}
	}
	return 0, false
}
