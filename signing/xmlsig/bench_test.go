package xmlsig

import (
	"context"
	"crypto/sha256"
	"runtime"
	"testing"
	"time"
)

// A declaration of 10 MB: some 20,000 people.
func large(tb testing.TB) []byte {
	doc := declaration(20_000)
	for n := 20_000; len(doc) < 10<<20; n += 500 {
		doc = declaration(n)
	}
	return doc
}

func TestLargeDeclarationIsFrugal(t *testing.T) {
	doc := large(t)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	signed := sign(t, doc)
	signTime := time.Since(start)
	start = time.Now()
	report, err := Verify(signed, Policy{})
	verifyTime := time.Since(start)
	runtime.ReadMemStats(&after)
	if err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	allocated := after.TotalAlloc - before.TotalAlloc
	t.Logf("%d bytes: sign %v, verify %v, %d MiB allocated", len(doc), signTime, verifyTime, allocated>>20)
	if allocated > uint64(5*len(doc)) {
		t.Errorf("allocated %d bytes for a document of %d", allocated, len(doc))
	}
}

func BenchmarkSign10MB(b *testing.B) {
	doc := large(b)
	key := setUp(b).key
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Sign(context.Background(), doc, key, Options{At: "D02-TS/Cky", Time: signedAt}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerify10MB(b *testing.B) {
	signed := sign(b, large(b))
	b.SetBytes(int64(len(signed)))
	b.ReportAllocs()
	for b.Loop() {
		if report, err := Verify(signed, Policy{}); err != nil || !report.Valid() {
			b.Fatal(report.Say(), err)
		}
	}
}

// The limit that verifying cannot go below: one hash over the document.
func BenchmarkHashAlone10MB(b *testing.B) {
	doc := large(b)
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		sha256.Sum256(doc)
	}
}

func BenchmarkCanonicalize10MB(b *testing.B) {
	doc := large(b)
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		if err := canonicalize(sha256.New(), doc, region{whole: true}, method{}); err != nil {
			b.Fatal(err)
		}
	}
}
