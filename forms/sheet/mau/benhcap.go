package mau

import (
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// haiNguoi sows the errors that take two lines.
func (r *ruong) haiNguoi() {
	if r.d.has("cccd gioiTinh") {
		r.doiCho()
		r.lai("E10", "cùng một người hai dòng, tên viết khác", func(a, b *dat) {
			b.n.HoTen = strings.Replace(a.n.HoTen, " ", " Ngọc ", 1)
		})
	}
	if !r.d.has("maSo") {
		return
	}
	r.doiMaSo()
	r.muonMaSo()
	if r.d.has("ngaySinh gioiTinh") {
		r.haiMaSo()
	}
	if r.d.has("phuongAn") {
		r.lai("E33", "cùng người, tháng, phương án ghi hai lần trong một tệp", func(a, b *dat) { b.n.HoTen = a.n.HoTen })
	}
	if r.d.has("soHD") {
		r.lai("E37", "một người hai hợp đồng, hai dòng", func(a, b *dat) { b.n.HoTen = a.n.HoTen })
	}
}

// cap finds two people of one sheet.
func (r *ruong) cap(fits func(*dat) bool, beside func(a, b *dat) bool) (a, b *dat) {
	a = r.ranh(fits)
	return a, r.ranh(func(b *dat) bool { return b.trang == a.trang && beside(a, b) })
}

func besideAny(_, _ *dat) bool { return true }

// doiCho is E09: a sort moved the numbers of a man and a woman, and they show it.
func (r *ruong) doiCho() {
	a, b := r.cap(func(a *dat) bool { return a.n.GioiTinh == facts.Nam }, func(_, b *dat) bool { return b.n.GioiTinh == facts.Nu })
	r.bo.gieo("E09", "sắp xếp làm CCCD của một nam, một nữ đổi chỗ", "", 2, a, func() {
		a.n.SoCCCD, b.n.SoCCCD = b.n.SoCCCD, a.n.SoCCCD
		for _, x := range []*dat{a, b} {
			x.dat("cccd", Chu(x.n.SoCCCD))
			r.bo.loi(x, x.o("cccd"), "XL-15", form.Nhac)
		}
	})
}

// doiMaSo is E09 where nothing in the numbers shows it.
func (r *ruong) doiMaSo() {
	a, b := r.cap(anyone, besideAny)
	r.bo.gieo("E09", "sắp xếp làm mã số BHXH của hai người đổi chỗ: đọc đúng như ghi", later("HS-DS-MA-SO", "E09"), 2, a, func() {
		a.n.MaSoBHXH, b.n.MaSoBHXH = b.n.MaSoBHXH, a.n.MaSoBHXH
		b.dat("maSo", Chu(b.n.MaSoBHXH))
		a.dat("maSo", Chu(a.n.MaSoBHXH))
	})
}

// lai writes a person again in another's line, with the same numbers.
func (r *ruong) lai(ma, cach string, ten func(a, b *dat)) {
	a, b := r.cap(pure, besideAny)
	r.bo.gieo(ma, cach, "", 2, a, func() {
		copied := []string{"maSo", "cccd", "ngaySinh", "gioiTinh", "phuongAn", "tuThang"}
		for _, viec := range copied {
			if c, ok := a.cot[viec]; ok {
				b.trang.Dat(b.cot[viec], b.dong, a.trang.Lay(c, a.dong))
			}
		}
		b.n.SoCCCD, b.n.MaSoBHXH, b.n.NgaySinh, b.n.GioiTinh, b.n.PhuongAn, b.n.TuThang = a.n.SoCCCD, a.n.MaSoBHXH, a.n.NgaySinh, a.n.GioiTinh, a.n.PhuongAn, a.n.TuThang
		ten(a, b)
		b.dat("hoTen", Chu(b.n.HoTen))
		for _, x := range []*dat{a, b} {
			for _, so := range [][2]string{{"cccd", "XL-26"}, {"maSo", "XL-27"}} {
				if r.d.has(so[0]) {
					r.bo.loi(x, x.o(so[0]), so[1], form.Loi)
				}
			}
		}
	})
}

// muonMaSo is E14: the number of somebody else, of another name and birth.
func (r *ruong) muonMaSo() {
	a, b := r.cap(anyone, besideAny)
	r.bo.gieo("E14", "mã số BHXH của một người ở dòng của người khác", "", 2, a, func() {
		b.n.MaSoBHXH = a.n.MaSoBHXH
		b.dat("maSo", Chu(b.n.MaSoBHXH))
		for _, x := range []*dat{a, b} {
			r.bo.loi(x, x.o("maSo"), "XL-27", form.Loi)
		}
	})
}

// haiMaSo is E15: one name and birth with two numbers.
func (r *ruong) haiMaSo() {
	a, b := r.cap(anyone, besideAny)
	r.bo.gieo("E15", "cùng họ tên, ngày sinh ở hai dòng với hai mã số", "", 2, a, func() {
		for _, viec := range []string{"hoTen", "ngaySinh", "gioiTinh"} {
			b.trang.Dat(b.cot[viec], b.dong, a.trang.Lay(a.cot[viec], a.dong))
		}
		b.n.HoTen, b.n.NgaySinh, b.n.GioiTinh = a.n.HoTen, a.n.NgaySinh, a.n.GioiTinh
		if r.d.has("cccd") {
			b.n.SoCCCD = a.n.SoCCCD[:6] + fmt.Sprintf("%06d", nghin*nghin-1)
			b.dat("cccd", Chu(b.n.SoCCCD))
		}
		for _, x := range []*dat{a, b} {
			r.bo.loi(x, x.o("hoTen"), "XL-30", form.Nhac)
		}
	})
}

// an is E05: people in hidden rows are read, and told once a sheet.
func (r *ruong) an() {
	a := r.ranh(anyone)
	r.bo.gieo("E05", "người ở dòng ẩn: vẫn đọc", "", 1, a, func() {
		a.trang.AnDong[a.dong] = true
		r.bo.loi(a, O(0, a.dong), "XL-06", form.Nhac)
	})
}

// thangTruoc adds what a column with one day that fits only month first says of the
// others: the first that fits both ways.
func (r *ruong) thangTruoc() {
	for i := range r.bo.Hat {
		h := &r.bo.Hat[i]
		if h.Cach != thangTruocNgay {
			continue
		}
		for _, a := range r.at {
			g := a.trang.Lay(a.cot["ngaySinh"], a.dong)
			d, ok := law.ParseDay(g.S)
			if a.trang.Ten == h.Sheet && ok && !g.So && d.Dom() <= 12 && d.Dom() != d.Month().Num() {
				l := Loi{h.Sheet, a.o("ngaySinh"), "XL-35", form.Nhac}
				r.bo.Loi, h.Loi = append(r.bo.Loi, l), append(h.Loi, l)
				break
			}
		}
	}
}
