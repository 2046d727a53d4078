package sheet

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
)

const (
	nghin     = 10 * 10 * 10
	leastPay  = 100 * nghin // đồng; a smaller pay was written in another unit
	leastPart = nghin       // đồng; the same for a part of the pay
	mostHeSo  = 100         // a smaller pay is a coefficient
)

// amount reads an amount of đồng that is at least least; a smaller one is asked
// about, never multiplied. known is false for a blank cell, ok for an unread one.
func (l *lines) amount(f string, least int64) (n int64, known, ok bool) {
	c := l.cell(f)
	if c == nil {
		return 0, false, true
	}
	at, label := l.place(c), labelOf(f)
	d, vague, ok := decimal{}, false, false
	if c.kind == cellNumber {
		d, ok = parseDecimal(c.s)
	} else if c.kind == cellText {
		d, vague, ok = parseTyped(clean(c.s))
	}
	value := clean(c.s)
	n, exact, fits := d.scaled(0)
	switch {
	case !ok || !fits || d.neg:
		l.loi(at, value, xlMoney, label+": phải là số tiền, ví dụ 5.310.000", "")
		return 0, false, false
	case n == 0 && d.digits == "":
		return 0, true, true
	case f == fMucLuong && !vague && n < mostHeSo:
		l.loi(at, value, xlHeSo, label+": số nhỏ hơn 100 trông như hệ số. Ghi vào cột Hệ số lương, hoặc ghi số tiền bằng đồng", "")
		return 0, false, false
	case n < least:
		l.loi(at, value, xlThousand, label+": "+value+" có thể tính theo nghìn đồng. Ghi đủ số tiền bằng đồng, ví dụ "+dots(n*nghin), dots(n*nghin))
		return 0, false, false
	case !exact:
		l.nhac(at, value, xlFraction, label+": có số lẻ dưới một đồng, đã làm tròn thành "+dots(n), dots(n))
	}
	return n, true, true
}

// coefficient reads a coefficient in thousandths.
func (l *lines) coefficient(f string) (int64, bool) {
	c := l.cell(f)
	if c == nil {
		return 0, true
	}
	d, ok := decimal{}, false
	if c.kind == cellNumber {
		d, ok = parseDecimal(c.s)
	} else if c.kind == cellText {
		d, ok = parseDecimal(strings.ReplaceAll(clean(c.s), ",", "."))
	}
	n, _, fits := d.scaled(3)
	switch {
	case !ok || !fits || d.neg:
		l.loi(l.place(c), clean(c.s), xlMoney, labelOf(f)+": phải là hệ số, ví dụ 2,34", "")
		return 0, false
	case n >= mostHeSo*nghin:
		l.loi(l.place(c), clean(c.s), xlHeSo, labelOf(f)+": cột này ghi hệ số, "+clean(c.s)+" trông như số tiền. Ghi vào cột Phụ cấp lương hoặc Mức lương", "")
		return 0, false
	}
	return n, true
}

// percent reads a percentage in 1/10 000.
func (l *lines) percent(f string) (int64, bool) {
	c := l.cell(f)
	if c == nil {
		return 0, true
	}
	places := 2
	d, ok := decimal{}, false
	if c.kind == cellNumber {
		d, ok = parseDecimal(c.s)
		if c.look&lookPercent != 0 {
			places = 4
		}
	} else if c.kind == cellText {
		d, ok = parseDecimal(strings.ReplaceAll(strings.TrimSpace(strings.TrimSuffix(clean(c.s), "%")), ",", "."))
	}
	n, _, fits := d.scaled(places)
	if !ok || !fits || d.neg || n > mostHeSo*100 {
		l.loi(l.place(c), clean(c.s), xlMoney, labelOf(f)+": phải là phần trăm từ 0 đến 100", "")
		return 0, false
	}
	return n, true
}

