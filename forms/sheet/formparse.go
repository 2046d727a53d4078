package sheet

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// cellReader turns cells into answers of their columns, by the column's own
// reading of what people type, and by what only a workbook has: day numbers,
// percentages, digits that a numeric cell loses. What it cannot take it names.
type cellReader struct {
	faults
	date1904 bool
	today    law.Day
	codes    map[*form.Column]codeNames
	us       map[*form.Column]string // a cell that fits only with the month first
	ambig    map[*form.Column]string // a cell that fits both ways
}

func newCellReader(sheet string, date1904 bool, today law.Day) *cellReader {
	return &cellReader{faults: faults{sheet: sheet}, date1904: date1904, today: today,
		codes: map[*form.Column]codeNames{}, us: map[*form.Column]string{}, ambig: map[*form.Column]string{}}
}

// value reads a cell that has something in it; unknown where it could not.
func (p *cellReader) value(c *form.Column, x *cell, at string) form.Value {
	switch x.kind {
	case cellNoValue:
		p.loi(at, "", xlNoResult, c.Label+": công thức chưa có kết quả lưu trong tệp. Mở bằng Excel, bấm F9 rồi lưu lại, hoặc chép thành giá trị", "")
		return form.Value{}
	case cellError:
		p.loi(at, x.s, xlCellError, c.Label+": ô báo lỗi "+x.s+". Sửa công thức trong Excel rồi lưu lại", "")
		return form.Value{}
	case cellText:
		switch s := plainText(x.s); {
		case s == "":
			return form.Value{}
		case isMark(s):
			return form.BlankValue()
		}
	}
	switch c.Kind {
	case form.KindText:
		return p.text(c, x, at)
	case form.KindCode:
		return p.code(c, x, at)
	case form.KindDay, form.KindBirth:
		return p.day(c, x, at)
	case form.KindMonth:
		return p.month(c, x, at)
	case form.KindFlag:
		return p.typed(c, plainNumber(x), at, xlKind)
	case form.KindMoney:
		return p.number(c, x, at, 0)
	case form.KindDecimal:
		return p.number(c, x, at, 3)
	case form.KindRate:
		return p.number(c, x, at, 2)
	}
	return p.number(c, x, at, 0)
}

// typed reads what a person typed as text.
func (p *cellReader) typed(c *form.Column, s, at, code string) form.Value {
	v, say, ok := c.Parse(s)
	if !ok {
		p.loi(at, s, code, c.Label+": "+say, "")
		return form.Value{}
	}
	return v
}

// identifierRunes is the length up to which a text may be an identifier, whose
// every digit counts.
const identifierRunes = 20

func (p *cellReader) text(c *form.Column, x *cell, at string) form.Value {
	identifier := c.MaxRunes > 0 && c.MaxRunes <= identifierRunes
	switch x.kind {
	case cellNumber:
		return p.numberAsText(c, x, at, identifier)
	case cellDay:
		if w := readWhen(x, p.date1904); w.ok {
			return form.TextValue(w.day.String())
		}
	case cellText:
		if x.look&(lookTCVN3|lookVNI) != 0 {
			if to, old := oldEncoding(x.s, x.look); old && to != "" {
				to = clean(to)
				p.nhac(at, clean(x.s), xlOldConverted, c.Label+": gõ bằng bảng mã cũ, đã chuyển thành “"+to+"”. Xem lại cho đúng", to)
				return form.TextValue(to)
			}
		}
		if s, rounded := number(x); identifier && rounded && strings.Contains(s, "+") { // 7.9E+10, not the house 12E3
			return p.rounded(c, x, at)
		}
	}
	return form.TextValue(unguarded(plainText(x.s)))
}

// numberAsText writes a numeric cell of a column of texts as it is shown.
func (p *cellReader) numberAsText(c *form.Column, x *cell, at string, identifier bool) form.Value {
	d, ok := parseDecimal(x.s)
	if !ok {
		return form.TextValue(plainText(x.s))
	}
	if x.look&lookDate != 0 {
		if day, ok := serialDay(d, p.date1904); ok {
			return form.TextValue(day.String())
		}
	}
	s := d.integer()
	switch {
	case x.look&lookPercent != 0:
		if n, _, ok := d.scaled(4); ok && n >= 0 {
			return form.TextValue(fixed(n, 2) + "%")
		}
	case s == "":
		return form.TextValue(strings.ReplaceAll(plainText(x.s), ".", ","))
	case identifier && len(s) >= 9 && len(d.digits) <= 5:
		return p.rounded(c, x, at)
	}
	return form.TextValue(s)
}

