package sheet

import (
	"strings"
	"sync"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// names maps the folded names of the small lists to their codes.
var names = map[*codes.List]func() map[string]string{
	codes.QuocTich: folded(codes.QuocTich), codes.DanToc: folded(codes.DanToc),
	codes.Tinh: folded(codes.Tinh), codes.PhuongAn: folded(codes.PhuongAn),
}

func folded(l *codes.List) func() map[string]string {
	return sync.OnceValue(func() map[string]string {
		m := map[string]string{}
		for _, i := range l.All() {
			m[codes.Fold(i.Ten)] = i.Ma
			for _, k := range strings.FieldsFunc(i.Khac, func(r rune) bool { return r == ';' || r == ',' }) {
				if k = codes.Fold(k); m[k] == "" {
					m[k] = i.Ma
				}
			}
		}
		return m
	})
}

// listed reads a code, or the name of one; width is the length to which zeros
// in front are restored.
func (l *lines) listed(f string, list *codes.List, width int) string {
	c := l.cell(f)
	if c == nil {
		return ""
	}
	s := plainNumber(c)
	code := strings.ToUpper(s)
	if allDigits(code) && len(code) < width {
		code = strings.Repeat("0", width-len(code)) + code
	}
	if list.Has(code) {
		return code
	}
	if ma, _ := splitCode(list, s); ma != "" { // as it is chosen from a list: «79 - Thành phố Hồ Chí Minh»
		return ma
	}
	if ma, former := l.former(c, f, list, s, code); former {
		return ma
	}
	if byName := names[list]; byName != nil {
		if ma, ok := byName()[codes.Fold(s)]; ok {
			return ma
		}
	}
	l.nhac(l.place(c), s, xlCode, labelOf(f)+": không có mã "+s+" trong danh mục "+list.Name()+", để trống", "")
	return ""
}

// former reads a code that the list had once. It is kept where others took its place,
// since the roster brings old codes up to date, and left out where none did.
func (l *lines) former(c *cell, f string, list *codes.List, s, code string) (ma string, ok bool) {
	now, say := list.Successors(code)
	switch {
	case say == "":
		return "", false
	case len(now) == 0:
		l.nhac(l.place(c), s, xlCode, labelOf(f)+": "+say+", đang để trống", "")
		return "", true
	case len(now) == 1:
		l.nhac(l.place(c), s, xlCode, labelOf(f)+": "+say, now[0])
	default:
		l.nhac(l.place(c), s, xlCode, labelOf(f)+": "+say, "")
	}
	return code, true
}

func (l *lines) region() string {
	c := l.cell(fVung)
	if c == nil {
		return ""
	}
	s := strings.ToUpper(strings.TrimSpace(strings.TrimPrefix(strings.ToLower(plainNumber(c)), "vùng")))
	if ma, _ := splitCode(codes.VungLTT, s); ma != "" {
		return ma
	}
	n, ok := law.SoVung(s)
	if !ok {
		l.nhac(l.place(c), s, xlCode, "Vùng lương: phải là 01, 02, 03 hoặc 04, để trống", "")
		return ""
	}
	return "0" + string(rune('0'+n))
}

// facility reads where somebody is registered for treatment: the code, or, beside
// a column with the province, the number within it.
func (l *lines) facility() string {
	number, province := l.cell(fMaKCB), l.cell(fTinhKCB)
	if number != nil && province != nil {
		n, p := plainNumber(number), plainNumber(province)
		if allDigits(n+p) && len(n) <= 3 && len(p) <= 2 {
			code := strings.Repeat("0", 2-len(p)) + p + strings.Repeat("0", 3-len(n)) + n
			if codes.KCB.Has(code) {
				return code
			}
			if ma, former := l.former(number, fMaKCB, codes.KCB, code, code); former {
				return ma
			}
		}
	}
	return l.listed(fMaKCB, codes.KCB, 5)
}

// contract reads the contract. Where the kind has a column of its own for each
// day, the column that is filled says it.
func (l *lines) contract() facts.HopDong {
	h := facts.HopDong{So: l.ident(fSoHD), NgayKy: l.day(fNgayKy), Loai: l.contractKind(), Tu: l.day(fTuHD), Den: l.day(fDenHD)}
	for _, k := range [...]struct{ loai, tu, den string }{{"0", fTuKXD, ""}, {"1", fTuXD, fDenXD}, {"2", fTuKhac, fDenKhac}} {
		if tu := l.day(k.tu); tu != 0 && h.Tu == 0 {
			h.Loai, h.Tu = k.loai, tu
			if k.den != "" {
				h.Den = l.day(k.den)
			}
		}
	}
	if h.Tu.Valid() && h.Den.Valid() && h.Den < h.Tu {
		l.backwards([]string{fDenHD, fDenXD, fDenKhac}, h.Tu.String(), h.Den.String())
		h.Den = 0
	}
	return h
}

// backwards names an end that lies before its beginning: the end is left out, since
// nobody can say which of the two is wrong.
func (l *lines) backwards(ends []string, from, to string) {
	for _, f := range ends {
		if c := l.cell(f); c != nil {
			l.loi(l.place(c), to, xlBackwards, labelOf(f)+": "+to+" trước lúc bắt đầu "+from+" nên để trống. Xem lại cả hai", "")
			return
		}
	}
}

func (l *lines) contractKind() string {
	c := l.cell(fLoaiHD)
	if c == nil {
		return ""
	}
	s := plainNumber(c)
	if codes.LoaiHD.Has(s) {
		return s
	}
	if ma, _ := splitCode(codes.LoaiHD, s); ma != "" {
		return ma
	}
	switch k := headKey(s); {
	case hasWords(k, "khong xac dinh") || hasWords(k, "kxdth") || hasWords(k, "vo thoi han"):
		return "0"
	case hasWords(k, "xac dinh") || hasWords(k, "xdth") || hasWords(k, "co thoi han"):
		return "1"
	}
	l.nhac(l.place(c), s, xlCode, "Loại hợp đồng: ghi Không xác định thời hạn hoặc Xác định thời hạn, để trống", "")
	return ""
}

// phuongAn reads the code a workbook itself names; variants such as GH1 and
// ON(ts) are read as what they are variants of.
func (l *lines) phuongAn() string {
	c := l.cell(fPhuongAn)
	if c == nil {
		return ""
	}
	s := clean(c.s)
	code := strings.ToUpper(s)
	if codes.PhuongAn.Has(code) {
		return code
	}
	if len(code) > 2 && codes.PhuongAn.Has(code[:2]) && strings.ContainsAny(code[2:3], "(_-. 0123456789") {
		return code[:2]
	}
	if ma, ok := names[codes.PhuongAn]()[codes.Fold(s)]; ok {
		return ma
	}
	l.loi(l.place(c), s, xlPhuongAn, "Phương án: không có mã "+s+" trong danh mục "+codes.PhuongAn.Name(), "")
	return ""
}
