package mau

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/sheet/bia"
)

// benh is an error of the catalogue (E01 …) in somebody's line: on which facts it
// falls and how it is sown. lam changes the cells, what must be read of the person,
// and names what must be found.
type benh struct {
	ma, cach string
	can      string // the facts it needs, apart by spaces
	thieu    string // a fact that the layout must not have
	hop      func(a *dat) bool
	lam      func(bo *Bo, a *dat)
	sau      string // who finds it later: a rule and the file that shows it
	rong     bool   // a formula without a result
}

// later is the file of the desk that shows a rule speak of an error.
func later(rule, number string) string { return rule + " app/office/testdata/loi/" + number + ".txtar" }

// ruong is a workbook that errors are sown in.
type ruong struct {
	bo   *Bo
	d    *dang
	at   []*dat
	m    *bia.Maker
	tinh bool // the program that writes it again computes formulas
}

// ranh finds somebody without an error who fits.
func (r *ruong) ranh(fits func(*dat) bool) *dat {
	for _, i := range r.m.R.Perm(len(r.at)) {
		if a := r.at[i]; !a.xong && fits(a) {
			a.xong = true
			return a
		}
	}
	panic("mau: too few people for the errors of the catalogue")
}

func anyone(*dat) bool { return true }

// gieo sows the catalogue: every error that the layout can show, once.
func (r *ruong) gieo() {
	for _, list := range [][]benh{benhExcel, benhTien, benhNguoi, benhMa, benhThang} {
		for _, b := range list {
			if !r.d.has(b.can) || b.thieu != "" && r.d.has(b.thieu) || b.rong && r.tinh {
				continue
			}
			a := r.ranh(func(a *dat) bool { return b.hop == nil || b.hop(a) })
			r.bo.gieo(b.ma, b.cach, b.sau, 1, a, func() { b.lam(r.bo, a) })
		}
	}
	r.haiNguoi()
	r.an()
	r.thangTruoc()
}

func (d *dang) has(viec string) bool {
	for _, v := range strings.Fields(viec) {
		found := false
		for _, c := range d.cot {
			found = found || c.viec == v
		}
		if !found {
			return false
		}
	}
	return true
}

// zero is a CCCD whose lost zero the year of birth and the sex prove.
func zero(a *dat) bool { return a.n.SoCCCD != "" && a.n.SoCCCD[0] == '0' && a.n.SoCCCD[1] != '0' }

// pure is a name of Vietnamese syllables with a mark in it, so that an older
// encoding shows.
func pure(a *dat) bool {
	for _, other := range []string{"'", "Niê", "Bhơm", "Êban", "Sô", "Phia", "Vàng", "Giàng", "Mỷ", "Lò"} {
		if strings.Contains(a.n.HoTen, other) {
			return false
		}
	}
	return codes.Fold(a.n.HoTen) != strings.ToLower(a.n.HoTen)
}

// cham writes an amount in groups of three.
func cham(n int64, sep string) string {
	s := SoNguyen(n).S
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + sep + s[i:]
	}
	return s
}

// khongBietLuong is what must be read of the pay where a part of it was not.
func khongBietLuong(a *dat) { a.n.Luong = facts.Luong{} }
