package storage

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"
	"time"

	"ankhai/forms/facts"
)

// A file of version n has seen the first n migrations: each is opened, copied and
// brought up to date.
func TestEveryOldVersionOpens(t *testing.T) {
	names := migrations()
	for v := 1; v <= len(names); v++ {
		path := oldFile(t, v)
		s := openAt(t, path)
		d, err := s.DonVi(ctx, mst)
		must(t, err)
		want(t, "name", d.Ten, "Công ty cũ")
		_, err = os.Stat(fmt.Sprintf("%s.v%d", path, v))
		want(t, fmt.Sprintf("version %d has a copy", v), err == nil, v < len(names))
	}
}

// oldFile makes a file as the program of version v left it, plainFile one that is
// not encrypted.
func oldFile(t *testing.T, v int) string   { return fileOf(t, door{key: testKey}, v) }
func plainFile(t *testing.T, v int) string { return fileOf(t, door{}, v) }

func fileOf(t *testing.T, d door, v int) string {
	path := filepath.Join(t.TempDir(), "ankhai.db")
	must(t, os.WriteFile(path, nil, 0o600))
	db, err := d.connect(path, 1, "_pragma=journal_mode(WAL)")
	must(t, err)
	defer db.Close()
	for _, name := range migrations()[:v] {
		text, err := migrationFiles.ReadFile(name)
		must(t, err)
		_, err = db.Exec(string(text))
		must(t, err)
	}
	_, err = db.Exec(fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d;
		INSERT INTO employers VALUES ('0100109106', '{"maSoThue":"0100109106","ten":"Công ty cũ"}', 1)`, applicationID, v))
	must(t, err)
	return path
}

// later puts a program with more migrations in the place of this one.
func later(t *testing.T, more ...string) {
	old := migrationFiles
	t.Cleanup(func() { migrationFiles = old })
	files, err := withMore(more...)
	must(t, err)
	migrationFiles = files
}

func withMore(more ...string) (fstest.MapFS, error) {
	files := fstest.MapFS{}
	for _, name := range migrations() {
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	for i, text := range more {
		files[fmt.Sprintf("migrations/%04d.sql", len(migrations())+1+i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return files, nil
}

// rebuilds are migrations that take a while: each makes the table anew.
var rebuilds = []string{
	`CREATE TABLE so_2 (n INTEGER NOT NULL, v TEXT NOT NULL) STRICT;
		WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 20000) INSERT INTO so_2 SELECT i, 'hai' FROM c`,
	`CREATE TABLE so_3 (n INTEGER NOT NULL, v TEXT NOT NULL) STRICT; INSERT INTO so_3 SELECT n, 'ba' FROM so_2; DROP TABLE so_2`,
	`CREATE TABLE so_4 (n INTEGER NOT NULL, v TEXT NOT NULL) STRICT; INSERT INTO so_4 SELECT n, 'bốn' FROM so_3; DROP TABLE so_3`,
}

// migrateSlowly is the later program as a process of its own.
func migrateSlowly(path string) error {
	files, err := withMore(rebuilds...)
	if err != nil {
		return err
	}
	migrationFiles = files
	fmt.Println("ready")
	s, err := Open(ctx, path, Options{Key: testKey, Now: time.Now})
	if err != nil {
		return err
	}
	return s.Close()
}

func TestKillWhileMigratingLeavesAWholeVersion(t *testing.T) {
	kills := count(25, 200)
	first, seen := len(migrations()), map[int]int{}
	for range kills {
		path := oldFile(t, first)
		c, out := child(t, "migrate", path)
		out.Scan()
		time.Sleep(time.Duration(rand.IntN(90)) * time.Millisecond)
		c.Process.Kill()
		for out.Scan() {
		}
		c.Wait() // killed, as was asked
		t.Run("later program", func(t *testing.T) {
			later(t, rebuilds...)
			db, err := door{key: testKey}.connect(path, 1)
			must(t, err)
			v, err := version(ctx, db)
			must(t, err)
			seen[v]++
			for n := 2; n <= 4; n++ {
				tables := 0
				must(t, db.QueryRow(`SELECT count(*) FROM sqlite_schema WHERE name = ?`, fmt.Sprintf("so_%d", n)).Scan(&tables))
				want(t, fmt.Sprintf("version %d has table %d", v, n), tables == 1, v-first == n-1)
			}
			must(t, db.Close())
			s := openAt(t, path)
			rows := 0
			must(t, s.r.QueryRow(`SELECT count(*) FROM so_4 WHERE v = 'bốn'`).Scan(&rows))
			want(t, "rows in the end", rows, 20000)
		})
	}
	t.Logf("versions found after %d kills: %v", kills, seen)
}

// A migration that rebuilds a table keeps the rows that point to it, also those
// that would go with it.
func TestMigrationRebuildsATable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ankhai.db")
	s := openAt(t, path)
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst}))
	draft(t, s, 7)
	must(t, s.Close())
	later(t, `CREATE TABLE docs_2 (id INTEGER PRIMARY KEY, dossier INTEGER NOT NULL REFERENCES dossiers (seq), form TEXT NOT NULL,
			since INTEGER NOT NULL, updated_at INTEGER NOT NULL, UNIQUE (dossier, form)) STRICT;
		INSERT INTO docs_2 SELECT id, dossier, form, since, updated_at FROM docs;
		DROP TABLE docs;
		ALTER TABLE docs_2 RENAME TO docs`)
	s = openAt(t, path)
	rows := 0
	must(t, s.r.QueryRow(`SELECT count(*) FROM doc_rows r JOIN docs d ON d.id = r.doc WHERE r.tab = ''`).Scan(&rows))
	want(t, "rows of the form", rows, 7)
}

func TestMigrationKeepsACopyAndTheData(t *testing.T) {
	v := len(migrations())
	path := oldFile(t, v)
	later(t, `CREATE TABLE them (a TEXT NOT NULL) STRICT; INSERT INTO them SELECT mst FROM employers`,
		`CREATE TABLE them2 (a TEXT NOT NULL) STRICT; INSERT INTO them2 SELECT a FROM them; DROP TABLE them`)
	s := openAt(t, path)
	var got string
	must(t, s.r.QueryRow(`SELECT a FROM them2`).Scan(&got))
	want(t, "migrated row", got, mst)
	aside := fmt.Sprintf("%s.v%d", path, v)
	info, err := VerifyBackup(ctx, aside, Options{Key: testKey})
	must(t, err)
	want(t, "version of the copy", info.Version, v)
	want(t, "employers in the copy", info.Employers, 1)
	if st, err := os.Stat(aside); err != nil || (runtime.GOOS != "windows" && st.Mode().Perm() != 0o600) {
		t.Errorf("copy: %v, %v", st.Mode(), err)
	}
}

func TestMigrationThatFailsLeavesTheOldVersion(t *testing.T) {
	v := len(migrations())
	for name, text := range map[string]string{
		"broken SQL":        `CREATE TABLE them (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)`,
		"rows left hanging": `INSERT INTO mappings VALUES ('9', 'k', '{}', 1)`,
	} {
		t.Run(name, func(t *testing.T) {
			path := oldFile(t, v)
			t.Run("later program", func(t *testing.T) {
				later(t, text)
				if _, err := Open(ctx, path, Options{Key: testKey, Now: time.Now}); err == nil {
					t.Fatal("opened")
				}
			})
			s := openAt(t, path) // this program still opens it
			d, err := s.DonVi(ctx, mst)
			must(t, err)
			want(t, "name", d.Ten, "Công ty cũ")
		})
	}
}

func TestTwoProgramsMigrateOnce(t *testing.T) {
	path := oldFile(t, len(migrations()))
	later(t, `CREATE TABLE once (a TEXT NOT NULL) STRICT`)
	errs := make(chan error)
	for range 4 {
		go func() {
			s, err := Open(ctx, path, Options{Key: testKey, Now: time.Now})
			if err == nil {
				err = s.Close()
			}
			errs <- err
		}()
	}
	for range 4 {
		must(t, <-errs)
	}
}

func TestManyProgramsMakeTheFileAtOnce(t *testing.T) {
	for range 5 {
		path := filepath.Join(t.TempDir(), "ankhai.db")
		errs := make(chan error)
		for range 4 {
			go func() {
				s, err := Open(ctx, path, Options{Key: testKey, Now: time.Now})
				if err == nil {
					err = s.Close()
				}
				errs <- err
			}()
		}
		for range 4 {
			if err := <-errs; err != nil {
				t.Error(err)
			}
		}
	}
}

// A program killed in its first moments leaves a file with a rollback journal
// beside it. The next start plays it back; the file is not taken for one that
// cannot be written.
func TestJournalOfTheFirstMoments(t *testing.T) {
	for name, before := range map[string]string{
		"new file":   filepath.Join(t.TempDir(), "ankhai.db"),
		"older file": plainFile(t, len(migrations())),
	} {
		t.Run(name, func(t *testing.T) {
			db, err := door{}.connect(before, 1, "_pragma=journal_mode(DELETE)")
			must(t, err)
			defer db.Close()
			// More than the cache holds, so that the file itself is half written.
			_, err = db.Exec(`PRAGMA cache_size = 2; BEGIN IMMEDIATE; CREATE TABLE half (x TEXT);
				WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 2000)
				INSERT INTO half SELECT printf('%0500d', i) FROM n`)
			must(t, err)
			for _, key := range [][]byte{nil, testKey} { // plain files only: an encrypted one has no such journal
				killed := filepath.Join(t.TempDir(), "ankhai.db")
				for _, suffix := range []string{"", "-journal"} {
					data, err := os.ReadFile(before + suffix)
					must(t, err)
					must(t, os.WriteFile(killed+suffix, data, 0o600))
				}
				s, err := openWith(killed, Options{Key: key})
				must(t, err)
				all, err := s.DonVis(ctx)
				must(t, err)
				want(t, "employers", len(all), map[string]int{"new file": 0, "older file": 1}[name])
				must(t, s.Close())
			}
		})
	}
}
