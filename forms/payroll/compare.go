package payroll

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Input is what Compare looks at. Roster is the roster as it stood before Month.
type Input struct {
	DonVi  facts.DonVi
	Roster []facts.NguoiLaoDong
	Rows   []facts.DongLuong
	Month  law.Month
}

// Result is what to declare and what to look at, the payroll's lines in their
// order, then those who are absent from it.
type Result struct {
	Proposals []DeXuat `json:"proposals"`
	Undecided []ChuaRo `json:"undecided"`
}

// comparing is one run of Compare.
type comparing struct {
	Input
	ix    *index
	limit int32  // unpaid days from which nothing is due, tenths
	seen  []bool // people of the roster some line speaks of
	out   Result
}

// Compare proposes the declarations of a month.
func Compare(in Input) Result {
	c := &comparing{Input: in, ix: newIndex(in.Roster), limit: unpaidLimit(in.Month), seen: make([]bool, len(in.Roster)),
		out: Result{Proposals: []DeXuat{}, Undecided: []ChuaRo{}}}
	hits := make([]hit, len(in.Rows))
	for i := range in.Rows {
		h := c.ix.find(&in.Rows[i])
		if h.at >= 0 {
			c.seen[h.at] = true
		}
		for _, at := range h.also {
			c.seen[at] = true
		}
		hits[i] = h
	}
	twice := c.twice(hits)
	for i := range in.Rows {
		if !twice[i] {
			c.line(&in.Rows[i], hits[i])
		}
	}
	if !listOfChanges(in.Rows) {
		c.absent()
	}
	return c.out
}

// listOfChanges reports whether the rows name their own phương án (layouts of
// D02): then somebody who is not among them has not left.
func listOfChanges(rows []facts.DongLuong) bool {
	n := 0
	for i := range rows {
		if rows[i].PhuongAn != "" {
			n++
		}
	}
	return n > 0 && n*2 >= len(rows)
}

// twice finds people in two lines; it names each pair and answers the lines
// that are left out.
func (c *comparing) twice(hits []hit) map[int]bool {
	type key struct {
		id string
		at int
		pa string
		m  law.Month
	}
	out := map[int]bool{}
	first := make(map[key]int, len(hits))
	for i := range hits {
		r := &c.Rows[i]
		keys := make([]key, 0, 2)
		k := key{"", -1, r.PhuongAn, r.TuThang}
		if hits[i].at >= 0 && hits[i].loai == "" {
			k.at = hits[i].at
			keys = append(keys, k)
		} else if hits[i].at < 0 {
			if k.id = r.MaSoBHXH; k.id != "" {
				keys = append(keys, k)
			}
			if k.id = r.SoCCCD; k.id != "" && k.id != r.MaSoBHXH {
				keys = append(keys, k)
			}
		}
		for _, k := range keys {
			j, ok := first[k]
			if !ok {
				first[k] = i
				continue
			}
			if !out[i] {
				u := c.unclear(HaiDong, r, "Một người có ở hai dòng của bảng lương. Xoá một dòng, hoặc sửa mã số nếu là hai người", nil, nil)
				u.Source, u.Other = c.Rows[j].Noi, r.Noi
				c.out.Undecided = append(c.out.Undecided, u)
			}
			out[i], out[j] = true, true
		}
	}
	return out
}

func (c *comparing) unclear(loai string, r *facts.DongLuong, say string, old, new Thay) ChuaRo {
	return ChuaRo{Loai: loai, HoTen: r.HoTen, SoCCCD: r.SoCCCD, MaSoBHXH: r.MaSoBHXH, TuThang: c.Month, Old: old, New: new, LyDo: say, Source: r.Noi}
}

func (c *comparing) ask(loai string, r *facts.DongLuong, say string, old, new Thay) {
	c.out.Undecided = append(c.out.Undecided, c.unclear(loai, r, say, old, new))
}

// line looks at one line of the payroll.
func (c *comparing) line(r *facts.DongLuong, h hit) {
	if h.loai != "" {
		p := &c.Roster[h.at]
		old, now, _ := identity(p, r)
		c.ask(h.loai, r, h.say, old, now)
		return
	}
	if h.at < 0 {
		c.newcomer(r)
		return
	}
	p := &c.Roster[h.at]
	old, now, agree := identity(p, r)
	if len(old) > 0 && (agree < 2 || somebodyElse(p, r, old)) {
		say := "Mã số khớp với " + p.HoTen + " trong danh sách nhưng họ tên, ngày sinh là của người khác."
		if i, ok := c.ix.byName(r.HoTen, r.NgaySinh, ""); ok && i != h.at {
			say += " Danh sách có người như vậy với số khác: có thể cột số và cột tên lệch dòng nhau khi sắp xếp."
		}
		c.ask(KhacNguoi, r, say+" Xem lại dòng này", old, now)
		return
	}
	if len(old) > 0 {
		c.ask(NhanThan, r, "Thông tin nhân thân khác danh sách: "+pairs(old, now)+". Nếu bảng lương đúng thì lập TK1-TS", old, now)
	}
	c.known(r, p, h.conf)
}

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

// newcomer looks at a line whose person the roster does not have.
func (c *comparing) newcomer(r *facts.DongLuong) {
	if r.PhuongAn != "" {
		c.own(r, nil, 90)
		return
	}
	if n := readNote(r, c.Month, c.limit); n.pa != "" && !n.back {
		say := "Chưa có trong danh sách nhưng ghi chú là “" + r.GhiChu + "”"
		if other := n.say + n.unsure; other != "" {
			say = "Chưa có trong danh sách. " + other
		}
		c.ask(MauThuan, r, say+". Báo tăng trước nếu là người mới", nil, nil)
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
	c.out.Proposals = append(c.out.Proposals, d)
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

// propose begins a proposal for a line.
func (c *comparing) propose(r *facts.DongLuong, p facts.NguoiLaoDong) DeXuat {
	return DeXuat{HoTen: p.HoTen, SoCCCD: p.SoCCCD, MaSoBHXH: p.MaSoBHXH, TuThang: c.Month, Source: r.Noi, Nguoi: p, Unknown: []string{}}
}

// absent proposes the decrease of those who take part and are not in the payroll.
func (c *comparing) absent() {
	for i := range c.Roster {
		p := &c.Roster[i]
		if !c.seen[i] && p.TrangThai == facts.ChuaRo {
			c.out.Undecided = append(c.out.Undecided, ChuaRo{Loai: MauThuan, HoTen: p.HoTen, SoCCCD: p.SoCCCD, MaSoBHXH: p.MaSoBHXH, TuThang: c.Month, Old: state(p.TrangThai),
				LyDo: "Không có trong bảng lương, danh sách " + unclearSince(p) + " chưa rõ người này đang tham gia hay đã nghỉ. Xem lại lịch sử đã chuyển vào"})
		}
		if c.seen[i] || p.TrangThai != facts.DangDong && p.TrangThai != "" {
			continue
		}
		d := c.propose(&facts.DongLuong{}, *p)
		d.PhuongAn, d.Confidence = "GH", 85
		d.LyDo = "Đang tham gia nhưng không có trong bảng lương tháng " + c.Month.String()
		d.Old, d.New = state(facts.DangDong), state(facts.DaNghi)
		d.Unknown = []string{NgayChamDut, LyDoGiam}
		d.Nguoi.TrangThai, d.Nguoi.TuThang = facts.DaNghi, c.Month
		c.out.Proposals = append(c.out.Proposals, d)
	}
}

func state(s facts.TrangThai) Thay { return Thay{TrangThai: string(s)} }
