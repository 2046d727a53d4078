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

// CheckTinhKCB reminds where a cơ sở khám chữa bệnh lies in another province than a
// place, named by what it is: "nơi làm việc". Nothing is said while one is not known.
func CheckTinhKCB(maKCB, maTinh, noi string) LoiMa {
	o := codes.TinhCuaKCB(maKCB)
	if o == "" || maTinh == "" || o == maTinh {
		return LoiMa{}
	}
	return nhac("Nơi đăng ký khám, chữa bệnh: thuộc " + codes.Tinh.Label(o) + ", khác tỉnh của " + noi + " (" + ten(codes.Tinh, maTinh) + "). Xem lại; đúng là nơi người tham gia chọn thì giữ")
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
