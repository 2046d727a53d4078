package payroll

import (
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// words for states, for reasons.
var stateWords = map[facts.TrangThai]string{
	facts.ThaiSan: "nghỉ thai sản", facts.NghiOm: "nghỉ ốm", facts.KhongLuong: "nghỉ không lương", facts.DaNghi: "đã nghỉ", facts.DangDong: "đang tham gia",
}

// known looks at a line of a person whom the roster has.
func (c *comparing) known(i int, r *facts.DongLuong, p *facts.NguoiLaoDong, conf int) {
	if r.PhuongAn != "" {
		c.own(r, p, conf)
		return
	}
	n := readNote(r, c.Month, c.limit)
	if n.until != 0 && n.until.Month() < c.Month {
		n.pa, n.unsure = "", "" // a leave that was over before this month
	}
	if n.unsure != "" && (p.TrangThai == facts.DangDong || p.TrangThai == "") {
		c.ask(MauThuan, i, n.unsure+". Xem có phải báo "+n.pa+" không", nil, nil)
		n.pa = ""
	}
	if n.pa != "" && n.unsure == "" && n.days != 0 && n.days.Month() > c.Month {
		c.ask(MauThuan, i, "Bảng lương ghi “"+r.GhiChu+"”: ngày này sau tháng "+c.Month.String()+", để báo ở tháng đó", nil, nil)
		n.pa = ""
	}
	switch p.TrangThai {
	case facts.ThaiSan, facts.NghiOm, facts.KhongLuong:
		switch {
		case n.pa != "" && n.unsure == "":
			if stateOf[n.pa] != p.TrangThai {
				c.leave(r, p, n, conf-10)
			}
		case paid(r):
			c.comeBack(r, p, "ON", "Đang "+stateWords[p.TrangThai]+", nay lại có lương trong tháng "+c.Month.String(), conf)
		}
	case facts.ChuaRo:
		c.ask(MauThuan, i, "Danh sách "+unclearSince(p)+" chưa rõ người này đang tham gia hay đã nghỉ. Xem lại lịch sử đã chuyển vào, rồi mới biết phải báo gì", state(p.TrangThai), current(r))
	case facts.DaNghi:
		switch {
		case n.pa != "":
		case paid(r):
			c.comeBack(r, p, "TD", "Đã nghỉ việc, nay lại có trong bảng lương", min(conf, 75))
		default:
			c.ask(MauThuan, i, "Đã báo giảm nhưng vẫn có trong bảng lương, không có ngày công và lương. Xem lại dòng này", nil, nil)
		}
	default:
		if n.pa != "" {
			c.leave(r, p, n, conf-5)
			return
		}
		c.adjust(i, r, p, conf)
	}
}

// unclearSince says since when a person's state is not known.
func unclearSince(p *facts.NguoiLaoDong) string { return "từ tháng " + p.TuThang.String() }

// paid reports whether a line shows work or, where days are not given, pay.
func paid(r *facts.DongLuong) bool {
	if r.NgayCongBiet {
		return r.NgayCong > 0
	}
	return r.Luong.Known
}

// leave proposes TS, OF, KL or GH as the line's remark says.
func (c *comparing) leave(r *facts.DongLuong, p *facts.NguoiLaoDong, n note, conf int) {
	now := follow(*p, r)
	now.Luong = p.Luong
	d := c.propose(r, now)
	d.PhuongAn, d.Confidence = n.pa, conf
	was := p.TrangThai
	if was == "" {
		was = facts.DangDong
	}
	d.Old, d.New = state(was), state(stateOf[n.pa])
	d.Nguoi.TrangThai, d.Nguoi.TuThang = stateOf[n.pa], c.Month
	c.dates(&d, n)
	if d.LyDo = n.say; d.LyDo == "" {
		d.LyDo = "Bảng lương ghi “" + r.GhiChu + "”"
	}
	c.put(d)
}

// dates puts the days a remark gives and names those it does not.
func (c *comparing) dates(d *DeXuat, n note) {
	if d.New == nil {
		d.New = Thay{}
	}
	put := func(k string, day law.Day) {
		if day == 0 {
			d.Unknown = append(d.Unknown, k)
			return
		}
		d.New[k] = day.String()
	}
	if stateOf[d.PhuongAn] == facts.DaNghi {
		put(NgayChamDut, n.days)
		if n.why != "" {
			d.New[LyDoGiam] = n.why
		}
		return
	}
	put(TuNgay, n.days)
	put(DenNgay, n.until)
}

// comeBack proposes ON or TD with whatever changed meanwhile.
func (c *comparing) comeBack(r *facts.DongLuong, p *facts.NguoiLaoDong, pa, why string, conf int) {
	d := c.propose(r, follow(*p, r))
	d.PhuongAn, d.LyDo, d.Confidence = pa, why, conf
	d.Old, d.New = state(p.TrangThai), state(facts.DangDong)
	payChanges(&p.Luong, &r.Luong, d.Old, d.New)
	workChanges(p, r, d.Old, d.New)
	d.Nguoi.TrangThai, d.Nguoi.TuThang = facts.DangDong, c.Month
	if pa == "TD" {
		d.Unknown = append(d.Unknown, NoiDongTruoc)
		if d.MaSoBHXH == "" {
			d.Unknown = append(d.Unknown, MaSoBHXH)
		}
		if r.HopDong.Loai == "" || r.HopDong.Tu == 0 {
			d.Unknown = append(d.Unknown, HopDong)
		}
	}
	if !d.Nguoi.Luong.Known {
		d.Unknown = append(d.Unknown, MucLuong)
	}
	c.put(d)
}

// adjust proposes DC for another pay, CD where only the work changed.
func (c *comparing) adjust(i int, r *facts.DongLuong, p *facts.NguoiLaoDong, conf int) {
	old, now := Thay{}, Thay{}
	switch {
	case !r.Luong.Known && p.Luong.Known:
		c.ask(ChuaRoLuong, i, "Chưa biết mức lương đóng BHXH tháng này, nên chưa biết có điều chỉnh không. Sửa ô lương trong bảng lương", nil, nil)
		return
	case r.Luong.Known && !p.Luong.Known:
		c.ask(ChuaRoLuong, i, "Chưa biết mức lương đóng BHXH trước tháng này, nên chưa biết có điều chỉnh không. Ghi mức lương cũ vào danh sách", nil, current(r))
		return
	}
	payChanges(&p.Luong, &r.Luong, old, now)
	pay := len(now) > 0
	work := workChanges(p, r, old, now)
	if !pay && !work {
		return
	}
	d := c.propose(r, follow(*p, r))
	d.Old, d.New, d.Confidence = old, now, conf
	d.Nguoi.TuThang = c.Month
	switch {
	case pay && work:
		d.PhuongAn, d.LyDo = "DC", "Mức lương đóng BHXH và công việc khác tháng trước"
	case pay:
		d.PhuongAn, d.LyDo = "DC", "Mức lương đóng BHXH khác tháng trước"
	default:
		d.PhuongAn, d.LyDo = "CD", "Chức danh, nơi làm việc khác tháng trước, mức lương không đổi"
	}
	c.put(d)
}

// payChanges puts the parts of the pay that differ, where both are known.
func payChanges(p, r *facts.Luong, old, now Thay) {
	if !p.Known || !r.Known {
		if r.Known {
			payParts(r, now)
		}
		return
	}
	if *p == *r {
		return
	}
	was, is := partsOf(p), partsOf(r)
	for i, k := range payKeys {
		if was[i] != is[i] {
			old[k], now[k] = was[i], is[i]
		}
	}
}

var payKeys = [...]string{MucLuong, PhuCap, BoSung, HeSo, PhuCapCV, TNVK, TNNghe, BaoLuu}

func partsOf(l *facts.Luong) [len(payKeys)]int64 {
	return [...]int64{l.MucLuong, l.PhuCap, l.BoSung, l.HeSo, l.PhuCapCV, l.TNVK, l.TNNghe, l.BaoLuu}
}

// payParts puts the parts of a pay that are not zero.
func payParts(l *facts.Luong, into Thay) {
	for i, n := range partsOf(l) {
		if n != 0 {
			into[payKeys[i]] = n
		}
	}
}

// workChanges puts title and workplace where they differ; a move to another
// department is put beside them, but is no reason to declare anything.
func workChanges(p *facts.NguoiLaoDong, r *facts.DongLuong, old, now Thay) bool {
	changed := false
	for _, f := range [...][3]string{{ChucDanh, p.ChucDanh, r.ChucDanh}, {NoiLamViec, p.NoiLamViec, r.NoiLamViec}} {
		if f[2] != "" && f[1] != f[2] && codes.Fold(f[1]) != codes.Fold(f[2]) {
			old[f[0]], now[f[0]] = f[1], f[2]
			changed = true
		}
	}
	if (changed || len(now) > 0) && r.PhongBan != "" && p.PhongBan != r.PhongBan && codes.Fold(p.PhongBan) != codes.Fold(r.PhongBan) {
		old[PhongBan], now[PhongBan] = p.PhongBan, r.PhongBan
	}
	return changed
}

// current is what a line says of work and pay.
func current(r *facts.DongLuong) Thay {
	t := Thay{}
	if r.Luong.Known {
		payParts(&r.Luong, t)
	}
	for _, f := range [...][2]string{{ChucDanh, r.ChucDanh}, {NoiLamViec, r.NoiLamViec}, {PhongBan, r.PhongBan}} {
		if f[1] != "" {
			t[f[0]] = f[1]
		}
	}
	return t
}

// own proposes the phương án that the workbook itself names; p is nil for
// somebody the roster does not have.
func (c *comparing) own(r *facts.DongLuong, p *facts.NguoiLaoDong, conf int) {
	group := codes.Nhom(r.PhuongAn)
	var who facts.NguoiLaoDong
	if p != nil {
		who = follow(*p, r)
	} else {
		who = newPerson(r, c.Month)
	}
	d := c.propose(r, who)
	d.PhuongAn, d.Confidence = r.PhuongAn, conf
	d.LyDo = "Tệp ghi phương án " + r.PhuongAn
	if r.TuThang != 0 {
		d.TuThang = r.TuThang
	}
	d.Old, d.New = Thay{}, Thay{}
	if st, ok := stateOf[r.PhuongAn]; ok {
		if p != nil && p.TrangThai != st {
			d.Old, d.New = state(p.TrangThai), state(st)
		}
		d.Nguoi.TrangThai = st
	}
	d.Nguoi.TuThang = d.TuThang
	if p != nil && group != codes.NhomGiam && group != codes.NhomGiamTam {
		payChanges(&p.Luong, &r.Luong, d.Old, d.New)
		workChanges(p, r, d.Old, d.New)
	} else if p == nil {
		d.New = current(r)
	}
	n := wordsOf(r.GhiChu, c.limit)
	switch {
	case group == codes.NhomTang && r.PhuongAn != "ON":
		d.Unknown = missing(&d.Nguoi)
		if r.MaSoBHXH == "" {
			d.Unknown = append([]string{MaSoBHXH}, d.Unknown...)
		}
		if r.PhuongAn == "TD" || r.PhuongAn == "TC" {
			d.Unknown = append([]string{NoiDongTruoc}, d.Unknown...)
		}
		if p != nil && (p.TrangThai == facts.DangDong || p.TrangThai == "") {
			d.LyDo += ", nhưng người này đang tham gia"
			d.Confidence = 50
		}
	case group == codes.NhomGiam:
		if c.dates(&d, n); r.GhiChu == "" {
			d.Unknown = append(d.Unknown, LyDoGiam)
		}
	case group == codes.NhomGiamTam:
		c.dates(&d, n)
	case r.PhuongAn == "DC" && p != nil && p.Luong.Known && p.Luong == r.Luong:
		d.LyDo += ", nhưng mức lương không khác danh sách"
		d.Confidence = 50
	case !r.Luong.Known && r.PhuongAn != "CD":
		d.Unknown = append(d.Unknown, MucLuong)
	}
	if p == nil && group != codes.NhomTang {
		d.LyDo += ", nhưng người này không có trong danh sách trước tháng " + c.Month.String()
		d.Confidence = 40
	}
	c.put(d)
}
