package sheet

import (
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// twice names people who stand in two lines, at both cells. A list of changes
// may name a person more than once, each time with another phương án or month; a
// number of two people, or two numbers of one, is a fault whatever they are.
func (b *reading) twice() {
	cccd, maSo, name := newSeen(b.book.Rows), newSeen(b.book.Rows), newSeen(b.book.Rows)
	for i := range b.book.Rows {
		d := &b.book.Rows[i]
		same := false
		if d.SoCCCD != "" {
			j, again := cccd.line(d.SoCCCD, i)
			if same = again; again || j >= 0 && twoPeople(&b.book.Rows[j], d) {
				b.both(i, j, xlTwiceCCCD, "Số ĐDCN/CCCD", func(w where) string { return w.cccd }, d.SoCCCD)
			}
		}
		if d.MaSoBHXH != "" {
			j, again := maSo.line(d.MaSoBHXH, i)
			if same = same || again; again || j >= 0 && twoPeople(&b.book.Rows[j], d) {
				b.both(i, j, xlTwiceMaSo, "Mã số BHXH", func(w where) string { return w.maSo }, d.MaSoBHXH)
			}
		}
		if !d.NgaySinh.Full() || d.HoTen == "" {
			continue
		}
		j, again := name.line(codes.Fold(d.HoTen)+"|"+d.NgaySinh.String(), i)
		if again && !same || !again && j >= 0 && otherNumbers(&b.book.Rows[j], d) {
			b.near(i, j)
		}
	}
}

// seen finds lines with the same value.
type seen struct {
	rows  []facts.DongLuong
	first map[string]int
	more  map[change]int // the first line of each further change
}

// change is what a line of a list of changes is about.
type change struct {
	value, phuongAn string
	month           law.Month
}

func newSeen(rows []facts.DongLuong) *seen {
	return &seen{rows, make(map[string]int, len(rows)), map[change]int{}}
}

// line finds the line before i with its value: that of the same change, which same
// tells, else the first; -1 where there is none.
func (s *seen) line(value string, i int) (j int, same bool) {
	j, ok := s.first[value]
	if !ok {
		s.first[value] = i
		return -1, false
	}
	d := &s.rows[i]
	if s.rows[j].PhuongAn == d.PhuongAn && s.rows[j].TuThang == d.TuThang {
		return j, true
	}
	k := change{value, d.PhuongAn, d.TuThang}
	if at, ok := s.more[k]; ok {
		return at, true
	}
	s.more[k] = i
	return j, false
}

// twoPeople reports whether two lines are of two people, by name and by birth.
func twoPeople(a, b *facts.DongLuong) bool {
	return a.HoTen != "" && b.HoTen != "" && codes.Fold(a.HoTen) != codes.Fold(b.HoTen) && a.NgaySinh.Full() && b.NgaySinh.Full() && a.NgaySinh != b.NgaySinh
}

// otherNumbers reports whether two lines with the same name and birth have numbers
// that cannot both be of one person.
func otherNumbers(a, b *facts.DongLuong) bool {
	differ := func(x, y string) bool { return x != "" && y != "" && x != y }
	return differ(a.MaSoBHXH, b.MaSoBHXH) || differ(a.SoCCCD, b.SoCCCD)
}

// both puts a problem at the same fact of two lines, each naming the other.
func (b *reading) both(i, j int, code, label string, at func(where) string, value string) {
	for _, p := range [2][2]int{{j, i}, {i, j}} {
		w, o := b.wheres[p[0]], b.wheres[p[1]]
		b.book.Problems = append(b.book.Problems, Problem{w.sheet, at(w), value, code, form.Loi,
			label + ": trùng với ô " + facts.Noi{Sheet: o.sheet, O: at(o)}.String() + ". Xoá một dòng, hoặc sửa số nếu là hai người", ""})
	}
}

// near reminds of two lines with the same name and birth but other numbers.
func (b *reading) near(i, j int) {
	for _, p := range [2][2]int{{j, i}, {i, j}} {
		w, o := b.wheres[p[0]], b.wheres[p[1]]
		b.book.Problems = append(b.book.Problems, Problem{w.sheet, w.name, b.book.Rows[p[0]].HoTen, xlTwiceName, form.Nhac,
			"Họ và tên, Ngày sinh: giống ô " + facts.Noi{Sheet: o.sheet, O: o.name}.String() + " nhưng khác mã số. Xem có phải một người ghi hai lần", ""})
	}
}
