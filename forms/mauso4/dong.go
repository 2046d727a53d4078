package mauso4

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes the row of a household out of what is known of its head; khoa names
// the household inside the document.
func Dong(khoa string, chu facts.NguoiLaoDong) form.Row {
	var r form.Row
	ID.Set(&r, khoa)
	ChuHo.Set(&r, chu.HoTen)
	HoDT.Set(&r, chu.DienThoai)
	DiaChi.Set(&r, chu.DiaChi)
	HoXa.Set(&r, chu.MaXa)
	HoTinh.Set(&r, chu.MaTinh)
	return r
}

// NguoiTrongHo makes the row of a member of the household khoa; quanHe is a code
// of codes.QuanHe. With soThang > 0 the member asks for a card of so many months,
// counted on the mức lương cơ sở of the day of paying.
func NguoiTrongHo(n facts.NguoiLaoDong, khoa, quanHe string, soThang int64, ngayDong law.Day) form.Row {
	var r form.Row
	Cua.Set(&r, khoa)
	HoTen.Set(&r, n.HoTen)
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	SoCCCD.Set(&r, n.SoCCCD)
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	QuanHe.Set(&r, quanHe)
	if soThang <= 0 {
		return r
	}
	NoiKCB.Set(&r, n.MaKCB)
	SoThang.Set(&r, soThang)
	if muc := law.MucThamChieu(ngayDong); muc > 0 {
		MucLuong.Set(&r, muc)
	}
	return r
}

// Nguoi is what the row of a member says of a person. What the row does not say
// is empty.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{
		HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r), SoCCCD: SoCCCD.Get(r), NgaySinh: facts.NgaySinh(NgaySinh.Get(r)), MaKCB: NoiKCB.Get(r),
	}
}

// Dau makes the head out of what is known of the organisation, if one collects,
// and of place and day.
func Dau(dv facts.DonVi, nhanVien, maNhanVien, noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	MaDonVi.Set(&r, dv.MaDonVi)
	NhanVienThu.Set(&r, nhanVien)
	MaNhanVien.Set(&r, maNhanVien)
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}
