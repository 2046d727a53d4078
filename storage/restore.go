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
	info, err := o.door().verify(ctx, backup)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	fresh := path + ".khoi-phuc"
	if err := removeAll(fresh, fresh+"-wal", fresh+"-shm"); err != nil {
		return err
	}
	defer removeAll(fresh, fmt.Sprintf("%s.v%d", fresh, info.Version)) // the copy, and one made before migrating
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
	if err := o.door().setAside(ctx, path); err != nil {
		return err
	}
	failpoint.Hit("restore.aside.kept")
	// A write-ahead log of the old file would be read into the new one.
	if err := removeAll(path+"-wal", path+"-shm"); err != nil {
		return err
	}
	failpoint.Hit("restore.cleared")
	if err := os.Rename(fresh, path); err != nil {
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
		for _, c := range carry {
			if _, err := tx.ExecContext(ctx, c.query, c.args...); err != nil {
				return err
			}
		}
		if err := putSetting(ctx, tx, restoredKey, s.opt.Now().UTC()); err != nil {
			return err
		}
		return s.record(ctx, tx, "duLieu.khoiPhuc", "")
	})
}

// statement is a write that waits for its transaction.
type statement struct {
	query string
	args  []any
}

// knowledge reads the ledger and the counters of the file that is replaced. A
// file that is not there, or that cannot be read any more, knows nothing: that
// is why a backup is restored.
func (d door) knowledge(ctx context.Context, old string) (out []statement, err error) {
	if _, err := os.Stat(old); errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if d, err = d.fit(old); err != nil && !errors.Is(err, ErrWrongKey) && !errors.Is(err, ErrNewer) {
		return nil, err
	}
	db, err := d.connect(old, 1, "mode=ro")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	if v, err := version(ctx, db); err != nil || v < 1 {
		return nil, ctx.Err()
	}
	s := &Store{path: old, door: d, r: db}
	err = s.read(ctx, "read the ledger to be replaced", func(tx *sql.Tx) error {
		err := rows(ctx, tx, func(scan func(...any) error) error {
			a := make([]any, 10)
			into := make([]any, len(a))
			for i := range a {
				into[i] = &a[i]
			}
			err := scan(into...)
			out = append(out, statement{`INSERT INTO ledger_carried
				(key, submission, dossier, state, mst, ma_so_bhxh, so_cccd, month, phuong_an, sent_at)
				SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE NOT EXISTS (SELECT 1 FROM submissions WHERE key = ?1)
				AND NOT EXISTS (SELECT 1 FROM ledger_carried WHERE key = ?1 AND mst = ?5 AND ma_so_bhxh = ?6 AND so_cccd = ?7
					AND month = ?8 AND phuong_an = ?9)`, a})
			return err
		}, `SELECT key, submission, dossier, state, mst, ma_so_bhxh, so_cccd, month, phuong_an, sent_at FROM ledger_all ORDER BY carried, seq`)
		if err != nil {
			return err
		}
		sent, err := arrived(ctx, tx)
		if err != nil {
			return err
		}
		out = append(out, sent...)
		return rows(ctx, tx, func(scan func(...any) error) error {
			var name string
			var n int64
			err := scan(&name, &n)
			out = append(out, statement{`INSERT INTO counters (name, n) VALUES (?, ?)
				ON CONFLICT (name) DO UPDATE SET n = max(n, excluded.n)`, []any{name, n}})
			return err
		}, `SELECT name, n FROM counters`)
	})
	if errors.Is(err, ErrDamaged) {
		err = nil // what could be read is taken
	}
	return out, err
}

// arrived reads which submissions the data knows to have arrived, by itself or
// from data that an earlier restore replaced.
func arrived(ctx context.Context, tx *sql.Tx) (out []statement, err error) {
	query := `SELECT s.key, min(e.at), s.so_ho_so FROM submissions s JOIN events e ON e.submission = s.seq AND e.den = 'daGui' GROUP BY s.key`
	carried := false
	if err := tx.QueryRowContext(ctx, `SELECT count(*) > 0 FROM sqlite_schema WHERE name = 'sent_carried'`).Scan(&carried); err != nil {
		return nil, err
	}
	if carried { // not in a file of 0.1.0
		query += ` UNION ALL SELECT key, at, so_ho_so FROM sent_carried`
	}
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var key, soHoSo string
		var at int64
		err := scan(&key, &at, &soHoSo)
		out = append(out, statement{`INSERT INTO sent_carried (key, at, so_ho_so) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING`,
			[]any{key, at, soHoSo}})
		return err
	}, query)
	return out, err
}

// Restored says when this data came from a backup; zero if it never did. What is
// signed but not sent in such data may have been sent: ask the gateway first.
func (s *Store) Restored(ctx context.Context) (at time.Time, err error) {
	if err = s.Setting(ctx, restoredKey, &at); errors.Is(err, ErrNotFound) {
		err = nil
	}
	return at, err
}

// setAside keeps the old data file, whole if SQLite can read it, else as it lies.
func (d door) setAside(ctx context.Context, path string) error {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	aside := path + ".truoc-khoi-phuc"
	if err := d.vacuumInto(ctx, path, aside, true); err == nil {
		return d.foldIn(ctx, path)
	} else if ctx.Err() != nil || errors.Is(outcome(err), ErrDiskFull) {
		return err
	}
	if err := os.Rename(path, aside); err != nil {
		return err
	}
	if err := os.Rename(path+"-wal", aside+"-wal"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

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
