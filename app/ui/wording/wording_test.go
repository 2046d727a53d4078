package wording

import (
	"testing"
	"time"
)

func TestGon(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0 đồng", 950_000: "950.000 đồng", 1_000_000: "1 triệu", 50_600_000: "50,6 triệu", 11_420_000_000: "11,42 tỷ",
		1_005_000_000: "1,01 tỷ", 1_999_999_999: "2 tỷ", 1_234_000_000_000: "1.234 tỷ", -3_650_000_000: "–3,65 tỷ",
	} {
		if got := Gon(n); got != want {
			t.Errorf("Gon(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestLuc(t *testing.T) {
	at := time.Date(2026, 11, 22, 20, 5, 7, 0, time.UTC)
	if got := Luc(at) + " " + Gio(at); got != "23/11/2026 03:05 03:05:07" {
		t.Errorf("got %q", got)
	}
	if Luc(time.Time{}) != "" {
		t.Error("a time that nobody knows is written")
	}
}
