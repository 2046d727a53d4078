package office

import (
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/m01bhsb"
	"ankhai/forms/sheet"
)

// otherBooks are the workbooks of other programs whose rows are read as rows of a
// form: the one with which claims of procedure 630 are exchanged (BHXH630.xls).
func otherBooks() []sheet.OtherBook {
	heads := map[string]string{}
	for _, c := range m01bhsb.ExcelPhatSinh {
		heads[c.Ten] = c.Cot.Tag
	}
	id := m01bhsb.B166.ID
	return []sheet.OtherBook{
		{Form: id, Tab: "M01B-HSB-PhatSinh", Heads: heads, Set: map[string]string{m01bhsb.Phan.Tag: m01bhsb.PhatSinh}, Later: []string{m01bhsb.CheDo.Tag},
			Words: map[string]map[string]string{m01bhsb.HinhThucTroCap.Tag: {"Chi trả qua ATM": m01bhsb.TaiKhoan, "Chi trả qua đơn vị": m01bhsb.QuaDonVi}}},
		{Form: id, Tab: "M01B-HSB-DieuChinh", Skip: "chưa có tài liệu về các cột của trang điều chỉnh. Nhập các dòng điều chỉnh vào mẫu 01B-HSB"},
	}
}

// batchUnit parts the number of a batch from its month in «20230900001».
const batchUnit = 10 * 10 * 10 * 10 * 10

// settleClaims finishes the rows of claims that another program wrote: the group
// where the agency's code is sure or its words are ours, batch and month where they
// stand in one number. A code that is not sure stays a code, and the group open.
func settleClaims(doc *form.Doc) {
	if doc.Form.ID != m01bhsb.B166.ID {
		return
	}
	for i := range doc.Rows {
		r := &doc.Rows[i]
		code := m01bhsb.MaNhomHuong.Get(*r)
		for _, n := range m01bhsb.CacNhom() {
			if m01bhsb.CheDo.Known(*r) || code == "" {
				break
			}
			switch {
			case n.MaCoQuan == code && n.Conf == "high":
				m01bhsb.CheDo.Set(r, n.Ma)
			case codes.Fold(n.Ten) == codes.Fold(code):
				m01bhsb.CheDo.Set(r, n.Ma)
				m01bhsb.MaNhomHuong.Put(r, form.Value{})
			}
		}
		if n := m01bhsb.DotBoSung.Get(*r); n >= batchUnit {
			if m := law.Month(n / batchUnit); m.Valid() {
				m01bhsb.ThangBoSung.Set(r, m)
				m01bhsb.DotBoSung.Set(r, n%batchUnit)
			}
		}
	}
}

// headsFromCompany fills the head of forms that a workbook gave rows alone.
func (o *Office) headsFromCompany(docs []*form.Doc, dv facts.DonVi) {
	for _, d := range docs {
		if d.Form.Head != nil && d.Form.ID == m01bhsb.B166.ID && emptyHead(d) {
			d.Head = o.headOf(d.Form, dv)
		}
	}
}

func emptyHead(d *form.Doc) bool {
	for _, v := range d.Head {
		if v.A != form.Unknown {
			return false
		}
	}
	return true
}
