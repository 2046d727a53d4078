package pdfview

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// What can be wrong with a file.
var (
	ErrFile     = errors.New("not a PDF that can be read")
	ErrPassword = errors.New("the PDF is locked with a password")
	ErrTooBig   = errors.New("the PDF is too big to be shown")
	ErrSlow     = errors.New("the PDF takes too long to be drawn")
	ErrBusy     = errors.New("too many PDF files are open")
	ErrClosed   = errors.New("the PDF is closed")
)

// maxPages is how many pages are shown of a file.
const maxPages = 20_000

// Size is of a page as it is seen, in points.
type Size struct{ W, H float64 }

// Document is an open file. Its methods may be called from several goroutines, and
// one works at a time.
type Document struct {
	mu    sync.Mutex
	one   pdfium.Pdfium // nil once it is closed or was stopped
	doc   references.FPDF_DOCUMENT
	limit time.Duration
	sizes []Size
	why   error // why one is nil
}

func (d *Document) open(ctx context.Context, pdf []byte) error {
	return d.within(ctx, func(one pdfium.Pdfium) error {
		got, err := one.OpenDocument(&requests.OpenDocument{File: &pdf})
		if err != nil {
			return err
		}
		d.doc = got.Document
		n, err := one.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.doc})
		if err != nil {
			return err
		}
		if n.PageCount < 1 {
			return ErrFile
		}
		d.sizes = make([]Size, min(n.PageCount, maxPages))
		for i := range d.sizes {
			s, err := one.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.doc, Index: i})
			if err != nil || !(s.Width > 0) || !(s.Height > 0) || math.IsInf(s.Width, 0) || math.IsInf(s.Height, 0) {
				d.sizes[i] = Size{595, 842} // A4: the page itself will say what is wrong
				continue
			}
			d.sizes[i] = Size{s.Width, s.Height}
		}
		return nil
	})
}

// Sizes are those of all pages.
func (d *Document) Sizes() []Size { return d.sizes }

// Draw draws a page, counted from 0, so many pixels wide, on white, with what is
// filled in its fields. A page that would be too large is drawn smaller.
func (d *Document) Draw(ctx context.Context, page, width int) (*image.RGBA, error) {
	if page < 0 || page >= len(d.sizes) {
		return nil, fmt.Errorf("draw page %d of %d: %w", page+1, len(d.sizes), ErrFile)
	}
	w, h := fit(d.sizes[page], width)
	var out *image.RGBA
	err := d.within(ctx, func(one pdfium.Pdfium) error {
		got, err := one.RenderPageInPixels(&requests.RenderPageInPixels{Page: d.page(page), Width: w, Height: h, RenderForm: false, RenderFlags: annotations})
		if err != nil {
			return err
		}
		defer got.Cleanup()
		drawn, ok := got.Result.RenderedImage.(*image.RGBA)
		if !ok {
			return ErrFile
		}
		out = image.NewRGBA(drawn.Bounds()) // its memory is PDFium's
		copy(out.Pix, drawn.Pix)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("draw page %d: %w", page+1, err)
	}
	return out, nil
}

// annotations draws stamps and seals too.
const annotations = 0x01

// fit is the size in pixels of a page of a width, within the bound.
func fit(s Size, width int) (w, h int) {
	fw := float64(max(width, 1))
	fh := fw * s.H / s.W
	if n := fw * fh; n > maxPixels {
		k := math.Sqrt(maxPixels / n)
		fw, fh = fw*k, fh*k
	}
	const side = 1 << 15
	return min(max(int(fw), 1), side), min(max(int(fh), 1), side)
}

func (d *Document) page(n int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: d.doc, Index: n}}
}

// within does one piece of work. What does not end in time, or was given up, is
// stopped for good: PDFium's state is unknown then, and the document is closed.
func (d *Document) within(ctx context.Context, work func(pdfium.Pdfium) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.one == nil {
		return d.why
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	timed, cancel := context.WithTimeout(ctx, d.limit)
	defer cancel()
	killed := make(chan struct{})
	unhook := context.AfterFunc(timed, func() {
		_ = d.one.Kill() // it reports only that there was nothing to stop
		close(killed)
	})
	err := work(d.one)
	if !unhook() { // it was stopped, and no other hand is on it once killed is closed
		<-killed
		d.one, d.why = nil, ErrSlow
		if ctx.Err() != nil {
			d.why = ErrClosed
			return ctx.Err()
		}
		return ErrSlow
	}
	return said(err)
}

// said is an error of PDFium as one of ours.
func said(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return ErrPassword
	case errors.Is(err, ErrFile):
		return err
	}
	return fmt.Errorf("%w: %w", ErrFile, err)
}

// Close gives the memory back.
func (d *Document) Close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.one == nil {
		return
	}
	_ = d.one.Close() // the memory goes back in any case
	d.one, d.why = nil, ErrClosed
}
