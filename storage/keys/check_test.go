package keys

import (
	"encoding/json"
	"errors"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// A check knows its passphrase however the keyboard composes it, and nothing else.
func TestCheck(t *testing.T) {
	c, err := NewCheck([]byte("mật khẩu của tôi"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var again Check
	if err := json.Unmarshal(text, &again); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]bool{
		"mật khẩu của tôi": true, norm.NFD.String("mật khẩu của tôi"): true, "mật khẩu của Tôi": false, "": false, "\xff": false,
	} {
		if got := again.Fits([]byte(typed)); got != want {
			t.Errorf("%q fits: %v", typed, got)
		}
	}
	for name, spoil := range map[string]func(*Check){
		"no salt": func(c *Check) { c.Salt = nil }, "no sum": func(c *Check) { c.Sum = nil },
		"too much memory": func(c *Check) { c.Argon.Memory = 1 << 30 }, "too little": func(c *Check) { c.Argon.Time = 0 },
	} {
		bad := again
		if spoil(&bad); bad.Fits([]byte("mật khẩu của tôi")) {
			t.Errorf("%s: it fits", name)
		}
	}
	if _, err := NewCheck([]byte("\xff")); !errors.Is(err, ErrTooLong) {
		t.Errorf("no text: %v", err)
	}
}