func (p *cellReader) rounded(c *form.Column, x *cell, at string) form.Value {
	p.loi(at, clean(x.s), xlRounded, c.Label+": Excel đã làm tròn số, các chữ số cuối không còn. Định dạng cột là văn bản rồi ghi lại đủ chữ số", "")
	return form.Value{}
}

// number reads an amount or a count in units of 10^-places.
func (p *cellReader) number(c *form.Column, x *cell, at string, places int) form.Value {
	code := xlKind
	if c.Kind == form.KindMoney {
		code = xlMoney
	}
	if x.kind != cellNumber {
		return p.typed(c, plainText(x.s), at, code)
	}
	value := clean(x.s)
	if x.look&lookDate != 0 {
		p.loi(at, value, code, c.Label+": ô đang định dạng ngày. Định dạng ô là số rồi ghi lại", "")
		return form.Value{}
	}
	if c.Kind == form.KindRate && x.look&lookPercent != 0 {
		places += 2
	}
	d, ok := parseDecimal(x.s)
	n, exact, fits := d.scaled(places)
	switch {
	case !ok || !fits:
		_, say, _ := c.Parse("?")
		p.loi(at, value, code, c.Label+": "+say, "")
		return form.Value{}
	case !exact && c.Kind == form.KindMoney:
		p.nhac(at, value, xlFraction, c.Label+": có số lẻ dưới một đồng, đã làm tròn thành "+dots(n), dots(n))
	case !exact:
		say := "phải là số nguyên"
		if places > 0 {
			say = "có quá nhiều chữ số sau dấu phẩy. Ghi số đã làm tròn như trên giấy tờ"
		}
		p.loi(at, value, code, c.Label+": "+say, "")
		return form.Value{}
	}
	v := form.NumValue(n)
	if back, say, ok := c.Parse(c.Wire(v)); places > 0 && (!ok || back != v) { // more than the column can say
		p.loi(at, value, code, c.Label+": "+say, "")
		return form.Value{}
	}
	return v
}

// day reads a day, or a date of birth that may lack its day or month.
func (p *cellReader) day(c *form.Column, x *cell, at string) form.Value {
	birth := c.Kind == form.KindBirth
	code, unsure := xlDay, xlDayUnsure
	if birth {
		code, unsure = xlBirth, xlBirthUnsure
	}
	if x.kind == cellText {
		if v, _, ok := c.Parse(plainText(x.s)); ok {
			p.order(c, law.Day(v.N), at)
			return v
		}
	}
	value := plainNumber(x)
	w := readWhen(x, p.date1904)
	if !w.ok || !w.day.Valid() && !birth {
		_, say, _ := c.Parse("?")
		if len(w.fix) == 4 && !birth {
			w.fix = "" // a year is no day
		}
		switch {
		case w.us:
			say = "tháng không quá 12; có vẻ tháng viết trước ngày"
			p.us[c] = at
		case len(w.fix) == 4 && birth:
			say = "ô định dạng ngày nhưng chỉ ghi năm " + w.fix + ". Định dạng ô là văn bản rồi ghi lại năm"
		}
		p.loi(at, value, code, c.Label+": "+say, w.fix)
		return form.Value{}
	}
	if x.kind == cellText {
		p.order(c, w.day, at)
	}
	v := form.NumValue(int64(w.day))
	if w.note != "" {
		p.nhac(at, value, unsure, c.Label+": "+w.note+". Xem lại cho đúng", c.Show(v))
	}
	return v
}

// order remembers a day typed as text that could be read with the month first.
func (p *cellReader) order(c *form.Column, d law.Day, at string) {
	if dom := d.Dom(); dom > 0 && dom <= 12 && dom != d.Month().Num() && p.ambig[c] == "" {
		p.ambig[c] = at
	}
}

func (p *cellReader) month(c *form.Column, x *cell, at string) form.Value {
	m, ok := readMonth(x, p.date1904)
	if !ok {
		_, say, _ := c.Parse("?")
		p.loi(at, plainNumber(x), xlDay, c.Label+": "+say, "")
		return form.Value{}
	}
	return form.NumValue(int64(m))
}

// finish names the columns that write the month before the day.
func (p *cellReader) finish(cols []*form.Column) {
	for _, c := range cols {
		if bad, at := p.us[c], p.ambig[c]; bad != "" && at != "" {
			p.nhac(at, "", xlMonthFirst, c.Label+": cột này có ngày viết tháng trước ngày sau (ô "+bad+"), nên những ngày như ô "+at+" có thể bị hiểu ngược. Xem lại cả cột", "")
		}
	}
}
