package office

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"ankhai/forms/law"
	"ankhai/storage"
	"ankhai/storage/keys"
)

// storeFile is the data folder's database.
const storeFile = "ankhai.db"

// Backup writes a copy of everything, the ledger of what was sent included, and
// opens it to see that it is whole.
func (o *Office) Backup(ctx context.Context, path string) (storage.BackupInfo, error) {
	if err := o.store.Backup(ctx, path); err != nil {
		return storage.BackupInfo{}, err
	}
	return storage.VerifyBackup(ctx, path, storage.Options{Key: o.keys.DEK().Bytes()})
}

// VerifyBackup reads a backup through, with the key file beside it, else with that
// of the data folder dir.
func VerifyBackup(ctx context.Context, dir, backup string, now func() time.Time, src Sources) (info storage.BackupInfo, err error) {
	if _, err := os.Stat(backup); err != nil {
		return info, err
	}
	err = withKey(ctx, src, now, func(_ *keys.Store, o storage.Options) (err error) {
		info, err = storage.VerifyBackup(ctx, backup, o)
		return err
	}, keysBeside(backup), dir)
	return info, err
}

// keysBeside is where the key file of a backup lies.
func keysBeside(backup string) string { return filepath.Join(filepath.Dir(backup), keys.Files[0]) }

// Restore puts a backup in the place of a data folder's store, which must not be
// open. What stood there is kept beside it. A folder without keys gets those that
// lie beside the backup.
func Restore(ctx context.Context, dir, backup string, now func() time.Time, src Sources) (info storage.BackupInfo, err error) {
	unlock, err := storage.Lock(dir)
	if err != nil {
		return info, err
	}
	defer unlock()
	err = withKey(ctx, src, now, func(k *keys.Store, o storage.Options) (err error) {
		if info, err = storage.VerifyBackup(ctx, backup, o); err != nil {
			return err
		}
		if k != nil {
			if err := k.CopyTo(dir); err != nil {
				return err
			}
		}
		return storage.Restore(ctx, backup, filepath.Join(dir, storeFile), o)
	}, dir, keysBeside(backup))
	return info, err
}

// DayOf is the calendar day of a moment in Vietnam.
func DayOf(t time.Time) law.Day { return dayIn(t) }
