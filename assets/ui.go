package assets

import _ "embed"

// FyneVI holds Fyne's own words in Vietnamese, as fyne.io/fyne/v2/lang reads them.
//
//go:embed translations/fyne.vi.json
var FyneVI []byte

// FyneEN holds the same words in English, for a system of any language.
//
//go:embed translations/fyne.en.json
var FyneEN []byte

// EnglishJSON holds the window's words in English by their Vietnamese, which may
// hold the verbs of fmt.
//
//go:embed translations/en.json
var EnglishJSON []byte

// IconPNG is the program's icon, 256 × 256.
//
//go:embed icon.png
var IconPNG []byte
