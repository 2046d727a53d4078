package c12

import (
	"cmp"
	"slices"
)

// bo is a set of causes that make a difference up.
type bo struct {
	ds   []ungVien
	lech [2 * SoQuy]int64 // what is left of it, within the tolerance of rounding
	gia  int32
}

// The search is bounded, whatever the size of the employer: pairs are found by
// looking the second cause up, of three causes two must be likely ones.
const (
	toiDaBo    = 60  // sets that are kept
	toiDaHop   = 700 // likely causes that are taken three at a time
	giaHopLy   = giaHiem - giaThem
	giaCanBaBo = giaHiem + giaThem // a dearer answer has three causes looked for beside it
)

type timKiem struct {
	k   *kho
	t   [2 * SoQuy]int64
	h   uint64
	out []bo
}

// tim finds the sets of up to three causes that make a difference, likeliest first.
// Where none does exactly, those are looked for that leave no more than tol in any
// column.
func (k *kho) tim(t [2 * SoQuy]int64, tol [2 * SoQuy]int64) []bo {
	s := &timKiem{k: k, t: t, h: k.phep.dau(t)}
	s.mot()
	s.hai()
	if len(s.out) == 0 || s.re() > giaCanBaBo {
		s.ba()
	}
	if len(s.out) == 0 {
		s.gan(tol)
	}
	return s.out
}

func (s *timKiem) re() int32 {
	if len(s.out) == 0 {
		return 1 << 30
	}
	return s.out[0].gia
}

// nhan keeps a set, in order of price.
func (s *timKiem) nhan(lech [2 * SoQuy]int64, ds ...ungVien) {
	b := bo{slices.Clone(ds), lech, int32(giaThem * (len(ds) - 1))}
	for _, u := range ds {
		b.gia += u.gia
	}
	if len(s.out) >= toiDaBo && b.gia >= s.out[len(s.out)-1].gia {
		return
	}
	at, _ := slices.BinarySearchFunc(s.out, b.gia+1, func(x bo, gia int32) int { return cmp.Compare(x.gia, gia) })
	s.out = slices.Insert(s.out, at, b)
	s.out = s.out[:min(len(s.out), toiDaBo)]
}

// con finds the group that comes to what is left after some have been taken.
func (s *timKiem) con(t [2 * SoQuy]int64, h uint64) (int32, bool) {
	i, ok := s.k.at[h]
	return i, ok && s.k.nhom[i].v == t
}

func (s *timKiem) mot() {
	i, ok := s.con(s.t, s.h)
	if !ok {
		return
	}
	for _, u := range s.k.nhom[i].ds[:min(len(s.k.nhom[i].ds), toiDaBo)] {
		s.nhan([2 * SoQuy]int64{}, u)
	}
}

func (s *timKiem) hai() {
	for i := range s.k.nhom {
		a := &s.k.nhom[i]
		rest := bot(s.t, a.v)
		j, ok := s.con(rest, s.h-s.k.phep.dau(a.v))
		if !ok || int(j) < i {
			continue
		}
		b := &s.k.nhom[j]
		if a.gia+b.gia+giaThem >= s.tran() {
			continue
		}
		if x, y, ok := s.cap(a, b); ok {
			s.nhan([2 * SoQuy]int64{}, x, y)
		}
	}
}

// tran is the price that a further set must stay below.
func (s *timKiem) tran() int32 {
	if len(s.out) < toiDaBo {
		return 1 << 30
	}
	return s.out[len(s.out)-1].gia
}

// soNhin is how many of a group are tried for one that says nothing of a person of
// whom another cause speaks.
const soNhin = 8

// cap takes one of each group that say nothing of the same person.
func (s *timKiem) cap(a, b *nhom) (x, y ungVien, ok bool) {
	for _, x := range a.ds[:min(len(a.ds), soNhin)] {
		for _, y := range b.ds[:min(len(b.ds), soNhin)] {
			if x != y && !s.k.chung(x, y) {
				return x, y, true
			}
		}
	}
	return x, y, false
}

// ba takes two of the likely groups and looks the third up among all.
func (s *timKiem) ba() {
	hop := s.hopLy(toiDaHop)
	for i, a := range hop {
		ra, ha := bot(s.t, a.v), s.h-s.k.phep.dau(a.v)
		for _, b := range hop[i:] {
			j, ok := s.con(bot(ra, b.v), ha-s.k.phep.dau(b.v))
			if !ok {
				continue
			}
			c := &s.k.nhom[j]
			if a.gia+b.gia+c.gia+2*giaThem >= s.tran() {
				continue
			}
			s.boBa(a, b, c)
		}
	}
}

func (s *timKiem) boBa(a, b, c *nhom) {
	x, y, ok := s.cap(a, b)
	if !ok {
		return
	}
	for _, z := range c.ds[:min(len(c.ds), soNhin)] {
		if z != x && z != y && !s.k.chung(x, z) && !s.k.chung(y, z) && !s.co(x, y, z) {
			s.nhan([2 * SoQuy]int64{}, x, y, z)
			return
		}
	}
}

// co reports whether the same three are kept already, in another order.
func (s *timKiem) co(x, y, z ungVien) bool {
	return slices.ContainsFunc(s.out, func(b bo) bool {
		return len(b.ds) == 3 && slices.Contains(b.ds, x) && slices.Contains(b.ds, y) && slices.Contains(b.ds, z)
	})
}

// hopLy are the groups with a likely cause, cheapest first.
func (s *timKiem) hopLy(most int) (out []*nhom) {
	for i := range s.k.nhom {
		if d := &s.k.nhom[i]; d.gia <= giaHopLy {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b *nhom) int { return cmp.Compare(a.gia, b.gia) })
	return out[:min(len(out), most)]
}

// gan looks for one or two causes that leave no more than rounding.
func (s *timKiem) gan(tol [2 * SoQuy]int64) {
	all := make([]*nhom, len(s.k.nhom))
	for i := range all {
		all[i] = &s.k.nhom[i]
	}
	byTong := func(a, b *nhom) int { return cmp.Compare(tong(a.v), tong(b.v)) }
	slices.SortStableFunc(all, byTong)
	slack := tong(tol)
	near := func(t [2 * SoQuy]int64, each func(*nhom)) {
		want := tong(t)
		at, _ := slices.BinarySearchFunc(all, want-slack, func(d *nhom, n int64) int { return cmp.Compare(tong(d.v), n) })
		for _, d := range all[at:] {
			if tong(d.v) > want+slack {
				break
			}
			if trong(bot(t, d.v), tol) {
				each(d)
			}
		}
	}
	near(s.t, func(d *nhom) { s.nhan(bot(s.t, d.v), d.ds[0]) })
	if len(s.out) > 0 {
		return
	}
	for _, a := range s.hopLy(toiDaHop) {
		rest := bot(s.t, a.v)
		near(rest, func(b *nhom) {
			if x, y, ok := s.cap(a, b); ok && a.gia+b.gia+giaThem < s.tran() {
				s.nhan(bot(rest, b.v), x, y)
			}
		})
	}
}

func bot(a, b [2 * SoQuy]int64) [2 * SoQuy]int64 {
	for i := range a {
		a[i] -= b[i]
	}
	return a
}

func tong(a [2 * SoQuy]int64) (sum int64) {
	for _, x := range a {
		sum += x
	}
	return sum
}

// trong reports whether every column lies within the tolerance.
func trong(a, tol [2 * SoQuy]int64) bool {
	for i, x := range a {
		if max(x, -x) > tol[i] {
			return false
		}
	}
	return true
}
