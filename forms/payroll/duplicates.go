package payroll

import (
	"cmp"
	"slices"

	"ankhai/forms/facts"
)

// TrungNguoi is two records of a roster that look like one person.
type TrungNguoi struct {
	A       facts.NguoiLaoDong `json:"a"` // the one that came first
	B       facts.NguoiLaoDong `json:"b"`
	Diem    int                `json:"diem"` // 0–100
	LyDo    []string           `json:"lyDo"` // what speaks for it and against it
	SinhDoi bool               `json:"sinhDoi,omitempty"`
	TrungSo bool               `json:"trungSo,omitempty"` // a number is the same: one person, or a number that is wrong
}

// Duplicates finds the records of a roster that look like one person, likeliest first:
// with a number that is the same, with name and birth that are, or as like as what
// Compare asks about. apart are pairs of which somebody has said that they are two.
func Duplicates(roster []facts.NguoiLaoDong, apart [][2]string) []TrungNguoi {
	d := duplicates{roster: roster, ix: newIndex(roster), apart: map[[2]string]bool{}, seen: map[[2]int]bool{}, out: []TrungNguoi{}}
	for _, p := range apart {
		d.apart[p], d.apart[[2]string{p[1], p[0]}] = true, true
	}
	d.ix.named("") // makes the folded names
	near := newNeighbours(roster, func(int) bool { return false })
	maSo, cccd := map[string][]int{}, map[string][]int{}
	for i := range roster {
		p := &roster[i]
		try := func(j int) { d.try(j, i) }
		each := func(js []int) {
			for _, j := range js {
				try(j)
			}
		}
		each(d.ix.names[d.ix.folded[i]])
		for _, day := range [...]facts.NgaySinh{p.NgaySinh, facts.NgaySinh(turned(p.NgaySinh))} {
			for _, j := range near.births[day] {
				if nearNames(d.ix.folded[i], d.ix.folded[j]) {
					try(j)
				}
			}
		}
		if p.MaNV != "" {
			each(near.maNV[p.MaNV])
		}
		near.near(p.MaSoBHXH, try)
		near.near(p.SoCCCD, try)
		for _, m := range []struct {
			of map[string][]int
			no string
		}{{maSo, p.MaSoBHXH}, {cccd, p.SoCCCD}} {
			if m.no != "" {
				each(m.of[m.no])
				m.of[m.no] = append(m.of[m.no], i)
			}
		}
	}
	slices.SortStableFunc(d.out, func(a, b TrungNguoi) int {
		return cmp.Or(b.Diem-a.Diem, cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID))
	})
	return d.out
}

type duplicates struct {
	roster []facts.NguoiLaoDong
	ix     *index
	apart  map[[2]string]bool
	seen   map[[2]int]bool
	out    []TrungNguoi
}

// try looks at a pair once; j is the one that came first.
func (d *duplicates) try(j, i int) {
	if j >= i || d.seen[[2]int{j, i}] {
		return
	}
	a, b := &d.roster[j], &d.roster[i]
	x, y := traitsOf(a, d.ix.folded[j]), traitsOf(b, d.ix.folded[i])
	same := a.MaSoBHXH != "" && a.MaSoBHXH == b.MaSoBHXH || a.SoCCCD != "" && a.SoCCCD == b.SoCCCD
	named := x.folded == y.folded && x.folded != "" && a.NgaySinh.Full() && a.NgaySinh == b.NgaySinh
	points := alike(&x, &y, false).diem
	if !same && points < doubtFrom && !(named && points >= atLeast) {
		return
	}
	d.seen[[2]int{j, i}] = true
	if d.apart[[2]string{a.ID, b.ID}] {
		return
	}
	l := alike(&x, &y, true)
	d.out = append(d.out, TrungNguoi{A: *a, B: *b, Diem: l.diem, LyDo: l.lyDo, SinhDoi: l.doi, TrungSo: same})
}
