package print

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/form"
)

func TestPagesRepeatHeads(t *testing.T) {
	pdf := must(t, people(60), danhSach(), Options{})
	pages := strings.Split(strings.TrimSuffix(text(t, pdf), "\f"), "\f")
	if len(pages) < 3 {
		t.Fatalf("got %d pages, want 3 or more", len(pages))
	}
	for i, p := range pages {
		for _, want := range []string{"Loại HĐLĐ", "Họ và tên", fmt.Sprintf("Trang %d/%d", i+1, len(pages))} {
			if !strings.Contains(p, want) {
				t.Errorf("page %d lacks %q", i+1, want)
			}
		}
	}
	if !strings.Contains(pages[len(pages)-1], "ĐƠN VỊ LẬP DANH SÁCH") {
		t.Error("the last page has no signature")
	}
	one := text(t, must(t, people(3), danhSach(), Options{}))
	if strings.Contains(one, "Trang") {
		t.Error("a single page has a page number")
	}
}

// However many rows there are, the page of the signature has a row, and every
// row is printed once.
func TestSignatureIsNeverAlone(t *testing.T) {
	for n := 1; n <= 45; n++ {
		p := danhSach()
		p.Parts = p.Parts[:4] // up to the signature
		w := newWriter(t, p, people(n))
		units, err := w.units()
		if err != nil {
			t.Fatal(err)
		}
		pages, err := paginate(units, w.sheet)
		if err != nil {
			t.Fatal(err)
		}
		last := words(pages[len(pages)-1])
		if !strings.Contains(last, "ĐƠN VỊ LẬP DANH SÁCH") || !strings.Contains(last, fmt.Sprintf("01%08d", max(n, 1))) || !strings.Contains(last, "STT") {
			t.Fatalf("%d rows: last of %d pages is %q", n, len(pages), last)
		}
		all := ""
		for _, pg := range pages {
			all += words(pg)
			for _, o := range pg {
				if max(o.y, o.y2) > w.sheet.h-w.sheet.bottom || o.x < w.sheet.left-point {
					t.Fatalf("%d rows: %+v stands outside the margins", n, o)
				}
			}
		}
		for i := range n {
			if c := strings.Count(all, fmt.Sprintf("01%08d", i+1)); c != 1 {
				t.Fatalf("%d rows: row %d printed %d times", n, i+1, c)
			}
		}
	}
}

// A paragraph does not leave its first or its last line alone on a page.
func TestNoLineAlone(t *testing.T) {
	for before := 0; before < 60; before++ {
		p := &form.Paper{Parts: []form.Part{form.Lines{Lines: []form.Line{
			form.L(form.Left, form.T(strings.Repeat("\n", before))),
			form.L(form.Justify, form.T(strings.Repeat("Điều khoản của một đoạn văn. ", 16))),
		}}}}
		w := newWriter(t, p, people(0))
		units, err := w.units()
		if err != nil {
			t.Fatal(err)
		}
		pages, err := fit(units, w.sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, pg := range pages {
			rows := map[length]bool{}
			for _, o := range pg {
				rows[o.y] = true
			}
			if len(rows) == 1 {
				t.Fatalf("%d lines above: page %d has one line: %q", before, i+1, words(pg))
			}
		}
	}
}

// A few lines too many for a page narrow the space between the lines.
func TestFit(t *testing.T) {
	p := &form.Paper{}
	var ls form.Lines
	for i := range 45 {
		ls.Lines = append(ls.Lines, form.Line{Segs: []form.Seg{form.T(fmt.Sprint(i))}, Before: 20})
	}
	p.Parts = []form.Part{ls}
	w := newWriter(t, p, people(0))
	units, err := w.units()
	if err != nil {
		t.Fatal(err)
	}
	loose, err := paginate(units, w.sheet)
	if err != nil {
		t.Fatal(err)
	}
	tight, err := fit(units, w.sheet)
	if err != nil {
		t.Fatal(err)
	}
	if len(loose) != 2 || len(tight) != 1 {
		t.Errorf("got %d and %d pages, want 2 and 1", len(loose), len(tight))
	}
}

func newWriter(t *testing.T, p *form.Paper, d *form.Doc) *writer {
	t.Helper()
	fs, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	return &writer{faces: fs, sheet: sheetOf(p), paper: p, view: form.View{Doc: d}}
}

func words(p page) string {
	var b strings.Builder
	for _, o := range p {
		b.WriteString(o.text + " ")
	}
	return b.String()
}

// A row taller than a page goes on over pages and loses nothing.
func TestTallRow(t *testing.T) {
	d := people(2)
	var want []string
	for i := range 900 {
		want = append(want, fmt.Sprintf("từ%d", i))
	}
	chucVu.Set(&d.Rows[0], strings.Join(want, " "))
	pdf := must(t, d, danhSach(), Options{})
	got := tool(t, pdf, "pdftotext", "-raw", "-enc", "UTF-8", "IN", "-")
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Fatalf("%s is not printed", w)
		}
	}
}

// A word longer than its line, or than the page, breaks.
func TestLongWord(t *testing.T) {
	d := people(1)
	chucVu.Set(&d.Rows[0], strings.Repeat("ưở", 20000))
	ghiChu.Set(&d.Rows[0], strings.Repeat("ưở", 2000))
	for name, p := range map[string]*form.Paper{"danh sách": danhSach(), "tờ khai": toKhai()} {
		t.Run(name, func(t *testing.T) {
			got := tool(t, must(t, d, p, Options{}), "pdftotext", "-raw", "-enc", "UTF-8", "IN", "-")
			want := 2000
			if !p.PerRow {
				want += 20000
			}
			if n := strings.Count(strings.Join(strings.Fields(got), ""), "ở"); n < want {
				t.Errorf("got %d of %d letters", n, want)
			}
		})
	}
}

func TestBadPaper(t *testing.T) {
	noWidth := &form.Paper{Parts: []form.Part{form.Grid{Cols: []form.GridCol{{Head: "A"}}}}}
	tall := &form.Paper{Parts: []form.Part{form.Sign{Left: []form.Line{form.L(form.Left, form.T(strings.Repeat("dòng\n", 100)))}}}}
	tallHead := &form.Paper{Parts: []form.Part{form.Grid{Cols: []form.GridCol{{Head: strings.Repeat("đầu\n", 100), Width: 1}}}}}
	for i, p := range []*form.Paper{noWidth, tall, tallHead} {
		if _, err := PDF(people(1), p, Options{Made: made}); !errors.Is(err, ErrRoom) {
			t.Errorf("paper %d: got %v, want ErrRoom", i, err)
		}
	}
	for _, p := range []*form.Paper{nil, {}} {
		_, err := PDF(people(1), p, Options{Made: made})
		if (err == nil) != (p != nil) {
			t.Errorf("paper %v: %v", p, err)
		}
	}
}
