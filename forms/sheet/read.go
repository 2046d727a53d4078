package sheet

import (
	"context"
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// reading is one run of Read.
type reading struct {
	opt    Options
	ix     *index
	book   *Book
	wheres []where // beside book.Rows
	slips  int     // searches for typing slips that are left
	signs  *symbols
	olds   map[oldKey]oldAnswer // texts that were looked at for an older encoding
}

type oldKey struct {
	s    string
	look look
}

type oldAnswer struct {
	to  string
	old bool
}

// maxOlds bounds the memory of texts: titles and departments come again and again.
const maxOlds = 1 << 12

// oldEncoding is the function of the name, which remembers.
func (b *reading) oldEncoding(s string, l look) (string, bool) {
	k := oldKey{s, l}
	if r, ok := b.olds[k]; ok {
		return r.to, r.old
	}
	to, old := oldEncoding(s, l)
	if b.olds == nil {
		b.olds = map[oldKey]oldAnswer{}
	}
	if len(b.olds) < maxOlds {
		b.olds[k] = oldAnswer{to, old}
	}
	return to, old
}

func (b *reading) add(d facts.DongLuong, w where, timesheet bool) {
	if timesheet {
		b.book.Times = append(b.book.Times, d)
		return
	}
	b.book.Rows = append(b.book.Rows, d)
	b.wheres = append(b.wheres, w)
}

// tab is a sheet whose values were read, with the header found on it.
type tab struct {
	info  SheetInfo
	g     *grid
	f     found
	has   bool         // a header
	known *knownLayout // a layout known by its places; nil for any other
	empty bool
	ours  bool // the lists to choose from, of a workbook that we wrote
	month int  // of its title, 0 when none
	year  int
	days  *dayHeads // of a timesheet; nil where there are none
	f2    faults
}

// timesheet reports whether the sheet only says who was there on which day.
func (t *tab) timesheet() bool { return t.days != nil && !t.pays() }

// Read reads a workbook. What is wrong with the file as a whole is an error
// that wraps a *Refusal (see Say); what is wrong with its contents is in
// Problems, all of it at once. The bytes are only read.
func Read(ctx context.Context, data []byte, opt Options) (*Book, error) {
	b := &reading{opt: opt, slips: maxSlips, book: &Book{Sheets: []SheetInfo{}, Rows: []facts.DongLuong{}, Problems: []Problem{}}}
	if err := b.read(ctx, data); err != nil {
		return nil, fmt.Errorf("read workbook: %w", err)
	}
	return b.book, nil
}

func (b *reading) read(ctx context.Context, data []byte) error {
	w, err := open(data, b.opt.Name)
	if err != nil {
		return err
	}
	b.ix = w.ix
	b.signs = &symbols{legend: map[string]string{}, seen: map[string]*Symbol{}}
	if b.opt.Mapping != nil {
		b.signs.company = b.opt.Mapping.Symbols
		b.book.Mapping.Layouts = append(b.book.Mapping.Layouts, b.opt.Mapping.Layouts...)
	}
	var tabs []*tab
	if err := w.sheets(ctx, b.opt.Progress, func(s sheetPart, g *grid) { tabs = append(tabs, b.look(s, g)) }); err != nil {
		return err
	}
	if w.text != nil {
		tabs[0].ofText(w)
	}
	b.choose(tabs)
	for _, t := range tabs {
		if t.info.Used && t.days != nil {
			b.signs.readLegend(t.g)
		}
	}
	for _, t := range tabs {
		if err := ctx.Err(); err != nil {
			return err
		}
		if t.info.Used {
			b.readTab(t)
		}
		b.book.Problems = append(b.book.Problems, t.f2.list...)
		b.book.Sheets = append(b.book.Sheets, t.info)
		t.g = nil
	}
	b.summaries()
	b.twice()
	b.keepLines()
	b.unexplained()
	b.mergeTimes()
	b.remember()
	if b.opt.Converted {
		f := faults{}
		f.nhac("", b.opt.Name, xlConverted, "Tệp kiểu cũ đã được LibreOffice chuyển sang .xlsx rồi mới đọc. Nếu số liệu khác tệp gốc thì mở bằng Excel, lưu thành Excel Workbook (.xlsx) rồi nhập", "")
		b.book.Problems = append(b.book.Problems, f.list...)
	}
	w.done(b.opt.Progress)
	return nil
}

// look finds the header of a sheet.
func (b *reading) look(s sheetPart, g *grid) *tab {
	t := &tab{info: SheetInfo{Name: clean(s.name), Columns: []ColumnMap{}}, g: g, empty: len(g.rows) == 0, f2: faults{sheet: clean(s.name)}}
	if listsOfCodes(g) {
		t.info.Reason, t.ours = "danh mục để chọn", true
		return t
	}
	if s.hidden {
		t.info.Reason = "trang tính ẩn"
		return t
	}
	table := newHeadTable(g)
	if f, known := table.findKnown(); known != nil {
		t.f, t.has, t.known = f, true, known
	} else if t.f, t.has = table.findHead(&matcher{memo: map[string]guess{}}); !t.has {
		t.f, t.has = table.findHead(&matcher{slips: &b.slips, memo: map[string]guess{}})
	}
	if !t.has {
		return t
	}
	m := &matcher{slips: &b.slips, memo: map[string]guess{}}
	for c, h := range t.f.heads {
		if t.known == nil {
			t.f.guess[c] = m.guess(h)
		}
	}
	t.info.HeadFrom, t.info.HeadTo = table.rows[t.f.i].num, table.rows[t.f.i+t.f.n-1].num
	for _, o := range table.old {
		if o.num >= t.info.HeadFrom && o.num <= t.info.HeadTo {
			t.f2.nhac(o.at, o.was, xlOldConverted, "Tiêu đề gõ bằng bảng mã cũ (TCVN3, VNI), đã chuyển sang Unicode để nhận cột. Xem lại cột nào là gì", "")
			break
		}
	}
	if t.known == nil {
		placeWords(t.f)
	}
	t.info.Key = layoutKey(t.f.heads)
	remembered := b.book.Mapping.get(t.info.Key)
	if t.known != nil && remembered == nil {
		t.info.Columns = placed(t.f)
	} else {
		t.info.Columns = columns(t.f, table, remembered, &t.f2)
	}
	if t.info.Layout = layoutName(t.f.heads, t.info.Columns); t.known != nil {
		t.info.Layout = t.known.name
	}
	t.month, t.year = titleMonth(t.info.Name)
	for i := range t.f.i {
		for _, c := range g.of(table.rows[i]) {
			if m, y := titleMonth(c.s); c.kind == cellText && y != 0 {
				t.month, t.year = m, y
			}
		}
	}
	if t.days = table.findDays(t.f); t.days != nil {
		t.dayColumns()
	}
	if t.info.Num = t.month; t.year != 0 {
		t.info.Month = law.MonthOf(t.year, t.month)
	}
	return t
}

// choose decides which sheets are read: those with a header, of the month
// asked for where sheets name several, and those with the pay where some lack it.
func (b *reading) choose(tabs []*tab) {
	want := b.opt.Month
	months, whole, paid, heads := map[int]bool{}, map[law.Month]bool{}, false, 0
	for _, t := range tabs {
		if t.has {
			heads++
			if t.month != 0 {
				months[t.month] = true
			}
			if t.info.Month.Valid() {
				whole[t.info.Month] = true
			}
			paid = paid || t.pays()
		}
	}
	for _, t := range tabs {
		switch {
		case t.ours:
			continue
		case t.info.Reason != "":
		case !t.has && t.empty:
			t.info.Reason = "trang tính trống"
			continue
		case !t.has:
			t.info.Reason = "không tìm thấy dòng tiêu đề có cột Họ và tên"
		case len(months) > 1 && want.Valid() && months[want.Num()] && t.month != 0 && t.month != want.Num():
			t.info.Reason = fmt.Sprintf("là bảng của tháng %d", t.month)
		case len(whole) > 1 && whole[want] && t.info.Month.Valid() && t.info.Month != want:
			t.info.Reason = "là bảng của tháng " + t.info.Month.String()
		case paid && !t.pays() && t.days == nil:
			t.info.Reason = "không có cột Mức lương đóng BHXH"
		default:
			t.info.Used = true
			if m := t.info.Month; want.Valid() && m.Valid() && m != want {
				t.f2.nhac("", "", xlOtherMonth, "Trang tính ghi tháng "+m.String()+" nhưng đang nhập tháng "+want.String()+". Xem lại có đúng tệp không", "")
			}
			continue
		}
		if heads > 0 {
			t.f2.nhac("", "", xlSheetSkipped, "Không đọc trang tính này: "+t.info.Reason, "")
		}
	}
	if heads == 0 {
		f := faults{}
		if len(tabs) > 0 {
			f.sheet = tabs[0].info.Name
		}
		f.loi("", "", xlNoHead, "Không tìm thấy dòng tiêu đề. Cần có cột Họ và tên, cột Mã số BHXH hoặc Số CCCD, và cột Mức lương đóng BHXH", "")
		b.book.Problems = append(b.book.Problems, f.list...)
	}
}

// pays reports whether the sheet says the pay or the phương án of people.
func (t *tab) pays() bool {
	for _, c := range t.info.Columns {
		if c.Field == fMucLuong || c.Field == fHeSo || c.Field == fPhuongAn {
			return true
		}
	}
	return false
}

// dayColumns says of the columns of a timesheet what they are.
func (t *tab) dayColumns() {
	for c := t.days.col; c < t.days.col+len(t.days.days); c++ {
		x := ColumnMap{colName(c), "", fNgayCham, 95}
		if c < len(t.f.heads) {
			x.Head = t.f.heads[c].text
		}
		i := slices.IndexFunc(t.info.Columns, func(m ColumnMap) bool { return m.Col == x.Col })
		if i < 0 {
			t.info.Columns = append(t.info.Columns, x)
			continue
		}
		t.info.Columns[i] = x
	}
	slices.SortStableFunc(t.info.Columns, func(a, b ColumnMap) int { return colNumber(a.Col) - colNumber(b.Col) })
	if t.info.Layout == "" || t.timesheet() {
		t.info.Layout = layoutTimes
	}
}

func colNumber(name string) int {
	c, _, _ := parseCell([]byte(name + "1"))
	return c
}

func (b *reading) readTab(t *tab) {
	l := newLines(b, t.g, &t.info, t.f.heads)
	from := t.f.i + t.f.n
	if t.days != nil {
		from = max(from, t.days.row+1)
		l.days, l.timesheet, l.month0 = t.days, t.timesheet(), t.info.Month
		if !l.month0.Valid() {
			l.month0 = b.opt.Month
		}
	}
	rows := t.g.rows[min(from, len(t.g.rows)):]
	if !l.timesheet {
		b.book.Rows, b.wheres = slices.Grow(b.book.Rows, len(rows)), slices.Grow(b.wheres, len(rows))
	}
	for i, r := range rows {
		if i == 0 && indexRow(t.g.of(r)) {
			continue
		}
		l.take(r)
	}
	l.finish()
	t.info.Rows = l.people
	t.f2.list = append(t.f2.list, l.list...)
	b.book.Mapping.Set(LayoutMap{t.info.Key, t.info.Layout, t.info.Columns})
}
