package storage

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"ankhai/forms/facts"
)

// A transaction that outgrows the cache writes pages into the log before it commits,
// some of them twice, and their heads anew at the end: a payroll of 100 000 people
// does. Every row of it comes back, from the log, from the data file, and after the
// file was opened again.
func TestTransactionBeyondTheCache(t *testing.T) {
	d := door{key: testKey}
	path := filepath.Join(t.TempDir(), "a.db")
	open := func() *sql.DB {
		db, err := d.connect(path, 1, "_pragma=journal_mode(WAL)", "_pragma=synchronous(2)", "_pragma=cache_size(10)")
		must(t, err)
		return db
	}
	db := open()
	_, err := db.Exec(`CREATE TABLE p (k INTEGER PRIMARY KEY, n INTEGER, data TEXT) STRICT, WITHOUT ROWID; PRAGMA wal_autocheckpoint = 0`)
	must(t, err)
	const rows = 3000
	sums := func(db *sql.DB, step string, want int) {
		t.Helper()
		var got int
		if err := db.QueryRow(`SELECT sum(n * length(data)) FROM p`).Scan(&got); err != nil || got != want {
			t.Fatalf("%s: %d, want %d: %v", step, got, want, err)
		}
		var sound string
		if err := db.QueryRow(`PRAGMA integrity_check`).Scan(&sound); err != nil || sound != "ok" {
			t.Fatalf("%s: %s %v", step, sound, err)
		}
	}
	want := 0
	for round := range 3 { // the log begins anew each time
		tx, err := db.Begin()
		must(t, err)
		_, err = tx.Exec(`DELETE FROM p`)
		must(t, err)
		want = 0
		rnd := rand.New(rand.NewPCG(uint64(round), 1))
		for _, k := range rnd.Perm(rows) { // every page is met again and again
			_, err := tx.Exec(`INSERT INTO p VALUES (?, ?, printf('%0200d', ?))`, k, k+round, k)
			must(t, err)
			want += (k + round) * 200
		}
		must(t, tx.Commit())
		sums(db, fmt.Sprint("from the log, round ", round), want)
		other := open()
		sums(other, fmt.Sprint("from the log by another, round ", round), want)
		must(t, other.Close())
		_, err = db.Exec(`PRAGMA wal_checkpoint(RESTART)`)
		must(t, err)
		sums(db, fmt.Sprint("from the file, round ", round), want)
	}
	must(t, db.Close())
	db = open()
	sums(db, "opened again", want)
	must(t, db.Close())
}

// A copy that outgrows the cache writes pages before it is whole, and begins its journal
// anew each time: the backup of ten thousand people does.
func TestCopyBeyondTheCache(t *testing.T) {
	d := door{key: testKey}
	dir := t.TempDir()
	path, to := filepath.Join(dir, "a.db"), filepath.Join(dir, "b.db")
	db, err := d.connect(path, 1, "_pragma=journal_mode(WAL)")
	must(t, err)
	_, err = db.Exec(`CREATE TABLE p (k INTEGER PRIMARY KEY, data TEXT) STRICT;
		WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
		INSERT INTO p SELECT i, printf('%0400d', i) FROM n`)
	must(t, err)
	must(t, db.Close())
	must(t, d.vacuumInto(t.Context(), path, to, false, "_pragma=cache_size(10)"))
	db, err = d.connect(to, 1, "mode=ro")
	must(t, err)
	defer db.Close()
	var rows int
	var sound string
	must(t, db.QueryRow(`SELECT count(*), (SELECT * FROM pragma_integrity_check) FROM p WHERE data = printf('%0400d', k)`).Scan(&rows, &sound))
	if rows != 5000 || sound != "ok" {
		t.Errorf("%d rows, %s", rows, sound)
	}
}

// The gate again, with a cache so small that every step outgrows it.
func TestPowerCutsBeyondTheCache(t *testing.T) {
	steps := scenario(12, 6)
	for i := range 4 {
		rows := make([]facts.DongLuong, 150)
		for j, p := range invented(len(rows), 202611) {
			rows[j] = facts.DongLuong{HoTen: p.HoTen, SoCCCD: p.SoCCCD, MaSoBHXH: p.MaSoBHXH, Luong: p.Luong, GhiChu: fmt.Sprint("lần ", i)}
		}
		steps = append(steps, doing{fmt.Sprint("payroll ", i), func(s *Store) error {
			return s.PutPayroll(ctx, mst, 202611, Payroll{TenTep: fmt.Sprint(i), Rows: rows})
		}})
	}
	got := record(t, testKey, "FULL", steps, "cache_size = 10").cut(t, count(400, 4000), rand.Uint64())
	if got.broken+got.half+got.lost > 0 {
		t.Errorf("%d broken, %d half, %d lost; the first: %s", got.broken, got.half, got.lost, got.first)
	}
}
