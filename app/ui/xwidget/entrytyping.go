package xwidget

import (
	"fyne.io/fyne/v2"

	"ankhai/app/ui/xwidget/telex"
)

// The names in the preferences of the machine: how somebody types is no more
// personal than the size of the window.
const (
	typingKey  = "typing.mode"
	newToneKey = "typing.newTone"
)

// typingNames are the modes as the preferences have them.
var typingNames = map[string]telex.Mode{"off": telex.Off, "telex": telex.Telex, "vni": telex.VNI}

// Typing is how fields are typed in: the mode, and whether a tone stands as in hoà.
func Typing() (mode telex.Mode, newTone bool) {
	p := fyne.CurrentApp().Preferences()
	return typingNames[p.String(typingKey)], p.Bool(newToneKey)
}

// SetTyping changes how fields are typed in, from the next key on.
func SetTyping(mode telex.Mode, newTone bool) {
	p := fyne.CurrentApp().Preferences()
	for name, m := range typingNames {
		if m == mode {
			p.SetString(typingKey, name)
		}
	}
	p.SetBool(newToneKey, newTone)
}

// OfferTyping reports whether to ask how somebody types: on a Mac, whose own Telex
// and VNI do not reach the window, and only until there was an answer.
func OfferTyping(goos string) bool {
	return goos == "darwin" && fyne.CurrentApp().Preferences().String(typingKey) == ""
}
