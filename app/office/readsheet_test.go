package office

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/sheet"
)

// oldXLS begins as a workbook of Excel 97 does.
var oldXLS = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 512) + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00")

// An old workbook is converted where LibreOffice is there and makes something of
// it; else the refusal with its remedy stays.
func TestOldWorkbooks(t *testing.T) {
	sample, err := SampleWorkbook(SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	made := filepath.Join(t.TempDir(), "made.xlsx")
	if err := os.WriteFile(made, sample.Bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	copying := `case "$*" in *--headless*--convert-to\ xlsx*--outdir*/tep.xls) ;; *) exit 9 ;; esac` + "\n" + `/bin/cat ` + made + ` > "$PWD/tep.xlsx"`
	for _, c := range []struct {
		what, script string
		want         error
	}{
		{"no LibreOffice", "", sheet.ErrOldXLS},
		{"it fails", "exit 1", sheet.ErrOldXLS},
		{"it makes nothing", "exit 0", sheet.ErrOldXLS},
		{"it makes rubbish", `echo x > "$PWD/tep.xlsx"`, sheet.ErrNotWorkbook},
		{"it converts", copying, nil},
	} {
		t.Run(c.what, func(t *testing.T) {
			libreOffice(t, c.script)
			book, read, err := readSheet(t.Context(), oldXLS, sheet.Options{Name: "cu.xls", Month: SampleMonth})
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if err != nil {
				if sheet.Say(err) == "" {
					t.Errorf("%v has no words for the user", err)
				}
				return
			}
			if len(book.Rows) != 124 || string(read) != string(sample.Bytes) {
				t.Errorf("%d rows of %d bytes", len(book.Rows), len(read))
			}
			if p := book.Problems[len(book.Problems)-1]; !strings.Contains(p.Message, "LibreOffice") && !strings.Contains(book.Problems[0].Message, "LibreOffice") {
				t.Errorf("nothing says that the file was converted: %+v", book.Problems)
			}
		})
	}
}

// The real LibreOffice, where it is installed: the sample workbook as .xls gives
// the people of the sample workbook.
func TestRealOldWorkbook(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("LibreOffice is not installed")
	}
	sample, err := SampleWorkbook(SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	want, err := sheet.Read(t.Context(), sample.Bytes, sheet.Options{Month: SampleMonth})
	if err != nil {
		t.Fatal(err)
	}
	old, err := libreConvert(t.Context(), ".xlsx", sample.Bytes, "xls")
	if err != nil {
		t.Skipf("LibreOffice has no Calc here: %v", err)
	}
	got, _, err := readSheet(t.Context(), old, sheet.Options{Name: "luong.xls", Month: SampleMonth})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != len(want.Rows) {
		t.Fatalf("%d rows, want %d", len(got.Rows), len(want.Rows))
	}
	for i := range want.Rows {
		if got.Rows[i] != want.Rows[i] {
			t.Errorf("row %d is\n%+v\nwant\n%+v", i, got.Rows[i], want.Rows[i])
		}
	}
}
