package m09hsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row out of what is known of the person who died. Who declares and
// who the relatives are is for the family to say.
func Dong(n facts.NguoiLaoDong, ngayChet law.Day) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	NgayChet.Set(&r, ngayChet)
	ID.Set(&r, n.Khoa())
	return r
}

// DongCuaDonVi is Dong for somebody who was working at an employer.
func DongCuaDonVi(dv facts.DonVi, n facts.NguoiLaoDong, ngayChet law.Day) form.Row {
	r := Dong(n, ngayChet)
	TinhTrang.Set(&r, DangDong)
	DonViCheDo.Set(&r, dv.Ten)
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
