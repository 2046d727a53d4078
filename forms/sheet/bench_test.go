package sheet

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
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
