package form

// Grid is the table of rows, with heads merged as its columns nest, and a line
// of column numbers below the heads. It flows over pages, heads repeated.
//
// Rows are those of the main table, or of the sub-table Of: all of them, and in
// a paper per row those that belong to its row. With Sections each row stands
// under the first section that takes it; a row that none takes is not printed.
type Grid struct {
	Of       string // tag of the sub-table; "" = the main table
	Cols     []GridCol
	Sections []Section
	Foot     string           // words of the last line, with the totals of the columns; "" = no such line
	MinRows  int              // lines drawn even when there are fewer rows
	Size     int              // type size in tenths of a point
	Tight    bool             // rows no taller than their words need
	Face     func(View) Style // how a row looks; nil = plain
}

// Section is a heading line inside a Grid with the rows below it.
type Section struct {
	No      string // in the first column: "A", "I"
	Head    string // its words, from the second column on
	Style   Style
	Rows    func(View) bool // the rows below it; nil = none, as over other sections
	Span    bool            // the words run over all the columns after the first
	Totals  bool            // the heading line carries the totals of its rows
	MinRows int             // lines drawn even when there are fewer rows
}

// GridCol is a column of the paper's table, or a head over several.
type GridCol struct {
	Head  string
	No    string // "A", "1" … under the head
	Width int    // share of the table's width
	Align Align
	Value func(View) string
	Total func([]Row) string // what the Foot and the totals of a Section show
	Cross func(View) bool    // where true, the cell is struck through and shows nothing
	Sub   []GridCol

	// Figure tells that Value and Total write numbers, as Show does: a workbook gets
	// them as numbers. Identifiers are none, though they are all digits.
	Figure bool
	// Of is the column into which a cell of a filled paper is read; Take reads one that
	// is no column's alone and tells whether it could. Both nil: nothing is read.
	Of   *Column
	Take func(r *Row, s string) bool
}

// Cell makes a column of the paper's table that shows a cell of the row.
func Cell(head, no string, width int, a Align, c Handle) GridCol {
	col := c.Col()
	return GridCol{Head: head, No: no, Width: width, Align: a, Figure: col.Kind.numeric(), Of: col,
		Value: func(v View) string { return col.Show(col.Get(v.Row)) }}
}

// CellOf makes a column that shows what f makes of the view.
func CellOf(head, no string, width int, a Align, f func(View) string) GridCol {
	return GridCol{Head: head, No: no, Width: width, Align: a, Value: f}
}

// Heading makes a head over several columns of the paper's table.
func Heading(head string, cols ...GridCol) GridCol { return GridCol{Head: head, Sub: cols} }

// Ordinal makes the column of running numbers, which begin anew in each section.
func Ordinal(head, no string, width int) GridCol {
	return CellOf(head, no, width, Center, func(v View) string { return itoa(v.K) }).Figures()
}

// Figures says that the column writes numbers.
func (g GridCol) Figures() GridCol { g.Figure = true; return g }

// Back says into which column a cell is read that shows more or less than it.
func (g GridCol) Back(c Handle) GridCol {
	g.Of = c.Col()
	g.Figure = g.Figure || g.Of.Kind.numeric()
	return g
}

// Taken says how a cell is read that is no column's alone.
func (g GridCol) Taken(f func(r *Row, s string) bool) GridCol { g.Take = f; return g }

// Leaves lists the columns that stand over cells, those under heads in their place.
func (g Grid) Leaves() []GridCol { return leaves(g.Cols) }

func leaves(cols []GridCol) (out []GridCol) {
	for _, c := range cols {
		if len(c.Sub) > 0 {
			out = append(out, leaves(c.Sub)...)
		} else {
			out = append(out, c)
		}
	}
	return out
}

// Summed gives the column a total: the sum of the cells. It stays empty while
// nobody has said one of them.
func (g GridCol) Summed(c Handle) GridCol {
	col := c.Col()
	g.Total = func(rows []Row) string {
		sum := int64(0)
		for _, r := range rows {
			v := col.Get(r)
			if v.A == Unknown {
				return ""
			}
			sum += v.N
		}
		if len(rows) == 0 {
			return ""
		}
		return col.Show(NumValue(sum))
	}
	return g
}

// Crossed strikes the cells through where f holds.
func (g GridCol) Crossed(f func(View) bool) GridCol { g.Cross = f; return g }
