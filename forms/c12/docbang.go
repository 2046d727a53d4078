package c12

import (
	"strings"

	"ankhai/forms/codes"
)

// Bang is a sheet of cells as a workbook or a copied table gives them: texts, an
// amount as plain digits.
type Bang struct {
	Ten  string
	Dong [][]Chu // rows without cells may be left out
}

// Chu is a cell: its column from 0, its address and its text.
type Chu struct {
	Cot int
	Noi string
	S   string
	Mat bool // something stands there that could not be read: not known, not blank
}

// DocBang reads a statement from sheets: the first that has the table. What could not
// be taken is in the answer, all of it at once; without rows nothing was found.
func DocBang(sheets []Bang) (*ThongBao, []VanDe) {
	var first *ghep
	for _, b := range sheets {
		g := docMotBang(b)
		if len(g.t.Dong) > 0 {
			return g.t, g.vd
		}
		if first == nil {
			first = g
		}
	}
	if first == nil {
		first = &ghep{t: &ThongBao{Mau: Mau366}}
		first.ket()
	}
	return first.t, first.vd
}

func docMotBang(b Bang) *ghep {
	g := &ghep{t: &ThongBao{Mau: Mau366}}
	cols := map[int]Cot{}
	stt, ten, top := -1, -1, -1
	var around []string
	for i, row := range b.Dong {
		if top < 0 {
			if s, n, ok := dauBang(row); ok {
				stt, ten, top = s, n, i
			} else {
				around = append(around, noiDong(row))
				continue
			}
		}
		// Heads may stand in three rows: they end where the first section begins.
		if g.muc == "" && dauCot(row, stt, ten, cols) {
			continue
		}
		if len(g.cot) == 0 {
			g.cot, g.t.Mau = cotCua(cols)
		}
		r := tho{}
		numbers := false
		for _, c := range row {
			switch k, is := cols[c.Cot]; {
			case c.Cot == stt:
				r.stt = c.S
			case is:
				r.o[k], r.mat[k], numbers = c.S, c.Mat, true
			case c.Cot == ten || r.ten == "" && c.Cot > stt && c.Cot < firstCol(cols):
				r.ten = c.S
			}
			if r.noi == "" {
				r.noi = c.Noi
			}
		}
		if !laSTT(r.stt) && !numbers {
			around = append(around, noiDong(row))
			continue
		}
		g.them(r)
	}
	if top >= 0 && len(g.cot) == 0 {
		g.t.Dong = nil
	}
	g.dau(around)
	g.ket()
	return g
}

// laSTT reports whether a text numbers a row.
func laSTT(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), ".")
	return reMuc.MatchString(strings.NewReplacer("Ð", "Đ").Replace(s)) || reMa.MatchString(s) || reSo.MatchString(s)
}

func noiDong(row []Chu) string {
	var out []string
	for _, c := range row {
		out = append(out, c.S)
	}
	return strings.Join(out, " ")
}

// dauBang finds the row of heads: a column of numbers, one of words, and BHYT.
func dauBang(row []Chu) (stt, ten int, ok bool) {
	stt, ten = -1, -1
	bhyt := false
	for _, c := range row {
		switch k := codes.Fold(c.S); {
		case k == "stt" || k == "tt" || k == "so tt":
			stt = c.Cot
		case strings.HasPrefix(k, "noi dung") || strings.HasPrefix(k, "chi tieu"):
			ten = c.Cot
		case k == "bhyt":
			bhyt = true
		}
	}
	return stt, ten, stt >= 0 && bhyt
}

// dauCot learns columns from a row of heads; false for a row that is none.
func dauCot(row []Chu, stt, ten int, cols map[int]Cot) bool {
	head := false
	for _, c := range row {
		if c.Cot == stt && reMuc.MatchString(strings.TrimSpace(c.S)) && strings.TrimSpace(oTai(row, ten)) != "B" {
			return false
		}
		if k, ok := tenCot(c.S); ok && c.Cot != stt && c.Cot != ten {
			cols[c.Cot], head = k, true
		}
	}
	return head || !laSo(oTai(row, firstCol(cols))) || strings.TrimSpace(oTai(row, ten)) == "B"
}

func oTai(row []Chu, col int) string {
	for _, c := range row {
		if c.Cot == col {
			return c.S
		}
	}
	return ""
}

func firstCol(cols map[int]Cot) int {
	first := 1 << 20
	for c := range cols {
		first = min(first, c)
	}
	return first
}

// tenCot is the column that a head names.
func tenCot(s string) (Cot, bool) {
	k := codes.Fold(s)
	switch {
	case k == "bhyt":
		return CotBHYT, true
	case k == "bhtn":
		return CotBHTN, true
	case strings.Contains(k, "tnld"):
		return CotTNLD, true
	case k == "httt" || strings.HasPrefix(k, "huu tri"):
		return CotHuuTri, true
	case strings.HasPrefix(k, "od, ts") || strings.HasPrefix(k, "od,ts") || strings.HasPrefix(k, "odts") || strings.HasPrefix(k, "om dau"):
		return CotOmDau, true
	case k == "bhxh":
		return CotBHXH, true
	case k == "cong" || k == "tong cong" || k == "tong":
		return CotCong, true
	}
	return 0, false
}

// cotCua are the columns of a table and its layout.
func cotCua(cols map[int]Cot) ([]Cot, Mau) {
	has := map[Cot]bool{}
	for _, c := range cols {
		has[c] = true
	}
	t := ThongBao{Mau: MauCu}
	if has[CotHuuTri] || has[CotOmDau] {
		t.Mau = Mau366
	}
	var out []Cot
	for _, c := range t.Cot() {
		if has[c] {
			out = append(out, c)
		}
	}
	return out, t.Mau
}
