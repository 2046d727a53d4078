package formtest

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/xmlfile"
)

// Sample asks that a file of the wire reads as a document of the form, without
// anything odd, and that what we write of it is the same file: byte for byte but
// for comments and the white space between elements.
func Sample(t *testing.T, f *form.Form, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, w, odds, err := xmlfile.Decode(data)
	if err != nil || len(odds) > 0 {
		t.Fatalf("%s: %v %v", file, err, odds)
	}
	if doc.Form != f {
		t.Fatalf("%s reads as %s, want %s", file, doc.Form.ID, f.ID)
	}
	out, err := xmlfile.Encode(doc, w)
	if err != nil {
		t.Fatal(err)
	}
	if want := oneLine(data); !bytes.Equal(out, want) {
		t.Errorf("%s: not the same file.\ngot  %s\nwant %s", file, out, want)
	}
	Schema(t, filepath.Join("..", "xmlfile", "xsd", w.SchemaName()+".xsd"), out)
	if found := xmlfile.Validate(w.File, data); len(found) > 0 {
		t.Errorf("%s: %v", file, found)
	}
}

var (
	comment = regexp.MustCompile(`(?s)<!--.*?-->`)
	blanks  = regexp.MustCompile(`>\s+<`)
	hollow  = regexp.MustCompile(`<([^<>/\s]+)\s*/>`)
)

// oneLine writes a file as xmlfile does: no comment, no white space between
// elements, an empty element with both of its tags.
func oneLine(b []byte) []byte {
	b = blanks.ReplaceAll(comment.ReplaceAll(b, nil), []byte("><"))
	return bytes.TrimSpace(hollow.ReplaceAll(b, []byte("<$1></$1>")))
}
