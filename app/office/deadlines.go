package office

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/services"
	"ankhai/forms/services/han"
)

// Deadlines reckons the time limits that an event starts, with the user's calendar
// and figures and the day on the clock. The faults are of the question.
func (o *Office) Deadlines(ctx context.Context, q han.Cau) (han.KetQua, []han.Loi, error) {
	var err error
	if q.Lich, err = o.Calendar(ctx); err != nil {
		return han.KetQua{}, nil, err
	}
	if q.Sach, err = o.LawBook(ctx); err != nil {
		return han.KetQua{}, nil, err
	}
	if q.HomNay == 0 {
		q.HomNay = o.Today()
	}
	got, bad := q.Tinh()
	return got, bad, nil
}

// Due is one thing to be done that the store knows of.
type Due struct {
	Ai       string   `json:"about"` // whose: a name, "đơn vị", a dossier
	PersonID string   `json:"personId,omitempty"`
	Dossier  string   `json:"dossierId,omitempty"`
	SuKien   string   `json:"event"`
	Nguon    string   `json:"source"`           // where the event was seen
	Ky       string   `json:"period,omitempty"` // the last month that is paid for, "2026-10"
	Viec     han.Viec `json:"task"`
}

// What is what is to be done, with the month that it is about: the payments of two
// months stand side by side.
func (d Due) What() string {
	m, ok := law.ParseMonth(d.Ky)
	switch {
	case !ok:
		return d.Viec.Han.Viec
	case strings.HasSuffix(d.Viec.Han.Viec, "tháng"):
		return d.Viec.Han.Viec + " " + m.String()
	}
	return d.Viec.Han.Viec + " đến hết tháng " + m.String()
}

// Undated is an event that the store knows of without what a time limit needs.
type Undated struct {
	Ai       string `json:"about"`
	PersonID string `json:"personId,omitempty"`
	SuKien   string `json:"event"`
	Nguon    string `json:"source"`
	Thieu    string `json:"missing"`
}

// Dues is what the store knows of, the nearest day first, and what it cannot date.
type Dues struct {
	HomNay law.Day
	Viec   []Due
	Thieu  []Undated
}

// MarshalJSON writes the day as yyyy-MM-dd.
func (d Dues) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Today string    `json:"today"`
		Due   []Due     `json:"deadlines"`
		Open  []Undated `json:"unknown"`
	}{d.HomNay.ISO(), emptyNotNull(d.Viec), emptyNotNull(d.Thieu)})
}

