package xwidget

import "fyne.io/fyne/v2"

// Mark is what a model says of a cell besides its text.
type Mark uint8

// The marks of a cell.
const (
	MarkNone    Mark = iota
	MarkMuted        // grey words
	MarkGood         // green words
	MarkBad          // red words
	MarkChanged      // differs from what the store knew before
	MarkNotice       // a Nhắc stands here
	MarkError        // a Lỗi stands here
	MarkStrong       // bold words
)

// What a cell of a column to tick may say, besides "" for a box without a tick.
const (
	Ticked = "x"
	NoBox  = "-" // this row is not to be ticked
)

// GridColumn is a column of a grid.
type GridColumn struct {
	Tag   string
	Head  string  // the words of the head; they wrap over three lines at most
	Group string  // neighbours with the same group share a head above theirs
	Width float32 // px at 100 %
	Grow  float32 // share of the width that is left over
	Align fyne.TextAlign
	Check bool // a box to tick: the text Ticked is ticked, NoBox has none
	Kind  GridKind
	Words bool // the cells are the program's own words, said in the person's language
	Paper bool // head and total stand as on the paper form, in Vietnamese
}

// Model is what a grid shows. Text comes ready for a person: money with dots,
// days dd/MM/yyyy; the grid formats nothing.
type Model interface {
	Rows() int
	Columns() []GridColumn
	Text(row, col int) string
	Mark(row, col int) Mark
}

// Editor is a Model whose cells can be changed.
type Editor interface {
	Model
	Editable(row, col int) bool
	Raw(row, col int) string // what the editor starts with: money without dots
	// Set changes a cell. A text that the column cannot hold is refused with
	// words that say which form it must have; "" means taken.
	Set(row, col int, text string) (say string)
	// SetAll changes cells together, as one step for Undo: what is pasted, filled
	// down or emptied. It answers the refusals.
	SetAll(cells []CellText) (refused []string)
	// Undo takes the last change back and tells where it was, a row below 0 for a
	// place that is not here; ok is false where there was none. It may tell later, in
	// the window.
	Undo(tell func(row, col int, ok bool))
}

// CellText is a text for a cell.
type CellText struct {
	Row, Col int
	Text     string
}

// Toggler is a Model with columns to tick.
type Toggler interface {
	Toggle(row, col int)
}

// Totaller is a Model with a row of totals below.
type Totaller interface {
	Total(col int) string
}

// Redoer is an Editor that takes what was undone again, and tells where it was, as Undo
// does.
type Redoer interface {
	Redo(tell func(row, col int, ok bool))
}

// Appender is an Editor that takes more rows than it has: what is pasted beyond its
// end. Its SetAll makes the rows that it is given cells for.
type Appender interface {
	// MaxRows is how many rows it may have.
	MaxRows() int
}

// Slow is an Editor that takes many cells together elsewhere, so that the window goes on
// answering, and then calls done in the window; not at all where it was given up.
type Slow interface {
	SetMany(cells []CellText, done func(refused []string))
}

// Keyed is a Model that says by what a cell is sorted and filtered where its text is
// for the eye alone. "" is a cell that nobody knows.
type Keyed interface {
	Key(row, col int) string
}
