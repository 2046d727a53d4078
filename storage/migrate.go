package storage

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"ankhai/storage/failpoint"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"ankhai/storage/pagecipher"
)

// applicationID marks our files in SQLite's header: "ANKH".
const applicationID = 0x414e4b48

//go:embed migrations/*.sql
var embedded embed.FS

// migrationFiles is the embedded set; tests put a later program's in its place.
var migrationFiles fs.ReadFileFS = embedded

// migrations lists the files in order. They are only ever appended to: the
// number of them is the version of the file.
func migrations() []string {
	names, err := fs.Glob(migrationFiles, "migrations/[0-9][0-9][0-9][0-9].sql")
	if err != nil {
		panic("storage: " + err.Error()) // the pattern is wrong, which is ours
	}
	for i, n := range names {
		if n != fmt.Sprintf("migrations/%04d.sql", i+1) {
			panic("storage: migrations are not numbered without gaps: " + n)
		}
	}
	return names
}

// version says how many migrations the file has seen; 0 is a new, empty file.
// A file of somebody else is ErrForeign, one of a later program ErrNewer.
func version(ctx context.Context, db interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}) (int, error) {
	var app, v, tables int
	if err := db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`).Scan(&app, &v, &tables); err != nil {
		return 0, err
	}
	switch {
	case app == 0 && v == 0 && tables == 0:
		return 0, nil
	case app != applicationID || v < 1:
		return 0, fmt.Errorf("%w: application_id %#x", ErrForeign, app)
	case v > len(migrations()):
		return v, fmt.Errorf("%w: version %d, this program knows %d", ErrNewer, v, len(migrations()))
	}
	return v, nil
}

// migrate brings the file to this program's version, each step in a transaction
// of its own. The version is read again inside it, so that two copies of the
// program cannot both take the same step.
func (d door) migrate(ctx context.Context, path string) error {
	// A file that is not ours must not be touched: look before switching to WAL.
	v, err := d.probe(ctx, path)
	if interrupted(err) {
		if err = d.rollBack(ctx, path); err == nil {
			v, err = d.probe(ctx, path)
		}
	}
	if err != nil || v == len(migrations()) {
		return err
	}
	if v > 0 {
		if err := d.vacuumInto(ctx, path, fmt.Sprintf("%s.v%d", path, v), true); err != nil {
			return fmt.Errorf("copy before migrating: %w", err)
		}
		failpoint.Hit("migrate.copy.kept")
	}
	db, err := d.connect(path, 1, "_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=synchronous(2)")
	if err != nil {
		return err
	}
	defer db.Close()
	// Tables may be rebuilt, which with foreign keys on would take the rows along
	// that point to them; they are checked as a whole below. It is no _pragma of
	// the connection, because the driver sorts those and the last one holds.
	if _, err := db.ExecContext(ctx, `PRAGMA foreign_keys = 0`); err != nil {
		return err
	}
	for {
		done, err := step(ctx, db)
		if done || err != nil {
			return err
		}
	}
}

// probe looks at a file without writing: its version, and that its guards stand.
func (d door) probe(ctx context.Context, path string) (int, error) {
	db, err := d.connect(path, 1, "mode=ro")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	v, err := version(ctx, db)
	if err == nil && v > 0 {
		err = guarded(ctx, db, v)
	}
	return v, err
}

// interrupted reports that a rollback journal waits beside the file, which a
// connection that only reads cannot play back. It is left by a program that was
// killed while the file was not in WAL mode yet: in its first moments.
func interrupted(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code() == sqlite3.SQLITE_READONLY_ROLLBACK
}

// rollBack brings the file to where it stood before the interrupted write. It is
// what any program that opens the file does first, so it is right for files of
// others as well.
func (d door) rollBack(ctx context.Context, path string) error {
	db, err := d.connect(path, 1)
	if err != nil {
		return err
	}
	defer db.Close()
	var tables int
	return db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema`).Scan(&tables)
}

// step applies the next migration; done means there is none left.
func step(ctx context.Context, db *sql.DB) (done bool, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback() // after Commit there is nothing left to roll back
	v, err := version(ctx, tx)
	if err != nil || v == len(migrations()) {
		return true, err
	}
	name := migrations()[v]
	text, err := migrationFiles.ReadFile(name)
	if err != nil {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, string(text)); err != nil {
		return false, fmt.Errorf("%s: %w", name, err)
	}
	broken := 0
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).Scan(&broken); err != nil {
		return false, err
	}
	if broken > 0 {
		return false, fmt.Errorf("%s: %d rows point nowhere", name, broken)
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, v+1)); err != nil {
		return false, err
	}
	failpoint.Hit("migrate.step.before")
	if err := tx.Commit(); err != nil {
		return false, err
	}
	failpoint.Hit("migrate.step.kept")
	return false, nil
}

// vacuumInto writes a consistent copy of the file at from: to a temporary name
// beside to, synced, then renamed. An existing file is kept unless replace. how says
// more about opening from.
func (d door) vacuumInto(ctx context.Context, from, to string, replace bool, how ...string) error {
	if _, err := os.Stat(to); err == nil && !replace {
		return ErrExists
	}
	tmp, err := os.CreateTemp(dirOf(to), ".ankhai-*.tmp") // mode 0600; VACUUM INTO takes an empty file
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if err := tmp.Close(); err != nil {
		return err
	}
	db, err := d.connect(from, 1, append(how, "mode=ro")...)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", uri(tmp.Name())+"?"+pagecipher.CopyParam+"=1")
	db.Close()
	if err != nil {
		return err
	}
	failpoint.Hit("copy.made")
	if err := syncFile(tmp.Name()); err != nil {
		return err
	}
	failpoint.Hit("copy.synced")
	if err := os.Rename(tmp.Name(), to); err != nil {
		return err
	}
	failpoint.Hit("copy.renamed")
	return syncDir(dirOf(to))
}
