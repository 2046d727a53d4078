package assets

import "embed"

// Fonts holds the four Tinos faces the paper forms are printed in, as
// fonts/Tinos-Regular.ttf, -Bold, -Italic and -BoldItalic.
//
//go:embed fonts/Tinos-Regular.ttf fonts/Tinos-Bold.ttf fonts/Tinos-Italic.ttf fonts/Tinos-BoldItalic.ttf
var Fonts embed.FS
