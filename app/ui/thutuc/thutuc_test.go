package thutuc

import (
	"strings"
	"testing"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// A service is found in plain words, without diacritics, with its basis.
func TestFindInPlainWords(t *testing.T) {
	uitest.App(t)
	p := New()
	w := uitest.Window(t, 1170, 692, p.Content())
	if p.Rows() != 30 {
		t.Fatalf("%d services, want 30", p.Rows())
	}
	w.Canvas().Focus(uitest.Find[*xwidget.SearchEntry](w.Content())[0])
	uitest.Type(w.Canvas(), "thai san")
	if p.Rows() == 0 || p.Rows() == 30 {
		t.Fatalf("«thai san» finds %d services", p.Rows())
	}
	if first := p.Text(0, 1); !strings.Contains(strings.ToLower(first), "thai sản") {
		t.Errorf("the best is %q", first)
	}
	words := strings.Join(uitest.Words(w.Content()), "|")
	for _, want := range []string{"Ai nộp", "Hạn nộp", "Căn cứ", "Giấy tờ kèm theo"} {
		if !strings.Contains(words, want) {
			t.Errorf("the detail lacks %q: %s", want, words)
		}
	}
}
