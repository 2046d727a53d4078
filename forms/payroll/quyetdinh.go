package payroll

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Viec is what a person decides about a line.
type Viec string

// The decisions.
const (
	LaNguoi      Viec = "la-nguoi"  // the line is somebody of the roster
	LaMoi        Viec = "la-moi"    // the line is somebody whom the roster does not have
	HaiNguoiKhac Viec = "hai-nguoi" // the line is not somebody whom it looks like
	BoDong       Viec = "bo-dong"   // nothing is declared of the line this month
	khongViec    Viec = ""          // none yet
)

// Say is the decision in the user's words.
func (v Viec) Say() string {
	return map[Viec]string{LaNguoi: "là người này", LaMoi: "là người mới", HaiNguoiKhac: "hai người khác nhau", BoDong: "bỏ dòng này tháng này"}[v]
}

// QuyetDinh is what a person decided about a line of a payroll. That a line is
// somebody, or is not, holds for the same line of later months as well; that it is
// left out holds for its month.
type QuyetDinh struct {
	ID    int64     // the store's
	Thang law.Month // of the payroll in which it was asked
	Viec  Viec
	Dong  VetDong
	Nguoi string   // the store's key of whom it is, for LaNguoi
	Khac  []string // of those whom it is not, for HaiNguoiKhac and LaMoi
	Nhan  bool     // LaNguoi: what the line says of identity is right, and the roster is not
}

// VetDong is how a line is known again, wherever it stands in the workbook: what it
// says of who is meant.
type VetDong struct {
	HoTen    string         `json:"hoTen"`
	MaSoBHXH string         `json:"maSoBHXH"`
	SoCCCD   string         `json:"soCCCD"`
	NgaySinh facts.NgaySinh `json:"ngaySinh"`
	MaNV     string         `json:"maNV"`
	Thu      int            `json:"thu,omitempty"` // which of the lines that are written alike, from 0
}

func traceOf(r *facts.DongLuong) VetDong {
	return VetDong{HoTen: r.HoTen, MaSoBHXH: r.MaSoBHXH, SoCCCD: r.SoCCCD, NgaySinh: r.NgaySinh, MaNV: r.MaNV}
}

// key is the trace without its place among lines that are written alike.
func (v VetDong) key() string {
	return strings.Join([]string{codes.Fold(v.HoTen), v.MaSoBHXH, v.SoCCCD, v.NgaySinh.String(), v.MaNV}, "|")
}

// trace is how a line of this payroll is known again.
func (c *comparing) trace(line int) VetDong {
	if c.thu == nil {
		c.thu = map[int]int{}
		count := make(map[string]int, len(c.Rows))
		for i := range c.Rows {
			k := traceOf(&c.Rows[i]).key()
			if n := count[k]; n > 0 {
				c.thu[i] = n
			}
			count[k]++
		}
	}
	v := traceOf(&c.Rows[line])
	v.Thu = c.thu[line]
	return v
}

// decided is all that was decided about one line.
type decided struct {
	id    int64 // of the decision that counts
	who   int   // in the roster, -1 for nobody
	fresh bool
	skip  bool
	take  bool
	not   []string        // keys of people whom the line is not
	row   facts.DongLuong // the line without the numbers that are of those people
	lost  []string        // those numbers' names of facts
}

// The questions that a line's other parts put, of a line about which nothing was
// decided too.
func (d *decided) left() bool { return d != nil && d.skip }
func (d *decided) is() bool   { return d != nil && d.who >= 0 }
func (d *decided) new() bool  { return d != nil && d.fresh }
func (d *decided) others() []string {
	if d == nil {
		return nil
	}
	return d.not
}

// decide gathers the decisions that are about lines of this payroll.
func (c *comparing) decide() {
	if len(c.QuyetDinh) == 0 {
		return
	}
	of := map[string][]*QuyetDinh{}
	for i := range c.QuyetDinh {
		q := &c.QuyetDinh[i]
		if q.Thang == c.Month || q.Thang < c.Month && q.Viec != BoDong {
			k := q.Dong.key()
			of[k] = append(of[k], q)
		}
	}
	at := make(map[string]int, len(c.Roster))
	for i := range c.Roster {
		if id := c.Roster[i].ID; id != "" {
			at[id] = i
		}
	}
	c.said = map[int]*decided{}
	for i := range c.Rows {
		for _, q := range of[traceOf(&c.Rows[i]).key()] {
			if q.Dong.Thu == c.trace(i).Thu {
				c.apply(i, q, at)
			}
		}
	}
	for i, d := range c.said {
		c.drop(i, d, at)
	}
}

// apply adds one decision to what is known of a line; the latest counts.
func (c *comparing) apply(line int, q *QuyetDinh, at map[string]int) {
	who := -1
	if q.Viec == LaNguoi {
		i, ok := at[q.Nguoi]
		if !ok {
			return // nobody of that key stands in the roster: it is asked again
		}
		who = i
	}
	d := c.said[line]
	if d == nil {
		d = &decided{row: c.Rows[line]}
		c.said[line] = d
	}
	d.id, d.who, d.take = q.ID, who, q.Nhan
	d.skip = q.Viec == BoDong
	d.fresh = q.Viec == LaMoi && q.Thang == c.Month
	d.not = append(d.not, q.Khac...)
}

// drop takes the numbers of others out of a line: those of the people it is not and,
// of a new person, those of anybody in the roster.
func (c *comparing) drop(line int, d *decided, at map[string]int) {
	if d.skip || d.who >= 0 {
		return
	}
	others := map[int]bool{}
	for _, id := range d.not {
		if i, ok := at[id]; ok {
			others[i] = true
		}
	}
	taken := func(m map[string]int, s string) bool {
		i, ok := m[s]
		return s != "" && ok && (d.fresh || others[i]) || s != "" && len(d.not) == 0 && !d.fresh && c.shared(line, s)
	}
	if s := d.row.MaSoBHXH; taken(c.ix.maSo, s) || taken(c.ix.cccd, s) {
		d.row.MaSoBHXH, d.lost = "", append(d.lost, MaSoBHXH)
	}
	if taken(c.ix.cccd, d.row.SoCCCD) {
		d.row.SoCCCD, d.lost = "", append(d.lost, SoCCCD)
	}
}

// shared reports whether another line has a number too.
func (c *comparing) shared(line int, s string) bool {
	for i := range c.Rows {
		if i != line && (c.Rows[i].MaSoBHXH == s || c.Rows[i].SoCCCD == s) {
			return true
		}
	}
	return false
}

// without says of a new person which numbers of the line were another's.
func (d *decided) without(p *DeXuat) {
	if d == nil || len(d.lost) == 0 {
		return
	}
	p.LyDo += ". Số trong dòng này là của người khác nên để trống"
	for _, k := range d.lost {
		if k == MaSoBHXH && p.PhuongAn != "" {
			p.PhuongAn, p.Confidence = "", min(p.Confidence, 50)
			p.Unknown = append([]string{PhuongAn}, p.Unknown...)
		}
	}
}
