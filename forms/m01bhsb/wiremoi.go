package m01bhsb

import (
	"strings"

	"ankhai/forms/form"
)

// moiOmDau is a row of a new claim of sickness.
func moiOmDau() []form.Elem {
	m := form.Medium
	out := append(dau("A", m),
		form.El("TuNgayDonVi", TuNgayDonVi).Of(m),
		form.El("SoSeriCT", SoSeri).Of(m),
		form.El("NgayNghiTuan", NgayNghiTuan).Of(form.Low),
		form.El("TuyenBenhVien", TuyenBV).Of(m),
		form.El("MaBenhDaiNgay", MaBenh).Of(m),
		form.El("TenBenh", TenBenh).Of(m),
		form.El("DieuKienLamViec", MaDieuKien).Of(form.Low),
		form.El("NgaySinhCon", NgaySinhCon).Of(m),
		form.El("TheBhytCuaCon", TheBHYTCon).Of(m),
		form.El("SoCon", SoCon).Of(m),
		form.El("DangKyNghiDuongThai", NghiDuongThai).Of(form.Low),
		dot("DotBoSung", DotBoSung, ThangBoSung).Of(m),
		form.El("MaHoSo", MaHoSo).Of(form.Low),
	)
	return append(out, tra(m)...)
}

// moiThaiSan is a row of a new claim of maternity.
func moiThaiSan() []form.Elem {
	m := form.Medium
	out := append(dau("B", m),
		form.El("TuNgayDonVi", TuNgayDonVi).Of(m),
		form.El("SoSeriCT", SoSeri).Of(m),
		form.El("NgayNghiTuan", NgayNghiTuan).Of(form.Low),
		form.El("MaNhomHuong2", MaNhomHuong2).Of(m),
		form.El("DieuKienKhamThai", MaKhamThai).Of(form.Low),
		form.El("TuoiThai", TuoiThai).Of(m),
		form.El("BienPhapKHHGD", MaBienPhap).Of(form.Low),
		form.El("DieuKienSinhCon", DieuKienSinhCon).Of(m),
		form.El("NgaySinhCon", NgaySinhCon).Of(m),
		form.El("SoCon", SoCon).Of(m),
		form.El("MaSoBHXHCuaCon", MaSoBHXHCon).Of(m),
		form.El("TheBhytCuaCon", TheBHYTCon).Of(m),
		form.El("SoCCHoacThaiCL", SoConChet).Of(m),
		form.El("NgayConChet", NgayConChet).Of(m),
		form.El("NgayNhanCon", NgayNhanCon).Of(m),
		form.El("NgayDiLamThucTe", NgayDiLam).Of(m),
		form.El("MaSoBHXHCuaMe", MaSoBHXHMe).Of(m),
		form.El("TheBHYTCuaMe", TheBHYTMe).Of(m),
		form.El("SoCMNDCuaMe", SoCCCDMe).Of(m),
		form.El("PhauThuatThai32", PhauThuat32).Of(form.Low),
		form.El("NgayMeChet", NgayMeChet).Of(m),
		form.El("NgayKetLuan", NgayKetLuan).Of(m),
		form.El("PhiGiamDinhYKhoa", PhiGiamDinh).Of(m),
		form.El("SoBHXHNND", MaSoBHXHNuoiDuong).Of(m),
		form.El("NghiDuongThai", NghiDuongThai).Of(form.Low),
		form.El("ChaNghiChamCon", ChaNghiChamCon).Of(form.Low),
		form.El("MangThaiHo", MangThaiHo).Of(form.Low),
		dot("DotBoSung", DotBoSung, ThangBoSung).Of(m),
		form.El("MaHoSo", MaHoSo).Of(form.Low),
	)
	return append(out, tra(m)...)
}

// moiDuongSuc is a row of a new claim of convalescence.
func moiDuongSuc() []form.Elem {
	m := form.Medium
	out := append(dau("C", m),
		form.El("TuNgayDonVi", TuNgayDonVi).Of(m),
		form.El("NgayTroLaiLamViec", NgayTroLai).Of(m),
		form.El("NgayGiamDinh", NgayGiamDinh).Of(m),
		form.Fn("TyLeSuyGiam", func(r form.WireRow) string {
			return strings.TrimSuffix(TyLeSuyGiam.Wire(TyLeSuyGiam.Column.Get(*r.Row)), ".0")
		}, func(r form.WireRow, s string) bool {
			v, ok := TyLeSuyGiam.FromWire(s)
			if ok && v.Known() {
				TyLeSuyGiam.Put(r.Row, v)
			}
			return ok
		}).Of(m),
		form.El("DenNgayDonVi", DenNgayDonVi).Of(m),
		dot("DotBoSung", DotBoSung, ThangBoSung).Of(m),
		form.El("MaHoSo", MaHoSo).Of(form.Low),
	)
	return append(out, tra(m)...)
}
