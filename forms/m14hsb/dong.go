package m14hsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row out of what is known of a person; noiDung is what is asked
// for, one of NoiDungs. What is not known stays unknown; nothing is guessed.
func Dong(n facts.NguoiLaoDong, noiDung string) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	GioiTinh.Set(&r, n.GioiTinh.Ma())
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	SoCCCD.Set(&r, n.SoCCCD)
	QuocTich.Set(&r, n.QuocTich)
	DienThoai.Set(&r, n.DienThoai)
	DiaChi.Set(&r, n.DiaChi)
	MaXa.Set(&r, n.MaXa)
	MaTinh.Set(&r, n.MaTinh)
	NoiDung.Set(&r, noiDung)
	if k := n.Khoa(); k != "" && noiDung != "" {
		ID.Set(&r, k+"-"+noiDung) // a person may ask for more than one thing
	}
	return r
}

// Dau makes the head: the agency by name, and where and when the request is
// signed.
func Dau(coQuan, noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	TenCoQuan.Set(&r, coQuan)
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}
