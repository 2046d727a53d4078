package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// bases are Fyne's fields. Ours derive from xwidget.Entry and xwidget.Select: NFC,
// Telex and VNI, days as dd/MM/yyyy and the window's keys hold everywhere or
// nowhere.
var bases = map[string]string{
	"Entry": "xwidget.Entry", "NewEntry": "xwidget.NewEntry", "NewEntryWithData": "xwidget.NewEntry", "NewMultiLineEntry": "xwidget.NewLines",
	"NewPasswordEntry": "xwidget.NewPassword", "Select": "xwidget.Select", "NewSelect": "xwidget.NewSelect", "NewSelectWithData": "xwidget.NewSelect",
	"SelectEntry": "xwidget.SelectSearch", "NewSelectEntry": "xwidget.NewSelectSearch", "DateEntry": "xwidget.DateEntry", "NewDateEntry": "xwidget.NewDate",
	"Calendar": "xwidget.DateEntry", "NewCalendar": "xwidget.NewDate",
}

func TestEveryFieldIsOurs(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (path == "xwidget" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		files++
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		name := widgetName(f)
		ast.Inspect(f, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok || name == "" {
				return true
			}
			if x, ok := s.X.(*ast.Ident); ok && x.Name == name && bases[s.Sel.Name] != "" {
				t.Errorf("%s: widget.%s takes no Vietnamese; use %s", set.Position(s.Pos()), s.Sel.Name, bases[s.Sel.Name])
			}
			return true
		})
		return nil
	})
	if err != nil || files < 50 {
		t.Fatalf("%d files, %v", files, err)
	}
}

// widgetName is how a file calls Fyne's widgets, "" where it does not.
func widgetName(f *ast.File) string {
	for _, i := range f.Imports {
		if i.Path.Value == `"fyne.io/fyne/v2/widget"` {
			if i.Name != nil {
				return i.Name.Name
			}
			return "widget"
		}
	}
	return ""
}
