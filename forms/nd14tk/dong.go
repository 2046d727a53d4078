package nd14tk

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row out of what is known of a teacher. Pension and teaching are
// theirs to say.
func Dong(n facts.NguoiLaoDong) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	SoCCCD.Set(&r, n.SoCCCD)
	ID.Set(&r, n.Khoa())
	return r
}

// Dau makes the head: the agency by name, and where and when the declaration is
// signed.
func Dau(coQuan, noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	TenCoQuan.Set(&r, coQuan)
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}
