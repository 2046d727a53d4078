package c12

import (
	"cmp"
	"fmt"
	"slices"

	"ankhai/forms/law"
	"ankhai/forms/law/dong"
)

// quaHan tells of whom the overdue debt is that the statement brought forward, and
// which part of it is ours: the debt of people who should not be counted is not.
func (s *soSanh) quaHan() {
	s.noTa = map[Cot]int64{}
	var t [2 * SoQuy]int64
	all := true
	for i := range int(SoQuy) {
		if !s.coLop(i) {
			continue
		}
		n, ok := s.t.So("A.2.2.2", s.cot[i])
		t[i] = n + s.t.soHoac("A.2.2.3", s.cot[i])
		all = all && ok
		if ok {
			s.noTa[s.cot[i]] = t[i]
		}
	}
	if !all || t == ([2 * SoQuy]int64{}) {
		return
	}
	for thang := int64(1); thang <= 6; thang++ {
		part, whole := chiaDeu(t, thang)
		if !whole {
			continue
		}
		sets := s.kho.tim(part, [2 * SoQuy]int64{})
		i := slices.IndexFunc(sets, func(b bo) bool {
			return !slices.ContainsFunc(b.ds, func(u ungVien) bool { return !s.conNo(u) })
		})
		if i < 0 {
			continue
		}
		for _, u := range sets[i].ds {
			x := s.nguyenNhan(u, s.kho.hieu(u))
			x.Tien *= thang
			x.Say = fmt.Sprintf("Số nợ quá hạn mang sang %s đồng đúng bằng %d tháng đóng: %s", law.VietSo(x.Tien), thang, x.Say)
			s.out.No = append(s.out.No, x)
		}
		for c := range s.noTa {
			s.noTa[c] = 0
		}
		return
	}
}

// conNo reports whether a cause is one of people who are counted too long.
func (s *soSanh) conNo(u ungVien) bool {
	switch u.loai {
	case ConTinhGiam:
		return true
	case ThuaNguoi:
		return u.gia < giaLa
	case CaNhom:
		return !slices.ContainsFunc(s.kho.gop[u.bien].ds, func(x ungVien) bool { return x.loai != ConTinhGiam })
	}
	return false
}

func chiaDeu(t [2 * SoQuy]int64, n int64) ([2 * SoQuy]int64, bool) {
	for i := range t {
		if t[i]%n != 0 {
			return t, false
		}
		t[i] /= n
	}
	return t, true
}

// ngayNo is for how many days of the month the debt was open: the whole month, or to
// the first payment where that covered all of it. Payments that cover it in part say
// nothing of the days, and ok is false.
func (s *soSanh) ngayNo() (days int64, ok bool) {
	no := int64(0)
	for _, n := range s.noTa {
		no += n
	}
	m := s.dt.Thang
	whole := int64(m.Last().Dom())
	nop := s.t.Nop()
	slices.SortStableFunc(nop, func(a, b Dong) int { return cmp.Compare(a.NgayUNC, b.NgayUNC) })
	if no == 0 || len(nop) == 0 {
		return whole, true
	}
	first := nop[0]
	if first.NgayUNC.Month() != m || first.O[CotCong].N < no {
		return 0, false
	}
	return dong.NgayCham(s.dt.Sach, m.Add(-1).Last(), first.NgayUNC), true
}
