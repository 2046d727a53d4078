// Package xem is the window in which files are read before they are signed, sent or
// kept: forms as they are printed, signed files, results, attachments. It shows pages
// one below the other, larger or smaller, turned, with words found on them, and leads
// on to the system's viewer, to a printer and to a folder.
//
// What can be shown app/office says, pages are drawn by app/pdfview; a file that
// cannot be shown here opens in the system's viewer, and the window says why. Only
// app/ui imports it.
package xem

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/pdfview"
)

// Source is what the window asks of the use cases.
type Source interface {
	Pages(f office.File) ([]byte, error)
	Printers(ctx context.Context) (office.PrinterList, error)
	PrintOut(ctx context.Context, f office.File, o office.PrintOrder) error
}

// Host is what it asks of the main window.
type Host interface {
	Quiet(work func(context.Context) error, done func(error))
	SaveFile(office.File)
	Show([]office.File) // in the system's viewer
	Say(words string, bad bool)
	Fail(error)
}

// Drawer opens what is to be drawn.
type Drawer interface {
	Open(ctx context.Context, pdf []byte) (*pdfview.Document, error)
}

// Desk shows one set of files at a time, in a window of its own.
type Desk struct {
	source Source
	host   Host
	drawer Drawer
	window fyne.Window // nil while nothing is shown
	view   *view
}

// New makes the desk; nothing is seen of it until something is shown.
func New(source Source, host Host, drawer Drawer) *Desk {
	return &Desk{source: source, host: host, drawer: drawer}
}

// opening is the size of the window: a page of A4 at its own size fits beside the list.
var opening = fyne.NewSize(980, 720)

// Open shows files, in place of those that are shown.
func (d *Desk) Open(title string, files []office.File) {
	if d.window == nil {
		w := fyne.CurrentApp().NewWindow(title)
		w.SetPadded(false)
		w.SetOnClosed(d.closed)
		w.Resize(opening)
		d.window = w
	} else {
		d.view.shut()
	}
	d.window.SetTitle(title)
	d.view = newView(d, files)
	d.window.SetContent(d.view.root)
	d.view.keys(d.window.Canvas())
	d.window.Show()
	d.window.RequestFocus()
	d.view.choose(0)
}

// Close closes the window, where there is one.
func (d *Desk) Close() {
	if d.window != nil {
		d.window.Close()
	}
}

// Content is what the window shows, nil while there is none.
func (d *Desk) Content() fyne.CanvasObject {
	if d.view == nil {
		return nil
	}
	return d.view.root
}

func (d *Desk) closed() {
	d.view.shut()
	d.window, d.view = nil, nil
}

// whyNot says why a file is not shown.
func whyNot(err error) string {
	for _, w := range []struct {
		err   error
		words string
	}{
		{office.ErrNoPages, "Tệp này không phải PDF hay ảnh nên không xem được ở đây."},
		{office.ErrPicture, "Ảnh hỏng hoặc quá lớn nên không xem được ở đây."},
		{pdfview.ErrPassword, "Tệp khoá bằng mật khẩu nên không xem được ở đây."},
		{pdfview.ErrTooBig, "Tệp lớn hơn 64 MB nên không xem được ở đây."},
		{pdfview.ErrSlow, "Trang quá nặng: vẽ hai mươi giây chưa xong nên đã dừng."},
		{pdfview.ErrBusy, "Đang mở nhiều tệp cùng lúc nên chưa xem được."},
		{pdfview.ErrNoEngine, "Máy này không chạy được phần vẽ PDF của chương trình."},
		{pdfview.ErrFile, "Tệp hỏng, hoặc không phải PDF."},
	} {
		if errors.Is(err, w.err) {
			return w.words + " Bấm Mở để xem bằng chương trình xem tệp của máy."
		}
	}
	return office.Say(err)
}
