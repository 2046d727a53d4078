package d02lt

import (
	"strconv"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row out of what is known of a person: a phương án for the months
// from tu to den (0: open). What is not known stays unknown; nothing is guessed.
// What is answered without anybody having said so is in TuDien.
func Dong(n facts.NguoiLaoDong, phuongAn string, tu, den law.Month, ghiChu string) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	GioiTinh.Set(&r, n.GioiTinh.Ma())
	SoCCCD.Set(&r, n.SoCCCD)
	QuocTich.Set(&r, n.QuocTich)
	ID.Set(&r, n.Khoa())

	PhuongAn.Set(&r, phuongAn)
	TuThang.Set(&r, tu)
	DenThang.Set(&r, den)
	GhiChu.Set(&r, ghiChu)

	ChucDanh.Set(&r, n.ChucDanh)
	NoiLamViec.Set(&r, n.NoiLamViec)
	MaPhongBan.Set(&r, n.PhongBan)
	NoiKCB.Set(&r, n.MaKCB)
	if vung, ok := law.SoVung(n.Vung); ok {
		VungLTT.Set(&r, "0"+strconv.Itoa(vung))
	}
	dienLuong(&r, n.Luong)
	dienHopDong(&r, n.HopDong)
	dienThamGia(&r, n, phuongAn, tu)
	return r
}

func dienLuong(r *form.Row, l facts.Luong) {
	if !l.Known {
		return
	}
	if l.LaHeSo() {
		HeSo.Set(r, l.HeSo)
		BaoLuu.Set(r, l.BaoLuu)
		PhuCapCV.Set(r, l.PhuCapCV)
		TNVK.Set(r, l.TNVK)
		TNNghe.Set(r, l.TNNghe)
	} else {
		MucLuong.Set(r, l.MucLuong)
	}
	// nobody has said that there is none where the amount is merely zero
	if l.PhuCap != 0 {
		PhuCapLuong.Set(r, l.PhuCap)
	}
	if l.BoSung != 0 {
		BoSung.Set(r, l.BoSung)
	}
}

func dienHopDong(r *form.Row, h facts.HopDong) {
	LoaiHD.Set(r, h.Loai)
	HDSo.Set(r, h.So)
	HDNgayKy.Set(r, h.NgayKy)
	HDTu.Set(r, h.Tu)
	HDDen.Set(r, h.Den)
}

func dienThamGia(r *form.Row, n facts.NguoiLaoDong, pa string, tu law.Month) {
	Loai.Set(r, loai(pa))
	if nn, ok := nuocNgoai(n.QuocTich, n.SoCCCD); ok && tu.Valid() {
		if tyLe := TyLe(nn, tu); tyLe != 0 {
			TyLeDong.Set(r, tyLe)
		}
	}
	nhom := codes.Nhom(pa)
	if nhom != "" && nhom != codes.NhomTruyDong && nhom != codes.NhomThoaiThu {
		TinhLai.Set(r, false) // interest is only counted on what is paid afterwards
	}
	switch co := n.MaSoBHXH != ""; {
	case pa == "TM" && !co:
		DaCoSo.Set(r, false)
	case pa != "TM" && pa != "TH" && co: // of a newcomer with a number it is not known
		DaCoSo.Set(r, true)
	}
	if nhom != "" && nhom != codes.NhomGiam {
		CoGiamChet.Set(r, false)
	}
}

// Dau makes the head out of what is known of the employer.
func Dau(dv facts.DonVi, ngayLap law.Day) form.Row {
	var r form.Row
	MaDonVi.Set(&r, dv.MaDonVi)
	TenDonVi.Set(&r, dv.Ten)
	DiaChi.Set(&r, dv.DiaChi)
	Email.Set(&r, dv.Email)
	DienThoai.Set(&r, dv.DienThoai)
	NguoiDaiDien.Set(&r, dv.NguoiDaiDien)
	SoDinhDanh.Set(&r, dv.SoDinhDanh)
	LoaiHinh.Set(&r, dv.LoaiHinh)
	NganhNghe.Set(&r, dv.NganhNghe)
	PhuongThuc.Set(&r, tenPhuongThuc(dv.PhuongThuc))
	DoiTuong.Set(&r, dv.DoiTuong)
	CoQuanBHXH.Set(&r, dv.CoQuanBHXH)
	NgayLap.Set(&r, ngayLap)
	return r
}

// tenPhuongThuc puts a code of phương thức đóng into words; words stay.
func tenPhuongThuc(s string) string {
	if ten := codes.PhuongThuc.Label(s); ten != "" {
		return ten
	}
	return s
}
