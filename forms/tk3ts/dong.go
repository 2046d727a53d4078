package tk3ts

import (
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes the row out of what is known of the unit; noiDung is item [14],
// what is asked for. What is not known stays unknown: the address of the head
// office is not taken for that of letters, and the agency's name not for its code.
func Dong(dv facts.DonVi, noiDung string) form.Row {
	var r form.Row
	MaDonVi.Set(&r, dv.MaDonVi)
	TenDonVi.Set(&r, dv.Ten)
	MaSoThue.Set(&r, dv.MaSoThue)
	DiaChi.Set(&r, dv.DiaChi)
	Email.Set(&r, dv.Email)
	DienThoai.Set(&r, dv.DienThoai)
	NguoiDaiDien.Set(&r, dv.NguoiDaiDien)
	SoDinhDanh.Set(&r, dv.SoDinhDanh)
	LoaiHinh.Set(&r, dv.LoaiHinh)
	NganhNghe.Set(&r, dv.NganhNghe)
	DoiTuong.Set(&r, dv.DoiTuong)
	PhuongThuc.Set(&r, maPhuongThuc(dv.PhuongThuc))
	CoQuanBHXH.Set(&r, dv.CoQuanBHXH)
	NoiDung.Set(&r, noiDung)
	return r
}

// DonVi is what the row says of the unit: the way back from Dong. What the row
// does not say is empty.
func DonVi(r form.Row) facts.DonVi {
	return facts.DonVi{
		MaSoThue: MaSoThue.Get(r), Ten: TenDonVi.Get(r), MaDonVi: MaDonVi.Get(r), CoQuanBHXH: CoQuanBHXH.Get(r),
		DiaChi: DiaChi.Get(r), Email: Email.Get(r), DienThoai: DienThoai.Get(r),
		NguoiDaiDien: NguoiDaiDien.Get(r), SoDinhDanh: SoDinhDanh.Get(r), LoaiHinh: LoaiHinh.Get(r), NganhNghe: NganhNghe.Get(r),
		PhuongThuc: PhuongThuc.Get(r), DoiTuong: DoiTuong.Get(r),
	}
}

// Dau makes the head: where and when the sheet is signed.
func Dau(noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}

// maPhuongThuc finds the code of a phương thức đóng that is written as a code or
// in words; "" where it is none of item [12].
func maPhuongThuc(s string) string {
	if PhuongThucDong.Has(s) {
		return s
	}
	for _, ma := range []string{hangThang, baThang, sauThang} {
		if f := codes.Fold(s); f != "" && (f == codes.Fold(PhuongThucDong.Label(ma)) || f == codes.Fold(codes.PhuongThuc.Label(ma))) {
			return ma
		}
	}
	return ""
}
