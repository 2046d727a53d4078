package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// tracked lists the project's files.
func tracked(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("git", "ls-files", "-co", "--exclude-standard").Output()
	if err != nil {
		t.Skipf("not a git checkout: %v", err)
	}
	return strings.Fields(strings.ReplaceAll(string(out), "\r", ""))
}

func source(name string) bool {
	return strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go")
}

// The engine, the printers and the window work on any form: none is named there.
func TestNoFormIsNamedInTheEngine(t *testing.T) {
	for _, name := range tracked(t) {
		dir := path.Dir(name)
		engine := dir == "forms/form" || dir == "forms/xmlfile" || dir == "forms/print" || strings.HasPrefix(dir, "app/ui")
		if !engine || !source(name) {
			continue
		}
		each(t, name, func(n ast.Node) {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return
			}
			switch s, _ := strconv.Unquote(lit.Value); s {
			case "D02-LT", "TK1-TS", "D02-TS":
				t.Errorf("%s names the form %s; what differs between forms belongs in the declaration", name, s)
			}
		})
	}
}

// Money, rates and days are integers: no float under forms and storage. The
// exceptions write for others: the geometry of paper (fpdf), the width of columns and
// the cells of a sample workbook (Excel).
func TestNoFloats(t *testing.T) {
	for _, name := range tracked(t) {
		if !source(name) || !(strings.HasPrefix(name, "forms/") || strings.HasPrefix(name, "storage/")) || strings.HasPrefix(name, "forms/print/") || strings.HasPrefix(name, "forms/sheet/mausample/") || name == "forms/sheet/width.go" {
			continue
		}
		each(t, name, func(n ast.Node) {
			if id, ok := n.(*ast.Ident); ok && (id.Name == "float64" || id.Name == "float32") {
				t.Errorf("%s uses %s", name, id.Name)
			}
		})
	}
}

// A legal figure has a day and a source, so it stands in forms/law/data: no
// number of 1.000 or more in a form's declaration.
func TestNoLegalFiguresInDeclarations(t *testing.T) {
	for _, name := range tracked(t) {
		if !source(name) || !(strings.HasPrefix(name, "forms/d02lt/") || strings.HasPrefix(name, "forms/tk1ts/") || strings.HasPrefix(name, "forms/services/") || strings.HasPrefix(name, "forms/payroll/")) {
			continue
		}
		each(t, name, func(n ast.Node) {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.INT {
				return
			}
			if v, err := strconv.ParseInt(strings.ReplaceAll(lit.Value, "_", ""), 0, 64); err == nil && v >= 1000 && !strings.HasSuffix(name, "/paper.go") {
				t.Errorf("%s has the number %s; a legal figure belongs in forms/law/data", name, lit.Value)
			}
		})
	}
}

// Every text of ours is NFC, and every path short enough for Windows.
func TestTextIsNFCAndPathsAreShort(t *testing.T) {
	for _, name := range tracked(t) {
		if len(name) > 180 {
			t.Errorf("%s: %d characters, Windows allows few more", name, len(name))
		}
		if !norm.NFC.IsNormalString(name) {
			t.Errorf("%q is not NFC", name)
		}
		switch path.Ext(name) {
		case ".go", ".md", ".toml", ".tsv", ".json", ".xsd", ".yaml":
		default:
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			continue // deleted and not yet committed
		}
		if strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/") {
			continue // tests may hold decomposed text on purpose
		}
		if !norm.NFC.IsNormal(data) {
			for i, line := range bytes.Split(data, []byte("\n")) {
				if !norm.NFC.IsNormal(line) {
					t.Errorf("%s:%d is not NFC", name, i+1)
				}
			}
		}
	}
}

func each(t *testing.T, name string, visit func(ast.Node)) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if n != nil {
			visit(n)
		}
		return true
	})
}
