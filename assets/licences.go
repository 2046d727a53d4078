package assets

import _ "embed"

// LicencesTSV names the licence of every library of the programs, as the library
// itself states it: module, tab, SPDX name.
//
//go:embed licences.tsv
var LicencesTSV string
