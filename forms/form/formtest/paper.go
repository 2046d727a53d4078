package formtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ankhai/forms/print"
)

// made is the time that stands in every PDF of the cases.
var made = time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)

// paper prints the case and returns the words of its pages as pdftotext lays
// them out. With PRINT_KEEP=DIR the PDF is kept there, for a person to look at.
func (c *Case) paper(t *testing.T) string {
	t.Helper()
	p := c.Doc.Form.Paper(c.Today)
	if p == nil {
		t.Fatal("the form has no paper on that day")
	}
	pdf, err := print.PDF(c.Doc, p, print.Options{Made: made})
	if err != nil {
		t.Fatal(err)
	}
	dir := os.Getenv("PRINT_KEEP")
	if dir == "" {
		dir = t.TempDir()
	}
	name := c.Doc.Form.ID + "_" + strings.TrimSuffix(filepath.Base(c.File), ".txtar") + ".pdf"
	file := filepath.Join(dir, strings.Map(plainName, name))
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("pdftotext is missing")
		}
		t.Skip("pdftotext is missing")
	}
	out, err := exec.Command("pdftotext", "-layout", "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	var b strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(string(out), "\f", "\n")) {
		if line = strings.TrimRight(line, " \r\n"); line != "" {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// plainName keeps a file's name free of what folders and shells mean otherwise.
func plainName(r rune) rune {
	if strings.ContainsRune(`/\: `, r) {
		return '-'
	}
	return r
}

// sameWords compares two pages by their words: how many spaces stand between two
// columns differs between versions of pdftotext.
func sameWords(a, b string) bool { return slices.Equal(strings.Fields(a), strings.Fields(b)) }
