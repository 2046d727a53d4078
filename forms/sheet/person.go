package sheet

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// person reads the current line as a person's.
func (l *lines) person(r row) {
	l.payLost = false
	for i, c := range l.at { // what Excel itself has no value for
		if c != nil && (c.kind == cellNoValue || c.kind == cellError) && fields[i].name == fMucLuong {
			l.payLost = true
		}
		switch {
		case c == nil:
		case c.kind == cellNoValue:
			l.loi(l.place(c), "", xlNoResult, fields[i].label+": công thức chưa có kết quả lưu trong tệp. Mở bằng Excel, bấm F9 rồi lưu lại, hoặc chép thành giá trị", "")
			l.at[i] = nil
		case c.kind == cellError:
			l.loi(l.place(c), c.s, xlCellError, fields[i].label+": ô báo lỗi "+c.s+". Sửa công thức trong Excel rồi lưu lại", "")
			l.at[i] = nil
		}
	}
	first := l.g.cells[r.from]
	d := facts.DongLuong{Noi: facts.Noi{Sheet: l.sheet, O: cellName(int(first.col), r.num)}}
	w := where{sheet: l.sheet, name: d.Noi.O, of: l, in: r}

	d.HoTen = l.name(&w)
	d.MaNV = l.ident(fMaNV)
	d.QuocTich = l.listed(fQuocTich, codes.QuocTich, 0)
	d.GioiTinh = l.sex()
	d.NgaySinh = l.birth()
	d.SoCCCD = l.cccd(&d, &w)
	d.MaSoBHXH = l.maSo(&w)
	d.DanToc = l.listed(fDanToc, codes.DanToc, 2)
	d.DienThoai = l.phone()
	d.Email = l.email()
	if d.PhongBan = l.words(fPhongBan); d.PhongBan == "" {
		d.PhongBan = l.dept
	}
	d.ChucDanh = l.words(fChucDanh)
	d.NoiLamViec = l.words(fNoiLamViec)
	d.DiaChi = l.words(fDiaChi)
	d.MaXa = l.listed(fMaXa, codes.Xa, 5)
	d.MaTinh = l.listed(fMaTinh, codes.Tinh, 2)
	d.MaKCB = l.facility()
	d.Vung = l.region()
	d.HopDong = l.contract()
	d.GhiChu = l.words(fGhiChu)
	if day := l.day(fNghiViec); day != 0 { // a remark in a column of its own
		d.GhiChu = strings.TrimPrefix(d.GhiChu+"; Nghỉ việc từ ngày "+day.String(), "; ")
	}
	d.PhuongAn = l.phuongAn()
	d.TuThang, d.DenThang = l.months()
	if n, ok := l.dayCount(fNgayCong); ok {
		d.NgayCong, d.NgayCongBiet = n, true
	}
	d.KhongLuong, _ = l.dayCount(fKhongLuong)
	if l.days != nil {
		d.ChamCong = l.times(l.g.of(r))
		daysWorked(&d)
	}
	d.Luong = l.pay(&d)

	if r.hidden {
		l.hidden = append(l.hidden, r.num)
	}
	l.people++
	l.book.add(d, w, l.timesheet)
}

// words reads a text, converting older encodings where that is certain.
func (l *lines) words(f string) string {
	c := l.cell(f)
	if c == nil {
		return ""
	}
	if c.kind != cellText {
		return plainNumber(c)
	}
	if to, old := l.book.oldEncoding(c.s, c.look); old && to != "" {
		l.nhac(l.place(c), c.s, xlOldConverted, labelOf(f)+": gõ bằng bảng mã cũ, đã chuyển thành “"+to+"”. Xem lại cho đúng", to)
		return clean(to)
	}
	return clean(c.s)
}

// plainNumber writes a numeric cell as it would be typed.
func plainNumber(c *cell) string {
	if c.kind == cellNumber {
		if d, ok := parseDecimal(c.s); ok {
			if s := d.integer(); s != "" {
				return s
			}
		}
	}
	return clean(c.s)
}

