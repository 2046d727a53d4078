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

// LibreOffice opens the workbook of every form and saves it as its own; what is
// read of that is the same: texts that look like formulas, days, blanks, codes.
func TestLibreOfficeKeepsTheForms(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	var docs []*form.Doc
	for i, f := range form.Forms() {
		d := invent(f, uint64(i)+7, 6)
		for _, r := range rowsOf(d) {
			for k, v := range r {
				if strings.Contains(v.S, "_x005F_") || strings.Contains(v.S, "_x0041_x") {
					r[k] = form.TextValue("_x0041_") // it saves these in another way than it reads them
				}
			}
		}
		docs = append(docs, d)
	}
	data, err := sheet.WriteForms(docs, sheet.FormOptions{})
	if err != nil {
		t.Fatal(err)
	}
	source := filepath.Join(dir, "mau.xlsx")
	if err := os.WriteFile(source, data, 0o600); err != nil {
		t.Fatal(err)
	}
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "ho-so"))}
	for _, kind := range []string{"xlsx:Calc MS Excel 2007 XML", "ods"} { // through its own format and back
		ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
		defer stop()
		out := filepath.Join(dir, kind[:3])
		said, err := exec.CommandContext(ctx, soffice, "-env:UserInstallation="+profile.String(), "--headless", "--convert-to", kind, "--outdir", out, source).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		if kind == "ods" {
			said, err := exec.CommandContext(ctx, soffice, "-env:UserInstallation="+profile.String(), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
				"--outdir", out, filepath.Join(out, "mau.ods")).CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, said)
			}
		}
		saved, err := os.ReadFile(filepath.Join(out, "mau.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		got, err := sheet.ReadForms(context.Background(), saved, sheet.FormOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range got.Problems {
			t.Errorf("%s: %s!%s %q %s", kind, p.Sheet, p.Cell, p.Value, p.Message)
		}
		if len(got.Docs) != len(docs) {
			t.Fatalf("%s: %d forms, want %d", kind, len(got.Docs), len(docs))
		}
		for i := range docs {
			if d := differ(docs[i], got.Docs[i]); d != "" {
				t.Errorf("%s: %s: %s", kind, docs[i].Form.ID, d)
			}
		}
	}
}

func rowsOf(d *form.Doc) []form.Row {
	rows := append([]form.Row{d.Head}, d.Rows...)
	for _, t := range d.Form.Subs {
		rows = append(rows, d.Subs[t.Tag]...)
	}
	return rows
}
