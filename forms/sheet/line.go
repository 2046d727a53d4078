package sheet

import (
	"fmt"
	"strings"

	"ankhai/forms/law"
)

// fieldAt numbers the facts, so that a line's cells can be found by fact.
var fieldAt = func() map[string]int {
	m := map[string]int{}
	for i, f := range fields {
		m[f.name] = i
	}
	return m
}()

// lines reads the lines under one header.
type lines struct {
	faults
	book   *reading
	g      *grid
	cols   [maxCols]int8 // fact of each column, -1 for none
	own    [maxCols]string
	haveC  map[string]bool // facts that have a column
	l1     bool
	portal bool // codes are those of the portal

	at      []*cell // the current line's cells by fact
	num     int
	dept    string
	stopped bool // signatures were seen
	hidden  []int
	house   []int
	usDate  map[string][]string // by fact: cells that fit only month first
	ambig   map[string]string   // by fact: a cell that fits both ways
	payLost bool                // the pay's cell had a formula without a result
	people  int

	days      *dayHeads // of a timesheet
	timesheet bool      // the sheet says nothing but days
	month0    law.Month // of the sheet, or the one asked for
}

func newLines(b *reading, g *grid, info *SheetInfo, hs []head) *lines {
	l := &lines{faults: faults{sheet: info.Name}, book: b, g: g, haveC: map[string]bool{}, l1: info.Layout == "L1", portal: info.Layout == layoutPortal,
		at: make([]*cell, len(fields)), usDate: map[string][]string{}, ambig: map[string]string{}}
	for i := range l.cols {
		l.cols[i] = -1
	}
	for _, c := range info.Columns {
		col, _, ok := parseCell([]byte(c.Col + "1"))
		if i, known := fieldAt[c.Field]; ok && known && col < maxCols && c.Field != fBoQua && c.Field != fNgayCham {
			l.cols[col] = int8(i)
			l.haveC[c.Field] = true
		}
	}
	for c, h := range hs {
		l.own[c] = h.own
	}
	return l
}

// cell returns the current line's cell of a fact, nil when blank.
func (l *lines) cell(name string) *cell { return l.at[fieldAt[name]] }

func (l *lines) place(c *cell) string { return cellName(int(c.col), l.num) }

// placeOf is where a fact of the current line stands or should stand.
func (l *lines) placeOf(name string) string {
	for c, f := range l.cols {
		if f >= 0 && int(f) == fieldAt[name] {
			return cellName(c, l.num)
		}
	}
	return cellName(0, l.num)
}

// take reads one row: a person, or one of the many other things that stand in
// payrolls.
func (l *lines) take(r row) {
	cells := l.stand(r)
	if l.repeatsHead(cells) {
		return
	}
	switch l.kind(cells) {
	case linePerson:
		l.person(r)
	case lineUnsure:
		c := l.nameCell()
		l.loi(l.place(c), clean(c.s), xlUnsureLine,
			"Dòng này có tên và số tiền nhưng không có số thứ tự, mã số, ngày sinh, chức danh: chưa rõ là người lao động hay dòng cộng nên chưa nhận. Ghi thêm mã số nếu là người lao động", "")
	case lineNoName:
		c := l.cell(fMucLuong)
		l.nhac(l.place(c), clean(c.s), xlUnsureLine,
			"Dòng này có lương đóng BHXH nhưng không có họ tên và mã số: được coi là dòng cộng. Ghi họ tên nếu là người lao động", "")
	case lineHousehold:
		l.house = append(l.house, r.num)
	}
}

// stand makes a row the current line.
func (l *lines) stand(r row) []cell {
	cells := l.g.of(r)
	l.num = r.num
	clear(l.at)
	for i := range cells {
		if f := l.cols[cells[i].col]; f >= 0 && strings.TrimSpace(cells[i].s) != "" || f >= 0 && cells[i].kind == cellNoValue {
			l.at[f] = &cells[i]
		}
	}
	return cells
}

type lineKind uint8

const (
	lineOther lineKind = iota // title, department, sum, signature
	linePerson
	lineUnsure
	lineNoName
	lineHousehold
)

