package nguoilaodong

import (
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget/look"
)

// search is the screen with so many people, its field in the focus.
func search(t testing.TB, people int) (*Page, fyne.Canvas) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	f := &fake{people: uitest.People(people)}
	p := New(f, uitest.NewHost())
	w := test.NewTempWindow(t, p.Content())
	w.Resize(fyne.NewSize(1170, 700))
	p.OnShow()
	w.Canvas().Focus(p.search)
	return p, w.Canvas()
}

// A key press finds among 50,000 people within 100 ms: the names filtered, the list and
// the person beside it laid out. The least of several turns is taken, so that other
// work on the machine does not decide; where much else runs, as in the gate, only what is
// slower by a factor fails, and `make hold` holds the limit itself.
func TestSearchOf50000IsInstant(t *testing.T) {
	p, c := search(t, 50_000)
	limit := time.Second
	if os.Getenv("ANKHAI_HOLD") != "" {
		limit = 100 * time.Millisecond
	}
	for _, text := range []string{"nguyen thi anh", "dung tran", "0790801", "khongcoai"} {
		worst := time.Duration(0)
		for i := range len(text) {
			best := time.Duration(1 << 62)
			for range 3 {
				p.search.SetText(text[:i])
				began := time.Now()
				uitest.Type(c, text[i:i+1])
				best = min(best, time.Since(began))
			}
			worst = max(worst, best)
		}
		t.Logf("%q: slowest key %v, %d found", text, worst, p.roster.Rows())
		if worst > limit {
			t.Errorf("%q: a key took %v, more than %v", text, worst, limit)
		}
	}
}

func BenchmarkSearchKey50000(b *testing.B) {
	p, c := search(b, 50_000)
	const text = "nguyen thi anh"
	b.ResetTimer()
	for i := range b.N {
		at := i % len(text)
		if at == 0 {
			b.StopTimer()
			p.search.SetText("")
			b.StartTimer()
		}
		uitest.Type(c, text[at:at+1])
	}
}

func BenchmarkSearchKey50000Sorted(b *testing.B) {
	p, c := search(b, 50_000)
	p.grid.Later = func(work, done func()) { work(); done() }
	p.grid.SortBy("cccd", true)
	const text = "nguyen thi anh"
	b.ResetTimer()
	for i := range b.N {
		at := i % len(text)
		if at == 0 {
			b.StopTimer()
			p.search.SetText("")
			b.StartTimer()
		}
		uitest.Type(c, text[at:at+1])
	}
}
