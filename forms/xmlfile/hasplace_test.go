package xmlfile_test

import (
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/xmlfile"
)

var (
	coNgay  = form.Date("Ngay", "Ngày")
	coLoai  = form.Code("Loai", "Loại", form.Choice("Loại", "a", "A", "b", "B"))
	coDau   = form.Text("Dau", "Dấu")
	coGiay  = form.Text("ChiTrenGiay", "Chỉ trên giấy")
	coCho   = form.Text("Cho", "Chỗ")
	coThang = form.Month("Thang", "Tháng")

	coChoThu = form.Register(form.Form{
		ID: "THU-CHO", Version: "1", Title: "Mẫu thử chỗ", From: 20260501,
		Table: &form.Table{Tag: "Dong", Groups: []form.Group{form.Cols("", coNgay, coLoai, coDau, coGiay, coCho, coThang)}},
		Wires: []form.Wire{{File: "THU-CHO.xml", Root: "THU-CHO", SignNode: "Cky", From: 20260501, Body: []form.Elem{
			form.Each("Dong",
				form.El("Ngay", coNgay),
				form.Fn("LaB", func(r form.WireRow) string { return map[bool]string{true: "1", false: "0"}[coLoai.Get(*r.Row) == "b"] }, nil),
				form.El("Thang", coThang),
				form.Box("Nhom", form.El("Cho", coCho)).HollowIf(func(r form.WireRow) bool { return coDau.Get(*r.Row) == "" }),
			)}}},
	})
)

// A cell has a place in the file where an answer to it would change the file: by an
// element of its own, or by what is written of it; not where its group is left out.
func TestHasPlace(t *testing.T) {
	d := form.New(coChoThu)
	var marked form.Row
	coDau.Set(&marked, "x")
	d.Rows = []form.Row{{}, marked}
	w := &coChoThu.Wires[0]
	for _, c := range []struct {
		row  int
		col  form.Handle
		want bool
	}{{0, coNgay, true}, {0, coLoai, true}, {0, coThang, true}, {0, coGiay, false}, {0, coCho, false}, {1, coCho, true}, {7, coGiay, true}} {
		if got := xmlfile.HasPlace(d, w, "", c.row, c.col.Col()); got != c.want {
			t.Errorf("row %d, %s: got %v, want %v", c.row, c.col.Col().Tag, got, c.want)
		}
	}
	if coNgay.Known(d.Rows[0]) {
		t.Error("asking changed the document")
	}
}
