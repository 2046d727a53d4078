package facts

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/law"
)

// CheckSoGiayTo checks the number of a person's paper: ĐDCN/CCCD for a
// Vietnamese (quocTich "VN" or not known), ĐDCN or passport for others.
// An empty number is nothing wrong: whether it must be there is for the form.
func CheckSoGiayTo(s, quocTich string, g GioiTinh, n NgaySinh) LoiMa {
	if quocTich == "" || quocTich == "VN" || digits(s, 12) {
		return CheckCCCD(s, g, n)
	}
	return CheckHoChieu(s)
}

// CheckCCCD checks a số ĐDCN/CCCD: 12 digits, of which the first three are the
// place of birth's registration, the fourth century and sex, the next two the
// year (Nghị định 137/2015/NĐ-CP). The sex and the birth are compared where
// they are known.
func CheckCCCD(s string, g GioiTinh, n NgaySinh) LoiMa {
	const say = "Số ĐDCN/CCCD: phải có 12 chữ số"
	switch c := compact(s); {
	case s == "":
		return LoiMa{}
	case digits(s, 12):
		return doCCCD(s, g, n)
	case digits(c, 12):
		return loi("Số ĐDCN/CCCD: bỏ dấu cách, dấu chấm giữa các chữ số").goi(c)
	case digits(c, 11) && doCCCD("0"+c, g, n).OK() && codes.TinhCu.Has(c[:2]):
		return loi(say + " (đang có 11). Số 0 ở đầu có thể đã mất khi lưu dạng số").goi("0" + c)
	case digits(c, 9):
		return loi(say + ". Số CMND 9 chữ số không còn giá trị từ 01/01/2025, ghi số ĐDCN/CCCD mới")
	default:
		return loi(say)
	}
}

// doCCCD compares the parts of a 12 digit number with what is known.
func doCCCD(s string, g GioiTinh, n NgaySinh) LoiMa {
	nam, gioi := docCCCD(s)
	switch {
	case s[0] != '0' || !codes.TinhCu.Has(s[1:3]):
		return nhac("Số ĐDCN/CCCD: ba số đầu " + s[:3] + " không phải mã tỉnh. Xem lại số trên thẻ, trừ người đăng ký khai sinh ở nước ngoài")
	case g != "" && g != gioi:
		return nhac("Số ĐDCN/CCCD: số thứ tư là của " + gioi.thuong() + ", khác Giới tính đã ghi. Xem lại một trong hai")
	case n != 0 && n.Year() != nam:
		return nhac("Số ĐDCN/CCCD: số này là của người sinh năm " + nam4(nam) + ", khác Ngày sinh đã ghi. Xem lại một trong hai")
	}
	return LoiMa{}
}

// docCCCD reads the year of birth and the sex out of a 12 digit number.
func docCCCD(s string) (nam int, g GioiTinh) {
	the := int(s[3] - '0')
	nam = (19+the/2)*100 + int(s[4]-'0')*10 + int(s[5]-'0')
	if the%2 == 0 {
		return nam, Nam
	}
	return nam, Nu
}

// DocCCCD reads year of birth, sex and old province code out of a số
// ĐDCN/CCCD; ok is false for anything that is not 12 digits.
func DocCCCD(s string) (nam int, g GioiTinh, tinhCu string, ok bool) {
	if !digits(s, 12) {
		return 0, "", "", false
	}
	nam, g = docCCCD(s)
	if s[0] == '0' && codes.TinhCu.Has(s[1:3]) {
		tinhCu = s[1:3]
	}
	return nam, g, tinhCu, true
}

// CheckHoChieu checks a passport number: 6 to 12 capital letters and digits.
// Countries differ, so it only reminds.
func CheckHoChieu(s string) LoiMa {
	c := strings.ToUpper(compact(s))
	switch {
	case s == "" || alnum(s) && len(s) >= 6 && len(s) <= 12:
		return LoiMa{}
	case alnum(c) && len(c) >= 6 && len(c) <= 12:
		return nhac("Số hộ chiếu: chỉ gồm chữ in hoa và chữ số").goi(c)
	}
	return nhac("Số hộ chiếu: phải có dạng C1234567 (6 đến 12 chữ in hoa và chữ số)")
}

// CheckMaSoBHXH checks a mã số BHXH: 10 digits, the first two as a rule an old
// province number. No check digit is known. A 12 digit số định danh is let
// through with a reminder, since offices are moving to it.
func CheckMaSoBHXH(s string) LoiMa {
	const say = "Mã số BHXH: phải có 10 chữ số"
	switch c := compact(s); {
	case s == "":
		return LoiMa{}
	case digits(s, 10):
		if !tinhBHXH(s[:2]) {
			return nhac("Mã số BHXH: hai số đầu " + s[:2] + " không phải mã tỉnh. Xem lại số trên sổ hoặc trên VssID")
		}
		return LoiMa{}
	case digits(s, 12):
		return nhac("Mã số BHXH: đang là số định danh 12 chữ số. Mẫu của Quyết định 366/QĐ-BHXH vẫn có ô riêng cho mã số BHXH 10 chữ số")
	case digits(c, 10) || digits(c, 12):
		return loi("Mã số BHXH: bỏ dấu cách, dấu chấm giữa các chữ số").goi(c)
	case digits(c, 9) && tinhBHXH("0"+c[:1]):
		return loi(say + " (đang có 9). Số 0 ở đầu có thể đã mất khi lưu dạng số").goi("0" + c)
	default:
		return loi(say)
	}
}

