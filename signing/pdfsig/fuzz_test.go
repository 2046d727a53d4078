package pdfsig

import (
	"bytes"
	"context"
	"os"
	"testing"

	"ankhai/signing"
)

// seeds are small files of every kind.
func seeds(f *testing.F) [][]byte {
	list := [][]byte{document("x"), document("x", "y"), signPDF(f, document("x"), nil)}
	for _, name := range []string{"xref-stream.pdf", "encrypted-rc4.pdf", "encrypted-aes.pdf"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		list = append(list, data)
	}
	for _, table := range []string{"table", "stream", "packed", "hybrid"} {
		list = append(list, plan{table: table, catalog: "/AcroForm << /Fields [@ 0 R] >>", page: "/Annots [@ 0 R]",
			more: []string{"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (b) /Rect [50 50 200 70] >>"}}.write())
	}
	return list
}

// Whatever a file is, the verifier says no with a reason or yes to what was
// signed.
func FuzzVerify(f *testing.F) {
	signed := signPDF(f, document("x"), nil)
	for _, data := range seeds(f) {
		f.Add(data)
	}
	f.Add(shadow(signed))
	f.Add([]byte("%PDF-1.4\n1 0 obj\n<</ByteRange[0 1 2 3]/Contents<00>>>\nendobj\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		report, err := Verify(data, Policy{})
		if err != nil {
			t.Fatal(err)
		}
		if !report.Valid() && report.Say() == "" {
			t.Fatal("refused without a reason")
		}
		for _, s := range report.Signatures {
			// The fixture's key signs anew in every process, so an old input cannot hold.
			if report.Valid() && !bytes.Contains(signed, data[:s.GapStart]) {
				t.Fatal("accepted a file nobody signed")
			}
		}
	})
}

// The reader, and revisions held against each other: no panic, no endless work,
// and a file is like itself.
func FuzzReader(f *testing.F) {
	for _, data := range seeds(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := open(data)
		if err != nil {
			return
		}
		again, err := open(data)
		if err != nil {
			t.Fatalf("read once only: %v", err)
		}
		// A shorter file cannot hold a chain that is too deep to compare.
		if s := compare(b, again); s.far != changeNothing && len(data) < maxDepth {
			t.Fatalf("unlike itself: %d", s.far)
		}
		b.certified()
		for _, page := range b.leafs {
			b.viewOf(page)
		}
	})
}

// What the signing library is fed is hostile too: no crash, no endless work, and
// what comes out verifies.
func FuzzSign(f *testing.F) {
	for _, data := range seeds(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		signed, err := Sign(context.Background(), data, setUp(t).key, Options{Time: signedAt})
		if err != nil {
			if signing.Say(err) == "" {
				t.Fatal("no sentence")
			}
			return
		}
		if report, err := Verify(signed, Policy{}); err != nil || !report.Valid() {
			t.Fatalf("%q, %v", report.Say(), err)
		}
	})
}