func (l *lines) ident(f string) string {
	if c := l.cell(f); c != nil {
		return plainNumber(c)
	}
	return ""
}

func (l *lines) name(w *where) string {
	c := l.nameCell()
	if c == nil {
		w.name = l.placeOf(fHoTen)
		l.loi(w.name, "", xlNoName, "Họ và tên: phải có khi dòng có số liệu của người lao động", "")
		return ""
	}
	w.name = l.place(c)
	raw := c.s
	if t := l.cell(fTen); t != nil && t.kind == cellText {
		raw += " " + t.s
	}
	to, old := oldEncoding(raw, c.look)
	switch {
	case old && to != "":
		to = lowerCapitals(clean(to))
		l.nhac(w.name, raw, xlOldConverted, "Họ và tên: gõ bằng bảng mã cũ (TCVN3, VNI), đã chuyển thành “"+to+"”. Xem lại cho đúng", to)
		return to
	case old:
		l.loi(w.name, raw, xlOldUnsure, "Họ và tên: có vẻ gõ bằng bảng mã cũ (TCVN3, VNI). Chuyển sang Unicode bằng UniKey (Ctrl+Shift+F6) hoặc gõ lại", "")
		return clean(raw)
	}
	name := lowerCapitals(clean(raw))
	if e := facts.CheckHoTen(name); e.Nhac {
		l.nhac(w.name, name, xlName, e.Say, e.Goi)
	} else if !e.OK() {
		l.loi(w.name, name, xlName, e.Say, e.Goi)
	}
	return name
}

func (l *lines) sex() facts.GioiTinh {
	if c := l.cell(fGioiTinh); c != nil {
		g, ok := facts.ParseGioiTinh(clean(c.s))
		if s := plainNumber(c); !ok && l.portal { // 0 nữ, 1 nam there, as in the files it takes
			if g = facts.GioiTinhCua(s); g != "" {
				return g
			}
		}
		if !ok && headKey(c.s) == "x" {
			l.nhac(l.place(c), clean(c.s), xlSex, "Giới tính: đánh dấu x, đọc là nữ như các bảng thường ghi. Ghi Nam hoặc Nữ nếu không phải", "Nữ")
			return facts.Nu
		}
		if !ok {
			l.loi(l.place(c), clean(c.s), xlSex, "Giới tính: phải là Nam hoặc Nữ", "")
		}
		return g
	}
	if !l.haveC[fNu] {
		switch nam, nu := l.cell(fSinhNam) != nil, l.cell(fSinhNu) != nil; {
		case nam && !nu:
			return facts.Nam
		case nu && !nam:
			return facts.Nu
		}
		return ""
	}
	c := l.cell(fNu)
	if c == nil {
		return facts.Nam // the column is marked for women alone
	}
	switch headKey(c.s) {
	case "x", "1", "nu", "v":
		return facts.Nu
	case "", "0":
		return facts.Nam
	}
	l.loi(l.place(c), clean(c.s), xlSex, "Nữ: đánh dấu x nếu là nữ, để trống nếu là nam", "")
	return ""
}

