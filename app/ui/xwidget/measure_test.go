package xwidget

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

// A gateway's answer is one word of thousands of letters, and is asked for its height
// before it has a width: each letter is looked at once, not once a line.
func TestWrapOfALongWord(t *testing.T) {
	test.NewTempApp(t)
	f := face{13, false}
	word := strings.Repeat("{\"maLoi\":\"E-TRA-01\"}", 2000)
	f.wrap(word, 0, 0) // measures the letters
	began := time.Now()
	lines := f.wrap(word, 0, 0)
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("%d letters take %v", len(word), took)
	}
	if len(lines) != len(word) || strings.Join(lines, "") != word {
		t.Errorf("%d lines of %d letters", len(lines), len(word))
	}
	for _, line := range f.wrap(word, 200, 0) {
		if f.width(line) > 200 {
			t.Errorf("%q is wider than its line", line)
		}
	}
}

// Words break at spaces, a word that is too wide breaks, and the last line that is let
// through ends with an ellipsis.
func TestWrap(t *testing.T) {
	test.NewTempApp(t)
	f := face{13, false}
	wide := f.width("Nguyễn Thị")
	for _, c := range []struct {
		text string
		max  int
		want []string
	}{
		{"Nguyễn Thị Ẵm", 0, []string{"Nguyễn Thị", "Ẵm"}},
		{"Nguyễn\nThị", 0, []string{"Nguyễn", "Thị"}},
		{"", 0, []string{""}},
		{"Nguyễn Thị Ẵm Nguyễn Thị Ẵm", 1, []string{"Nguyễn T…"}},
	} {
		if got := f.wrap(c.text, wide, c.max); !slices.Equal(got, c.want) {
			t.Errorf("%q wraps to %q, want %q", c.text, got, c.want)
		}
	}
}