func (l *lines) kind(cells []cell) lineKind {
	maSo, cccd := l.cell(fMaSo), l.cell(fCCCD)
	if !(idLike(maSo) || idLike(cccd)) && l.total(cells) {
		return lineOther // a sum may count heads under the numbers of people
	}
	stt := l.cell(fSTT)
	numbered := stt != nil && allDigits(strings.TrimSuffix(strings.TrimSpace(stt.s), "."))
	if !numbered && !idLike(maSo) && !idLike(cccd) { // signatures stand under any column
		if l.signature(cells) {
			l.stopped = true
			return lineOther
		}
		if l.stopped && !hasNumber(cells) {
			return lineOther
		}
	}
	if maSo != nil || cccd != nil {
		return linePerson
	}
	name := l.nameCell()
	evidence := l.cell(fNgaySinh) != nil || l.cell(fSinhNam) != nil || l.cell(fSinhNu) != nil || l.cell(fGioiTinh) != nil || l.cell(fNu) != nil || l.cell(fChucDanh) != nil || l.cell(fMaNV) != nil || l.cell(fPhuongAn) != nil
	amounts := 0
	for i := range cells {
		if cells[i].numeric() && &cells[i] != stt || cells[i].kind == cellNoValue {
			amounts++
		}
	}
	if name == nil {
		if text := soleText(cells); text != "" && !evidence {
			l.setDept(text) // with its sums beside it, often
		} else if l.l1 && !numbered {
			return lineHousehold
		} else if l.cell(fMucLuong) != nil && !evidence {
			return lineNoName
		} else if evidence && amounts > 0 {
			return linePerson // somebody without a name: named as a problem
		}
		return lineOther
	}
	text := clean(name.s)
	switch {
	case !evidence && departmentName(text), !evidence && !numbered && stt != nil:
		l.setDept(text)
		return lineOther
	case evidence || numbered:
		return linePerson
	case l.stopped:
		return lineOther
	case amounts > 0 && !l.tells():
		return linePerson
	case amounts > 0:
		return lineUnsure
	}
	l.setDept(text)
	return lineOther
}

// nameCell is where the name stands, or the family name where it has a column of its
// own; nil when both are blank.
func (l *lines) nameCell() *cell {
	if c := l.cell(fHoTen); c != nil {
		return c
	}
	return l.cell(fHoDem)
}

// idLike reports whether a cell holds the number of a person, not a count.
func idLike(c *cell) bool {
	if c == nil {
		return false
	}
	n := 0
	for i := range c.s {
		n += boolInt(c.s[i] >= '0' && c.s[i] <= '9')
	}
	return n > 6 && 2*n > len(c.s)
}

func hasNumber(cells []cell) bool {
	for i := range cells {
		if cells[i].numeric() || cells[i].kind == cellNoValue {
			return true
		}
	}
	return false
}

// tells reports whether the sheet has a column by which people and sums differ.
func (l *lines) tells() bool {
	for _, f := range [...]string{fSTT, fMaNV, fMaSo, fCCCD, fNgaySinh, fSinhNam, fSinhNu, fGioiTinh, fNu, fChucDanh, fPhuongAn} {
		if l.haveC[f] {
			return true
		}
	}
	return false
}

// repeatsHead tells the header printed again on a later page.
func (l *lines) repeatsHead(cells []cell) bool {
	for i := range cells {
		if cells[i].numeric() && len(cells[i].s) > 4 {
			return false // heads are no amounts
		}
	}
	same := 0
	for i := range cells {
		if own := l.own[cells[i].col]; own != "" && cells[i].kind == cellText && len(cells[i].s) < 100 && headKey(cells[i].s) == own {
			same++
		}
	}
	return same >= 3
}

// total tells «Cộng», «Tổng cộng», «Cộng bộ phận». The marks matter: Tống and
// Công are names.
func (l *lines) total(cells []cell) bool {
	looked := 0
	for i := range cells {
		if !cells[i].words() {
			continue
		}
		s := strings.ToLower(clean(cells[i].s))
		first, _, _ := strings.Cut(strings.TrimRight(s, ":. "), " ")
		first = strings.TrimRight(first, ":.")
		switch {
		case first == "cộng" || first == "tổng":
			return true
		case s == "tong" || s == "cong" || s == "tong cong" || strings.HasPrefix(s, "tong cong "):
			return true
		}
		if looked++; looked == 3 {
			break
		}
	}
	return false
}

var signatures = []string{"nguoi lap", "nguoi lap bieu", "ke toan truong", "ky ho ten", "ky ghi ro ho ten", "ky ten", "thu truong don vi", "giam doc", "tong giam doc", "truong phong nhan su", "lap bieu"}

