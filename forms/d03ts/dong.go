package d03ts

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row out of what is known of a person: a phương án of BHYT from a
// day for a number of months (0: not known). What is not known stays unknown;
// nothing is guessed. What a household pays is written by DienHo.
func Dong(n facts.NguoiLaoDong, phuongAn string, tu law.Day, soThang int64) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	SoCCCD.Set(&r, n.SoCCCD)
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	GioiTinh.Set(&r, n.GioiTinh.Ma())
	QuocTich.Set(&r, n.QuocTich)
	ID.Set(&r, n.Khoa())
	DiaChi.Set(&r, n.DiaChi)
	MaXa.Set(&r, n.MaXa)
	MaTinh.Set(&r, n.MaTinh)
	NoiKCB.Set(&r, n.MaKCB)
	MaPhongBan.Set(&r, n.PhongBan)
	PhuongAn.Set(&r, phuongAn)
	TuNgay.Set(&r, tu)
	if soThang > 0 {
		SoThang.Set(&r, soThang)
	}
	if phuongAn != "" && phuongAn != "GH" {
		CoGiamChet.Set(&r, false)
	}
	return r
}

// Dau makes the head out of what is known of the unit; the reference level is
// that of the day of the list.
func Dau(dv facts.DonVi, doiTuong, noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	MaDonVi.Set(&r, dv.MaDonVi)
	MaSoThue.Set(&r, dv.MaSoThue)
	DiaChiDonVi.Set(&r, dv.DiaChi)
	DienThoai.Set(&r, dv.DienThoai)
	Email.Set(&r, dv.Email)
	TenDoiTuong.Set(&r, doiTuong)
	if mtc := law.MucThamChieu(ngayLap); mtc != 0 {
		LuongCoSo.Set(&r, mtc)
	}
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}
