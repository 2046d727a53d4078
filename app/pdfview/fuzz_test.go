package pdfview

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"time"
)

// hostile are small files that ask for much: page trees that run in circles or claim what
// is not there, pages without an end or a size, streams that unpack into themselves.
func hostile() map[string][]byte {
	file := func(objects ...string) []byte {
		var b strings.Builder
		b.WriteString("%PDF-1.7\n")
		for i, o := range objects {
			fmt.Fprintf(&b, "%d 0 obj %s endobj\n", i+1, o)
		}
		b.WriteString("trailer<</Root 1 0 R>>\n%%EOF\n")
		return []byte(b.String())
	}
	page := func(more string) []byte {
		return file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R "+more+">>",
			"<</Length 40>>stream\nq 9 0 0 9 0 0 cm /X Do Q BT /F 9 Tf (a) Tj ET\nendstream")
	}
	return map[string][]byte{
		"count":   file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
		"minus":   file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count -1>>"),
		"circle":  file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
		"parents": file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"),
		"wide":    page("/MediaBox[0 0 1e38 1e-38]/Contents 4 0 R"),
		"turned":  page("/MediaBox[9 9 -9 -9]/Rotate 45/UserUnit 1e9/Contents 4 0 R"),
		"endless": page("/MediaBox[0 0 99 99]/Contents[4 0 R 4 0 R 4 0 R 3 0 R 2 0 R]/Resources<</XObject<</X 5 0 R>>>>"),
		"form":    append(page("/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</X 3 0 R>>/Font<</F 3 0 R>>>>"), "5 0 obj <</Type/XObject/Subtype/Form/Length 4>>stream\n/X Do\nendstream endobj"...),
		"xref":    []byte("%PDF-1.7\nxref\n0 99999999\n0000000000 65535 f\ntrailer<</Size 99999999/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"),
	}
}

// FuzzFile: whatever the bytes are, opening, drawing and searching end in time, in pages
// within the bounds or in an error of ours, and the next file opens as if nothing had been.
func FuzzFile(f *testing.F) {
	for _, pdf := range hostile() {
		f.Add(pdf)
	}
	f.Add(paper(f, "Nguyễn Thị Ẵm", "trang hai"))
	f.Add(heavy(50))
	for _, name := range []string{"xref-stream.pdf", "encrypted-aes.pdf"} {
		pdf, err := os.ReadFile("../../signing/pdfsig/testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(pdf)
	}
	if err := viewer.Warm(); err != nil {
		f.Fatal(err)
	}
	quick := &Viewer{limit: time.Second, pool: viewer.pool}
	f.Fuzz(func(t *testing.T, pdf []byte) {
		d, err := quick.Open(t.Context(), pdf)
		ours(t, err)
		if err != nil {
			return
		}
		defer d.Close()
		if n := len(d.Sizes()); n < 1 || n > maxPages {
			t.Fatalf("%d pages", n)
		}
		for _, s := range d.Sizes() {
			if !(s.W > 0) || !(s.H > 0) || math.IsInf(s.W, 0) || math.IsInf(s.H, 0) {
				t.Fatalf("a page of %v", s)
			}
		}
		m, err := d.Draw(t.Context(), 0, 60)
		ours(t, err)
		if err == nil && m.Bounds().Dx()*m.Bounds().Dy() > maxPixels {
			t.Errorf("drawn as %v", m.Bounds())
		}
		hits, err := d.Find(t.Context(), 0, "a")
		ours(t, err)
		if len(hits) > maxHits {
			t.Errorf("%d hits", len(hits))
		}
	})
}

// ours fails on an error that has no words in the window.
func ours(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	for _, known := range []error{ErrFile, ErrPassword, ErrTooBig, ErrSlow, ErrClosed} {
		if errors.Is(err, known) {
			return
		}
	}
	t.Errorf("not an error of ours: %v", err)
}
