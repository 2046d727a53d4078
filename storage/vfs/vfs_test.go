package vfs

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// notes is a layer that counts calls by kind of file and refuses what it is told.
type notes struct {
	mu     sync.Mutex
	calls  map[string]int
	refuse string
	params []string
}

func (n *notes) note(k Kind, what string) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.calls == nil {
		n.calls = map[string]int{}
	}
	n.calls[k.String()+" "+what]++
	if n.refuse == k.String()+" "+what {
		return Full
	}
	return nil
}

func (n *notes) Open(o Opening, next func(Opening) (File, error)) (File, error) {
	if err := n.note(o.Kind, "open"); err != nil {
		return nil, err
	}
	n.mu.Lock()
	n.params = append(n.params, o.Kind.String()+" "+o.Param("so"))
	n.mu.Unlock()
	f, err := next(o)
	if err != nil {
		return nil, err
	}
	return &noted{f, n, o.Kind}, nil
}

func (n *notes) Delete(path string, dirSync bool, next func(string, bool) error) error {
	if err := n.note(WAL, "delete"); err != nil {
		return err
	}
	return next(path, dirSync)
}

type noted struct {
	File
	n *notes
	k Kind
}

func (f *noted) ReadAt(p []byte, off int64) (int, error) {
	if err := f.n.note(f.k, "read"); err != nil {
		return 0, err
	}
	return f.File.ReadAt(p, off)
}

func (f *noted) WriteAt(p []byte, off int64) error {
	if err := f.n.note(f.k, "write"); err != nil {
		return err
	}
	return f.File.WriteAt(p, off)
}

func (f *noted) Sync() error {
	if err := f.n.note(f.k, "sync"); err != nil {
		return err
	}
	return f.File.Sync()
}

func (f *noted) Truncate(size int64) error {
	if err := f.n.note(f.k, "truncate"); err != nil {
		return err
	}
	return f.File.Truncate(size)
}

func open(t testing.TB, path string, layers ...Layer) *sql.DB {
	t.Helper()
	v, err := Register(layers...)
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+path+"?so=7&_pragma=journal_mode(WAL)&_pragma=synchronous(2)&_pragma=temp_store(2)&vfs="+v.Name())
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() {
		db.Close()
		if err := v.Unregister(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func exec(t testing.TB, db *sql.DB, q string) {
	t.Helper()
	if _, err := db.Exec(q); err != nil {
		t.Fatalf("%s: %v", q, err)
	}
}

const fill = `CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
	WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO t SELECT i, printf('dòng %d', i) FROM n`

func TestLayersSeeEveryCallAndTheFileIsAsUsual(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	n := &notes{}
	db := open(t, path, n, &notes{})
	exec(t, db, fill)
	exec(t, db, `PRAGMA wal_checkpoint(TRUNCATE)`)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, call := range []string{"data file open", "data file read", "data file write", "data file sync", "write-ahead log open",
		"write-ahead log write", "write-ahead log sync", "write-ahead log truncate", "write-ahead log delete", "rollback journal open"} {
		if n.calls[call] == 0 {
			t.Errorf("no %s among %v", call, n.calls)
		}
	}
	for _, p := range n.params {
		if p[len(p)-1] != '7' {
			t.Errorf("the URI's parameter is not seen: %q", p)
		}
	}
	plain, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	var rows int
	var word string
	if err := plain.QueryRow(`SELECT (SELECT count(*) FROM t), (SELECT * FROM pragma_integrity_check)`).Scan(&rows, &word); err != nil || rows != 2000 || word != "ok" {
		t.Errorf("without layers: %d rows, %s, %v", rows, word, err)
	}
}

func TestAnErrorOfALayerReachesTheCaller(t *testing.T) {
	for _, call := range []string{"data file open", "write-ahead log open", "write-ahead log write", "write-ahead log sync"} {
		n := &notes{refuse: call}
		db := open(t, filepath.Join(t.TempDir(), "a.db"), n)
		_, err := db.Exec(fill)
		var e *sqlite.Error
		if !errors.As(err, &e) || (e.Code()&0xff != sqlite3.SQLITE_FULL && e.Code()&0xff != sqlite3.SQLITE_CANTOPEN) {
			t.Errorf("%s: got %v", call, err)
		}
		n.mu.Lock()
		n.refuse = ""
		n.mu.Unlock()
		exec(t, db, `CREATE TABLE IF NOT EXISTS sau (x)`)
	}
}

func TestTemporaryFilesAreRefused(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "a.db"), &notes{})
	exec(t, db, fill)
	exec(t, db, `PRAGMA temp_store = FILE; PRAGMA cache_size = 5; CREATE TEMP TABLE x AS SELECT 1`)
	_, err := db.Exec(`INSERT INTO x SELECT a.b || b.b FROM t a, t b LIMIT 200000`)
	var e *sqlite.Error
	if !errors.As(err, &e) || e.Code()&0xff != sqlite3.SQLITE_CANTOPEN {
		t.Errorf("a temporary file: got %v", err)
	}
	exec(t, db, `PRAGMA temp_store = MEMORY; CREATE TEMP TABLE x AS SELECT a.b || b.b FROM t a, t b LIMIT 20000`)
}

// A thousand stores come and go, some at once, some closed late: nothing is left.
func TestNothingIsLeftBehind(t *testing.T) {
	dir := t.TempDir()
	var wait sync.WaitGroup
	for w := range 4 {
		wait.Go(func() {
			for i := range 250 {
				v, err := Register(&notes{})
				if err != nil {
					t.Error(err)
					return
				}
				db, err := sql.Open("sqlite", fmt.Sprintf("file:%s/%d.db?vfs=%s", dir, w, v.Name()))
				if err == nil {
					_, err = db.Exec(`CREATE TABLE IF NOT EXISTS t (a); INSERT INTO t VALUES (1)`)
				}
				if err != nil {
					t.Error(err)
				}
				if i%2 == 0 { // ends when the file is closed
					err = errors.Join(v.Unregister(), db.Close())
				} else {
					err = errors.Join(db.Close(), v.Unregister(), v.Unregister())
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	systems.RLock()
	defer systems.RUnlock()
	files.RLock()
	defer files.RUnlock()
	if len(systems.by) != 0 || len(files.by) != 0 {
		t.Errorf("left: %d systems, %d files", len(systems.by), len(files.by))
	}
}
