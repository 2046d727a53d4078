package m01bhsb

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
	"ankhai/forms/law"
	"ankhai/forms/xmlfile"
)

const homNay = law.Day(20261122)

var (
	comment = regexp.MustCompile(`(?s)<!--.*?-->`)
	blanks  = regexp.MustCompile(`>\s+<`)
	hollow  = regexp.MustCompile(`<([^<>/\s]+)\s*/>`)
)

// The files of the wire read without anything odd, and what we write of them is the
// same file but for the comment and the white space between elements.
func TestSamples(t *testing.T) {
	files, _ := filepath.Glob("testdata/wire/*.xml")
	if len(files) != 2 {
		t.Fatalf("got %d samples", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, w, odds, err := xmlfile.Decode(data)
		if err != nil || len(odds) > 0 {
			t.Fatalf("%s: %v %v", file, err, odds)
		}
		if found := xmlfile.Validate(w.File, data); len(found) > 0 {
			t.Errorf("%s: %v", file, found)
		}
		got, err := xmlfile.Encode(doc, w)
		if err != nil {
			t.Fatal(err)
		}
		want := blanks.ReplaceAll(comment.ReplaceAll(data, nil), []byte("><"))
		want = bytes.TrimSpace(hollow.ReplaceAll(want, []byte("<$1></$1>")))
		if !bytes.Equal(got, want) {
			t.Errorf("%s: not the same file.\ngot  %s\nwant %s", file, got, want)
		}
		formtest.Schema(t, "../xmlfile/xsd/M01B-HSB.xsd", got)
	}
}

// A row knows by its container what it is, and a code that the table of groups does
// not have is kept.
func TestGroupsOfTheSamples(t *testing.T) {
	for file, want := range map[string][]string{
		"M01B-HSB.xml":                   {"2 dcThaiSan T12"},
		"M01B-HSB.phatsinh-INFERRED.xml": {"1 omDau ", "1 sinhCon ", "1 duongSucOmDau "},
	} {
		data, err := os.ReadFile("testdata/wire/" + file)
		if err != nil {
			t.Fatal(err)
		}
		doc, _, _, err := xmlfile.Decode(data)
		if err != nil || len(doc.Rows) != len(want) {
			t.Fatalf("%s: %d rows, %v", file, len(doc.Rows), err)
		}
		for i, r := range doc.Rows {
			if got := Phan.Get(r) + " " + CheDo.Get(r) + " " + MaNhomHuong.Get(r); got != want[i] {
				t.Errorf("%s row %d: got %q, want %q", file, i+1, got, want[i])
			}
		}
	}
}

func TestBatches(t *testing.T) {
	for s, ok := range map[string]bool{"20231101": true, "": true, "2023110": false, "20231301": false, "2023110x": false} {
		var d form.Doc
		if got := docDotXet(form.WireRow{Doc: &d}, s); got != ok {
			t.Errorf("%q: got %v", s, got)
		}
		if back := ghiDotXet(form.WireRow{Doc: &d}); ok && back != s {
			t.Errorf("%q comes back as %q", s, back)
		}
	}
}
