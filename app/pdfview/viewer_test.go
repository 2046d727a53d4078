package pdfview

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/forms/form"
	"ankhai/forms/print"
)

// viewer is one for all tests: starting it takes seconds.
var viewer *Viewer

func TestMain(m *testing.M) {
	dir, err := os.UserCacheDir() // kept from run to run, as for a user
	if err != nil {
		dir = os.TempDir()
	}
	viewer = New(filepath.Join(dir, "ankhai-thu"))
	code := m.Run()
	_ = viewer.Close()
	os.Exit(code)
}

// paper is a PDF with these words, each line on a page of its own.
func paper(t testing.TB, lines ...string) []byte {
	t.Helper()
	p := &form.Paper{Version: "thu", From: 20260101}
	for _, l := range lines {
		p.Parts = append(p.Parts, form.Lines{Lines: []form.Line{{Segs: []form.Seg{form.T(l)}}}}, form.Break{})
	}
	out, err := print.PDF(&form.Doc{}, p, print.Options{Made: time.Unix(1, 0), Title: "thử"})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func open(t testing.TB, pdf []byte) *Document {
	t.Helper()
	d, err := viewer.Open(context.Background(), pdf)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	return d
}

// ink counts dark points.
func ink(m *image.RGBA) int {
	n := 0
	for i := 0; i < len(m.Pix); i += 4 {
		if int(m.Pix[i])+int(m.Pix[i+1])+int(m.Pix[i+2]) < 300 {
			n++
		}
	}
	return n
}

func TestPagesAreDrawn(t *testing.T) {
	d := open(t, paper(t, "Nguyễn Thị Ẵm", "trang hai, dài hơn nhiều so với trang một"))
	if n := len(d.Sizes()); n != 2 {
		t.Fatalf("%d pages, want 2", n)
	}
	var dark [2]int
	for i := range dark {
		m, err := d.Draw(t.Context(), i, 600)
		if err != nil {
			t.Fatal(err)
		}
		if b := m.Bounds(); b.Dx() != 600 || b.Dy() < 848 || b.Dy() > 849 {
			t.Errorf("page %d is %v", i+1, b)
		}
		dark[i] = ink(m)
	}
	if dark[0] < 100 || dark[1] <= dark[0] {
		t.Errorf("dark points: %v", dark)
	}
	if _, err := d.Draw(t.Context(), 2, 600); !errors.Is(err, ErrFile) {
		t.Errorf("a page that is not there: %v", err)
	}
}

// A page is never drawn with more points than the bound, whatever is asked for.
func TestPagesAreBounded(t *testing.T) {
	for _, s := range []Size{{595, 842}, {1, 14400}, {14400, 1}, {1e-3, 1e9}} {
		if w, h := fit(s, 1<<20); w*h > maxPixels || w < 1 || h < 1 {
			t.Errorf("%v becomes %d × %d", s, w, h)
		}
	}
}

// Words are found whatever their marks and case, with the place where they stand.
func TestWordsAreFound(t *testing.T) {
	d := open(t, paper(t, "Mức đóng của Đặng Thị Hường tháng này: 1.920.000", "không có gì"))
	for words, want := range map[string]int{"đặng thị hường": 1, "DANG THI HUONG": 1, "tháng nay": 1, "hương": 1, "huong thang": 1, "1920000": 1, "1.920": 1, "vắng": 0, " ": 0, "., ": 0} {
		hits, err := d.Find(t.Context(), 0, words)
		if err != nil {
			t.Fatal(err)
		}
		if len(hits) != want {
			t.Errorf("%q: %d hits, want %d", words, len(hits), want)
		}
		for _, h := range hits {
			if len(h.Boxes) != 1 || h.Boxes[0].X < 0.05 || h.Boxes[0].Y < 0 || h.Boxes[0].W <= 0 || h.Boxes[0].W > 0.5 {
				t.Errorf("%q stands at %v", words, h.Boxes)
			}
		}
	}
	if hits, err := d.Find(t.Context(), 1, "đặng"); err != nil || len(hits) != 0 {
		t.Errorf("on the other page: %v, %v", hits, err)
	}
}

// What is no PDF, or is cut short anywhere, or has bytes turned over, ends in an error
// of ours or in pages, and the next file opens as if nothing had been.
func TestBrokenFilesEndInWords(t *testing.T) {
	good := paper(t, "một", "hai")
	bad := map[string][]byte{"empty": {}, "text": []byte("xin chào"), "head": []byte("%PDF-1.7\n"), "png": []byte("\x89PNG\r\n\x1a\n")}
	for n := 1; n < 8; n++ {
		bad[fmt.Sprint("cut-", n)] = good[:len(good)*n/8]
		turned := bytes.Clone(good)
		for i := n * 31; i < len(turned); i += 997 {
			turned[i] ^= byte(0x55 + n)
		}
		bad[fmt.Sprint("turned-", n)] = turned
	}
	bad["endless"] = []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>")
	for name, pdf := range bad {
		d, err := viewer.Open(t.Context(), pdf)
		if err == nil {
			for i := range min(len(d.Sizes()), 3) {
				if _, err = d.Draw(t.Context(), i, 200); err != nil {
					break
				}
			}
			d.Close()
		}
		if err != nil && !errors.Is(err, ErrFile) && !errors.Is(err, ErrPassword) && !errors.Is(err, ErrSlow) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if d := open(t, good); len(d.Sizes()) != 2 {
		t.Error("a good file after the bad ones has other pages")
	}
}

// heavy is a page that draws a square over and over.
func heavy(times int) []byte {
	body := strings.Repeat("0 0 500 500 re f* ", times)
	var b bytes.Buffer
	fmt.Fprintf(&b, "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj\n4 0 obj<</Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>", len(body), body)
	return b.Bytes()
}

// A page that takes too long is stopped, and so is one that nobody waits for; the
// viewer goes on.
func TestSlowPagesAreStopped(t *testing.T) {
	quick := &Viewer{limit: 200 * time.Millisecond, pool: viewer.pool}
	if err := viewer.Warm(); err != nil {
		t.Fatal(err)
	}
	quick.pool = viewer.pool
	d, err := quick.Open(t.Context(), heavy(400_000))
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if _, err := d.Draw(t.Context(), 0, 3000); !errors.Is(err, ErrSlow) {
		t.Errorf("a heavy page: %v", err)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("stopped after %v", took)
	}
	if _, err := d.Draw(t.Context(), 0, 10); !errors.Is(err, ErrSlow) {
		t.Errorf("the page after it was stopped: %v", err)
	}
	d.Close()

	d = open(t, heavy(400_000))
	ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer stop()
	if _, err := d.Draw(ctx, 0, 3000); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a page that was given up: %v", err)
	}
	if d := open(t, paper(t, "một")); len(d.Sizes()) != 1 {
		t.Error("a good file afterwards has other pages")
	}
}

// A file that is closed says so.
func TestClosedFiles(t *testing.T) {
	d := open(t, paper(t, "một"))
	d.Close()
	d.Close()
	if _, err := d.Draw(t.Context(), 0, 100); !errors.Is(err, ErrClosed) {
		t.Errorf("drawn after closing: %v", err)
	}
	if _, err := viewer.Open(t.Context(), make([]byte, maxFile+1)); !errors.Is(err, ErrTooBig) {
		t.Errorf("too big: %v", err)
	}
}

// A page as it is shown at 100 %, and the start with what was compiled before.
func BenchmarkPage(b *testing.B) {
	d := open(b, paper(b, strings.Repeat("Nguyễn Thị Ẵm đóng bảo hiểm xã hội. ", 60)))
	b.ResetTimer()
	for b.Loop() {
		if _, err := d.Draw(b.Context(), 0, 800); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	for _, name := range []string{"first", "again"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if name == "first" {
					_ = os.RemoveAll(dir)
				}
				v := New(dir)
				if err := v.Warm(); err != nil {
					b.Fatal(err)
				}
				_ = v.Close()
			}
		})
	}
}
