package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"ankhai/storage/failpoint"
	"ankhai/storage/sealed"
	"ankhai/storage/vfs"
)

// Options are what Open needs to know.
type Options struct {
	Now      func() time.Time // the clock; needed
	Who      string           // the account that acts, for the journal; never a person's name
	ReadOnly bool             // nothing is written, not even a migration
	Key      []byte           // the data key, 32 bytes; nil = pages as they are

	below []vfs.Layer // what tests put between us and the disk
}

// door is how a file with these options is opened.
func (o Options) door() door { return door{key: o.Key, below: o.below} }

// Store is an open data file. Its methods may be called from many goroutines:
// one connection writes, others read.
type Store struct {
	path string
	opt  Options
	door door
	w    *sql.DB  // one connection, BEGIN IMMEDIATE; nil when read-only
	r    *sql.DB  // readers
	how  []string // more about opening the file, where it cannot be written

	copied string         // the folder of a private copy that is read instead, "" if there is none
	papers *sealed.Folder // the attachments' bytes
	taking sync.Mutex     // one open export is looked at at a time
}

// Open opens the data file at path, makes it if there is none, and brings it to
// this program's version; before that it keeps a copy beside it. The folder is
// made with mode 0700 and the file with 0600.
//
// It fails with ErrNewer, ErrForeign, ErrReadOnly, ErrDiskFull or ErrDamaged.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s, err := open(ctx, path, o)
	if err != nil {
		return nil, fmt.Errorf("open data file: %w", outcome(err))
	}
	return s, nil
}

