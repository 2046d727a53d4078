package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ankhai/app/printer"
	"ankhai/forms/print"
)

// PrinterList are the printers of the system, and PrintOrder is how something is printed.
type (
	PrinterList = printer.Printers
	PrintOrder  = printer.Order
)

// ErrNoPrinter: this machine has no printer, or nothing to print with; the system's viewer
// may still know one. ErrPrinterRefused: it did not take what was to be printed.
var (
	ErrNoPrinter      = printer.ErrNone
	ErrPrinterRefused = printer.ErrRefused
)

// Printers asks the system for its printers. ErrNoPrinter if there is none.
func Printers(ctx context.Context) (PrinterList, error) { return printer.List(ctx) }

// Printers is the same for who has an office.
func (o *Office) Printers(ctx context.Context) (PrinterList, error) { return Printers(ctx) }

// PageRange reads the pages of an order: "3" or "2-5".
func PageRange(pages string) (from, to int, err error) { return print.PageRange(pages) }

// printedFor is how long a file lies for a program that prints it and does not say when it
// has read it. It goes at the end of this program in any case.
const printedFor = 5 * time.Minute

// PrintOut prints a PDF or a picture. Its bytes go through a pipe; where the system takes
// only a file, one lies for some minutes in the folder of files that are viewed.
func (o *Office) PrintOut(ctx context.Context, f File, order PrintOrder) error {
	pdf, err := o.Pages(f)
	if err != nil {
		return fmt.Errorf("print file: %w", err)
	}
	list, err := printer.List(ctx)
	if err != nil {
		return err
	}
	if order.Pages != "" {
		if pdf, order.Pages, err = somePages(pdf, order.Pages, list.Chosen); err != nil {
			return err
		}
	}
	return printer.Print(ctx, pdf, order, func() (string, error) { return o.forPrinting(pdf) })
}

// somePages makes ready that only some pages are printed: by the system where it can be
// told, which must have them, or else by giving it no others.
func somePages(pdf []byte, pages string, tell bool) (out []byte, told string, err error) {
	from, to, err := print.PageRange(pages)
	if err != nil {
		return nil, "", err
	}
	told = fmt.Sprintf("%d-%d", from, to)
	some, err := print.Only(pdf, told)
	switch {
	case err == nil && !tell:
		return some, "", nil
	case err != nil && (!tell || errors.Is(err, print.ErrPages)):
		return nil, "", err
	}
	return pdf, told, nil // a file that cannot be parted is printed in parts all the same
}

// forPrinting writes a file that another program reads some time later.
func (o *Office) forPrinting(pdf []byte) (string, error) {
	paths, err := o.ForViewing([]File{{Name: "in.pdf", Bytes: pdf}})
	if err != nil {
		return "", errors.Join(err, removeViewed(paths))
	}
	time.AfterFunc(printedFor, func() { _ = removeViewed(paths) }) // held open: the end of the program tries again
	return paths[0], nil
}

func removeViewed(paths []string) error {
	for _, p := range paths {
		if err := os.RemoveAll(filepath.Dir(p)); err != nil {
			return fmt.Errorf("remove viewed file: %w", err)
		}
	}
	return nil
}
