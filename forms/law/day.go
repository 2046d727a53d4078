package law

// Day is a calendar day written yyyymmdd (20261122). The zero Day is "no day".
// It has no clock and no time zone: a date on a form is what is printed there.
type Day int32

// DayOf makes a Day; it does not check that the day exists (see Valid).
func DayOf(year, month, day int) Day { return Day(year*10000 + month*100 + day) }

// Year, Month and Dom are the three parts of d.
func (d Day) Year() int    { return int(d) / 10000 }
func (d Day) Month() Month { return Month(int(d) / 100) }
func (d Day) Dom() int     { return int(d) % 100 }

// Valid reports whether d exists in the Gregorian calendar, from 1900 to 2199.
func (d Day) Valid() bool {
	y, m, n := d.Year(), int(d)/100%100, d.Dom()
	return y >= 1900 && y <= 2199 && m >= 1 && m <= 12 && n >= 1 && n <= daysIn(y, m)
}

// Add returns the day n days after d (before, if n is negative).
func (d Day) Add(n int) Day { return fromSerial(d.serial() + n) }

// Sub returns the number of days from e to d; positive when d is later.
func (d Day) Sub(e Day) int { return d.serial() - e.serial() }

// Weekday returns 0 for Sunday … 6 for Saturday.
func (d Day) Weekday() int { return ((d.serial()+1)%7 + 7) % 7 }

// String writes d as on the forms, dd/MM/yyyy; the zero Day is "".
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	b := [10]byte{2: '/', 5: '/'}
	digits(b[:2], d.Dom())
	digits(b[3:5], int(d)/100%100)
	digits(b[6:], d.Year())
	return string(b[:])
}

// ISO writes d as yyyy-MM-dd; the zero Day is "".
func (d Day) ISO() string {
	if d == 0 {
		return ""
	}
	b := [10]byte{4: '-', 7: '-'}
	digits(b[:4], d.Year())
	digits(b[5:7], int(d)/100%100)
	digits(b[8:], d.Dom())
	return string(b[:])
}

// digits writes n into b with leading zeros.
func digits(b []byte, n int) {
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
}

// ParseDay reads dd/MM/yyyy or yyyy-MM-dd, with one or two digits for day and
// month, and answers ok only for a day that exists.
func ParseDay(s string) (Day, bool) {
	a, b, c, sep, ok := three(s)
	if !ok {
		return 0, false
	}
	d := DayOf(c, b, a)
	if sep == '-' && a > 999 {
		d = DayOf(a, b, c)
	}
	return d, d.Valid()
}

// three splits "a/b/c" or "a-b-c" into its numbers.
func three(s string) (a, b, c int, sep byte, ok bool) {
	var n [3]int
	k, digits := 0, 0
	for i := 0; i < len(s); i++ {
		switch ch := s[i]; {
		case ch >= '0' && ch <= '9':
			if digits++; digits > 4 {
				return
			}
			n[k] = n[k]*10 + int(ch-'0')
		case ch == '/' || ch == '-' || ch == '.':
			if digits == 0 || k == 2 || (sep != 0 && sep != ch) {
				return
			}
			sep, k, digits = ch, k+1, 0
		default:
			return
		}
	}
	return n[0], n[1], n[2], sep, k == 2 && digits > 0
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// serial counts days so that subtraction works (day 0 is 1970-01-01, a Thursday
// shifted to make Weekday simple). Algorithm: civil calendar by eras of 400 years.
func (d Day) serial() int {
	y, m, n := d.Year(), int(d)/100%100, d.Dom()
	if m <= 2 {
		y--
	}
	era := y / 400
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + n - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468 + 3
}

func fromSerial(s int) Day {
	s += 719468 - 3
	era := s / 146097
	doe := s - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day := doy - (153*mp+2)/5 + 1
	m := mp + 3
	y := yoe + era*400
	if m > 12 {
		m, y = m-12, y+1
	}
	return DayOf(y, m, day)
}
