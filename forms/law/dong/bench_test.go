package dong

import "testing"

// A month of 50,000 people in one pass.
func BenchmarkMonthOf50000(b *testing.B) {
	for b.Loop() {
		for i := range int64(50_000) {
			if _, err := MucDong(Input{Luong: 5_310_000 + i*997, Thang: 202611, Vung: "01"}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/50_000, "ns/person")
}
