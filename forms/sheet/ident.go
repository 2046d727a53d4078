package sheet

import (
	"strings"

	"ankhai/forms/facts"
)

// number reads an identifier; rounded tells that Excel kept only its first digits.
func number(c *cell) (s string, rounded bool) {
	if c.kind == cellNumber {
		d, ok := parseDecimal(c.s)
		if !ok {
			return clean(c.s), false
		}
		s = d.integer()
		return s, len(s) >= 9 && len(d.digits) <= 5 || s == ""
	}
	s = clean(c.s)
	if i := strings.IndexAny(s, "eE"); i > 0 && i < len(s)-1 && allDigits(strings.NewReplacer(".", "", ",", "").Replace(s[:i])) && allDigits(strings.Trim(s[i+1:], "+-")) {
		return s, true
	}
	return strings.TrimPrefix(s, "'"), false
}

func (l *lines) cccd(d *facts.DongLuong, w *where) string {
	c := l.cell(fCCCD)
	if c == nil {
		return ""
	}
	at := l.place(c)
	w.cccd = at
	s, rounded := number(c)
	if rounded {
		l.loi(at, clean(c.s), xlRounded, "Số ĐDCN/CCCD: Excel đã làm tròn số, các chữ số cuối không còn. Định dạng cột là văn bản rồi ghi lại đủ 12 chữ số", "")
		return ""
	}
	e, zeros := wholeCCCD(s, c.numeric(), d.QuocTich, d.GioiTinh, d.NgaySinh)
	switch {
	case e.OK():
		return s
	case zeros && d.NgaySinh != 0: // the year of birth is in the number and agrees
		l.nhac(at, s, xlDigits, "Số ĐDCN/CCCD: mất số 0 ở đầu, đã đọc là "+e.Goi+" vì khớp mã tỉnh, giới tính và năm sinh. Định dạng cột là văn bản để giữ số 0", e.Goi)
		return e.Goi
	case !zeros && e.Goi != "": // only signs between the digits
		return e.Goi
	case e.Nhac:
		l.nhac(at, s, xlCCCD, e.Say, e.Goi)
		return s
	}
	l.loi(at, s, xlCCCD, e.Say, e.Goi)
	return ""
}

// wholeCCCD judges a number, and looks for the zeros in front that a numeric cell
// loses: zeros tells that e.Goi is the number with them. Where the date of birth is
// known they are certain, since the year of birth is in the number and agrees.
func wholeCCCD(s string, numeric bool, quocTich string, g facts.GioiTinh, born facts.NgaySinh) (e facts.LoiMa, zeros bool) {
	e = facts.CheckSoGiayTo(s, quocTich, g, born)
	if len(s) == 10 && allDigits(s) && numeric { // 001…, two zeros lost
		if facts.CheckCCCD("00"+s, g, born).OK() {
			e = facts.LoiMa{Say: "Số ĐDCN/CCCD: phải có 12 chữ số (đang có 10). Hai số 0 ở đầu có thể đã mất khi lưu dạng số", Goi: "00" + s}
		}
	}
	return e, e.Goi != "" && len(e.Goi) == 12 && len(s) < 12 && strings.HasSuffix(e.Goi, s)
}

func (l *lines) maSo(w *where) string {
	c := l.cell(fMaSo)
	if c == nil {
		return ""
	}
	at := l.place(c)
	w.maSo = at
	s, rounded := number(c)
	if rounded {
		l.loi(at, clean(c.s), xlRounded, "Mã số BHXH: Excel đã làm tròn số, các chữ số cuối không còn. Định dạng cột là văn bản rồi ghi lại đủ 10 chữ số", "")
		return ""
	}
	switch k := headKey(s); k {
	case "", "chua co", "chua", "chua cap", "cho cap", "moi", "khong co", "khong":
		return "" // the workbook says that there is none yet
	}
	e := facts.CheckMaSoBHXH(s)
	switch {
	case e.OK():
		return s
	case e.Goi != "" && !strings.HasPrefix(e.Goi, "0"+s):
		return e.Goi
	case e.Nhac:
		l.nhac(at, s, xlMaSo, e.Say, e.Goi)
		return s
	}
	l.loi(at, s, xlMaSo, e.Say, e.Goi)
	return ""
}
