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

// Every pair of colours that carries words can be read, in both twins and better
// in high contrast; what shows where the keys are stands out from what is around it.
func TestContrast(t *testing.T) {
	pairs := []struct{ ink, paper fyne.ThemeColorName }{
		{Text, Page}, {Text, Surface}, {Text, Raised}, {Muted, Raised}, {Primary, Raised}, {Error, Raised}, {Notice, Raised}, {Done, Raised}, {Text, Head}, {Text, Selection}, {Text, ErrorBg}, {Text, NoticeBg},
		{Muted, Page}, {Muted, Surface}, {Muted, Head}, {Primary, Surface}, {OnPrimary, Primary}, {Primary, Selection},
		{OnBadge, Badge}, {RailText, Rail}, {RailText, RailActive}, {RailMuted, Rail},
		{Error, Surface}, {Error, ErrorBg}, {Notice, Surface}, {Notice, NoticeBg}, {Done, Surface}, {Done, DoneBg},
	}
	marks := []struct{ ink, paper fyne.ThemeColorName }{
		{Focus, Surface}, {Focus, Page}, {OnPrimary, Primary}, {RailFocus, Rail}, {RailFocus, RailActive},
		{Edge, Surface}, {Edge, Page}, {Edge, Raised}, {Focus, Raised},
	}
	for _, set := range []struct {
		name  string
		theme Theme
		least float64
	}{{"light", Theme{}, 4.5}, {"dark", Theme{Dark: true}, 4.5}, {"high contrast", Theme{Contrast: true}, 7}} {
		for _, p := range pairs {
			if got := ratio(set.theme.Color(p.ink, 1), set.theme.Color(p.paper, 1)); got < set.least {
				t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", set.name, p.ink, p.paper, got, set.least)
			}
		}
		for _, p := range marks {
			if got := ratio(set.theme.Color(p.ink, 1), set.theme.Color(p.paper, 1)); got < 3 {
				t.Errorf("%s: the mark %s on %s has contrast %.2f, want 3", set.name, p.ink, p.paper, got)
			}
		}
		for name := range light {
			if _, ok := set.theme.Color(name, 1).(color.NRGBA); !ok {
				t.Errorf("%s: no colour %s", set.name, name)
			}
		}
	}
	if got := ratio(Theme{Contrast: true}.Color(Border, 1), Theme{Contrast: true}.Color(Surface, 1)); got < 3 {
		t.Errorf("borders of high contrast: %.2f, want 3", got)
	}
}

// «Theo hệ thống» is light on a light system and dark on a dark one; a choice is kept.
func TestSystem(t *testing.T) {
	for _, c := range []struct {
		theme  Theme
		system fyne.ThemeVariant
		want   color.Color
	}{
		{Theme{System: true}, theme.VariantLight, light[Page]},
		{Theme{System: true}, theme.VariantDark, dark[Page]},
		{Theme{}, theme.VariantDark, light[Page]},
		{Theme{Dark: true}, theme.VariantLight, dark[Page]},
		{Theme{Contrast: true, System: true}, theme.VariantLight, contrast[Page]},
	} {
		if got := c.theme.Color(Page, c.system); got != c.want {
			t.Errorf("%+v on variant %d: page %v, want %v", c.theme, c.system, got, c.want)
		}
	}
}

// Rows stand further apart or closer together.
func TestDensity(t *testing.T) {
	a := test.NewTempApp(t)
	for rows, want := range map[Density]float32{Normal: 26, Roomy: 32, Compact: 22} {
		a.Settings().SetTheme(Theme{Rows: rows})
		if got := Row(RowHeight); got != want {
			t.Errorf("density %d: rows of %v px, want %v", rows, got, want)
		}
	}
}

func ratio(a, b color.Color) float64 {
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
