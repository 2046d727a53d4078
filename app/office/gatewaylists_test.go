package office

import (
	"strings"
	"testing"
	"time"
)

// Every code list is served whole, one line an entry, and names its day.
func TestGatewayLists(t *testing.T) {
	all := gatewayLists()
	seen := map[string]bool{}
	for _, l := range all {
		lines := strings.Split(strings.TrimSuffix(l.NoiDung, "\n"), "\n")
		if len(lines) != l.SoDong+1 || l.SoDong == 0 || lines[0] != "ma\tten\tnhom\ttu\tden" {
			t.Errorf("%s: %d lines, %d entries, head %q", l.Ten, len(lines), l.SoDong, lines[0])
		}
		for _, line := range lines {
			if strings.Count(line, "\t") != 4 {
				t.Errorf("%s: %q has not five columns", l.Ten, line)
				break
			}
		}
		if seen[l.Ten] || l.TieuDe == "" || len(l.PhienBan) != len("2026-11-22") {
			t.Errorf("%q %q %q", l.Ten, l.TieuDe, l.PhienBan)
		}
		seen[l.Ten] = true
	}
	for _, want := range []string{"phuong-an", "tinh", "xa", "kcb", "quan-he", "dan-toc"} {
		if !seen[want] {
			t.Errorf("no list %s", want)
		}
	}
}

// The practice gateway counts the agencies' working days: no week-end, no holiday.
func TestPracticeGatewayKnowsHolidays(t *testing.T) {
	works := SandboxOptions("x", nil, testNow).WorkingDay
	for day, want := range map[string]bool{"2026-11-20": true, "2026-11-22": false, "2026-09-02": false, "2027-01-01": false, "2027-01-04": true} {
		at, err := time.ParseInLocation(time.DateOnly, day, vietnam)
		if err != nil {
			t.Fatal(err)
		}
		if got := works(at); got != want {
			t.Errorf("%s: got %v, want %v", day, got, want)
		}
	}
}
