// Package tralai reads why the agency, or a gateway, returned a dossier: it finds
// the rows and cells that each reason is about, says what a corrected copy has
// otherwise than the returned one, and parts the rows that were named from the
// others.
//
// A reason comes as a gateway's finding (code, file, place, words) or as an
// officer's free words, in which row numbers, names and numbers of people are
// looked for. What cannot be placed has no place, and what is likely only is
// marked so: nothing is guessed in silence. The package knows no particular form
// and no store; app/office and tests import it.
package tralai
