package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"ankhai/storage/pagecipher"
)

// A file of 0.1.0 has its pages as they are. The first time it is opened with a
// key it is copied into an encrypted file, compared, and overwritten. The names
// beside it say how far that is, wherever the program was killed:
//
//	ankhai.db.ma-hoa    the encrypted copy being made; begun anew
//	ankhai.db.ban-ro    the plain file, once the encrypted one is in its place;
//	                    overwritten and removed
const (
	freshSuffix = ".ma-hoa"
	plainSuffix = ".ban-ro"
)

// encrypting is called before a test's process is killed at that point.
var encrypting = func(point string) {}

// settle finishes what a program that was killed while encrypting left behind.
// The data file at path is not open.
func (d door) settle(ctx context.Context, path string) error {
	aside := path + plainSuffix
	old, err := os.Stat(aside)
	if errors.Is(err, os.ErrNotExist) {
		return d.settleJournal(ctx, path)
	}
	if err != nil {
		return err
	}
	now, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist): // between the two renames
		if err := os.Rename(aside, path); err != nil {
			return err
		}
		return syncDir(dirOf(path))
	case err != nil:
		return err
	case os.SameFile(old, now): // two names, nothing swapped yet
		return os.Remove(aside)
	}
	is, err := pagecipher.Look(path)
	if err != nil {
		return err
	}
	if is != pagecipher.Encrypted {
		return fmt.Errorf("%w: %s, and the data file is another plain one", ErrExists, filepath.Base(aside))
	}
	return shred(path)
}

// settleJournal plays back the rollback journal of a plain file that was killed in
// its first moments, before it had a beginning to be known by. An encrypted file
// has no such journal.
func (d door) settleJournal(ctx context.Context, path string) error {
	if d.key == nil {
		return nil
	}
	if _, err := os.Stat(path + "-journal"); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	is, err := pagecipher.Look(path)
	if err != nil || is == pagecipher.Encrypted || is == pagecipher.Newer {
		return err
	}
	return d.plain().rollBack(ctx, path)
}

// admit is asked when a file was refused as no data file of ours, which nobody has
// open then. It says what it is instead, and turns a plain file of ours into an
// encrypted one; done means that opening it may be tried again.
func (d door) admit(ctx context.Context, path string, refused error) (done bool, err error) {
	is, err := pagecipher.Look(path)
	switch {
	case err != nil:
		return false, err
	case is == pagecipher.Newer:
		return false, fmt.Errorf("%w: of its encryption", ErrNewer)
	case is == pagecipher.Encrypted && d.key == nil:
		return false, fmt.Errorf("%w: none was given", ErrWrongKey)
	case is == pagecipher.Plain && d.key != nil:
		return true, d.encrypt(ctx, path)
	}
	return false, refused
}

// fit is the door for a file that is only read and that nobody has open: backups
// of 0.1.0 are plain.
func (d door) fit(path string) (door, error) {
	is, err := pagecipher.Look(path)
	switch {
	case err != nil:
		return d, err
	case is == pagecipher.Newer:
		return d, fmt.Errorf("%w: of its encryption", ErrNewer)
	case is == pagecipher.Plain:
		return d.plain(), nil
	case is == pagecipher.Encrypted && d.key == nil:
		return d, fmt.Errorf("%w: none was given", ErrWrongKey)
	}
	return d, nil
}

// encrypt puts an encrypted file in the place of the plain one at path. ErrLocked
// if another program is at it.
func (d door) encrypt(ctx context.Context, path string) error {
	release, err := lockPath(path + freshSuffix + ".lock")
	if err != nil {
		return fmt.Errorf("encrypt data file: %w", err)
	}
	defer release()
	if is, err := pagecipher.Look(path); is != pagecipher.Plain || err != nil {
		return err // another program was at it before us
	}
	v, err := d.plain().probe(ctx, path)
	if interrupted(err) {
		if err = d.plain().rollBack(ctx, path); err == nil {
			v, err = d.plain().probe(ctx, path)
		}
	}
	if err != nil {
		return err
	}
	if err := d.encryptCopy(ctx, path, v); err != nil {
		return fmt.Errorf("encrypt data file: %w", err)
	}
	encrypting("copied")
	if err := swap(path, path+freshSuffix); err != nil {
		return fmt.Errorf("encrypt data file: %w", err)
	}
	encrypting("swapped")
	return shred(path)
}

