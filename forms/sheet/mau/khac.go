package mau

import "iter"

// khacNguoi is how many people the fixtures have that other programs wrote: enough for
// the catalogue, and small files.
const khacNguoi = 160

// CacKhac are the workbooks that other programs wrote again or made themselves, kept
// in testdata/khac under the names of CachKhac; lam-lai.sh there makes them. Formulas
// all have results: such a program computes or drops one that has none.
func CacKhac() (out []*Bo) {
	for _, layout := range Cac {
		if layout != "L8" {
			out = append(out, BanTinh(layout, khacNguoi))
		}
	}
	for k, b := range benhC12 {
		if k == 0 || b.cach == "ô báo lỗi #REF!" {
			out = append(out, lamL8(khacNguoi, k+1))
		}
	}
	return append(out, Sach("L8", khacNguoi))
}

// CachKhac are who wrote a workbook and how: saved ours again ("luu"), or made it new
// from the values ("tao").
var CachKhac = []string{"libreoffice-luu", "libreoffice-tao", "openpyxl-luu", "openpyxl-tao"}

// Cells are the cells of a sheet by row (from 1) and column (from 0).
func (t *Trang) Cells() iter.Seq2[[2]int, Gia] {
	return func(yield func([2]int, Gia) bool) {
		for _, k := range t.cells() {
			if !yield(k, t.o[k]) {
				return
			}
		}
	}
}
