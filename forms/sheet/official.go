package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"ankhai/forms/form"
)

// ErrNoOfficial: the paper has no official workbook, or its workbook and the paper do
// not agree.
var ErrNoOfficial = errors.New("no official workbook")

// WriteOfficial fills the official workbook of a paper with a document: the rows in
// its lines, the head in the cells that ask for it, the totals where it has a line of
// them. Everything else stays as the agency published it: texts, styles, merged
// cells, widths, margins and the notes drawn on the sheet. Where there are more rows
// than lines, lines are added like those that are there, and what stands below moves
// down, the print area with it. What nobody has answered stays as the template has
// it.
//
// Two things are not of the template: a filled cell has the type of its line, but
// upright and not bold, with a format of its own for numbers; and the template's dead
// links to workbooks on other people's machines are left out, with the hidden names
// that no cell uses (docs/decisions/0013). Texts are texts whatever they begin with.
// Equal documents give equal bytes.
func WriteOfficial(doc *form.Doc, paper *form.Paper) ([]byte, error) {
	if paper == nil || paper.Book == nil {
		return nil, fmt.Errorf("write official workbook: %w", ErrNoOfficial)
	}
	b, err := openOfficial(paper)
	if err != nil {
		return nil, fmt.Errorf("write official workbook of %s: %w", doc.Form.ID, err)
	}
	b.doc = doc
	out, err := b.write()
	if err != nil {
		return nil, fmt.Errorf("write official workbook of %s: %w", doc.Form.ID, err)
	}
	return out, nil
}

// official is an official workbook being filled. Its first sheet is the paper.
type official struct {
	paper *form.Paper
	grid  form.Grid
	doc   *form.Doc
	pack  *pack

	main, part, drawing, styles string // parts of the package
	shared                      []string
	sheet                       *sheetBody

	cols  map[int]form.GridCol // the paper's columns by those of the sheet
	first int                  // the number of the first line
	lines int                  // how many there are
	foot  int                  // the number of the line of totals, 0 = none

	look  *styleSheet
	cells bytes.Buffer // of the line being written
}

// openOfficial reads the workbook of a paper and finds the lines of its table.
func openOfficial(paper *form.Paper) (*official, error) {
	w, err := open(paper.Book, "")
	if err != nil {
		return nil, err
	}
	if w.pack == nil || len(w.ix.sheets) == 0 {
		return nil, ErrNoOfficial
	}
	b := &official{paper: paper, pack: w.pack, part: w.ix.sheets[0].part, styles: w.ix.styles, shared: w.sr.shared, cols: map[int]form.GridCol{}}
	for _, p := range paper.Parts {
		if g, ok := p.(form.Grid); ok && g.Of == "" && len(g.Sections) == 0 {
			b.grid = g
		}
	}
	roots, _, err := readRels(w.pack, "_rels/.rels", "")
	if err != nil {
		return nil, err
	}
	for _, r := range roots {
		if r.kind == "officeDocument" {
			b.main = r.target
		}
	}
	rels, _, err := readRels(w.pack, relsOf(b.part), path.Dir(b.part))
	if err != nil {
		return nil, err
	}
	for _, r := range rels {
		if r.kind == "drawing" {
			b.drawing = r.target
		}
	}
	body, err := b.read(b.part)
	if err != nil {
		return nil, err
	}
	if b.sheet, err = readSheetBody(body, b.shared); err != nil {
		return nil, err
	}
	return b, b.findLines()
}

func relsOf(part string) string {
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

// read is a whole part, checked to its last byte.
func (b *official) read(part string) ([]byte, error) {
	r, ok, err := b.pack.open(part)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("part missing: %w", ErrDamaged)
	}
	return io.ReadAll(r)
}

// findLines finds the line of the columns' numbers, which the paper has too, and the
// lines below it.
func (b *official) findLines() error {
	leaves := b.grid.Leaves()
	for _, r := range b.sheet.rows {
		var nos []int // columns with something in them
		for i, c := range r.cells {
			if c.text != "" {
				nos = append(nos, i)
			}
		}
		if len(nos) != len(leaves) || !slices.EqualFunc(nos, leaves, func(i int, l form.GridCol) bool { return r.cells[i].text == l.No }) {
			continue
		}
		for k, i := range nos {
			b.cols[r.cells[i].col] = leaves[k]
		}
		b.first, b.lines = r.num+1, b.grid.MinRows
		break
	}
	if b.first == 0 || b.lines == 0 {
		return fmt.Errorf("line of the columns' numbers: %w", ErrNoOfficial)
	}
	for num := b.first; num < b.first+b.lines; num++ {
		r := b.sheet.row(num)
		if r == nil || slices.ContainsFunc(r.cells, func(c bodyCell) bool { return c.text != "" }) {
			return fmt.Errorf("line %d is not one to fill: %w", num, ErrNoOfficial)
		}
	}
	if b.grid.Foot != "" {
		r := b.sheet.row(b.first + b.lines)
		if r == nil || !slices.ContainsFunc(r.cells, func(c bodyCell) bool { return c.text == b.grid.Foot }) {
			return fmt.Errorf("line of totals: %w", ErrNoOfficial)
		}
		b.foot = r.num
	}
	return nil
}

// more is how many lines are added.
func (b *official) more() int { return max(0, len(b.doc.Rows)-b.lines) }

func (b *official) write() ([]byte, error) {
	if len(b.doc.Rows) > maxRows/2 {
		return nil, ErrTooBig
	}
	styles, err := b.read(b.styles)
	if err != nil {
		return nil, err
	}
	if b.look, err = readStyleSheet(styles); err != nil {
		return nil, err
	}
	changed := map[string][]byte{}
	if changed[b.part], err = b.body(); err != nil {
		return nil, err
	}
	if changed[b.styles], err = b.look.bytes(); err != nil {
		return nil, err
	}
	if b.drawing != "" && b.more() > 0 {
		drawing, err := b.read(b.drawing)
		if err != nil {
			return nil, err
		}
		changed[b.drawing] = moveAnchors(drawing, b.first+b.lines-1, b.more())
	}
	gone, err := b.cutLinks(changed)
	if err != nil {
		return nil, err
	}
	return repack(b.paper.Book, func(name string) ([]byte, bool) {
		name = strings.TrimPrefix(name, "/")
		body, ok := changed[name]
		return body, ok
	}, gone)
}
