package services

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// The form of the list and of the person's own sheet: the pair that a new
// person needs both of.
const (
	danhSach = "D02-LT"
	toKhai   = "TK1-TS"
)

// basis of the rules on which forms make a dossier.
const (
	canCuMau  = "Cổng dịch vụ công Bảo hiểm xã hội Việt Nam, mẫu của thủ tục"
	canCuTK1  = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1; hướng dẫn lập mẫu D02-LT, điểm 4"
	canCuKhop = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3"
)

// Check checks that the forms of one dossier belong together and to the
// procedure; each form's own rules are not asked. The codes are public:
//
//	HS-01  a form that the procedure requires is missing
//	HS-02  a form that the procedure does not take
//	HS-03  a form without rows
//	HS-04  a new person without mã số BHXH has no TK1-TS
//	HS-05  a person is not the same in two forms
//	HS-06  no such procedure, or one that ended
//	HS-07  the kỳ kê khai lies in the future
//	HS-08  a phương án that the procedure does not take
//	HS-09  a form stands twice
func Check(procedure string, docs []*form.Doc, today law.Day, period law.Month) []form.Fault {
	c := checker{docs: docs}
	p, ok := Procedure(procedure)
	switch {
	case !ok:
		c.add("06", form.Loi, "", "Thủ tục: không có mã "+procedure+" trong danh mục thủ tục", canCuMau)
		return c.faults
	case p.HetHieuLuc():
		c.add("06", form.Loi, "", "Thủ tục: "+p.Ma+" đã hết áp dụng. Chọn thủ tục khác", canCuMau)
		return c.faults
	}
	c.forms(p)
	if period != 0 && today != 0 && period > today.Month() && !p.TuongLai {
		c.add("07", form.Loi, "", "Kỳ kê khai: không sau tháng "+today.Month().String()+" với thủ tục "+p.Ma, canCuMau)
	}
	list, sheet := c.doc(danhSach), c.doc(toKhai)
	if list != nil {
		c.phuongAn(p, list)
		pairs := pair(list, sheet)
		c.tangMoi(list, pairs)
		if sheet != nil {
			c.khop(list, sheet, pairs)
		}
	}
	return c.faults
}

type checker struct {
	docs   []*form.Doc
	faults []form.Fault
}

func (c *checker) add(code string, level form.Level, mau, say, basis string, places ...form.Place) {
	if len(places) == 0 {
		places = []form.Place{{}}
	}
	c.faults = append(c.faults, form.Fault{Code: "HS-" + code, Level: level, Form: mau, Say: say, Basis: basis, Places: places})
}

func (c *checker) doc(id string) *form.Doc {
	for _, d := range c.docs {
		if d.Form.ID == id {
			return d
		}
	}
	return nil
}

func (c *checker) forms(p ThuTuc) {
	for _, m := range p.BatBuoc {
		if c.doc(m) == nil {
			c.add("01", form.Loi, m, "Mẫu "+m+": phải có khi nộp thủ tục "+p.Ma, canCuMau)
		}
	}
	seen := map[string]bool{}
	for _, d := range c.docs {
		id := d.Form.ID
		switch {
		case seen[id]:
			c.add("09", form.Loi, id, "Mẫu "+id+": có hai bản trong một hồ sơ. Gộp lại thành một", canCuMau)
		case !p.Cho(id):
			level := form.Loi
			if p.Confidence != law.High {
				level = form.Nhac // the list of forms itself is not certain
			}
			c.add("02", level, id, "Mẫu "+id+": không nộp trong thủ tục "+p.Ma, canCuMau)
		case len(d.Rows) == 0:
			c.add("03", form.Loi, id, "Mẫu "+id+": chưa có dòng nào. Thêm dòng hoặc bỏ mẫu này", canCuMau)
		}
		seen[id] = true
	}
}

func (c *checker) phuongAn(p ThuTuc, list *form.Doc) {
	col := list.Form.Table.Column("PhuongAn")
	if len(p.PhuongAn) == 0 || col == nil {
		return
	}
	var at []form.Place
	for i, r := range list.Rows {
		if pa := col.Get(r).S; pa != "" && !slices.Contains(p.PhuongAn, pa) {
			at = append(at, place(col, i))
		}
	}
	if at != nil {
		c.add("08", form.Nhac, danhSach, fmt.Sprintf("%s: thủ tục %s chỉ nhận %s. Chọn thủ tục 600 cho các phương án khác", col.Label, p.Ma, strings.Join(p.PhuongAn, ", ")), canCuMau, at...)
	}
}

// tangMoi asks a TK1-TS of everybody who is declared without a mã số BHXH.
func (c *checker) tangMoi(list *form.Doc, pairs []int) {
	pa, maSo := list.Form.Table.Column("PhuongAn"), list.Form.Table.Column("MaSoBHXH")
	if pa == nil || maSo == nil {
		return
	}
	var at []form.Place
	for i, r := range list.Rows {
		if v := pa.Get(r).S; (v == "TM" || v == "TH") && !maSo.Known(r) && pairs[i] < 0 {
			at = append(at, place(maSo, i))
		}
	}
	if at != nil {
		c.add("04", form.Loi, danhSach, maSo.Label+": người tăng mới chưa có mã số phải có tờ khai TK1-TS kèm theo", canCuTK1, at...)
	}
}

// pair finds for each row of list the row of sheet that is of the same person,
// by key, then by the paper's number, then by mã số BHXH; -1 if there is none.
func pair(list, sheet *form.Doc) []int {
	out := make([]int, len(list.Rows))
	for i := range out {
		out[i] = -1
	}
	if sheet == nil {
		return out
	}
	for _, tag := range []string{"ID", "SoCCCD", "MaSoBHXH"} {
		a, b := list.Form.Table.Column(tag), sheet.Form.Table.Column(tag)
		if a == nil || b == nil {
			continue
		}
		at := make(map[string]int, len(sheet.Rows))
		for k := len(sheet.Rows) - 1; k >= 0; k-- {
			at[b.Get(sheet.Rows[k]).S] = k
		}
		for i, r := range list.Rows {
			if k, ok := at[a.Get(r).S]; ok && out[i] < 0 && a.Known(r) {
				out[i] = k
			}
		}
	}
	return out
}

// khop holds what both forms say of one person against each other.
func (c *checker) khop(list, sheet *form.Doc, pairs []int) {
	for _, tag := range []string{"HoTen", "NgaySinh", "GioiTinh", "SoCCCD", "MaSoBHXH"} {
		a, b := list.Form.Table.Column(tag), sheet.Form.Table.Column(tag)
		if a == nil || b == nil {
			continue
		}
		var at []form.Place
		for i, r := range list.Rows {
			k := pairs[i]
			if k < 0 || !a.Known(r) || !b.Known(sheet.Rows[k]) || a.Show(a.Get(r)) == b.Show(b.Get(sheet.Rows[k])) {
				continue
			}
			at = append(at, place(a, i))
		}
		if at != nil {
			c.add("05", form.Loi, danhSach, a.Label+": khác với tờ khai TK1-TS của cùng người. Sửa một trong hai", canCuKhop, at...)
		}
	}
}

func place(c *form.Column, i int) form.Place {
	return form.Place{Row: i + 1, Tag: c.Tag, Label: c.Label}
}
