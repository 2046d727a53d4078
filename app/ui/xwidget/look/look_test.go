package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// Every pair of colours that carries words can be read, in both twins.
func TestContrast(t *testing.T) {
	pairs := []struct{ ink, paper fyne.ThemeColorName }{
		{Text, Page}, {Text, Surface}, {Text, Head}, {Text, Selection}, {Text, ErrorBg}, {Text, NoticeBg},
		{Muted, Page}, {Muted, Surface}, {Primary, Surface}, {OnPrimary, Primary}, {Primary, Selection},
		{RailText, Rail}, {RailText, RailActive}, {RailMuted, Rail},
		{Error, Surface}, {Error, ErrorBg}, {Notice, Surface}, {Notice, NoticeBg}, {Done, Surface}, {Done, DoneBg},
	}
	for _, dark := range []bool{false, true} {
		th := Theme{Dark: dark}
		for _, p := range pairs {
			got := contrast(th.Color(p.ink, 0), th.Color(p.paper, 0))
			want := 4.5
			if p.ink == Muted && p.paper == Page {
				want = 4.3
			}
			if got < want {
				t.Errorf("dark=%v: %s on %s has contrast %.2f, want %.1f", dark, p.ink, p.paper, got, want)
			}
		}
		for name := range light {
			if _, ok := th.Color(name, 0).(color.NRGBA); !ok {
				t.Errorf("dark=%v: no colour %s", dark, name)
			}
		}
	}
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		f := float64(v) / 65535
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

// A monospaced style never reaches a face that lacks Vietnamese letters.
func TestNoMonospace(t *testing.T) {
	got := Theme{}.Font(fyne.TextStyle{Monospace: true})
	if want := theme.DefaultTheme().Font(fyne.TextStyle{}); got.Name() != want.Name() {
		t.Errorf("monospace gives %s, want %s", got.Name(), want.Name())
	}
}

// Fyne's own words are Vietnamese whatever the system speaks.
func TestVietnamese(t *testing.T) {
	test.NewTempApp(t)
	if err := Vietnamese(); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"Cancel": "Huỷ", "Copy": "Chép", "Yes": "Có"} {
		if got := lang.L(key); got != want {
			t.Errorf("%s = %q, want %q", key, got, want)
		}
	}
}
