package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Mapping remembers how the columns of a company's workbooks were understood,
// one entry a layout. It is plain data: keep it as JSON and give it to the next
// Read, and the same kind of file needs no question.
type Mapping struct {
	Layouts []LayoutMap       `json:"layouts"`
	Symbols map[string]string `json:"symbols,omitempty"` // signs of the company's timesheets, see Meanings
}

// LayoutMap is the mapping of one layout. Key is made from its heads, so that a
// changed header is a new layout.
type LayoutMap struct {
	Key     string      `json:"key"`
	Layout  string      `json:"layout"`
	Columns []ColumnMap `json:"columns"`
}

// Set puts the columns of a layout, in place of what was known of it.
func (m *Mapping) Set(l LayoutMap) {
	for i := range m.Layouts {
		if m.Layouts[i].Key == l.Key {
			m.Layouts[i] = l
			return
		}
	}
	m.Layouts = append(m.Layouts, l)
}

func (m *Mapping) get(key string) *LayoutMap {
	if m == nil {
		return nil
	}
	for i := range m.Layouts {
		if m.Layouts[i].Key == key {
			return &m.Layouts[i]
		}
	}
	return nil
}

// layoutKey is a hash of the folded heads in their order. Months and years are
// left out of it, so that «Công tháng 10» and «Công tháng 11» are one layout.
func layoutKey(hs []head) string {
	var b strings.Builder
	for _, h := range hs {
		for _, w := range strings.Fields(h.group + " " + h.own) {
			if allDigits(w) {
				w = "#"
			}
			b.WriteString(w)
			b.WriteByte(' ')
		}
		b.WriteByte('\n')
	}
	sum := sha256.Sum256([]byte(strings.TrimRight(b.String(), "\n")))
	return hex.EncodeToString(sum[:8])
}

// columns decides what each column holds: as remembered, else by the heads, each
// fact once, in the column that fits best.
func columns(f found, t *headTable, remembered *LayoutMap, p *faults) []ColumnMap {
	out := make([]ColumnMap, 0, len(f.heads))
	if remembered != nil {
		known := map[string]ColumnMap{}
		for _, c := range remembered.Columns {
			if isField(c.Field) {
				known[c.Col] = c
			}
		}
		for c, h := range f.heads {
			if h.own != "" {
				k := known[colName(c)]
				out = append(out, ColumnMap{colName(c), h.text, k.Field, k.Confidence})
			}
		}
		return out
	}
	soleTotal(f)
	best := map[string]int{}
	for c, g := range f.guess {
		if g.conf < sure || g.field == fBoQua {
			continue
		}
		if b, ok := best[g.field]; !ok || g.conf > f.guess[b].conf {
			best[g.field] = c
		}
	}
	for c, h := range f.heads {
		if h.own == "" {
			continue
		}
		g := f.guess[c]
		switch b, ok := best[g.field]; {
		case g.conf < sure:
			g.field = ""
		case g.field == fBoQua || ok && b == c:
		case g.field == fHoTen && b == c-1 && sameMerge(t, f, b, c):
			g.field = fTen // «Họ và tên» over two columns
		default:
			if g.conf == f.guess[b].conf && g.field != fMaSo {
				p.nhac(cellName(c, t.rows[f.i+f.n-1].num), h.text, xlTwoColumns,
					"Hai cột "+colName(b)+" và "+colName(c)+" cùng là "+labelOf(g.field)+": đang lấy cột "+colName(b)+". Chọn lại nếu không đúng", "")
			}
			g = guess{fBoQua, g.conf - 20}
		}
		out = append(out, ColumnMap{colName(c), h.text, g.field, g.conf})
	}
	plainPay(out)
	return out
}

// plainPay leaves the columns of coefficients out where a payroll gives the pay
// in đồng: «Hệ số lương» and «Phụ cấp chức vụ» of a register say how wages are
// computed. The D02 layouts, which name phương án, have both on purpose.
func plainPay(cols []ColumnMap) {
	has := map[string]bool{}
	for _, c := range cols {
		has[c.Field] = true
	}
	if has[fPhuongAn] || has[fHeSo] && !has[fMucLuong] {
		return
	}
	for i := range cols {
		switch cols[i].Field {
		case fHeSo, fPhuCapCV, fTNVK, fTNNghe, fBaoLuu:
			cols[i].Field = fBoQua
		}
	}
}

func sameMerge(t *headTable, f found, a, b int) bool {
	num := t.rows[f.i].num
	m := t.merge[[2]int{num, a}]
	return m != nil && m == t.merge[[2]int{num, b}]
}

// soleTotal takes the total of the group «Mức lương đóng BHXH» for the pay when
// none of the parts was found, and «Mức lương», alone or under «Tiền lương», where
// a workbook that names phương án leaves the rest out (the D02 layouts).
func soleTotal(f found) {
	has := map[string]bool{}
	for _, g := range f.guess {
		if g.conf >= sure {
			has[g.field] = true
		}
	}
	if has[fMucLuong] {
		return
	}
	for c, h := range f.heads {
		total := h.own == "cong" || h.own == "tong" || h.own == "tong cong"
		switch {
		case has[fPhuongAn] && h.own == "muc luong" && (h.group == "" || payGroups[h.group]):
			f.guess[c] = guess{fMucLuong, 90}
			return
		case total && (hasWords(h.group, "luong dong bhxh") || hasWords(h.group, "luong dong bao hiem")) && !has[fPhuCap] && !has[fBoSung]:
			f.guess[c] = guess{fMucLuong, 80}
			return
		}
	}
}

// payGroups are groups over the pay that do not say what it is for.
var payGroups = map[string]bool{"tien luong": true, "luong": true, "muc luong": true, "luong phu cap": true, "tien luong phu cap": true, "tien luong va phu cap": true, "luong va phu cap": true}

// layoutName recognises the layouts that circulate: L1 the wide table for D02-LT
// and TK1-TS, L4 the slim one, L5 a payroll register.
func layoutName(hs []head, cols []ColumnMap) string {
	has := map[string]bool{}
	for _, c := range cols {
		has[c.Field] = true
	}
	word := map[string]bool{}
	for _, h := range hs {
		word[h.own] = true
	}
	switch name := ts24(word); {
	case name != "":
		return name
	case word["loai phuong an"] || word["ma loai pa"]:
		return "L1"
	case has[fPhuongAn] && has[fMucLuong] && has[fTuThang]:
		return "L4"
	case has[fHoTen] && (word["thuc linh"] || word["thuc nhan"] || has[fMucLuong]):
		return "L5"
	}
	return ""
}
