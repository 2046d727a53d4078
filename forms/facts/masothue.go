package facts

import (
	"strings"

	"ankhai/forms/codes"
)

// CheckMST checks a mã số thuế: 10 digits with a check digit, 10 and a branch
// of 3 ("0100109106-001", the dash may be missing), or the 12 digits of a số
// định danh, which individuals and households use since 01/07/2025.
func CheckMST(s string) LoiMa {
	const say = "Mã số thuế: phải có dạng 0100109106, 0100109106-001 hoặc 12 chữ số"
	c := compact(s)
	switch {
	case s == "":
		return LoiMa{}
	case digits(s, 10), digits(s, 13), len(s) == 14 && s[10] == '-' && digits(c, 13):
		if !mstDung(c[:10]) {
			return loi("Mã số thuế: chữ số thứ mười không khớp chín chữ số đầu. Xem lại số trên giấy chứng nhận đăng ký")
		}
		return LoiMa{}
	case digits(s, 12) && s[0] == '0':
		return LoiMa{}
	case (digits(c, 10) || digits(c, 13)) && mstDung(c[:10]):
		return loi("Mã số thuế: bỏ dấu cách, dấu chấm giữa các chữ số").goi(mstChuan(c))
	case (digits(c, 9) || digits(c, 12)) && mstDung("0"+c[:9]):
		return loi(say + ". Số 0 ở đầu có thể đã mất khi lưu dạng số").goi(mstChuan("0" + c))
	}
	return loi(say)
}

// mstTrongSo are the weights of the first nine digits.
var mstTrongSo = [9]int{31, 29, 23, 19, 17, 13, 7, 5, 3}

// mstDung reports whether the tenth digit is 10 − (weighted sum mod 11).
func mstDung(s string) bool {
	sum := 0
	for i, w := range mstTrongSo {
		sum += int(s[i]-'0') * w
	}
	return 10-sum%11 == int(s[9]-'0')
}

func mstChuan(c string) string {
	if len(c) == 13 {
		return c[:10] + "-" + c[10:]
	}
	return c
}

// CheckMaDonVi checks the mã đơn vị that BHXH issues, such as YN0001A. The
// shape is inferred from samples, so it only reminds.
func CheckMaDonVi(s string) LoiMa {
	c := strings.ToUpper(compact(s))
	switch {
	case s == "" || dangMaDonVi(s):
		return LoiMa{}
	case dangMaDonVi(c):
		return nhac("Mã đơn vị: chỉ gồm chữ in hoa và chữ số").goi(c)
	}
	return nhac("Mã đơn vị: thường có dạng YN0001A (7 ký tự). Xem lại trên thông báo C12-TS")
}

func dangMaDonVi(s string) bool {
	return len(s) == 7 && capital(s[0]) && capital(s[1]) && alnum(s[2:3]) && digits(s[3:6], 3) && capital(s[6])
}

// CheckCoQuan checks a mã cơ quan BHXH: 5 digits, 0, the old province number
// and two more (07906).
func CheckCoQuan(s string) LoiMa {
	const say = "Mã cơ quan BHXH: phải có dạng 07906 (số 0, mã tỉnh cũ, hai chữ số)"
	switch {
	case s == "" || dangCoQuan(s):
		return LoiMa{}
	case digits(s, 4) && dangCoQuan("0"+s):
		return loi(say).goi("0" + s)
	}
	return loi(say)
}

func dangCoQuan(s string) bool { return digits(s, 5) && s[0] == '0' && codes.TinhCu.Has(s[1:3]) }
