// Package prefs remembers how a person likes to see the program: the size of the
// window, a chosen filter, the theme. What can be remembered is declared with every
// value that it may have, so that a name, a search or a number of a person cannot be:
// those belong to app/office, whose store is encrypted, and these do not.
//
// It knows no screen. Everything under app/ui may import it; it imports Fyne only.
package prefs

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Choice is one of several values under a key; the first is the one that holds
// until another is chosen.
type Choice struct {
	key    string
	values []string
}

// NewChoice declares a choice.
func NewChoice(key string, values ...string) Choice { return Choice{key, values} }

// Values are the values, in order.
func (c Choice) Values() []string { return c.values }

// Get is the value that was chosen last. One that is not declared, of another
// version of the program, is the first.
func (c Choice) Get() string {
	if a := fyne.CurrentApp(); a != nil {
		if v := a.Preferences().String(c.key); slices.Contains(c.values, v) {
			return v
		}
	}
	return c.values[0]
}

// At is the number of the value that was chosen last.
func (c Choice) At() int { return slices.Index(c.values, c.Get()) }

// Set chooses a value. One that is not declared is not kept.
func (c Choice) Set(v string) {
	if a := fyne.CurrentApp(); a != nil && slices.Contains(c.values, v) && v != c.Get() {
		a.Preferences().SetString(c.key, v)
	}
}

// Number is a whole number between two others.
type Number struct {
	key                  string
	least, most, atFirst int
}

// NewNumber declares a number; atFirst holds until another is kept.
func NewNumber(key string, least, most, atFirst int) Number { return Number{key, least, most, atFirst} }

// Get is the number that was kept last.
func (n Number) Get() int {
	if a := fyne.CurrentApp(); a != nil {
		if v := a.Preferences().IntWithFallback(n.key, n.atFirst); v >= n.least && v <= n.most {
			return v
		}
	}
	return n.atFirst
}

// Set keeps a number; one beyond the limits becomes the nearest.
func (n Number) Set(v int) {
	v = min(max(v, n.least), n.most)
	if a := fyne.CurrentApp(); a != nil && v != n.Get() {
		a.Preferences().SetInt(n.key, v)
	}
}
