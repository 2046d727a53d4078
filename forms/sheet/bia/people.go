// Package bia invents people ("bịa"): names, numbers and pay such as workbooks of
// a factory hold, nobody real. The same seed gives the same people.
//
// It knows no workbook. The generators of samples and fixtures beside it import it,
// and tests.
package bia

import (
	"fmt"
	"math/rand/v2"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

const nghin = 10 * 10 * 10

// Nguoi is an invented person in one month.
type Nguoi struct {
	facts.DongLuong
	To int // of PhongBan
}

// surnames with their weights; the last are names of other peoples of Vietnam.
var surnames = Weighted{{"Nguyễn", 380}, {"Trần", 110}, {"Lê", 95}, {"Phạm", 70}, {"Huỳnh", 30}, {"Hoàng", 22}, {"Phan", 45}, {"Vũ", 20}, {"Võ", 25},
	{"Đặng", 21}, {"Bùi", 20}, {"Đỗ", 14}, {"Hồ", 13}, {"Ngô", 13}, {"Dương", 10}, {"Lý", 6}, {"Tống", 3}, {"Công", 1}, {"Tô", 3}}

var middles = [2][]string{
	{"Văn", "Văn", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Công", "Xuân", "Ngọc"},
	{"Thị", "Thị", "Thị", "Thị Kim", "Thị Thu", "Ngọc", "Thanh", "Thị Mỹ", "Thị Hồng", "Bích"},
}

var given = [2][]string{
	{"An", "Bình", "Cường", "Dũng", "Đạt", "Hải", "Hiếu", "Hoà", "Hùng", "Khánh", "Lâm", "Long", "Nam", "Phúc", "Quân", "Sơn", "Tài", "Thắng", "Tuấn", "Ý"},
	{"Anh", "Bé", "Chi", "Diệu", "Dung", "Hà", "Hạnh", "Hoa", "Hương", "Lan", "Linh", "Loan", "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Phương", "Quyên", "Thảo", "Trang", "Tuyết", "Vy", "Yến"},
}

// others are full names that no pattern above gives.
var others = []struct {
	name string
	sex  int
}{{"Vàng A Súa", 0}, {"Giàng Thị Mỷ", 1}, {"H' Hen Niê", 1}, {"Y Bhơm Êban", 0}, {"Thạch Sô Phia", 1}, {"Sơn Ngọc Hà", 1}, {"Lò Văn Ơn", 0}, {"Lê Ý", 0}, {"Tôn Nữ Thị Ái Khanh", 1}}

// Weighted are texts with their weights.
type Weighted []struct {
	s string
	w int
}

// Pick chooses a text.
func (w Weighted) Pick(r *rand.Rand) string {
	sum := 0
	for _, x := range w {
		sum += x.w
	}
	n := r.IntN(sum)
	for _, x := range w {
		if n -= x.w; n < 0 {
			return x.s
		}
	}
	return w[0].s
}

// Homes are old provinces people were registered in, factory towns' own mix.
var Homes = Weighted{{"79", 30}, {"82", 8}, {"83", 10}, {"86", 6}, {"89", 8}, {"94", 6}, {"96", 7}, {"38", 6}, {"40", 6}, {"01", 3}, {"52", 4}, {"66", 4}, {"04", 2}}

// PhongBan are the departments of the factory.
var PhongBan = []string{"Văn phòng", "Phân xưởng cắt", "Phân xưởng may 1", "Phân xưởng may 2", "Kho và hoàn thành"}

var titles = [][]string{
	{"Nhân viên kế toán", "Nhân viên nhân sự", "Trưởng phòng kinh doanh", "Nhân viên văn thư"},
	{"Công nhân cắt", "Thợ trải vải", "Tổ trưởng tổ cắt"},
	{"Công nhân may", "Công nhân may", "Công nhân may", "Kỹ thuật chuyền", "Chuyền trưởng"},
	{"Công nhân may", "Công nhân may", "Công nhân may", "Kỹ thuật chuyền", "Chuyền trưởng"},
	{"Công nhân ủi", "Công nhân đóng gói", "Thủ kho"},
}

// Maker invents people; no two share a number or a name with a birth date.
type Maker struct {
	R    *rand.Rand
	used map[string]bool
	n    int
}

// New begins with a seed.
func New(seed1, seed2 uint64) *Maker {
	return &Maker{R: rand.New(rand.NewPCG(seed1, seed2)), used: map[string]bool{}}
}

func (m *Maker) fresh(make func() string) string {
	for {
		if s := make(); !m.used[s] {
			m.used[s] = true
			return s
		}
	}
}

// Person invents somebody; maSo is the province of their mã số BHXH, "" for none.
func (m *Maker) Person(maSo string) Nguoi {
	r := m.R
	m.n++
	var w Nguoi
	sex := 0
	if r.IntN(10) < 8 {
		sex = 1
	}
	other := -1
	if r.IntN(14) == 0 {
		other = r.IntN(len(others))
		sex = others[other].sex
	}
	m.fresh(func() string {
		year := 66 + r.IntN(41) // born 1966 to 2006
		day := law.DayOf(19*100+year, 1+r.IntN(12), 1+r.IntN(28))
		w.NgaySinh = facts.NgaySinh(day)
		if other >= 0 {
			w.HoTen = others[other].name
		} else {
			w.HoTen = surnames.Pick(r) + " " + middles[sex][r.IntN(len(middles[sex]))] + " " + given[sex][r.IntN(len(given[sex]))]
		}
		return codes.Fold(w.HoTen) + day.String()
	})
	w.GioiTinh = [2]facts.GioiTinh{facts.Nam, facts.Nu}[sex]
	year := w.NgaySinh.Year()
	w.SoCCCD = m.fresh(func() string {
		return fmt.Sprintf("0%s%d%02d%06d", Homes.Pick(r), (year/100-19)*2+sex, year%100, 1+r.IntN(nghin*nghin-1))
	})
	if maSo != "" {
		w.MaSoBHXH = m.fresh(func() string { return fmt.Sprintf("%s%08d", maSo, 10*nghin*nghin+r.IntN(15*nghin*nghin)) })
	}
	w.MaNV = fmt.Sprintf("BM%05d", m.n)
	w.To = Weighted{{"0", 10}, {"1", 15}, {"2", 35}, {"3", 35}, {"4", 15}}.index(r)
	w.PhongBan = PhongBan[w.To]
	t := titles[w.To]
	w.ChucDanh = t[r.IntN(len(t))]
	w.Luong = facts.Luong{Known: true, MucLuong: int64(5700+50*r.IntN(60)) * nghin}
	if w.To == 0 {
		w.Luong.MucLuong += int64(3+r.IntN(8)) * nghin * nghin
	}
	if r.IntN(3) == 0 {
		w.Luong.PhuCap = int64(2+r.IntN(5)) * 100 * nghin
	}
	w.NgayCong, w.NgayCongBiet = int32(240+10*r.IntN(3)), true
	return w
}

func (w Weighted) index(r *rand.Rand) int {
	s := w.Pick(r)
	return int(s[0] - '0')
}
