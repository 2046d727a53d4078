package ui

import (
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget/wordbook"
)

// commandOrOption is what whoever sits at the window cannot follow.
var commandOrOption = regexp.MustCompile(`\bbhxh [a-z…]|(^|[ (])--[a-z]`)

// consoleOnly are sentences that are never on the window, and those that speak of the
// command line itself.
var consoleOnly = []string{"dòng lệnh", "cứu những gì còn đọc được", "lấy lại bản sao ấy", "SHA-256 của từng tệp", "files refer to each other"}

// A remedy that names a command of the console says where the window has it. What each
// sentence of the rooms below becomes is in testdata/cho-tren-cua-so.txt, to be read.
func TestTheWindowNamesItsOwnPlaces(t *testing.T) {
	k := book{map[string]string{}, token.NewFileSet()}
	for _, room := range []string{"app/office", "app/gateway", "app/printer", "app/ui", "storage", "forms", "signing"} {
		err := filepath.WalkDir(filepath.Join("..", "..", filepath.FromSlash(room)), func(path string, d fs.DirEntry, err error) error {
			switch {
			case d != nil && d.IsDir() && (d.Name() == "start" || d.Name() == "softhsm" || d.Name() == "testdata" || d.Name() == "wordbook"):
				return filepath.SkipDir
			case err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
				k.file(t, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, row := range strings.Split(read(t, "../../assets/help/ma.tsv"), "\n") {
		for _, cell := range strings.Split(row, "\t") {
			k.at[cell] = "ma.tsv"
		}
	}
	var out strings.Builder
	for _, s := range slices.Sorted(maps.Keys(k.at)) {
		if !commandOrOption.MatchString(s) || slices.ContainsFunc(consoleOnly, func(c string) bool { return strings.Contains(s, c) }) {
			continue
		}
		said := wordbook.Line(s, 0)
		if commandOrOption.MatchString(said) {
			t.Errorf("%s: on the window «%s» says a command or an option", k.at[s], said)
		}
		out.WriteString(s + "\n→ " + said + "\n\n")
	}
	uitest.GoldenText(t, "cho-tren-cua-so.txt", out.String())
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
