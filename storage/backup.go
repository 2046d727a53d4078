package storage

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// BackupInfo is what VerifyBackup found in a backup.
type BackupInfo struct {
	Version     int
	Employers   int
	People      int
	Dossiers    int
	Submissions int
	Journal     int // lines
	Events      int // of all submissions
	Bytes       int64
}

// Backup writes a consistent copy of the data to path while work goes on: under a
// temporary name, synced, then renamed. ErrExists if path is taken.
func (s *Store) Backup(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err == nil {
		err = s.door.vacuumInto(ctx, s.path, path, false, s.how...)
	}
	if err != nil {
		return fmt.Errorf("back up: %w", outcome(err))
	}
	return nil
}

// VerifyBackup reads a backup through: that it is ours, that no page is broken,
// that rows point somewhere, that signed bytes are what was signed and that the
// chains of journal and events hold. Of o it needs what Open needed to read the data.
func VerifyBackup(ctx context.Context, path string, o Options) (info BackupInfo, err error) {
	if info, err = o.door().verify(ctx, path); err != nil {
		return info, fmt.Errorf("verify backup: %w", outcome(err))
	}
	return info, nil
}

func (d door) verify(ctx context.Context, path string) (info BackupInfo, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return info, err
	}
	st, err := os.Stat(path)
	if err != nil {
		return info, err
	}
	info.Bytes = st.Size()
	if d, err = d.fit(path); err != nil {
		return info, err
	}
	db, err := d.connect(path, 1, "mode=ro", "immutable=1")
	if err != nil {
		return info, err
	}
	defer db.Close()
	if info.Version, err = version(ctx, db); err != nil {
		return info, err
	}
	if info.Version == 0 {
		return info, fmt.Errorf("%w: it is empty", ErrForeign)
	}
	if err := guarded(ctx, db, info.Version); err != nil {
		return info, err
	}
	var word string
	if err := db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&word); err != nil {
		return info, err
	}
	var broken int
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).Scan(&broken); err != nil {
		return info, err
	}
	if word != "ok" || broken > 0 {
		return info, fmt.Errorf("%w: integrity %q, %d rows point nowhere", ErrDamaged, word, broken)
	}
	if err := db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM employers), (SELECT count(*) FROM people),
		(SELECT count(*) FROM dossiers), (SELECT count(*) FROM submissions)`).
		Scan(&info.Employers, &info.People, &info.Dossiers, &info.Submissions); err != nil {
		return info, err
	}
	s := &Store{path: path, door: d, r: db}
	if info.Journal, err = s.VerifyJournal(ctx); err != nil {
		return info, err
	}
	if info.Events, err = s.VerifyEvents(ctx); err != nil {
		return info, err
	}
	return info, s.verifySigned(ctx)
}
