package payroll

import (
	"strings"

	"ankhai/forms/facts"
)

// somebodyElse reports whether name and birth are both another's: a number moved
// to the wrong line by a sort says so even where both numbers moved together.
func somebodyElse(p *facts.NguoiLaoDong, r *facts.DongLuong, old Thay) bool {
	_, folded := sameName(p.HoTen, r.HoTen)
	return old[HoTen] != nil && !folded && old[NgaySinh] != nil
}

// identity compares what identifies a person; agree counts the facts that do.
func identity(p *facts.NguoiLaoDong, r *facts.DongLuong) (old, now Thay, agree int) {
	diff := func(k, a, b string) {
		if old == nil {
			old, now = Thay{}, Thay{}
		}
		old[k], now[k] = a, b
	}
	if p.HoTen != "" && r.HoTen != "" {
		alike, folded := sameName(p.HoTen, r.HoTen)
		if !alike {
			diff(HoTen, p.HoTen, r.HoTen)
		}
		if folded {
			agree++
		}
	}
	switch {
	case p.NgaySinh == 0 || r.NgaySinh == 0:
	case p.NgaySinh == r.NgaySinh:
		agree++
	case p.NgaySinh.Full() && r.NgaySinh.Full() || p.NgaySinh.Year() != r.NgaySinh.Year():
		diff(NgaySinh, p.NgaySinh.String(), r.NgaySinh.String())
	}
	switch {
	case p.SoCCCD != "" && (p.SoCCCD == r.SoCCCD || p.SoCCCD == r.MaSoBHXH):
		agree++
	case differ(p.SoCCCD, r.SoCCCD):
		diff(SoCCCD, p.SoCCCD, r.SoCCCD)
	}
	switch {
	case p.MaSoBHXH != "" && p.MaSoBHXH == r.MaSoBHXH:
		agree++
	case differ(p.MaSoBHXH, r.MaSoBHXH) && len(r.MaSoBHXH) != 12:
		diff(MaSoBHXH, p.MaSoBHXH, r.MaSoBHXH)
	}
	if p.GioiTinh != "" && r.GioiTinh != "" && p.GioiTinh != r.GioiTinh {
		diff(GioiTinh, p.GioiTinh.Ten(), r.GioiTinh.Ten())
	}
	return old, now, agree
}

// pairs writes differences for people: «họ tên A → B».
func pairs(old, now Thay) string {
	var out []string
	for _, f := range [...][2]string{{HoTen, "họ tên"}, {NgaySinh, "ngày sinh"}, {GioiTinh, "giới tính"}, {SoCCCD, "số CCCD"}, {MaSoBHXH, "mã số BHXH"}} {
		if a, ok := old[f[0]].(string); ok {
			b, _ := now[f[0]].(string)
			out = append(out, f[1]+" "+a+" → "+b)
		}
	}
	return strings.Join(out, ", ")
}

// taken is the person whom somebody said a line is. Where they also said that the line
// is right, it is the person with the line's identity, and the TK1-TS that tells the
// agency is proposed. A mã số is not corrected so: a second one that was issued is
// joined to the first (thủ tục 600o).
func (c *comparing) taken(r *facts.DongLuong, p *facts.NguoiLaoDong) *facts.NguoiLaoDong {
	if !c.by.take {
		return p
	}
	old, now, _ := identity(p, r)
	delete(old, MaSoBHXH)
	delete(now, MaSoBHXH)
	if len(now) == 0 {
		return p
	}
	q := *p
	for k := range now {
		switch k {
		case HoTen:
			q.HoTen = r.HoTen
		case NgaySinh:
			q.NgaySinh = r.NgaySinh
		case SoCCCD:
			q.SoCCCD = r.SoCCCD
		case GioiTinh:
			q.GioiTinh = r.GioiTinh
		}
	}
	d := c.propose(r, q)
	d.Loai, d.Old, d.New, d.Confidence = DoiNhanThan, old, now, byWord
	d.LyDo = "Đổi thông tin nhân thân bằng tờ khai TK1-TS: " + pairs(old, now)
	c.put(d)
	return &q
}
