package seek

import "testing"

func TestBegins(t *testing.T) {
	const text = "tran van dung (to truong), 079091000002 q.7 «may-1»"
	for w, want := range map[string]bool{"dung": true, "du": true, "ung": false, "to": true, "0002": true, "7": true, "may": true, "1": true, "ruong": false, "tran van": true, "x": false} {
		if got := Begins(text, w); got != want {
			t.Errorf("%q: got %t, want %t", w, got, want)
		}
	}
}
