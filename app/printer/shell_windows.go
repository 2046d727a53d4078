package printer

import (
	"context"
	"fmt"

	"golang.org/x/sys/windows"
)

// List says that nothing can be chosen: the program that prints PDF files does it in its
// own way. Whether there is one shows only when it is asked to print.
func List(context.Context) (Printers, error) { return Printers{}, nil }

// Print lets the program that PDF files are printed with print a file, which it reads some
// time after this has returned. ErrRefused where there is no such program.
func Print(_ context.Context, _ []byte, o Order, file func() (string, error)) error {
	if o.Printer != "" || o.Copies > 1 || o.BothSides {
		return fmt.Errorf("print: %w", ErrNoChoice)
	}
	path, err := file()
	if err != nil {
		return err
	}
	verb, err := windows.UTF16PtrFromString("print")
	if err != nil {
		return fmt.Errorf("print: %w", err)
	}
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return fmt.Errorf("print: %w", err)
	}
	if err := windows.ShellExecute(0, verb, name, nil, nil, windows.SW_HIDE); err != nil {
		return fmt.Errorf("print: %w: %w", ErrRefused, err)
	}
	return nil
}
