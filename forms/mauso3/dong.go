package mauso3

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row of a worker out of what is known of them: loai is one of
// TangNguoi …, tu the month from which it holds. What is not known stays unknown.
func Dong(n facts.NguoiLaoDong, loai string, tu law.Month, ghiChu string) form.Row {
	r := ai(n)
	Loai.Set(&r, loai)
	GhiChu.Set(&r, ghiChu)
	if loai == DoiKCB {
		SoCCCD.Set(&r, "") // the form leaves it blank in such a row
		return r
	}
	NhomDong.Set(&r, NguoiLaoDong)
	TuThang.Set(&r, tu)
	if l := n.Luong; l.Known {
		if l.LaHeSo() {
			HeSo.Set(&r, l.HeSo+l.BaoLuu)
			PhuCapCV.Set(&r, l.PhuCapCV)
			TNVK.Set(&r, l.TNVK)
			TNNghe.Set(&r, l.TNNghe)
		} else {
			MucLuong.Set(&r, l.MucLuong)
		}
		if them := l.PhuCap + l.BoSung; them != 0 {
			BoSung.Set(&r, them)
		}
	}
	return r
}

// Ho makes the rows of a household whose members join together: in their order,
// each with the base cut down as the law says on the day of paying. khoa names
// the household inside the list.
func Ho(nguoi []facts.NguoiLaoDong, khoa string, tu law.Month, soThang int64, ngayDong law.Day) []form.Row {
	rows := make([]form.Row, len(nguoi))
	for i, n := range nguoi {
		r := ai(n)
		Loai.Set(&r, TangNguoi)
		NhomDong.Set(&r, HoGiaDinh)
		TuThang.Set(&r, tu)
		SoThang.Set(&r, soThang)
		KhoaHo.Set(&r, khoa)
		ThuTu.Set(&r, int64(i+1))
		if muc := MucHo(int64(i+1), ngayDong); muc > 0 {
			MucLuong.Set(&r, muc)
		}
		rows[i] = r
	}
	return rows
}

func ai(n facts.NguoiLaoDong) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	SoCCCD.Set(&r, n.SoCCCD)
	NoiKCB.Set(&r, n.MaKCB)
	ID.Set(&r, n.Khoa())
	return r
}

// Nguoi is what a row says of a person. What the row does not say is empty.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r), SoCCCD: SoCCCD.Get(r), MaKCB: NoiKCB.Get(r)}
}

// Dau makes the head out of what is known of the agency or organisation.
func Dau(dv facts.DonVi, nhanVien, maNhanVien string, ngayLap law.Day) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	MaDonVi.Set(&r, dv.MaDonVi)
	NhanVienThu.Set(&r, nhanVien)
	MaNhanVien.Set(&r, maNhanVien)
	NgayLap.Set(&r, ngayLap)
	return r
}
