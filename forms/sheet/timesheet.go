package sheet

import (
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// times reads the days of the current line.
func (l *lines) times(cells []cell) facts.ChamCong {
	d := l.days
	halves := make([]byte, 0, 2*len(d.days))
	at := 0
	for c := d.col; c < d.col+len(d.days); c++ {
		for at < len(cells) && int(cells[at].col) < c {
			at++
		}
		day := string([]byte{facts.NuaTrong, facts.NuaTrong})
		if at < len(cells) && int(cells[at].col) == c {
			day = l.dayOf(&cells[at])
		}
		halves = append(halves, day...)
	}
	if strings.Trim(string(halves), string(rune(facts.NuaTrong))) == "" {
		return facts.ChamCong{} // nothing was written for anybody's day
	}
	return facts.ChamCong{Noi: facts.Noi{Sheet: l.sheet, O: cellName(d.col, l.num)}, Tu: d.first(l.month0), Nua: string(halves)}
}

// dayOf reads one day.
func (l *lines) dayOf(c *cell) string {
	unsure := string([]byte{facts.NuaChuaRo, facts.NuaChuaRo})
	switch c.kind {
	case cellNoValue:
		l.loi(l.place(c), "", xlNoResult, "Ngày công: công thức chưa có kết quả lưu trong tệp. Mở bằng Excel, bấm F9 rồi lưu lại, hoặc chép thành giá trị", "")
		return unsure
	case cellError:
		l.loi(l.place(c), c.s, xlCellError, "Ngày công: ô báo lỗi "+c.s+". Sửa công thức trong Excel rồi lưu lại", "")
		return unsure
	}
	key := symbolKey(c.s)
	if key == "" {
		return string([]byte{facts.NuaTrong, facts.NuaTrong})
	}
	if halves, ok := l.book.signs.look(key, l.sheet, l.place(c)); ok {
		return halves
	}
	return unsure
}

// unexplained names the signs that nobody has explained, each once.
func (b *reading) unexplained() {
	list := b.signs.list()
	b.book.Symbols = list
	f := faults{}
	for _, s := range list {
		if s.Meaning != "" {
			continue
		}
		f.sheet = s.Sheet
		f.loi(s.Cell, s.Symbol, xlSymbol, fmt.Sprintf("Bảng chấm công: chưa biết ký hiệu %s nghĩa là gì (có ở %d ô), những ngày đó chưa tính. Chỉ ra một lần ở Cách đọc tệp, hoặc ghi dòng chú thích “%s: nghỉ phép” trong tệp", s.Symbol, s.Count, s.Symbol), "")
	}
	b.book.Problems = append(b.book.Problems, f.list...)
}

// MergeTimes puts the days of a timesheet to the people of a payroll, found by mã
// nhân viên, mã số BHXH, số CCCD, or a name that is one person's in both. What the
// payroll itself says of days stays. Left are those whom the payroll does not have.
func MergeTimes(rows, times []facts.DongLuong) (met int, left []Problem) {
	at := newTimeIndex(rows)
	names := map[string]int{}
	for i := range times {
		names[codes.Fold(times[i].HoTen)]++
	}
	for i := range times {
		t := &times[i]
		if !t.ChamCong.Co() {
			continue
		}
		k := at.find(t, names[codes.Fold(t.HoTen)] == 1)
		if k < 0 {
			left = append(left, Problem{t.Noi.Sheet, t.Noi.O, t.HoTen, xlTimeOnly, form.Nhac,
				"Người này có trong bảng chấm công nhưng không tìm thấy trong bảng lương. Ghi cùng mã nhân viên hoặc số CCCD ở hai bảng", ""})
			continue
		}
		met++
		rows[k].ChamCong = t.ChamCong
		daysWorked(&rows[k])
	}
	return met, left
}

// daysWorked fills the days of a line that the payroll does not say itself.
func daysWorked(d *facts.DongLuong) {
	if n, ok := d.ChamCong.HuongLuong(); ok && !d.NgayCongBiet {
		d.NgayCong, d.NgayCongBiet = n, true
	}
	if d.KhongLuong == 0 {
		d.KhongLuong = d.ChamCong.Ngay(facts.NuaKhongLuong)
	}
}

// timeIndex finds people of a payroll; -1 marks a key that two of them share.
type timeIndex map[string]int

func newTimeIndex(rows []facts.DongLuong) timeIndex {
	x := timeIndex{}
	put := func(kind, key string, i int) {
		if key == "" {
			return
		}
		if k, ok := x[kind+key]; ok && k != i {
			i = -1
		}
		x[kind+key] = i
	}
	for i := range rows {
		d := &rows[i]
		put("nv:", strings.ToUpper(d.MaNV), i)
		put("ms:", d.MaSoBHXH, i)
		put("cc:", d.SoCCCD, i)
		put("ten:", codes.Fold(d.HoTen), i)
	}
	return x
}

func (x timeIndex) find(t *facts.DongLuong, sole bool) int {
	for _, k := range []string{"nv:" + strings.ToUpper(t.MaNV), "ms:" + t.MaSoBHXH, "cc:" + t.SoCCCD} {
		if i, ok := x[k]; ok && !strings.HasSuffix(k, ":") {
			return i
		}
	}
	if i, ok := x["ten:"+codes.Fold(t.HoTen)]; ok && sole && t.HoTen != "" {
		return i
	}
	return -1
}

// mergeTimes joins the timesheets of a workbook to its payroll.
func (b *reading) mergeTimes() {
	if len(b.book.Rows) == 0 || len(b.book.Times) == 0 {
		return
	}
	_, left := MergeTimes(b.book.Rows, b.book.Times)
	b.book.Problems = append(b.book.Problems, left...)
	b.book.Times = nil
}

// remember keeps what the signs of this workbook were found to mean, for the next.
func (b *reading) remember() {
	learnt := map[string]string{}
	for k, v := range b.signs.company {
		learnt[k] = v
	}
	for _, s := range b.signs.seen {
		if s.From == "tep" && !strings.Contains(s.Symbol, "/") {
			learnt[s.Symbol] = s.Meaning
		}
	}
	if len(learnt) > 0 {
		b.book.Mapping.Symbols = learnt
	}
}
