package payroll

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// traits is what tells a person, as a line of a payroll or the roster has it.
type traits struct {
	hoTen, folded, maSo, cccd, maNV, phongBan string
	sinh                                      facts.NgaySinh
	gioi                                      facts.GioiTinh
}

// traitsOf takes the name folded, which costs too much to do it for everybody again.
func traitsOf(p *facts.NguoiLaoDong, folded string) traits {
	return traits{p.HoTen, folded, p.MaSoBHXH, p.SoCCCD, p.MaNV, p.PhongBan, p.NgaySinh, p.GioiTinh}
}

func traitsOfLine(r *facts.DongLuong) traits {
	t := traits{r.HoTen, codes.Fold(r.HoTen), r.MaSoBHXH, r.SoCCCD, r.MaNV, r.PhongBan, r.NgaySinh, r.GioiTinh}
	if len(t.maSo) == 12 { // the number of the person stands in the place of the mã số
		if t.cccd == "" {
			t.cccd = t.maSo
		}
		t.maSo = ""
	}
	return t
}

// Points of a likeness, for and against. Name and date of birth together are as
// much as the match by both (75); a number is as sure as two of the others.
const (
	tenGiong, tenKhongDau, tenGan, tenKhac      = 40, 35, 20, -30
	sinhGiong, sinhDao, sinhMotSo, sinhMotPhan  = 35, 25, 15, 10
	sinhKhac                                    = -25
	soGiong, soGan, soKhac                      = 45, 30, -20
	namTrongSo                                  = -15
	gioiGiong, gioiKhac                         = 3, -15
	maNVGiong, phongGiong                       = 15, 4
	mostPoints, mostOfTwins, doubtFrom, atLeast = 100, 55, 55, 30
	elsewhere                                   = -20
)

// likeness is how far two records look like one person: 0 to 100, and with words what
// speaks for it and against it.
type likeness struct {
	diem  int
	lyDo  []string
	doi   bool // may be twins
	words bool // lyDo is wanted
}

// add counts points; the words are what both have, or what each has.
func (l *likeness) add(points int, what string, each ...string) {
	l.diem += points
	if !l.words {
		return
	}
	if len(each) > 0 {
		what += ": " + strings.Join(each, " và ")
	}
	l.lyDo = append(l.lyDo, what)
}

// alike compares two records of people. Facts that one of them lacks say nothing.
func alike(a, b *traits, words bool) likeness {
	l := likeness{words: words}
	name := l.names(a, b)
	l.births(a.sinh, b.sinh)
	near := l.numbers("mã số BHXH", a.maSo, b.maSo)
	cmnd := len(a.cccd) != len(b.cccd) && (len(a.cccd) == 9 || len(b.cccd) == 9) // an older paper than the other's says nothing
	nearID := !cmnd && l.numbers("số CCCD", a.cccd, b.cccd)
	l.readNumber(a, b)
	l.readNumber(b, a)
	switch {
	case a.gioi == "" || b.gioi == "":
	case a.gioi == b.gioi:
		l.add(gioiGiong, "cùng giới tính")
	default:
		l.add(gioiKhac, "khác giới tính")
	}
	if a.maNV != "" && a.maNV == b.maNV {
		l.add(maNVGiong, "cùng mã nhân viên")
	}
	if a.phongBan != "" && b.phongBan != "" && (a.phongBan == b.phongBan || l.words && codes.Fold(a.phongBan) == codes.Fold(b.phongBan)) {
		l.add(phongGiong, "cùng phòng ban")
	}
	if (near || nearID || siblings(a.cccd, b.cccd)) && a.sinh.Full() && a.sinh == b.sinh && name < sameFolded && sameFamily(a.folded, b.folded) {
		l.doi = true
		l.diem = min(l.diem, mostOfTwins)
		l.add(0, "có thể là anh chị em sinh đôi: cùng họ, cùng ngày sinh, số gần nhau, tên khác")
	}
	l.diem = max(0, min(l.diem, mostPoints))
	return l
}

// How two names stand to each other.
const (
	otherName = iota
	nearName
	sameFolded
	sameSpelling
)

