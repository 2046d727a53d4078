package office

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"ankhai/forms/c12"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/storage"
)

// dues reckons what people's months come to, each pay once, and remembers whom it
// could not reckon.
type dues struct {
	dv     facts.DonVi
	book   *law.Sach
	known  map[lawdong.Input]*c12.Muc
	nobody map[string]string // who has no pay, or why it was not reckoned
}

func newDues(dv facts.DonVi, book *law.Sach) *dues {
	return &dues{dv, book, map[lawdong.Input]*c12.Muc{}, map[string]string{}}
}

// of is what a person pays for a month; nil for one who takes no part, or of whom
// nobody can say. In an unpaid month health insurance is paid where the employer
// reads it so.
func (d *dues) of(p *facts.NguoiLaoDong, m law.Month) *c12.Muc {
	if p == nil || p.TrangThai != facts.DangDong && p.TrangThai != facts.KhongLuong {
		return nil
	}
	if p.TrangThai == facts.KhongLuong && d.book.ThietLap("bhytKhongLuong").Ma != "dong" {
		return nil
	}
	in, ok := dueOf(d.dv, *p, m, d.book)
	if !ok {
		d.nobody[p.HoTen] = "chưa có mức lương"
		return nil
	}
	got := d.reckon(in, p.HoTen)
	if p.TrangThai == facts.KhongLuong && got != nil {
		return &c12.Muc{CanCu: c12.Nam{c12.BHYT: got.CanCu[c12.BHYT]}, Dong: c12.Nam{c12.BHYT: got.Dong[c12.BHYT]}}
	}
	return got
}

func (d *dues) reckon(in lawdong.Input, name string) *c12.Muc {
	if got, ok := d.known[in]; ok {
		return got
	}
	got, err := c12.TinhMuc(in)
	if err != nil {
		d.nobody[name] = err.Error()
		got = nil
	}
	d.known[in] = got
	return got
}

// lacking names those who could not be counted, a few of many.
func (d *dues) lacking() (out []string) {
	const few = 5
	names := slices.Sorted(maps.Keys(d.nobody))
	for _, n := range names[:min(len(names), few)] {
		out = append(out, n+": "+d.nobody[n]+", chưa tính vào số của đơn vị")
	}
	if more := len(names) - few; more > 0 {
		out = append(out, fmt.Sprintf("và %d người khác chưa tính được", more))
	}
	return out
}

// view is a person through time as somebody could know them on a day.
type view struct {
	now, old *facts.NguoiLaoDong // where everything was known: this month and the one before
	past     []facts.NguoiLaoDong
	events   []c12.SuKien
}

// at is how a person stood in a month, by what had been sent on a day; nil for one who
// was not known.
func (v *view) at(m law.Month, day law.Day) *facts.NguoiLaoDong {
	if v.past == nil {
		if v.old != nil && v.now.TuThang > m {
			return v.old
		}
		if v.now.TuThang > m {
			return nil
		}
		return v.now
	}
	for i := len(v.past) - 1; i >= 0; i-- {
		if p := &v.past[i]; p.TuThang <= m && v.told(p.TuThang, day) {
			return p
		}
	}
	return nil
}

// told reports whether a line of the history was known on a day: what no dossier says
// was there from the start.
func (v *view) told(since law.Month, day law.Day) bool {
	said := false
	for _, e := range v.events {
		if e.TuThang != since {
			continue
		}
		if said = true; e.Bao == c12.DaGui && e.Ngay <= day {
			return true
		}
	}
	return !said
}

// mostBack bounds how many months back a late report is reckoned.
const mostBack = 120

// adjust reckons what earlier months come to by the reports that came in this month.
// Health insurance of the months by which a decrease was late stays due
// (lawdong.BHYTBaoGiamCham).
func (g *c12Month) adjust(n *c12.Nguoi, v *view) {
	if v.past == nil {
		return
	}
	begin, end := g.m.Add(-1).Last(), g.m.Last()
	from := g.m
	for _, e := range n.SuKien {
		if e.Bao == c12.DaGui && e.Ngay > begin && e.Ngay <= end && e.TuThang < from {
			from = e.TuThang
		}
	}
	for m := max(from, g.m.Add(-mostBack)); m < g.m; m = m.Add(1) {
		was, is := v.at(m, begin), v.at(m, end)
		diff := tru(g.due.of(is, m), g.due.of(was, m))
		if is != nil && (is.TrangThai == facts.DaNghi || is.TrangThai == facts.KhongLuong) && diff[c12.BHYT] < 0 {
			share, _ := g.book.Get("bhyt-bao-giam-cham", m.First())
			keep := law.Phan(-diff[c12.BHYT], share.Amount)
			n.BHYTCham += keep
			diff[c12.BHYT] += keep
		}
		for q, x := range diff {
			n.DieuChinh[q] += x
		}
	}
}

func tru(a, b *c12.Muc) (out c12.Nam) {
	if a != nil {
		out = a.Dong
	}
	if b != nil {
		for q, x := range b.Dong {
			out[q] -= x
		}
	}
	return out
}

// otherWays adds how else the agency may have reckoned a month: with the limits of
// the month before, BHYT of unpaid leave, unemployment insurance of a foreigner.
func (g *c12Month) otherWays(n *c12.Nguoi, p facts.NguoiLaoDong) {
	if p.TrangThai == facts.KhongLuong && n.Nay == nil && p.Luong.Known {
		p.TrangThai = facts.DangDong
		if full := g.due.of(&p, g.m); full != nil {
			n.Bien = append(n.Bien, c12.Bien{Loai: c12.BHYTKhongLuong, Muc: &c12.Muc{CanCu: c12.Nam{c12.BHYT: full.CanCu[c12.BHYT]}, Dong: c12.Nam{c12.BHYT: full.Dong[c12.BHYT]}}})
		}
		return
	}
	if n.Nay == nil || p.TrangThai != facts.DangDong {
		return
	}
	in, ok := dueOf(g.dv, p, g.m, g.book)
	if !ok {
		return
	}
	if before := in; in.Luong > min(ceiling(g.book, g.m), ceiling(g.book, g.m.Add(-1))) {
		before.Thang = g.m.Add(-1)
		if x := g.due.reckon(before, p.HoTen); x != nil && *x != *n.Nay {
			n.Bien = append(n.Bien, c12.Bien{Loai: c12.TranKhac, Muc: x})
		}
	}
	if in.NuocNgoai && in.Vung != "" {
		in.NuocNgoai = false
		if x := g.due.reckon(in, p.HoTen); x != nil {
			n.Bien = append(n.Bien, c12.Bien{Loai: c12.SaiBHTN, Muc: x})
		}
	}
}

func isNoPayroll(err error) bool {
	return errors.Is(err, ErrNoPayroll) || errors.Is(err, storage.ErrNotFound)
}

func sortedKeysOf[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