// lockPath holds a lock file of a name of its own; release removes it.
func lockPath(path string) (release func(), err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lockFile(f); err != nil {
		f.Close()
		return nil, err
	}
	return func() {
		f.Close()       // gives the lock free; nothing was written
		os.Remove(path) // it may stay: the lock counts, not the file
	}, nil
}

// encryptCopy makes the encrypted file beside the plain one of version v, and
// compares the two. Meanwhile nobody else can open the plain file.
func (d door) encryptCopy(ctx context.Context, path string, v int) error {
	fresh := path + freshSuffix
	if err := removeAll(fresh, fresh+"-wal", fresh+"-shm"); err != nil {
		return err
	}
	if err := prepareFile(fresh); err != nil {
		return err
	}
	from, err := d.plain().connect(path, 1, "_pragma=locking_mode(EXCLUSIVE)", "_txlock=exclusive", "_pragma=synchronous(2)")
	if err != nil {
		return err
	}
	defer from.Close()
	if err := foldIn(ctx, from, path); err != nil {
		return err
	}
	to, err := d.connect(fresh, 1, "_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=synchronous(2)")
	if err != nil {
		return err
	}
	defer to.Close()
	// As in migrate: no _pragma of the connection, where the last one of them holds.
	if _, err := to.ExecContext(ctx, `PRAGMA foreign_keys = 0`); err != nil {
		return err
	}
	in, err := from.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer in.Rollback() // nothing was written
	out, err := to.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer out.Rollback() // after Commit there is nothing left to roll back
	if v > 0 {
		if err := copyRows(ctx, in, out, v); err != nil {
			return err
		}
	}
	if err := sameRows(ctx, in, out); err != nil {
		return err
	}
	if err := out.Commit(); err != nil {
		return err
	}
	encrypting("written")
	if err := intact(ctx, to, v); err != nil {
		return err
	}
	if _, err := to.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		return err
	}
	if err := errors.Join(in.Rollback(), to.Close(), from.Close()); err != nil {
		return err
	}
	return syncFile(fresh)
}

// foldIn moves what the plain file's log has into the file, and overwrites the log.
// SQLite reads nothing from a log that is folded in as a whole.
func foldIn(ctx context.Context, from *sql.DB, path string) error {
	var busy, frames, folded int
	if err := from.QueryRowContext(ctx, `PRAGMA wal_checkpoint(FULL)`).Scan(&busy, &frames, &folded); err != nil {
		return err
	}
	if busy != 0 || frames != folded {
		return ErrBusy
	}
	return overwrite(path + "-wal")
}

