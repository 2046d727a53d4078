package mau

import (
	"slices"
	"strconv"

	"ankhai/forms/law"
)

// Gia is the value of a cell.
type Gia struct {
	S    string // a text, or a number as the file writes it
	So   bool   // a number
	Cong bool   // of a formula
	Rong bool   // a formula whose result was never saved
	Sai  bool   // an error, S says which: "#N/A"
	Kieu int    // the look: KieuNgay …
}

// The looks of cells.
const (
	KieuThuong = iota
	KieuNgay   // a day
	KieuTCVN3  // in a font of TCVN3
	KieuVNI    // in a font of VNI
)

// Chu is a text, So a number, Cong the result of a formula, CongRong a formula
// without one, Ngay a day of the calendar that Excel counts.
func Chu(s string) Gia { return Gia{S: s} }

// So is a number as the file writes it.
func So(s string) Gia { return Gia{S: s, So: true} }

// SoNguyen is a whole number, nothing for 0.
func SoNguyen(n int64) Gia {
	if n == 0 {
		return Gia{}
	}
	return So(strconv.FormatInt(n, 10))
}

// Cong is a formula with its result.
func Cong(n int64) Gia { return Gia{S: strconv.FormatInt(n, 10), So: true, Cong: true} }

// Ngay is a day in a cell that shows days.
func Ngay(d law.Day) Gia {
	if d == 0 {
		return Gia{}
	}
	return Gia{S: serial(d), So: true, Kieu: KieuNgay}
}

const firstSerial = 61 // of 01/03/1900

// serial is Excel's number of a day after 01/03/1900.
func serial(d law.Day) string {
	first, _ := law.ParseDay("01/03/1900")
	return strconv.Itoa(d.Sub(first) + firstSerial)
}

// Trang is a sheet.
type Trang struct {
	Ten    string
	o      map[[2]int]Gia // by row (from 1) and column (from 0)
	Gop    []string       // merged areas
	AnCot  []int
	AnDong map[int]bool
}

// Dat puts a value; the zero value takes the cell away.
func (t *Trang) Dat(cot, dong int, g Gia) {
	if t.o == nil {
		t.o, t.AnDong = map[[2]int]Gia{}, map[int]bool{}
	}
	if g == (Gia{}) {
		delete(t.o, [2]int{dong, cot})
		return
	}
	t.o[[2]int{dong, cot}] = g
}

// Lay is the value of a cell.
func (t *Trang) Lay(cot, dong int) Gia { return t.o[[2]int{dong, cot}] }

// Dau is the address of the first cell of a row with a value.
func (t *Trang) Dau(dong int) string {
	for c := range 300 {
		if _, ok := t.o[[2]int{dong, c}]; ok {
			return O(c, dong)
		}
	}
	return ""
}

// cells are the cells by row and column.
func (t *Trang) cells() (keys [][2]int) {
	for k := range t.o {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b [2]int) int {
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return a[1] - b[1]
	})
	return keys
}

// O is the address of a cell, column from 0 and row from 1.
func O(cot, dong int) string {
	name := ""
	for c := cot; c >= 0; c = c/26 - 1 {
		name = string(rune('A'+c%26)) + name
	}
	return name + strconv.Itoa(dong)
}

// Bang are the texts of a sheet as they show, one line a row, for a table of text.
func (t *Trang) Bang() [][]string {
	var out [][]string
	for _, k := range t.cells() {
		for len(out) < k[0] {
			out = append(out, nil)
		}
		for len(out[k[0]-1]) <= k[1] {
			out[k[0]-1] = append(out[k[0]-1], "")
		}
		out[k[0]-1][k[1]] = shown(t.o[k])
	}
	return out
}

// shown is what a cell shows.
func shown(g Gia) string {
	if g.So && g.Kieu == KieuNgay {
		n, _ := strconv.Atoi(g.S)
		first, _ := law.ParseDay("01/03/1900")
		return first.Add(n - firstSerial).String()
	}
	return g.S
}
