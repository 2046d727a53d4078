package m12hsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row out of what is known of a person who retires from a day; number
// and day of the decision are the employer's.
func Dong(n facts.NguoiLaoDong, nghiTu law.Day) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	GioiTinh.Set(&r, n.GioiTinh.Ma())
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	ChucDanh.Set(&r, n.ChucDanh)
	DiaChi.Set(&r, n.DiaChi)
	MaXa.Set(&r, n.MaXa)
	MaTinh.Set(&r, n.MaTinh)
	NoiKCB.Set(&r, n.MaKCB)
	NghiTu.Set(&r, nghiTu)
	ID.Set(&r, n.Khoa())
	return r
}

// Dau makes the head: the employer who decides, and where.
func Dau(dv facts.DonVi, noiLap string) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	MaDonVi.Set(&r, dv.MaDonVi)
	NoiLap.Set(&r, noiLap)
	return r
}
