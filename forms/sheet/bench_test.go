package sheet

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
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

// besideLimit reads a payroll of n rows, and inflates and tokenises the same bytes
// in turn: x-limit is how many times longer the whole import takes than that,
// x-inflate than inflating alone.
func besideLimit(b *testing.B, n int) {
	data := registerBook(n)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	var limit, inflate, whole time.Duration
	for b.Loop() {
		start := time.Now()
		limitOf(b, data, false)
		inflate += time.Since(start)
		start = time.Now()
		limitOf(b, data, true)
		limit += time.Since(start)
		start = time.Now()
		book, err := Read(context.Background(), data, Options{Month: 202611})
		if err != nil || len(book.Rows) != n {
			b.Fatalf("%d rows: %v", len(book.Rows), err)
		}
		whole += time.Since(start)
	}
	per := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(b.N) }
	b.ReportMetric(per(whole), "import-ms")
	b.ReportMetric(per(limit), "limit-ms")
	b.ReportMetric(float64(whole)/float64(limit), "x-limit")
	b.ReportMetric(float64(whole)/float64(inflate), "x-inflate")
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
