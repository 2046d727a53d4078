package facts

import "ankhai/forms/codes"

// The lengths a number of a bank account has as a rule.
const (
	taiKhoanNgan = 6
	taiKhoanDai  = 19
)

// CheckTaiKhoan checks the number of a bank account: 6 to 19 digits as a rule;
// banks also give names of letters and digits, so those only remind. There is no
// check digit that all banks share.
func CheckTaiKhoan(s string) LoiMa {
	const say = "Số tài khoản: phải có dạng 0011002233445 (6 đến 19 chữ số)"
	c := compact(s)
	switch {
	case s == "" || soTaiKhoan(s):
		return LoiMa{}
	case soTaiKhoan(c):
		return nhac("Số tài khoản: bỏ dấu cách, dấu chấm giữa các chữ số").goi(c)
	case alnum(s) && len(s) >= taiKhoanNgan && len(s) <= taiKhoanDai:
		return nhac("Số tài khoản: có chữ cái. Nếu là tên riêng của tài khoản thì ghi số tài khoản của ngân hàng")
	}
	return nhac(say)
}

func soTaiKhoan(s string) bool {
	return len(s) >= taiKhoanNgan && len(s) <= taiKhoanDai && digits(s, len(s))
}

// CheckChuTaiKhoan reminds of an account that belongs to somebody else: benefits
// go to the account of who is entitled (Luật 41/2024/QH15 Điều 93 khoản 1).
// Banks write names without diacritics, so these do not count.
func CheckChuTaiKhoan(chu, hoTen string) LoiMa {
	if chu == "" || hoTen == "" || codes.Fold(chu) == codes.Fold(hoTen) {
		return LoiMa{}
	}
	return nhac("Chủ tài khoản: khác họ tên người hưởng. Tiền chi vào tài khoản của người hưởng; người khác nhận thay thì kèm giấy uỷ quyền 13-HSB")
}
