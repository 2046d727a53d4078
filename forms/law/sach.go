package law

import (
	"fmt"
	"slices"
)

// Sach is the book of figures that a calculator looks into: those that come with
// the program, and on top of them the later rows that the user has entered
// because the law moved on, and how the company reads the points that the sources
// leave open. A nil *Sach has the program's figures and defaults alone.
type Sach struct {
	them map[string][]Value   // the user's rows of a figure, by day, oldest first
	cach map[cachKey]CachHieu // how the company reads what the sources leave open
}

// SachVoi makes a book with the user's rows on top. A row holds from its day until
// the next row of the same figure. It is refused, with a sentence, when there is
// no such figure, the day or the basis is missing, or it would change what the
// program knows for a day that lies before the newest value of its own.
func SachVoi(rows []Value) (*Sach, error) {
	s := &Sach{them: map[string][]Value{}}
	for _, r := range rows {
		f := figures[r.Name]
		if f == nil {
			return nil, fmt.Errorf("no figure %q", r.Name)
		}
		if say := FaultOfRow(r); say != "" {
			return nil, fmt.Errorf("row of %s from %s: %s", r.Name, r.From.ISO(), say)
		}
		last := f.values[len(f.values)-1]
		r.Name, r.Title, r.Unit, r.CuaNguoiDung = f.name, last.Title, last.Unit, true
		s.them[f.name] = append(s.them[f.name], r)
	}
	for name, own := range s.them {
		slices.SortFunc(own, func(a, b Value) int { return int(a.From) - int(b.From) })
		for i := 1; i < len(own); i++ {
			if own[i].From == own[i-1].From {
				return nil, fmt.Errorf("two rows of %s from %s", name, own[i].From.ISO())
			}
			own[i-1].Until = own[i].From.Add(-1)
		}
	}
	return s, nil
}

// FaultOfRow says in Vietnamese what is wrong with a row that a user enters; ""
// if it can be kept.
func FaultOfRow(r Value) string {
	f := figures[r.Name]
	switch {
	case f == nil:
		return "Số liệu: không có tên này. Xem danh sách: bhxh law list"
	case !r.From.Valid():
		return "Áp dụng từ ngày: phải có dạng 01/01/2027"
	case r.Amount < 0:
		return "Giá trị: không được âm"
	case f.values[0].Unit == "1/10 000" && r.Amount > perTenThousand:
		return "Giá trị: tỷ lệ không quá 100% (10.000 phần vạn)"
	case r.Basis == "":
		return "Căn cứ: phải ghi văn bản, ví dụ Nghị định 351/2025/NĐ-CP"
	}
	if last := f.values[len(f.values)-1]; r.From <= last.From {
		return "Áp dụng từ ngày: phải sau " + last.From.String() + ", ngày của giá trị mới nhất đi kèm chương trình"
	}
	return ""
}

// Get returns the figure of that name as it holds on the day; the user's row
// speaks where there is one.
func (s *Sach) Get(name string, on Day) (Value, bool) {
	if s != nil {
		if f := figures[name]; f != nil && on.Valid() {
			own := s.them[f.name]
			for i := len(own) - 1; i >= 0; i-- {
				if own[i].holds(on) {
					return own[i], true
				}
			}
		}
	}
	return Get(name, on)
}

// So returns the amount of the figure as it holds on the day; 0 means not known.
func (s *Sach) So(name string, on Day) int64 {
	v, _ := s.Get(name, on)
	return v.Amount
}

// Rows returns the user's rows, by figure and day.
func (s *Sach) Rows() []Value {
	if s == nil {
		return nil
	}
	var out []Value
	for _, name := range Names() {
		out = append(out, s.them[name]...)
	}
	return out
}