// pay reads the pay on which contributions are computed. It is known only when
// every part that the workbook gives could be read.
func (l *lines) pay(d *facts.DongLuong) facts.Luong {
	var p facts.Luong
	ok := true
	part := func(n int64, good bool) int64 {
		ok = ok && good
		return n
	}
	heSo := part(l.coefficient(fHeSo))
	muc, known, good := l.amount(fMucLuong, leastPay)
	ok = ok && good
	phuCap, _, good := l.amount(fPhuCap, leastPart)
	ok = ok && good
	for _, f := range [...]string{fPhuCap2, fPhuCap3} {
		more, _, good := l.amount(f, leastPart)
		phuCap, ok = phuCap+more, ok && good
	}
	boSung, _, good := l.amount(fBoSung, leastPart)
	ok = ok && good
	if heSo != 0 && muc == 0 {
		p = facts.Luong{HeSo: heSo, PhuCapCV: part(l.coefficient(fPhuCapCV)), TNVK: part(l.percent(fTNVK)),
			TNNghe: part(l.percent(fTNNghe)), BaoLuu: part(l.coefficient(fBaoLuu)), PhuCap: phuCap, BoSung: boSung}
	} else {
		p = facts.Luong{MucLuong: muc, PhuCap: phuCap, BoSung: boSung}
		if cv := l.cell(fPhuCapCV); cv != nil && muc != 0 {
			if n := part(l.coefficient(fPhuCapCV)); n != 0 && ok {
				l.loi(l.place(cv), clean(cv.s), xlHeSo, "Phụ cấp chức vụ: hệ số chỉ dùng khi lương theo hệ số. Ghi số tiền vào cột Phụ cấp lương", "")
				ok = false
			}
		}
	}
	if heSo != 0 && muc != 0 {
		c := l.cell(fMucLuong)
		l.loi(l.place(c), clean(c.s), xlHeSo, "Mức lương và Hệ số lương: chỉ ghi một trong hai", "")
		ok = false
	}
	if !ok {
		return facts.Luong{}
	}
	if p.MucLuong == 0 && p.HeSo == 0 {
		if c := l.cell(fMucLuong); (l.haveC[fMucLuong] || l.haveC[fHeSo]) && !l.payLost && !away(d) {
			at, value := l.placeOf(fMucLuong), ""
			if !l.haveC[fMucLuong] {
				at = l.placeOf(fHeSo)
			}
			if c != nil {
				at, value = l.place(c), clean(c.s)
			}
			if known || c == nil {
				l.nhac(at, value, xlNoPay, "Mức lương đóng BHXH: để trống hoặc bằng 0, coi là chưa biết. Ghi mức lương nếu người này vẫn đóng BHXH trong tháng", "")
			}
		}
		return facts.Luong{}
	}
	p.Known = true
	return p
}

// away reports whether the line itself says why there is no pay.
func away(d *facts.DongLuong) bool {
	if g := codes.Nhom(d.PhuongAn); g == codes.NhomGiam || g == codes.NhomGiamTam {
		return true
	}
	k := headKey(d.GhiChu)
	return k == "ts" || k == "kl" || k == "of" || hasWords(k, "thai san") || hasWords(k, "om") || hasWords(k, "khong luong") || hasWords(k, "nghi viec") ||
		d.NgayCongBiet && d.NgayCong == 0
}

// mayBePay are heads that may stand over the pay, the likelier first.
var mayBePay = []string{"muc dong bhxh", "muc dong bao hiem", "luong co ban", "luong chinh", "luong hop dong", "luong hdld", "luong theo hdld", "muc luong", "tien luong", "basic salary"}

// maybePay says how to mend a sheet without the pay, naming a column that may be it.
func (l *lines) maybePay() string {
	for _, h := range mayBePay {
		for c, own := range l.own {
			if own == h {
				return "Cột " + colName(c) + " có thể là cột này: nếu đúng thì ghi tiêu đề là Mức lương đóng BHXH rồi nhập lại, hoặc chỉ ra cột"
			}
		}
	}
	return "Thêm cột này hoặc chỉ ra cột đang dùng"
}
