package xem

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// printing is the dialog over the window that asks how the file at hand is printed.
type printing struct {
	v       *view
	list    office.PrinterList
	pop     *widget.PopUp
	printer *xwidget.Select
	copies  *xwidget.Entry
	both    *xwidget.Check
	pages   *xwidget.Entry
	fault   *xwidget.Text
	start   *xwidget.Button
}

// print asks for the printers, and then how. Where there is none the system's viewer
// opens: it may know one.
func (v *view) print() {
	if v.asking != nil {
		return
	}
	var list office.PrinterList
	v.desk.host.Quiet(func(ctx context.Context) (err error) {
		list, err = v.desk.source.Printers(ctx)
		return err
	}, func(err error) {
		switch {
		case v.gone:
		case err != nil:
			v.printElsewhere(office.Say(err))
		default:
			v.askPrint(list)
		}
	})
}

// printElsewhere opens the file in the system's viewer, and says why.
func (v *view) printElsewhere(why string) {
	v.desk.host.Show([]office.File{v.file()})
	v.tell(why + " Đã mở tệp bằng chương trình xem của máy: bấm Ctrl+P ở đó để in.")
}

// The sizes of the dialog: it fits the smallest window of this kind.
const printWidth, printLabel = 440, 120

func (v *view) askPrint(list office.PrinterList) {
	p := &printing{v: v, list: list, copies: xwidget.NewCode(), both: xwidget.NewCheck("In hai mặt", nil), pages: xwidget.NewCode(), fault: xwidget.NewPara("").Sized(look.SmallSize).In(look.Error)}
	p.copies.SetText("1")
	p.pages.SetPlaceHolder("để trống: in hết; hoặc 3, hoặc 2-5")
	p.fault.Hide()
	col := xwidget.Column(10, xwidget.Sized(printWidth, 1, xwidget.Spacer()), xwidget.NewText("In "+v.file().Name).Wrapped(2).Sized(16).Strong())
	line := func(label string, o fyne.CanvasObject) {
		col.Add(xwidget.Dock(nil, nil, xwidget.Sized(printLabel, 0, xwidget.Row(0, xwidget.NewText(label))), nil, o))
	}
	if list.Chosen {
		p.printer = xwidget.NewSelect(list.Names, nil)
		p.printer.SetSelectedIndex(0)
		if list.Default != "" {
			p.printer.SetSelected(list.Default)
		}
		line("Máy in", p.printer)
		line("Số bản", p.copies)
	} else {
		col.Add(xwidget.NewPara("In bằng chương trình in PDF của máy, trên máy in mặc định.").In(look.Muted))
	}
	here := xwidget.NewButton("Trang đang xem", func() { p.pages.SetText(strconv.Itoa(v.pane.hand() + 1)) }).Tiny()
	line("Các trang", xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, xwidget.Row(0, here)), p.pages))
	if list.Chosen {
		line("", p.both)
	}
	col.Add(p.fault)
	p.start = xwidget.NewStrong("In", p.print)
	for _, e := range []*xwidget.Entry{p.copies, p.pages} {
		e.OnSubmitted = func(string) { p.start.Tapped(nil) }
	}
	col.Add(xwidget.Row(8, xwidget.NewQuiet("Mở bằng chương trình xem", func() {
		p.shut()
		v.desk.host.Show([]office.File{v.file()})
	}), xwidget.Spacer(), xwidget.NewButton("Để sau", p.shut), p.start))
	p.pop = xwidget.NewModal(xwidget.Inset(18, 14, 18, 16, col), v.desk.window.Canvas())
	v.asking = p
	p.pop.Show()
	v.desk.window.Canvas().Focus(p.start)
}

func (p *printing) shut() {
	p.v.asking = nil
	p.pop.Hide()
}

// order reads what was asked for; say is what is wrong with it.
func (p *printing) order() (o office.PrintOrder, say string) {
	o.Pages = strings.TrimSpace(p.pages.Text)
	if o.Pages != "" {
		n := len(p.v.pane.sheets.sizes) // 0: the file is not shown here
		switch _, to, err := office.PageRange(o.Pages); {
		case err != nil:
			return o, "Các trang: phải có dạng 3 hoặc 2-5"
		case n > 0 && to > n:
			return o, fmt.Sprintf("Các trang: từ 1 đến %d", n)
		}
	}
	if !p.list.Chosen {
		return o, ""
	}
	const most = 99
	n, err := strconv.Atoi(strings.TrimSpace(p.copies.Text))
	if err != nil || n < 1 || n > most {
		return o, fmt.Sprintf("Số bản: từ 1 đến %d", most)
	}
	o.Printer, o.Copies, o.BothSides = p.printer.Selected, n, p.both.Checked
	return o, ""
}

// print prints; what the printer says stands in the dialog.
func (p *printing) print() {
	o, say := p.order()
	if say != "" {
		p.blame(say)
		return
	}
	v, f := p.v, p.v.file()
	p.start.Disable()
	v.desk.host.Quiet(func(ctx context.Context) error { return v.desk.source.PrintOut(ctx, f, o) }, func(err error) {
		p.start.Enable()
		switch {
		case v.gone:
		case err == nil:
			p.shut()
			v.tell("")
			v.desk.host.Say("Đã gửi "+f.Name+" tới máy in", false)
		case !p.list.Chosen || errors.Is(err, office.ErrNoPrinter): // nobody here prints
			p.shut()
			v.printElsewhere("Máy này chưa có chương trình in PDF, hoặc chưa có máy in.")
		default:
			p.blame(office.Say(err))
		}
	})
}

func (p *printing) blame(say string) {
	p.fault.Set(say)
	p.fault.Show()
	p.pop.Resize(p.pop.MinSize())
}
