package sheet

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// ReportCol is a column of a report.
type ReportCol struct {
	Head string
	Wide int  // width in digits; 0: usualWidth
	Sum  bool // the line of totals adds it up: int64 cells only
}

// Fixed is a decimal number, N/10^Places: Fixed{2340, 3} is 2,34.
type Fixed struct {
	N      int64
	Places int
}

// ReportTab is a sheet of a report. A cell is a string, which stays the text that it is,
// zeros in front and signs of formulas included; an int64, shown in groups of three; a
// Fixed; a law.Day or a law.Month, which are dates; or nil, which leaves the cell empty,
// as the zero day and month do.
type ReportTab struct {
	Name  string   // of the tab, cut to what Excel allows
	Title string   // over the table; "" begins with the heads
	Notes []string // under the title
	Cols  []ReportCol
	Pin   int // columns that stay in sight beside the heads
	Rows  [][]any
}

// usualWidth is how wide a column is of which nobody says it, in digits.
const usualWidth = 14

// WriteReport writes a report: the heads stay in sight and are printed on every page, a
// filter stands over them, and below the lines the totals as formulas that follow the
// filter, with the sum of all lines saved. It is printed on A4, on as many pages beside
// each other as can be read.
// Equal reports give equal bytes.
func WriteReport(tabs []ReportTab) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	b := &formBook{f: f, named: map[string]bool{}, looks: map[string]int{}}
	lines := map[string][]byte{}
	for i := range tabs {
		r := reportSheet{formBook: b, tab: &tabs[i]}
		lines[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = r.write()
	}
	if b.err != nil {
		return nil, fmt.Errorf("write report: %w", b.err)
	}
	f.SetActiveSheet(0)
	var out bytes.Buffer
	if _, err := f.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("write report: %w", err)
	}
	data, err := withLines(out.Bytes(), lines)
	if err != nil {
		return nil, fmt.Errorf("write report: %w", err)
	}
	return data, nil
}

// reportSheet is a sheet being written: its frame through the library, its lines as the
// bytes of the part, which costs a hundredth of the memory.
type reportSheet struct {
	*formBook
	tab  *ReportTab
	name string
	head int // the line of the heads, from 1
}

// write makes the sheet and returns its lines.
func (r *reportSheet) write() []byte {
	t := r.tab
	if len(t.Cols) == 0 || len(t.Cols) > maxCols || len(t.Rows) > maxRows-len(t.Notes)-4 {
		r.try(ErrTooBig)
		return nil
	}
	r.name, r.head = r.sheet(t.Name), 1
	if t.Title != "" {
		r.text(r.name, "A1", plainText(t.Title), r.look(lookReportTitle))
		r.head++
	}
	for _, s := range t.Notes {
		r.text(r.name, cellName(0, r.head), plainText(s), r.look(lookReportNote))
		r.head++
	}
	for i, c := range t.Cols {
		r.text(r.name, cellName(i, r.head), plainText(c.Head), r.look(lookHead))
		r.try(setWidth(r.f, r.name, i, cmp.Or(c.Wide, usualWidth)))
	}
	r.try(r.f.SetRowHeight(r.name, r.head, 34))
	r.frame()
	return r.lines()
}

// frame sets what Excel does with the sheet: panes, filter, paper.
func (r *reportSheet) frame() {
	last, end := colName(len(r.tab.Cols)-1), r.head+len(r.tab.Rows)
	total := end + boolInt(r.totals())
	r.try(r.f.SetSheetDimension(r.name, fmt.Sprintf("A1:%s%d", last, total)))
	pane := "bottomLeft"
	if r.tab.Pin > 0 {
		pane = "bottomRight"
	}
	r.try(r.f.SetPanes(r.name, &excelize.Panes{Freeze: true, XSplit: r.tab.Pin, YSplit: r.head, TopLeftCell: cellName(r.tab.Pin, r.head+1), ActivePane: pane}))
	if len(r.tab.Rows) > 0 {
		r.try(r.f.AutoFilter(r.name, fmt.Sprintf("A%d:%s%d", r.head, last, end), nil))
	}
	wide := 0
	for _, c := range r.tab.Cols {
		wide += cmp.Or(c.Wide, usualWidth)
	}
	r.printed(r.name, r.head, r.tab.Pin, wide)
}

// totals reports whether there is a line of them.
func (r *reportSheet) totals() bool {
	for _, c := range r.tab.Cols {
		if c.Sum && len(r.tab.Rows) > 0 {
			return true
		}
	}
	return false
}

// lines are the rows of the sheet's part below the heads.
func (r *reportSheet) lines() []byte {
	sums := make([]int64, len(r.tab.Cols))
	w := newCellWriter(r.formBook, len(r.tab.Cols))
	w.out = make([]byte, 0, len(r.tab.Rows)*len(r.tab.Cols)*roomOfCell)
	wide := make([]int, len(r.tab.Cols))
	for i, c := range r.tab.Cols {
		wide[i] = cmp.Or(c.Wide, usualWidth)
	}
	for n, row := range r.tab.Rows {
		w.row(r.head+1+n, tallest(row, wide))
		for i := range r.tab.Cols {
			var x any
			if i < len(row) {
				x = row[i]
			}
			if v, ok := x.(int64); ok && r.tab.Cols[i].Sum {
				sums[i] += v
			}
			w.cell(i, x)
		}
		w.end()
	}
	if w.err != nil {
		r.try(w.err)
		return nil
	}
	out := bytes.NewBuffer(w.out)
	if r.totals() {
		r.sum(out, sums, strconv.Itoa(r.look(lookSum)), strconv.Itoa(r.look(lookSumWord)))
	}
	return out.Bytes()
}

// sum writes the line of totals.
func (r *reportSheet) sum(out *bytes.Buffer, sums []int64, figure, word string) {
	end := r.head + len(r.tab.Rows)
	fmt.Fprintf(out, `<row r="%d">`, end+1)
	said := false
	for i, c := range r.tab.Cols {
		at := cellName(i, end+1)
		switch {
		case c.Sum:
			fmt.Fprintf(out, `<c r="%s" s="%s"><f>SUBTOTAL(9,%s:%s)</f><v>%d</v></c>`, at, figure, cellName(i, r.head+1), cellName(i, end), sums[i])
		case !said && (i > 0 || r.tab.Cols[i].Wide >= 10):
			out.WriteString(textCell(at, word, "Cộng"))
			said = true
		default:
			out.WriteString(emptyCell(at, word))
		}
	}
	out.WriteString("</row>")
}
