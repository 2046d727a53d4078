package payroll

import (
	"cmp"
	"slices"

	"ankhai/forms/facts"
)

// UngVien is somebody of the roster whom a line may mean.
type UngVien struct {
	Nguoi   facts.NguoiLaoDong `json:"nguoi"`
	Diem    int                `json:"diem"`              // 0–100
	LyDo    []string           `json:"lyDo"`              // what speaks for it and against it
	SinhDoi bool               `json:"sinhDoi,omitempty"` // they may be twins: never one without a person's word
	Dong    string             `json:"dong,omitempty"`    // another line that has this person by a number, "T11!A9"

	at int // in the roster
}

const mostCandidates = 5

// candidates are the people of the roster whom a line may mean, likeliest first. sure
// are in it whatever speaks against them; out are not.
func (c *comparing) candidates(line int, r *facts.DongLuong, out []string, sure ...int) []UngVien {
	claimed := func(i int) bool { return c.claim[i] != 0 }
	if c.near == nil {
		c.near = newNeighbours(c.Roster, claimed)
	}
	c.near.now++
	var found []UngVien
	t := traitsOfLine(r)
	same := c.ix.named(r.HoTen) // makes the folded names
	try := func(i int) {
		if c.near.round[i] == c.near.now {
			return
		}
		c.near.round[i] = c.near.now
		p := &c.Roster[i]
		if p.ID != "" && slices.Contains(out, p.ID) {
			return
		}
		them := traitsOf(p, c.ix.folded[i])
		wanted := slices.Contains(sure, i)
		if !wanted && alike(&t, &them, false).diem < atLeast-phongGiong {
			return
		}
		l := alike(&t, &them, true)
		u := UngVien{Nguoi: *p, Diem: l.diem, LyDo: l.lyDo, SinhDoi: l.doi, at: i}
		if k := c.claim[i] - 1; k >= 0 && k != line {
			u.Dong = c.Rows[k].Noi.String()
			u.LyDo = append(u.LyDo, "dòng "+u.Dong+" đã mang số của người này")
			if t.maSo != "" || t.cccd != "" {
				u.Diem = max(0, u.Diem+elsewhere)
			}
		}
		if u.Diem >= atLeast || wanted {
			found = append(found, u)
		}
	}
	for _, i := range sure {
		try(i)
	}
	for _, i := range same {
		try(i)
	}
	days := [...]facts.NgaySinh{r.NgaySinh, facts.NgaySinh(turned(r.NgaySinh))}
	born := func(births map[facts.NgaySinh][]int) {
		for _, day := range days {
			for _, i := range births[day] { // many where a day stands for one that nobody knew
				if nearNames(c.ix.folded[i], t.folded) {
					try(i)
				}
			}
		}
	}
	born(c.near.births)
	if t.maSo == "" && t.cccd == "" { // it may be a second line of somebody
		born(c.near.takenBirths(c.Roster, claimed))
	}
	for _, i := range c.near.maNV[r.MaNV] {
		try(i)
	}
	c.near.near(t.maSo, try)
	c.near.near(t.cccd, try)
	slices.SortStableFunc(found, func(a, b UngVien) int { return cmp.Or(b.Diem-a.Diem, a.at-b.at) })
	return found[:min(len(found), mostCandidates)]
}
