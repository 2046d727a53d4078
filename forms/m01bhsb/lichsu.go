package m01bhsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// doi is one row of part 1 with what is known of its person.
type doi struct {
	i   int
	r   form.Row
	cua []Ky // earlier periods of the person
}

// tungDong asks of every row of part 1 whether earlier periods of its person speak
// against it; say answers "" where they do not.
func tungDong(say func(x doi) string) func([]form.Row, []Ky) []form.Hit {
	return func(rows []form.Row, lichSu []Ky) []form.Hit {
		by := map[string][]Ky{}
		for _, k := range lichSu {
			by[k.Nguoi] = append(by[k.Nguoi], k)
		}
		var hits []form.Hit
		for i, r := range rows {
			k := khoa(r)
			if k == "" || Phan.Get(r) != PhatSinh || nhom(r).Ma == "" || len(by[k]) == 0 {
				continue
			}
			if s := say(doi{i, r, by[k]}); s != "" {
				hits = append(hits, form.Hit{I: i, Say: s})
			}
		}
		return hits
	}
}

// trangThai reports whether a period says how somebody stood in the roster.
func trangThai(k Ky) bool {
	switch facts.TrangThai(k.Loai) {
	case facts.DangDong, facts.ThaiSan, facts.NghiOm, facts.KhongLuong, facts.DaNghi:
		return true
	}
	return false
}

// dong reports whether contributions were paid, or count as paid, in a period.
func dong(k Ky) bool {
	return k.Loai == string(facts.DangDong) || k.Loai == string(facts.ThaiSan)
}

// coSo reports whether anything is known of the person in the roster.
func (x doi) coSo() bool { return x.tim(trangThai) }

// tim reports whether one of the person's periods is such.
func (x doi) tim(is func(Ky) bool) bool {
	for _, k := range x.cua {
		if is(k) {
			return true
		}
	}
	return false
}

// o reports whether the person stood so on a day.
func (x doi) o(t facts.TrangThai, on law.Day) bool {
	return on != 0 && x.tim(func(k Ky) bool { return k.Loai == string(t) && k.giao(on, on) })
}

// biet reports whether the periods reach back to a month: who was there when the
// roster was opened has paid before that, here or elsewhere, nobody knows how long.
func (x doi) biet(thang law.Month) bool {
	return !x.tim(func(k Ky) bool { return k.MoDau && thang < k.TuNgay.Month() })
}

// thangDong counts the months with contributions from one month to another.
func (x doi) thangDong(tu, den law.Month) (n int64) {
	for m := tu; m <= den; m = m.Add(1) {
		if x.tim(func(k Ky) bool { return dong(k) && k.giao(m.First(), m.Last()) }) {
			n++
		}
	}
	return n
}

// tongThang counts the months with contributions before a month, as far back as
// the periods go.
func (x doi) tongThang(den law.Month) int64 {
	first := den
	for _, k := range x.cua {
		if dong(k) && k.TuNgay.Valid() && k.TuNgay.Month() < first {
			first = k.TuNgay.Month()
		}
	}
	return x.thangDong(first, den.Add(-1))
}

// truoc counts the contributions in the n months before an event. Whether the month
// of the event itself is one of them depends on the day and on what was paid in it,
// so that the reading that is better for the person is taken.
func (x doi) truoc(event law.Day, n int) int64 {
	m := event.Month()
	return max(x.thangDong(m.Add(-n), m.Add(-1)), x.thangDong(m.Add(1-n), m))
}

// suKien is the day on which the conditions of contribution are held: birth, or the
// day on which a child is received.
func suKien(r form.Row) law.Day {
	switch CheDo.Get(r) {
	case "nhanConNuoi", "nhoMangThaiHo":
		return NgayNhanCon.Get(r)
	}
	return NgaySinhCon.Get(r)
}

// daHuong adds up halves of days of earlier benefits.
func (x doi) daHuong(is func(Ky) bool) (halves int64) {
	for _, k := range x.cua {
		if is(k) && k.DonVi == "" {
			halves += k.NuaNgay
		}
	}
	return halves
}
