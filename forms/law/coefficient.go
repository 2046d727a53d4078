package law

import "math/big"

// HeSo is pay by the State's coefficients: the coefficients in thousandths
// (2,34 = 2340), the percentages in 1/10 000 (5% = 500).
type HeSo struct {
	Luong     int64 // hệ số lương
	BaoLuu    int64 // hệ số chênh lệch bảo lưu
	ChucVu    int64 // phụ cấp chức vụ
	VuotKhung int64 // phụ cấp thâm niên vượt khung
	Nghe      int64 // phụ cấp thâm niên nghề
}

// TienHeSo returns pay by coefficients in đồng at a mức tham chiếu (lương cơ
// sở), rounded half up:
//
//	mức × [(lương + bảo lưu + chức vụ + lương × vượt khung)
//	     + (lương + chức vụ + lương × vượt khung) × nghề]
//
// (Luật 41/2024/QH15 Điều 31 khoản 1 điểm a). It is 0 when the amount does not
// fit in 64 bits.
func TienHeSo(h HeSo, muc int64) int64 {
	const thousandth = 1000
	// base in 1e-7, sum in 1e-11.
	base := new(big.Int).Add(product(h.Luong+h.ChucVu, perTenThousand), product(h.Luong, h.VuotKhung))
	sum := new(big.Int).Mul(base, big.NewInt(perTenThousand+h.Nghe))
	sum.Add(sum, product(h.BaoLuu, perTenThousand*perTenThousand))
	sum.Mul(sum, big.NewInt(muc))
	unit := product(thousandth, perTenThousand*perTenThousand)
	sum.Add(sum, new(big.Int).Rsh(unit, 1)).Div(sum, unit)
	if !sum.IsInt64() {
		return 0
	}
	return sum.Int64()
}

func product(a, b int64) *big.Int { return new(big.Int).Mul(big.NewInt(a), big.NewInt(b)) }
