// Package printer hands a PDF to the printers of the system: to CUPS with lp on Linux and
// macOS, with a choice of printer, copies and sides; to the program that Windows prints
// PDF files with.
//
// Bytes in, paper out: it knows no form, no person and no window. lp reads the bytes from
// a pipe, so that no file is written; where the system can only be handed a file, the
// caller says where one may lie. Only app/office imports it.
package printer

import "errors"

// Printers are those of the system.
type Printers struct {
	Names   []string
	Default string // "" where none is set
	// Chosen says whether a printer, copies and sides can be asked for. Otherwise the
	// system prints in its own way, on its default printer.
	Chosen bool
}

// Order is how something is printed. The zero value prints all pages once, on one side,
// on the default printer.
type Order struct {
	Printer   string
	Copies    int // 0 is 1
	BothSides bool
	Pages     string // "2-5"; "" is all
}

var (
	// ErrNone: the system has no printer, or nothing to print with.
	ErrNone = errors.New("no printer on this machine")
	// ErrUnknown: a printer was asked for that the system does not have.
	ErrUnknown = errors.New("no such printer")
	// ErrRefused: the system did not take what was to be printed.
	ErrRefused = errors.New("the printer did not take it")
	// ErrNoChoice: a printer, copies, sides or pages were asked for where they cannot be.
	ErrNoChoice = errors.New("how to print cannot be chosen here")
)
