// Package giamdinh reads, checks and packs GIAMDINHHS.xml, the file in which a
// health facility hands the data of its visits to the social insurance agency for
// assessment ("giám định bảo hiểm y tế"): an envelope of dossiers, each a set of
// tables XML1 to XML15 in base64; XML0 is the same data at the moment of arrival,
// sent by itself. It is no mẫu: nothing is declared here and nothing registered.
//
// The envelope, the roots of the tables and the fields of XML0 and XML7 are those
// of files in use. The fields, lengths and sums of the other tables follow the
// public text of Quyết định 130/QĐ-BYT (2023); of its amendments 4750/QĐ-BYT and
// 3176/QĐ-BYT only single fields are known, and XML6, XML13, XML14, XML15 only by
// the names that programs write. No official schema is public. What rests on such
// ground reminds and does not block; data/ says how sure each table is.
//
// It reads as a stream, one dossier in memory at a time, within limits of the
// file, a table, a field, rows and nesting; DOCTYPE and entities are refused. What
// is wrong is a form.Fault with its place, all of them up to a limit, never an
// error; an error is of the disk. It knows no store, no clock, no signature: the
// package it writes has the empty element of SignPath, which others sign.
//
// It imports forms/form, law, codes, facts and xmlfile; app imports it.
package giamdinh
