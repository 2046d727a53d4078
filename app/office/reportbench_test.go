package office

import (
	"fmt"
	"testing"
)

// Reports of 10,000 and 50,000 people, from the store to the bytes, beside reading the
// same people for the screen.
func BenchmarkReports(b *testing.B) {
	for _, n := range []int{10_000, 50_000} {
		o := staffed(b, b.TempDir(), n)
		b.Run(fmt.Sprint("people-", n), func(b *testing.B) {
			for b.Loop() {
				if all, err := o.People(b.Context(), SampleMonth); err != nil || len(all) != n {
					b.Fatal(len(all), err)
				}
			}
		})
		for _, r := range Reports() {
			b.Run(fmt.Sprint(r.ID, "-", n), func(b *testing.B) {
				b.ReportAllocs()
				size := 0
				for b.Loop() {
					f, err := o.Report(b.Context(), ReportOrder{ID: r.ID, Month: SampleMonth})
					if err != nil {
						b.Fatal(err)
					}
					size = len(f.Bytes)
				}
				b.ReportMetric(float64(size)/(1<<20), "MB")
			})
		}
	}
}
