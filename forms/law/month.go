package law

// Month is a calendar month written yyyymm (202611). The zero Month is "no month".
type Month int32

// MonthOf makes a Month; it does not check it (see Valid).
func MonthOf(year, month int) Month { return Month(year*100 + month) }

// Year returns the year, Num the month of the year from 1 to 12.
func (m Month) Year() int { return int(m) / 100 }
func (m Month) Num() int  { return int(m) % 100 }

// Valid reports whether m lies in 1900–2199 and its month in 1–12.
func (m Month) Valid() bool {
	return m.Year() >= 1900 && m.Year() <= 2199 && m.Num() >= 1 && m.Num() <= 12
}

// Add returns the month n months after m (before, if n is negative).
func (m Month) Add(n int) Month {
	t := m.Year()*12 + m.Num() - 1 + n
	return MonthOf(t/12, t%12+1)
}

// Sub returns the number of months from e to m; positive when m is later.
func (m Month) Sub(e Month) int {
	return (m.Year()-e.Year())*12 + m.Num() - e.Num()
}

// First and Last are the first and last day of m.
func (m Month) First() Day { return Day(int(m)*100 + 1) }
func (m Month) Last() Day  { return Day(int(m)*100 + daysIn(m.Year(), m.Num())) }

// String writes m as on the forms, MM/yyyy; the zero Month is "".
func (m Month) String() string {
	if m == 0 {
		return ""
	}
	b := [7]byte{2: '/'}
	digits(b[:2], m.Num())
	digits(b[3:], m.Year())
	return string(b[:])
}

// ISO writes m as yyyy-MM, the console's form; the zero Month is "".
func (m Month) ISO() string {
	if m == 0 {
		return ""
	}
	b := [7]byte{4: '-'}
	digits(b[:4], m.Year())
	digits(b[5:], m.Num())
	return string(b[:])
}

// ParseMonth reads MM/yyyy, yyyy-MM, MM-yyyy or MM.yyyy.
func ParseMonth(s string) (Month, bool) {
	a, b, k, digits := 0, 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch ch := s[i]; {
		case ch >= '0' && ch <= '9':
			if digits++; digits > 4 {
				return 0, false
			}
			if k == 0 {
				a = a*10 + int(ch-'0')
			} else {
				b = b*10 + int(ch-'0')
			}
		case (ch == '/' || ch == '-' || ch == '.') && k == 0 && digits > 0:
			k, digits = 1, 0
		default:
			return 0, false
		}
	}
	if k != 1 || digits == 0 {
		return 0, false
	}
	m := MonthOf(b, a)
	if a > 999 {
		m = MonthOf(a, b)
	}
	return m, m.Valid()
}
