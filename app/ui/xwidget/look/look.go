// Package look holds how the window looks: the theme with its light and dark
// twins and a third set of high contrast, the colours and sizes by name, how
// close rows stand, the tone of a message, and Fyne's own words in Vietnamese.
//
// It knows no screen and no use case. Everything under app/ui may import it; it
// imports Fyne and assets only. Sizes follow a grid of 4 px; a pair of colours
// that carries text has a contrast of 4.5 : 1 or more (WCAG 2.2, 1.4.3), in high
// contrast 7 : 1 (1.4.6), which a test measures in all three.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours by name. Widgets ask for a name, never for a value, so that all
// three sets reach every corner.
const (
	Page       fyne.ThemeColorName = "akPage"       // behind the cards
	Surface    fyne.ThemeColorName = "akSurface"    // cards, grids, the top bar
	Raised     fyne.ThemeColorName = "akRaised"     // dialogs and menus, over everything else
	Text       fyne.ThemeColorName = "akText"       // what is read
	Muted      fyne.ThemeColorName = "akMuted"      // captions, reasons
	Primary    fyne.ThemeColorName = "akPrimary"    // buttons, the active tab
	OnPrimary  fyne.ThemeColorName = "akOnPrimary"  // words on Primary
	Hover      fyne.ThemeColorName = "akHover"      // under the pointer
	Border     fyne.ThemeColorName = "akBorder"     // 1 px around cards and buttons
	Edge       fyne.ThemeColorName = "akEdge"       // around fields and boxes to tick, which nothing else shows
	Rail       fyne.ThemeColorName = "akRail"       // the rail on the left
	RailActive fyne.ThemeColorName = "akRailActive" // the place where one is
	RailText   fyne.ThemeColorName = "akRailText"   // words on the rail
	RailMuted  fyne.ThemeColorName = "akRailMuted"  // counts on the rail
	Head       fyne.ThemeColorName = "akHead"       // heads and totals of grids
	Selection  fyne.ThemeColorName = "akSelection"  // chosen cells and rows
	Error      fyne.ThemeColorName = "akError"      // must be mended
	ErrorBg    fyne.ThemeColorName = "akErrorBg"
	Notice     fyne.ThemeColorName = "akNotice" // should be looked at
	NoticeBg   fyne.ThemeColorName = "akNoticeBg"
	Done       fyne.ThemeColorName = "akDone" // in order
	DoneBg     fyne.ThemeColorName = "akDoneBg"
	Bar        fyne.ThemeColorName = "akBar"   // bars of the chart
	Wait       fyne.ThemeColorName = "akWait"  // dots of what has not begun
	Badge      fyne.ThemeColorName = "akBadge" // a count that waits for somebody
	OnBadge    fyne.ThemeColorName = "akOnBadge"
	Focus      fyne.ThemeColorName = "akFocus"     // around what has the keys
	RailFocus  fyne.ThemeColorName = "akRailFocus" // the same on the rail
)

// The sizes in px at 100 %.
const (
	TextSize    float32 = 13
	SmallSize   float32 = 12
	TitleSize   float32 = 19
	FigureSize  float32 = 22
	PagePad     float32 = 20
	CardPad     float32 = 14
	CardRadius  float32 = 6
	RowHeight   float32 = 26 // a row of a grid
	ListHeight  float32 = 36 // a row of a list
	RailWidth   float32 = 196
	TopHeight   float32 = 48
	StatusSize  float32 = 28
	ButtonHigh  float32 = 32
	ButtonSmall float32 = 26
)

// Step reports whether a gap or a padding is one that a window is made of: a multiple
// of 4 px, half of one between parts that belong together, or the hairline between a
// name and its explanation.
func Step(px float32) bool {
	const half = 2
	return px == 1 || px == float32(int(px/half)*half)
}

// Tone says how a message, a badge or a mark is meant.
type Tone uint8

// The tones, from calm to urgent.
const (
	Plain Tone = iota
	Info
	Good
	Warn
	Bad
)

// Ink returns the name of the tone's colour for words and dots.
func (t Tone) Ink() fyne.ThemeColorName {
	switch t {
	case Info:
		return Primary
	case Good:
		return Done
	case Warn:
		return Notice
	case Bad:
		return Error
	}
	return Muted
}

// Paper returns the name of the tone's colour behind words.
func (t Tone) Paper() fyne.ThemeColorName {
	switch t {
	case Info:
		return Selection
	case Good:
		return DoneBg
	case Warn:
		return NoticeBg
	case Bad:
		return ErrorBg
	}
	return Head
}

