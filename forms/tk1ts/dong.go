package tk1ts

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row out of what is known of a person; noiDung is item [16], what
// is asked for. What is not known stays unknown; nothing is guessed.
func Dong(n facts.NguoiLaoDong, noiDung string) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	GioiTinh.Set(&r, n.GioiTinh.Ma())
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	SoCCCD.Set(&r, n.SoCCCD)
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	DanToc.Set(&r, n.DanToc)
	QuocTich.Set(&r, n.QuocTich)
	DienThoai.Set(&r, n.DienThoai)
	Email.Set(&r, n.Email)
	NoiKCB.Set(&r, n.MaKCB)
	DiaChiNhan.Set(&r, n.DiaChi)
	MaXaNhan.Set(&r, n.MaXa)
	MaTinhNhan.Set(&r, n.MaTinh)
	NoiDung.Set(&r, noiDung)
	ID.Set(&r, n.Khoa())
	return r
}

// Dau makes the head: where and when the sheet is signed, and the employer who
// confirms it.
func Dau(dv facts.DonVi, noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	TenDonVi.Set(&r, dv.Ten)
	MaDonVi.Set(&r, dv.MaDonVi)
	return r
}
