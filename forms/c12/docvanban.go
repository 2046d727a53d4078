package c12

import (
	"fmt"
	"strings"

	"ankhai/forms/c12ts"
	"ankhai/forms/codes"
)

// DocVanBan reads a statement from lines of text, as somebody pastes them: cells that
// tabs part, or a row's number, its words and its amounts. Text has lost where an
// amount stood: a row with fewer amounts than columns is read where the template
// strikes the others through, and is not known otherwise.
func DocVanBan(text string) (*ThongBao, []VanDe) {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	lines := strings.Split(text, "\n")
	if strings.Count(text, "\t") >= len(lines)/2 && strings.Contains(text, "\t") {
		return DocBang([]Bang{oTab(lines)})
	}
	g := &ghep{t: &ThongBao{Mau: Mau366}}
	g.cot = g.t.Cot()
	if k := codes.Fold(text); !strings.Contains(k, "httt") && !strings.Contains(k, "huu tri") {
		g.t.Mau = MauCu
		g.cot = g.t.Cot()
	}
	var around []string
	for i, line := range lines {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		stt := strings.TrimRight(f[0], ".")
		if !laSTT(stt) || len(f) < 2 {
			around = append(around, line)
			continue
		}
		n := len(f)
		for n > 1 && (laSo(f[n-1]) || f[n-1] == "-" || f[n-1] == "–") {
			n--
		}
		r := tho{noi: fmt.Sprintf("dòng %d", i+1), stt: stt, ten: strings.Join(f[1:n], " ")}
		if strings.TrimSpace(r.ten) == "B" || n == 1 {
			continue
		}
		g.xep(&r, f[n:])
		g.them(r)
	}
	g.dau(around)
	g.ket()
	return g.t, g.vd
}

// xep gives amounts without places to their columns.
func (g *ghep) xep(r *tho, so []string) {
	if len(so) == 0 {
		return
	}
	probe := *g // the code of the row, without taking it in
	ma := probe.ma(*r)
	cols := g.cot
	switch {
	case len(so) == len(cols):
	case len(so) == len(cols)-1 && (laNguoi(ma) || laQuyLuong(ma) || laNgay(ma)):
		cols = cols[:len(cols)-1]
	case len(so) == 1 && chiCong(ma):
		cols = []Cot{CotCong}
	default:
		r.hong = true
		g.loi(r.noi, strings.Join(so, " "), maKhongRoCot, fmt.Sprintf("Dòng %s có %d số cho %d cột nên không rõ số nào của cột nào: để là chưa biết, không đem so. Đọc từ tệp PDF hoặc Excel thì biết", ma, len(so), len(g.cot)))
		return
	}
	for i, c := range cols {
		r.o[c] = so[i]
	}
}

// chiCong reports whether the template strikes the columns of the funds through.
func chiCong(ma string) bool { return c12ts.Gach(ma, c12ts.OmDau) }

// oTab parts lines at their tabs.
func oTab(lines []string) (b Bang) {
	for i, line := range lines {
		var row []Chu
		for c, s := range strings.Split(line, "\t") {
			if s = strings.TrimSpace(s); s != "" {
				row = append(row, Chu{Cot: c, Noi: fmt.Sprintf("dòng %d, ô %d", i+1, c+1), S: s})
			}
		}
		if len(row) > 0 {
			b.Dong = append(b.Dong, row)
		}
	}
	return b
}
