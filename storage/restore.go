package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"ankhai/storage/failpoint"
)

// restoredKey is the setting that says when the data was restored.
const restoredKey = "restored"

// Restore puts a verified backup in the place of the data file at path, which
// nobody may have open. The file that was there stays beside it as
// "…truoc-khoi-phuc".
//
// What the backup cannot know must not be sent again. What was queued in it is
// DangGui afterwards: the gateway is asked before it is sent. The ledger of the
// file that is replaced is carried over for SentBefore, and its numbers are not
// given out a second time.
func Restore(ctx context.Context, backup, path string, o Options) error {
	if err := restore(ctx, backup, path, o); err != nil {
		return fmt.Errorf("restore: %w", outcome(err))
	}
	return nil
}

func restore(ctx context.Context, backup, path string, o Options) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	d := o.door()
	info, err := d.verify(ctx, backup)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if err := finishRestore(path); err != nil {
		return err
	}
	fresh := path + ".khoi-phuc"
	leavings := []string{fresh, fresh + "-wal", fresh + "-shm", fmt.Sprintf("%s.v%d", fresh, info.Version)} // the last is made before migrating
	if err := removeAll(leavings...); err != nil {
		return err
	}
	defer removeAll(leavings...)
	if err := copyFile(backup, fresh); err != nil {
		return err
	}
	failpoint.Hit("restore.copied")
	o.ReadOnly = false
	s, err := open(ctx, fresh, o)
	if err != nil {
		return err
	}
	err = s.markRestored(ctx, path)
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	if err := syncFile(fresh); err != nil {
		return err
	}
	failpoint.Hit("restore.marked")
	if err := d.setAside(ctx, path); err != nil {
		return err
	}
	failpoint.Hit("restore.aside.kept")
	return takePlace(fresh, path)
}

// takePlace puts a finished file in the place of another, which has been kept
// aside. From its new name on it is the data: whoever opens it finishes.
func takePlace(fresh, path string) error {
	if err := os.Rename(fresh, path+readySuffix); err != nil {
		return err
	}
	if err := syncDir(filepath.Dir(path)); err != nil {
		return err
	}
	failpoint.Hit("restore.ready")
	return finishRestore(path)
}

// readySuffix marks a restored file that only has to take its place.
const readySuffix = ".san-sang"

// finishRestore puts a restored file in its place, if one is ready. A write-ahead
// log of the file before it would be read into it, so that goes first; the file
// itself has been kept aside by then.
func finishRestore(path string) error {
	ready := path + readySuffix
	if _, err := os.Lstat(ready); errors.Is(err, os.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	if err := removeAll(path+"-wal", path+"-shm"); err != nil {
		return err
	}
	failpoint.Hit("restore.cleared")
	if err := os.Rename(ready, path); err != nil && !errors.Is(err, os.ErrNotExist) { // another copy of the program may have done it
		return err
	}
	failpoint.Hit("restore.swapped")
	return syncDir(filepath.Dir(path))
}

// markRestored makes everything queued uncertain, takes over what the file at
// old knew of sending, and writes down when.
func (s *Store) markRestored(ctx context.Context, old string) error {
	queued, err := s.Outbox(ctx)
	if err != nil {
		return err
	}
	carry, err := s.door.knowledge(ctx, old)
	if err != nil {
		return err
	}
	return s.write(ctx, "mark restored data", func(tx *sql.Tx) error {
		for _, q := range queued {
			if q.State != ChoGui {
				continue
			}
			if err := s.move(ctx, tx, &Move{SubmissionID: q.ID, From: ChoGui, To: DangGui,
				Note: "Khôi phục từ bản sao lưu: có thể đã gửi sau khi sao lưu."}); err != nil {
				return err
			}
		}
		if err := carry.write(ctx, tx); err != nil {
			return err
		}
		if err := putSetting(ctx, tx, restoredKey, s.opt.Now().UTC()); err != nil {
			return err
		}
		return s.record(ctx, tx, "duLieu.khoiPhuc", "")
	})
}

// Restored says when this data came from a backup; zero if it never did. What is
// signed but not sent in such data may have been sent: ask the gateway first.
func (s *Store) Restored(ctx context.Context) (at time.Time, err error) {
	if err = s.Setting(ctx, restoredKey, &at); errors.Is(err, ErrNotFound) {
		err = nil
	}
	return at, err
}

// setAside keeps the old data file: whole if SQLite can read it, else as it lies,
// with its write-ahead log. The old file stays where it is.
func (d door) setAside(ctx context.Context, path string) error {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	aside := path + asideSuffix
	if err := d.vacuumInto(ctx, path, aside, true); err == nil {
		if err := removeAll(aside + "-wal"); err != nil {
			return err
		}
		return d.foldIn(ctx, path)
	} else if ctx.Err() != nil || errors.Is(outcome(err), ErrDiskFull) {
		return err
	}
	return asItLies(path, aside)
}

// asItLies copies a data file and its write-ahead log byte by byte.
func asItLies(path, aside string) error {
	for _, end := range []string{"", "-wal"} {
		if !exists(path + end) {
			if err := removeAll(aside + end); err != nil {
				return err
			}
			continue
		}
		if err := replaceFile(path+end, aside+end); err != nil {
			return err
		}
	}
	return nil
}

// asideSuffix marks the data that was replaced last.
const asideSuffix = ".truoc-khoi-phuc"

// foldIn writes the log of a data file into the file. Its log is taken away next:
// a program that is killed then must still find every intent to send in the file.
func (d door) foldIn(ctx context.Context, path string) error {
	db, err := d.connect(path, 1)
	if err != nil {
		return err
	}
	defer db.Close()
	var busy, pages, folded int
	if err := db.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &folded); err != nil {
		return err
	}
	if busy != 0 {
		return ErrBusy
	}
	return nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

func removeAll(paths ...string) error {
	for _, p := range paths {
		if err := os.Remove(p); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}
