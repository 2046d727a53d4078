package c12

import (
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// DuTinh is what a statement should say by our figures, and of whom.
type DuTinh struct {
	Thang law.Month
	Nguoi []Nguoi
	Sach  *law.Sach
	LuuY  []string // who could not be counted, in words

	dong   map[string]Nam
	tron   []Tron
	canCu  Nam // pay that each fund rests on in the month
	nguoi  Nam // people of each fund
	ngoai  Nam // the part of canCu that is foreigners'
	tyLe   [2]Nam
	tongTN int // people of the month
}

// Tron is the month as another rule of rounding makes it.
type Tron struct {
	Ten string
	So  Nam // less what our figures are
}

// tinDong are the rows that we reckon, and how sure the reading of a row is: the
// guide says little of what its words mean.
var tinDong = map[string]form.Confidence{
	"A.1": form.Inferred, "B.1": form.Inferred, "B.1.1": form.Medium, "B.1.2": form.Medium,
	"B.2": form.Inferred, "B.2.1": form.Inferred, "B.2.2": form.Inferred,
	"B.3": form.Medium, "B.3.1": form.Inferred, "B.3.1.1": form.Inferred, "B.3.2": form.Inferred,
	"B.4": form.Medium, "B.4.1": form.Inferred, "B.4.2": form.Inferred,
	"B.5": form.Inferred, "Đ.1": form.Medium, "Đ.2.2": form.Inferred, "Đ.3": form.Inferred,
}

// Tinh reckons the rows of a month. Heads and pay go up and down against what the
// agency could know at the end of the month before; what is due is the whole month's;
// adjustments are those whose reports came in the month.
func Tinh(thang law.Month, nguoi []Nguoi, sach *law.Sach) *DuTinh {
	d := &DuTinh{Thang: thang, Nguoi: nguoi, Sach: sach, dong: map[string]Nam{}}
	d.tyLe[0], d.tyLe[1] = tyLe(sach, false, thang)
	ngoai0, ngoai1 := tyLe(sach, true, thang)
	them := func(ma string, n Nam) { d.dong[ma] = d.dong[ma].cong(n) }
	for _, ma := range []string{"B.1.1", "B.1.2", "B.2.1", "B.2.2", "B.3", "B.3.1.1", "B.3.2", "B.4.1", "B.4.2", "A.1", "Đ.1"} {
		d.dong[ma] = Nam{}
	}
	var ben Nam
	for i := range nguoi {
		n := &nguoi[i]
		nay, truoc := n.Nay.dong(), n.Truoc.dong()
		them("B.1.1", nay.dem().tru(truoc.dem()).duong())
		them("B.1.2", truoc.dem().tru(nay.dem()).duong())
		luong := n.Nay.canCu().tru(n.Truoc.canCu())
		them("B.2.1", luong.duong())
		them("B.2.2", luong.doi().duong())
		tien := nay.tru(truoc)
		them("B.3.1.1", truoc.cong(tien.duong()))
		them("B.3.2", tien.doi().duong())
		them("B.3", nay)
		them("B.4.1", n.DieuChinh.duong())
		them("B.4.2", n.DieuChinh.doi().duong())
		them("A.1", truoc.dem())
		them("Đ.1", nay.dem())
		if n.Nay == nil {
			continue
		}
		d.tongTN++
		d.canCu, d.nguoi = d.canCu.cong(n.Nay.CanCu), d.nguoi.cong(nay.dem())
		r0, r1 := d.tyLe[0], d.tyLe[1]
		if n.NuocNgoai {
			r0, r1 = ngoai0, ngoai1
			d.ngoai = d.ngoai.cong(n.Nay.CanCu)
		}
		ben = ben.cong(rieng(n.Nay, r0, r1).tru(nay))
	}
	d.dong["B.1"] = d.dong["B.1.1"].tru(d.dong["B.1.2"])
	d.dong["B.2"] = d.dong["B.2.1"].tru(d.dong["B.2.2"])
	d.dong["B.3.1"] = d.dong["B.3.1.1"]
	d.dong["B.4"] = d.dong["B.4.1"].tru(d.dong["B.4.2"])
	d.tron = []Tron{
		{"làm tròn riêng phần của người lao động và phần của đơn vị", ben},
		{"làm tròn một lần trên tổng quỹ lương, không làm tròn từng người", d.tronTong(ngoai0.cong(ngoai1))},
	}
	return d
}

// rieng is a month with each side's part rounded alone. A month whose rates are not
// the usual ones stays as it is.
func rieng(m *Muc, nld, dv Nam) (out Nam) {
	for q, base := range m.CanCu {
		a, b := law.TachQuy(base, nld[q], dv[q])
		if out[q] = m.Dong[q]; a+b == m.Dong[q] {
			a, b = law.TachBen(base, nld[q], dv[q])
			out[q] = a + b
		}
	}
	return out
}

// tronTong is the month rounded once for the whole, less our figures.
func (d *DuTinh) tronTong(ngoai Nam) (out Nam) {
	viet := d.tyLe[0].cong(d.tyLe[1])
	for q := range out {
		out[q] = law.Phan(d.canCu[q]-d.ngoai[q], viet[q]) + law.Phan(d.ngoai[q], ngoai[q])
	}
	return out.tru(d.dong["B.3"])
}

// Co reports whether a row is reckoned, and what it comes to by fund.
func (d *DuTinh) Co(ma string) (Nam, bool) {
	n, ok := d.dong[ma]
	return n, ok
}
