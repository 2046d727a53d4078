package giamdinh

import (
	"math/big"
	"strings"

	"ankhai/forms/form"
)

// Places after the point of amounts, and of quantities and prices.
const (
	leTien  = 2
	leLuong = 3
)

// decimal reads a number that is not below zero, written with digits and a point,
// as n·10^places; ok is false for anything else, for more places, and for more than
// twelve digits before the point: the fields have fifteen characters, and so the
// sums of any table stay within 64 bits.
func decimal(s string, places int) (n int64, ok bool) {
	whole, frac, point := strings.Cut(s, ".")
	if !digits(whole) || point && !digits(frac) || len(frac) > places || len(whole) > 12 {
		return 0, false
	}
	for _, ch := range whole + frac + strings.Repeat("0", places-len(frac)) {
		n = n*10 + int64(ch-'0')
	}
	return n, true
}

// money writes hundredths of đồng for a person: 1.234,50.
func money(n int64) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := form.Dots(n / 100)
	if c := n % 100; c != 0 {
		s += "," + string([]byte{byte('0' + c/10), byte('0' + c%10)})
	}
	return sign + s
}

// digits reports whether s is one decimal digit or more, and nothing else.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// product is soLuong × donGia, both in thousandths, times whole percentages, in
// hundredths of đồng: rounded once to two places as the decision says, half up.
func product(soLuong, donGia int64, percents ...int64) int64 {
	n, d := big.NewInt(soLuong), big.NewInt(10_000) // 10^-6 to 10^-2
	n.Mul(n, big.NewInt(donGia))
	for _, p := range percents {
		n.Mul(n, big.NewInt(p))
		d.Mul(d, big.NewInt(100))
	}
	n.Add(n, new(big.Int).Rsh(d, 1))
	n.Quo(n, d)
	if !n.IsInt64() {
		return -1 // no amount of the other side is that large
	}
	return n.Int64()
}
