package form

import (
	"strconv"
	"strings"

	"ankhai/forms/law"
)

// Show writes a cell for a person: money with dots, decimals with a comma, days
// dd/MM/yyyy. A code is shown as the code. An unknown or blank cell is "".
func (c *Column) Show(v Value) string {
	if v.A != Known {
		return ""
	}
	switch c.Kind {
	case KindMoney, KindInt:
		return Dots(v.N)
	case KindDecimal:
		return strings.Replace(fixed(v.N, 3), ".", ",", 1)
	case KindRate:
		return strings.Replace(fixed(v.N, 2), ".", ",", 1)
	case KindFlag:
		if v.N == 1 {
			return "x"
		}
		return ""
	}
	return c.plain(v)
}

// Told writes a cell where a person reads what was answered: as Show does, with a yes
// or no in words, since a no that shows nothing looks like no answer.
func (c *Column) Told(v Value) string {
	switch {
	case c.Kind != KindFlag || v.A != Known:
		return c.Show(v)
	case v.N == 1:
		return "Có"
	}
	return "Không"
}

// plain writes a cell without separators, the way drafts and the wire do.
func (c *Column) plain(v Value) string {
	switch c.Kind {
	case KindText, KindCode:
		return v.S
	case KindDay:
		return law.Day(v.N).String()
	case KindBirth:
		return birth(law.Day(v.N))
	case KindMonth:
		return law.Month(v.N).String()
	case KindDecimal:
		return fixed(v.N, 3)
	case KindRate:
		return fixed(v.N, 2)
	}
	return strconv.FormatInt(v.N, 10)
}

// Parse reads what a person typed into a cell. ok is false when the text is not
// of the column's kind; say then tells the form the text must have.
func (c *Column) Parse(s string) (v Value, say string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Value{}, "", true
	}
	switch c.Kind {
	case KindText, KindCode:
		return TextValue(s), "", true
	case KindDay:
		if d, ok := law.ParseDay(s); ok {
			return NumValue(int64(d)), "", true
		}
		return v, "phải có dạng 22/11/2026", false
	case KindBirth:
		if d, ok := ParseBirth(s); ok {
			return NumValue(int64(d)), "", true
		}
		return v, "phải có dạng 15/08/1995, 08/1995 hoặc 1995", false
	case KindMonth:
		if m, ok := law.ParseMonth(s); ok {
			return NumValue(int64(m)), "", true
		}
		return v, "phải có dạng 11/2026", false
	case KindMoney, KindInt:
		if n, ok := ParseMoney(s); ok {
			return NumValue(n), "", true
		}
		return v, "phải là số, ví dụ 5.310.000", false
	case KindDecimal:
		if n, ok := parseFixed(s, 3); ok {
			return NumValue(n), "", true
		}
		return v, "phải là số, ví dụ 2,34", false
	case KindRate:
		if n, ok := parseFixed(strings.TrimSuffix(s, "%"), 2); ok {
			return NumValue(n), "", true
		}
		return v, "phải là tỷ lệ phần trăm, ví dụ 32", false
	case KindFlag:
		switch strings.ToLower(s) {
		case "x", "1", "có", "true":
			return NumValue(1), "", true
		case "0", "không", "false":
			return NumValue(0), "", true
		}
		return v, "ghi x hoặc để trống", false
	}
	return v, "", false
}

// Wire writes a cell for the wire: digits without separators, a decimal point,
// dd/MM/yyyy, MM/yyyy, 0/1; a percentage has one place as the files observed do
// ("32.0"). Unknown and blank are "".
func (c *Column) Wire(v Value) string {
	if v.A != Known {
		return ""
	}
	if c.Kind == KindRate {
		s := fixed(v.N, 2)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		return s
	}
	return c.plain(v)
}

// FromWire reads what Wire wrote, or what another program of the field writes.
func (c *Column) FromWire(s string) (Value, bool) {
	switch s = strings.TrimSpace(s); c.Kind {
	case KindText, KindCode:
		return TextValue(s), true
	case KindMoney, KindInt, KindFlag:
		if s == "" {
			return Value{}, true
		}
		n, err := strconv.ParseInt(strings.TrimSuffix(s, ".0"), 10, 64)
		return NumValue(n), err == nil && (c.Kind != KindFlag || n == 0 || n == 1)
	}
	v, _, ok := c.Parse(s)
	return v, ok
}

// Dots writes a whole number with a dot between thousands: 5310000 → 5.310.000.
func Dots(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return sign + s
}

// ParseMoney reads whole đồng as people write them: 5310000, 5.310.000,
// 5,310,000, with or without "đ" or "đồng". "5.31" is refused: it is not money.
func ParseMoney(s string) (int64, bool) {
	s = strings.TrimSpace(s)
	for _, tail := range []string{"đồng", "đ", "VND", "vnd", "VNĐ"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, tail))
	}
	sign := int64(1)
	if strings.HasPrefix(s, "-") {
		sign, s = -1, s[1:]
	}
	if s == "" || len(s) > 24 {
		return 0, false
	}
	var sep byte
	n, run, groups := int64(0), 0, 0
	for i := 0; i < len(s); i++ {
		switch ch := s[i]; {
		case ch >= '0' && ch <= '9':
			if n > (1<<62)/10 {
				return 0, false
			}
			n, run = n*10+int64(ch-'0'), run+1
		case ch == '.' || ch == ',' || ch == ' ':
			if (sep != 0 && sep != ch) || run == 0 || run > 3 || (groups > 0 && run != 3) {
				return 0, false
			}
			sep, run, groups = ch, 0, groups+1
		default:
			return 0, false
		}
	}
	if groups > 0 && run != 3 {
		return 0, false
	}
	return sign * n, run > 0
}

// ParseBirth reads dd/MM/yyyy, MM/yyyy or yyyy; parts not given become 00.
func ParseBirth(s string) (law.Day, bool) {
	if d, ok := law.ParseDay(s); ok {
		return d, true
	}
	if m, ok := law.ParseMonth(s); ok {
		return law.Day(int(m) * 100), true
	}
	if len(s) == 4 {
		if y, err := strconv.Atoi(s); err == nil && y >= 1900 && y <= 2199 {
			return law.DayOf(y, 0, 0), true
		}
	}
	return 0, false
}

func birth(d law.Day) string {
	switch {
	case d == 0:
		return ""
	case d.Month().Num() == 0:
		return strconv.Itoa(d.Year())
	case d.Dom() == 0:
		return d.Month().String()
	}
	return d.String()
}

// fixed writes n/10^places without trailing zeros.
func fixed(n int64, places int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := strconv.FormatInt(n, 10)
	for len(s) <= places {
		s = "0" + s
	}
	whole, frac := s[:len(s)-places], strings.TrimRight(s[len(s)-places:], "0")
	if frac == "" {
		return sign + whole
	}
	return sign + whole + "." + frac
}

// parseFixed reads a decimal with a comma or a point and at most places digits
// behind it, as n·10^places.
func parseFixed(s string, places int) (int64, bool) {
	s = strings.Replace(strings.TrimSpace(s), ",", ".", 1)
	whole, frac, _ := strings.Cut(s, ".")
	frac = strings.TrimRight(frac, "0")
	if len(frac) > places || whole == "" || len(whole) > 12 {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+frac+strings.Repeat("0", places-len(frac)), 10, 64)
	return n, err == nil
}
