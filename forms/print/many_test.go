package print

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/form"
)

// slips are so many papers of one page, the third of two.
func slips(n int) []Sheet {
	out := make([]Sheet, n)
	for i := range out {
		lines := []form.Line{{Segs: []form.Seg{form.B(fmt.Sprintf("Phiếu số %d: ", i+1)), form.T("Nguyễn Thị Ẵm " + string(rune('A'+i%26)))}}}
		parts := []form.Part{form.Lines{Lines: lines}}
		if i == 2 {
			parts = append(parts, form.Break{}, form.Lines{Lines: lines})
		}
		out[i] = Sheet{&form.Doc{}, &form.Paper{Version: "phieu", From: 20260101, Parts: parts}}
	}
	return out
}

var slipOptions = Options{Made: made, Title: "Phiếu", Author: "AnKhai"}

// read asks other programs what is in a PDF.
func read(t *testing.T, pdf []byte) (words string, pages int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tool := range []string{"qpdf", "pdftotext", "pdfinfo"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatal(err)
			}
			t.Skip(err)
		}
	}
	if said, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Fatalf("qpdf: %v\n%s", err, said)
	}
	text, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text), strings.Count(string(text), "\f")
}

func TestManyAndEach(t *testing.T) {
	whole, err := Many(slips(4), slipOptions)
	if err != nil {
		t.Fatal(err)
	}
	words, pages := read(t, whole)
	if pages != 5 || !strings.Contains(words, "Phiếu số 4: Nguyễn Thị Ẵm D") || strings.Count(words, "Trang 1/2") != 1 {
		t.Errorf("%d pages\n%s", pages, words)
	}
	each, err := Each(slips(4), slipOptions)
	if err != nil || len(each) != 4 {
		t.Fatal(len(each), err)
	}
	for i, pdf := range each {
		words, pages := read(t, pdf)
		want := 1
		if i == 2 {
			want = 2
		}
		if pages != want || strings.Count(words, "Phiếu số") != want || !strings.Contains(words, fmt.Sprintf("Phiếu số %d: Nguyễn Thị Ẵm", i+1)) {
			t.Errorf("file %d has %d pages\n%s", i+1, pages, words)
		}
	}
	again, err := Each(slips(4), slipOptions)
	if err != nil || !bytes.Equal(again[1], each[1]) {
		t.Error("equal papers give other bytes")
	}
}

// A letter without ink is told as on a single paper; no papers are no file.
func TestManyThatCannotBe(t *testing.T) {
	bad := slips(2)
	bad[1].Paper.Parts = []form.Part{form.Lines{Lines: []form.Line{{Segs: []form.Seg{form.T("漢")}}}}}
	var glyph *ErrGlyph
	if _, err := Each(bad, slipOptions); !errors.As(err, &glyph) {
		t.Error(err)
	}
	if _, err := Many(slips(1), Options{}); !errors.Is(err, ErrNoTime) {
		t.Error(err)
	}
	if out, err := Each(nil, slipOptions); err != nil || len(out) != 0 {
		t.Error(out, err)
	}
	for _, pdf := range []string{"", "%PDF-1.3\nstartxref\n5\n%%EOF", "startxref\n99\n%%EOF\n"} {
		if _, err := apart([]byte(pdf), []int{1}); !errors.Is(err, errSource) {
			t.Errorf("%q: %v", pdf, err)
		}
	}
}

// What a file of its own costs among many, beside one that is printed alone.
func BenchmarkEach(b *testing.B) {
	all := slips(250)
	b.Run("alone", func(b *testing.B) {
		for b.Loop() {
			if _, err := PDF(all[0].Doc, all[0].Paper, slipOptions); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("each-of-250", func(b *testing.B) {
		for b.Loop() {
			if _, err := Each(all, slipOptions); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/250, "ns/slip")
	})
}
