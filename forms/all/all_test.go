package all

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/form"
)

// Every folder of forms/ that registers a mẫu is imported here, and no other.
func TestImportsEveryForm(t *testing.T) {
	var want []string
	dirs, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dirs {
		files, _ := filepath.Glob(filepath.Join("..", d.Name(), "*.go"))
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(f, "_test.go") && strings.Contains(string(b), "form.Register(") {
				want = append(want, "ankhai/forms/"+d.Name())
				break
			}
		}
	}
	file, err := parser.ParseFile(token.NewFileSet(), "all.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, i := range file.Imports {
		got = append(got, strings.Trim(i.Path.Value, `"`))
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if len(form.Forms()) < len(want) {
		t.Errorf("%d forms are known, %d folders register one", len(form.Forms()), len(want))
	}
}

// What holds of every mẫu, whatever it declares.
func TestEveryForm(t *testing.T) {
	for _, f := range form.Forms() {
		tables := append([]*form.Table{f.Table}, f.Subs...)
		if f.Head != nil {
			tables = append(tables, f.Head)
		}
		for _, tab := range tables {
			for _, c := range tab.Columns() {
				if strings.Contains(c.Label, "  ") || strings.HasSuffix(c.Label, ":") {
					t.Errorf("%s %s: label %q", f.ID, c.Tag, c.Label)
				}
			}
			for _, r := range tab.Rules {
				if r.Basis == "" {
					t.Errorf("%s-%s has no basis", f.ID, r.Code)
				}
				if strings.ContainsAny(r.Say, "!") || strings.Contains(strings.ToLower(r.Say), "vui lòng") {
					t.Errorf("%s-%s: %s", f.ID, r.Code, r.Say)
				}
				if !strings.HasPrefix(r.Say, r.Col.Label+": ") {
					t.Errorf("%s-%s does not begin with the column's words: %s", f.ID, r.Code, r.Say)
				}
			}
		}
		if f.Title == "" || f.Basis == "" || len(f.Papers) == 0 {
			t.Errorf("%s lacks title, basis or paper", f.ID)
		}
		for _, w := range f.Wires {
			if w.File == "" || w.Root == "" || w.SignNode == "" || w.MaToKhai == "" || w.Basis == "" || w.Conf == "" {
				t.Errorf("%s: wire %s is not complete", f.ID, w.Version)
			}
		}
	}
}

// The engine and the printers know no particular form.
func TestEngineNamesNoForm(t *testing.T) {
	for _, dir := range []string{"form", "xmlfile", "print"} {
		files, _ := filepath.Glob(filepath.Join("..", dir, "*.go"))
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(string(b), "\n") {
				code, _, _ := strings.Cut(line, "//")
				for _, f := range form.Forms() {
					if strings.Contains(code, `"`+f.ID+`"`) {
						t.Errorf("%s names %s: %s", name, f.ID, strings.TrimSpace(line))
					}
				}
			}
		}
	}
}
