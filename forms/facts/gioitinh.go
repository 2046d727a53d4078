package facts

import "ankhai/forms/codes"

// ParseGioiTinh reads a sex as people write it: Nam, Nữ, male, female, M, F.
// Numbers are refused, since files disagree on what they mean.
func ParseGioiTinh(s string) (GioiTinh, bool) {
	switch codes.Fold(s) {
	case "nam", "male", "m":
		return Nam, true
	case "nu", "female", "f":
		return Nu, true
	}
	return "", false
}

// Ten returns "Nam" or "Nữ", "" when not known.
func (g GioiTinh) Ten() string {
	switch g {
	case Nam:
		return "Nam"
	case Nu:
		return "Nữ"
	}
	return ""
}

// Ma returns the code of the wire, codes.GioiTinh: "0" nữ, "1" nam, "" when not
// known.
func (g GioiTinh) Ma() string {
	switch g {
	case Nam:
		return "1"
	case Nu:
		return "0"
	}
	return ""
}

// GioiTinhCua reads the code of the wire back; "" for any other.
func GioiTinhCua(ma string) GioiTinh {
	switch ma {
	case Nam.Ma():
		return Nam
	case Nu.Ma():
		return Nu
	}
	return ""
}

func (g GioiTinh) thuong() string {
	if g == Nu {
		return "nữ"
	}
	return "nam"
}
