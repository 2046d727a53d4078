package facts

import "ankhai/forms/codes"

// CheckXaTinh checks that a commune belongs to a province, both by the codes
// since 01/07/2025 (Quyết định 19/2025/QĐ-TTg). Codes that the lists do not have
// are for the lists to find.
func CheckXaTinh(maXa, maTinh string) LoiMa {
	xa, ok := codes.Xa.Get(maXa)
	if !ok || maTinh == "" || xa.Nhom == maTinh {
		return LoiMa{}
	}
	return loi("Xã, phường, đặc khu: " + xa.Ten + " thuộc " + codes.Tinh.Label(xa.Nhom) + ". Chọn lại xã hoặc tỉnh")
}

// NoiO writes an address on one line: what is known of house and street, commune
// and province.
func NoiO(diaChi, maXa, maTinh string) string {
	out := diaChi
	for _, s := range []string{ten(codes.Xa, maXa), ten(codes.Tinh, maTinh)} {
		if s != "" && out != "" {
			out += ", "
		}
		out += s
	}
	return out
}

// ten is the name of a code, the code itself where the list lacks it.
func ten(l *codes.List, ma string) string {
	if s := l.Label(ma); s != "" {
		return s
	}
	return ma
}
