package sheet_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/form"
	"ankhai/forms/sheet"
)

// Beside the lines and the answers of the head nothing of the official workbook is
// changed: parts to the byte, and on the sheet every style, text, merged cell, width
// and height, further down by as many rows as were added.
func TestOfficialKeepsTheTemplate(t *testing.T) {
	eachOfficial(t, func(t *testing.T, f *form.Form, p *form.Paper) {
		for _, rows := range []int{0, 3, published[f.ID].lines, 40} {
			t.Run(fmt.Sprint(rows), func(t *testing.T) {
				data, err := sheet.WriteOfficial(invented(f, 5, rows), p)
				if err != nil {
					t.Fatal(err)
				}
				sameParts(t, parts(t, p.Book), parts(t, data), max(0, rows-published[f.ID].lines))
				sameSheet(t, f.ID, openBook(t, p.Book), openBook(t, data), rows)
			})
		}
	})
}

func sameParts(t *testing.T, was, is map[string]string, more int) {
	t.Helper()
	may := []string{"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"}
	if more > 0 {
		may = append(may, "xl/drawings/drawing1.xml")
	}
	for name, body := range was {
		got, ok := is[name]
		switch {
		case strings.HasPrefix(name, "xl/externalLinks/"):
			if ok {
				t.Errorf("%s is still there", name)
			}
		case !ok:
			t.Errorf("%s is gone", name)
		case got != body && !slices.Contains(may, name):
			t.Errorf("%s changed", name)
		}
	}
	for name, body := range is {
		if _, ok := was[name]; !ok {
			t.Errorf("%s is new", name)
		}
		if strings.Contains(body, "externalLink") || strings.Contains(body, "BlankMacro") {
			t.Errorf("%s still speaks of other workbooks", name)
		}
	}
	for _, list := range []string{"fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"} {
		if !strings.HasPrefix(inside(is["xl/styles.xml"], list), inside(was["xl/styles.xml"], list)) {
			t.Errorf("the %s of the template changed", list)
		}
	}
}

// inside is what a list of the styles holds.
func inside(styles, list string) string {
	_, rest, _ := strings.Cut(styles, "<"+list+" ")
	_, rest, _ = strings.Cut(rest, ">")
	rest, _, _ = strings.Cut(rest, "</"+list+">")
	return rest
}

func sameSheet(t *testing.T, id string, was, is *excelize.File, rows int) {
	t.Helper()
	x, name := published[id], was.GetSheetName(0)
	more, last := max(0, rows-x.lines), x.first+x.lines-1
	down := func(row int) int {
		if row > last {
			return row + more
		}
		return row
	}
	for col := 1; col <= 30; col++ {
		at, _ := excelize.ColumnNumberToName(col)
		a, _ := was.GetColWidth(name, at)
		if z, _ := is.GetColWidth(name, at); a != z {
			t.Errorf("column %s is %v wide, want %v", at, z, a)
		}
	}
	for row := 1; row <= 80; row++ {
		line := row >= x.first && row < x.first+min(rows, x.lines)
		a, _ := was.GetRowHeight(name, row)
		z, _ := is.GetRowHeight(name, down(row))
		if line && z < a || !line && z != a {
			t.Errorf("row %d is %v high, want %v", row, z, a)
		}
		if line {
			continue
		}
		for col := 1; col <= 30; col++ {
			from, _ := excelize.CoordinatesToCellName(col, row)
			to, _ := excelize.CoordinatesToCellName(col, down(row))
			words, _ := was.GetCellValue(name, from)
			got, _ := is.GetCellValue(name, to)
			if head := row < x.first && strings.Contains(words, ":"); head && got != words {
				ask, _, _ := strings.Cut(words, ":")
				if !strings.HasPrefix(got, strings.TrimSpace(ask)) {
					t.Errorf("%s asks %q, want %q", to, got, words)
				}
			} else if total := x.totals && row == last+1 && col > 2; !total && got != words {
				t.Errorf("%s says %q, want %q", to, got, words)
			} else if total && words == "" && got != "" {
				continue // a total, in a style of its own
			}
			a, _ := was.GetCellStyle(name, from)
			if z, _ := is.GetCellStyle(name, to); a != z {
				t.Errorf("%s has style %d, want %d", to, z, a)
			}
		}
	}
	merges := func(f *excelize.File, move func(int) int) (out []string) {
		list, err := f.GetMergeCells(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range list {
			c1, r1, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
			c2, r2, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
			out = append(out, fmt.Sprint(c1, ",", move(r1), "-", c2, ",", move(r2)))
		}
		slices.Sort(out)
		return out
	}
	if a, z := merges(was, down), merges(is, func(r int) int { return r }); !slices.Equal(a, z) {
		t.Errorf("merged cells are %v, want %v", z, a)
	}
	for _, n := range is.GetDefinedName() {
		for _, o := range was.GetDefinedName() {
			if n.Name != o.Name || n.Scope != o.Scope {
				continue
			}
			want := o.RefersTo
			if n.Name == "_xlnm.Print_Area" {
				cut := strings.LastIndexByte(want, '$') + 1
				end := 0
				fmt.Sscan(want[cut:], &end)
				want = want[:cut] + fmt.Sprint(down(end))
			}
			if n.RefersTo != want {
				t.Errorf("%s is %s, want %s", n.Name, n.RefersTo, want)
			}
		}
	}
	if len(is.GetDefinedName()) == 0 {
		t.Error("the print area is gone")
	}
	a, _ := was.GetPageLayout(name)
	z, _ := is.GetPageLayout(name)
	if *a.Orientation != *z.Orientation || *a.AdjustTo != *z.AdjustTo || *a.Size != *z.Size {
		t.Error("the page changed")
	}
}
