package services

import (
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// basis of the rules on which forms make a dossier.
const (
	canCuMau      = "Cổng dịch vụ công Bảo hiểm xã hội Việt Nam, mẫu của thủ tục"
	canCuTK1      = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1; hướng dẫn lập mẫu D02-LT, điểm 4"
	canCuTuongLai = "Quy định của phần mềm I-VAN: chỉ thủ tục 600, 600c, 605 nhận tháng sau"
	canCuKhop     = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3"
)

// forms asks for the forms that must be there and looks at those that are. A case
// of the service's own procedure says better than the procedure which must.
func (c *checker) forms() {
	must, oneOf := c.p.BatBuoc, c.p.MotTrong
	if c.p.Rieng && c.th.ID != "" {
		must, oneOf = nil, nil
	}
	for _, m := range must {
		if c.doc(m) == nil {
			c.add("01", form.Loi, m, "Mẫu "+GoiMau(m)+": phải có khi nộp thủ tục "+c.p.Ma, canCuMau)
		}
	}
	if len(oneOf) > 0 && !c.has(oneOf) {
		c.add("01", form.Loi, oneOf[0], "Mẫu "+GoiMaus(oneOf, " hoặc ")+": phải có một mẫu khi nộp thủ tục "+c.p.Ma, canCuMau)
	}
	seen := map[string]bool{}
	for _, d := range c.Docs {
		id := d.Form.ID
		switch {
		case seen[id]:
			c.add("09", form.Loi, id, "Mẫu "+GoiMau(id)+": có hai bản trong một hồ sơ. Gộp lại thành một", canCuMau)
		case d.Form.Agency:
			c.add("24", form.Loi, id, "Mẫu "+GoiMau(id)+": do cơ quan BHXH lập, chỉ để đọc và đối chiếu. Bỏ mẫu này khỏi hồ sơ", canCuMau)
		case !c.p.Cho(id) && d.Form.Alone:
			c.add("02", form.Loi, id, "Mẫu "+GoiMau(id)+": là một tệp riêng, không đặt chung với mẫu khác của thủ tục "+c.p.Ma+". Lập hồ sơ riêng cho mẫu này", canCuMau)
		case !c.p.Cho(id):
			// the list of forms itself may not be certain
			c.add("02", level(c.p.Confidence), id, "Mẫu "+GoiMau(id)+": không nộp trong thủ tục "+c.p.Ma, canCuMau)
		case len(d.Rows) == 0 && wantsRows(d):
			c.add("03", form.Loi, id, "Mẫu "+GoiMau(id)+": chưa có dòng nào. Thêm dòng hoặc bỏ mẫu này", canCuMau)
		}
		seen[id] = true
	}
}

// wantsRows reports whether a form says something only by its rows: a list has
// columns that every row must answer, or nothing is filled above it.
func wantsRows(d *form.Doc) bool {
	if d.Form.Packs != nil {
		return false // they come with the signature
	}
	for _, k := range d.Form.Table.Columns() {
		if k.Required {
			return true
		}
	}
	for _, v := range d.Head {
		if v.Known() {
			return false
		}
	}
	return true
}

// maus lists the forms of a kind that the procedure takes.
func (t ThuTuc) maus(vaiTro string) []string {
	var out []string
	for _, m := range t.mau() {
		if k, ok := MauCua(m); ok && k.VaiTro == vaiTro {
			out = append(out, m)
		}
	}
	return out
}

// bangKe asks for the list of proofs where something is declared late: a procedure
// of arrears, a phương án of arrears or of taking back, an increase of a month that
// has passed, a stretch of months that is over.
func (c *checker) bangKe() {
	forms := c.p.maus(BangKe)
	if len(forms) == 0 || c.has(forms) {
		return
	}
	const say = ": kê khai cho thời gian đã qua thì cơ quan BHXH có thể đòi bảng kê giấy tờ. Kèm mẫu "
	const canCu = "Quy định của phần mềm I-VAN theo Quyết định 595/QĐ-BHXH; Quyết định 366/QĐ-BHXH không còn mẫu này"
	for _, l := range c.lists() {
		var at []form.Place
		for i, r := range l.doc.Rows {
			if k := c.late(l, r); k != nil {
				at = append(at, place(k, i))
			}
		}
		if at != nil {
			c.add("18", form.Nhac, l.doc.Form.ID, at[0].Label+say+GoiMaus(forms, " hoặc "), canCu, at...)
		}
	}
}

// late is the column that makes a row one of the past, nil if it is none.
func (c *checker) late(l list, r form.Row) *form.Column {
	switch {
	case l.backward(r):
		return l.phuongAn
	case l.tuThang == nil || c.Ky == 0 || !l.tuThang.Known(r):
		return nil
	case l.increase(r) && law.Month(l.tuThang.Get(r).N) < c.Ky && !c.inTime(l, r):
		return l.tuThang
	case l.denThang != nil && l.denThang.Known(r) && law.Month(l.denThang.Get(r).N) < c.Ky:
		return l.denThang
	}
	return nil
}

// inTime reports whether an increase of an earlier month is still within the days
// that the law gives from the contract's first day.
func (c *checker) inTime(l list, r form.Row) bool {
	if l.hdTu == nil || !l.hdTu.Known(r) || c.HomNay == 0 {
		return false
	}
	from := law.Day(l.hdTu.Get(r).N)
	return c.HomNay < from.Add(int(law.HanBaoTang(from)))
}
