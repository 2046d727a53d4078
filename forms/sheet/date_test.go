package sheet

import "testing"

// A day with a time of that day stays that day, however late; only what is noise of a
// binary fraction is rounded away.
func TestSerialDay(t *testing.T) {
	for _, c := range []struct {
		s        string
		date1904 bool
		want     string
	}{
		{"34926", false, "15/08/1995"},
		{"34926.9583333", false, "15/08/1995"},
		{"34926.99998", false, "15/08/1995"},
		{"34925.9999999998", false, "15/08/1995"},
		{"1", false, "01/01/1900"},
		{"61.97", false, "01/03/1900"},
		{"60", false, ""},
		{"0.9", false, ""},
		{"33464.96", true, "15/08/1995"},
	} {
		d, ok := parseDecimal(c.s)
		if !ok {
			t.Fatalf("%s is no number", c.s)
		}
		day, ok := serialDay(d, c.date1904)
		got := ""
		if ok {
			got = day.String()
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.s, got, c.want)
		}
	}
}
