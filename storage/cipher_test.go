package storage

import (
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// pair is the same work on an encrypted and on a plain file.
func pair(t testing.TB, work func(name string, db *sql.DB, path string)) {
	t.Helper()
	for name, d := range map[string]door{"plain": {}, "encrypted": {key: testKey}} {
		path := filepath.Join(t.TempDir(), "a.db")
		db, err := d.connect(path, 1, "_pragma=journal_mode(WAL)", "_pragma=synchronous(2)")
		must(t, err)
		work(name, db, path)
		must(t, db.Close())
	}
}

// What SQLite can do it can do on an encrypted file: indices, LIKE, full-text
// search, big values, VACUUM, copies.
func TestSQLiteIsUnchanged(t *testing.T) {
	answers := map[string][]string{}
	pair(t, func(name string, db *sql.DB, path string) {
		for _, q := range []string{
			`CREATE TABLE p (id INTEGER PRIMARY KEY, ten TEXT, so TEXT, anh BLOB); CREATE INDEX p_so ON p (so); CREATE INDEX p_ten ON p (ten COLLATE NOCASE)`,
			`CREATE VIRTUAL TABLE f USING fts5 (ten, prefix = '2 3')`,
			`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
				INSERT INTO p SELECT i, printf('Nguyen Van %d', i * 7919 % 3000), printf('%012d', i * 104729), zeroblob(i % 7 * 1500) FROM n`,
			`INSERT INTO f (rowid, ten) SELECT id, ten FROM p`,
			`DELETE FROM p WHERE id % 3 = 0`, `UPDATE p SET anh = zeroblob(40000) WHERE id = 1`,
			`PRAGMA wal_checkpoint(TRUNCATE)`, `PRAGMA cache_size = 20`,
		} {
			_, err := db.Exec(q)
			must(t, err)
		}
		ask := func(db *sql.DB) (out []string) {
			for _, q := range []string{
				`SELECT count(*) FROM p`, `SELECT group_concat(id) FROM p WHERE ten LIKE '%12%'`, `SELECT id FROM p WHERE so = printf('%012d', 104729 * 100)`,
				`SELECT group_concat(rowid) FROM f WHERE f MATCH 'van 2*'`, `SELECT group_concat(id) FROM (SELECT id FROM p ORDER BY ten COLLATE NOCASE LIMIT 20)`,
				`SELECT length(anh) FROM p WHERE id = 1`, `PRAGMA integrity_check`,
			} {
				var a string
				must(t, db.QueryRow(q).Scan(&a))
				out = append(out, a)
			}
			return out
		}
		answers[name] = ask(db)
		_, err := db.Exec(`VACUUM`)
		must(t, err)
		answers[name+", vacuumed"] = ask(db)
		if name == "encrypted" {
			to := filepath.Join(t.TempDir(), "b.db")
			must(t, door{key: testKey}.vacuumInto(ctx, path, to, false))
			c, err := door{key: testKey}.connect(to, 1, "mode=ro", "immutable=1")
			must(t, err)
			answers["copy"] = ask(c)
			must(t, c.Close())
			for _, p := range []string{path, path + "-wal", to} {
				data, err := os.ReadFile(p)
				must(t, err)
				if strings.Contains(string(data), "Nguyen Van") || strings.Contains(string(data), "SQLite format") {
					t.Errorf("%s holds plain words", filepath.Base(p))
				}
			}
		}
	})
	for name, a := range answers {
		want(t, name, a, answers["plain"])
	}
}

// The translated SQLite and its C library are tested with each other by their
// makers; with another version of the library they are not.
func TestLibcIsTheOneThatSQLiteNames(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "modernc.org/sqlite").Output()
	must(t, err)
	theirs, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "go.mod"))
	must(t, err)
	ours, err := os.ReadFile("../go.mod")
	must(t, err)
	libc := regexp.MustCompile(`modernc\.org/libc (v\S+)`)
	a, b := libc.FindSubmatch(theirs), libc.FindSubmatch(ours)
	if a == nil || b == nil {
		t.Fatal("no version of modernc.org/libc is named")
	}
	want(t, "version of modernc.org/libc", string(b[1]), string(a[1]))
}
