// Package pdfview draws the pages of PDF files as pictures: our own forms, signed
// files, results and attachments, so that they can be read without another program.
//
// The drawing is done by PDFium, compiled to WebAssembly: it runs inside this
// process behind bounds of memory and time, and sees no file, no network and no
// clock of the machine. A file that PDFium breaks on ends in an error, never in the
// end of the program. It knows no form, no store and no window; app/ui alone imports
// it, and has the words for its errors. Decision 0019 tells why.
package pdfview
