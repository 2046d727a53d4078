package form

import "ankhai/forms/law"

// Paper is a dated layout of the form on A4 paper, as the official template
// looks. A printer (forms/print) draws its parts from top to bottom.
type Paper struct {
	Version   string // "366"
	Basis     string
	From      law.Day
	Until     law.Day
	Landscape bool
	PerRow    bool // one paper for each row of the main table, instead of one for all
	Size      int  // type size in tenths of a point; 0 = 12 pt upright, 10 pt landscape
	Parts     []Part

	// Book is the agency's own workbook of this layout, byte for byte as it was
	// published; nil = none. forms/sheet fills it: the numbers of the Grid's columns
	// stand over its lines, and the lines of its Corner in its cells.
	Book []byte
}

// Part is one piece of a paper: Corner, Lines, Grid, Sign or Break.
type Part interface{ part() }

// View is what a segment or a cell sees: the document and, where there is one,
// the row. N is the row's number from 1, K its number inside its Section (the
// same where a Grid has none).
type View struct {
	Doc  *Doc
	Row  Row
	N, K int
}

// Style is how a text looks. Size is in tenths of a point, 0 = the paper's own.
type Style struct {
	Bold, Italic, Underline bool
	Size                    int
}

// Align places a line or a cell between its edges.
type Align uint8

// The four alignments.
const (
	Left Align = iota
	Center
	Right
	Justify
)

// Seg is a run of text in a line: fixed words, a field with dotted leaders that
// stand until it is answered, or a box to tick.
type Seg struct {
	Text  string
	Style Style
	Value func(View) string // a field; "" prints the leaders
	Dots  int               // length of the leaders in characters; 0 with Value: to the line's end
	Of    *Column           // the column of the head that Value shows, nil for anything else
	Tick  func(View) bool   // a box before Text
}

// Line is a line of segments; long ones wrap.
type Line struct {
	Segs   []Seg
	Align  Align
	Indent int // tenths of a millimetre
	Before int // space above, tenths of a millimetre
}

// Corner is the block at the top: left lines and right lines side by side.
type Corner struct{ Left, Right []Line }

// Lines is running text.
type Lines struct{ Lines []Line }

// Sign is the block of signatures: left and right, each centred.
type Sign struct{ Left, Right []Line }

// Break begins a new page.
type Break struct{}

func (Corner) part() {}
func (Lines) part()  {}
func (Grid) part()   {}
func (Sign) part()   {}
func (Break) part()  {}

// T, B, I and BI make words: plain, bold, italic, both.
func T(s string) Seg  { return Seg{Text: s} }
func B(s string) Seg  { return Seg{Text: s, Style: Style{Bold: true}} }
func I(s string) Seg  { return Seg{Text: s, Style: Style{Italic: true}} }
func BI(s string) Seg { return Seg{Text: s, Style: Style{Bold: true, Italic: true}} }

// Sized gives a segment a type size in tenths of a point.
func (s Seg) Sized(tenths int) Seg { s.Style.Size = tenths; return s }

// Field prints a cell of the row, or leaders of n dots until it is answered.
func Field(c Handle, n int) Seg {
	col := c.Col()
	return Seg{Value: func(v View) string { return col.Show(col.Get(v.Row)) }, Dots: n}
}

// HeadField prints a cell of the head, or leaders.
func HeadField(c Handle, n int) Seg {
	col := c.Col()
	return Seg{Value: func(v View) string { return col.Show(col.Get(v.Doc.Head)) }, Dots: n, Of: col}
}

// FieldOf prints what f makes of the view, or leaders when that is "".
func FieldOf(f func(View) string, n int) Seg { return Seg{Value: f, Dots: n} }

// TickBox draws a box before its words, ticked where f holds.
func TickBox(words string, f func(View) bool) Seg { return Seg{Text: words, Tick: f} }

// L makes a line of segments.
func L(a Align, segs ...Seg) Line { return Line{Segs: segs, Align: a} }
