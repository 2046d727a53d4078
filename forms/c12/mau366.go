package c12

import (
	"ankhai/forms/c12ts"
	"ankhai/forms/form"
)

// cotC12 are the columns of mẫu C12-TS by ours.
var cotC12 = map[Cot]form.MoneyColumn{CotOmDau: c12ts.OmDau, CotHuuTri: c12ts.HuuTri, CotBHYT: c12ts.BHYT, CotBHTN: c12ts.BHTN, CotTNLD: c12ts.TNLD, CotCong: c12ts.Cong}

// TuMau takes a statement out of a document of mẫu C12-TS.
func TuMau(d *form.Doc) *ThongBao {
	t := &ThongBao{Mau: Mau366, Thang: c12ts.Thang.Get(d.Head), MaDonVi: c12ts.MaDonVi.Get(d.Head), TenDonVi: c12ts.TenDonVi.Get(d.Head), KiemTra: c12ts.KiemTra.Get(d.Head)}
	if c12ts.TongThieu.Known(d.Head) {
		n := c12ts.TongThieu.Get(d.Head)
		t.TongThieu = &n
	}
	for _, r := range d.Rows {
		one := Dong{Ma: c12ts.Ma.Get(r), SoUNC: c12ts.SoUNC.Get(r), NgayUNC: c12ts.NgayUNC.Get(r)}
		one.Ten = c12ts.ChiTieu.Label(one.Ma)
		for c, col := range cotC12 {
			one.O[c] = col.Column.Get(r)
		}
		t.Dong = append(t.Dong, one)
	}
	return t
}

// Doc makes the document of mẫu C12-TS that the statement is; nil for the older
// layout, whose column of BHXH the mẫu does not have.
func (t *ThongBao) Doc() *form.Doc {
	if t.Mau != Mau366 {
		return nil
	}
	d := form.New(c12ts.D366)
	put(&d.Head, c12ts.MaDonVi, t.MaDonVi)
	put(&d.Head, c12ts.TenDonVi, t.TenDonVi)
	if t.Thang != 0 {
		c12ts.Thang.Set(&d.Head, t.Thang)
	}
	if t.KiemTra != 0 {
		c12ts.KiemTra.Set(&d.Head, t.KiemTra)
	}
	if t.TongThieu != nil {
		c12ts.TongThieu.Set(&d.Head, *t.TongThieu)
	}
	for _, one := range t.Dong {
		if !c12ts.ChiTieu.Has(one.Ma) {
			continue
		}
		var r form.Row
		c12ts.Ma.Set(&r, one.Ma)
		put(&r, c12ts.SoUNC, one.SoUNC)
		if one.NgayUNC != 0 {
			c12ts.NgayUNC.Set(&r, one.NgayUNC)
		}
		for c, col := range cotC12 {
			if one.O[c].A != form.Unknown {
				col.Put(&r, one.O[c])
			}
		}
		d.Rows = append(d.Rows, r)
	}
	return d
}

// Dong makes the rows of mẫu C12-TS as an agency would write them that reckons as d
// does, while nothing was paid: what is due in the month is what is owed.
func (d *DuTinh) Dong() []form.Row {
	rows := c12ts.Moi(0)
	for _, r := range rows {
		ma := c12ts.Ma.Get(r)
		n, ok := d.Co(ma)
		if !ok {
			continue
		}
		var cells []form.Value
		sum := int64(0)
		for _, x := range n {
			cells, sum = append(cells, form.NumValue(x)), sum+x
		}
		if !c12ts.Gach(ma, c12ts.Cong) {
			cells = append(cells, form.NumValue(sum))
		}
		c12ts.Dat(rows, ma, cells...)
		if ma == "B.3" {
			c12ts.Dat(rows, "Đ.2.2", cells...)
		}
	}
	return rows
}

func put(r *form.Row, c form.TextColumn, s string) {
	if s != "" {
		c.Set(r, s)
	}
}
