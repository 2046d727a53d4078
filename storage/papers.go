package storage

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"time"

	"ankhai/storage/sealed"
)

// papersName is the folder of the attachments' sealed files, beside the data file.
const papersName = "tep"

// papersKept is how long a file that no row names is kept.
const papersKept = 30 * 24 * time.Hour

// noKey is the key of a store that has none. Like its pages, its attachments are
// then hidden from nobody; damage is noticed all the same.
var noKey = make([]byte, 32)

// papersOf is the folder of sealed files that belongs to the data file at path.
func papersOf(path string, o Options) *sealed.Folder {
	return sealed.NewFolder(filepath.Join(filepath.Dir(path), papersName), paperKey(o))
}

// paperKey is the key under which a store seals its attachments.
func paperKey(o Options) []byte {
	if o.Key == nil {
		return noKey
	}
	return o.Key
}

// paper gives an error of the sealed files the sentinel of this package.
func paper(err error) error {
	switch {
	case errors.Is(err, sealed.ErrNewer):
		return fmt.Errorf("%w: %w", ErrNewer, err)
	case errors.Is(err, sealed.ErrDamaged), errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}

// readPaper reads a sealed file whole; ErrDamaged if it is gone, or not what the
// row says it is.
func (s *Store) readPaper(tep string, size int64, sum string) ([]byte, error) {
	r, err := s.papers.Open(tep)
	if err != nil {
		return nil, paper(err)
	}
	data, err := io.ReadAll(io.LimitReader(r, size+1))
	if err = errors.Join(err, r.Close()); err != nil {
		return nil, paper(err)
	}
	if int64(len(data)) != size || hash(data) != sum {
		return nil, fmt.Errorf("%w: file %s is another one", ErrDamaged, tep)
	}
	return data, nil
}

// movingOut is called before a test's process is killed at that point.
var movingOut = func(point string) {}

// movePapersOut takes the bytes that version 1 kept in the data file to sealed
// files, one by one: first the file, then the row that holds the bytes goes. A
// program that is killed in between finds the file and the row, and goes on there.
// Bytes that are damaged stay where they are.
func (s *Store) movePapersOut(ctx context.Context) error {
	moved := false
	for after := int64(0); ; {
		id, err := s.movePaper(ctx, after)
		if errors.Is(err, sql.ErrNoRows) {
			break
		}
		if err != nil {
			return fmt.Errorf("move attachments out: %w", err)
		}
		after, moved = id, true
		movingOut("moved")
	}
	if !moved {
		return nil
	}
	// The log still holds the bytes in pages that were overwritten in the file.
	if _, err := s.w.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		return fmt.Errorf("move attachments out: %w", err)
	}
	return nil
}

// movePaper moves the first one after an id; sql.ErrNoRows if there is none.
func (s *Store) movePaper(ctx context.Context, after int64) (id int64, err error) {
	var tep, sum string
	var data []byte
	if err := s.w.QueryRowContext(ctx, `SELECT a.id, a.tep, a.sha256, b.bytes
		FROM attachment_bytes b JOIN attachments a ON a.id = b.attachment WHERE a.id > ? ORDER BY a.id LIMIT 1`, after).
		Scan(&id, &tep, &sum, &data); err != nil {
		return 0, err
	}
	if hash(data) != sum {
		return id, nil
	}
	if _, have, err := s.papers.Verify(tep); err != nil || have != sum {
		if err := s.papers.Remove(tep); err != nil {
			return 0, err
		}
		if err := s.papers.Put(tep, bytes.NewReader(data)); err != nil {
			return 0, err
		}
	}
	movingOut("sealed")
	_, err = s.w.ExecContext(ctx, `DELETE FROM attachment_bytes WHERE attachment = ?`, id)
	return id, err
}

// SweepPapers puts aside the sealed files that no row names and takes back those
// that a restored data file names again; see sealed.Folder.Sweep. Nobody else may
// work in the data folder.
func (s *Store) SweepPapers(ctx context.Context) (sealed.Swept, error) {
	known := map[string]bool{}
	if s.w == nil {
		return sealed.Swept{}, fmt.Errorf("sweep attachments: %w", ErrReadOnly)
	}
	if err := s.shred(ctx); err != nil {
		return sealed.Swept{}, err
	}
	err := s.read(ctx, "sweep attachments", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var tep string
			err := scan(&tep)
			known[tep] = true
			return err
		}, `SELECT tep FROM attachments`)
	})
	if err != nil {
		return sealed.Swept{}, err
	}
	done, err := s.papers.Sweep(func(id string) bool { return known[id] }, s.opt.Now(), papersKept)
	if err != nil {
		return done, fmt.Errorf("sweep attachments: %w", outcome(err))
	}
	return done, nil
}

// VerifyPapers reads every attachment through and says how many there are.
// ErrDamaged names the first that is not what was put.
func (s *Store) VerifyPapers(ctx context.Context) (n int, err error) {
	type row struct {
		dossier string
		id      int64
	}
	var all []row
	err = s.read(ctx, "verify attachments", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var r row
			err := scan(&r.dossier, &r.id)
			all = append(all, r)
			return err
		}, `SELECT d.id, a.id FROM attachments a JOIN dossiers d ON d.seq = a.dossier ORDER BY a.id`)
	})
	for _, r := range all {
		if err == nil {
			_, err = s.Attachment(ctx, r.dossier, r.id)
		}
	}
	return len(all), err
}

// shredSetting names the sealed files that an erasure has still to take away.
const shredSetting = "giayToXoa"

// erasing is write for a change that takes attachments away: their sealed files go
// with them. Which those are is kept with the change, so that a program killed in
// between takes them away when it starts again.
func (s *Store) erasing(ctx context.Context, what string, f func(*sql.Tx) error) error {
	if err := s.write(ctx, what, func(tx *sql.Tx) error {
		before, err := sealedNames(ctx, tx)
		if err != nil {
			return err
		}
		if err := f(tx); err != nil {
			return err
		}
		after, err := sealedNames(ctx, tx)
		if err != nil {
			return err
		}
		gone := slices.DeleteFunc(before, func(tep string) bool { return slices.Contains(after, tep) })
		if len(gone) == 0 {
			return nil
		}
		names, err := json.Marshal(gone)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO settings (key, value) VALUES (?1, ?2)
			ON CONFLICT (key) DO UPDATE SET value = (SELECT json_group_array(value) FROM
				(SELECT value FROM json_each(settings.value) UNION SELECT value FROM json_each(?2)))`, shredSetting, string(names))
		return err
	}); err != nil {
		return err
	}
	return s.shred(ctx)
}

// shred takes away the sealed files that erasures left behind.
func (s *Store) shred(ctx context.Context) error {
	var names []string
	if err := s.Setting(ctx, shredSetting, &names); errors.Is(err, ErrNotFound) {
		return nil
	} else if err != nil {
		return err
	}
	for _, tep := range names {
		if err := s.papers.Remove(path.Base(tep)); err != nil {
			return err
		}
	}
	return s.write(ctx, "end erasure", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM settings WHERE key = ?`, shredSetting)
		return err
	})
}