func open(ctx context.Context, path string, o Options) (*Store, error) {
	if o.Now == nil {
		return nil, errors.New("no clock given")
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, opt: o, door: o.door(), papers: papersOf(path, o)}
	if o.ReadOnly {
		return s, s.openReadOnly(ctx)
	}
	if err := finishRestore(path); err != nil {
		return nil, err
	}
	if err := s.door.settle(ctx, path); err != nil {
		return nil, err
	}
	if err := prepareFile(path); err != nil {
		return nil, err
	}
	if err := s.door.ready(ctx, path); err != nil {
		return nil, err
	}
	if s.w, err = s.door.connect(path, 1, "_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=synchronous(2)"); err != nil {
		return nil, err
	}
	if s.r, err = s.door.connect(path, 4, "_pragma=synchronous(2)", "_pragma=query_only(1)"); err != nil {
		s.Close()
		return nil, err
	}
	if err := s.assertDurable(ctx); err != nil {
		s.Close()
		return nil, err
	}
	if err := s.movePapersOut(ctx); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// ready brings the file to this program's version, and encrypts it if it is not.
func (d door) ready(ctx context.Context, path string) error {
	err := d.migrate(ctx, path)
	if errors.Is(outcome(err), ErrForeign) {
		var done bool
		if done, err = d.admit(ctx, path, err); done && err == nil {
			err = d.migrate(ctx, path)
		}
	}
	return err
}

// openReadOnly opens without writing. In a folder that cannot be written SQLite
// needs to be told that the file will not change; that is only true when no
// write-ahead log waits beside it. Where one waits, or the file is of an older
// version, a private copy is opened instead.
func (s *Store) openReadOnly(ctx context.Context) error {
	if _, err := os.Stat(s.path); err != nil {
		return err
	}
	err := s.view(ctx)
	if errors.Is(outcome(err), ErrForeign) { // it may be a plain file of ours
		refused := err
		was := s.door
		if s.door, err = was.fit(s.path); err == nil {
			err = refused
			if s.door.key == nil && was.key != nil {
				err = s.view(ctx)
			}
		}
	}
	if errors.Is(outcome(err), ErrReadOnly) && s.how == nil {
		if wal, werr := os.Stat(s.path + "-wal"); werr == nil && wal.Size() > 0 {
			return s.openCopy(ctx)
		}
		s.how = []string{"immutable=1"}
		err = s.view(ctx)
	}
	if errors.Is(err, errOlder) {
		return s.openCopy(ctx)
	}
	return err
}

// errOlder: a file that is only read needs a migration.
var errOlder = errors.New("file is of an older version")

// view opens readers of a file of this version.
func (s *Store) view(ctx context.Context) error {
	db, err := s.door.connect(s.path, 4, append([]string{"mode=ro"}, s.how...)...)
	if err != nil {
		return err
	}
	v, err := version(ctx, db)
	if err == nil && v > 0 && v < len(migrations()) {
		err = errOlder
	}
	if err == nil && v != len(migrations()) {
		err = fmt.Errorf("%w: it is empty", ErrReadOnly)
	}
	if err == nil {
		err = guarded(ctx, db, v)
	}
	if err != nil {
		db.Close()
		return err
	}
	s.r = db
	return nil
}

// Close closes the file. The last one to close folds the write-ahead log in.
func (s *Store) Close() error {
	var errs []error
	if s.r != nil {
		errs = append(errs, s.r.Close())
	}
	if s.w != nil {
		errs = append(errs, s.w.Close())
	}
	errs = append(errs, s.dropCopy())
	return errors.Join(errs...)
}

// Path is where the data file lies.
func (s *Store) Path() string { return s.path }

// prepareFile makes folder and file with their modes. A file that is made here
// is closed before SQLite opens it: closing it later would drop SQLite's locks.
func prepareFile(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err == nil {
		err = errors.Join(f.Close(), syncDir(filepath.Dir(path)))
		failpoint.Hit("open.file.made")
		return err
	}
	if !errors.Is(err, os.ErrExist) {
		return err
	}
	st, err := os.Stat(path)
	if err != nil || !st.Mode().IsRegular() {
		return errors.Join(err, errNotRegular(st))
	}
	if st.Mode().Perm()&0o077 != 0 {
		return os.Chmod(path, 0o600)
	}
	return nil
}

func errNotRegular(st os.FileInfo) error {
	if st == nil {
		return nil
	}
	return fmt.Errorf("%w: not a regular file", ErrForeign)
}

// assertDurable asks the writing connection what it really does.
func (s *Store) assertDurable(ctx context.Context) error {
	for _, q := range []struct{ pragma, want string }{
		{"journal_mode", "wal"}, {"synchronous", "2"}, {"foreign_keys", "1"}, {"trusted_schema", "0"},
		{"temp_store", "2"}, {"secure_delete", "1"}, {"fullfsync", "1"}, {"checkpoint_fullfsync", "1"},
	} {
		var got string
		if err := s.w.QueryRowContext(ctx, "PRAGMA "+q.pragma).Scan(&got); err != nil {
			return err
		}
		if got != q.want {
			return fmt.Errorf("pragma %s is %s, want %s", q.pragma, got, q.want)
		}
	}
	return nil
}

// write runs f in one transaction that is durable when write returns nil. On a
// full disk the ballast is given back and f is run once more, so that what the
// user has in hand is kept; f must not mind.
func (s *Store) write(ctx context.Context, what string, f func(*sql.Tx) error) error {
	err := s.writeOnce(ctx, what, f)
	if errors.Is(err, ErrDiskFull) && dropBallast(filepath.Dir(s.path)) {
		err = s.writeOnce(ctx, what, f)
	}
	return err
}

func (s *Store) writeOnce(ctx context.Context, what string, f func(*sql.Tx) error) error {
	if s.w == nil {
		return fmt.Errorf("%s: %w", quiet(what), ErrReadOnly)
	}
	tx, err := s.w.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", quiet(what), outcome(err))
	}
	defer tx.Rollback() // after Commit there is nothing left to roll back; after a panic the connection is let go
	if err = f(tx); err == nil {
		failpoint.Hit("write.commit.before")
		err = tx.Commit()
	}
	if err != nil {
		return fmt.Errorf("%s: %w", quiet(what), outcome(err))
	}
	failpoint.Hit("write.commit.kept")
	return nil
}

// read runs f over one snapshot of the file.
func (s *Store) read(ctx context.Context, what string, f func(*sql.Tx) error) error {
	tx, err := s.r.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err == nil {
		defer tx.Rollback() // nothing was written
		err = f(tx)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", quiet(what), outcome(err))
	}
	return nil
}

// rows walks the answers of a query.
func rows(ctx context.Context, tx querier, each func(scan func(...any) error) error, query string, args ...any) error {
	q, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer q.Close()
	for q.Next() {
		if err := each(q.Scan); err != nil {
			return err
		}
	}
	return q.Err()
}

func (s *Store) now() int64 { return s.opt.Now().UnixMilli() }

func when(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

// next counts a named counter up.
func next(ctx context.Context, tx *sql.Tx, name string, by int64) (first int64, err error) {
	err = tx.QueryRowContext(ctx, `INSERT INTO counters (name, n) VALUES (?, ?)
		ON CONFLICT (name) DO UPDATE SET n = n + excluded.n RETURNING n`, name, by).Scan(&first)
	return first - by + 1, err
}
