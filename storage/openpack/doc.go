// Package openpack is the folder or ZIP in which one employer's data lies open:
// files that any program and any person can read, and a list of them.
//
//	DOC-TRUOC.txt         what each file and column is, in Vietnamese
//	README.txt            the same in English
//	mo-ta.json            the same for programs
//	du-lieu/….json        one table a file, complete: what is read back
//	bang/….csv            the same for people with Excel; never read back
//	tep/…                 files as they are: papers, signed bytes, answers
//	danh-sach-tep.json    the list, written last: of every other file its size and
//	                      SHA-256
//
// Nothing in it is encrypted. It is written under a temporary name and renamed when
// it is whole. A reader trusts nothing: names are only these, nothing lies outside,
// sizes are bounded before anything is read and counted while reading, and every
// file is held against the list; what is wrong is told all at once, as Faults. The
// list tells damage, not forgery: who can read the files can change them.
//
// It knows no table and no column. Only storage imports it.
package openpack
