// Package services holds the 30 dịch vụ công of the insurance agency and the
// procedures (thủ tục 600, 604, 630a …) under which a dossier is filed: who
// files, which forms and papers, by when, with what result, on which basis; and
// it checks that the forms of one dossier belong together.
//
// The values are in data/*.tsv. Each says how sure it is; what no text was found
// for says so in words, and procedures whose title is not known are left out.
//
// It knows no screen, no store and no clock, and no form but by the tags of its
// columns. It imports forms/form, forms/codes and forms/law. app may import it.
package services
