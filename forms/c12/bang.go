package c12

import (
	"fmt"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// ta is our side of a cell. What the statement words so that it may be read in two
// ways is held against the reading that is nearer.
func (s *soSanh) ta(ma string, c Cot) (form.Value, bool) {
	n, ok := s.dt.Co(ma)
	if !ok {
		return s.suyRa(ma, c)
	}
	sum, ok := c.chieu(n, laTien(ma))
	if !ok {
		return form.Value{}, false
	}
	if co, biet := s.t.So(ma, c); biet {
		if other, has := s.cachKhac(ma, c); has && absolute(co-other) < absolute(co-sum) {
			sum = other
		}
	}
	return form.NumValue(sum), true
}

// cachKhac is the other reading: B.1 and B.2 may be the people and the pay of the
// whole month, and how B.3, B.4 and B.2 part into more and less is not said, where
// the row itself agrees.
func (s *soSanh) cachKhac(ma string, c Cot) (int64, bool) {
	switch ma {
	case "B.1":
		n, _ := c.chieu(s.dt.nguoi, false)
		return n, !s.laHieu(ma, c)
	case "B.2":
		n, _ := c.chieu(s.dt.canCu, false)
		return n, !s.laHieu(ma, c)
	case "B.2.1", "B.2.2", "B.3.1", "B.3.1.1", "B.3.2", "B.4.1", "B.4.2":
		muc := ma[:3]
		co, biet := s.t.So(muc, c)
		ta, ok := s.ta(muc, c)
		so, _ := s.t.So(ma, c)
		return so, biet && ok && co == ta.N
	}
	return 0, false
}

// laHieu reports whether the statement itself takes a row for what went up less what
// went down.
func (s *soSanh) laHieu(ma string, c Cot) bool {
	co, _ := s.t.So(ma, c)
	tang, ok1 := s.t.So(ma+".1", c)
	giam, ok2 := s.t.So(ma+".2", c)
	return ok1 && ok2 && co == tang-giam
}

// suyRa are the rows that rest on others: section A on the month before, the
// surcharge, and what is carried on.
func (s *soSanh) suyRa(ma string, c Cot) (form.Value, bool) {
	switch {
	case strings.HasPrefix(ma, "A.") && s.truoc != nil:
		n, ok := s.truoc.So("Đ"+strings.TrimPrefix(ma, "A"), c)
		return form.NumValue(n), ok
	case ma == "B.5":
		n, ok := s.laiTa[c]
		return form.NumValue(n), ok
	case ma == "Đ.2.2":
		return s.cong(c, []string{"A.2.2"}, []string{"D.1"}, s.goc)
	case ma == "Đ.3":
		return s.cong(c, []string{"A.3"}, []string{"D.2"}, func(c Cot) (int64, bool) { n, ok := s.laiTa[c]; return n, ok })
	}
	return form.Value{}, false
}

// goc is what is due and adjusted in a column by our figures.
func (s *soSanh) goc(c Cot) (int64, bool) {
	n, ok := c.chieu(s.dt.dong["B.3"].cong(s.dt.dong["B.4"]), true)
	return n, ok
}

// cong carries a column through the month: what the statement brought forward, our
// figures of the month, less what the statement allocated.
func (s *soSanh) cong(c Cot, cong, tru []string, giua func(Cot) (int64, bool)) (form.Value, bool) {
	sum, ok := giua(c)
	if !ok {
		return form.Value{}, false
	}
	for _, ma := range cong {
		n, ok := s.t.So(ma, c)
		if !ok {
			return form.Value{}, false
		}
		sum += n
	}
	for _, ma := range tru {
		n, ok := s.t.So(ma, c)
		if !ok {
			return form.Value{}, false
		}
		sum -= n
	}
	return form.NumValue(sum), true
}

// bang lays both sides of every row out, and names what of people and pay no answer
// explains.
func (s *soSanh) bang() {
	for _, d := range s.t.Dong {
		one := DongSo{Ma: d.Ma, Ten: s.t.tenDong(d.Ma)}
		for _, c := range s.t.Cot() {
			o := OSo{Cot: c, CoQuan: d.O[c]}
			if v, ok := s.ta(d.Ma, c); ok {
				o.Ta = v
				one.Tin = tinDong[d.Ma]
				if strings.HasPrefix(d.Ma, "A.") {
					one.Tin = form.High
				}
			}
			one.O = append(one.O, o)
		}
		s.out.Dong = append(s.out.Dong, one)
	}
	h := hieu{}
	if len(s.out.LoiGiai) > 0 {
		h = s.out.LoiGiai[0].h
	} else {
		s.conTien()
	}
	for _, ma := range []string{"B.1.1", "B.1.2", "B.2"} {
		for _, c := range s.t.Cot() {
			n, ok := s.lechPhu(ma, c)
			if rest := n - s.phu(h, ma, c); ok && rest != 0 {
				unit := "đồng"
				if laNguoi(ma) {
					unit = "người"
				}
				s.con(ma, c, rest, unit)
			}
		}
	}
}

// conTien names what differs in money and is explained by nothing.
func (s *soSanh) conTien() {
	for i, n := range s.lechTien() {
		if n == 0 {
			continue
		}
		ma := "B.3"
		if i >= int(SoQuy) {
			ma = "B.4"
		}
		s.con(ma, s.cot[i], n, "đồng")
	}
}

func (s *soSanh) con(ma string, c Cot, n int64, unit string) {
	side := "nhiều hơn"
	if n < 0 {
		side = "ít hơn"
	}
	s.out.Con = append(s.out.Con, Lech{ma, c, n, fmt.Sprintf("Dòng %s (%s), cột %s: thông báo %s %s %s, chưa giải thích được", ma, s.t.tenDong(ma), c.Ten(), side, law.VietSo(absolute(n)), unit)})
}

// kyTruoc holds section A against section Đ of the month before.
func (s *soSanh) kyTruoc() {
	if s.truoc == nil || s.truoc.Mau != s.t.Mau {
		return
	}
	for _, d := range s.t.Dong {
		if !strings.HasPrefix(d.Ma, "A.") {
			continue
		}
		for _, c := range s.t.Cot() {
			co, ok := s.t.So(d.Ma, c)
			la, biet := s.truoc.So("Đ"+strings.TrimPrefix(d.Ma, "A"), c)
			if !ok || !biet || co == la {
				continue
			}
			s.out.KyTruoc = append(s.out.KyTruoc, Lech{d.Ma, c, co - la, fmt.Sprintf("Dòng %s (%s), cột %s ghi %s, mục Đ của thông báo tháng %s ghi %s. Số đầu kỳ phải bằng số cuối kỳ trước (hướng dẫn lập mẫu C12-TS): gửi văn bản đề nghị cơ quan BHXH kiểm tra",
				d.Ma, s.t.tenDong(d.Ma), c.Ten(), law.VietSo(co), s.dt.Thang.Add(-1), law.VietSo(la))})
		}
	}
}

// cuoiKy holds what is carried on against what the month comes to: a difference that
// section B has not is one of addition.
func (s *soSanh) cuoiKy() {
	for _, ma := range []string{"Đ.2.2", "Đ.3"} {
		for _, c := range s.t.Cot() {
			co, ok := s.t.So(ma, c)
			ta, biet := s.suyRa(ma, c)
			if !ok || !biet {
				continue
			}
			tu, ok := s.lechCuaB(ma, c)
			if rest := co - ta.N - tu; ok && rest != 0 {
				s.con(ma, c, rest, "đồng")
			}
		}
	}
	for _, c := range s.t.Cot() {
		co, ok := s.t.So("Đ.1", c)
		dau, biet := s.t.So("A.1", c)
		tang, ok1 := s.t.So("B.1.1", c)
		giam, ok2 := s.t.So("B.1.2", c)
		if ok && biet && ok1 && ok2 && co != dau+tang-giam {
			s.con("Đ.1", c, co-dau-tang+giam, "người")
		}
	}
}

// lechCuaB is what section B differs by, as far as it is carried into a row of
// section Đ.
func (s *soSanh) lechCuaB(ma string, c Cot) (int64, bool) {
	if ma == "Đ.3" {
		n, ok := s.laiCo(c)
		return n - s.laiTa[c], ok
	}
	n3, ok3 := s.gocNay(c)
	n4, ok4 := s.gocTruoc(c)
	ta, ok := s.goc(c)
	return n3 + n4 - ta, ok && ok3 && ok4
}

func absolute(n int64) int64 { return max(n, -n) }
