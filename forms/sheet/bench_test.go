package sheet

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// registerBook makes n rows of 22 columns, as a payroll has them.
func registerBook(n int) []byte {
	var b strings.Builder
	b.WriteString(strings.TrimSuffix(plainHead, "\n"))
	for i := range 14 {
		fmt.Fprintf(&b, "\tKhoản %d", i)
	}
	b.WriteByte('\n')
	for i := range n {
		fmt.Fprintf(&b, "n:%d\tNguyễn Văn %s\t15/08/1995\tNam\t079095%06d\t79%08d\tCông nhân may\tn:%d", i+1, given[i%len(given)], i+1, i+1, 6_000_000+i%97*1000)
		for k := range 14 {
			fmt.Fprintf(&b, "\tn:%d", 100_000+i*k)
		}
		b.WriteByte('\n')
	}
	return oneSheet(b.String()).bytes()
}

var given = []string{"An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khoa", "Lâm"}

func BenchmarkRead10000x22(b *testing.B) {
	data := registerBook(10_000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), data, Options{Month: 202611}); err != nil {
			b.Fatal(err)
		}
	}
}

// limitOf is what no reader can do without: every part inflated, and with tokens
// every tag and text of it seen.
func limitOf(b *testing.B, data []byte, tokens bool) {
	p, err := openPack(data)
	if err != nil {
		b.Fatal(err)
	}
	buf := make([]byte, xmlWindow)
	for name := range p.parts {
		r, _, err := p.open(name)
		if err != nil {
			b.Fatal(err)
		}
		if !tokens {
			for err == nil {
				_, err = r.Read(buf)
			}
			continue
		}
		s := newXMLScan(r)
		for k := xmlStart; k != xmlEOF; {
			if k, err = s.next(); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// besideLimit reads a payroll of n rows and, in turn with it, inflates and tokenises
// the same bytes. What is told is time of processors, the median of the rounds:
// x-limit is how many times longer reading takes than tokens, x-inflate than
// inflating alone, x-excelize how many times longer excelize takes to give the rows.
func besideLimit(b *testing.B, n int) {
	data := registerBook(n)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	rounds := map[string][]time.Duration{}
	measure := func(what string, run func()) {
		runtime.GC()
		from := cpu()
		run()
		rounds[what] = append(rounds[what], cpu()-from)
	}
	for b.Loop() {
		for range leastRounds {
			measure("inflate", func() { limitOf(b, data, false) })
			measure("limit", func() { limitOf(b, data, true) })
			measure("read", func() {
				book, err := Read(context.Background(), data, Options{Month: 202611})
				if err != nil || len(book.Rows) != n {
					b.Fatalf("%d rows: %v", len(book.Rows), err)
				}
			})
		}
		measure("excelize", func() { excelizeRows(b, data, n) })
	}
	ms := func(what string) float64 {
		slices.Sort(rounds[what])
		return float64(rounds[what][len(rounds[what])/2].Microseconds()) / 1000
	}
	b.ReportMetric(ms("read"), "read-ms")
	b.ReportMetric(ms("limit"), "limit-ms")
	b.ReportMetric(ms("inflate"), "inflate-ms")
	b.ReportMetric(ms("read")/ms("limit"), "x-limit")
	b.ReportMetric(ms("read")/ms("inflate"), "x-inflate")
	b.ReportMetric(ms("excelize")/ms("read"), "x-excelize")
}

// leastRounds of which the median is told.
const leastRounds = 5

// excelizeRows reads the same cells with excelize, row by row.
func excelizeRows(b *testing.B, data []byte, n int) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	rows, err := f.Rows(f.GetSheetList()[0])
	if err != nil {
		b.Fatal(err)
	}
	got := 0
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
		got++
	}
	if got < n {
		b.Fatalf("excelize gives %d rows", got)
	}
}

func BenchmarkImportBesideLimit10000(b *testing.B)  { besideLimit(b, 10_000) }
func BenchmarkImportBesideLimit100000(b *testing.B) { besideLimit(b, 100_000) }

// BenchmarkText10000x22 reads the same payroll as text.
func BenchmarkText10000x22(b *testing.B) {
	var text strings.Builder
	text.WriteString(strings.ReplaceAll(plainHead, "\t", ";"))
	for i := range 10_000 {
		fmt.Fprintf(&text, "%d;Nguyễn Văn %s;15/08/1995;Nam;079095%06d;79%08d;Công nhân may;%d\n", i+1, given[i%len(given)], i+1, i+1, 6_000_000+i%97*1000)
	}
	data := []byte(text.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if book, err := Read(context.Background(), data, Options{Name: "a.csv", Month: 202611}); err != nil || len(book.Rows) != 10_000 {
			b.Fatal(err)
		}
	}
}

// 100 000 rows of 22 columns stay within bounded memory.
func TestHundredThousand(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	data := registerBook(100_000)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	peak := uint64(0)
	calls := 0
	b := mustRead(t, data, Options{Month: 202611, Progress: func(done, total int) {
		calls++
		if calls%20 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse)
		}
		if done > total {
			t.Errorf("progress %d of %d", done, total)
		}
	}})
	runtime.ReadMemStats(&after)
	peak = max(peak, after.HeapInuse)
	t.Logf("file %d MB; heap in use at most %d MB; allocated %d MB; %d calls of Progress", len(data)>>20, peak>>20, (after.TotalAlloc-before.TotalAlloc)>>20, calls)
	if len(b.Rows) != 100_000 {
		t.Errorf("got %d rows", len(b.Rows))
	}
	if peak > 1<<30 {
		t.Errorf("heap in use reached %d MB", peak>>20)
	}
	if os.Getenv("CI") != "" && calls < 10 {
		t.Error("no progress was told")
	}
}
