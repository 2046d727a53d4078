package law

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Loai is the kind of an answer.
type Loai string

// The kinds. In JSON money and counts are numbers, days "2026-11-22" (or
// 22/11/2026), months "2026-11", choices their code, rates a percentage as text
// or number with at most four decimals.
const (
	Tien     Loai = "tien"     // đồng
	So       Loai = "so"       // a whole number
	NuaNgay  Loai = "nuaNgay"  // days to the half: 2.5; kept in halves
	TyLe     Loai = "tyLe"     // a percentage, kept in 1/1 000 000: 0,628% = 6280
	NgayHoi  Loai = "ngay"     // a Day
	ThangHoi Loai = "thang"    // a Month
	Chon     Loai = "chon"     // one of Chon
	CoKhong  Loai = "coKhong"  // true or false
	DanhSach Loai = "danhSach" // rows of Cot
)

// CauHoi is one question of a calculator.
type CauHoi struct {
	Ten     string // key in the JSON: "luong"
	Nhan    string // "Tiền lương làm căn cứ đóng"
	Loai    Loai
	DonVi   string // "đồng", "ngày", "tháng"; "" if there is none
	Can     bool   // an answer is needed
	Tu, Den int64  // bounds of a number; Den 0 = no upper bound but maxTien
	Chon    []LuaChon
	Cot     []CauHoi // of a list
	GiupDo  string   // a sentence of help

	// ThietLap marks a point that the sources leave open: the answer is a setting
	// of the company, shown in the working (see TraLoi.ThietLap). MacDinh is what
	// holds when nobody has chosen, "" where no choice may be made silently.
	ThietLap bool
	MacDinh  string
}

// LuaChon is a choice.
type LuaChon struct{ Ma, Nhan string }

func checkHoi(where string, hoi []CauHoi) error {
	seen := map[string]bool{}
	for _, h := range hoi {
		switch {
		case h.Ten == "" || h.Nhan == "":
			return fmt.Errorf("calculator %s: question %q has no name or label", where, h.Ten)
		case seen[h.Ten]:
			return fmt.Errorf("calculator %s: question %s twice", where, h.Ten)
		case (h.Loai == Chon) != (len(h.Chon) > 0):
			return fmt.Errorf("calculator %s: question %s: choices do not fit its kind", where, h.Ten)
		case (h.Loai == DanhSach) != (len(h.Cot) > 0):
			return fmt.Errorf("calculator %s: question %s: columns do not fit its kind", where, h.Ten)
		case h.MacDinh != "" && !h.ThietLap:
			return fmt.Errorf("calculator %s: question %s: only a setting has a default", where, h.Ten)
		case h.MacDinh != "" && !slices.ContainsFunc(h.Chon, func(c LuaChon) bool { return c.Ma == h.MacDinh }):
			return fmt.Errorf("calculator %s: question %s: no choice %q", where, h.Ten, h.MacDinh)
		}
		seen[h.Ten] = true
		if err := checkHoi(where+"."+h.Ten, h.Cot); err != nil {
			return err
		}
	}
	return nil
}

// TraLoi are the answers, checked: every needed one is there and of its kind.
type TraLoi struct {
	Sach *Sach
	so   map[string]int64
	chu  map[string]string
	dong map[string][]TraLoi
}

// Co reports whether a question was answered.
func (v TraLoi) Co(ten string) bool {
	_, so := v.so[ten]
	_, chu := v.chu[ten]
	_, dong := v.dong[ten]
	return so || chu || dong
}

// So, Ngay, Thang, Ma and Dong are the answers by kind, zero if there is none. So
// is đồng, a count, half days or 1/1 000 000, by the question's kind.
func (v TraLoi) So(ten string) int64      { return v.so[ten] }
func (v TraLoi) Ngay(ten string) Day      { return Day(v.so[ten]) }
func (v TraLoi) Thang(ten string) Month   { return Month(v.so[ten]) }
func (v TraLoi) Dung(ten string) bool     { return v.so[ten] == 1 }
func (v TraLoi) Ma(ten string) string     { return v.chu[ten] }
func (v TraLoi) Dong(ten string) []TraLoi { return v.dong[ten] }

// maxRows bounds a list: a working life has less than 1,200 months.
const maxRows = 1200

// doc reads the answers to questions and gathers every fault.
func doc(hoi []CauHoi, raw map[string]json.RawMessage, where string) (TraLoi, LoiVaos) {
	v := TraLoi{so: map[string]int64{}, chu: map[string]string{}, dong: map[string][]TraLoi{}}
	var faults LoiVaos
	known := map[string]bool{}
	for _, h := range hoi {
		known[h.Ten] = true
		r, given := raw[h.Ten]
		if given && (string(r) == "null" || string(r) == `""`) {
			given = false
		}
		if !given {
			if h.Can {
				faults = append(faults, LoiVao{where + h.Ten, h.Nhan + ": phải có"})
			}
			continue
		}
		if h.Loai == DanhSach {
			rows, bad := docDong(h, r, where)
			faults = append(faults, bad...)
			v.dong[h.Ten] = rows
			continue
		}
		if say := v.put(h, r); say != "" {
			faults = append(faults, LoiVao{where + h.Ten, h.Nhan + ": " + say})
		}
	}
	for ten := range raw {
		if !known[ten] {
			faults = append(faults, LoiVao{where + ten, ten + ": không có mục này. Xem các mục: bhxh law benefit --help"})
		}
	}
	slices.SortStableFunc(faults, func(a, b LoiVao) int { return place(hoi, a.Ten, where) - place(hoi, b.Ten, where) })
	return v, faults
}

