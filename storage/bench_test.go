package storage

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// fsync measures what one durable step costs on this disk at least.
func fsync(b *testing.B) time.Duration {
	f, err := os.Create(filepath.Join(b.TempDir(), "f"))
	must(b, err)
	defer f.Close()
	const n = 20
	page := make([]byte, 4096)
	start := time.Now()
	for range n {
		_, err := f.Write(page)
		must(b, err)
		must(b, f.Sync())
	}
	return time.Since(start) / n
}

func BenchmarkPutPeople10000(b *testing.B) {
	s := start(b)
	for b.Loop() {
		b.StopTimer()
		p := invented(10_000, 202611)
		b.StartTimer()
		must(b, s.PutPeople(ctx, mst, p, "thử"))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/10_000, "ns/person")
}

func BenchmarkRoster50000(b *testing.B) {
	s := start(b)
	p := invented(50_000, 202601)
	must(b, s.PutPeople(ctx, mst, p, "thử"))
	for i := range p { // one in ten has a raise
		if i%10 == 0 {
			p[i].TuThang, p[i].Luong.MucLuong = 202607, 9_000_000
		}
	}
	var raised []facts.NguoiLaoDong
	for i := 0; i < len(p); i += 10 {
		raised = append(raised, p[i])
	}
	must(b, s.PutPeople(ctx, mst, raised, "thử"))
	for b.Loop() {
		r, err := s.Roster(ctx, mst, 202611)
		must(b, err)
		if len(r) != 50_000 {
			b.Fatal(len(r))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/50_000, "ns/person")
}

func BenchmarkCount50000(b *testing.B) {
	s := start(b)
	must(b, s.PutPeople(ctx, mst, invented(50_000, 202601), "thử"))
	for b.Loop() {
		_, err := s.CountPeople(ctx, mst, 202611)
		must(b, err)
	}
}

func BenchmarkPutDoc10000(b *testing.B) {
	s := start(b)
	id := draft(b, s, 1).ID
	doc := filled(10_000)
	for b.Loop() {
		must(b, s.PutDoc(ctx, id, doc))
	}
}

func BenchmarkDoc10000(b *testing.B) {
	s := start(b)
	id := draft(b, s, 10_000).ID
	for b.Loop() {
		load(b, s, id)
	}
}

func BenchmarkEditOneCellOf10000(b *testing.B) {
	s := start(b)
	id := draft(b, s, 10_000).ID
	limit := fsync(b)
	i := 0
	for b.Loop() {
		i++
		must(b, s.EditCells(ctx, id, "THU-01", []CellEdit{{Row: i * 7919 % 10_000, Tag: "MucLuong", New: form.NumValue(int64(i))}}))
	}
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(limit), "×fsync")
}

func BenchmarkInsertRowAtTopOf10000(b *testing.B) {
	s := start(b)
	id := draft(b, s, 10_000).ID
	for b.Loop() {
		must(b, s.InsertRows(ctx, id, "THU-01", "", 0, []form.Row{{}}))
	}
}

func BenchmarkPaste10000Cells(b *testing.B) {
	s := start(b)
	id := draft(b, s, 10_000).ID
	var edits []CellEdit
	for i := range 10_000 {
		edits = append(edits, CellEdit{Row: i, Tag: "MucLuong", New: form.NumValue(int64(i))})
	}
	for b.Loop() {
		must(b, s.EditCells(ctx, id, "THU-01", edits))
	}
}

func BenchmarkPutPayroll10000(b *testing.B) {
	s := start(b)
	rows := make([]facts.DongLuong, 10_000)
	for i, p := range invented(10_000, 202611) {
		rows[i] = facts.DongLuong{HoTen: p.HoTen, SoCCCD: p.SoCCCD, MaSoBHXH: p.MaSoBHXH, HopDong: p.HopDong, Luong: p.Luong}
	}
	for b.Loop() {
		must(b, s.PutPayroll(ctx, mst, 202611, Payroll{Rows: rows}))
	}
}

