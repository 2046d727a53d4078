package law

import (
	"strconv"
	"strings"
)

// Buoc is one step of a working: what it finds, how, from which figures, and
// on which text it rests. Steps that lead to it stand below it.
type Buoc struct {
	Nhan     string `json:"label"`
	CongThuc string `json:"formula"` // in Vietnamese, with the numbers in it
	Vao      []Vao  `json:"inputs"`
	KetQua   int64  `json:"result"` // đồng, unless DonVi says otherwise
	CanCu    string `json:"basis"`
	DonVi    string `json:"unit,omitempty"`
	LuatTu   string `json:"version,omitempty"` // since when the rule reads so: "2025-07-01"
	Con      []Buoc `json:"steps,omitempty"`
}

// Vao is one input of a step.
type Vao struct {
	Ten    string `json:"name"`
	GiaTri int64  `json:"value"`
	DonVi  string `json:"unit"`
}

// ChuaBiet says that a result cannot be given and which figure or input is
// missing. Ten is its key, Say the sentence for people.
type ChuaBiet struct {
	Ten string
	Say string
}

// Error returns the sentence.
func (c *ChuaBiet) Error() string { return c.Say }

const dong = "đồng"

// vao is a figure as an input.
func vao(v Value) Vao { return Vao{Ten: v.Title, GiaTri: v.Amount, DonVi: v.Unit} }

// VietSo writes a number the Vietnamese way, 50.600.000.
func VietSo(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	var b strings.Builder
	for i := range len(s) {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(s[i])
	}
	return sign + b.String()
}

// DonViNuaNgay is the unit of results that count days in halves.
const DonViNuaNgay = "nửa ngày"

// VietNua writes half days: 5 → "2,5".
func VietNua(halves int64) string {
	if halves%2 == 0 {
		return VietSo(halves / 2)
	}
	return VietSo(halves/2) + ",5"
}

// VietTyLe writes a rate of 1/10 000 as a percentage, 150 → "1,5%".
func VietTyLe(rate int64) string {
	s := strconv.FormatInt(rate/100, 10)
	if rest := rate % 100; rest != 0 {
		s += "," + strings.TrimRight(string([]byte{byte('0' + rest/10), byte('0' + rest%10)}), "0")
	}
	return s + "%"
}
