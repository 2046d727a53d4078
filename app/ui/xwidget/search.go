package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// SearchEntry is a field that finds while one types. OnFind gets the text with
// case and diacritics taken away; Down or Enter hands the keys on to the list.
type SearchEntry struct {
	Entry
	OnFind func(term string)
	OnDown func()
	// OnKey is asked first; true means that the key is used up.
	OnKey func(k *fyne.KeyEvent) bool
}

// NewSearch makes a search field with a hint.
func NewSearch(hint string, find func(term string)) *SearchEntry {
	s := &SearchEntry{OnFind: find}
	s.ExtendBaseWidget(s)
	s.PlaceHolder = hint
	s.Icon = theme.SearchIcon()
	s.Scroll = fyne.ScrollNone
	s.OnChanged = func(text string) {
		if s.OnFind != nil {
			s.OnFind(Fold(text))
		}
	}
	return s
}

// TypedKey clears with Esc and goes to the list with Down or Enter.
func (s *SearchEntry) TypedKey(k *fyne.KeyEvent) {
	if s.OnKey != nil && s.OnKey(k) {
		return
	}
	switch k.Name {
	case fyne.KeyEscape:
		if s.Text == "" {
			s.Entry.TypedKey(k)
			return
		}
		s.SetText("")
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		if s.OnDown != nil {
			s.OnDown()
		}
	default:
		s.Entry.TypedKey(k)
	}
}
