package facts

import "ankhai/forms/law"

// Tong returns the pay in đồng: mức lương, phụ cấp and bổ sung. Pay in
// coefficients is not in it, see ThanhTien.
func (l Luong) Tong() int64 { return l.MucLuong + l.PhuCap + l.BoSung }

// LaHeSo reports whether the pay is in the State's coefficients.
func (l Luong) LaHeSo() bool { return l.HeSo != 0 }

// ThanhTien returns the pay on which contributions are computed, in đồng:
// Tong, and for coefficients what they come to at a mức tham chiếu (lương cơ sở).
func (l Luong) ThanhTien(mucThamChieu int64) int64 {
	if !l.LaHeSo() {
		return l.Tong()
	}
	return l.Tong() + law.TienHeSo(law.HeSo{
		Luong: l.HeSo, BaoLuu: l.BaoLuu, ChucVu: l.PhuCapCV, VuotKhung: l.TNVK, Nghe: l.TNNghe,
	}, mucThamChieu)
}