func (l *lines) signature(cells []cell) bool {
	if hasNumber(cells) {
		return false
	}
	for i := range cells {
		k := headKey(cells[i].s)
		if len(k) > 80 {
			continue
		}
		day := strings.Contains(k, "ngay") && hasWords(k, "thang") && hasWords(k, "nam")
		if day || anyWords(k, signatures) && !(l.cell(fHoTen) != nil && &cells[i] == l.cell(fChucDanh)) {
			return true
		}
	}
	return false
}

// soleText returns the one text of a row, when it has one or a mark such as
// «I» or «A» beside it.
func soleText(cells []cell) string {
	text := ""
	for i := range cells {
		if !cells[i].words() {
			continue
		}
		s := clean(cells[i].s)
		if len([]rune(s)) <= 3 && text == "" && mark(s) {
			continue
		}
		if s == "" {
			continue
		}
		if text != "" {
			return ""
		}
		text = s
	}
	return text
}

// mark reports whether s is a number, a Roman number or a letter of a list.
func mark(s string) bool {
	s = strings.TrimRight(s, ".)-/: ")
	return s != "" && len(s) <= 5 && (allDigits(s) || strings.Trim(s, "IVXLC") == "" || len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z')
}

func (l *lines) setDept(s string) {
	if i := strings.IndexAny(s, ".)-/: "); i > 0 && mark(s[:i]) {
		s = strings.TrimLeft(s[i:], ".)-/: ")
	}
	l.dept = strings.TrimRight(s, ": ")
}

var departments = []string{"tổ", "phòng", "xưởng", "bộ phận", "chuyền", "ban giám đốc", "ban tổng giám đốc", "ban quản lý", "ban điều hành", "đội", "khối", "phân xưởng", "nhà máy", "văn phòng", "chi nhánh",
	"cửa hàng", "kho", "bp", "px", "van phong", "phan xuong", "bo phan", "nha may", "chi nhanh"}

func departmentName(s string) bool {
	s = strings.ToLower(s)
	for _, d := range departments {
		if s == d || strings.HasPrefix(s, d+" ") || strings.HasPrefix(s, d+".") {
			return true
		}
	}
	return false
}

// finish says what concerns the sheet as a whole.
func (l *lines) finish() {
	if n := len(l.hidden); n > 0 {
		l.nhac(fmt.Sprintf("A%d", l.hidden[0]), "", xlHiddenRows, fmt.Sprintf("Có %d người nằm ở dòng ẩn, từ dòng %d: vẫn được đọc. Bỏ dòng ẩn trong Excel để xem, xoá nếu không còn làm việc", n, l.hidden[0]), "")
	}
	if n := len(l.house); n > 0 {
		l.nhac(fmt.Sprintf("A%d", l.house[0]), "", xlHousehold, fmt.Sprintf("Có %d dòng thành viên hộ gia đình, từ dòng %d: không thuộc bảng lương nên không đọc", n, l.house[0]), "")
	}
	for f, cells := range l.usDate {
		if at := l.ambig[f]; at != "" {
			l.nhac(at, "", xlMonthFirst, labelOf(f)+": cột này có ngày viết tháng trước ngày sau (ô "+cells[0]+"), nên những ngày như ô "+at+" có thể bị hiểu ngược. Xem lại cả cột", "")
		}
	}
	if g := l.g; g.dimension > g.lastRow {
		l.nhac("", "", xlShort, fmt.Sprintf("Trang tính ghi là có đến dòng %d nhưng chỉ có đến dòng %d. Mở bằng Excel xem có mất dòng không", g.dimension, g.lastRow), "")
	}
	if l.people == 0 || l.timesheet {
		return
	}
	if !l.haveC[fMucLuong] && !l.haveC[fHeSo] {
		l.loi("", "", xlNoColumn, "Không có cột Mức lương đóng BHXH: chưa biết mức lương của "+fmt.Sprint(l.people)+" người. "+l.maybePay(), "")
	}
	if !l.haveC[fMaSo] && !l.haveC[fCCCD] {
		l.nhac("", "", xlNoColumn, "Không có cột Mã số BHXH và Số CCCD: phải nhận ra người theo họ tên và ngày sinh. Thêm một trong hai cột", "")
	}
}

// where a person's identifiers stand, for problems over several lines, and the row
// itself.
type where struct {
	sheet, name, maSo, cccd string

	of *lines
	in row
}
