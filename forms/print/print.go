// Package print draws the official paper of a filled form as PDF: corner
// lines, running text with dotted leaders and boxes to tick, the table of all
// rows with nested heads, the signatures.
//
// It knows no particular form: everything on the page comes from the form's
// Paper declaration and the document. It looks at no clock and no file, and the
// same input gives the same bytes. It does not sign, and it never prints a
// letter the font lacks: that is an ErrGlyph with the place.
//
// The use cases in app/office and the calculators' sheets import it. Text is
// NFC (Unicode Annex 15); the output is PDF 1.3 with embedded TrueType subsets
// (ISO 32000-1, 9.6 to 9.8).
package print

import (
	"errors"
	"fmt"
	"time"

	"ankhai/forms/form"
)

// Options is what a print needs apart from the document.
type Options struct {
	Made   time.Time // stands in the file's metadata; must be set
	Title  string    // metadata; "" = the mẫu and its title
	Author string    // metadata
	Draft  bool      // «BẢN NHÁP» across every page
	Sample bool      // «HỒ SƠ MẪU» there
}

// ErrNoTime says that Options.Made was not set.
var ErrNoTime = errors.New("print: Options.Made is not set")

// ErrRoom says that a part of the paper cannot stand on any page: heads or a
// signature block taller than the page, or a table without width.
var ErrRoom = errors.New("print: part does not fit on a page")

// PDF draws the document on the paper. A letter without a glyph gives *ErrGlyph.
func PDF(doc *form.Doc, p *form.Paper, o Options) ([]byte, error) {
	if doc == nil || p == nil {
		return nil, errors.New("print: no document or no paper")
	}
	if o.Made.IsZero() {
		return nil, ErrNoTime
	}
	if o.Title == "" && doc.Form != nil {
		o.Title = doc.Form.ID + " – " + doc.Form.Title
	}
	fs, err := loadFaces()
	if err != nil {
		return nil, err
	}
	pages, err := set(fs, doc, p)
	if err != nil {
		return nil, err
	}
	out, err := ink(pages, sheetOf(p), fs, o.clean())
	if err != nil {
		return nil, fmt.Errorf("print %s: %w", p.Version, err)
	}
	return out, nil
}

// clean is the same with metadata that can be written.
func (o Options) clean() Options {
	o.Title, o.Author = clean(o.Title), clean(o.Author)
	return o
}

// set lays out all pages of a document.
func set(fs *faces, doc *form.Doc, p *form.Paper) ([]page, error) {
	sheet := sheetOf(p)
	var pages []page
	for _, v := range views(doc, p) {
		w := &writer{faces: fs, sheet: sheet, paper: p, view: v}
		units, err := w.units()
		if err != nil {
			return nil, err
		}
		own, err := fit(units, sheet)
		if err != nil {
			return nil, err
		}
		pages = append(pages, w.numbered(own)...)
	}
	return pages, nil
}

// views lists what is printed, one after the other: the document as a whole, or
// each of its rows. A paper per row without rows is printed once, empty.
func views(doc *form.Doc, p *form.Paper) []form.View {
	if !p.PerRow || len(doc.Rows) == 0 {
		return []form.View{{Doc: doc}}
	}
	out := make([]form.View, len(doc.Rows))
	for i, r := range doc.Rows {
		out[i] = form.View{Doc: doc, Row: r, N: i + 1}
	}
	return out
}
