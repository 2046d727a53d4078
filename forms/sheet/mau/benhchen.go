package mau

import "ankhai/forms/form"

// Where lines that are no people stand among them, by the people above.
const (
	sauTieuDe = 7
	sauCong   = 11
	sauLa     = 13
)

// chen puts a line among people that is none: the header printed again, a sum, and
// words with an amount of which nobody can say whether they are somebody's (E05).
func (x *xep) chen() {
	if !x.ban {
		return
	}
	ten, muc := x.cot("hoTen"), x.cot("muc")
	switch n := len(x.at); {
	case n == sauTieuDe:
		x.bo.gieoDong(x, "tiêu đề in lại giữa bảng: bỏ qua", func() {
			x.d.tieuDe(x.t, x.dong)
			x.dong += x.d.cao
		})
	case n == sauCong:
		x.bo.gieoDong(x, "dòng cộng giữa những người lao động: không nhận là người", func() {
			x.t.Dat(ten, x.dong, Chu("Cộng tổ 1"))
			if muc >= 0 {
				x.t.Dat(muc, x.dong, Cong(int64(n)*nghin*nghin))
			}
			x.dong += 2 // and a blank line
		})
	case n == sauLa && muc >= 0:
		x.bo.gieoDong(x, "dòng có chữ và số tiền mà không rõ là người hay dòng cộng", func() {
			x.t.Dat(ten, x.dong, Chu("Những người khác"))
			x.t.Dat(muc, x.dong, SoNguyen(nghin*nghin))
			x.bo.Loi = append(x.bo.Loi, Loi{x.t.Ten, O(ten, x.dong), "XL-32", form.Loi})
			x.dong++
		})
	}
}

// gieoDong sows a line of its own.
func (bo *Bo) gieoDong(x *xep, cach string, sow func()) {
	row := x.dong
	bo.gieo("E05", cach, "", 0, nil, sow)
	if h := &bo.Hat[len(bo.Hat)-1]; h.O == "" {
		h.Sheet, h.O = x.t.Ten, x.t.Dau(row)
	}
}

// cot is the column of a fact, -1 where the layout has none.
func (x *xep) cot(viec string) int {
	for c, k := range x.d.cot {
		if k.viec == viec {
			return c
		}
	}
	return -1
}

// hetDong is E11: somebody gave the whole column a look, so the sheet goes on to the
// last row that Excel has. Blank rows are passed over.
func hetDong(r *ruong) {
	const lastRow = 1 << 20
	a := &dat{trang: r.bo.Trang[0]}
	r.bo.gieo("E11", "cả cột có định dạng nên bảng kéo đến dòng 1.048.576: dòng trống bỏ qua", "", 0, a, func() {
		a.trang.Dat(3, lastRow, Gia{Kieu: KieuNgay})
		a.cho = O(3, lastRow)
	})
}
