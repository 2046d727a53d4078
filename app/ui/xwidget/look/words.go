package look

import (
	"fmt"

	"fyne.io/fyne/v2/lang"

	"ankhai/assets"
)

// Vietnamese puts Fyne's own words (menus of entries, buttons of dialogs) into
// Vietnamese, whatever the language of the system: Fyne carries fifteen
// languages and Vietnamese is not among them. Call it before building a window.
func Vietnamese() error { return speak(assets.FyneVI) }

// English puts Fyne's own words into English, whatever the language of the system.
func English() error { return speak(assets.FyneEN) }

func speak(words []byte) error {
	if err := lang.AddTranslationsForLocale(words, lang.SystemLocale()); err != nil {
		return fmt.Errorf("load Fyne's own words: %w", err)
	}
	return nil
}
