package m01bhyt

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row of a patient n and of who asks for them; the same person twice
// where patients ask themselves. quanHe is what the second is to the first. Of the
// treatment nothing is known here.
func Dong(n, deNghi facts.NguoiLaoDong, quanHe string) form.Row {
	var r form.Row
	DNHoTen.Set(&r, deNghi.HoTen)
	DNSoCCCD.Set(&r, deNghi.SoCCCD)
	DNQuanHe.Set(&r, quanHe)
	DNDienThoai.Set(&r, deNghi.DienThoai)
	DNDiaChi.Set(&r, deNghi.DiaChi)
	DNMaXa.Set(&r, deNghi.MaXa)
	DNMaTinh.Set(&r, deNghi.MaTinh)
	HoTen.Set(&r, n.HoTen)
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	TheBHYT.Set(&r, n.MaSoBHXH)
	NoiKCB.Set(&r, n.MaKCB)
	ID.Set(&r, n.Khoa())
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
