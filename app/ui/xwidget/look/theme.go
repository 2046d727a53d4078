package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme is AnKhai's Fyne theme. Light unless Dark is set: the variant of the
// system is not followed, because the goldens and the printed forms are light.
type Theme struct{ Dark bool }

var _ fyne.Theme = Theme{}

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
	theme.ColorNameFocus:               Selection,
	theme.ColorNameHover:               Hover,
	theme.ColorNameHyperlink:           Primary,
	theme.ColorNameInputBackground:     Surface,
	theme.ColorNameInputBorder:         Border,
	theme.ColorNameMenuBackground:      Surface,
	theme.ColorNameOverlayBackground:   Surface,
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
func (t Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	set, variant := light, theme.VariantLight
	if t.Dark {
		set, variant = dark, theme.VariantDark
	}
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
