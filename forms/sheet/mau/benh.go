package mau

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet/bia"
)

// benh is a fault of the catalogue (E01 …): on which facts it falls and how it is
// sown. lam changes the cells, what must be read of the person, and names what must
// be found.
type benh struct {
	ma  string
	can string // the facts it needs, apart by spaces
	hop func(a *dat) bool
	lam func(bo *Bo, a *dat)
}

var benhs = []benh{
	{"E01", "cccd ngaySinh", zero, func(bo *Bo, a *dat) { // a lost zero, restored for sure
		a.dat("cccd", So(a.n.SoCCCD[1:]))
		bo.loi(a, a.o("cccd"), "XL-17", form.Nhac, "E01")
	}},
	{"E01", "maSo", func(a *dat) bool { return a.n.MaSoBHXH[0] == '0' }, func(bo *Bo, a *dat) { // nothing proves this one
		a.dat("maSo", So(a.n.MaSoBHXH[1:]))
		a.n.MaSoBHXH = ""
		bo.loi(a, a.o("maSo"), "XL-14", form.Loi, "E01")
	}},
	{"E02", "cccd", nil, func(bo *Bo, a *dat) {
		a.dat("cccd", So("7.9E+10"))
		a.n.SoCCCD = ""
		bo.loi(a, a.o("cccd"), "XL-16", form.Loi, "E02")
	}},
	{"E02", "maSo", nil, func(bo *Bo, a *dat) {
		a.dat("maSo", Chu("7,9E+09"))
		a.n.MaSoBHXH = ""
		bo.loi(a, a.o("maSo"), "XL-16", form.Loi, "E02")
	}},
	{"E03", "ngaySinh", func(a *dat) bool { return a.n.NgaySinh.Day().Dom() > 12 }, func(bo *Bo, a *dat) { // the month first
		d := a.n.NgaySinh.Day()
		a.dat("ngaySinh", Chu(d.ISO()[5:7]+"/"+d.ISO()[8:]+"/"+d.ISO()[:4]))
		a.n.NgaySinh = 0
		bo.loi(a, a.o("ngaySinh"), "XL-18", form.Loi, "E03 tháng trước")
	}},
	{"E03", "ngaySinh", nil, func(bo *Bo, a *dat) { // a day of Excel's calendar that shows as a number
		a.dat("ngaySinh", So(serial(a.n.NgaySinh.Day())))
		bo.loi(a, a.o("ngaySinh"), "XL-19", form.Nhac, "E03")
	}},
	{"E03", "ngaySinh", nil, func(bo *Bo, a *dat) { // a year in a cell that shows days
		a.dat("ngaySinh", Gia{S: a.n.NgaySinh.Day().ISO()[:4], So: true, Kieu: KieuNgay})
		a.n.NgaySinh = 0
		bo.loi(a, a.o("ngaySinh"), "XL-18", form.Loi, "E03")
	}},
	{"E03", "ngaySinh", nil, func(_ *Bo, a *dat) { // only the year: no fault
		year := a.n.NgaySinh.Day().ISO()[:4]
		a.dat("ngaySinh", So(year))
		a.n.NgaySinh, _ = facts.ParseNgaySinh(year)
	}},
	{"E04", "hoTen", pure, func(bo *Bo, a *dat) {
		a.dat("hoTen", Gia{S: TCVN3(a.n.HoTen), Kieu: KieuTCVN3})
		bo.loi(a, a.o("hoTen"), "XL-12", form.Nhac, "E04")
	}},
	{"E04", "hoTen", pure, func(bo *Bo, a *dat) {
		a.dat("hoTen", Gia{S: VNI(a.n.HoTen), Kieu: KieuVNI})
		bo.loi(a, a.o("hoTen"), "XL-12", form.Nhac, "E04")
	}},
	{"E04", "hoTen", pure, func(_ *Bo, a *dat) { a.dat("hoTen", Chu(norm.NFD.String(a.n.HoTen))) }},                             // decomposed: no fault
	{"E04", "hoTen", pure, func(_ *Bo, a *dat) { a.dat("hoTen", Chu("  "+strings.ReplaceAll(a.n.HoTen, " ", " \u00a0")+" ")) }}, // spaces: no fault
	{"E04", "hoTen", pure, func(_ *Bo, a *dat) { a.dat("hoTen", Chu(strings.ToUpper(a.n.HoTen))) }},                             // capitals: no fault
	{"E06", "muc", nil, func(bo *Bo, a *dat) {
		a.dat("muc", Gia{Rong: true})
		a.n.Luong = facts.Luong{}
		bo.loi(a, a.o("muc"), "XL-03", form.Loi, "E06")
	}},
	{"E07", "muc", nil, func(_ *Bo, a *dat) { a.dat("muc", Chu(cham(a.n.Luong.MucLuong, "."))) }},
	{"E07", "muc", nil, func(_ *Bo, a *dat) { a.dat("muc", Chu(cham(a.n.Luong.MucLuong, ",")+" đ")) }},
	{"E07", "muc", nil, func(bo *Bo, a *dat) {
		a.dat("muc", SoNguyen(a.n.Luong.MucLuong/nghin))
		a.n.Luong = facts.Luong{}
		bo.loi(a, a.o("muc"), "XL-22", form.Loi, "E07")
	}},
	{"E08", "muc", nil, func(bo *Bo, a *dat) {
		a.dat("muc", So("2.34"))
		a.n.Luong = facts.Luong{}
		bo.loi(a, a.o("muc"), "XL-23", form.Loi, "E08")
	}},
	{"E12", "cccd gioiTinh", nil, func(bo *Bo, a *dat) { // the fourth digit says the other sex
		s := []byte(a.n.SoCCCD)
		s[3] ^= 1
		a.n.SoCCCD = string(s)
		a.dat("cccd", Chu(a.n.SoCCCD))
		bo.loi(a, a.o("cccd"), "XL-15", form.Nhac, "E12")
	}},
	{"E13", "cccd", nil, func(bo *Bo, a *dat) {
		a.dat("cccd", Chu("023456789"))
		a.n.SoCCCD = ""
		bo.loi(a, a.o("cccd"), "XL-15", form.Loi, "E13")
	}},
	{"E17", "maSo", func(a *dat) bool { return a.n.SoCCCD != "" }, func(bo *Bo, a *dat) { // the new number in the column of the old
		a.n.MaSoBHXH = a.n.SoCCCD
		a.dat("maSo", Chu(a.n.MaSoBHXH))
		bo.loi(a, a.o("maSo"), "XL-14", form.Nhac, "E17")
	}},
	{"E23", "phuongAn", nil, func(bo *Bo, a *dat) {
		a.dat("phuongAn", Chu("TX"))
		a.n.PhuongAn = ""
		bo.loi(a, a.o("phuongAn"), "XL-28", form.Loi, "E23")
	}},
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

func (bo *Bo) loi(a *dat, o, ma string, muc form.Level, gieo string) {
	bo.Loi = append(bo.Loi, Loi{a.trang.Ten, o, ma, muc, gieo})
	a.xong = true
}

// ranh finds somebody without a fault who fits.
func ranh(at []*dat, m *bia.Maker, fits func(*dat) bool) *dat {
	for _, i := range m.R.Perm(len(at)) {
		if a := at[i]; !a.xong && fits(a) {
			a.xong = true
			return a
		}
	}
	panic("mau: too few people for the faults of the catalogue")
}

// gieo sows the catalogue, and the faults that take two people.
func gieo(bo *Bo, d *dang, at []*dat, m *bia.Maker) {
	for _, b := range benhs {
		if !d.has(b.can) {
			continue
		}
		a := ranh(at, m, func(a *dat) bool { return b.hop == nil || b.hop(a) })
		b.lam(bo, a)
	}
	if d.has("cccd gioiTinh") {
		swapped(bo, at, m)
		twice(bo, d, at, m)
	}
	hidden(bo, at, m)
	monthFirst(bo, at)
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

// swapped is E09: a sort moved the numbers of a man and a woman, and they show it.
func swapped(bo *Bo, at []*dat, m *bia.Maker) {
	a := ranh(at, m, func(a *dat) bool { return a.n.GioiTinh == facts.Nam })
	b := ranh(at, m, func(b *dat) bool { return b.n.GioiTinh == facts.Nu && b.trang == a.trang })
	a.n.SoCCCD, b.n.SoCCCD = b.n.SoCCCD, a.n.SoCCCD
	for _, x := range []*dat{a, b} {
		x.dat("cccd", Chu(x.n.SoCCCD))
		bo.loi(x, x.o("cccd"), "XL-15", form.Nhac, "E09")
	}
}

// twice is E10: the same person again under another spelling.
func twice(bo *Bo, d *dang, at []*dat, m *bia.Maker) {
	a := ranh(at, m, pure)
	b := ranh(at, m, func(b *dat) bool { return b.trang == a.trang })
	for _, viec := range []string{"maSo", "cccd", "ngaySinh", "gioiTinh", "phuongAn", "tuThang"} {
		if c, ok := a.cot[viec]; ok {
			b.trang.Dat(b.cot[viec], b.dong, a.trang.Lay(c, a.dong))
		}
	}
	b.n.SoCCCD, b.n.MaSoBHXH, b.n.NgaySinh, b.n.GioiTinh, b.n.PhuongAn, b.n.TuThang = a.n.SoCCCD, a.n.MaSoBHXH, a.n.NgaySinh, a.n.GioiTinh, a.n.PhuongAn, a.n.TuThang
	b.n.HoTen = strings.Replace(a.n.HoTen, " ", " Ngọc ", 1)
	b.dat("hoTen", Chu(b.n.HoTen))
	for _, x := range []*dat{a, b} {
		bo.loi(x, x.o("cccd"), "XL-26", form.Loi, "E10")
		if d.has("maSo") && a.n.MaSoBHXH != "" {
			bo.loi(x, x.o("maSo"), "XL-27", form.Loi, "E10")
		}
	}
}

// hidden is E05: people in hidden rows are read, and told once a sheet.
func hidden(bo *Bo, at []*dat, m *bia.Maker) {
	a := ranh(at, m, func(*dat) bool { return true })
	a.trang.AnDong[a.dong] = true
	bo.Loi = append(bo.Loi, Loi{a.trang.Ten, O(0, a.dong), "XL-06", form.Nhac, "E05"})
}

// monthFirst adds what a column with one day that fits only month first says of the
// others: the first that fits both ways.
func monthFirst(bo *Bo, at []*dat) {
	for _, l := range bo.Loi {
		if l.Gieo != "E03 tháng trước" {
			continue
		}
		for _, a := range at {
			g := a.trang.Lay(a.cot["ngaySinh"], a.dong)
			d, ok := law.ParseDay(g.S)
			if a.trang.Ten == l.Sheet && ok && !g.So && d.Dom() <= 12 && d.Dom() != d.Month().Num() {
				bo.Loi = append(bo.Loi, Loi{l.Sheet, a.o("ngaySinh"), "XL-35", form.Nhac, "E03"})
				break
			}
		}
	}
}
