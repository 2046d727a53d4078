package facts

import "strings"

// CheckDienThoai checks a telephone number: 0 and nine digits, or +84 in place
// of the 0. It only reminds; landlines and offices write in many ways.
func CheckDienThoai(s string) LoiMa {
	const say = "Điện thoại: phải có dạng 0912345678"
	c := compact(strings.NewReplacer("(", "", ")", "").Replace(s))
	switch {
	case s == "" || digits(s, 10) && s[0] == '0', len(s) == 12 && strings.HasPrefix(s, "+84") && digits(s[3:], 9):
		return LoiMa{}
	case digits(c, 10) && c[0] == '0':
		return nhac("Điện thoại: bỏ dấu cách, dấu chấm giữa các chữ số").goi(c)
	case len(c) == 12 && strings.HasPrefix(c, "+84") && digits(c[3:], 9):
		return nhac(say).goi("0" + c[3:])
	case digits(c, 11) && strings.HasPrefix(c, "84"):
		return nhac(say).goi("0" + c[2:])
	case digits(c, 9) && c[0] != '0':
		return nhac(say + ". Số 0 ở đầu có thể đã mất khi lưu dạng số").goi("0" + c)
	}
	return nhac(say)
}

// emailToiDa is the longest address RFC 5321 lets pass, in bytes.
const emailToiDa = 254

// CheckEmail checks the shape of an address as offices accept it: one @, a
// domain with a dot, ASCII without spaces. It only reminds.
func CheckEmail(s string) LoiMa {
	t := strings.TrimSpace(s)
	switch {
	case s == "":
		return LoiMa{}
	case !dangEmail(t):
		return nhac("Email: phải có dạng ten@congty.vn")
	case t != s:
		return nhac("Email: bỏ khoảng trắng ở đầu và cuối").goi(t)
	}
	return LoiMa{}
}

func dangEmail(s string) bool {
	if len(s) > emailToiDa {
		return false
	}
	local, domain, ok := strings.Cut(s, "@")
	if !ok || local == "" || len(local) > 64 || !dotted(local) || !dotted(domain) || !strings.Contains(domain, ".") {
		return false
	}
	for i := range len(local) {
		if b := local[i]; b <= ' ' || b >= 0x7f || strings.IndexByte(`"(),:;<>@[\]`, b) >= 0 {
			return false
		}
	}
	for i := range len(domain) {
		if b := domain[i] | 0x20; !(b >= 'a' && b <= 'z') && !(domain[i] >= '0' && domain[i] <= '9') && domain[i] != '-' && domain[i] != '.' {
			return false
		}
	}
	return true
}

// dotted reports whether no dot stands at an end or beside another.
func dotted(s string) bool {
	return s != "" && s[0] != '.' && s[len(s)-1] != '.' && !strings.Contains(s, "..")
}