func (l *likeness) names(a, b *traits) int {
	switch {
	case a.folded == "" || b.folded == "":
		return otherName
	case a.folded == b.folded && (a.hoTen == b.hoTen || toneLast(a.hoTen) == toneLast(b.hoTen)):
		l.add(tenGiong, "cùng họ tên")
		return sameSpelling
	case a.folded == b.folded:
		l.add(tenKhongDau, "họ tên chỉ khác dấu", a.hoTen, b.hoTen)
		return sameFolded
	case nearNames(a.folded, b.folded):
		l.add(tenGan, "họ tên khác một chữ cái hoặc thiếu chữ đệm", a.hoTen, b.hoTen)
		return nearName
	}
	l.add(tenKhac, "khác họ tên", a.hoTen, b.hoTen)
	return otherName
}

// nearNames reports whether two folded names are one but for a letter or for words in
// the middle.
func nearNames(a, b string) bool { return oneStep(a, b) || shorter(a, b) || shorter(b, a) }

// shorter reports whether a is b without some of the words in its middle.
func shorter(a, b string) bool {
	if len(a) >= len(b) || a == "" || a[0] != b[0] || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) < 2 || len(x) >= len(y) || x[0] != y[0] || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	i := 0
	for _, w := range y {
		if i < len(x) && x[i] == w {
			i++
		}
	}
	return i == len(x)
}

func sameFamily(a, b string) bool {
	x, _, _ := strings.Cut(a, " ")
	y, _, _ := strings.Cut(b, " ")
	return x != "" && x == y
}

func (l *likeness) births(a, b facts.NgaySinh) {
	points, what := sinhKhac, "khác ngày sinh"
	switch {
	case a == 0 || b == 0:
		return
	case a == b:
		points, what = sinhGiong, "cùng ngày sinh"
	case (!a.Full() || !b.Full()) && a.Year() == b.Year():
		points, what = sinhMotPhan, "cùng năm sinh, một bên không ghi đủ ngày"
	case a.Full() && b.Full() && turned(a) == law.Day(b):
		points, what = sinhDao, "ngày sinh đảo ngày và tháng"
	case a.Full() && b.Full() && oneDigit(int(a), int(b)):
		points, what = sinhMotSo, "ngày sinh khác một chữ số"
	}
	switch {
	case !l.words:
		l.diem += points
	case a == b:
		l.add(points, what, a.String())
	default:
		l.add(points, what, a.String(), b.String())
	}
}

// turned is a day with its month and its day of the month in each other's place.
func turned(n facts.NgaySinh) law.Day {
	d := law.Day(n)
	return law.DayOf(d.Year(), d.Dom(), d.Month().Num())
}

// oneDigit reports whether two numbers of as many digits differ in one.
func oneDigit(a, b int) bool {
	n := 0
	for ; a > 0 || b > 0; a, b = a/10, b/10 {
		if a%10 != b%10 {
			n++
		}
	}
	return n == 1
}

// numbers compares two numbers of the same kind.
func (l *likeness) numbers(name, a, b string) (near bool) {
	switch {
	case a == "" || b == "":
		return false
	case a == b:
		l.add(soGiong, "cùng "+name, a)
		return false
	case oneStep(a, b):
		l.add(soGan, name+" chỉ khác một chữ số hoặc đảo hai chữ số", a, b)
		return true
	}
	l.add(soKhac, "khác "+name, a, b)
	return false
}

// readNumber holds the year of birth that the CCCD of one carries against the other's
// birth, where that one has no CCCD of its own.
func (l *likeness) readNumber(a, b *traits) {
	year, _, _, ok := facts.DocCCCD(a.cccd)
	if ok && b.cccd == "" && b.sinh != 0 && b.sinh.Year() != year {
		l.add(namTrongSo, "năm sinh trong số CCCD khác ngày sinh", a.cccd, b.sinh.String())
	}
}

// siblings reports whether two CCCD are of the same place, sex or not, and year, with
// numbers that were given out within a hundred of each other.
func siblings(a, b string) bool {
	const shared, century, tail = 6, 3, 10
	return len(a) == 12 && len(b) == 12 && a != b && a[:century] == b[:century] && a[century+1:shared] == b[century+1:shared] && a[shared:tail] == b[shared:tail]
}

// oneStep reports whether two texts differ by one letter that is another, missing or
// too many, or by two neighbours in each other's place. Letters beyond ASCII count as
// several, which folded names and numbers do not have.
func oneStep(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) < len(b):
		return a[i:] == b[i+1:]
	case a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
