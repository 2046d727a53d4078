package xwidget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

const today = "22/11/2026"

func TestDateWritesItsSlashes(t *testing.T) {
	d := xwidget.NewDate(today)
	c := field(t, d)
	for _, k := range []struct{ keys, want string }{
		{"03112026", "03/11/2026"}, {"5326", "05/03/2026"}, {"3/11/50", "03/11/1950"}, {"3.1.2027", "03/01/2027"}, {"311220269", "31/12/2026"}, {"x1a2b1", "12/1"},
	} {
		d.SetText("")
		uitest.Type(c, k.keys)
		if got := d.Value(); got != k.want {
			t.Errorf("%s gives %q (%q)", k.keys, got, d.Text)
		}
	}
	d.SetText("")
	uitest.Type(c, "0311")
	uitest.Keys(c, fyne.KeyBackspace)
	if d.Text != "03/1" {
		t.Errorf("Backspace behind a slash leaves %q", d.Text)
	}
	uitest.Type(c, "126")
	c.FocusNext()
	if d.Text != "03/11/2026" || d.Fault() != "" {
		t.Errorf("left with %q, %q", d.Text, d.Fault())
	}
	d.SetText("31/02/2026")
	if d.Fault() != "phải có dạng 03/11/2026" {
		t.Errorf("fault %q", d.Fault())
	}
}

func TestDateSteps(t *testing.T) {
	d := xwidget.NewDate(today)
	c := field(t, d)
	uitest.Keys(c, fyne.KeyUp)
	if d.Text != today {
		t.Errorf("an empty field begins with %q", d.Text)
	}
	d.SetText("31/12/2026")
	uitest.Keys(c, fyne.KeyUp)
	if d.Text != "01/01/2027" {
		t.Errorf("Up: %q", d.Text)
	}
	uitest.Keys(c, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown)
	if d.Text != "28/10/2026" {
		t.Errorf("a day back, two months on and four back: %q", d.Text)
	}
	d.SetText("31/10/2026")
	uitest.Keys(c, fyne.KeyPageDown)
	if d.Text != "30/09/2026" {
		t.Errorf("from the 31st to a month of 30 days: %q", d.Text)
	}
	d.TypedShortcut(&fyne.ShortcutUndo{})
	if d.Text != "31/10/2026" {
		t.Errorf("undone: %q", d.Text)
	}
	p := xwidget.NewPartialDate(today, xwidget.ToYear)
	c = field(t, p)
	for _, k := range []struct{ keys, want string }{{"1990", "1990"}, {"081990", "08/1990"}, {"8/1990", "08/1990"}, {"15081990", "15/08/1990"}, {"15/8/90", "15/08/1990"}} {
		p.SetText("")
		uitest.Type(c, k.keys)
		if p.Value() != k.want {
			t.Errorf("partial %s gives %q", k.keys, p.Value())
		}
	}
}

func TestMonth(t *testing.T) {
	m := xwidget.NewMonth(today)
	c := field(t, m)
	for _, k := range []struct{ keys, want string }{{"112026", "11/2026"}, {"326", "03/2026"}, {"1/27", "01/2027"}, {"13", "13/"}} {
		m.SetText("")
		uitest.Type(c, k.keys)
		if m.Value() != k.want {
			t.Errorf("%s gives %q", k.keys, m.Value())
		}
	}
	m.SetText("12/2026")
	uitest.Keys(c, fyne.KeyUp, fyne.KeyPageUp)
	if m.Text != "01/2028" {
		t.Errorf("a month and a year on: %q", m.Text)
	}
	uitest.Keys(c, fyne.KeyF4, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn)
	if m.Text != "05/2028" || c.Focused() != fyne.Focusable(m) {
		t.Errorf("chosen from the months: %q, keys in %T", m.Text, c.Focused())
	}
}

func TestCalendarByKeys(t *testing.T) {
	d := xwidget.NewDate(today)
	w := uitest.Window(t, 280, 300, xwidget.Inset(12, 12, 12, 12, xwidget.Column(8, xwidget.NewText("Ngày sinh"), d)))
	c := w.Canvas()
	c.Focus(d)
	d.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	uitest.Keys(c, fyne.KeyRight, fyne.KeyDown)
	uitest.Golden(t, "calendar", c)
	uitest.Type(c, "1984")
	uitest.Keys(c, fyne.KeyHome, fyne.KeyPageUp, fyne.KeyReturn)
	if d.Text != "01/10/1984" || c.Focused() != fyne.Focusable(d) {
		t.Errorf("chose %q, keys in %T", d.Text, c.Focused())
	}
	uitest.Keys(c, fyne.KeyF4, fyne.KeyPageDown, fyne.KeyEscape)
	if d.Text != "01/10/1984" || c.Overlays().Top() != nil {
		t.Errorf("Esc left %q", d.Text)
	}
}

