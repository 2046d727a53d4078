package sheet

import (
	"slices"
	"strings"

	"ankhai/forms/facts"
)

// Symbol is a sign of a timesheet as it was understood.
type Symbol struct {
	Symbol  string `json:"symbol"`
	Meaning string `json:"meaning"` // see Meanings; "" not understood
	From    string `json:"from"`    // "tep": the workbook's own legend, "cong-ty": remembered, "chung": usual everywhere
	Count   int    `json:"count"`   // cells
	Sheet   string `json:"sheet"`
	Cell    string `json:"cell"` // the first
}

// Meaning is what a sign of a timesheet may mean.
type Meaning struct{ Name, Label string }

// meanings by name; a sign may also stand for two halves of a day, «lamViec/phep».
var meanings = []struct {
	Meaning
	half byte
}{
	{Meaning{"lamViec", "Đi làm"}, facts.NuaLam}, {Meaning{"phep", "Nghỉ phép"}, facts.NuaPhep}, {Meaning{"le", "Nghỉ lễ, tết"}, facts.NuaLe},
	{Meaning{"om", "Ốm đau"}, facts.NuaOm}, {Meaning{"conOm", "Con ốm"}, facts.NuaConOm}, {Meaning{"thaiSan", "Thai sản"}, facts.NuaThaiSan},
	{Meaning{"khongLuong", "Nghỉ không hưởng lương"}, facts.NuaKhongLuong}, {Meaning{"nghiTuan", "Nghỉ hằng tuần"}, facts.NuaNghiTuan},
	{Meaning{"khac", "Nghỉ khác có hưởng lương"}, facts.NuaKhac}, {Meaning{"trong", "Không tính"}, facts.NuaTrong},
}

// Meanings lists what a sign of a timesheet may mean, for the dialogue.
func Meanings() []Meaning {
	out := make([]Meaning, len(meanings))
	for i, m := range meanings {
		out[i] = m.Meaning
	}
	return out
}

// ParseMeaning reads a meaning by its name or label, or two of them for the halves
// of a day with a slash between; ok is false for any other.
func ParseMeaning(s string) (name string, ok bool) {
	one := func(s string) string {
		for _, m := range meanings {
			if k := headKey(s); k == headKey(m.Name) || k == headKey(m.Label) {
				return m.Name
			}
		}
		return ""
	}
	a, b, two := strings.Cut(s, "/")
	if name = one(a); two {
		second := one(b)
		return name + "/" + second, name != "" && second != ""
	}
	return name, name != ""
}

// MeaningLabel says a meaning in words.
func MeaningLabel(name string) string {
	a, b, two := strings.Cut(name, "/")
	out := a
	for _, m := range meanings {
		if m.Name == a {
			out = m.Label
		}
	}
	if two {
		out = "nửa ngày " + strings.ToLower(out) + ", nửa ngày " + strings.ToLower(MeaningLabel(b))
	}
	return out
}

// halvesOf are the two halves of a day that a meaning stands for.
func halvesOf(meaning string) (string, bool) {
	one := func(s string) byte {
		for _, m := range meanings {
			if m.Name == s {
				return m.half
			}
		}
		return 0
	}
	a, b, two := strings.Cut(meaning, "/")
	if !two {
		b = a
	}
	x, y := one(a), one(b)
	return string([]byte{x, y}), x != 0 && y != 0
}

// usual are the signs that mean the same in every timesheet. L, N, V, D, NL and
// others do not: «L» is a holiday in one firm and work on a holiday in the next.
var usual = map[string]string{"X": "lamViec", "+": "lamViec", "1": "lamViec", "P": "phep", "Ô": "om", "ÔM": "om", "OM": "om", "ỐM": "om", "CÔ": "conOm", "TS": "thaiSan",
	"KL": "khongLuong", "RO": "khongLuong", "R0": "khongLuong", "CN": "nghiTuan", "-": "trong", "0": "trong",
	"0.5": "lamViec/trong", "0,5": "lamViec/trong", "1/2": "lamViec/trong", "½": "lamViec/trong", "X/2": "lamViec/trong", "1/2X": "lamViec/trong"}

func symbolKey(s string) string { return strings.ToUpper(clean(s)) }

// symbols are the signs of a workbook's timesheets.
type symbols struct {
	legend  map[string]string // of the workbook
	company map[string]string // remembered
	seen    map[string]*Symbol
}

// look finds what a sign means, counting it.
func (y *symbols) look(key, sheet, at string) (halves string, known bool) {
	s := y.seen[key]
	if s == nil {
		s = &Symbol{Symbol: key, Sheet: sheet, Cell: at}
		s.Meaning, s.From = y.meaning(key)
		y.seen[key] = s
	}
	s.Count++
	return halvesOf(s.Meaning)
}

func (y *symbols) meaning(key string) (meaning, from string) {
	for _, src := range []struct {
		m    map[string]string
		from string
	}{{y.legend, "tep"}, {y.company, "cong-ty"}, {usual, "chung"}} {
		if m := src.m[key]; m != "" {
			return m, src.from
		}
	}
	// two signs, one for each half of the day
	a, b, two := strings.Cut(key, "/")
	if !two {
		return "", ""
	}
	first, from1 := y.meaning(a)
	second, from2 := y.meaning(b)
	if first == "" || second == "" || strings.Contains(first+second, "/") {
		return "", ""
	}
	return first + "/" + second, max(from1, from2)
}

// list are the signs that were met, by how often.
func (y *symbols) list() []Symbol {
	var out []Symbol
	for _, s := range y.seen {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Symbol) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Symbol, b.Symbol)
	})
	return out
}
