package m2cbh

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row out of what is known of a person; thayDoi is one of ThayDois.
// What is paid to them, and what it changes to, is theirs to say.
func Dong(n facts.NguoiLaoDong, thayDoi string) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	SoCCCD.Set(&r, n.SoCCCD)
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	ThayDoi.Set(&r, thayDoi)
	ID.Set(&r, n.Khoa())
	return r
}

// Dau makes the head: the agency that pays by name, and where and when the notice
// is signed.
func Dau(coQuan, noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	TenCoQuan.Set(&r, coQuan)
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}