// place is where a fault stands in the order of the questions.
func place(hoi []CauHoi, ten, where string) int {
	ten = strings.TrimPrefix(ten, where)
	if i := strings.IndexByte(ten, '['); i >= 0 {
		ten = ten[:i]
	}
	if i := slices.IndexFunc(hoi, func(h CauHoi) bool { return h.Ten == ten }); i >= 0 {
		return i
	}
	return len(hoi)
}

func docDong(h CauHoi, r json.RawMessage, where string) ([]TraLoi, LoiVaos) {
	var raw []map[string]json.RawMessage
	if err := json.Unmarshal(r, &raw); err != nil {
		return nil, LoiVaos{{where + h.Ten, h.Nhan + ": phải là danh sách các dòng"}}
	}
	if len(raw) > maxRows {
		return nil, LoiVaos{{where + h.Ten, fmt.Sprintf("%s: không quá %s dòng (đang có %d)", h.Nhan, VietSo(maxRows), len(raw))}}
	}
	if len(raw) == 0 && h.Can {
		return nil, LoiVaos{{where + h.Ten, h.Nhan + ": phải có ít nhất một dòng"}}
	}
	var rows []TraLoi
	var faults LoiVaos
	for i, one := range raw {
		row, bad := doc(h.Cot, one, fmt.Sprintf("%s%s[%d].", where, h.Ten, i+1))
		for j := range bad {
			bad[j].Say = fmt.Sprintf("%s, dòng %d: %s", h.Nhan, i+1, bad[j].Say)
		}
		faults, rows = append(faults, bad...), append(rows, row)
	}
	return rows, faults
}

// put reads one answer; say is what is wrong with it.
func (v TraLoi) put(h CauHoi, r json.RawMessage) (say string) {
	s := strings.Trim(string(r), `" `)
	switch h.Loai {
	case CoKhong:
		if s != "true" && s != "false" {
			return "phải là true hoặc false"
		}
		v.so[h.Ten] = 0
		if s == "true" {
			v.so[h.Ten] = 1
		}
		return ""
	case Chon:
		if !slices.ContainsFunc(h.Chon, func(c LuaChon) bool { return c.Ma == s }) {
			var codes []string
			for _, c := range h.Chon {
				codes = append(codes, c.Ma)
			}
			return "không có mã " + s + ". Chọn một trong: " + strings.Join(codes, ", ")
		}
		v.chu[h.Ten] = s
		return ""
	case NgayHoi:
		d, ok := ParseDay(s)
		if !ok {
			return "phải có dạng 22/11/2026 hoặc 2026-11-22"
		}
		v.so[h.Ten] = int64(d)
		return ""
	case ThangHoi:
		m, ok := ParseMonth(s)
		if !ok {
			return "phải có dạng 11/2026 hoặc 2026-11"
		}
		v.so[h.Ten] = int64(m)
		return ""
	}
	places := map[Loai]int{NuaNgay: 1, TyLe: 4}[h.Loai]
	n, ok := decimal(s, places)
	switch {
	case !ok && places == 0:
		return "phải là số nguyên"
	case !ok:
		return fmt.Sprintf("phải là số, nhiều nhất %d chữ số thập phân", places)
	case h.Loai == NuaNgay && n%5 != 0:
		return "tính đến nửa ngày, ví dụ 2.5"
	case h.Loai == NuaNgay:
		n /= 5
	}
	lo, hi := h.Tu, h.Den
	if scale := map[Loai]int64{NuaNgay: 2, TyLe: perTenThousand}[h.Loai]; scale > 0 {
		lo, hi = lo*scale, hi*scale
	}
	switch {
	case hi == 0 && n < lo && lo > 0:
		return strings.TrimSpace("phải từ " + VietSo(h.Tu) + " " + h.DonVi)
	case hi == 0 && n < lo:
		return "không được âm"
	case hi > 0 && (n < lo || n > hi):
		return "từ " + VietSo(h.Tu) + " đến " + VietSo(h.Den)
	case n > maxTien:
		return "không quá " + VietSo(maxTien)
	}
	v.so[h.Ten] = n
	return ""
}

// maxTien keeps products of money, rates and months inside 64 bits.
const maxTien = 1_000_000_000_000

// decimal reads a number with at most so many decimals, as an integer of the last
// one; point or comma.
func decimal(s string, places int) (int64, bool) {
	whole, frac, found := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	if found && (frac == "" || places == 0) || len(frac) > places || len(whole) > 15 {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+frac+strings.Repeat("0", places-len(frac)), 10, 64)
	return n, err == nil
}

// Voi is the same answers with one number set: what a calculator that uses another
// hands on.
func (v TraLoi) Voi(ten string, n int64) TraLoi {
	v.so = maps.Clone(v.so)
	if v.so == nil {
		v.so = map[string]int64{}
	}
	v.so[ten] = n
	return v
}
