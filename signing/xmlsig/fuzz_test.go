package xmlsig

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// Whatever comes in: no panic, every refusal has its sentence, and what is well
// formed has a canonical form that is its own canonical form.
func FuzzVerify(f *testing.F) {
	for _, doc := range c14nCases {
		if len(doc) < 1000 {
			f.Add([]byte(doc))
		}
	}
	f.Add(sign(f, declaration(1)))
	files, _ := filepath.Glob("testdata/interop/*.xml")
	for _, path := range files {
		if doc, err := os.ReadFile(path); err == nil {
			f.Add(doc)
		}
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		report, err := Verify(doc, Policy{Several: true, AnyPlace: true, AllowPart: true})
		if err != nil {
			t.Fatalf("no sentence for %v", err)
		}
		if !report.Valid() && report.Say() == "" {
			t.Fatal("refused without a reason")
		}
		if _, err := scan(doc); err != nil {
			return
		}
		var once, twice bytes.Buffer
		if err := canonicalize(&once, doc, region{whole: true}, method{comments: true}); err != nil {
			t.Fatal(err)
		}
		if _, err := scan(once.Bytes()); err != nil {
			t.Fatalf("canonical form is not well formed: %v\n%q", err, once.Bytes())
		}
		if err := canonicalize(&twice, once.Bytes(), region{whole: true}, method{comments: true}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Fatalf("canonical form changes\n%q\n%q", once.Bytes(), twice.Bytes())
		}
	})
}
