package law

import "testing"

func TestSauThang(t *testing.T) {
	for _, c := range []struct {
		d    Day
		n    int
		want Day
	}{
		{20261122, 12, 20271122}, {20260831, 6, 20270228}, {20270831, 6, 20280229}, {20280229, 12, 20290228}, {20261231, 1, 20270131}, {20260115, 0, 20260115},
	} {
		if got := c.d.SauThang(c.n); got != c.want {
			t.Errorf("%v after %d months: %v, want %v", c.d, c.n, got, c.want)
		}
	}
}
