package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ankhai/forms/law"
	"ankhai/storage"
)

// storeFile is the data folder's database.
const storeFile = "ankhai.db"

// Backup writes a copy of everything, the ledger of what was sent included, into
// one file, and reads it back: for another disk, or for another computer.
func (o *Office) Backup(ctx context.Context, path string) (storage.BackupInfo, error) {
	info, err := o.store.WriteContainer(ctx, path, o.packed())
	if err == nil {
		if st, e := os.Stat(path); e == nil {
			info.Bytes = st.Size()
		}
	}
	return info, err
}

// VerifyBackup reads a backup through, of whatever shape it is: one file, a file of
// the folder of backups, or a data file as version 0.1.0 wrote it.
func VerifyBackup(ctx context.Context, path string, now func() time.Time) (info storage.BackupInfo, err error) {
	err = withBundle(ctx, path, "", func(b *storage.Bundle) error {
		o, err := optionsFor(b, now)
		if err == nil {
			info, err = b.Verify(ctx, o)
		}
		return err
	})
	return info, err
}

// Restore puts a backup in the place of a data folder's store, which must not be
// open, or into an empty folder. What stood there is kept beside it.
func Restore(ctx context.Context, dir, backup string, now func() time.Time) (info storage.BackupInfo, err error) {
	if _, err := judge(Config{Dir: dir}); err != nil {
		return info, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return info, fmt.Errorf("restore: %w", err)
	}
	unlock, err := storage.Lock(dir)
	if err != nil {
		return info, err
	}
	defer unlock()
	err = withBundle(ctx, backup, dir, func(b *storage.Bundle) error {
		if b.MST != "" {
			return fmt.Errorf("restore: %w", ErrOneEmployer)
		}
		o, err := optionsFor(b, now)
		if err != nil {
			return err
		}
		if info, err = b.Verify(ctx, o); err != nil {
			return err
		}
		return b.Bring(ctx, dir, storeFile, o)
	})
	return info, err
}

// ErrOneEmployer: a file with one employer cannot take the place of everything.
var ErrOneEmployer = errors.New("file holds one employer only")

// RestoreEmployer takes one employer back from a backup, or in from a file that
// ExportEmployer wrote; mst may be "" for the latter. People, payrolls and drafts
// are replaced, what was signed and sent is kept. Everything as it stands is backed
// up first.
func (o *Office) RestoreEmployer(ctx context.Context, path, mst string) (m storage.Merged, err error) {
	if _, _, err := o.BackUpNow(ctx); err != nil {
		return m, err
	}
	err = withBundle(ctx, path, o.dir, func(b *storage.Bundle) error {
		if mst == "" {
			mst = b.MST
		}
		if mst == "" {
			return fmt.Errorf("take in employer: %w", ErrWhichEmployer)
		}
		opt, err := optionsFor(b, o.now)
		if err != nil {
			return err
		}
		if _, err := b.Verify(ctx, opt); err != nil {
			return err
		}
		from, err := b.Store(ctx, o.dir, opt)
		if err != nil {
			return err
		}
		m, err = o.store.TakeEmployer(ctx, from, mst, storage.TakeOptions{
			Roster: []string{followedSetting},
			Sealed: func(ctx context.Context, names []string) error { return b.BringSealed(ctx, o.dir, names) },
		})
		return errors.Join(err, from.Close())
	})
	if err != nil {
		return m, err
	}
	return m, o.pickCompany(ctx)
}

// ErrWhichEmployer: a backup of everything, and nobody said which employer of it.
var ErrWhichEmployer = errors.New("no employer named")

// ExportEmployer writes one employer into a file that another data folder takes in
// with RestoreEmployer, for handing a client over.
func (o *Office) ExportEmployer(ctx context.Context, mst, path string) (storage.Merged, error) {
	m, err := o.store.WriteEmployer(ctx, path, mst, storage.Options{Now: o.now}, o.packed(), storage.TakeOptions{})
	if err != nil {
		return m, err
	}
	return m, o.store.Record(ctx, "donVi.xuat", mst)
}

// packed is what goes into a container beside the data.
func (o *Office) packed() storage.Pack { return storage.Pack{} }

// optionsFor are the options that open a bundle: its key, where its pages are
// sealed.
func optionsFor(_ *storage.Bundle, now func() time.Time) (storage.Options, error) {
	return storage.Options{Now: now}, nil
}

// withBundle opens a backup for f, unpacked below dir if it must be; "" is the
// system's folder for such things.
func withBundle(ctx context.Context, path, dir string, f func(*storage.Bundle) error) error {
	b, err := storage.OpenBundle(ctx, path, dir)
	if err != nil {
		return err
	}
	return errors.Join(f(b), b.Close())
}

// dataPath is where a data folder's store lies.
func dataPath(dir string) string { return filepath.Join(dir, storeFile) }

// DayOf is the calendar day of a moment in Vietnam.
func DayOf(t time.Time) law.Day { return dayIn(t) }
