package sheet

import (
	"strings"
	"unicode/utf8"
)

// readLegend finds the legend of a timesheet, «X: đi làm; P: nghỉ phép», or signs
// and words in cells side by side under «Ký hiệu».
func (y *symbols) readLegend(g *grid) {
	within := false
	for _, r := range g.rows {
		cells := g.of(r)
		for i := range cells {
			if !cells[i].words() {
				continue
			}
			s := clean(cells[i].s)
			if k := headKey(s); len(k) < 40 && (hasWords(k, "ky hieu") || hasWords(k, "chu thich") || hasWords(k, "ghi chu")) {
				within = true
			}
			for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == ',' || r == '\n' }) {
				y.learn(part)
			}
			if within && i+1 < len(cells) && cells[i+1].words() && cells[i+1].col == cells[i].col+1 {
				y.teach(s, cells[i+1].s)
			}
		}
	}
}

// learn reads «X: đi làm», «P = nghỉ phép».
func (y *symbols) learn(s string) {
	for _, sep := range []string{":", "=", " - ", " – "} {
		if a, b, ok := strings.Cut(s, sep); ok {
			y.teach(a, b)
			return
		}
	}
}

func (y *symbols) teach(sign, words string) {
	key := symbolKey(strings.Trim(strings.TrimSpace(sign), `"'“”()`))
	if _, rest, ok := strings.Cut(key, "KÝ HIỆU "); ok {
		key = rest
	}
	if n := utf8.RuneCountInString(key); n == 0 || n > 5 || strings.Contains(key, " ") {
		return
	}
	if m := meaningOf(words); m != "" && y.legend[key] == "" {
		y.legend[key] = m
	}
}

// meaningOf reads the words of a legend; "" for those that may mean more than one
// thing, such as an absence nobody says the pay of.
func meaningOf(words string) string {
	k := headKey(words)
	has := func(list ...string) bool { return anyWords(k, list) }
	switch {
	case has("nua ngay", "nua cong", "nua buoi", "1 2 ngay"):
		switch {
		case has("khong luong", "khong huong luong"):
			return "lamViec/khongLuong"
		case has("phep"):
			return "lamViec/phep"
		case has("nghi", "om"):
			return ""
		}
		return "lamViec/trong"
	case has("khong luong", "khong huong luong", "ko luong", "khong phep", "vo ly do"):
		return "khongLuong"
	case has("con om"):
		return "conOm"
	case has("om", "om dau", "benh"):
		return "om"
	case has("thai san", "sinh con", "nghi sinh"):
		return "thaiSan"
	case has("lam", "truc", "tang ca") && !has("nghi viec"):
		return "lamViec"
	case has("phep"):
		return "phep"
	case has("le", "tet", "quoc khanh"):
		return "le"
	case has("chu nhat", "nghi tuan", "nghi hang tuan", "nghi hang tuan", "nghi cuoi tuan"):
		return "nghiTuan"
	case has("huong luong", "co luong", "che do", "viec rieng co luong"):
		return "khac"
	case has("cong", "cong tac", "du cong", "ca dem", "ca ngay"):
		return "lamViec"
	}
	return ""
}
