package law

import (
	"os"
	"strings"
	"testing"
)

// The table of Nghị định 135/2020/NĐ-CP, Phụ lục I: month of birth and month in
// which the age is reached.
func TestThangDuTuoi(t *testing.T) {
	b, err := os.ReadFile("testdata/tuoi-nghi-huu.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		if f[0] == "gioi" {
			continue
		}
		sinh, _ := ParseMonth(f[1])
		want, _ := ParseMonth(f[2])
		if got, ok := ThangDuTuoi(sinh, f[0] == "nu"); !ok || got != want {
			t.Errorf("%s born %v: %v, %v, want %v", f[0], sinh, got, ok, want)
		}
		n++
	}
	if n != 216 {
		t.Errorf("%d lines, want 216", n)
	}
}

func TestThangDuTuoiAtTheEnds(t *testing.T) {
	for _, c := range []struct {
		sinh Month
		nu   bool
		want Month
		ok   bool
	}{
		{196012, false, 202012, true}, {196512, true, 202012, true}, {199508, false, 205708, true}, {199508, true, 205508, true},
		{194001, false, 0, false}, {0, false, 0, false}, {199513, true, 0, false},
	} {
		if got, ok := ThangDuTuoi(c.sinh, c.nu); got != c.want || ok != c.ok {
			t.Errorf("born %v: %v, %v, want %v, %v", c.sinh, got, ok, c.want, c.ok)
		}
	}
}

// Who retires five years early is measured by the age of the year in which the
// lower age is reached, not by the age of the year of the ordinary one.
func TestThangDuTuoiSom(t *testing.T) {
	for _, c := range []struct {
		sinh Month
		nu   bool
		som  int64
		want Month
		ok   bool
	}{
		{197001, false, 60, 202607, true},  // 61 tuổi 6 tháng − 5 tuổi
		{197411, true, 60, 202611, true},   // 57 tuổi − 5 tuổi
		{197512, false, 120, 202709, true}, // 51 tuổi 6 tháng would be 06/2027, so that the age of 2027 counts
		{195001, false, 60, 0, false},
	} {
		if got, ok := ThangDuTuoiSom(c.sinh, c.nu, c.som); got != c.want || ok != c.ok {
			t.Errorf("born %v: %v, %v, want %v, %v", c.sinh, got, ok, c.want, c.ok)
		}
	}
}
