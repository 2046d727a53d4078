// Package uitest helps to test widgets and screens without a display: one
// theme, one language, golden pictures, and finding things as a person would.
//
// Only tests import it.
package uitest

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// Window opens a window of a size with our theme and words.
func Window(t *testing.T, w, h float32, content fyne.CanvasObject) fyne.Window {
	t.Helper()
	if _, ours := fyne.CurrentApp().Settings().Theme().(look.Theme); !ours {
		App(t)
	}
	win := test.NewTempWindow(t, content)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

// App starts the test app with our theme and words, light.
func App(t *testing.T) fyne.App {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	if err := look.Vietnamese(); err != nil {
		t.Fatal(err)
	}
	return a
}

// GoldenDialog compares what stands in a dialog of a width with testdata/name.png.
func GoldenDialog(t *testing.T, name string, wide, high float32, o fyne.CanvasObject) {
	t.Helper()
	w := Window(t, wide+36, high, xwidget.NewPanel(look.Surface, xwidget.Inset(18, 14, 18, 16, o)))
	Golden(t, name, w.Canvas())
}

// Golden compares a canvas with testdata/name.png. With -update it writes it.
func Golden(t *testing.T, name string, c fyne.Canvas) {
	t.Helper()
	got := coarse(c.Capture())
	path := filepath.Join("testdata", name+".png")
	if *update {
		write(t, path, got)
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("golden picture %s: %v (make it with -update, then look at it)", name, err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("golden picture %s: %v", name, err)
	}
	if n := differ(got, want); n != 0 {
		failed := filepath.Join("testdata", "failed", name+".png")
		write(t, failed, got)
		t.Errorf("picture %s differs in %d pixels; what came out is in %s", name, n, failed)
	}
}

// GoldenText compares words with testdata/name, line by line. With -update it writes them.
func GoldenText(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("golden words %s: %v (make them with -update, then read them)", name, err)
	}
	was, now := strings.Split(string(data), "\n"), strings.Split(got, "\n")
	for i := range max(len(was), len(now)) {
		if i >= len(was) || i >= len(now) || was[i] != now[i] {
			t.Errorf("%s differs from line %d on:\n\twas %q\n\tnow %q", path, i+1, line(was, i), line(now, i))
			return
		}
	}
}

func line(lines []string, i int) string {
	if i >= len(lines) {
		return ""
	}
	return lines[i]
}

func write(t *testing.T, path string, m image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// coarse keeps six bits of each channel: fewer bytes in the repository, and no
// difference to the eye.
func coarse(m image.Image) image.Image {
	b := m.Bounds()
	out := image.NewRGBA(b)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := nrgba(m.At(x, y))
			out.SetRGBA(x, y, color.RGBA{six(c.R), six(c.G), six(c.B), 255})
		}
	}
	return out
}

func six(v uint8) uint8 { return v&0xFC | v>>6 }

// differ counts pixels that a person could tell apart. Floating point differs
// in the last bit between processors, so one step of six bits is let through.
func differ(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return -1
	}
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			p, q := nrgba(a.At(x, y)), nrgba(b.At(x, y))
			if off(p.R, q.R) || off(p.G, q.G) || off(p.B, q.B) || off(p.A, q.A) {
				n++
			}
		}
	}
	return n
}

func nrgba(c color.Color) color.NRGBA { return color.NRGBAModel.Convert(c).(color.NRGBA) }

func off(a, b uint8) bool { return int(a)-int(b) > 5 || int(b)-int(a) > 5 }

// Walk visits an object and everything visible in it. It asks for the live
// renderers only: test.LaidOutObjects makes new ones and cuts widgets off.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch v := o.(type) {
	case *fyne.Container:
		for _, c := range v.Objects {
			Walk(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(v).Objects() {
			Walk(c, visit)
		}
	}
}

// Find returns the visible objects of a type.
func Find[T fyne.CanvasObject](root fyne.CanvasObject) []T {
	var out []T
	Walk(root, func(o fyne.CanvasObject) {
		if v, ok := o.(T); ok {
			out = append(out, v)
		}
	})
	return out
}

// Press presses the visible button with these words.
func Press(t *testing.T, root fyne.CanvasObject, words string) {
	t.Helper()
	for _, b := range Find[*xwidget.Button](root) {
		if b.Words == words {
			if b.Disabled() {
				t.Fatalf("button «%s» is out of use", words)
			}
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("no button «%s»; there are %q", words, Buttons(root))
}

// Buttons lists the words of the visible buttons.
func Buttons(root fyne.CanvasObject) []string {
	var out []string
	for _, b := range Find[*xwidget.Button](root) {
		out = append(out, b.Words)
	}
	return out
}

// Words lists the visible words of Text widgets and badges.
func Words(root fyne.CanvasObject) []string {
	var out []string
	Walk(root, func(o fyne.CanvasObject) {
		switch v := o.(type) {
		case *xwidget.Text:
			out = append(out, v.Words)
		case *xwidget.Badge:
			out = append(out, v.Words)
		}
	})
	return out
}

// Type types into what has the focus.
func Type(c fyne.Canvas, text string) {
	for _, r := range text {
		if f := c.Focused(); f != nil {
			f.TypedRune(r)
		}
	}
}

// Keys presses keys on what has the focus.
func Keys(c fyne.Canvas, keys ...fyne.KeyName) {
	for _, k := range keys {
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}