// copyRows makes the tables of version v in an empty file and fills them. The
// guards are set aside meanwhile: they refuse rows that are further than their
// beginning.
func copyRows(ctx context.Context, in, out *sql.Tx, v int) error {
	for _, name := range migrations()[:v] {
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := out.ExecContext(ctx, string(text)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if _, err := out.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, v)); err != nil {
		return err
	}
	triggers := map[string]string{}
	err := rows(ctx, out, func(scan func(...any) error) error {
		var name, text string
		err := scan(&name, &text)
		triggers[name] = text
		return err
	}, `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
	if err != nil {
		return err
	}
	for name := range triggers {
		if _, err := out.ExecContext(ctx, `DROP TRIGGER `+quoted(name)); err != nil {
			return err
		}
	}
	tables, err := tablesOf(ctx, in)
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := copyTable(ctx, in, out, t); err != nil {
			return fmt.Errorf("table %s: %w", t, err)
		}
	}
	for _, text := range triggers {
		if _, err := out.ExecContext(ctx, text); err != nil {
			return err
		}
	}
	return nil
}

// copyTable replaces what a migration put into a table by what in has there.
func copyTable(ctx context.Context, in, out *sql.Tx, table string) error {
	if _, err := out.ExecContext(ctx, `DELETE FROM `+quoted(table)); err != nil {
		return err
	}
	found, err := in.QueryContext(ctx, `SELECT * FROM `+quoted(table))
	if err != nil {
		return err
	}
	defer found.Close()
	names, err := found.Columns()
	if err != nil {
		return err
	}
	values, into := make([]any, len(names)), make([]any, len(names))
	for i := range values {
		names[i], into[i] = quoted(names[i]), &values[i]
	}
	put, err := out.PrepareContext(ctx, fmt.Sprintf(`INSERT INTO %s (%s) VALUES (?%s)`,
		quoted(table), strings.Join(names, ", "), strings.Repeat(", ?", len(names)-1)))
	if err != nil {
		return err
	}
	defer put.Close()
	for found.Next() {
		if err := found.Scan(into...); err != nil {
			return err
		}
		for i, v := range values {
			if b, ok := v.([]byte); ok {
				values[i] = blob(b) // an empty one is read as nil, and nil written as NULL
			}
		}
		if _, err := put.ExecContext(ctx, values...); err != nil {
			return err
		}
	}
	return found.Err()
}

// sameRows compares two files by the fingerprint of every table.
func sameRows(ctx context.Context, in, out *sql.Tx) error {
	want, err := fingerprint(ctx, in)
	if err != nil {
		return err
	}
	got, err := fingerprint(ctx, out)
	if err != nil {
		return err
	}
	if !maps.Equal(got, want) {
		return fmt.Errorf("%w: the copy differs", ErrDamaged)
	}
	return nil
}

// intact reads a fresh file through: pages, references, guards.
func intact(ctx context.Context, db *sql.DB, v int) error {
	var word string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&word); err != nil {
		return err
	}
	var broken int
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).Scan(&broken); err != nil {
		return err
	}
	if word != "ok" || broken > 0 {
		return fmt.Errorf("%w: integrity %q, %d rows point nowhere", ErrDamaged, word, broken)
	}
	return guarded(ctx, db, v)
}

// swap puts fresh in the place of path and keeps the plain file under its other
// name. With a second name for one file there is no moment without a data file;
// where a disk has no such names there is one, which settle knows.
func swap(path, fresh string) error {
	aside := path + plainSuffix
	if err := os.Link(path, aside); err != nil {
		if err := os.Rename(path, aside); err != nil {
			return err
		}
	}
	if err := syncDir(dirOf(path)); err != nil {
		return err
	}
	encrypting("aside")
	if err := removeAll(path+"-wal", path+"-shm", path+"-journal"); err != nil { // the log was folded in
		return err
	}
	if err := os.Rename(fresh, path); err != nil {
		return err
	}
	return syncDir(dirOf(path))
}

// shred overwrites the plain file and the plain copies that were made before
// migrations, and removes them. A disk that writes elsewhere what is overwritten
// (most SSDs) may keep the old bytes until it needs the room.
func shred(path string) error {
	all, err := filepath.Glob(quoteGlob(path) + ".v[0-9]*")
	if err != nil {
		return err
	}
	for _, p := range append(all, path+plainSuffix) { // the name that settle looks for goes last
		is, err := pagecipher.Look(p)
		if err != nil {
			return err
		}
		if is != pagecipher.Plain && p != path+plainSuffix {
			continue
		}
		if err := overwrite(p); err != nil {
			return err
		}
		encrypting("overwritten")
		if err := removeAll(p); err != nil {
			return err
		}
	}
	return syncDir(dirOf(path))
}

func overwrite(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	st, err := f.Stat()
	if err == nil {
		_, err = io.CopyN(f, zeros{}, st.Size())
	}
	return errors.Join(err, f.Sync(), f.Close())
}

// zeros is endless.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// quoteGlob takes the meaning off the letters that Glob reads.
func quoteGlob(path string) string {
	return strings.NewReplacer(`*`, `[*]`, `?`, `[?]`, `[`, `[[]`).Replace(path)
}