// dates are the three fields below each other, one of them wrong.
func dates() fyne.CanvasObject {
	d, m, s := xwidget.NewDate(today), xwidget.NewMonth(today), xwidget.NewMoney(0)
	wrong := xwidget.NewDate(today)
	d.SetText("03/11/2026")
	m.SetText("11/2026")
	s.SetValue(1234567890)
	wrong.SetText("31/02/2026")
	wrong.FocusGained()
	wrong.FocusLost()
	row := func(label string, f fyne.CanvasObject) fyne.CanvasObject {
		return xwidget.Column(3, xwidget.NewText(label), f)
	}
	return xwidget.NewPanel(look.Surface, xwidget.Inset(14, 14, 14, 14, xwidget.Column(10, row("Ngày vào làm", d), row("Từ tháng", m), row("Mức lương", s),
		row("Ngày không có", wrong), row("Còn trống", xwidget.NewDate(today)))))
}

func TestDatesPicture(t *testing.T) {
	uitest.App(t)
	uitest.Golden(t, "dates", uitest.Window(t, 300, 300, dates()).Canvas())
}

func TestDatesDarkLargePicture(t *testing.T) {
	a := uitest.App(t)
	a.Settings().SetTheme(look.Theme{Dark: true})
	w := test.NewTempWindow(t, dates())
	w.SetPadded(false)
	w.Canvas().(software.WindowlessCanvas).SetScale(1.5)
	w.Resize(fyne.NewSize(300, 300))
	uitest.Golden(t, "dates-dark-150", w.Canvas())
}

func TestCalendarDarkLargePicture(t *testing.T) {
	a := uitest.App(t)
	a.Settings().SetTheme(look.Theme{Dark: true})
	m := xwidget.NewMonth(today)
	m.SetText("03/2026")
	w := test.NewTempWindow(t, xwidget.Inset(12, 12, 12, 12, xwidget.Column(8, m)))
	w.SetPadded(false)
	w.Canvas().(software.WindowlessCanvas).SetScale(1.5)
	w.Resize(fyne.NewSize(280, 220))
	w.Canvas().Focus(m)
	uitest.Keys(w.Canvas(), fyne.KeyF4, fyne.KeyDown)
	uitest.Golden(t, "months-dark-150", w.Canvas())
}

func TestMoney(t *testing.T) {
	m := xwidget.NewMoney(900_000_000)
	c := field(t, m)
	var refused, heard []string
	m.OnRefused = func(s string) { refused = append(refused, s) }
	m.OnChanged = func(s string) { heard = append(heard, s) }
	uitest.Type(c, "5310000")
	if v, ok := m.Value(); m.Text != "5.310.000" || v != 5310000 || !ok || m.Digits() != "5310000" {
		t.Fatalf("typed %q = %d", m.Text, v)
	}
	if len(heard) != 7 {
		t.Errorf("heard %q", heard)
	}
	// In the middle: the digits right of the cursor stay there.
	m.CursorColumn = 3 // 5.3|10.000
	uitest.Type(c, "9x.")
	if m.Text != "53.910.000" || m.CursorColumn != 4 {
		t.Errorf("in the middle %q, cursor at %d", m.Text, m.CursorColumn)
	}
	m.CursorColumn = 3 // 53.|910.000
	uitest.Keys(c, fyne.KeyBackspace)
	if m.Text != "5.910.000" || m.CursorColumn != 2 {
		t.Errorf("Backspace over a dot: %q, cursor at %d", m.Text, m.CursorColumn)
	}
	m.TypedShortcut(&fyne.ShortcutUndo{})
	if m.Text != "53.910.000" {
		t.Errorf("undone: %q", m.Text)
	}
	m.SetValue(90_000_000)
	m.CursorColumn = len(m.Text)
	uitest.Type(c, "01")
	if m.Text != "900.000.000" || len(refused) != 1 || refused[0] != "không quá 900.000.000 đồng" {
		t.Errorf("above the bound: %q, %q", m.Text, refused)
	}
	clip := test.NewClipboard()
	clip.SetContent(" 12 345 678đ\n")
	m.TypedShortcut(&fyne.ShortcutSelectAll{})
	m.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if m.Text != "12.345.678" {
		t.Errorf("pasted %q", m.Text)
	}
	m.SetText("")
	if _, ok := m.Value(); ok {
		t.Error("an empty field has a sum")
	}
}
