package law

import "strconv"

// amount returns a figure's amount on a day, 0 when it is not known.
func amount(name string, on Day) int64 {
	v, _ := Get(name, on)
	return v.Amount
}

// MucThamChieu returns the mức tham chiếu of the day, in đồng a month; before
// 01/07/2025 that is the lương cơ sở. 0 means not known.
func MucThamChieu(on Day) int64 { return amount("muc-tham-chieu", on) }

// LuongToiThieu returns the minimum monthly wage (lương tối thiểu tháng) of a
// region on a day. The region is written "01" to "04", "1" to "4" or "I" to
// "IV"; 0 means an unknown region or day.
func LuongToiThieu(vung string, on Day) int64 {
	n, ok := SoVung(vung)
	if !ok {
		return 0
	}
	return amount(tenLuongToiThieu(n), on)
}

func tenLuongToiThieu(vung int) string { return "luong-toi-thieu-vung-" + strconv.Itoa(vung) }

// SoVung reads a wage region, "01" to "04", "1" to "4" or "I" to "IV", as a
// number from 1 to 4.
func SoVung(vung string) (int, bool) {
	switch vung {
	case "01", "1", "I":
		return 1, true
	case "02", "2", "II":
		return 2, true
	case "03", "3", "III":
		return 3, true
	case "04", "4", "IV":
		return 4, true
	}
	return 0, false
}

// TranBHXH returns the highest pay on which BHXH and BHYT are paid in a month;
// 0 means not known.
func TranBHXH(thang Month) int64 {
	on := thang.First()
	return amount("tran-bhxh-so-lan", on) * MucThamChieu(on)
}

// SanBHXH returns the lowest pay on which BHXH is paid in a month. It is 0
// before 07/2025, when the floor was not tied to the mức tham chiếu.
func SanBHXH(thang Month) int64 {
	on := thang.First()
	return amount("san-bhxh-so-lan", on) * MucThamChieu(on)
}

// TranBHTN returns the highest pay on which BHTN is paid in a month at a
// workplace in the region; 0 means not known.
func TranBHTN(vung string, thang Month) int64 {
	on := thang.First()
	return amount("tran-bhtn-so-lan", on) * LuongToiThieu(vung, on)
}

// NgayCongMienDong returns the number of unpaid working days in a month from
// which no BHXH is due for it (14); 0 means not known.
func NgayCongMienDong(thang Month) int64 { return amount("ngay-cong-mien-dong", thang.First()) }

// HanBaoTang returns within how many days an increase is to be declared (30),
// counted from the day the person became subject; 0 means not known.
func HanBaoTang(on Day) int64 { return amount("han-bao-tang", on) }

// TuoiNghiHuu returns the retirement age in months, under ordinary working
// conditions, for those who reach it in the year of the day; 0 means not known.
func TuoiNghiHuu(nu bool, on Day) int64 {
	if nu {
		return amount("tuoi-nghi-huu-nu", on)
	}
	return amount("tuoi-nghi-huu-nam", on)
}
