package services

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/form"
)

// hoSo is the form that a fault of the dossier as a whole stands in.
const hoSo = "Hồ sơ"

// theCase asks for what the dossier's case takes.
func (c *checker) theCase() {
	for _, m := range c.th.Mau {
		if c.doc(m) == nil && (c.p.Rieng || !slices.Contains(c.p.BatBuoc, m)) { // HS-01 has said the others
			c.add("17", level(c.th.Confidence), m, "Mẫu "+GoiMau(m)+": phải có trong trường hợp "+c.th.ID+" «"+c.th.Ten+"»", c.basis())
		}
	}
	c.rowsOfCase()
	c.papers()
}

// basis is where the case comes from: its article, where its note has one.
func (c *checker) basis() string {
	if strings.Contains(c.th.GhiChu, "Điều ") {
		return c.th.GhiChu
	}
	return c.dv.CanCu
}

// rowsOfCase asks that the rows are of the case: its phương án, and what each must
// be besides.
func (c *checker) rowsOfCase() {
	for _, l := range c.lists() {
		var other, unfit []form.Place
		var col *form.Column
		if len(c.th.doiHoi) == 3 {
			col = l.doc.Form.Table.Column(c.th.doiHoi[0])
		}
		for i, r := range l.doc.Rows {
			if pa := l.phuongAn.Get(r).S; len(c.th.PhuongAn) > 0 && pa != "" && !slices.Contains(c.th.PhuongAn, pa) {
				other = append(other, place(l.phuongAn, i))
			}
			if col != nil && col.Known(r) && (col.Get(r).S == c.th.doiHoi[2]) == (c.th.doiHoi[1] == "khac") {
				unfit = append(unfit, place(col, i))
			}
		}
		if other != nil {
			c.add("19", form.Nhac, l.doc.Form.ID, fmt.Sprintf("%s: trường hợp «%s» dùng %s. Đổi phương án, hoặc chọn trường hợp khác",
				l.phuongAn.Label, c.th.Ten, strings.Join(c.th.PhuongAn, ", ")), c.basis(), other...)
		}
		if unfit != nil {
			c.add("20", form.Nhac, l.doc.Form.ID, fmt.Sprintf("%s: không hợp với trường hợp «%s». Xem lại dòng này, hoặc chọn trường hợp khác", col.Label, c.th.Ten), c.basis(), unfit...)
		}
		c.death(l)
	}
}

// death asks for a paper of those who are declared as dead.
func (c *checker) death(l list) {
	if l.coGiamChet == nil || c.has(c.p.maus(BangKe)) {
		return
	}
	for _, g := range c.dv.GiayCua(c.th.ID) {
		if strings.Contains(g.Ten(), "chứng tử") && c.given(g) {
			return
		}
	}
	var at []form.Place
	for i, r := range l.doc.Rows {
		if l.coGiamChet.Get(r).N == 1 {
			at = append(at, place(l.coGiamChet, i))
		}
	}
	if at != nil {
		c.add("21", form.Nhac, l.doc.Form.ID, l.coGiamChet.Label+": kèm bản sao giấy chứng tử, hoặc kê vào D01-TS",
			"Quy định của phần mềm I-VAN; chưa thấy văn bản", at...)
	}
}
