package giamdinh

import (
	"strconv"

	"ankhai/forms/law"
)

// Luc is a moment as these files write it, yyyyMMddHHmm; the zero Luc is none.
type Luc int64

// DocLuc reads yyyyMMddHHmm; ok only for a day that exists and a time of it.
func DocLuc(s string) (Luc, bool) {
	if len(s) != 12 || !digits(s) {
		return 0, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	l := Luc(n)
	return l, err == nil && l.Ngay().Valid() && l/100%100 < 24 && l%100 < 60
}

// Ngay is the day of the moment.
func (l Luc) Ngay() law.Day { return law.Day(l / 10_000) }

// String writes the moment for a person: 08:00 20/11/2026.
func (l Luc) String() string {
	if l == 0 {
		return ""
	}
	return hai(int(l/100%100)) + ":" + hai(int(l%100)) + " " + l.Ngay().String()
}

func hai(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// docNgay reads yyyyMMdd.
func docNgay(s string) (law.Day, bool) {
	if len(s) != 8 || !digits(s) {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return law.Day(n), err == nil && law.Day(n).Valid()
}

// ngayCua reads the day out of yyyyMMdd or yyyyMMddHHmm.
func ngayCua(s string) (law.Day, bool) {
	if l, ok := DocLuc(s); ok {
		return l.Ngay(), true
	}
	return docNgay(s)
}

// docSinh reads a date of birth yyyyMMddHHmm in which month and day may be 0000;
// parts not known are 00.
func docSinh(s string) (law.Day, bool) {
	if l, ok := DocLuc(s); ok {
		return l.Ngay(), true
	}
	if len(s) != 12 || !digits(s) || s[4:8] != "0000" {
		return 0, false
	}
	if _, ok := DocLuc(s[:4] + "0101" + s[8:]); !ok {
		return 0, false
	}
	n, err := strconv.Atoi(s[:8])
	return law.Day(n), err == nil
}
