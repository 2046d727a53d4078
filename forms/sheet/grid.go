package sheet

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"
)

// Limits on a sheet. A blank cell far out, as formatting leaves behind, is
// passed over; a value there is refused.
const (
	maxCols  = 256
	maxRows  = 1 << 20
	maxCells = 5 << 20
	maxMerge = 1 << 16
)

type cellKind uint8

const (
	cellText    cellKind = iota
	cellNumber           // s is the number as the file writes it
	cellBool             // "0" or "1"
	cellError            // "#REF!"
	cellDay              // ISO 8601
	cellNoValue          // a formula whose result was never saved
)

// cell is one cell with a value.
type cell struct {
	s    string
	col  uint16 // from 0
	kind cellKind
	look look
}

// numeric reports whether a cell holds a number, be it written as a text in a
// table of texts.
func (c *cell) numeric() bool { return c.kind == cellNumber || c.look&lookTyped != 0 }

// words reports whether a cell holds a text that is no number.
func (c *cell) words() bool { return c.kind == cellText && c.look&lookTyped == 0 }

// row is one row that has cells: those of the grid from from to to.
type row struct {
	num      int // from 1
	from, to int
	hidden   bool
}

// area is a merged area, rows and columns included at both ends, rows from 1.
type area struct{ top, left, bottom, right int }

// grid is a sheet's values. Rows without values are not kept.
type grid struct {
	rows      []row
	cells     []cell
	merges    []area
	hiddenCol [maxCols]bool
	lastRow   int // the last row the sheet has, blank or not
	dimension int // the last row its <dimension> claims
	mem       arena
	date1904  bool
}

func (g *grid) of(r row) []cell { return g.cells[r.from:r.to] }

// sheetReader reads worksheet parts of one workbook.
type sheetReader struct {
	shared []string
	looks  []look
	cells  int // over all sheets
	tick   func(n int64)
}

// read reads a worksheet part to its end. It answers a grid only for a part
// that is whole.
func (sr *sheetReader) read(ctx context.Context, r io.Reader) (*grid, error) {
	g := &grid{}
	s := newXMLScan(r)
	st := sheetState{sheetReader: sr, g: g}
	for n := 1; ; n++ {
		k, err := s.next()
		if err != nil {
			return nil, fmt.Errorf("read sheet after row %d: %w", g.lastRow, err)
		}
		switch k {
		case xmlStart:
			err = st.start(s)
		case xmlEnd:
			err = st.end(s)
		case xmlText:
			if st.take {
				st.text = append(st.text, s.text...)
			}
		case xmlEOF:
			if !st.sawData {
				return nil, fmt.Errorf("sheet without data: %w", ErrDamaged)
			}
			return g, nil
		}
		if err != nil {
			return nil, err
		}
		if n&(1<<14-1) == 0 {
			if err := ctx.Err(); err != nil {
				return nil, fmt.Errorf("read sheet: %w", err)
			}
			sr.tick(0)
		}
	}
}

// sheetState is where in a worksheet part the reader stands.
type sheetState struct {
	*sheetReader
	g       *grid
	inData  bool
	sawData bool
	inRow   bool
	inCell  bool
	take    bool // characters belong to the cell
	rich    int  // depth of phonetic runs, whose characters do not count

	row      row
	col      int
	kind     byte // first letters of t: 's' shared, 'S' str, 'i' inline, 'b', 'e', 'd', 'n'
	style    int
	formula  bool
	hasValue bool
	text     []byte
}

func (st *sheetState) start(s *xmlScan) error {
	name := s.name
	if !st.inData {
		return st.startOutside(s)
	}
	switch string(name) {
	case "row":
		return st.startRow(s)
	case "c":
		return st.startCell(s)
	case "v":
		if st.inCell {
			st.take = !s.empty
			st.text = st.text[:0]
		}
	case "f":
		st.formula = st.inCell
	case "is":
		st.text = st.text[:0]
		st.hasValue = st.inCell
	case "t":
		st.take = st.inCell && st.rich == 0 && !s.empty
	case "rPh":
		st.rich += boolInt(!s.empty)
	}
	return nil
}

