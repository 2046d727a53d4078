package payroll

import (
	"ankhai/forms/codes"
	"ankhai/forms/facts"
)

// newcomer looks at a line whose person the roster does not have.
func (c *comparing) newcomer(i int, r *facts.DongLuong) {
	if r.PhuongAn != "" {
		c.own(r, nil, 90)
		return
	}
	if n := readNote(r, c.Month, c.limit); n.pa != "" && !n.back {
		say := "Chưa có trong danh sách nhưng ghi chú là “" + r.GhiChu + "”"
		if other := n.say + n.unsure; other != "" {
			say = "Chưa có trong danh sách. " + other
		}
		c.ask(MauThuan, i, say+". Báo tăng trước nếu là người mới", nil, nil)
		return
	}
	d := c.propose(r, newPerson(r, c.Month))
	d.New = current(r)
	switch {
	case r.MaSoBHXH == "":
		d.PhuongAn, d.Confidence = "TM", 90
		d.LyDo = "Mới có trong bảng lương, chưa có mã số BHXH"
		d.Unknown = append([]string{MaSoBHXH}, missing(&d.Nguoi)...)
	case len(r.MaSoBHXH) != 10 || len(c.DonVi.CoQuanBHXH) < 3:
		d.Confidence = 60
		d.LyDo = "Mới có trong bảng lương, đã có mã số BHXH: chưa rõ TD hay TC vì chưa biết mã cơ quan BHXH của đơn vị"
		if len(r.MaSoBHXH) != 10 {
			d.LyDo = "Mới có trong bảng lương, đã có mã số: chưa rõ TD hay TC vì mã số không phải 10 chữ số"
		}
		d.Unknown = append([]string{PhuongAn, NoiDongTruoc}, missing(&d.Nguoi)...)
	case r.MaSoBHXH[:2] == c.DonVi.CoQuanBHXH[1:3]:
		d.PhuongAn, d.Confidence = "TD", 70
		d.LyDo = "Mới có trong bảng lương, đã có mã số BHXH cấp tại " + tinh(r.MaSoBHXH) + ", cùng tỉnh với cơ quan BHXH của đơn vị"
	default:
		d.PhuongAn, d.Confidence = "TC", 70
		d.LyDo = "Mới có trong bảng lương, đã có mã số BHXH cấp tại " + tinh(r.MaSoBHXH) + ", khác tỉnh với cơ quan BHXH của đơn vị"
	}
	if d.PhuongAn == "TD" || d.PhuongAn == "TC" {
		d.Unknown = append([]string{NoiDongTruoc}, missing(&d.Nguoi)...)
	}
	c.by.without(&d)
	c.put(d)
}

func tinh(maSo string) string {
	if t := codes.TinhCu.Label(maSo[:2]); t != "" {
		return t
	}
	return "tỉnh mã " + maSo[:2]
}

// missing names what D02-LT and TK1-TS need of a new person and the workbook
// did not say.
func missing(p *facts.NguoiLaoDong) []string {
	out := []string{}
	add := func(k string, is bool) {
		if is {
			out = append(out, k)
		}
	}
	add(SoCCCD, p.SoCCCD == "")
	add(NgaySinh, p.NgaySinh == 0)
	add(GioiTinh, p.GioiTinh == "")
	add(ChucDanh, p.ChucDanh == "")
	add(MucLuong, !p.Luong.Known)
	add(HopDong, p.HopDong.Loai == "" || p.HopDong.Tu == 0)
	return out
}
