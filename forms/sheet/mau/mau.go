// Package mau writes payrolls and other workbooks as they arrive ("mẫu"), one for
// each layout that circulates, clean or with the faults that people and programs
// make, and beside each what must come of reading it: every person, every fault at
// its cell, and nothing else. The people are invented; the same seed gives the same
// bytes.
//
// It knows nothing of the reader: what it expects it knows from what it wrote.
// Tests import it, and the command viet that writes the files to look at.
package mau

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/sheet/bia"
)

// Thang is the month that every fixture is of.
var Thang, _ = law.ParseMonth("11/2026")

const nghin = 10 * 10 * 10

// Cac are the layouts: lists of people, claims (L7), and the agency's statement (L8).
var Cac = []string{"L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "CONG-45"}

// CacNguoi are the layouts that are lists of people.
var CacNguoi = []string{"L1", "L2", "L3", "L4", "L5", "L6", "CONG-45"}

// Sach makes the clean workbook of a layout with n people, Ban the same with errors.
func Sach(layout string, n int) *Bo { return lam(layout, n, sach) }

// Ban makes the dirty workbook of a layout. A statement has too few rows for more than
// one error: Ban makes the first of CacBan.
func Ban(layout string, n int) *Bo { return lam(layout, n, ban) }

// CacBan makes the dirty workbooks of a layout: one, but one for each error of a
// statement.
func CacBan(layout string, n int) (out []*Bo) {
	if layout != "L8" {
		return []*Bo{Ban(layout, n)}
	}
	for k := range benhC12 {
		out = append(out, lamL8(n, k+1))
	}
	return out
}

// BanTinh makes it without formulas that have no result, for a program that would
// compute one when it writes the workbook again.
func BanTinh(layout string, n int) *Bo { return lam(layout, n, banTinh) }

// The kinds of workbooks.
type kieu int

const (
	sach kieu = iota
	ban
	banTinh
)

// dang is a layout: where its table stands and what its columns are.
type dang struct {
	ten   string
	tren  []string // the lines above the header
	dau   int      // the first row of the header
	cao   int      // rows of the header
	cot   []cot
	trang []string       // names of the sheets; people are dealt out by department
	xep   func(x *xep)   // lays the people out; nil: one below the other
	sau   func(x *xep)   // what stands below the people
	them  func(r *ruong) // faults of this layout alone
}

// cot is a column: its group and head, the fact it holds, and how that is written.
type cot struct {
	nhom, dau string
	viec      string // a fact of viecs; "" for what nobody reads
	gia       func(n *facts.DongLuong, i int) Gia
	an        bool
}

// dat is a person laid out on a sheet.
type dat struct {
	trang *Trang
	dong  int
	cot   map[string]int // by fact
	n     *facts.DongLuong
	xong  bool   // has a fault already
	cho   string // the cell that was changed last
}

func (d *dat) o(viec string) string { return O(d.cot[viec], d.dong) }

func (d *dat) dat(viec string, g Gia) {
	d.trang.Dat(d.cot[viec], d.dong, g)
	d.cho = d.o(viec)
}

func lam(layout string, n int, k kieu) *Bo {
	m := bia.New(uint64(layout[1]), uint64(len(layout)))
	if layout == "L7" {
		return lamL7(m, n, k)
	}
	if layout == "L8" {
		return lamL8(n, min(int(k), 1))
	}
	d := dangs()[slices.IndexFunc(dangs(), func(d dang) bool { return d.ten == layout })]
	bo := &Bo{Layout: layout, Ten: layout + "-sach", Cham: layout == "L6"}
	if k != sach {
		bo.Ten = layout + "-ban"
	}
	var people []*facts.DongLuong
	for i := range n {
		people = append(people, moi(m, i))
	}
	at := d.ve(bo, people, k != sach)
	if k != sach {
		r := &ruong{bo, &d, at, m, k == banTinh}
		r.gieo()
		if d.them != nil {
			d.them(r)
		}
	}
	for _, a := range at {
		bo.Nguoi = append(bo.Nguoi, d.doc(a))
	}
	return bo
}

// moi invents somebody with everything a layout may ask for.
func moi(m *bia.Maker, i int) *facts.DongLuong {
	province := "79"
	if m.R.IntN(5) == 0 {
		province = "01"
	}
	p := m.Person(province)
	d := p.DongLuong
	d.QuocTich, d.DanToc = "VN", "01"
	d.DienThoai = fmt.Sprintf("09%08d", m.R.IntN(100*nghin*nghin))
	d.Email = fmt.Sprintf("nguoi%d@maybinhminh.invalid", i+1)
	d.DiaChi, d.MaXa, d.MaTinh = "Số 1, đường Mẫu", "26740", "79"
	d.NoiLamViec = "Phường Tân Bình, Thành phố Hồ Chí Minh"
	d.MaKCB, d.Vung = "01001", "01"
	from := law.DayOf(Thang.Year()-6+m.R.IntN(6), 1+m.R.IntN(12), 1)
	d.HopDong = facts.HopDong{So: fmt.Sprintf("%03d/HĐLĐ", i+1), NgayKy: from.Add(-2), Loai: "0", Tu: from}
	if i%3 == 0 {
		d.HopDong.Loai, d.HopDong.Den = "1", from.Add(3*365)
	}
	d.PhuongAn = []string{"TM", "TD", "DC", "CD", "ON"}[i%5]
	d.TuThang = Thang
	d.GhiChu = ""
	d.KhongLuong = 0
	return &d
}

// ve lays people out and writes the sheets.
func (d *dang) ve(bo *Bo, people []*facts.DongLuong, ban bool) []*dat {
	var all []*dat
	names := d.trang
	if len(names) == 0 {
		names = []string{"Danh sách"}
	}
	each := (len(people) + len(names) - 1) / len(names)
	for s, name := range names {
		t := &Trang{Ten: name}
		bo.Trang = append(bo.Trang, t)
		for i, line := range d.tren {
			if line != "" {
				t.Dat(0, i+1, Chu(line))
			}
		}
		d.tieuDe(t, d.dau)
		x := &xep{d: d, t: t, dong: d.dau + d.cao, people: people[min(s*each, len(people)):min((s+1)*each, len(people))], bo: bo, ban: ban}
		if d.xep != nil {
			d.xep(x)
		} else {
			for i, p := range x.people {
				x.nguoi(p, i)
			}
		}
		if d.sau != nil {
			d.sau(x)
		}
		all = append(all, x.at...)
	}
	return all
}

// tieuDe writes the header from a row on, groups merged over their columns.
func (d *dang) tieuDe(t *Trang, dau int) {
	for c, k := range d.cot {
		if k.an && dau == d.dau {
			t.AnCot = append(t.AnCot, c)
		}
		if k.nhom == "" || d.cao == 1 {
			t.Dat(c, dau, Chu(k.dau))
			if d.cao > 1 {
				t.Gop = append(t.Gop, O(c, dau)+":"+O(c, dau+d.cao-1))
			}
			continue
		}
		t.Dat(c, dau+1, Chu(k.dau))
		if c == 0 || d.cot[c-1].nhom != k.nhom {
			t.Dat(c, dau, Chu(k.nhom))
			end := c
			for end+1 < len(d.cot) && d.cot[end+1].nhom == k.nhom {
				end++
			}
			if end > c {
				t.Gop = append(t.Gop, O(c, dau)+":"+O(end, dau))
			}
		}
	}
}

// xep is people being laid out on a sheet.
type xep struct {
	d      *dang
	bo     *Bo
	t      *Trang
	dong   int // the next free row
	people []*facts.DongLuong
	at     []*dat
	ban    bool // lines that are no people stand among them
}

func (x *xep) nguoi(p *facts.DongLuong, i int) {
	a := &dat{trang: x.t, dong: x.dong, cot: map[string]int{}, n: p}
	for c, k := range x.d.cot {
		if k.viec != "" {
			a.cot[k.viec] = c
		}
		if k.gia != nil {
			x.t.Dat(c, x.dong, k.gia(p, i))
		}
	}
	p.Noi = facts.Noi{Sheet: x.t.Ten, O: x.t.Dau(x.dong)}
	x.at = append(x.at, a)
	x.dong++
	x.chen()
}

// doc is what must be read of somebody: the facts that the layout has.
func (d *dang) doc(a *dat) facts.DongLuong {
	out := facts.DongLuong{Noi: facts.Noi{Sheet: a.trang.Ten, O: a.trang.Dau(a.dong)}}
	if d.ten == "L5" {
		out.PhongBan = a.n.PhongBan // of the line above
	}
	for viec := range a.cot {
		viecs[viec](&out, a.n)
	}
	out.Luong.Known = out.Luong.MucLuong != 0
	if !out.Luong.Known {
		out.Luong = facts.Luong{}
	}
	out.ChamCong = a.n.ChamCong
	if n, ok := out.ChamCong.HuongLuong(); ok {
		out.NgayCong, out.NgayCongBiet = n, true
	}
	if out.ChamCong.Co() {
		out.KhongLuong = out.ChamCong.Ngay(facts.NuaKhongLuong)
	}
	return out
}

// viecs are the facts, each with how it goes from one line to another.
var viecs = map[string]func(to, from *facts.DongLuong){
	"stt":        func(_, _ *facts.DongLuong) {},
	"maNV":       func(to, from *facts.DongLuong) { to.MaNV = from.MaNV },
	"hoTen":      func(to, from *facts.DongLuong) { to.HoTen = from.HoTen },
	"maSo":       func(to, from *facts.DongLuong) { to.MaSoBHXH = from.MaSoBHXH },
	"cccd":       func(to, from *facts.DongLuong) { to.SoCCCD = from.SoCCCD },
	"ngaySinh":   func(to, from *facts.DongLuong) { to.NgaySinh = from.NgaySinh },
	"gioiTinh":   func(to, from *facts.DongLuong) { to.GioiTinh = from.GioiTinh },
	"quocTich":   func(to, from *facts.DongLuong) { to.QuocTich = from.QuocTich },
	"danToc":     func(to, from *facts.DongLuong) { to.DanToc = from.DanToc },
	"dienThoai":  func(to, from *facts.DongLuong) { to.DienThoai = from.DienThoai },
	"email":      func(to, from *facts.DongLuong) { to.Email = from.Email },
	"phongBan":   func(to, from *facts.DongLuong) { to.PhongBan = from.PhongBan },
	"chucDanh":   func(to, from *facts.DongLuong) { to.ChucDanh = from.ChucDanh },
	"diaChi":     func(to, from *facts.DongLuong) { to.DiaChi = from.DiaChi },
	"maXa":       func(to, from *facts.DongLuong) { to.MaXa = from.MaXa },
	"maTinh":     func(to, from *facts.DongLuong) { to.MaTinh = from.MaTinh },
	"noiLamViec": func(to, from *facts.DongLuong) { to.NoiLamViec = from.NoiLamViec },
	"kcb":        func(to, from *facts.DongLuong) { to.MaKCB = from.MaKCB },
	"tinhKCB":    func(_, _ *facts.DongLuong) {},
	"denThang":   func(to, from *facts.DongLuong) { to.DenThang = from.DenThang },
	"vung":       func(to, from *facts.DongLuong) { to.Vung = from.Vung },
	"soHD":       func(to, from *facts.DongLuong) { to.HopDong.So = from.HopDong.So },
	"ngayKy":     func(to, from *facts.DongLuong) { to.HopDong.NgayKy = from.HopDong.NgayKy },
	"loaiHD":     func(to, from *facts.DongLuong) { to.HopDong.Loai = from.HopDong.Loai },
	"tuHD":       func(to, from *facts.DongLuong) { to.HopDong.Tu = from.HopDong.Tu },
	"denHD":      func(to, from *facts.DongLuong) { to.HopDong.Den = from.HopDong.Den },
	"muc":        func(to, from *facts.DongLuong) { to.Luong.MucLuong = from.Luong.MucLuong },
	"phuCap":     func(to, from *facts.DongLuong) { to.Luong.PhuCap = from.Luong.PhuCap },
	"phuongAn":   func(to, from *facts.DongLuong) { to.PhuongAn = from.PhuongAn },
	"tuThang":    func(to, from *facts.DongLuong) { to.TuThang = from.TuThang },
	"ghiChu":     func(to, from *facts.DongLuong) { to.GhiChu = from.GhiChu },
	"ngayCong":   func(to, from *facts.DongLuong) { to.NgayCong, to.NgayCongBiet = from.NgayCong, true },
	"khongLuong": func(to, from *facts.DongLuong) { to.KhongLuong = from.KhongLuong },
	"chamCong":   func(_, _ *facts.DongLuong) {},
}

// Dinh writes the expected faults, one a line, sorted, so that two lists can be
// compared and the difference read.
func Dinh(list []Loi) []string {
	var out []string
	for _, l := range list {
		out = append(out, strings.TrimSuffix(l.Sheet+"!"+l.O, "!")+" "+l.Ma+" "+string(l.Muc))
	}
	slices.Sort(out)
	return out
}
