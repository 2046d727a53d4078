package c12

import (
	"cmp"
	"slices"

	"ankhai/forms/form"
)

// Compare holds a statement against our figures of its month, and section A against
// the statement of the month before (nil where there is none).
func Compare(nay *ThongBao, dt *DuTinh, truoc *ThongBao) *KetQua {
	s := &soSanh{t: nay, truoc: truoc, dt: dt, out: &KetQua{Thang: dt.Thang, Mau: nay.Mau, LuuY: slices.Clone(dt.LuuY)}}
	if nay.Thang != 0 && nay.Thang != dt.Thang {
		s.out.LuuY = append(s.out.LuuY, "Thông báo ghi tháng "+nay.Thang.String()+", đang đối chiếu với tháng "+dt.Thang.String()+". Xem lại có đúng tệp không")
	}
	if truoc == nil {
		s.out.LuuY = append(s.out.LuuY, "Chưa có thông báo của tháng "+dt.Thang.Add(-1).String()+" nên chưa so được mục A với mục Đ của tháng trước")
	}
	s.phep()
	s.kho = moKho(dt, &s.p)
	s.phatSinh()
	s.quaHan()
	s.lai()
	s.bang()
	s.kyTruoc()
	s.cuoiKy()
	s.coThe()
	return s.out
}

// soSanh is one Compare.
type soSanh struct {
	t, truoc *ThongBao
	dt       *DuTinh
	out      *KetQua
	kho      *kho
	p        phep
	cot      [2 * SoQuy]Cot // the column of each class
	laiTa    map[Cot]int64  // the surcharge that we expect; a column that is not there is not known
	noTa     map[Cot]int64  // overdue debt that is ours
}

// phep decides which columns are compared. Where a statement gives no fund, but the
// sum of all, that sum is one class.
func (s *soSanh) phep() {
	s.p = phep{}
	s.lop(&s.p.lop3, 0, s.gocNay)
	s.lop(&s.p.lop4, int(SoQuy), s.gocTruoc)
}

func (s *soSanh) lop(lop *[SoQuy]int, at int, so func(Cot) (int64, bool)) {
	for q := range lop {
		lop[q] = -1
	}
	n := 0
	for _, c := range s.t.Cot() {
		if _, ok := so(c); !ok || c == CotCong {
			continue
		}
		for q := range SoQuy {
			if cotQuy[q] == c || c == CotBHXH && (q == OmDau || q == HuuTri) {
				lop[q] = n
			}
		}
		s.cot[at+n] = c
		n++
	}
	if _, ok := so(CotCong); n == 0 && ok {
		*lop = [SoQuy]int{}
		s.cot[at] = CotCong
	}
}

// gocNay is what a column says is due of the month, without the surcharge that the
// row holds as well.
func (s *soSanh) gocNay(c Cot) (int64, bool) {
	n, ok := s.t.So("B.3", c)
	return n - s.t.soHoac("B.3.1.2.2", c), ok
}

// gocTruoc is what a column adjusts of earlier months, without the surcharge.
func (s *soSanh) gocTruoc(c Cot) (int64, bool) {
	n, ok := s.t.So("B.4", c)
	return n - s.t.soHoac("B.4.1.3", c), ok
}

// lech3 is the difference of the month's due and of the adjustments by class.
func (s *soSanh) lechTien() (out [2 * SoQuy]int64) {
	ta := s.p.chieu(s.dt.dong["B.3"], s.dt.dong["B.4"])
	for i := range out {
		if !s.coLop(i) {
			continue
		}
		so := s.gocNay
		if i >= int(SoQuy) {
			so = s.gocTruoc
		}
		n, _ := so(s.cot[i])
		out[i] = n - ta[i]
	}
	return out
}

func (s *soSanh) coLop(i int) bool {
	lop := s.p.lop3
	if i >= int(SoQuy) {
		lop, i = s.p.lop4, i-int(SoQuy)
	}
	return slices.Contains(lop[:], i)
}

// dungSai is how far rounding alone can carry a column: a đồng for each person and
// fund.
func (s *soSanh) dungSai() (tol [2 * SoQuy]int64) {
	chinh := int64(0)
	for i := range s.dt.Nguoi {
		if s.dt.Nguoi[i].DieuChinh != (Nam{}) {
			chinh++
		}
	}
	for q := range SoQuy {
		if c := s.p.lop3[q]; c >= 0 {
			tol[c] += s.dt.nguoi[q]
		}
		if c := s.p.lop4[q]; c >= 0 {
			tol[int(SoQuy)+c] += chinh
		}
	}
	return tol
}

// soKetQua is how many answers are told.
const soKetQua = 5

// xaNhat is how much dearer than the first an answer may be that is told beside it.
const xaNhat = 40

