package assets

import "embed"

// Vidu are the sample cases: for each of the 30 dịch vụ công the filled forms of
// one typical case or several, vidu/E5.json, and muc-luc.tsv, which says what each
// is. All people and numbers in them are invented.
//
//go:embed vidu
var Vidu embed.FS
