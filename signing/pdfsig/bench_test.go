package pdfsig

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"
)

// large is a file of about ten megabytes: a form of many pages with scans, which
// do not compress.
func large() []byte {
	random := rand.NewChaCha8(sha256.Sum256([]byte("scan")))
	scan := make([]byte, 2<<20)
	_, _ = random.Read(scan) // "@" means something to a plan
	p := plan{pages: 900, table: "table", catalog: "/Names << /EmbeddedFiles << /Names [] >> >>"}
	for range 5 {
		p.more = append(p.more, fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(scan), bytes.ReplaceAll(scan, []byte("@"), []byte("a"))))
	}
	return p.write()
}

// BenchmarkSign10MB signs; beside it stands the time one SHA-256 of the file
// takes, the least that any program can do.
func BenchmarkSign10MB(b *testing.B) {
	doc, key := large(), setUp(b).key
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Sign(context.Background(), doc, key, Options{Time: signedAt}); err != nil {
			b.Fatal(err)
		}
	}
	reportMemory(b)
}

func BenchmarkVerify10MB(b *testing.B) {
	signed := signPDF(b, large(), nil)
	b.SetBytes(int64(len(signed)))
	b.ReportAllocs()
	for b.Loop() {
		report, err := Verify(signed, Policy{})
		if err != nil || !report.Valid() {
			b.Fatal(report.Say(), err)
		}
	}
	reportMemory(b)
}

func BenchmarkVerifyThreeApprovals10MB(b *testing.B) {
	signed := signPDF(b, signPDF(b, signPDF(b, large(), nil), nil), nil)
	b.SetBytes(int64(len(signed)))
	for b.Loop() {
		report, err := Verify(signed, Policy{})
		if err != nil || !report.Valid() || len(report.Signatures) != 3 {
			b.Fatal(report.Say(), err)
		}
	}
}

func BenchmarkDigest10MB(b *testing.B) {
	doc := large()
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		sha256.Sum256(doc)
	}
}

// reportMemory tells what the process has taken from the system.
func reportMemory(b *testing.B) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/(1<<20), "MiB-sys")
}