func (l *lines) birth() facts.NgaySinh {
	c := l.cell(fNgaySinh)
	if nam, nu := l.cell(fSinhNam), l.cell(fSinhNu); c == nil && nam != nil && nu != nil {
		l.loi(l.place(nu), clean(nu.s), xlBirth, "Ngày sinh: ghi ở cả cột Nam và cột Nữ. Xoá một trong hai", "")
		return 0
	} else if c == nil && nam != nil {
		c = nam
	} else if c == nil {
		c = nu
	}
	if c == nil {
		return 0
	}
	at, value := l.place(c), plainNumber(c)
	w := readWhen(c, l.book.ix.date1904)
	if !w.ok {
		say := "Ngày sinh: phải có dạng 15/08/1995, 08/1995 hoặc 1995"
		if w.us {
			say = "Ngày sinh: tháng không quá 12; có vẻ tháng viết trước ngày"
			l.usDate[fNgaySinh] = append(l.usDate[fNgaySinh], at)
		} else if len(w.fix) == 4 {
			say = "Ngày sinh: ô định dạng ngày nhưng chỉ ghi năm " + w.fix + ". Định dạng ô là văn bản rồi ghi lại năm"
		} else if w.fix != "" {
			say = "Ngày sinh: năm phải đủ 4 chữ số"
		}
		l.loi(at, value, xlBirth, say, w.fix)
		return 0
	}
	n := facts.NgaySinh(w.day)
	if c.kind == cellText && w.day.Dom() > 0 && w.day.Dom() <= 12 && l.ambig[fNgaySinh] == "" && w.day.Dom() != w.day.Month().Num() {
		l.ambig[fNgaySinh] = at
	}
	if m := l.book.opt.Month; m.Valid() {
		if e := facts.CheckNgaySinh(n, m.Last()); e.Nhac {
			l.nhac(at, n.String(), xlBirthUnsure, e.Say, e.Goi)
		} else if !e.OK() {
			l.loi(at, n.String(), xlBirth, e.Say, e.Goi)
			return 0
		}
	}
	if w.note != "" {
		l.nhac(at, value, xlBirthUnsure, "Ngày sinh: "+w.note+". Xem lại cho đúng", n.String())
	}
	return n
}

func (l *lines) phone() string {
	c := l.cell(fDienThoai)
	if c == nil {
		return ""
	}
	s, _ := number(c)
	e := facts.CheckDienThoai(s)
	switch {
	case e.Goi != "":
		return e.Goi // one zero in front, or signs between the digits
	case !e.OK():
		l.nhac(l.place(c), s, xlContact, e.Say, "")
	}
	return s
}

func (l *lines) email() string {
	c := l.cell(fEmail)
	if c == nil {
		return ""
	}
	s := clean(c.s)
	if e := facts.CheckEmail(s); !e.OK() {
		l.nhac(l.place(c), s, xlContact, e.Say, e.Goi)
	}
	return s
}

func (l *lines) day(f string) law.Day {
	c := l.cell(f)
	if c == nil {
		return 0
	}
	w := readWhen(c, l.book.ix.date1904)
	if !w.ok || !w.day.Valid() {
		l.loi(l.place(c), plainNumber(c), xlDay, labelOf(f)+": phải có dạng 22/11/2026", w.fix)
		return 0
	}
	return w.day
}

func (l *lines) month(f string) law.Month {
	c := l.cell(f)
	if c == nil {
		return 0
	}
	m, ok := readMonth(c, l.book.ix.date1904)
	if !ok {
		l.loi(l.place(c), plainNumber(c), xlDay, labelOf(f)+": phải có dạng 11/2026", "")
		return 0
	}
	return m
}

// months are those of a declaration, the second blank where it ends by itself.
func (l *lines) months() (from, to law.Month) {
	from, to = l.month(fTuThang), l.month(fDenThang)
	if from != 0 && to != 0 && to < from {
		l.backwards([]string{fDenThang}, from.String(), to.String())
		to = 0
	}
	return from, to
}

// dayCount reads a number of days in tenths.
func (l *lines) dayCount(f string) (int32, bool) {
	c := l.cell(f)
	if c == nil {
		return 0, false
	}
	var d decimal
	var ok bool
	if c.kind == cellNumber {
		d, ok = parseDecimal(c.s)
	} else {
		d, _, ok = parseTyped(strings.TrimSpace(strings.TrimSuffix(strings.ToLower(clean(c.s)), "ngày")))
	}
	n, _, fits := d.scaled(1)
	if !ok || !fits || n < 0 || n > 310 {
		l.loi(l.place(c), clean(c.s), xlMoney, labelOf(f)+": phải là số ngày từ 0 đến 31", "")
		return 0, false
	}
	return int32(n), true
}
