package look

import (
	"fmt"

	"fyne.io/fyne/v2/lang"

	"ankhai/assets"
)

// Vietnamese puts Fyne's own words (menus of entries, buttons of dialogs) into
// Vietnamese, whatever the language of the system: Fyne carries fifteen
// languages and Vietnamese is not among them. Call it before building a window.
func Vietnamese() error {
	if err := lang.AddTranslationsForLocale(assets.FyneVI, lang.SystemLocale()); err != nil {
		return fmt.Errorf("load the Vietnamese words of the window: %w", err)
	}
	return nil
}
