package sheet_test

import (
	"bytes"
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/sheet"
)

// formulas are texts that a spreadsheet would take for formulas, were they typed.
var formulas = []string{
	"=1+1", "+84912345678", "-1+2", "@SUM(A1:A9)", "\t=1+3", "\r=1+4", "=HYPERLINK(\"http://vi.du\";\"bấm\")", "=cmd|' /C calc'!A0", "'=1+5", "''@A1", "--7", "=1,5;2",
	"+A1", "-", "＝1+6",
}

// kept is a text as every writer keeps it: without tabs and line ends around it.
func kept(s string) string { return strings.TrimSpace(s) }

// writers are all the functions that write a table, each with the texts somewhere in it.
var writers = map[string]func() ([]byte, error){
	"WriteSlim": func() ([]byte, error) { return sheet.WriteSlim(payrollOf(formulas)) },
	"WritePayroll": func() ([]byte, error) {
		return sheet.WritePayroll(payrollOf(formulas), sheet.PayrollOptions{Layout: "L1", Titles: formulas, Departments: formulas})
	},
	"WriteTabs": func() ([]byte, error) {
		t := sheet.Tab{Name: "Một", Heads: []string{"A", "B"}}
		for _, s := range formulas {
			t.Lines = append(t.Lines, []string{"x", kept(s)})
		}
		return sheet.WriteTabs([]sheet.Tab{t}, nil)
	},
	"WriteNumberTabs": func() ([]byte, error) {
		return sheet.WriteNumberTabs([]sheet.NumberTab{{Name: "Một", Heads: []string{"A", "B"}, Lines: lines()}})
	},
	"WriteReport": func() ([]byte, error) { return sheet.WriteReport([]sheet.ReportTab{reportOf(lines())}) },
	"WriteCSV":    func() ([]byte, error) { return sheet.WriteCSV(reportOf(lines())) },
	"WriteForm":   func() ([]byte, error) { return sheet.WriteForm(docOf("D02-LT", "GhiChu"), sheet.FormOptions{}) },
	"WriteForms": func() ([]byte, error) {
		return sheet.WriteForms([]*form.Doc{docOf("TK1-TS", "HoTen"), docOf("D02-LT", "ChucDanh")}, sheet.FormOptions{})
	},
	"WriteOfficial": func() ([]byte, error) {
		doc := docOf("D02-LT", "GhiChu")
		return sheet.WriteOfficial(doc, doc.Form.Paper(20261122))
	},
}

func lines() (out [][]any) {
	for i, s := range formulas {
		out = append(out, []any{int64(-i), s})
	}
	return out
}

func reportOf(rows [][]any) sheet.ReportTab {
	return sheet.ReportTab{Name: "Một", Title: formulas[0], Notes: formulas[:4], Cols: []sheet.ReportCol{{Head: "Số", Sum: true}, {Head: "Chữ"}}, Rows: rows}
}

func payrollOf(texts []string) (out []facts.DongLuong) {
	for _, s := range texts {
		out = append(out, facts.DongLuong{HoTen: "Nguyễn Văn An", ChucDanh: s, GhiChu: s, PhongBan: s})
	}
	return out
}

func docOf(id, tag string) *form.Doc {
	doc := form.New(form.Of(id))
	c := doc.Form.Table.Column(tag)
	for _, s := range formulas {
		var r form.Row
		c.Put(&r, form.TextValue(s))
		doc.Rows = append(doc.Rows, r)
	}
	return doc
}

