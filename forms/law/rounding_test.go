package law

import "testing"

func TestPhan(t *testing.T) {
	for _, c := range []struct{ base, rate, want int64 }{
		{0, 800, 0}, {5_310_000, 800, 424_800}, {1, 5000, 1}, {1, 4999, 0}, {3, 5000, 2}, {100, 50, 1}, {99, 50, 0},
	} {
		if got := Phan(c.base, c.rate); got != c.want {
			t.Errorf("Phan(%d, %d) = %d, want %d", c.base, c.rate, got, c.want)
		}
	}
	// The two parts always add up to the fund and neither is negative.
	for base := int64(0); base < 200_000; base += 7 {
		for _, r := range [][2]int64{{800, 1400}, {0, 300}, {0, 50}, {150, 300}, {100, 100}, {100, 0}, {0, 30}} {
			nld, dv := TachQuy(base, r[0], r[1])
			if nld+dv != Phan(base, r[0]+r[1]) || nld < 0 || dv < 0 {
				t.Fatalf("TachQuy(%d, %v) = %d, %d", base, r, nld, dv)
			}
		}
	}
}

func TestVietSo(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 7: "7", 999: "999", 1000: "1.000", 50_600_000: "50.600.000", -1234567: "-1.234.567"} {
		if got := VietSo(n); got != want {
			t.Errorf("VietSo(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int64]string{0: "0%", 50: "0,5%", 150: "1,5%", 800: "8%", 1050: "10,5%", 3: "0,03%"} {
		if got := VietTyLe(n); got != want {
			t.Errorf("VietTyLe(%d) = %q, want %q", n, got, want)
		}
	}
}
