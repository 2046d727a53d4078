package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme is AnKhai's Fyne theme: light, unless something else is asked for. High
// contrast goes before the rest; System follows what the system says about light
// and dark.
type Theme struct {
	Dark     bool
	Contrast bool
	System   bool
	Rows     Density
}

var _ fyne.Theme = Theme{}

// set is the colours and Fyne's variant that stands behind them.
func (t Theme) set(system fyne.ThemeVariant) (map[fyne.ThemeColorName]color.Color, fyne.ThemeVariant) {
	switch {
	case t.Contrast:
		return contrast, theme.VariantDark
	case t.Dark, t.System && system == theme.VariantDark:
		return dark, theme.VariantDark
	}
	return light, theme.VariantLight
}

// ours maps Fyne's names to our own.
var ours = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          Page,
	theme.ColorNameForeground:          Text,
	theme.ColorNamePrimary:             Primary,
	theme.ColorNameForegroundOnPrimary: OnPrimary,
	theme.ColorNameButton:              Surface,
	theme.ColorNameDisabledButton:      Head,
	theme.ColorNameDisabled:            Wait,
	theme.ColorNameError:               Error,
	theme.ColorNameFocus:               Selection, // Fyne fills with it, behind words
	theme.ColorNameHover:               Hover,
	theme.ColorNameHyperlink:           Primary,
	theme.ColorNameInputBackground:     Surface,
	theme.ColorNameInputBorder:         Edge,
	theme.ColorNameMenuBackground:      Raised,
	theme.ColorNameOverlayBackground:   Raised,
	theme.ColorNamePlaceHolder:         Muted,
	theme.ColorNamePressed:             Selection,
	theme.ColorNameSelection:           Selection,
	theme.ColorNameSeparator:           Border,
	theme.ColorNameSuccess:             Done,
	theme.ColorNameWarning:             Notice,
	theme.ColorNameHeaderBackground:    Head,
	theme.ColorNameScrollBar:           Bar,
	theme.ColorNameScrollBarBackground: Page,
}

// Color answers one of our names or one of Fyne's.
func (t Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	set, variant := t.set(system)
	if name == theme.ColorNameShadow {
		return color.NRGBA{A: 0x18} // Fyne's own is darker than our borders
	}
	if c, ok := set[name]; ok {
		return c
	}
	if own, ok := ours[name]; ok {
		return set[own]
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font answers the Noto Sans that Fyne carries. Its monospace lacks 48 of the
// 134 Vietnamese letters, so a monospaced style gets the proportional face.
func (Theme) Font(s fyne.TextStyle) fyne.Resource {
	s.Monospace = false
	return theme.DefaultTheme().Font(s)
}

// Icon answers Fyne's own icons.
func (Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size answers the compact sizes.
func (Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return TextSize
	case theme.SizeNameCaptionText:
		return SmallSize
	case theme.SizeNameHeadingText:
		return TitleSize
	case theme.SizeNameSubHeadingText:
		return 15
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameLineSpacing:
		return 3
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius, theme.SizeNameMenuRadius:
		return 4
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius, theme.SizeNamePopupRadius:
		return CardRadius
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameScrollBarSmall:
		return 5
	case theme.SizeNameModalBlurRadius:
		return 0
	}
	return theme.DefaultTheme().Size(n)
}
