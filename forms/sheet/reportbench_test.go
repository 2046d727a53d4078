package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"testing"

	"ankhai/forms/law"
)

// A roster of 10,000 and of 50,000 people beside the limit: deflating as many bytes as
// its sheet has.
func BenchmarkReport(b *testing.B) {
	for _, n := range []int{10_000, 50_000} {
		tab := ReportTab{Name: "Danh sách", Title: "DANH SÁCH", Pin: 2}
		for i := range 33 {
			tab.Cols = append(tab.Cols, ReportCol{Head: fmt.Sprint("Cột ", i), Sum: i > 28})
		}
		for i := range n {
			row := make([]any, len(tab.Cols))
			row[0], row[1], row[2], row[3], row[4] = int64(i+1), fmt.Sprint("Nguyễn Thị ", i), fmt.Sprintf("01%08d", i), fmt.Sprintf("001%09d", i), law.Day(19900815)
			row[10], row[12], row[16], row[20], row[25] = "Phường Ba Đình", "Bệnh viện Bạch Mai", "Công nhân may", law.Day(20260102), law.Month(202611)
			row[29], row[30], row[31], row[32] = int64(6_000_000+i), int64(500_000), nil, int64(6_500_000+i)
			tab.Rows = append(tab.Rows, row)
		}
		var data []byte
		b.Run(fmt.Sprint("write-", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var err error
				if data, err = WriteReport([]ReportTab{tab}); err != nil {
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
		b.Run(fmt.Sprint("deflate-", n), func(b *testing.B) {
			for b.Loop() {
				w := zip.NewWriter(io.Discard)
				if err := put(w, "sheet1.xml", body); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A payroll of 10,000 people to be filled, written and read back.
func BenchmarkPayroll10000(b *testing.B) {
	rows := staff(1000, "L1")
	for len(rows) < 10_000 {
		rows = append(rows, rows[:1000]...)
	}
	var data []byte
	b.Run("write", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var err error
			if data, err = WritePayroll(rows, PayrollOptions{Layout: "L1", Today: 20261122}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(data))/(1<<20), "MB")
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if got := mustRead(b, data, Options{Month: 202611}); len(got.Rows) != len(rows) {
				b.Fatal(len(got.Rows))
			}
		}
	})
}
