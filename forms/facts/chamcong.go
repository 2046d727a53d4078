package facts

import (
	"strings"

	"ankhai/forms/law"
)

// Halves of days as a timesheet ("bảng chấm công") tells them.
const (
	NuaLam        = 'x' // đi làm
	NuaPhep       = 'p' // nghỉ phép hưởng lương
	NuaLe         = 'l' // nghỉ lễ, tết
	NuaOm         = 'o' // ốm đau
	NuaConOm      = 'c' // con ốm
	NuaThaiSan    = 't'
	NuaKhongLuong = 'k' // nghỉ không hưởng lương
	NuaNghiTuan   = 'n' // nghỉ hằng tuần
	NuaKhac       = 'h' // nghỉ khác có hưởng lương
	NuaTrong      = '-' // nothing written
	NuaChuaRo     = '?' // written with a sign that nobody has explained
)

// ChamCong is a person's line of a month's timesheet: two halves for each day, in
// the order of the days. The zero value says that there is none.
type ChamCong struct {
	Noi Noi     `json:"noi"` // the line's first cell
	Tu  law.Day `json:"tu"`  // the first day; 0 where the month is not known
	Nua string  `json:"nua"` // two letters a day, see NuaLam
}

// Co reports whether there is a line.
func (c ChamCong) Co() bool { return c.Nua != "" }

// Ngay counts the days of some kinds, in tenths of a day.
func (c ChamCong) Ngay(kinds ...byte) (n int32) {
	const half = 5
	for _, k := range kinds {
		n += half * int32(strings.Count(c.Nua, string(rune(k))))
	}
	return n
}

// HuongLuong counts the paid days, in tenths: worked, on paid leave, public
// holidays. ok is false where a sign of the line is not understood.
func (c ChamCong) HuongLuong() (n int32, ok bool) {
	return c.Ngay(NuaLam, NuaPhep, NuaLe, NuaKhac), c.Co() && c.Ngay(NuaChuaRo) == 0
}
