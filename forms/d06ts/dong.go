package d06ts

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// DangKy is what a person chooses; the class of support is one of HoNgheo,
// CanNgheo, Khac ("" = not known).
type DangKy struct {
	Loai       string // LanDau, DongTiep, DangKyLai, DieuChinh
	TuNgay     law.Day
	SoThang    int64 // 6 or 12
	NgheNghiep string
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
	ID.Set(&r, n.Khoa())
	Loai.Set(&r, k.Loai)
	TuNgay.Set(&r, k.TuNgay)
	NgheNghiep.Set(&r, k.NgheNghiep)
	if !dong.Test(r) {
		return r
	}
	DienHoTro.Set(&r, k.DienHoTro)
	if k.SoThang > 0 {
		SoThang.Set(&r, k.SoThang)
	}
	Tinh(&r, ngayDong)
	return r
}

// Tinh fills income and amounts of a row that pays, by the figures of the day of
// paying.
func Tinh(r *form.Row, ngayDong law.Day) {
	muc := luongVung(ngayDong)
	if !dong.Test(*r) || muc == 0 {
		return
	}
	ThuNhap.Set(r, muc)
	if k := tyLeDien(DienHoTro.Get(*r), ngayDong); k > 0 {
		TyLeNSNN.Set(r, k)
	}
	if !SoThang.Known(*r) {
		return
	}
	PhaiDong.Set(r, phaiDong(*r, ngayDong))
	if left, ok := conLai(*r, ngayDong); ok && left >= 0 {
		NguoiDong.Set(r, left)
	}
}

// Nguoi is what a row says of a person: the way back from Dong. What the row
// does not say is empty.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r), SoCCCD: SoCCCD.Get(r), NgaySinh: facts.NgaySinh(NgaySinh.Get(r))}
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
