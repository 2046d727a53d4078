package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/codes"
)

// hoTenToiDa is the longest name the portal takes, in characters.
const hoTenToiDa = 100

// HoTenChuan writes a name as the national database does: composed (NFC),
// single spaces, the Vietnamese Đ in place of the Icelandic Ð, nothing
// invisible. Case is left as it is.
func HoTenChuan(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == 'Ð':
			return 'Đ'
		case r == 'ð':
			return 'đ'
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, norm.NFC.String(s))
	return strings.Join(strings.Fields(s), " ")
}

// CheckHoTen checks a full name: letters only, at most 100 characters, family
// name and given name, and Vietnamese diacritics where the family name must
// have them.
func CheckHoTen(s string) LoiMa {
	if s == "" {
		return LoiMa{}
	}
	chuan := HoTenChuan(s)
	for _, r := range chuan {
		switch {
		case unicode.IsDigit(r):
			return loi("Họ và tên: không có chữ số")
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || strings.ContainsRune(" '’.-,", r):
		default:
			return loi("Họ và tên: có ký tự " + string(r) + " không phải chữ. Nếu tên gõ bằng phông cũ (TCVN3, VNI) thì chuyển sang Unicode")
		}
	}
	switch n := utf8.RuneCountInString(chuan); {
	case n == 0:
		return loi("Họ và tên: chỉ có khoảng trắng. Ghi đủ họ và tên")
	case n > hoTenToiDa:
		return loi("Họ và tên: không quá " + so(hoTenToiDa) + " ký tự (đang có " + so(int64(n)) + ")")
	case chuHoaGiuaTu(chuan):
		return loi("Họ và tên: có chữ in hoa có dấu ở giữa chữ thường, như tên gõ bằng phông cũ (TCVN3). Chuyển sang Unicode hoặc gõ lại")
	case nguyenAmLa(chuan):
		return nhac("Họ và tên: có hai nguyên âm liền nhau không có trong tiếng Việt, như tên gõ bằng phông cũ (VNI). Chuyển sang Unicode hoặc gõ lại, trừ tên nước ngoài")
	case chuan != s:
		return nhac("Họ và tên: có khoảng trắng thừa hoặc chữ không theo Unicode dựng sẵn").goi(chuan)
	case !strings.Contains(chuan, " "):
		return nhac("Họ và tên: chỉ có một chữ. Ghi đủ họ và tên như trên CCCD")
	case thieuDau(chuan):
		return nhac("Họ và tên: không có dấu. Ghi đủ dấu tiếng Việt như trên CCCD")
	}
	return LoiMa{}
}

// hoCoDau are family names that always carry a diacritic, folded.
var hoCoDau = map[string]bool{
	"nguyen": true, "tran": true, "pham": true, "hoang": true, "huynh": true,
	"dang": true, "bui": true, "duong": true, "ngo": true, "truong": true,
}

// thieuDau reports whether a name that must carry diacritics has none.
func thieuDau(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	ho, _, _ := strings.Cut(codes.Fold(s), " ")
	return hoCoDau[ho]
}

// chuHoaGiuaTu finds a capital with a mark between small letters, as TCVN3 shows it
// without its font: NguyÔn.
func chuHoaGiuaTu(s string) bool {
	r := []rune(s)
	for i := 1; i+1 < len(r); i++ {
		if r[i] >= utf8.RuneSelf && unicode.IsUpper(r[i]) && unicode.IsLower(r[i-1]) && unicode.IsLower(r[i+1]) {
			return true
		}
	}
	return false
}

// nguyenAmLa finds a or e before an a or e with a mark, as VNI shows it without its
// font: Nguyeãn, Traàn.
func nguyenAmLa(s string) bool {
	var last rune
	for _, r := range s {
		if (last == 'a' || last == 'e') && r >= utf8.RuneSelf {
			if base := norm.NFD.String(string(unicode.ToLower(r)))[0]; base == 'a' || base == 'e' {
				return true
			}
		}
		last = unicode.ToLower(r)
	}
	return false
}

// CungHoTen reports whether two names are the same name: however the case, the
// spaces and the place of the tone mark (Hoà, Hòa) are written.
func CungHoTen(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.Fields(strings.ToLower(HoTenChuan(a))), strings.Fields(strings.ToLower(HoTenChuan(b)))
	return slices.EqualFunc(x, y, func(a, b string) bool { return a == b || tiengRoi(a) == tiengRoi(b) })
}

// tiengRoi writes a syllable with its tone mark at the end.
func tiengRoi(s string) string {
	var letters, tone []rune
	for _, r := range norm.NFD.String(s) {
		switch r {
		case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
			tone = append(tone, r)
		default:
			letters = append(letters, r)
		}
	}
	return string(letters) + string(tone)
}