// One transaction for the moves of ten submissions, against ten of their own.
func BenchmarkMove(b *testing.B) {
	for name, group := range map[string]int{"alone": 1, "ten": 10} {
		b.Run(name, func(b *testing.B) {
			s := start(b)
			var ids []string
			for range 10 {
				id := signed(b, s).ID
				walk(b, s, id, DaKy, ChoGui, DangGui)
				ids = append(ids, id)
			}
			limit := fsync(b)
			n := 0
			from, to := DangGui, ChoGui
			for b.Loop() {
				for i := 0; i < len(ids); i += group {
					var m []Move
					for _, id := range ids[i : i+group] {
						m = append(m, Move{SubmissionID: id, From: from, To: to})
					}
					must(b, s.MoveAll(ctx, m))
					n += group
				}
				from, to = to, from
			}
			b.ReportMetric(float64(b.Elapsed())/float64(n)/float64(limit), "×fsync/move")
		})
	}
}

func BenchmarkSentBefore10000(b *testing.B) {
	s := start(b)
	d := draft(b, s, 1)
	must(b, s.MoveDossier(ctx, d.ID, Nhap, DaKiem))
	var keys []LedgerKey
	for _, p := range invented(10_000, 202611) {
		keys = append(keys, LedgerKey{MaSoBHXH: p.MaSoBHXH, SoCCCD: p.SoCCCD, Month: 202611, PhuongAn: "TM"})
	}
	_, err := s.Freeze(ctx, d.ID, Submission{Envelope: []byte("x"), Ledger: keys})
	must(b, err)
	for b.Loop() {
		hits, err := s.SentBefore(ctx, mst, keys)
		must(b, err)
		if len(hits) != len(keys) {
			b.Fatal(len(hits))
		}
	}
}

func BenchmarkBackup50000(b *testing.B) {
	s := start(b)
	must(b, s.PutPeople(ctx, mst, invented(50_000, 202601), "thử"))
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "b")
		must(b, s.Backup(ctx, path))
		must(b, os.Remove(path))
	}
}

func BenchmarkOpen(b *testing.B) {
	s := start(b)
	must(b, s.PutPeople(ctx, mst, invented(10_000, 202601), "thử"))
	must(b, s.Close())
	for b.Loop() {
		s, err := Open(ctx, s.Path(), Options{Key: testKey, Now: time.Now})
		must(b, err)
		must(b, s.Close())
	}
}

// The restore drill of 50,000 people: back up and read through, pack into one
// file, unpack and restore into an empty folder, and salvage.
func BenchmarkRestoreDrill50000(b *testing.B) {
	s := start(b)
	must(b, s.PutPeople(ctx, mst, invented(50_000, 202601), "thử"))
	now := thisDay
	h := shelfOf(s, &now)
	opt := Options{Key: testKey, Now: func() time.Time { return now }}
	lap := func(name string, f func()) {
		began := time.Now()
		f()
		b.ReportMetric(time.Since(began).Seconds(), name+"-s")
	}
	for b.Loop() {
		file := filepath.Join(b.TempDir(), "a.ankhai")
		lap("backup", func() { _, _, err := h.Add(ctx, s); must(b, err) })
		lap("pack", func() { _, err := s.WriteContainer(ctx, file, Pack{}); must(b, err) })
		dir := b.TempDir()
		lap("restore", func() {
			bundle, err := OpenBundle(ctx, file, dir)
			must(b, err)
			_, err = bundle.Verify(ctx, opt)
			must(b, err)
			must(b, bundle.Bring(ctx, dir, "ankhai.db", opt))
			must(b, bundle.Close())
		})
		lap("salvage", func() {
			_, err := Salvage(ctx, filepath.Join(dir, "ankhai.db"), filepath.Join(dir, "cuu.db"), opt)
			must(b, err)
		})
		lap("employer", func() {
			other, err := Open(ctx, filepath.Join(b.TempDir(), "b.db"), opt)
			must(b, err)
			m, err := other.TakeEmployer(ctx, s, mst, TakeOptions{})
			must(b, err)
			if m.People != 50_000 {
				b.Fatal(m.People)
			}
			must(b, other.Close())
		})
	}
}
