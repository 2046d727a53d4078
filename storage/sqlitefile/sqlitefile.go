// Package sqlitefile opens one small SQLite file as the house opens its own: a
// write-ahead log, every commit on the disk before it is reported, one connection
// that begins at once, and a version that only goes up.
//
// It refuses to know any table, and seals nothing: what may not be read goes in
// sealed. The practice gateway, which has a book of its own, imports it; the data
// file itself is opened by package storage.
package sqlitefile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"ankhai/storage/durable"
)

var (
	// ErrForeign: the file is somebody else's.
	ErrForeign = errors.New("sqlitefile: not a file of this program")
	// ErrNewer: a later program has written the file.
	ErrNewer = errors.New("sqlitefile: written by a later program")
)

// Options say whose file it is and what its versions are.
type Options struct {
	Application int32    // SQLite's application_id, not 0
	Versions    []string // the SQL that leads to version 1, 2 …; only ever appended to
}

// pragmas are set on the connection; busy_timeout comes first, so that the others wait.
var pragmas = []string{
	"busy_timeout(10000)", "foreign_keys(1)", "temp_store(2)", "secure_delete(1)", "trusted_schema(0)",
	"journal_mode(WAL)", "synchronous(2)", "fullfsync(1)", "checkpoint_fullfsync(1)",
}

// Open opens the file at path, makes it with mode 0600 if there is none, and brings
// it to the newest version. The pool has one connection.
//
// It fails with ErrForeign or ErrNewer, and then has changed nothing.
func Open(ctx context.Context, path string, o Options) (*sql.DB, error) {
	db, err := open(ctx, path, o)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", filepath.Base(path), err)
	}
	return db, nil
}

func open(ctx context.Context, path string, o Options) (*sql.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600) // closed before SQLite locks it
	if err == nil {
		err = errors.Join(f.Close(), durable.SyncDir(filepath.Dir(path)))
	}
	if err != nil {
		return nil, err
	}
	// A foreign file must not be touched: look before switching it to WAL.
	db, err := connect(fileName(path), pragmas[:5])
	if err != nil {
		return nil, err
	}
	_, err = version(ctx, db, o)
	if err := errors.Join(err, db.Close()); err != nil {
		return nil, err
	}
	if db, err = connect(fileName(path), pragmas); err != nil {
		return nil, err
	}
	if err = climb(ctx, db, o); err == nil {
		err = assertDurable(ctx, db)
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// OpenMemory makes a database of the newest version that ends with its pool.
func OpenMemory(ctx context.Context, o Options) (*sql.DB, error) {
	db, err := connect(":memory:", pragmas[:5])
	if err == nil {
		if err = climb(ctx, db, o); err != nil {
			err = errors.Join(err, db.Close())
		}
	}
	if err != nil {
		return nil, fmt.Errorf("open in memory: %w", err)
	}
	return db, nil
}

func climb(ctx context.Context, db *sql.DB, o Options) (err error) {
	for done := false; !done && err == nil; {
		done, err = step(ctx, db, o)
	}
	return err
}

func fileName(path string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/… on Windows
	}
	return (&url.URL{Path: p}).EscapedPath()
}

func connect(name string, pragmas []string) (*sql.DB, error) {
	dsn := "file:" + name + "?_defensive=1&_dqs=0&_txlock=immediate"
	for _, q := range pragmas {
		dsn += "&_pragma=" + q
	}
	c, err := sqlite.NewConnector(dsn)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(c)
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	return db, nil
}

// version is how many of o.Versions the file has seen; 0 is a new, empty file.
func version(ctx context.Context, q interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}, o Options) (v int, err error) {
	var app, tables int
	if err := q.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`).Scan(&app, &v, &tables); err != nil {
		var e *sqlite.Error
		if errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_NOTADB {
			return 0, errors.Join(ErrForeign, err)
		}
		return 0, err
	}
	switch {
	case app == 0 && v == 0 && tables == 0:
		return 0, nil
	case app != int(o.Application) || v < 1:
		return 0, ErrForeign
	case v > len(o.Versions):
		return 0, ErrNewer
	}
	return v, nil
}

// step takes the file one version up, in one transaction.
func step(ctx context.Context, db *sql.DB, o Options) (done bool, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback() // after Commit there is nothing left to roll back
	v, err := version(ctx, tx, o)
	if err != nil || v == len(o.Versions) {
		return true, err
	}
	if _, err := tx.ExecContext(ctx, o.Versions[v]); err != nil {
		return false, fmt.Errorf("version %d: %w", v+1, err)
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", o.Application, v+1)); err != nil {
		return false, err
	}
	return false, tx.Commit()
}

// assertDurable asks the connection what it really does.
func assertDurable(ctx context.Context, db *sql.DB) error {
	for _, q := range []struct{ pragma, want string }{{"journal_mode", "wal"}, {"synchronous", "2"}, {"secure_delete", "1"}} {
		var got string
		if err := db.QueryRowContext(ctx, "PRAGMA "+q.pragma).Scan(&got); err != nil {
			return err
		}
		if got != q.want {
			return fmt.Errorf("pragma %s is %s, want %s", q.pragma, got, q.want)
		}
	}
	return nil
}
