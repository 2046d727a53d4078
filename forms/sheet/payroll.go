package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// PayrollOptions say what a payroll to be filled looks like.
type PayrollOptions struct {
	Layout      string   // "L4" slim, "L1" with contract, address and place of treatment
	Today       law.Day  // codes that ended before it are not offered; zero: all are
	Titles      []string // offered for the title of a job
	Departments []string // offered for the department
}

// PayrollLayouts are the layouts that WritePayroll writes.
var PayrollLayouts = []string{"L4", "L1"}

// ErrLayout: there is no such layout to be filled.
var ErrLayout = errors.New("no such layout")

// WritePayroll writes a payroll to be filled, empty or with lines, which Read takes as
// it is: the heads in the first line, codes with their names and with lists to choose
// from, all offered codes on a sheet of their own. Identifiers, dates of birth and
// months are texts in columns of text, so that nothing eats their zeros; amounts and
// coefficients are numbers, days of contracts are days. Texts are written as texts
// whatever they begin with. Equal lines give equal bytes.
func WritePayroll(rows []facts.DongLuong, o PayrollOptions) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	b := &formBook{f: f, o: FormOptions{Today: o.Today}, named: map[string]bool{}, looks: map[string]int{}}
	p := payrollBook{formBook: b, cols: payrollCols(o, rows)}
	if len(p.cols) == 0 {
		return nil, fmt.Errorf("write payroll %q: %w", o.Layout, ErrLayout)
	}
	lines := p.write(map[string]string{"L4": "Danh sách", "L1": "D02-LT TK1"}[o.Layout], rows)
	b.codes()
	if b.err != nil {
		return nil, fmt.Errorf("write payroll: %w", b.err)
	}
	f.SetActiveSheet(0)
	var out bytes.Buffer
	if _, err := f.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("write payroll: %w", err)
	}
	data, err := withLines(out.Bytes(), map[string][]byte{"xl/worksheets/sheet1.xml": lines})
	if err != nil {
		return nil, fmt.Errorf("write payroll: %w", err)
	}
	return data, nil
}

// payrollCol is a column of a payroll to be filled.
type payrollCol struct {
	head  string
	look  string    // of its cells
	width int       // characters
	list  form.List // to choose from; nil: anything
	help  string
	value func(d *facts.DongLuong) any // a cell of a report; "" and nil leave it empty
}

// payrollBook is the workbook being written.
type payrollBook struct {
	*formBook
	cols []payrollCol
}

func (p *payrollBook) write(name string, rows []facts.DongLuong) []byte {
	if len(rows) > maxRows-1 {
		p.try(ErrTooBig)
		return nil
	}
	name = p.sheet(name)
	wide, widths := 0, make([]int, len(p.cols))
	for i, c := range p.cols {
		p.try(p.f.SetColStyle(name, colName(i), p.look(c.look)))
		if !strings.Contains(c.head, " ") { // one word, which is not to be broken
			c.width = max(c.width, len(c.head)*5/4+2)
		}
		widths[i] = c.width
		wide += c.width
		p.try(setWidth(p.f, name, i, c.width))
	}
	for i, c := range p.cols {
		p.text(name, cellName(i, 1), c.head, p.look(lookHead))
		p.offer(name, c, fmt.Sprintf("%s:%s", cellName(i, 2), cellName(i, lastRow)))
	}
	last := colName(len(p.cols) - 1)
	p.try(p.f.SetSheetDimension(name, fmt.Sprintf("A1:%s%d", last, len(rows)+1)))
	p.try(p.f.SetRowHeight(name, 1, 46))
	p.try(p.f.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: 1, TopLeftCell: "C2", ActivePane: "bottomRight"}))
	p.printed(name, 1, 2, wide)
	w := newCellWriter(p.formBook, len(p.cols))
	grey := `" s="` + strconv.Itoa(p.look(lookGrey)) + `"`
	line := make([]any, len(p.cols))
	for n := range rows {
		for i, c := range p.cols[1:] {
			line[i+1] = c.value(&rows[n])
		}
		w.row(n+2, tallest(line, widths))
		w.add(`<c r="A`, w.num, grey, `><v>`, strconv.Itoa(n+1), `</v></c>`)
		for i, x := range line[1:] {
			if x != nil && x != "" { // else it has the look of its column
				w.cell(i+1, x)
			}
		}
		w.end()
	}
	p.try(w.err)
	return w.out
}

// offer puts help and a list to choose from on cells. Nothing typed is refused by
// Excel: the reader names what does not fit.
func (p *payrollBook) offer(sheet string, c payrollCol, cells string) {
	dv := excelize.NewDataValidation(true)
	dv.Sqref, dv.Type = cells, "none"
	if c.list != nil {
		name := p.list(c.list)
		if name == "" {
			return
		}
		dv.SetSqrefDropList(name)
	}
	if c.list == nil && c.help == "" {
		return
	}
	if c.help != "" {
		dv.SetInput(cut(c.head, 32), cut(c.help, 255))
	}
	p.try(p.f.AddDataValidation(sheet, dv))
}

// plainList is a list of words that are no codes.
type plainList struct {
	name  string
	words []string
}

func (l plainList) Name() string         { return l.name }
func (l plainList) Label(string) string  { return "" }
func (l plainList) Codes() []string      { return l.words }
func (l plainList) Has(word string) bool { return slices.Contains(l.words, word) }

// coded is a code of a list as it is written; nil where there is none.
func coded(l *codes.List, code string) any {
	if code == "" {
		return nil
	}
	return codeWords(l, code)
}
