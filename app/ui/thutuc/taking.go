package thutuc

import (
	"path/filepath"
	"slices"
	"strings"

	"ankhai/app/office"
)

// Takes reports whether files of these names, dropped on the window, are for the case
// that is looked at: a guide takes none.
func (p *Page) Takes(names []string) bool {
	return p.chosen != nil && !p.chosen.service.HuongDan && !slices.ContainsFunc(names, func(name string) bool {
		return !slices.Contains(office.DraftKinds(), strings.ToLower(filepath.Ext(name)))
	})
}

// Take asks whether a dossier of the case is to be made of files.
func (p *Page) Take(files []office.File) { p.chosen.books().Ask(files) }
