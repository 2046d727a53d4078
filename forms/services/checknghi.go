package services

import (
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

const canCuNghi = "Luật 41/2024/QH15 Điều 33 khoản 5, Điều 53 khoản 8; cảnh báo 81, 82 của phần mềm xét duyệt"

// nghiHuong holds the leaves for which a benefit is claimed against what a list in
// the same dossier says of the same people: that they come to work, or are away
// without pay.
func (c *checker) nghiHuong() {
	for _, d := range c.Docs {
		t := d.Form.Table
		tu, den := t.Column("TuNgay"), t.Column("DenNgay")
		if t.Column("CheDo") == nil || tu == nil || den == nil {
			continue
		}
		for _, l := range c.lists() {
			if l.tuThang != nil {
				c.nghiVaDong(d, tu, den, l)
			}
		}
	}
}

func (c *checker) nghiVaDong(d *form.Doc, tu, den *form.Column, l list) {
	at := map[string][]form.Place{}
	var order []string
	for i, k := range pair(d, l.doc) {
		if k < 0 {
			continue
		}
		r, from := d.Rows[i], law.Month(l.tuThang.Get(l.doc.Rows[k]).N)
		a, b, pa := law.Day(tu.Get(r).N), law.Day(den.Get(r).N), l.phuongAn.Get(l.doc.Rows[k]).S
		if !from.Valid() || !a.Valid() || !b.Valid() || b < a {
			continue
		}
		say := ""
		switch {
		case pa == "KL" && from.First() <= b && a <= from.Last():
			say = fmt.Sprintf("%s: %s báo nghỉ không lương từ tháng %s. Tháng nghỉ không lương không có chế độ; sửa một trong hai", tu.Label, l.doc.Form.ID, from)
		case codes.Nhom(pa) == codes.NhomTang && pa != "ON" && a <= from.First() && from.Last() <= b:
			say = fmt.Sprintf("%s: nghỉ trọn tháng %s mà %s báo tăng (%s) tháng ấy. Sửa một trong hai", tu.Label, from, l.doc.Form.ID, pa)
		default:
			continue
		}
		if at[say] == nil {
			order = append(order, say)
		}
		at[say] = append(at[say], place(tu, i))
	}
	for _, say := range order {
		c.add("23", form.Nhac, d.Form.ID, say, canCuNghi, at[say]...)
	}
}
