package c12ts

import (
	"strings"

	"ankhai/forms/form"
)

// Lech is a cell in which section A of a statement is not section Đ of the month
// before.
type Lech struct {
	Ma    string // the row of section A: "A.2.2"
	Cot   form.MoneyColumn
	Truoc int64 // what Đ of the month before says
	Nay   int64 // what A says
}

// NoiTiep holds section A of a statement against section Đ of the month before,
// as the guide asks. Cells that one of the two leaves unknown are not compared;
// a cell blank on purpose counts as nothing.
func NoiTiep(truoc, nay *form.Doc) []Lech {
	a, d := doc(nay.Rows), doc(truoc.Rows)
	var out []Lech
	for _, x := range cacDong {
		so, ok := strings.CutPrefix(x.ma, "A.")
		if !ok {
			continue
		}
		for _, c := range append(append([]form.MoneyColumn{}, Quy...), Cong) {
			co, ok1 := a.so(x.ma, c)
			la, ok2 := d.so("Đ."+so, c)
			if ok1 && ok2 && co != la {
				out = append(out, Lech{x.ma, c, la, co})
			}
		}
	}
	return out
}
