package services

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// list is a form whose rows each declare something of a person by a phương án,
// whichever form it is: the rules ask its columns.
type list struct {
	doc               *form.Doc
	phuongAn          *form.Column // nil for a form with a loại tăng, giảm of its own
	loai              *form.Column
	maSo              *form.Column // nil where the form has none, as are the next
	tuThang, denThang *form.Column
	coGiamChet, hdTu  *form.Column
}

// lists are the dossier's forms that have a phương án in each row.
func (c *checker) lists() []list {
	var out []list
	for _, d := range c.Docs {
		t := d.Form.Table
		if pa := t.Column("PhuongAn"); pa != nil {
			out = append(out, list{doc: d, phuongAn: pa, maSo: t.Column("MaSoBHXH"), tuThang: t.Column("TuThang"), denThang: t.Column("DenThang"), coGiamChet: t.Column("CoGiamChet"), hdTu: t.Column("HDTu")})
		}
	}
	return out
}

// changes are the dossier's forms whose rows say what becomes of a person, by a
// phương án or by a loại tăng, giảm of their own.
func (c *checker) changes() []list {
	out := c.lists()
	for _, d := range c.Docs {
		if loai := d.Form.Table.Column("LoaiTangGiam"); loai != nil {
			out = append(out, list{doc: d, loai: loai, maSo: d.Form.Table.Column("MaSoBHXH")})
		}
	}
	return out
}

// sheets are the dossier's forms that tell who a person is and declare nothing of
// what becomes of them.
func (c *checker) sheets() []*form.Doc {
	var out []*form.Doc
	for _, d := range c.Docs {
		t := d.Form.Table
		if t.Column("PhuongAn") == nil && t.Column("LoaiTangGiam") == nil && t.Column("HoTen") != nil && (t.Column("SoCCCD") != nil || t.Column("MaSoBHXH") != nil) {
			out = append(out, d)
		}
	}
	return out
}

// newPerson is a phương án by which somebody is declared who may have no mã số yet.
// Lists with words of their own call it so: «Tăng người …», «Tăng tham gia …».
func (l list) newPerson(r form.Row) bool {
	if l.loai != nil {
		words := codes.Fold(l.loai.Codes.Label(l.loai.Get(r).S))
		return strings.HasPrefix(words, "tang nguoi") || strings.HasPrefix(words, "tang tham gia")
	}
	v := l.phuongAn.Get(r).S
	return v == "TM" || v == "TH"
}

func (l list) increase(r form.Row) bool {
	return codes.Nhom(l.phuongAn.Get(r).S) == codes.NhomTang
}

func (l list) backward(r form.Row) bool {
	switch codes.Nhom(l.phuongAn.Get(r).S) {
	case codes.NhomTruyDong, codes.NhomThoaiThu:
		return true
	}
	return false
}

// acrossForms holds the forms of the dossier against each other.
func (c *checker) acrossForms() {
	sheets := c.sheets()
	for _, l := range c.changes() {
		if l.phuongAn != nil {
			c.phuongAn(l)
			c.tuongLai(l)
		}
		matched := make([]bool, len(l.doc.Rows))
		for _, s := range sheets {
			pairs := pair(l.doc, s)
			for i, k := range pairs {
				matched[i] = matched[i] || k >= 0 && c.isToKhai(s)
			}
			c.khop(l.doc, s, pairs)
		}
		c.tangMoi(l, matched)
	}
}

func (c *checker) isToKhai(d *form.Doc) bool {
	m, ok := MauCua(d.Form.ID)
	return ok && m.VaiTro == ToKhai
}

// phuongAn asks that the procedure takes each row's phương án.
func (c *checker) phuongAn(l list) {
	if len(c.p.PhuongAn) == 0 {
		return
	}
	var at []form.Place
	for i, r := range l.doc.Rows {
		if pa := l.phuongAn.Get(r).S; pa != "" && !slices.Contains(c.p.PhuongAn, pa) {
			at = append(at, place(l.phuongAn, i))
		}
	}
	if at != nil {
		other := c.p.Goc
		if other == "" {
			other = "khác"
		}
		c.add("08", form.Nhac, l.doc.Form.ID, fmt.Sprintf("%s: thủ tục %s chỉ nhận %s. Chọn thủ tục %s cho các phương án khác",
			l.phuongAn.Label, c.p.Ma, strings.Join(c.p.PhuongAn, ", "), other), canCuMau, at...)
	}
}

// tuongLai asks that nothing is declared for months to come where the procedure does
// not take them.
func (c *checker) tuongLai(l list) {
	if l.tuThang == nil || c.p.TuongLai || c.HomNay == 0 {
		return
	}
	var at []form.Place
	for i, r := range l.doc.Rows {
		if l.tuThang.Known(r) && law.Month(l.tuThang.Get(r).N) > c.HomNay.Month() {
			at = append(at, place(l.tuThang, i))
		}
	}
	if at != nil {
		c.add("22", form.Nhac, l.doc.Form.ID, fmt.Sprintf("%s: không sau tháng %s với thủ tục %s. Chờ đến tháng ấy, hoặc nộp bằng thủ tục nhận tháng sau",
			l.tuThang.Label, c.HomNay.Month(), c.p.Ma), canCuTuongLai, at...)
	}
}

// tangMoi asks a sheet of their own of everybody who is declared without a mã số.
func (c *checker) tangMoi(l list, matched []bool) {
	toKhai := c.p.maus(ToKhai)
	if l.maSo == nil || len(toKhai) == 0 {
		return
	}
	var at []form.Place
	for i, r := range l.doc.Rows {
		if l.newPerson(r) && !l.maSo.Known(r) && !matched[i] {
			at = append(at, place(l.maSo, i))
		}
	}
	if at == nil {
		return
	}
	m, _ := MauCua(l.doc.Form.ID)
	c.add("04", level(m.Confidence), l.doc.Form.ID,
		l.maSo.Label+": người tăng mới chưa có mã số phải có tờ khai "+GoiMaus(toKhai, " hoặc ")+" kèm theo", canCuTK1, at...)
}

// pair finds for each row of list the row of sheet that is of the same person,
// by key, then by the paper's number, then by mã số BHXH; -1 if there is none.
func pair(list, sheet *form.Doc) []int {
	out := make([]int, len(list.Rows))
	for i := range out {
		out[i] = -1
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

// khop holds what two forms say of one person against each other.
func (c *checker) khop(list, sheet *form.Doc, pairs []int) {
	for _, tag := range []string{"HoTen", "NgaySinh", "GioiTinh", "SoCCCD", "MaSoBHXH"} {
		a, b := list.Form.Table.Column(tag), sheet.Form.Table.Column(tag)
		if a == nil || b == nil || a.Kind != b.Kind {
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
			c.add("05", form.Loi, list.Form.ID, a.Label+": khác với tờ khai "+GoiMau(sheet.Form.ID)+" của cùng người. Sửa một trong hai", canCuKhop, at...)
		}
	}
}
