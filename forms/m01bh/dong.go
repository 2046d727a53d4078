package m01bh

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row of a kind of treatment (NgoaiTru, NoiTru); its amounts stay
// unknown until somebody says them.
func Dong(loaiHinh string) form.Row {
	var r form.Row
	LoaiHinh.Set(&r, loaiHinh)
	return r
}

// Dau makes the head: the facility as far as it is known as an employer, and the
// month.
func Dau(dv facts.DonVi, thang law.Month, noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	NguoiDaiDien.Set(&r, dv.NguoiDaiDien)
	KyThang.Set(&r, thang)
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}
