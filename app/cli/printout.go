package cli

import (
	"flag"
	"fmt"
	"io"

	"ankhai/app/office"
)

// usualPrinter stands for the printer that the system prints on where none is named.
const usualPrinter = "mac-dinh"

// toPrinter are the options of printing on paper.
type toPrinter struct {
	name  string
	list  bool
	order office.PrintOrder
}

func (t *toPrinter) define(fs *flag.FlagSet) {
	fs.StringVar(&t.name, "to-printer", "", "")
	fs.BoolVar(&t.list, "printers", false, "")
	fs.IntVar(&t.order.Copies, "copies", 0, "")
	fs.BoolVar(&t.order.BothSides, "both-sides", false, "")
	fs.StringVar(&t.order.Pages, "pages", "", "")
}

// listPrinters tells the printers of the machine; it needs no data.
func (c *call) listPrinters() error {
	p, err := office.Printers(c.ctx)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"printers": p.Names, "default": p.Default, "chosen": p.Chosen}, func(w io.Writer) {
		if !p.Chosen {
			fmt.Fprintln(w, "Máy này in bằng chương trình in PDF của nó, trên máy in mặc định: --to-printer "+usualPrinter)
		}
		for _, n := range p.Names {
			if n == p.Default {
				n += " (mặc định)"
			}
			fmt.Fprintln(w, n)
		}
	})
}

// printOut prints files one after the other.
func (c *call) printOut(o *office.Office, files []office.File, to toPrinter) error {
	if to.name != usualPrinter {
		to.order.Printer = to.name
	}
	var names []string
	for _, f := range files {
		if err := o.PrintOut(c.ctx, f, to.order); err != nil {
			return err
		}
		names = append(names, f.Name)
	}
	return c.answer(map[string]any{"printed": names}, func(w io.Writer) { fmt.Fprintf(w, "Đã gửi %d tệp tới máy in.\n", len(names)) })
}
