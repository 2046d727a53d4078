package print

import (
	"errors"
	"strings"
	"testing"
)

// Some pages of a paper are a paper of their own; other programs read it.
func TestOnly(t *testing.T) {
	whole, err := Many(slips(4), slipOptions)
	if err != nil {
		t.Fatal(err)
	}
	for pages, want := range map[string]string{"2": "Phiếu số 2:", "1-2": "Phiếu số 1: Phiếu số 2:", "5": "Phiếu số 4:"} {
		part, err := Only(whole, pages)
		if err != nil {
			t.Fatal(err)
		}
		words, n := read(t, part)
		all := strings.Fields(want)
		if n != len(all)/3 {
			t.Errorf("pages %s: %d pages", pages, n)
		}
		for i := 0; i < len(all); i += 3 {
			if !strings.Contains(words, strings.Join(all[i:i+3], " ")) {
				t.Errorf("pages %s say %s", pages, words)
			}
		}
	}
	for _, pages := range []string{"hai", "7", "5-9", "2-1", "0", ""} {
		if _, err := Only(whole, pages); !errors.Is(err, ErrPages) {
			t.Errorf("pages %q: %v", pages, err)
		}
	}
}