// Whatever a text begins with, no file that we write makes a formula of it: in a
// workbook it is a text in a cell of texts, in a text table it has a guard in front. Read
// back it is what it was.
func TestNoTextBecomesAFormula(t *testing.T) {
	for name, write := range writers {
		data, err := write()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !bytes.HasPrefix(data, []byte("PK")) {
			textTable(t, name, string(data))
			continue
		}
		f := openBook(t, data)
		found := map[string]bool{}
		for _, tab := range f.GetSheetList() {
			rows, err := f.GetRows(tab)
			if err != nil {
				t.Fatal(err)
			}
			for r, row := range rows {
				for c, s := range row {
					at, _ := excelize.CoordinatesToCellName(c+1, r+1)
					if formula, _ := f.GetCellFormula(tab, at); formula != "" && !strings.HasPrefix(formula, "SUBTOTAL(9,") {
						t.Errorf("%s: %s!%s is the formula %s", name, tab, at, formula)
					}
					if s != "" && strings.ContainsAny(s[:1], "=+-@'") {
						found[s] = asText(t, name, f, tab, at) || found[s]
					}
				}
			}
		}
		tabs, problems, err := sheet.ReadCells(context.Background(), data, nil)
		if err != nil || len(problems) > 0 {
			t.Errorf("%s: %v %v", name, problems, err)
		}
		back := map[string]bool{}
		for _, tab := range tabs {
			for _, row := range tab.Rows {
				for _, c := range row {
					back[c.Text] = true
				}
			}
		}
		for _, s := range formulas {
			want := kept(s)
			if want == "-" && strings.HasPrefix(name, "WriteForm") {
				want = "'-" // a dash alone stands for a cell left blank; the reader of forms takes the guard off
			}
			if strings.ContainsAny(want[:1], "=+-@'") && !found[want] {
				t.Errorf("%s: no cell of texts holds %q", name, want)
			}
			if !back[want] {
				t.Errorf("%s: %q is not read back", name, want)
			}
		}
	}
}

// asText reports whether a cell holds its text as one, in a format of texts, so that it
// stays one when somebody edits the cell.
func asText(t *testing.T, name string, f *excelize.File, tab, at string) bool {
	t.Helper()
	kind, _ := f.GetCellType(tab, at)
	if kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
		return kind == excelize.CellTypeUnset // a negative amount
	}
	id, _ := f.GetCellStyle(tab, at)
	style, err := f.GetStyle(id)
	if err != nil || style.NumFmt != 49 {
		if r, _, _ := excelize.SplitCellName(at); r != "A" { // titles and notes, which are ours, stand in the first column
			t.Errorf("%s: %s!%s is in format %d", name, tab, at, style.NumFmt)
		}
		return false
	}
	return true
}

// textTable checks the cells of a text table, and that a payroll of them is read back.
func textTable(t *testing.T, name, data string) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimRight(strings.TrimPrefix(data, "\ufeff"), "\r\n"), "\r\n")[1:] {
		_, text, _ := strings.Cut(line, ";")
		if text = strings.TrimPrefix(text, `"`); text == "" || strings.ContainsAny(text[:1], "=+-@\t\r") {
			t.Errorf("%s: a cell begins with %.1q", name, text)
		}
	}
	pay := sheet.ReportTab{Cols: []sheet.ReportCol{{Head: "Họ và tên"}, {Head: "Mã số BHXH"}, {Head: "Ghi chú"}, {Head: "Mức lương đóng BHXH"}}}
	for i, s := range formulas {
		pay.Rows = append(pay.Rows, []any{"Nguyễn Văn An", []string{"0100000001", "0100000002"}[i%2], s, int64(6_000_000 + i)})
	}
	csv, err := sheet.WriteCSV(pay)
	if err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read(context.Background(), csv, sheet.Options{Name: "luong.csv"})
	if err != nil || len(book.Rows) != len(formulas) {
		t.Fatalf("%s: %d lines, %v", name, len(book.Rows), err)
	}
	for i, s := range formulas {
		if got := book.Rows[i].GhiChu; got != kept(s) || book.Rows[i].Luong.MucLuong != int64(6_000_000+i) {
			t.Errorf("%s: %q is read back as %q", name, s, got)
		}
	}
}

// Every function that writes a table is among the writers above.
func TestEveryWriterIsTested(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".go") || strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		src, err := parser.ParseFile(token.NewFileSet(), file.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range src.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && strings.HasPrefix(fn.Name.Name, "Write") && writers[fn.Name.Name] == nil {
				t.Errorf("%s is not tested with texts that look like formulas", fn.Name.Name)
			}
		}
	}
}
