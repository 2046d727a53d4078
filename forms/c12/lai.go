package c12

import (
	"fmt"
	"strings"

	"ankhai/forms/law"
)

// laiCo is what the statement asks as surcharge in a column: on the debt, on arrears,
// and on increases that came late.
func (s *soSanh) laiCo(c Cot) (int64, bool) {
	n, ok := s.t.So("B.5", c)
	return n + s.t.soHoac("B.3.1.2.2", c) + s.t.soHoac("B.4.1.3", c), ok
}

// lai reckons the surcharge of the month and explains what was asked beside it.
func (s *soSanh) lai() {
	s.laiTa = map[Cot]int64{}
	rate, ok := s.dt.Sach.Get("lai-cham-dong-ngay", s.dt.Thang.Last())
	if !ok {
		s.out.LuuY = append(s.out.LuuY, "Chưa có tỷ lệ nộp thêm của tháng này nên chưa so được dòng B.5")
		return
	}
	days, ok := s.ngayNo()
	if !ok {
		s.out.LuuY = append(s.out.LuuY, "Trong tháng có lần nộp chỉ đủ một phần nợ quá hạn nên chưa tính được số ngày chậm của từng quỹ: dòng B.5 chưa so")
		return
	}
	var lech Nam
	any := false
	for i := range int(SoQuy) {
		if !s.coLop(i) {
			continue
		}
		c := s.cot[i]
		no, known := s.noTa[c]
		co, has := s.laiCo(c)
		if !has {
			continue
		}
		if known || co == 0 {
			s.laiTa[c] = law.Tron(law.Nhan(law.Ti(no), law.TiLe(rate.Amount), law.Ti(days)))
		} else {
			s.laiTa[c] = 0 // what is not known of a debt does not make one
		}
		lech[i] = co - s.laiTa[c]
		any = any || lech[i] != 0
	}
	s.laiCongTa()
	if any {
		s.giaiLai(lech, rate)
	}
}

// laiCongTa adds the columns of the funds up for the last one.
func (s *soSanh) laiCongTa() {
	sum := int64(0)
	for _, n := range s.laiTa {
		sum += n
	}
	if _, ok := s.laiTa[CotCong]; !ok && len(s.laiTa) > 0 {
		s.laiTa[CotCong] = sum
	}
}

// gocLai is an amount that a surcharge may have been asked on.
type gocLai struct {
	v   Nam // by class
	ai  func() NguyenNhan
	gia int
}

// giaiLai looks for the amount and the days that make a surcharge up. The amounts are
// those of the causes found, of reports that came late, and the debt itself.
func (s *soSanh) giaiLai(lech Nam, rate law.Value) {
	var best *NguyenNhan
	price := 1 << 30
	for _, g := range s.gocLai() {
		n, ok := soNgay(lech, g.v, rate.Amount)
		if !ok {
			continue
		}
		gia := g.gia
		if !s.ngayQuen(n) {
			gia += 10
		}
		if gia >= price {
			continue
		}
		x := g.ai()
		say := x.Say
		x.Loai, x.So, x.Tien = LaiCham, lech, lech.Tong()
		x.Say = fmt.Sprintf("Số tiền xử lý chậm đóng %s đồng bằng %s × %d ngày × %s đồng: %s", law.VietSo(lech.Tong()), phanTram(rate.Amount), n, law.VietSo(g.v.Tong()), say)
		x.Sua = s.suaLai(x)
		best, price = &x, gia
	}
	if best != nil {
		s.out.Lai = append(s.out.Lai, *best)
		return
	}
	for i, n := range lech {
		if n != 0 {
			s.con("B.5", s.cot[i], n, "đồng")
		}
	}
}

// gocLai lists the amounts.
func (s *soSanh) gocLai() (out []gocLai) {
	add := func(v Nam, gia int, ai func() NguyenNhan) {
		if v.Tong() > 0 {
			out = append(out, gocLai{v, ai, gia})
		}
	}
	noi := func(x NguyenNhan) func() NguyenNhan { return func() NguyenNhan { return x } }
	var no Nam
	for i := range int(SoQuy) {
		if s.coLop(i) {
			no[i] = s.t.soHoac("A.2.2.2", s.cot[i]) + s.t.soHoac("A.2.2.3", s.cot[i])
		}
	}
	debt := NguyenNhan{Say: "nợ quá hạn mang sang"}
	if len(s.out.No) > 0 {
		debt = s.out.No[0]
		debt.Say = "nợ quá hạn mang sang của " + tenCua(debt.Ai)
	}
	add(no, 5, noi(debt))
	var han Nam
	for i := range int(SoQuy) {
		if s.coLop(i) {
			han[i] = s.t.soHoac("A.2.2.1", s.cot[i])
		}
	}
	add(han, 15, noi(NguyenNhan{Say: "số phải đóng của tháng trước, nếu nộp sau hạn"}))
	for _, l := range s.out.LoiGiai {
		for _, x := range l.NguyenNhan {
			add(s.lopCua(x.So), 10, noi(x))
		}
	}
	for i := range s.kho.nhom {
		d := &s.kho.nhom[i]
		if u := d.ds[0]; s.conNo(u) || u.loai == ChuaDieuChinh {
			v := Nam(d.v[:SoQuy])
			if u.loai == ChuaDieuChinh {
				v = Nam(d.v[SoQuy:]).doi()
			}
			add(v, 25, func() NguyenNhan { return s.nguyenNhan(u, s.kho.hieu(u)) })
		}
	}
	return out
}

// tenCua names people, a few of many.
func tenCua(ai []Ai) string {
	const vai = 3
	var ten []string
	for _, a := range ai[:min(len(ai), vai)] {
		ten = append(ten, a.Ten())
	}
	say := strings.Join(ten, ", ")
	if more := len(ai) - vai; more > 0 {
		say += fmt.Sprintf(" và %d người khác", more)
	}
	return say
}

// lopCua projects funds on the classes of the month.
func (s *soSanh) lopCua(n Nam) Nam {
	v := s.p.chieu(n, Nam{})
	return Nam(v[:SoQuy])
}

// soNgay finds the number of days by which a rate of an amount makes a surcharge, in
// every column to the đồng.
func soNgay(lech, v Nam, rate int64) (int64, bool) {
	const vanPhan, toiDa = 10_000, 366
	if lech.Tong() <= 0 || v.Tong() <= 0 || rate <= 0 {
		return 0, false
	}
	per := v.Tong() * rate
	n := (lech.Tong()*vanPhan + per/2) / per
	if n < 1 || n > toiDa {
		return 0, false
	}
	for i := range v {
		got := law.Tron(law.Nhan(law.Ti(max(v[i], 0)), law.TiLe(rate), law.Ti(n)))
		if absolute(got-lech[i]) > 1 {
			return 0, false
		}
	}
	return n, true
}

// ngayQuen reports whether a number of days is one that the month gives: its own
// length, or what the statement says of days.
func (s *soSanh) ngayQuen(n int64) bool {
	if n == int64(s.dt.Thang.Last().Dom()) {
		return true
	}
	for _, c := range s.t.Cot() {
		for _, ma := range []string{"A.4.1", "Đ.4.1", "A.4.2", "Đ.4.2"} {
			if x, ok := s.t.So(ma, c); ok && x == n && n > 0 {
				return true
			}
		}
	}
	return false
}

// phanTram writes a rate of 1/10 000 a day.
func phanTram(rate int64) string { return law.VietTyLe(rate) + "/ngày" }
