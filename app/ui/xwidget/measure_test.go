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

// A line of several parts is cut between two of them, unless that leaves it half empty.
func TestCutParts(t *testing.T) {
	test.NewTempApp(t)
	f := face{13, false}
	const keys = "F2 sửa · F4 chọn mã · Ctrl+D điền xuống"
	for _, c := range []struct{ text, room, want string }{
		{keys, keys, keys},
		{keys, "F2 sửa · F4 chọn mã · Ctrl+", "F2 sửa · F4 chọn mã · …"},
		{"F2 sửa · F4 chọn mã", "F2 sửa…", "F2 sửa…"},
		{"600 · Báo tăng, báo giảm, điều chỉnh đóng", "600 · Báo tăng, báo gi…", "600 · Báo tăng, báo gi…"},
	} {
		if got := f.cutParts(c.text, f.width(c.room)+0.1); got != c.want {
			t.Errorf("%q in the room of %q is %q, want %q", c.text, c.room, got, c.want)
		}
	}
}