// worn is the theme that is in force, with the variant that the system asks for.
func worn() (Theme, fyne.ThemeVariant) {
	if a := fyne.CurrentApp(); a != nil {
		if t, ok := a.Settings().Theme().(Theme); ok {
			return t, a.Settings().ThemeVariant()
		}
	}
	return Theme{}, theme.VariantLight
}

// C resolves a name in the theme that is in force.
func C(name fyne.ThemeColorName) color.Color {
	t, v := worn()
	return t.Color(name, v)
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

var light = map[fyne.ThemeColorName]color.Color{
	Page: rgb(0xF4F6F9), Surface: rgb(0xFFFFFF), Raised: rgb(0xFFFFFF), Text: rgb(0x1D2733), Muted: rgb(0x637287),
	Primary: rgb(0x0B5CAB), OnPrimary: rgb(0xFFFFFF), Hover: rgb(0xF1F6FB), Border: rgb(0xDDE3EA), Edge: rgb(0x7D8EA2),
	Rail: rgb(0x0E2F55), RailActive: rgb(0x1B4A80), RailText: rgb(0xDCE6F2), RailMuted: rgb(0x9DB4CE),
	Head: rgb(0xF3F6F9), Selection: rgb(0xEAF3FC),
	Error: rgb(0xC0352B), ErrorBg: rgb(0xFDECEA), Notice: rgb(0x9A5F00), NoticeBg: rgb(0xFFF6E0),
	Done: rgb(0x0B7A5F), DoneBg: rgb(0xE6F5F0), Bar: rgb(0x8FB7E0), Wait: rgb(0x8CA3BC), Badge: rgb(0xCF4037), OnBadge: rgb(0xFFFFFF),
	Focus: rgb(0x0B5CAB), RailFocus: rgb(0xFFFFFF),
}

var dark = map[fyne.ThemeColorName]color.Color{
	Page: rgb(0x12181F), Surface: rgb(0x1A222C), Raised: rgb(0x232E3B), Text: rgb(0xE6ECF3), Muted: rgb(0x9AA9BB),
	Primary: rgb(0x6FB1F2), OnPrimary: rgb(0x0C1D30), Hover: rgb(0x222D3A), Border: rgb(0x313D4B), Edge: rgb(0x6A7A8F),
	Rail: rgb(0x0B1F38), RailActive: rgb(0x1B4A80), RailText: rgb(0xDCE6F2), RailMuted: rgb(0x9DB4CE),
	Head: rgb(0x222C38), Selection: rgb(0x1D3856),
	Error: rgb(0xFF8F85), ErrorBg: rgb(0x43211F), Notice: rgb(0xF0B455), NoticeBg: rgb(0x3D3018),
	Done: rgb(0x52C9A6), DoneBg: rgb(0x173A31), Bar: rgb(0x3F6E9F), Wait: rgb(0x6C8199), Badge: rgb(0xCF4037), OnBadge: rgb(0xFFFFFF),
	Focus: rgb(0x6FB1F2), RailFocus: rgb(0xFFFFFF),
}

// contrast is for eyes that need it: black behind everything, words at 7 : 1,
// borders that can be seen, yellow around what has the keys.
var contrast = map[fyne.ThemeColorName]color.Color{
	Page: rgb(0x000000), Surface: rgb(0x000000), Raised: rgb(0x262626), Text: rgb(0xFFFFFF), Muted: rgb(0xE0E0E0),
	Primary: rgb(0x8CD3FF), OnPrimary: rgb(0x000000), Hover: rgb(0x1A1A1A), Border: rgb(0xC8C8C8), Edge: rgb(0xC8C8C8),
	Rail: rgb(0x161B21), RailActive: rgb(0x1F3D5C), RailText: rgb(0xFFFFFF), RailMuted: rgb(0xE0E0E0),
	Head: rgb(0x1C1C1C), Selection: rgb(0x003A66),
	Error: rgb(0xFFB3AB), ErrorBg: rgb(0x3A0000), Notice: rgb(0xFFD75E), NoticeBg: rgb(0x2E2400),
	Done: rgb(0x7CF0C8), DoneBg: rgb(0x002E20), Bar: rgb(0x2F6FA8), Wait: rgb(0xA0ACB8), Badge: rgb(0xFFD75E), OnBadge: rgb(0x000000),
	Focus: rgb(0xFFE14D), RailFocus: rgb(0xFFE14D),
}
