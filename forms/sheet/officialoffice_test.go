package sheet_test

import (
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/forms/form"
	"ankhai/forms/sheet"
)

// LibreOffice opens the filled workbooks, prints them, and saves them as its own with
// the same rows in them.
func TestLibreOfficeOpensTheOfficialBooks(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	docs := map[*form.Form]*form.Doc{}
	var files []string
	eachOfficial(t, func(t *testing.T, f *form.Form, p *form.Paper) {
		docs[f] = invented(f, 11, 25)
		for _, r := range rowsOf(docs[f]) {
			for k, v := range r {
				if strings.Contains(v.S, "_x") {
					r[k] = form.TextValue("Hà") // it saves these in another way than it reads them
				}
			}
		}
		data, err := sheet.WriteOfficial(docs[f], p)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, filepath.Join(dir, f.FileName()+".xlsx"))
		if err := os.WriteFile(files[len(files)-1], data, 0o600); err != nil {
			t.Fatal(err)
		}
	})
	ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
	defer stop()
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "ho-so"))}
	for _, kind := range []string{"xlsx:Calc MS Excel 2007 XML", "pdf"} {
		args := append([]string{"-env:UserInstallation=" + profile.String(), "--headless", "--convert-to", kind, "--outdir", filepath.Join(dir, "ra")}, files...)
		if said, err := exec.CommandContext(ctx, soffice, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
	}
	for f := range docs {
		ours, err := os.ReadFile(filepath.Join(dir, f.FileName()+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := os.ReadFile(filepath.Join(dir, "ra", f.FileName()+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(dir, "ra", f.FileName()+".pdf")); err != nil {
			t.Error(err)
		}
		want, _, err := sheet.ReadForm(context.Background(), f, ours, sheet.FormOptions{})
		if err != nil {
			t.Fatal(err)
		}
		got, problems, err := sheet.ReadForm(context.Background(), f, theirs, sheet.FormOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			t.Errorf("%s: %s!%s %q %s", f.ID, p.Sheet, p.Cell, p.Value, p.Message)
		}
		if d := differ(want, got); d != "" {
			t.Errorf("%s: %s", f.ID, d)
		}
	}
}