// tinhBHXH reports whether two digits are a province number of the kind used
// before 01/07/2025, 01 to 96.
func tinhBHXH(s string) bool { return codes.TinhCu.Has(s) }

// CheckTheBHYT checks a số thẻ BHYT: 15 characters (two letters for the kind of
// person, benefit level, province, mã số BHXH), or the 10 digits of newer cards.
func CheckTheBHYT(s string) LoiMa {
	const say = "Số thẻ BHYT: phải có dạng DN4797912345678 (15 ký tự) hoặc 10 chữ số"
	c := strings.ToUpper(compact(s))
	switch {
	case s == "" || digits(s, 10):
		return LoiMa{}
	case len(c) == 10 && digits(c, 10), len(c) == 15 && c != s && dangThe(c):
		return loi("Số thẻ BHYT: chỉ gồm chữ in hoa và chữ số, không có dấu cách").goi(c)
	case !dangThe(s):
		return loi(say)
	}
	doiTuong, co := codes.DoiTuong.Get(s[:2])
	switch {
	case !co:
		return nhac("Số thẻ BHYT: không có mã đối tượng " + s[:2] + " trong danh mục " + codes.DoiTuong.Name() + ". Xem lại hai chữ đầu trên thẻ")
	case doiTuong.Nhom != s[2:3]:
		return nhac("Số thẻ BHYT: đối tượng " + s[:2] + " thường có mức hưởng " + doiTuong.Nhom + ", đang là " + s[2:3] + ". Xem lại ký tự thứ ba trên thẻ")
	}
	return LoiMa{}
}

// CheckMaSoBHYT checks a mã số BHYT, which is the mã số BHXH of the person; where
// the 15 characters of a card are written it offers the last ten.
func CheckMaSoBHYT(s string) LoiMa {
	if len(s) == 15 && dangThe(s) && CheckMaSoBHXH(s[5:]).OK() {
		return loi("Mã số BHYT: ghi 10 chữ số cuối của số thẻ 15 ký tự").goi(s[5:])
	}
	return CheckMaSoBHXH(s)
}

// dangThe reports whether s has the shape of a 15 character card number.
func dangThe(s string) bool {
	return len(s) == 15 && capital(s[0]) && capital(s[1]) && s[2] >= '1' && s[2] <= '5' && digits(s[3:], 12)
}

// CheckNgaySinh checks a date of birth on a day: not in the future, not before
// 1900, and old enough to work (Bộ luật Lao động 45/2019/QH14 Điều 3).
func CheckNgaySinh(n NgaySinh, on law.Day) LoiMa {
	switch {
	case n == 0:
		return LoiMa{}
	case !n.Valid():
		return loi("Ngày sinh: phải có dạng 15/08/1995, 08/1995 hoặc 1995")
	case n.first() > on:
		return loi("Ngày sinh: không sau ngày " + on.String())
	}
	tuoi := int64(n.Tuoi(on))
	toiThieu, coTuoi := law.Get("tuoi-lao-dong", on)
	nhe, coNhe := law.Get("tuoi-lao-dong-nhe", on)
	switch {
	case coNhe && tuoi < nhe.Amount:
		return loi("Ngày sinh: người lao động phải từ đủ " + so(toiThieu.Amount) + " tuổi. Xem lại năm sinh")
	case coTuoi && tuoi < toiThieu.Amount:
		return nhac("Ngày sinh: chưa đủ " + so(toiThieu.Amount) + " tuổi, chỉ được làm công việc nhẹ. Xem lại năm sinh")
	}
	return LoiMa{}
}

// CheckTuoiNghiHuu reminds of a person who is past the retirement age in a
// month: covered as long as no pension is drawn.
func CheckTuoiNghiHuu(n NgaySinh, g GioiTinh, thang law.Month) LoiMa {
	if !n.Valid() || g != Nam && g != Nu || !thang.Valid() {
		return LoiMa{}
	}
	du, ok := law.ThangDuTuoi(n.Day().Month(), g == Nu)
	if !ok || thang <= du {
		return LoiMa{}
	}
	return nhac("Ngày sinh: đã đủ tuổi nghỉ hưu từ tháng " + du.String() + ". Chỉ đóng BHXH bắt buộc khi chưa hưởng lương hưu")
}
