package sandbox

import (
	"cmp"
	"slices"
	"time"
)

// monthBefore is the month before a moment's, 2026-10.
func monthBefore(at time.Time) string {
	at = at.In(ict)
	return time.Date(at.Year(), at.Month()-1, 1, 0, 0, 0, 0, ict).Format("2006-01")
}

// monthEnd is the first moment after a month; zero for what is no month.
func monthEnd(month string) time.Time {
	at, err := time.ParseInLocation("2006-01", month, ict)
	if err != nil {
		return time.Time{}
	}
	return at.AddDate(0, 1, 0)
}

// monthDue says that statements of a month wait to be made.
func (m *memory) monthDue(now time.Time) bool {
	return m.closed == "" || m.closed < monthBefore(now)
}

// stale says that an upload ran out.
func (m *memory) stale(now time.Time) bool {
	for _, u := range m.uploads {
		if !u.HetHan.After(now) {
			return true
		}
	}
	return false
}

// mostMonths is how many months' statements a gateway makes that slept long.
const mostMonths = 12

// openMonths says which month is the last whose statements are made, when a gateway
// is new or slept long.
func (t *tx) openMonths(now time.Time) {
	last := monthBefore(now)
	if t.mem.closed != "" {
		at := now.In(ict)
		last = time.Date(at.Year(), at.Month()-mostMonths-1, 1, 0, 0, 0, 0, ict).Format("2006-01")
	}
	if t.mem.closed < last {
		t.mem.closed = last
		t.set(setClosed, last)
	}
}

// closeMonth makes the statements of the next month: C12-TS and D09-TS for every
// unit that has people, or moved some.
func (t *tx) closeMonth() {
	month := monthEnd(t.mem.closed).Format("2006-01")
	t.mem.closed = month
	t.set(setClosed, month)
	at := monthEnd(month)
	for _, u := range t.mem.reg.units {
		if u.MaDonVi == "" || !u.serves() {
			continue
		}
		task := Task{Unit: *u}
		task.People, task.Moved, task.Changes = t.mem.reg.statement(u.MaDonVi, month)
		if len(task.People) == 0 && len(task.Moved) == 0 {
			continue
		}
		for _, n := range []struct{ loai, title string }{{LoaiC12, "C12-TS"}, {LoaiD09, "D09-TS"}} {
			t.addNotice(Notice{Loai: n.loai, TieuDe: n.title + " tháng " + month[5:] + "/" + month[:4], Luc: at, MaDonVi: u.MaDonVi, Thang: month}, task)
		}
	}
}

// statement is who takes part at a unit in a month, and what moved there in it.
func (r *registry) statement(maDonVi, month string) (people, moved []StatementPerson, changes []Movement) {
	byNumber := slices.SortedFunc(slices.Values(r.people), func(a, b *RegisterPerson) int { return cmp.Compare(a.id, b.id) })
	for _, p := range byNumber {
		who := StatementPerson{MaSoBHXH: p.MaSoBHXH, SoCCCD: p.SoCCCD, HoTen: p.HoTen, NgaySinh: p.NgaySinh, GioiTinh: p.GioiTinh, TuThang: p.TuThang}
		for _, b := range p.BienDong {
			if b.MaDonVi == maDonVi && len(b.O) > 0 && b.Thang <= month {
				who.O = b.O
			}
		}
		if p.TinhTrang == DangDong && p.MaDonVi == maDonVi && p.TuThang <= month {
			people = append(people, who)
		}
		for _, b := range p.BienDong {
			if b.MaDonVi == maDonVi && b.Thang == month {
				moved, changes = append(moved, who), append(changes, b)
			}
		}
	}
	return people, moved, changes
}
