package payroll

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
)

// index finds people of the roster. The names are folded only when somebody
// is not found by a number.
type index struct {
	roster []facts.NguoiLaoDong
	maSo   map[string]int
	cccd   map[string]int
	twice  map[string]bool // numbers that the roster has more than once
	names  map[string][]int
	folded []string // the names, made with names
}

func newIndex(roster []facts.NguoiLaoDong) *index {
	x := &index{roster: roster, maSo: make(map[string]int, len(roster)), cccd: make(map[string]int, len(roster)), twice: map[string]bool{}}
	for i := range roster {
		p := &roster[i]
		for k, m := range [2]map[string]int{x.maSo, x.cccd} {
			id := [2]string{p.MaSoBHXH, p.SoCCCD}[k]
			if id == "" {
				continue
			}
			if _, ok := m[id]; ok {
				x.twice[id] = true
			}
			m[id] = i
		}
	}
	return x
}

func (x *index) named(name string) []int {
	if x.names == nil {
		x.names = make(map[string][]int, len(x.roster))
		x.folded = make([]string, len(x.roster))
		for i := range x.roster {
			k := codes.Fold(x.roster[i].HoTen)
			x.folded[i] = k
			x.names[k] = append(x.names[k], i)
		}
	}
	if name == "" {
		return nil
	}
	return x.names[codes.Fold(name)]
}

// byName finds the one person with a name and a full date of birth, or with a
// name and the company's own number of the person.
func (x *index) byName(name string, birth facts.NgaySinh, maNV string) (int, bool) {
	at, n := 0, 0
	for _, i := range x.named(name) {
		p := &x.roster[i]
		if birth.Full() && p.NgaySinh == birth || !(birth.Full() && p.NgaySinh.Full()) && maNV != "" && p.MaNV == maNV {
			at, n = i, n+1
		}
	}
	return at, n == 1
}

// hit is the person a line was found to mean.
type hit struct {
	at       int // in the roster, -1 for nobody
	conf     int
	byNumber bool
	loai     string // why a person must look, "" when clear
	also     []int  // others of the roster whom the line may mean
	say      string
}

// How sure a match is: by a person's word, by the mã số, by the CCCD, by name with
// birth; that somebody is new.
const byWord, byMaSo, byCCCD, byNameConf, newConf = 100, 98, 95, 75, 90

const joinHint = ". Nếu là một người thì gộp hai bản ghi (bhxh people duplicates), nếu không thì sửa số"

// find looks by mã số BHXH, then CCCD, then name with birth.
func (x *index) find(r *facts.DongLuong) hit {
	a, okA := -1, false
	if r.MaSoBHXH != "" {
		if a, okA = x.maSo[r.MaSoBHXH]; !okA && len(r.MaSoBHXH) == 12 {
			a, okA = x.cccd[r.MaSoBHXH] // the number of the person in place of the mã số
		}
	}
	c, okC := -1, false
	if r.SoCCCD != "" {
		c, okC = x.cccd[r.SoCCCD]
	}
	switch {
	case okA && x.twice[r.MaSoBHXH]:
		return hit{at: a, loai: TrungSo, say: "Danh sách lao động có hai người cùng mã số BHXH " + r.MaSoBHXH + joinHint}
	case okC && !okA && x.twice[r.SoCCCD]:
		return hit{at: c, loai: TrungSo, say: "Danh sách lao động có hai người cùng số CCCD " + r.SoCCCD + joinHint}
	case okA && okC && a != c:
		return hit{at: a, also: []int{c}, loai: HaiNguoi, say: "Mã số BHXH là của " + x.roster[a].HoTen + ", số CCCD là của " + x.roster[c].HoTen}
	case okA:
		return hit{at: a, conf: byMaSo, byNumber: true}
	case okC:
		return hit{at: c, conf: byCCCD, byNumber: true}
	}
	if i, ok := x.byName(r.HoTen, r.NgaySinh, r.MaNV); ok {
		h := hit{at: i, conf: byNameConf}
		if p := &x.roster[i]; differ(p.MaSoBHXH, r.MaSoBHXH) || differ(p.SoCCCD, r.SoCCCD) {
			h.loai, h.say = KhacMaSo, "Họ tên giống người trong danh sách nhưng khác mã số"
		}
		return h
	}
	if r.MaSoBHXH == "" && r.SoCCCD == "" {
		if same := x.named(r.HoTen); len(same) > 0 {
			h := hit{at: same[0], also: same[1:], loai: ChiCoTen, say: "Chỉ nhận ra bằng họ tên: dòng này không có mã số, cũng không có ngày sinh khớp với danh sách. Ghi thêm mã số BHXH hoặc số CCCD"}
			if len(same) > 1 {
				h.say = "Danh sách có " + strconv.Itoa(len(same)) + " người tên này. " + h.say
			}
			return h
		}
	}
	return hit{at: -1, conf: newConf}
}

func differ(a, b string) bool { return a != "" && b != "" && a != b }

// sameName tells apart: written alike but for case and the place of the tone
// mark; alike without diacritics; different.
func sameName(a, b string) (alike, folded bool) {
	if a == b {
		return true, true
	}
	if codes.Fold(a) != codes.Fold(b) {
		return false, false
	}
	return toneLast(a) == toneLast(b), true
}

// toneLast writes a name in small letters with each word's tone mark at the
// end of the word: Hoà and Hòa become one.
func toneLast(s string) string {
	var b strings.Builder
	var tone []rune
	flush := func() {
		for _, t := range tone {
			b.WriteRune(t)
		}
		tone = tone[:0]
	}
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch r {
		case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
			tone = append(tone, r)
		case ' ':
			flush()
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	flush()
	return b.String()
}