// phatSinh explains what differs in section B but for the surcharge.
func (s *soSanh) phatSinh() {
	t, tol := s.lechTien(), s.dungSai()
	if t == ([2 * SoQuy]int64{}) {
		return
	}
	var sets []bo
	if exact := s.kho.tim(t, [2 * SoQuy]int64{}); len(exact) > 0 {
		sets = exact
	} else if trong(t, tol) {
		sets = []bo{{lech: t}}
	} else if x, ok := s.saiTyLe(t, tol); ok {
		sets = []bo{{ds: []ungVien{x}}}
	} else {
		sets = s.kho.tim(t, tol)
	}
	for _, b := range sets {
		s.out.LoiGiai = append(s.out.LoiGiai, s.loiGiai(b))
	}
	if len(s.out.LoiGiai) == 0 {
		return
	}
	slices.SortStableFunc(s.out.LoiGiai, func(a, b LoiGiai) int { return cmp.Compare(a.gia, b.gia) })
	s.chon()
	if !s.out.LoiGiai[0].KemPhu {
		s.out.LuuY = append(s.out.LuuY, "Số tiền khớp nhưng số người hoặc quỹ lương của thông báo không khớp với nguyên nhân đã nêu: coi là gợi ý, kiểm tra lại từng người")
	}
}

// chon keeps the likeliest answers, those that name the same people once.
func (s *soSanh) chon() {
	var out []LoiGiai
	for _, x := range s.out.LoiGiai {
		same := func(y LoiGiai) bool {
			return slices.EqualFunc(x.NguyenNhan, y.NguyenNhan, func(a, b NguyenNhan) bool {
				return a.Loai == b.Loai && a.Tien == b.Tien && (len(b.Khac) > 0 || b.Hon > 0)
			})
		}
		if len(out) < soKetQua && x.gia <= s.out.LoiGiai[0].gia+xaNhat && !slices.ContainsFunc(out, same) {
			out = append(out, x)
		}
	}
	s.out.LoiGiai = out
}

// saiTyLe looks for another rate, where one column alone differs: whole tenths of a
// per cent of the pay that the fund rests on.
func (s *soSanh) saiTyLe(t, tol [2 * SoQuy]int64) (ungVien, bool) {
	at := -1
	for i, x := range t {
		switch {
		case x == 0:
		case at >= 0 || i >= int(SoQuy):
			return ungVien{}, false
		default:
			at = i
		}
	}
	q := slices.Index(s.p.lop3[:], at)
	if at < 0 || q < 0 || s.dt.canCu[q] == 0 || s.cot[at] == CotBHXH || s.cot[at] == CotCong {
		return ungVien{}, false
	}
	const motPhanNghin, vanPhan = 10, 10_000
	n, base := t[at], s.dt.canCu[q]
	d := (n*vanPhan/motPhanNghin + sign(n)*base/2) / base * motPhanNghin
	if d == 0 || max(n-base*d/vanPhan, base*d/vanPhan-n) > tol[at] {
		return ungVien{}, false
	}
	x := gop{loai: SaiTyLe}
	x.h.p3[q] = n
	s.kho.gop = append(s.kho.gop, x)
	return ungVien{SaiTyLe, -1, int32(len(s.kho.gop) - 1), giaHiem}, true
}

func sign(n int64) int64 {
	if n < 0 {
		return -1
	}
	return 1
}

// loiGiai puts a set of causes into words and holds it against people and pay.
func (s *soSanh) loiGiai(b bo) LoiGiai {
	x := LoiGiai{gia: b.gia}
	for _, u := range b.ds {
		h := s.kho.hieu(u)
		x.h = x.h.cong(h)
		x.NguyenNhan = append(x.NguyenNhan, s.nguyenNhan(u, h))
	}
	if b.lech != ([2 * SoQuy]int64{}) {
		x.NguyenNhan = append(x.NguyenNhan, s.saiSo(b.lech))
	}
	bad := 0
	for _, ma := range []string{"B.1.1", "B.1.2", "B.2"} {
		for _, c := range s.t.Cot() {
			if n, ok := s.lechPhu(ma, c); ok && n != s.phu(x.h, ma, c) {
				bad++
				break
			}
		}
	}
	x.KemPhu = bad == 0
	x.gia += int32(bad * giaKemPhu)
	return x
}

// phu is what causes say of a row of people or pay.
func (s *soSanh) phu(h hieu, ma string, c Cot) int64 {
	n := map[string]Nam{"B.1.1": h.tang, "B.1.2": h.giam, "B.2": h.luong}[ma]
	sum, _ := c.chieu(n, false)
	return sum
}

// lechPhu is what differs in a row of people or pay.
func (s *soSanh) lechPhu(ma string, c Cot) (int64, bool) {
	co, ok := s.t.So(ma, c)
	ta, biet := s.ta(ma, c)
	return co - ta.N, ok && biet && ta.A == form.Known
}
