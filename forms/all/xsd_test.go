package all

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ankhai/forms/form"
)

// A wire layout names the elements of its schema, all of them, in their order.
func TestLayoutsNameWhatTheirSchemasName(t *testing.T) {
	for _, f := range form.Forms() {
		for i := range f.Wires {
			w := &f.Wires[i]
			want := elements(t, filepath.Join("..", "xmlfile", "xsd", w.SchemaName()+".xsd"))
			got := append(names([]string{w.Root}, w.Body), w.SignNode)
			if w.Counter != "" {
				got = append(got, w.Counter)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s, %s:\ngot  %v\nwant %v", f.ID, w.File, got, want)
			}
		}
	}
}

func names(out []string, list []form.Elem) []string {
	for _, e := range list {
		out = names(append(out, e.Name), e.Kids)
	}
	return out
}

// elements lists the element declarations of a schema, which nest as the file
// they describe does.
func elements(t *testing.T, file string) (out []string) {
	t.Helper()
	r, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := token.(xml.StartElement); ok && s.Name.Local == "element" {
			for _, a := range s.Attr {
				if a.Name.Local == "name" {
					out = append(out, a.Value)
				}
			}
		}
	}
}
