package lich

import (
	"fmt"

	"ankhai/forms/law"
)

// Ngay is one day that is out of the ordinary: a holiday, a rest given for one, or
// a Saturday on which people work in exchange.
type Ngay struct {
	Ngay       law.Day        `json:"-"`
	Ten        string         `json:"name"`
	LamViec    bool           `json:"working"` // people work on it although it is a weekend
	CanCu      string         `json:"basis"`
	Confidence law.Confidence `json:"confidence"`

	CuaNguoiDung bool `json:"own,omitempty"` // entered by the user
}

// TuyChon is what the user may say of the calendar.
type TuyChon struct {
	// LamThuBay: Saturday is a working day of the employer. The agencies work
	// Monday to Friday, and so does the calendar unless told.
	LamThuBay bool
	// Them are the days that a year's decision adds: days off, or Saturdays worked
	// in exchange. Each names its basis.
	Them []Ngay
}

// Lich is a calendar. Its zero value does not work; see Moi and Chung.
type Lich struct {
	thuBay bool
	them   map[law.Day]Ngay
	nam    map[int]map[law.Day]Ngay // holidays by year, with the rest given for them
}

// Chung is the calendar of the agencies with what the law fixes and nothing more.
func Chung() *Lich {
	l, _ := Moi(TuyChon{}) // no rows: nothing to refuse
	return l
}

// Moi makes a calendar with the user's rows. It refuses, in Vietnamese, a row
// whose day does not exist, that has no name or basis, or that stands twice.
func Moi(t TuyChon) (*Lich, error) {
	l := &Lich{thuBay: t.LamThuBay, them: map[law.Day]Ngay{}, nam: map[int]map[law.Day]Ngay{}}
	for _, n := range t.Them {
		if say := LoiCuaNgay(n); say != "" {
			return nil, fmt.Errorf("%s: %s", n.Ngay, say)
		}
		if _, twice := l.them[n.Ngay]; twice {
			return nil, fmt.Errorf("%s: ngày này đã có trong lịch", n.Ngay)
		}
		n.CuaNguoiDung = true
		l.them[n.Ngay] = n
	}
	for nam := data.dau; nam <= data.cuoi; nam++ {
		l.nam[nam] = l.leCua(nam)
	}
	return l, nil
}

// LoiCuaNgay says in Vietnamese what is wrong with a row that a user enters, "" if
// it can be kept.
func LoiCuaNgay(n Ngay) string {
	switch {
	case !n.Ngay.Valid():
		return "Ngày: phải có dạng 01/09/2026"
	case n.Ten == "":
		return "Tên ngày nghỉ: phải có, ví dụ Nghỉ Quốc khánh"
	case n.CanCu == "":
		return "Căn cứ: phải ghi văn bản hoặc thông báo"
	}
	return ""
}

// Nghi reports whether nobody works on a day, and why: a holiday, a rest given for
// one, or the weekend.
func (l *Lich) Nghi(d law.Day) (Ngay, bool) {
	if n, ok := l.them[d]; ok {
		return n, !n.LamViec
	}
	if n, ok := l.le(d); ok {
		return n, true
	}
	if l.cuoiTuan(d) {
		return Ngay{Ngay: d, Ten: thu[d.Weekday()], CanCu: canCuTuan, Confidence: law.Medium}, true
	}
	return Ngay{}, false
}

// LamViec reports whether a day is a working day.
func (l *Lich) LamViec(d law.Day) bool {
	_, off := l.Nghi(d)
	return !off
}

// Le reports whether a day is a public holiday, or the rest given for one; a
// weekend alone is none.
func (l *Lich) Le(d law.Day) bool {
	if n, ok := l.them[d]; ok {
		return !n.LamViec
	}
	_, ok := l.le(d)
	return ok
}

func (l *Lich) le(d law.Day) (Ngay, bool) {
	year, ok := l.nam[d.Year()]
	if !ok {
		year = l.leCua(d.Year()) // outside the table: the days of the solar year alone
	}
	n, ok := year[d]
	return n, ok
}

func (l *Lich) cuoiTuan(d law.Day) bool {
	return d.Weekday() == 0 || d.Weekday() == 6 && !l.thuBay
}

// canCuTuan is why Saturday and Sunday are off: the agencies' working week.
const canCuTuan = "Bộ luật Lao động 45/2019/QH14 Điều 111; tuần làm việc của cơ quan nhà nước"

var thu = [...]string{"Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"}

// Thu is the name of the day's weekday in Vietnamese.
func Thu(d law.Day) string { return thu[d.Weekday()] }
