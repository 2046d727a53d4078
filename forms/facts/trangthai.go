package facts

import "ankhai/forms/codes"

// Say is the state in the user's words; «chưa rõ» where nobody has told.
func (t TrangThai) Say() string {
	switch t {
	case DangDong:
		return "đang tham gia"
	case ThaiSan:
		return "nghỉ thai sản"
	case NghiOm:
		return "nghỉ ốm dài"
	case KhongLuong:
		return "nghỉ không lương"
	case DaNghi:
		return "đã nghỉ"
	}
	return "chưa rõ"
}

// SauPhuongAn is how a person stands after a phương án of D02, "" where it does not
// touch the roster (arrears, refunds, single funds) or there is no such phương án.
func SauPhuongAn(pa string) TrangThai {
	switch pa {
	case "TS":
		return ThaiSan
	case "OF":
		return NghiOm
	case "KL":
		return KhongLuong
	}
	switch codes.Nhom(pa) {
	case codes.NhomTang, codes.NhomDieuChinh:
		return DangDong
	case codes.NhomGiam:
		return DaNghi
	}
	return ""
}
