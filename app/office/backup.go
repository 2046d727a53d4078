package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"ankhai/forms/law"
	"ankhai/storage"
	"ankhai/storage/keys"
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
	if err != nil {
		return info, err
	}
	return info, o.deed(ctx, storage.Deed{What: "duLieu.saoLuu", People: info.People})
}

// VerifyBackup reads a backup through, of whatever shape it is: one file, a file of
// the folder of backups, or a data file as version 0.1.0 wrote it. src opens its
// key where it has one; where that needs a secret, NeedsSecret knows the error.
// ErrNotBackup, ErrBackupBroken or ErrFilePass for what is wrong with the file.
func VerifyBackup(ctx context.Context, path string, src Sources, now func() time.Time) (info storage.BackupInfo, err error) {
	one := false
	err = withBundle(ctx, path, "", func(b *storage.Bundle) error {
		one = b.MST != ""
		key, err := keyOf(ctx, b, src, now)
		if err == nil {
			info, err = b.Verify(ctx, storage.Options{Now: now, Key: key})
		}
		clear(key)
		return err
	})
	if err != nil {
		return info, ofFile(err, one)
	}
	return info, nil
}

// Restore puts a backup in the place of a data folder's store, which must not be
// open, or into an empty folder. What stood there is kept beside it.
//
// Where the folder has a key of its own the data comes under that; into an empty
// folder the backup's key comes along, and what opens it on this computer is made
// anew.
func Restore(ctx context.Context, c Config, backup string) (info storage.BackupInfo, err error) {
	if _, err := placeOf(c); err != nil {
		return info, err
	}
	if err := os.MkdirAll(c.Dir, 0o700); err != nil {
		return info, fmt.Errorf("restore: %w", err)
	}
	unlock, err := storage.Lock(c.Dir)
	if err != nil {
		return info, err
	}
	defer unlock()
	err = withBundle(ctx, backup, c.Dir, func(b *storage.Bundle) error {
		if b.MST != "" {
			return fmt.Errorf("restore: %w", ErrOneEmployer)
		}
		key, err := keyOf(ctx, b, c.Keys, c.Now)
		if err != nil {
			return err
		}
		defer clear(key)
		from := storage.Options{Now: c.Now, Key: key}
		if info, err = b.Verify(ctx, from); err != nil {
			return err
		}
		to, err := targetKey(ctx, c, b, key)
		if err != nil {
			return err
		}
		defer clear(to)
		if err := b.Rekey(ctx, c.Dir, from, storage.Options{Now: c.Now, Key: to}); err != nil {
			return err
		}
		return b.Bring(ctx, c.Dir, storeFile, storage.Options{Now: c.Now, Key: to})
	})
	if err != nil {
		return info, err
	}
	k, err := openKeys(ctx, c.Dir, c.Keys, c.Now) // makes anew what opens the data on this computer
	if err != nil {
		return info, err
	}
	return info, k.Close()
}

// targetKey is the key of the data folder that a bundle is restored into. An empty
// folder takes the bundle's, and one of its own if the bundle is plain.
func targetKey(ctx context.Context, c Config, b *storage.Bundle, key []byte) ([]byte, error) {
	there, err := keys.Exists(c.Dir)
	if err != nil {
		return nil, err
	}
	if !there && b.KeyFile != "" {
		return slices.Clone(key), nil
	}
	var k *keys.Store
	if there {
		k, err = keys.Open(ctx, c.Dir, c.Keys, c.Now)
	} else {
		k, err = keys.Create(ctx, c.Dir, c.Keys, c.Now)
	}
	if err != nil {
		return nil, err
	}
	own := slices.Clone(k.DEK().Bytes())
	return own, k.Close()
}

// keyOf opens the data key of a backup; nil where its pages are plain.
func keyOf(ctx context.Context, b *storage.Bundle, src Sources, now func() time.Time) ([]byte, error) {
	if b.KeyFile == "" {
		return nil, nil
	}
	k, err := keys.Open(ctx, b.KeyFile, src, now)
	if err != nil {
		return nil, err
	}
	key := slices.Clone(k.DEK().Bytes())
	return key, k.Close()
}

// ErrOneEmployer: a file with one employer cannot take the place of everything.
var ErrOneEmployer = errors.New("file holds one employer only")

// RestoreEmployer takes one employer back from a backup, or in from a file that
// ExportEmployer wrote; mst may be "" for the latter. People, payrolls and drafts
// are replaced, what was signed and sent is kept, and the gateway account is the one of
// here. What waited to be sent there is in doubt here. Everything as it stands is backed
// up first. src opens the file's key, unless it is this data folder's own. ErrNotBackup,
// ErrBackupBroken or ErrFilePass for what is wrong with the file.
func (o *Office) RestoreEmployer(ctx context.Context, path, mst string, src Sources) (m storage.Merged, err error) {
	err = withBundle(ctx, path, o.dir, func(b *storage.Bundle) error {
		opt, _, done, err := o.opens(ctx, b, src)
		defer done()
		if err != nil {
			return ofFile(err, b.MST != "")
		}
		if mst == "" {
			mst = b.MST
		}
		if mst == "" {
			return fmt.Errorf("take in employer: %w", ErrWhichEmployer)
		}
		if _, _, err := o.BackUpNow(ctx); err != nil {
			return err
		}
		from, err := b.Store(ctx, o.dir, opt)
		if err != nil {
			return err
		}
		m, err = o.store.TakeEmployer(ctx, from, mst, storage.TakeOptions{Roster: []string{followedSetting}, Left: staying()})
		return errors.Join(err, from.Close())
	})
	if err != nil {
		return m, err
	}
	return m, o.pickCompany(ctx)
}

// staying are settings that do not travel with one employer: the account by which this
// office signs in at its gateway, and what is half typed at this machine.
func staying() []string { return []string{accountSetting, unsavedSetting} }

// ErrWhichEmployer: a backup of everything, and nobody said which employer of it.
var ErrWhichEmployer = errors.New("no employer named")

// ExportEmployer writes one employer into a file that another data folder takes in
// with RestoreEmployer, for handing a client over. The file has a key of its own,
// which the passphrase opens; it is overwritten. The gateway account stays: who takes
// the employer over signs in with an account of their own.
func (o *Office) ExportEmployer(ctx context.Context, mst, path string, passphrase []byte) (m storage.Merged, err error) {
	defer clear(passphrase)
	tmp, err := os.MkdirTemp(o.dir, storage.TempFiles)
	if err != nil {
		return m, fmt.Errorf("export employer: %w", err)
	}
	defer os.RemoveAll(tmp)
	k, err := keys.Create(ctx, tmp, Sources{Passphrase: passphrase}, o.now)
	if err != nil {
		return m, err
	}
	defer k.Close()
	m, err = o.store.WriteEmployer(ctx, path, mst, storage.Options{Now: o.now, Key: k.DEK().Bytes()},
		storage.Pack{KeyFile: filepath.Join(tmp, keys.Files[0])}, storage.TakeOptions{Left: staying()})
	if err != nil {
		return m, err
	}
	return m, o.store.Record(ctx, "donVi.xuat", mst)
}

// packed is what goes into a container of everything beside the data.
func (o *Office) packed() storage.Pack {
	return storage.Pack{KeyFile: filepath.Join(o.dir, keys.Files[0]), Sealed: filepath.Join(o.dir, storage.SealedDir)}
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
