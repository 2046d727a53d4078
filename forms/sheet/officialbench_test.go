package sheet_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/sheet"
)

// Ten thousand rows into the official workbook, beside the limit: deflating as many
// bytes as the sheet has.
func BenchmarkOfficial10000(b *testing.B) {
	f := form.Of("D02-LT")
	doc := invented(f, 3, 10_000)
	paper := f.Paper(20261101)
	var data []byte
	b.Run("write", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var err error
			if data, err = sheet.WriteOfficial(doc, paper); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(data))/(1<<20), "MB")
	})
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		b.Fatal(err)
	}
	r, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		b.Fatal(err)
	}
	body, err := io.ReadAll(r)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("deflate", func(b *testing.B) {
		for b.Loop() {
			w := zip.NewWriter(io.Discard)
			f, err := w.Create("sheet1.xml")
			if err == nil {
				_, err = f.Write(body)
			}
			if err != nil {
				b.Fatal(err)
			}
			if err := w.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			got, _, err := sheet.ReadForm(b.Context(), f, data, sheet.FormOptions{})
			if err != nil || len(got.Rows) != len(doc.Rows) {
				b.Fatal(err)
			}
		}
	})
}
