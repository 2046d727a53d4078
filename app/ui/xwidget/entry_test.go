package xwidget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/telex"
)

// field puts a field into a window, with the keys in it.
func field(t *testing.T, f interface {
	fyne.Focusable
	fyne.CanvasObject
}) fyne.Canvas {
	t.Helper()
	w := uitest.Window(t, 300, 300, xwidget.Column(8, f, xwidget.NewButton("Tiếp", nil)))
	w.Canvas().Focus(f)
	return w.Canvas()
}

func TestEntryTypesVietnamese(t *testing.T) {
	e := xwidget.NewEntry()
	c := field(t, e)
	var heard []string
	e.OnChanged = func(s string) { heard = append(heard, s) }
	uitest.Type(c, "dd")
	xwidget.SetTyping(telex.Telex, false)
	uitest.Type(c, " ddoongf")
	if e.Text != "dd đồng" {
		t.Fatalf("off, then Telex: %q", e.Text)
	}
	if n := len(heard); n != 2+8 {
		t.Errorf("OnChanged was called %d times for 10 keys: %q", n, heard)
	}
	// In the middle of a word, and over a selection.
	e.SetText("Nguyn")
	e.CursorColumn = 4
	uitest.Type(c, "eex")
	if e.Text != "Nguyễn" {
		t.Errorf("in the middle: %q", e.Text)
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	uitest.Type(c, "ddi")
	if e.Text != "đi" {
		t.Errorf("over a selection: %q", e.Text)
	}
	// Undo stops at texts that were seen.
	seen := map[string]bool{"": true, "đi": true}
	e.SetText("")
	for _, r := range "Huwowngf" {
		c.Focused().TypedRune(r)
		seen[e.Text] = true
	}
	for n := 0; e.Text != "" && n < 20; n++ {
		e.TypedShortcut(&fyne.ShortcutUndo{})
		if !seen[e.Text] {
			t.Errorf("undo stopped at %q, which was never seen", e.Text)
		}
	}
	for range 20 {
		e.TypedShortcut(&fyne.ShortcutRedo{})
	}
	if e.Text != "Hường" {
		t.Errorf("done again: %q", e.Text)
	}
	// An English word comes back when the field is left.
	e.SetText("")
	uitest.Type(c, "gửi user")
	c.FocusNext()
	if e.Text != "gửi user" {
		t.Errorf("left with %q", e.Text)
	}
	xwidget.SetTyping(telex.VNI, true)
	e.SetText("")
	c.Focus(e)
	uitest.Type(c, "hoa2 bi2nh")
	if e.Text != "hoà bình" {
		t.Errorf("VNI: %q", e.Text)
	}
}

func TestCodesAndPasswordsStayAsTyped(t *testing.T) {
	code, pass := xwidget.NewCode(), xwidget.NewPassword()
	c := field(t, code)
	xwidget.SetTyping(telex.Telex, false)
	uitest.Type(c, "tas dd@gmail.com")
	if code.Text != "tas dd@gmail.com" {
		t.Errorf("code %q", code.Text)
	}
	c = field(t, pass)
	uitest.Type(c, "matj khaaur e\u0301")
	if pass.Text != "matj khaaur e\u0301" {
		t.Errorf("password %q", pass.Text)
	}
}

func TestEntryIsNFC(t *testing.T) {
	e := xwidget.NewEntry()
	c := field(t, e)
	uitest.Type(c, "Hu\u031bo\u031bng e\u0302\u0301")
	if e.Text != "Hương ế" {
		t.Errorf("typed %+q", e.Text)
	}
	e.SetText("")
	clip := test.NewClipboard()
	clip.SetContent("Tru\u031bo\u031b\u0300ng\r\nhai\u00a0do\u0300ng ")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if e.Text != "Trường hai dòng " {
		t.Errorf("pasted %+q", e.Text)
	}
	code := xwidget.NewCode()
	field(t, code)
	clip.SetContent(" 079080001234\n")
	code.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if code.Text != "079080001234" {
		t.Errorf("pasted code %q", code.Text)
	}
	lines := xwidget.NewLines()
	field(t, lines)
	clip.SetContent("một\r\nhai")
	lines.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if lines.Text != "một\nhai" {
		t.Errorf("pasted lines %q", lines.Text)
	}
}

// A field keeps no key from the window that it has no use for.
func TestEntryHandsKeysOn(t *testing.T) {
	s := xwidget.NewSearch("Tìm", nil)
	c := field(t, s)
	var got []fyne.KeyName
	c.SetOnTypedKey(func(k *fyne.KeyEvent) { got = append(got, k.Name) })
	uitest.Type(c, "a")
	uitest.Keys(c, fyne.KeyF1, fyne.KeyEscape, fyne.KeyEscape, fyne.KeyF12)
	if len(got) != 3 || got[0] != fyne.KeyF1 || got[1] != fyne.KeyEscape || got[2] != fyne.KeyF12 {
		t.Errorf("the window got %v; the first Esc empties the field", got)
	}
}

func TestOfferTypingOnAMacOnce(t *testing.T) {
	uitest.App(t)
	if xwidget.OfferTyping("windows") || xwidget.OfferTyping("linux") || !xwidget.OfferTyping("darwin") {
		t.Error("offered elsewhere than on a Mac, or not there")
	}
	xwidget.SetTyping(telex.Off, false)
	if xwidget.OfferTyping("darwin") {
		t.Error("offered after «Tắt» was chosen")
	}
}

func BenchmarkEntryTyping(b *testing.B) {
	test.NewTempApp(b)
	for _, mode := range []struct {
		name string
		telex.Mode
	}{{"off", telex.Off}, {"telex", telex.Telex}} {
		b.Run(mode.name, func(b *testing.B) {
			xwidget.SetTyping(mode.Mode, false)
			e := xwidget.NewEntry()
			w := test.NewTempWindow(b, e)
			w.Resize(fyne.NewSize(300, 60))
			keys := []rune("Nguyeenx Thij Huwowng ")
			for b.Loop() {
				e.SetText("")
				for _, k := range keys {
					e.TypedRune(k)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(keys)), "µs/key")
		})
	}
}
