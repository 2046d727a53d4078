package print

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/form"
)

var update = flag.Bool("update", false, "rewrite the golden texts")

func TestGoldenText(t *testing.T) {
	cases := []struct {
		name string
		doc  *form.Doc
		p    *form.Paper
	}{
		{"danh-sach-trong", form.New(thu), danhSach()},
		{"danh-sach-5", people(5), danhSach()},
		{"to-khai-trong", form.New(thu), toKhai()},
		{"to-khai-2", people(2), toKhai()},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := text(t, must(t, c.doc, c.p, Options{}))
			file := filepath.Join("testdata", c.name+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			// how many spaces pdftotext puts between two columns differs between its versions
			g, w := strings.Fields(got), strings.Fields(string(want))
			for i := range min(len(g), len(w)) {
				if g[i] != w[i] {
					t.Fatalf("word %d: got %q, want %q\n%s", i, g[i], w[i], got)
				}
			}
			if len(g) != len(w) {
				t.Fatalf("got %d words, want %d", len(g), len(w))
			}
		})
	}
}

func TestSameInputSameBytes(t *testing.T) {
	for i, p := range []*form.Paper{danhSach(), toKhai()} {
		a := must(t, people(40), p, Options{Author: "Người thử"})
		for range 3 {
			if b := must(t, people(40), p, Options{Author: "Người thử"}); !bytes.Equal(a, b) {
				t.Fatalf("paper %d: bytes differ", i)
			}
		}
	}
}

func TestMetadata(t *testing.T) {
	out := tool(t, must(t, people(1), danhSach(), Options{Author: "Người thử"}), "pdfinfo", "IN")
	for _, want := range []string{"THU-IN – Mẫu thử để in", "Người thử", "AnKhai", "841.89 x 595.28", "Nov 22"} {
		if !strings.Contains(out, want) {
			t.Errorf("pdfinfo lacks %q:\n%s", want, out)
		}
	}
	if _, err := PDF(people(1), danhSach(), Options{}); !errors.Is(err, ErrNoTime) {
		t.Errorf("without a time: got %v, want ErrNoTime", err)
	}
}

func TestDraft(t *testing.T) {
	p := &form.Paper{Parts: []form.Part{form.Lines{Lines: []form.Line{form.L(form.Left, form.T("Tờ giấy"))}}}}
	if got := text(t, must(t, people(1), p, Options{})); strings.Contains(got, "NHÁP") {
		t.Error("a final print says NHÁP")
	}
	pdf := must(t, people(1), danhSach(), Options{Draft: true})
	got := tool(t, pdf, "pdftotext", "-raw", "-enc", "UTF-8", "IN", "-")
	if got = strings.Join(strings.Fields(got), ""); !strings.Contains(got, "BẢNNHÁP") { // it stands aslant
		t.Errorf("a draft does not say so:\n%s", got)
	}
	got = tool(t, must(t, people(1), danhSach(), Options{Sample: true, Draft: true}), "pdftotext", "-raw", "-enc", "UTF-8", "IN", "-")
	if got = strings.Join(strings.Fields(got), ""); !strings.Contains(got, "HỒSƠMẪU") || strings.Contains(got, "BẢNNHÁP") {
		t.Errorf("a sample does not say so:\n%s", got)
	}
}

func TestQPDF(t *testing.T) {
	for _, p := range []*form.Paper{danhSach(), toKhai()} {
		out := tool(t, must(t, people(30), p, Options{Draft: true}), "qpdf", "--check", "IN")
		if !strings.Contains(out, "No syntax or stream encoding errors found") {
			t.Errorf("qpdf:\n%s", out)
		}
	}
}

// BenchmarkTenThousandRows prints 10,000 rows of 19 columns, all of them filled.
func BenchmarkTenThousandRows(b *testing.B) {
	d, p := people(10_000), danhSach()
	for i := range p.Parts {
		if g, ok := p.Parts[i].(form.Grid); ok {
			fill(g.Cols, form.View{Doc: d, Row: d.Rows[0], N: 1})
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		must(b, d, p, Options{})
	}
}

// fill makes columns that are empty show an amount.
func fill(cols []form.GridCol, v form.View) {
	for i := range cols {
		c := &cols[i]
		fill(c.Sub, v)
		if c.Value != nil && c.Value(v) == "" {
			c.Value = func(form.View) string { return "1.250.000" }
		}
	}
}

// BenchmarkThousandSheets prints a sheet for each of 1,000 people.
func BenchmarkThousandSheets(b *testing.B) {
	d, p := people(1000), toKhai()
	b.ReportAllocs()
	for b.Loop() {
		must(b, d, p, Options{})
	}
}