func emptyNotNull[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// How far the store is searched: contracts and retirements that are near, and ends
// that were missed.
const (
	aheadDays   = 60
	behindDays  = 30
	aheadMonths = 3
)

// DeadlinesFromStore finds the events that the roster, the payroll of a month and
// the dossiers sent know of, and what must be done because of them.
func (o *Office) DeadlinesFromStore(ctx context.Context, month law.Month) (Dues, error) {
	s := &search{o: o, ctx: ctx, month: month, out: Dues{HomNay: o.Today()}}
	dv, err := o.Company(ctx)
	if err != nil {
		return s.out, err
	}
	roster, err := o.store.Roster(ctx, dv.MaSoThue, month)
	if err != nil {
		return s.out, err
	}
	if s.cau.Lich, err = o.Calendar(ctx); err != nil {
		return s.out, err
	}
	if s.cau.Sach, err = o.LawBook(ctx); err != nil {
		return s.out, err
	}
	s.cau.HomNay = s.out.HomNay
	s.payments(dv)
	for _, p := range roster {
		if p.TrangThai != facts.DaNghi {
			s.person(p)
		}
	}
	if err := s.proposals(); err != nil {
		return s.out, err
	}
	if err := s.sent(); err != nil {
		return s.out, err
	}
	slices.SortStableFunc(s.out.Viec, func(a, b Due) int { return int(a.Viec.Ngay) - int(b.Viec.Ngay) })
	return s.out, nil
}

// search gathers.
type search struct {
	o     *Office
	ctx   context.Context
	month law.Month
	cau   han.Cau // calendar, figures, today
	out   Dues
}

// seen is an event as it was found.
type seen struct {
	ai, id, dossier, event, from string
	day                          law.Day
	chon                         map[string]string
	month                        law.Month // that is paid for
}

// ask reckons an event and keeps what wants: only steps whose day rests on what is
// known, not on an earlier step's last day.
func (s *search) ask(e seen, wants func(han.Viec) bool) {
	q := s.cau
	q.SuKien, q.Moc, q.Chon = e.event, map[string]law.Day{"ngay": e.day}, e.chon
	got, bad := q.Tinh()
	if len(bad) > 0 { // of before 01/07/2025, or a day that no calendar has
		s.out.Thieu = append(s.out.Thieu, Undated{Ai: e.ai, PersonID: e.id, SuKien: e.event, Nguon: e.from, Thieu: bad[0].Say})
		return
	}
	for _, v := range got.Viec {
		if v.Ngay != 0 && len(v.GiaSu) == 0 && wants(v) {
			d := Due{Ai: e.ai, PersonID: e.id, Dossier: e.dossier, SuKien: e.event, Nguon: e.from, Viec: v}
			if e.month != 0 {
				d.Ky = e.month.ISO()
			}
			s.out.Viec = append(s.out.Viec, d)
		}
	}
}

// theEmployers keeps what the employer must do with a dossier of this program.
func theEmployers(v han.Viec) bool { return v.Han.Ai == services.DonVi && v.HoSo != nil }

func (s *search) unknown(ai, id, event, from, missing string) {
	s.out.Thieu = append(s.out.Thieu, Undated{Ai: ai, PersonID: id, SuKien: event, Nguon: from, Thieu: missing})
}

// payments are the months whose payment is due around the day on the clock. A way
// of paying that is not one of the law's is not guessed.
func (s *search) payments(dv facts.DonVi) {
	way := dv.PhuongThuc
	from := "phương thức đóng của đơn vị"
	switch way {
	case "1", "3", "6":
	case "":
		way, from = "1", "chưa ghi phương thức đóng của đơn vị, tính theo hằng tháng"
	default:
		s.unknown("đơn vị", "", "ky-dong", from, "phương thức đóng «"+dv.PhuongThuc+"» không phải 1, 3 hoặc 6 tháng. Sửa trong thông tin đơn vị")
		return
	}
	every := map[string]int{"1": 1, "3": 3, "6": 6}[way]
	for m := s.month.Add(-1); m <= s.month.Add(every-1); m = m.Add(1) {
		if m.Num()%every != 0 { // cycles of the calendar year
			continue
		}
		s.ask(seen{ai: "đơn vị", event: "ky-dong", from: from + ", kỳ đến hết tháng " + m.String(), day: m.First(), chon: map[string]string{"phuong-thuc": way}, month: m},
			func(v han.Viec) bool { return v.Han.Cach == han.CuoiThangSau })
	}
}

// person is what a record of the roster says: a contract that ends, a leave that
// will, an age that is near.
func (s *search) person(p facts.NguoiLaoDong) {
	today := s.out.HomNay
	if end := p.HopDong.Den; p.TrangThai == facts.DangDong && end.Valid() && end >= today.Add(-behindDays) && end <= today.Add(aheadDays) {
		s.ask(seen{ai: p.HoTen, id: p.ID, event: "het-hop-dong", from: "hợp đồng trong danh sách, đến " + end.String(), day: end}, theEmployers)
	}
	if p.TrangThai == facts.ThaiSan {
		n, ok := s.cau.Sach.Get("sinh-con-so-thang", p.TuThang.First())
		if back := p.TuThang.Add(int(n.Amount)); ok && back <= s.month.Add(1) {
			s.unknown(p.HoTen, p.ID, "di-lam-lai", "nghỉ thai sản từ tháng "+p.TuThang.String(),
				fmt.Sprintf("nghỉ %d tháng thì đi làm lại khoảng tháng %s; ghi ngày cuối của thời gian nghỉ để tính hạn (bhxh deadlines --event di-lam-lai --date …)", n.Amount, back))
		}
	}
	s.retirement(p)
}

// retirement looks at who reaches the age of ordinary conditions soon. Whether the
// years of contribution are enough is not known here.
func (s *search) retirement(p facts.NguoiLaoDong) {
	if !p.NgaySinh.Full() || p.GioiTinh == "" || p.TrangThai != facts.DangDong {
		return
	}
	reached, ok := law.ThangDuTuoi(law.Day(p.NgaySinh).Month(), p.GioiTinh == facts.Nu)
	if !ok || reached < s.month.Add(-1) || reached > s.month.Add(aheadMonths) {
		return
	}
	s.ask(seen{ai: p.HoTen, id: p.ID, event: "nghi-huu", day: reached.Add(1).First(),
		from: "đủ tuổi nghỉ hưu trong tháng " + reached.String() + "; phải đủ số năm đóng, chương trình không biết"},
		func(v han.Viec) bool { return v.Han.Ai == services.DonVi && v.Han.Cach == han.Truoc })
}
