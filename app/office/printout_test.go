//go:build unix

package office

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/print"
)

// A form goes to the printer through a pipe; no file of it lies in the data folder.
func TestPrintOut(t *testing.T) {
	o := openDesk(t, t.TempDir())
	dir := t.TempDir()
	for name, body := range map[string]string{"lpstat": `[ "$1" = -a ] && echo "Ke_toan accepting requests" || echo "no system default destination"`,
		"lp": `cat > "$OUT/paper"; echo "$@" > "$OUT/args"`} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+body+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+"/usr/bin:/bin")
	t.Setenv("OUT", dir)
	ctx := t.Context()
	line := form.Lines{Lines: []form.Line{{Segs: []form.Seg{form.T("Đơn vị")}}}}
	pdf, err := print.PDF(&form.Doc{}, &form.Paper{Version: "thu", From: 20260101, Parts: []form.Part{line, form.Break{}, line}}, print.Options{Made: testNow()})
	if err != nil {
		t.Fatal(err)
	}
	f := File{Name: "D02-LT.pdf", Bytes: pdf}
	if err := o.PrintOut(ctx, f, PrintOrder{Pages: " 2 "}); err != nil {
		t.Fatal(err)
	}
	if args, _ := os.ReadFile(filepath.Join(dir, "args")); string(args) != "-t AnKhai -n 1 -d Ke_toan -o sides=one-sided -P 2-2\n" {
		t.Errorf("lp %s", args)
	}
	if paper, _ := os.ReadFile(filepath.Join(dir, "paper")); string(paper) != string(pdf) {
		t.Errorf("%d bytes were printed of %d", len(paper), len(pdf))
	}
	if left, err := os.ReadDir(filepath.Join(o.Dir(), viewFolder)); err == nil && len(left) > 0 {
		t.Errorf("a file lies in clear: %v", left)
	}
	if err := o.PrintOut(ctx, f, PrintOrder{Pages: "3"}); !errors.Is(err, print.ErrPages) {
		t.Errorf("a page that is not there: %v", err)
	}
	if err := o.PrintOut(ctx, File{Name: "a.xlsx", Bytes: []byte("PK")}, PrintOrder{}); !errors.Is(err, ErrNoPages) {
		t.Errorf("a workbook: %v", err)
	}
}

// A file for a system that prints only files lies in the private folder, can be read by
// its owner alone, and is gone when the program is.
func TestFileForPrinting(t *testing.T) {
	o := openDesk(t, t.TempDir())
	path, err := o.forPrinting([]byte("%PDF-1.7"))
	if err != nil {
		t.Fatal(err)
	}
	if in, err := filepath.Rel(filepath.Join(o.Dir(), viewFolder), path); err != nil || !filepath.IsLocal(in) {
		t.Errorf("it lies at %s", path)
	}
	if s, err := os.Stat(path); err != nil || s.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", s, err)
	}
	some, told, err := somePages([]byte("no PDF"), "1", true)
	if err != nil || told != "1-1" || string(some) != "no PDF" {
		t.Errorf("a file that cannot be parted: %q, %v", told, err)
	}
	if _, _, err := somePages([]byte("no PDF"), "1", false); err == nil {
		t.Error("all of a file is printed where one page was asked for")
	}
	if err := o.sweepViewing(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it outlives the program: %v", err)
	}
}
