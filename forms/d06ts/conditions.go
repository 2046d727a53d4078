package d06ts

import (
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Conditions that more than one rule needs.
var (
	dong      = Loai.In(LanDau, DongTiep, DangKyLai).Named("tham gia lần đầu, đóng tiếp, đăng ký lại")
	dieuChinh = Loai.In(DieuChinh).Named("điều chỉnh nghề nghiệp, công việc")
)

// figure is an amount of the law on a day, 0 when it is not known.
func figure(name string, on law.Day) int64 {
	v, _ := law.Get(name, on)
	return v.Amount
}

// luongVung is what column 6 must be.
func luongVung(on law.Day) int64 { return figure("luong-toi-thieu-vung-4", on) }

// phaiDong is column 7.
func phaiDong(r form.Row, on law.Day) int64 {
	return SoThang.Get(r) * law.Phan(ThuNhap.Get(r), figure("tnld-tu-nguyen-ty-le", on))
}

// hoTro is a part of the contribution on the rural poverty line, for the months
// of a row; k in 1/10 000.
func hoTro(r form.Row, k int64, on law.Day) int64 {
	one := law.Nhan(law.Ti(figure("chuan-ngheo-nong-thon", on)), law.TiLe(figure("tnld-tu-nguyen-ty-le", on)), law.TiLe(k))
	return SoThang.Get(r) * law.Tron(one)
}

// conLai is column 8: column 7 less what the State and others pay.
func conLai(r form.Row, on law.Day) (n int64, known bool) {
	if !PhaiDong.Known(r) || !TyLeNSNN.Known(r) || !SoThang.Known(r) {
		return 0, false
	}
	return PhaiDong.Get(r) - hoTro(r, TyLeNSNN.Get(r), on) - TienThem.Get(r) - TienKhac.Get(r), true
}
