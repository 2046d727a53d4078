package d05ts

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// DangKy is what a person chooses: money in đồng a month, the class of support
// as one of HoNgheo, CanNgheo, DanToc, Khac ("" = not known).
type DangKy struct {
	PhuongAn   string    // codes.PhuongAnTN
	PhuongThuc string    // codes.PhuongThuc
	TuThang    law.Month // first month paid for
	SoThang    int64     // 0: as the phương thức says
	ThuNhap    int64     // 0: not known
	DienHoTro  string
}

// Dong makes a row out of what is known of a person and what they choose, with
// the amounts of the day of paying. What is not known stays unknown.
func Dong(n facts.NguoiLaoDong, k DangKy, ngayDong law.Day) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	SoCCCD.Set(&r, n.SoCCCD)
	DiaChi.Set(&r, n.DiaChi)
	MaXa.Set(&r, n.MaXa)
	MaTinh.Set(&r, n.MaTinh)
	ID.Set(&r, n.Khoa())
	PhuongAn.Set(&r, k.PhuongAn)
	PhuongThuc.Set(&r, k.PhuongThuc)
	TuThang.Set(&r, k.TuThang)
	DienHoTro.Set(&r, k.DienHoTro)
	if k.ThuNhap > 0 {
		ThuNhap.Set(&r, k.ThuNhap)
	}
	if k.SoThang == 0 {
		k.SoThang = kyThang(r)
	}
	if k.SoThang > 0 {
		SoThang.Set(&r, k.SoThang)
	}
	Tinh(&r, ngayDong)
	return r
}

// Tinh fills the rate and the amounts of a row that pays by the month, by 3, 6 or
// 12 months, by the figures of the day of paying; amounts that need r, the yield
// of the fund, are left to the calculators.
func Tinh(r *form.Row, ngayDong law.Day) {
	if !dong.Test(*r) {
		return
	}
	rate := figure("tu-nguyen-ty-le", ngayDong)
	if rate == 0 {
		return
	}
	TyLeDong.Set(r, rate)
	if k := figure("tu-nguyen-ho-tro-"+DienHoTro.Get(*r), ngayDong); k > 0 {
		TyLeNSNN.Set(r, k)
	}
	if !theoKy.Test(*r) || !ThuNhap.Known(*r) || !SoThang.Known(*r) {
		return
	}
	PhaiDong.Set(r, thuong(*r, ngayDong))
	if !TyLeNSNN.Known(*r) {
		return
	}
	TienNSNN.Set(r, hoTro(*r, TyLeNSNN.Get(*r), ngayDong))
	if left, ok := conLai(*r, ngayDong); ok && left >= 0 {
		NguoiDong.Set(r, left)
	}
}

// Dau makes the head out of what is known of the organisation and its collector.
func Dau(dv facts.DonVi, nhanVien, maNhanVien string, ngayLap law.Day) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	MaDonVi.Set(&r, dv.MaDonVi)
	NhanVienThu.Set(&r, nhanVien)
	MaNhanVien.Set(&r, maNhanVien)
	NgayLap.Set(&r, ngayLap)
	return r
}
