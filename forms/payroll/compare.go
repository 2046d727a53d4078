package payroll

import (
	"slices"
	"strconv"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Input is what Compare looks at. Roster is the roster as it stood before Month.
type Input struct {
	DonVi     facts.DonVi
	Roster    []facts.NguoiLaoDong
	Rows      []facts.DongLuong
	Month     law.Month
	QuyetDinh []QuyetDinh // what people decided, earliest first
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
	near  *neighbours      // made when a line is not matched by a number
	said  map[int]*decided // by line; nil where nobody decided anything
	limit int32            // unpaid days from which nothing is due, tenths
	seen  []bool           // people of the roster some line speaks of
	claim []int            // by person, the line that has them by a number, counted from 1
	by    *decided         // what was decided about the line at hand
	thu   map[int]int      // of lines written alike, which one, from 0; made when somebody must be asked
	out   Result
}

// Compare proposes the declarations of a month.
func Compare(in Input) Result {
	c := &comparing{Input: in, ix: newIndex(in.Roster), limit: unpaidLimit(in.Month), seen: make([]bool, len(in.Roster)), claim: make([]int, len(in.Roster)),
		out: Result{Proposals: []DeXuat{}, Undecided: []ChuaRo{}}}
	c.decide()
	hits := make([]hit, len(in.Rows))
	for i := range in.Rows {
		h := c.find(i)
		if h.at >= 0 {
			c.seen[h.at] = true
			if h.loai == "" && h.byNumber {
				c.claim[h.at] = i + 1
			}
		}
		for _, at := range h.also {
			c.seen[at] = true
		}
		hits[i] = h
	}
	twice := c.twice(hits)
	for i := range in.Rows {
		if !twice[i] {
			c.line(i, hits[i])
		}
	}
	c.by = nil
	if !listOfChanges(in.Rows) {
		c.absent()
	}
	return c.out
}

// find is whom a line means, by what was decided about it or by what it says.
func (c *comparing) find(line int) hit {
	d := c.said[line]
	switch {
	case d == nil:
		return c.ix.find(&c.Rows[line])
	case d.who >= 0:
		return hit{at: d.who, conf: byWord}
	case d.fresh:
		return hit{at: -1, conf: byWord}
	}
	h := c.ix.find(&d.row)
	if h.at >= 0 && slices.Contains(d.not, c.Roster[h.at].ID) { // by name: the numbers that say so are gone
		h.also = slices.DeleteFunc(h.also, func(i int) bool { return slices.Contains(d.not, c.Roster[i].ID) })
		if len(h.also) == 0 {
			return hit{at: -1, conf: newConf}
		}
		h.at, h.also = h.also[0], h.also[1:]
	}
	return h
}

// row is a line as it stands after what was decided about it.
func (c *comparing) row(line int) *facts.DongLuong {
	if d := c.said[line]; d != nil {
		return &d.row
	}
	return &c.Rows[line]
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
		if c.said[i].left() {
			continue
		}
		r := c.row(i)
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
				c.ask(HaiDong, i, "Một người có ở hai dòng của bảng lương. Bỏ một dòng, hoặc nói là hai người; cũng có thể sửa trong bảng lương", nil, nil, k.at)
				u := &c.out.Undecided[len(c.out.Undecided)-1]
				u.Source, u.Other = c.Rows[j].Noi, r.Noi
				was := c.trace(j)
				u.DongDau = &was
			}
			out[i], out[j] = true, true
		}
	}
	return out
}

// ask puts a question about a line. whom are people of the roster that the question is
// about, -1 for nobody; they are among the candidates whatever speaks against them.
func (c *comparing) ask(loai string, line int, say string, old, new Thay, whom ...int) {
	r := c.row(line)
	u := ChuaRo{Loai: loai, HoTen: r.HoTen, SoCCCD: r.SoCCCD, MaSoBHXH: r.MaSoBHXH, TuThang: c.Month, Old: old, New: new, LyDo: say, Source: r.Noi,
		Dong: c.trace(line), Duoc: choicesOf[loai]}
	if whom = slices.DeleteFunc(whom, func(i int) bool { return i < 0 }); aboutIdentity(loai) {
		u.UngVien = c.candidates(line, r, c.said[line].others(), whom...)
		if loai == HaiDong {
			u.UngVien = slices.DeleteFunc(u.UngVien, func(v UngVien) bool { return !slices.Contains(whom, v.at) })
		}
		c.spare(u.UngVien)
	}
	c.out.Undecided = append(c.out.Undecided, u)
}

// spare keeps those whom a line may mean from being proposed as gone.
func (c *comparing) spare(us []UngVien) {
	for _, u := range us {
		c.seen[u.at] = c.seen[u.at] || u.Diem >= doubtFrom
	}
}

// line looks at one line of the payroll.
func (c *comparing) line(i int, h hit) {
	r := c.row(i)
	c.by = c.said[i]
	if c.by.left() {
		if h.at < 0 { // whoever it may be has not left
			c.spare(c.candidates(i, r, c.by.others()))
		}
		return
	}
	if h.loai != "" {
		old, now, _ := identity(&c.Roster[h.at], r)
		c.ask(h.loai, i, h.say, old, now, append(h.also, h.at)...)
		return
	}
	if h.at < 0 {
		if !c.like(i, r) {
			c.newcomer(i, r)
		}
		return
	}
	p := &c.Roster[h.at]
	if c.by.is() {
		p = c.taken(r, p)
		c.known(i, r, p, h.conf)
		return
	}
	old, now, agree := identity(p, r)
	if len(old) > 0 {
		other, surely := c.another(r, h.at, old)
		if agree < 2 || surely || somebodyElse(p, r, old) {
			say := "Mã số khớp với " + p.HoTen + " trong danh sách nhưng họ tên, ngày sinh là của người khác."
			if other >= 0 {
				say += " Danh sách có người như vậy với số khác: có thể cột số và cột tên lệch dòng nhau khi sắp xếp."
			}
			c.ask(KhacNguoi, i, say+" Xem lại dòng này", old, now, h.at, other)
			return
		}
		c.ask(NhanThan, i, "Thông tin nhân thân khác danh sách: "+pairs(old, now)+". Nếu bảng lương đúng thì lập TK1-TS", old, now, h.at)
	}
	c.known(i, r, p, h.conf)
}

// another finds somebody else of the roster whose name and birth a line has, -1 for
// nobody; surely says that the line's name is not that of the one whose number it has,
// so that the two are not one by a slip of the pen.
func (c *comparing) another(r *facts.DongLuong, at int, old Thay) (other int, surely bool) {
	i, ok := c.ix.byName(r.HoTen, r.NgaySinh, "")
	if !ok || i == at {
		return -1, false
	}
	return i, old[HoTen] != nil
}

// like asks about a line that fits nobody wholly but looks like somebody of the roster.
func (c *comparing) like(line int, r *facts.DongLuong) bool {
	if c.by.new() {
		return false
	}
	us := c.candidates(line, r, c.by.others())
	if len(us) == 0 || us[0].Diem < doubtFrom {
		return false
	}
	say := "Không khớp số với ai trong danh sách, nhưng giống " + us[0].Nguoi.HoTen + " (" + strconv.Itoa(us[0].Diem) + " trên 100 điểm). Nói là người này, người mới, hoặc sửa số trong bảng lương"
	old, now, _ := identity(&us[0].Nguoi, r)
	c.ask(GiongNguoi, line, say, old, now, us[0].at)
	return true
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
		c.put(d)
	}
}

func state(s facts.TrangThai) Thay { return Thay{TrangThai: string(s)} }
