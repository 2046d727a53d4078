package sheet

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
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
