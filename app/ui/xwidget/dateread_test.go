package xwidget

import "testing"

func TestReadDate(t *testing.T) {
	for _, c := range []struct {
		text string
		p    Precision
		want string // "" is refused
	}{
		{"3/11/2026", ToDay, "03/11/2026"}, {"03.11.26", ToDay, "03/11/2026"}, {"3-11-50", ToDay, "03/11/1950"}, {"3 11 49", ToDay, "03/11/2049"},
		{"03112026", ToDay, "03/11/2026"}, {"031126", ToDay, "03/11/2026"}, {"2026-11-03", ToDay, "03/11/2026"},
		{"29/02/2024", ToDay, "29/02/2024"}, {"29/02/2026", ToDay, ""}, {"31/04/2026", ToDay, ""}, {"00/11/2026", ToDay, ""}, {"3/0/2026", ToDay, ""},
		{"00112026", ToDay, ""}, {"001126", ToDay, ""}, {"11/2026", ToDay, ""}, {"2026", ToDay, ""}, {"3/11/202", ToDay, ""}, {"3/11/1899", ToDay, ""},
		{"11/2026", ToMonth, "11/2026"}, {"112026", ToMonth, "11/2026"}, {"2026", ToMonth, ""}, {"11/26", ToMonth, "11/2026"}, {"13/2026", ToMonth, ""},
		{"1990", ToYear, "1990"}, {"0/1990", ToYear, ""}, {"8/1990", ToYear, "08/1990"}, {"15081990", ToYear, "15/08/1990"},
		{"", ToYear, ""}, {"hôm nay", ToYear, ""}, {"1/2/3/4", ToYear, ""}, {"99999999999999999999", ToYear, ""},
	} {
		d, ok := readDate(c.text, c.p)
		if got := d.String(); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%q is %q, %v; want %q", c.text, got, ok, c.want)
		}
	}
}

func FuzzReadDate(f *testing.F) {
	for _, s := range []string{"3/11/2026", "2026-11-03", "0", "//", "99/99/9999"} {
		f.Add(s, uint8(2))
	}
	f.Fuzz(func(t *testing.T, text string, p uint8) {
		d, ok := readDate(text, Precision(p%3))
		if !ok {
			return
		}
		if back, same := readDate(d.String(), ToYear); !same || back != d {
			t.Errorf("%q is %q, which reads as %q", text, d, back)
		}
	})
}