func (st *sheetState) startOutside(s *xmlScan) error {
	if s.depth() == boolInt(!s.empty) && string(s.name) != "worksheet" {
		return fmt.Errorf("part is no worksheet: %w", ErrDamaged)
	}
	if s.depth()-boolInt(!s.empty) > 2 {
		return nil
	}
	switch string(s.name) {
	case "sheetData":
		if st.sawData {
			return errXML
		}
		st.sawData, st.inData = true, !s.empty
	case "dimension":
		if _, _, bottom, _, ok := parseArea(s.attr("ref")); ok {
			st.g.dimension = bottom
		}
	case "col":
		if v := string(s.attr("hidden")); v == "1" || v == "true" {
			lo, _ := strconv.Atoi(string(s.attr("min")))
			hi, _ := strconv.Atoi(string(s.attr("max")))
			for c := max(lo, 1); c <= min(hi, maxCols); c++ {
				st.g.hiddenCol[c-1] = true
			}
		}
	case "mergeCell":
		if top, left, bottom, right, ok := parseArea(s.attr("ref")); ok && len(st.g.merges) < maxMerge {
			st.g.merges = append(st.g.merges, area{top, left, bottom, right})
		}
	}
	return nil
}

func (st *sheetState) startRow(s *xmlScan) error {
	num := st.g.lastRow + 1
	if a := s.attr("r"); a != nil {
		n, ok := atoi(a)
		if !ok || n <= st.g.lastRow {
			return fmt.Errorf("rows out of order: %w", ErrDamaged)
		}
		num = n
	}
	if num > maxRows {
		return ErrTooBig
	}
	st.g.lastRow = num
	st.col = -1
	st.inRow = !s.empty
	if !st.inRow {
		return nil
	}
	h := s.attr("hidden")
	st.row = row{num: num, from: len(st.g.cells), hidden: len(h) > 0 && (h[0] == '1' || h[0] == 't')}
	return nil
}

func (st *sheetState) startCell(s *xmlScan) error {
	if !st.inRow {
		return errXML
	}
	col := st.col + 1
	st.kind, st.style = 'n', -1
	for i := range s.attrs {
		a := &s.attrs[i]
		switch string(a.name) {
		case "r":
			c, r, ok := parseCell(a.value)
			if !ok || r != st.row.num || c <= st.col {
				return fmt.Errorf("cells out of order in row %d: %w", st.row.num, ErrDamaged)
			}
			col = c
		case "s":
			if n, ok := atoi(a.value); ok {
				st.style = n
			}
		case "t":
			switch string(a.value) {
			case "str":
				st.kind = 'S'
			case "":
			default:
				st.kind = a.value[0]
			}
		}
	}
	st.col = col
	st.inCell = !s.empty
	st.formula, st.hasValue, st.text = false, false, st.text[:0]
	return nil
}

func (st *sheetState) end(s *xmlScan) error {
	if !st.inData {
		return nil
	}
	switch string(s.name) {
	case "sheetData":
		st.inData = false
	case "row":
		st.inRow = false
		if st.row.to = len(st.g.cells); st.row.to > st.row.from {
			st.g.rows = append(st.g.rows, st.row)
		}
	case "v":
		st.take = false
		st.hasValue = true
	case "t":
		st.take = false
	case "rPh":
		st.rich--
	case "c":
		st.inCell, st.take = false, false
		return st.endCell()
	}
	return nil
}

func (st *sheetState) endCell() error {
	c := cell{col: uint16(min(st.col, maxCols)), kind: cellText}
	if st.style >= 0 && st.style < len(st.looks) {
		c.look = st.looks[st.style]
	}
	text := bytes.TrimSpace(st.text)
	switch st.kind {
	case 's':
		if len(text) == 0 {
			return nil
		}
		n, ok := atoi(text)
		if !ok || n >= len(st.shared) {
			return fmt.Errorf("cell in row %d points past the shared strings: %w", st.row.num, ErrDamaged)
		}
		c.s = st.shared[n]
	case 'S', 'i':
		c.s = st.g.mem.keep(unescapeX(st.text))
	case 'e':
		c.kind, c.s = cellError, st.g.mem.keep(text)
	case 'b':
		c.kind, c.s = cellBool, st.g.mem.keep(text)
	case 'd':
		c.kind, c.s = cellDay, st.g.mem.keep(text)
	default:
		c.kind, c.s = cellNumber, st.g.mem.keep(text)
	}
	if c.s == "" {
		if !st.formula || (st.kind == 'S' && st.hasValue) {
			return nil
		}
		c.kind = cellNoValue
	}
	if st.col >= maxCols {
		return ErrTooBig
	}
	if st.cells++; st.cells > maxCells {
		return ErrTooBig
	}
	st.g.cells = append(st.g.cells, c)
	return nil
}
