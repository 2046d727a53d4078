package office

import (
	"context"
	"path/filepath"
	"time"

	"ankhai/forms/law"
	"ankhai/storage"
)

// storeFile is the data folder's database.
const storeFile = "ankhai.db"

// Backup writes a copy of everything, the ledger of what was sent included, and
// opens it to see that it is whole.
func (o *Office) Backup(ctx context.Context, path string) (storage.BackupInfo, error) {
	if err := o.store.Backup(ctx, path); err != nil {
		return storage.BackupInfo{}, err
	}
	info, err := storage.VerifyBackup(ctx, path, storage.Options{})
	if err != nil {
		return info, err
	}
	return info, o.deed(ctx, storage.Deed{What: "duLieu.saoLuu", People: info.People})
}

// Restore puts a backup in the place of a data folder's store, which must not be
// open. What stood there is kept beside it.
func Restore(ctx context.Context, dir, backup string, now func() time.Time) (storage.BackupInfo, error) {
	info, err := storage.VerifyBackup(ctx, backup, storage.Options{})
	if err != nil {
		return info, err
	}
	unlock, err := storage.Lock(dir)
	if err != nil {
		return info, err
	}
	defer unlock()
	return info, storage.Restore(ctx, backup, filepath.Join(dir, storeFile), storage.Options{Now: now})
}

// DayOf is the calendar day of a moment in Vietnam.
func DayOf(t time.Time) law.Day { return dayIn(t) }
