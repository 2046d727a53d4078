package storage

import (
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ankhai/forms/facts"
)

// factory is an employer of 10,000 people with a payroll and a dossier of them all.
func factory(b *testing.B) *Store {
	s := start(b)
	must(b, s.PutPeople(ctx, mst, invented(10_000, 202611), "thử"))
	rows := make([]facts.DongLuong, 10_000)
	for i, p := range invented(10_000, 202611) {
		rows[i] = facts.DongLuong{HoTen: p.HoTen, SoCCCD: p.SoCCCD, MaSoBHXH: p.MaSoBHXH, HopDong: p.HopDong, Luong: p.Luong}
	}
	must(b, s.PutPayroll(ctx, mst, 202611, Payroll{Rows: rows}))
	draft(b, s, 10_000)
	return s
}

// The limit of writing an export: its bytes are hashed, written and synced.
func BenchmarkOpenExport10000(b *testing.B) {
	s := factory(b)
	n := 0
	var dir string
	for b.Loop() {
		n++
		dir = filepath.Join(b.TempDir(), "mo")
		_, err := s.WriteOpen(ctx, dir, mst, openAll)
		must(b, err)
	}
	begin := time.Now()
	size := 0
	for name, text := range openFiles(b, dir) {
		size += len(text)
		f, err := os.Create(filepath.Join(b.TempDir(), filepath.Base(name)))
		must(b, err)
		h := sha256.New()
		_, err = io.MultiWriter(f, h).Write([]byte(text))
		must(b, err)
		must(b, f.Sync())
		must(b, f.Close())
	}
	limit := time.Since(begin)
	b.ReportMetric(float64(b.Elapsed())/float64(n)/float64(limit), "×write")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n)/10_000, "ns/person")
	b.ReportMetric(float64(size)/1e6, "MB")
}

// The peer of taking one in: the same employer out of another data file.
func BenchmarkOpenTake10000(b *testing.B) {
	s := factory(b)
	zip := filepath.Join(b.TempDir(), "mo.zip")
	_, err := s.WriteOpen(ctx, zip, mst, openAll)
	must(b, err)
	n, peer := 0, time.Duration(0)
	for b.Loop() {
		n++
		b.StopTimer()
		to, other := empty(b), empty(b)
		begin := time.Now()
		_, err := other.TakeEmployer(ctx, s, mst, TakeOptions{})
		must(b, err)
		peer += time.Since(begin)
		b.StartTimer()
		_, err = take(b, to, zip, OpenTake{})
		must(b, err)
	}
	b.ReportMetric(float64(b.Elapsed())/float64(peer), "×TakeEmployer")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n)/10_000, "ns/person")
}
