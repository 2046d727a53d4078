package assets

import "embed"

// Help are the pages of the help, help/vi/tong-quan.md and the like, in Vietnamese
// and some of them in English; the codes that speak in no table of the program,
// help/ma.tsv; and the month explained, help/mot-thang.tsv.
//
//go:embed help
var Help embed.FS
