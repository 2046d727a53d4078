package sheet

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"ankhai/forms/form"
)

// Whatever the bytes, the answer is a book or a refusal.
func FuzzRead(f *testing.F) {
	f.Add(plainBook(3).bytes())
	f.Add(oneSheet("a\tb\n").bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Read(context.Background(), data, Options{Month: 202611})
		if err != nil && Say(err) == "" {
			t.Fatalf("%v is no refusal", err)
		}
		if (b == nil) == (err == nil) {
			t.Fatal("neither book nor error")
		}
	})
}

// Whatever the bytes, the answer is a document or a refusal; and a document that
// was read goes into a workbook and comes back the same.
func FuzzReadForm(f *testing.F) {
	f.Add(oneSheet("AnKhai|1|MAU-NHO|2|rows\tHoTen\tNgaySinh\tTien\tHeSo\tGioiTinh\n\tAn\t1990\tn:5310000\tn:2.34\t0 - Nữ\n").bytes())
	f.Add(oneSheet("Mục\tNội dung\tAnKhai|1|MAU-NHO|2|head\nTên đơn vị\t–\tTenDonVi\n").bytes())
	f.Add(oneSheet("TT\tHọ và tên\tNgày sinh\tMức lương\nn:1\tAn\td:34926\tn:1\n").bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, _, err := ReadForm(context.Background(), small, data, FormOptions{})
		if err != nil {
			if Say(err) == "" {
				t.Fatalf("%v is no refusal", err)
			}
			return
		}
		if _, err := ReadForms(context.Background(), data, FormOptions{}); err != nil {
			t.Fatal(err)
		}
		book, err := WriteForm(doc, FormOptions{})
		if err != nil {
			if errors.Is(err, ErrLongText) {
				return
			}
			t.Fatal(err)
		}
		back, _, err := ReadForm(context.Background(), small, book, FormOptions{})
		if err != nil {
			t.Fatal(err)
		}
		want, _ := json.Marshal(doc)
		got, _ := json.Marshal(back)
		if string(want) != string(got) {
			t.Fatalf("came back as %s, want %s", got, want)
		}
	})
}

// A cell of a column, as typed: what is read of it comes back the same.
func FuzzFormCell(f *testing.F) {
	for _, s := range []string{"5.310.000", "–", "'–", "=1+1", "15/08/1995", "1990", "0 - Nữ", "_x0041_", "12E3", "x"} {
		for i := range small.Table.Columns() {
			f.Add(uint8(i), s, false)
		}
	}
	f.Add(uint8(6), "1234567890123.456", true)
	f.Fuzz(func(t *testing.T, at uint8, s string, number bool) {
		cols := small.Table.Columns()
		c := cols[int(at)%len(cols)]
		x := cell{s: s, kind: cellText}
		if number {
			x.kind = cellNumber
		}
		v := newCellReader("S", false, 0).value(c, &x, "A1")
		doc := form.New(small)
		var r form.Row
		c.Put(&r, v)
		doc.Rows = []form.Row{r}
		book, err := WriteForm(doc, FormOptions{})
		if err != nil {
			if errors.Is(err, ErrLongText) {
				return
			}
			t.Fatal(err)
		}
		back, _, err := ReadForm(context.Background(), small, book, FormOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if v.A == form.Unknown {
			if len(back.Rows) > 0 {
				t.Fatalf("%s: %q is unknown and came back", c.Tag, s)
			}
			return
		}
		if got := c.Get(back.Rows[0]); got != v {
			t.Fatalf("%s: %q is %d %q %d and came back as %d %q %d", c.Tag, s, v.A, v.S, v.N, got.A, got.S, got.N)
		}
	})
}

// A sheet that is believed is XML for encoding/xml too.
func FuzzSheetXML(f *testing.F) {
	f.Add(plainBook(2).sheets[0].data)
	f.Add(`<worksheet><sheetData><row><c t="s"><v>&#x30;</v></c></row></sheetData></worksheet>`)
	f.Add(`<a:worksheet xmlns:a='x'><!-- c --><a:sheetData/><?pi x?></a:worksheet>`)
	f.Fuzz(func(t *testing.T, s string) {
		sr := &sheetReader{shared: []string{"x"}, tick: func(int64) {}}
		if _, err := sr.read(context.Background(), strings.NewReader(s)); err != nil {
			return
		}
		d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(s, "\uFEFF")))
		d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
		depth := 0
		for {
			tok, err := d.RawToken()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return // stricter about names and characters than we need to be
			}
			switch tok.(type) {
			case xml.StartElement:
				depth++
			case xml.EndElement:
				depth--
			}
		}
		if depth != 0 {
			t.Fatalf("believed a sheet whose tags do not close: %q", s)
		}
	})
}

func FuzzTyped(f *testing.F) {
	for _, s := range []string{"5.310.000", "5,310,000 đ", "(1.000)", "7.9E+10", "2,34", "-", "5 310 000,00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, _, ok := parseTyped(s)
		if !ok {
			return
		}
		n, _, fits := d.scaled(0)
		if fits && (n < 0) != d.neg && n != 0 {
			t.Fatalf("%q gives %d", s, n)
		}
	})
}

// Whatever a part of comments holds, ours go in once, and out again.
func FuzzComments(f *testing.F) {
	f.Add(commentsEmpty)
	f.Add(`<x:comments xmlns:x="y"><x:authors><x:author>Lan</x:author></x:authors><x:commentList><x:comment ref="B2" authorId="0"><x:text><x:t>a</x:t></x:text></x:comment><x:comment ref="C3" authorId="0"><x:text/></x:comment></x:commentList></x:comments>`)
	f.Fuzz(func(t *testing.T, s string) {
		notes := []note{{"B2", 1, 2, "sai <&"}, {"C3", 2, 3, "sai"}, {"D4", 3, 4, "sai"}}
		once, _, err := comment([]byte(s), notes)
		if err != nil {
			return
		}
		if _, err := readComments(once); err != nil {
			t.Fatalf("%q became %q: %v", s, once, err)
		}
		twice, _, err := comment(once, notes)
		if err != nil {
			t.Fatalf("%q: again: %v", once, err)
		}
		if a, b := strings.Count(string(once), "sai"), strings.Count(string(twice), "sai"); a != b {
			t.Fatalf("%d then %d of ours: %q, %q", a, b, once, twice)
		}
	})
}
