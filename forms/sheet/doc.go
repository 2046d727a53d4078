// Package sheet reads payroll workbooks (.xlsx, .xlsm) and tables of text (.csv,
// .tsv, .txt, whatever their separator and encoding) as people keep them and writes
// the slim template. It finds the header, maps columns to the facts of a payroll
// line, reads the days of timesheets, and names every cell it could not take, all
// at once. Mark gives the user's workbook back with comments on those cells.
//
// WritePayroll gives a payroll to be filled in those layouts, with people or without,
// that Read takes as it is. Lists and reports are written by WriteReport, or as text
// tables by WriteCSV. No text becomes a formula, whatever it begins with.
//
// It also writes any form, empty or filled, as a workbook to be filled, and reads
// it back: by the tags in a hidden line, or by the heads where a workbook is not
// one of ours (WriteForm, ReadForm). Any other workbook it reads as cells
// (ReadCells).
//
// It knows no roster, no particular form and no database, and it never guesses an amount:
// what is not certain stays blank and becomes a Problem. Only app/office, the
// console and tests import it.
//
// The file format is ECMA-376 (Office Open XML SpreadsheetML). The reader is
// its own, because the usual libraries accept damaged sheets in silence: every
// part that is used is checked to its last byte (CRC, well-formed, complete)
// before one line of it is believed. excelize is used for writing only.
package sheet
