package m13hsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row of two people: who gives the power and who receives it. What
// for and how long is left to them.
func Dong(a, b facts.NguoiLaoDong) form.Row {
	var r form.Row
	HoTen.Set(&r, a.HoTen)
	NgaySinh.Set(&r, law.Day(a.NgaySinh))
	SoCCCD.Set(&r, a.SoCCCD)
	MaSoBHXH.Set(&r, a.MaSoBHXH)
	DiaChi.Set(&r, a.DiaChi)
	MaXa.Set(&r, a.MaXa)
	MaTinh.Set(&r, a.MaTinh)
	DienThoai.Set(&r, a.DienThoai)
	ID.Set(&r, a.Khoa())
	BHoTen.Set(&r, b.HoTen)
	BNgaySinh.Set(&r, law.Day(b.NgaySinh))
	BSoCCCD.Set(&r, b.SoCCCD)
	BDiaChi.Set(&r, b.DiaChi)
	BMaXa.Set(&r, b.MaXa)
	BMaTinh.Set(&r, b.MaTinh)
	BDienThoai.Set(&r, b.DienThoai)
	return r
}

// Dau makes the head: where and when the paper is signed.
func Dau(noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}
