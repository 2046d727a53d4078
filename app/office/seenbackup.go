package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ankhai/storage"
	"ankhai/storage/keys"
)

// The outcomes of a file that a person chose. What is wrong is that file, never the data
// of here.
var (
	ErrNotBackup    = errors.New("neither a backup nor a file of one employer")
	ErrBackupBroken = errors.New("backup is damaged")
	ErrFilePass     = errors.New("wrong passphrase of a file of one employer")
)

// BackupEnding is how files of everything and of one employer are called.
const BackupEnding = ".ankhai"

// IsBackupName reports whether a file is called as a backup or as a file of one employer.
func IsBackupName(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == BackupEnding || ext == filepath.Ext(storeFile)
}

// IsOpenExport reports whether an open export lies at path.
func IsOpenExport(path string) bool { return storage.IsOpen(path) }

// BackupSeen is what a backup, or a file of one employer, holds. It was read through.
type BackupSeen struct {
	One       bool      // it holds one employer, and cannot take the place of everything
	Made      time.Time // zero where the file does not say
	Info      BackupInfo
	Employers []Holding
	Here      map[string]Holding // what is here now of those of them that are here, by tax code
}

// LookAtBackup reads a backup or a file of one employer through, as VerifyBackup does, and
// tells what it holds; nothing of here changes. src opens its key, unless it is this data
// folder's own; where that needs a secret, AsksFor knows the error, and One is told also
// then. ErrNotBackup, ErrBackupBroken or ErrFilePass for what is wrong with the file.
func (o *Office) LookAtBackup(ctx context.Context, path string, src Sources) (seen BackupSeen, err error) {
	dir := o.dir
	if o.viewOnly {
		dir = ""
	}
	err = withBundle(ctx, path, dir, func(b *storage.Bundle) error {
		seen.One, seen.Made = b.MST != "", b.Made
		opt, info, done, err := o.opens(ctx, b, src)
		defer done()
		if err != nil {
			return err
		}
		seen.Info = info
		from, err := b.Store(ctx, dir, opt)
		if err != nil {
			return err
		}
		seen.Employers, err = from.Holdings(ctx)
		return errors.Join(err, from.Close())
	})
	if err != nil {
		return seen, ofFile(err, seen.One)
	}
	if st, err := os.Stat(path); err == nil {
		seen.Info.Bytes = st.Size()
	}
	here, err := o.store.Holdings(ctx)
	if err != nil {
		return seen, err
	}
	seen.Here = map[string]Holding{}
	for _, h := range here {
		seen.Here[h.DonVi.MaSoThue] = h
	}
	return seen, nil
}

// opens reads a bundle through with this data folder's own key, or with the one that src
// opens. done wipes what was opened.
func (o *Office) opens(ctx context.Context, b *storage.Bundle, src Sources) (opt storage.Options, info BackupInfo, done func(), err error) {
	opt, done = o.options(), func() {}
	if info, err = b.Verify(ctx, opt); !errors.Is(err, storage.ErrWrongKey) {
		return opt, info, done, err
	}
	if src.Keyring == nil {
		src.Keyring = o.keyring
	}
	if src.ConfigDir == nil {
		src.ConfigDir = o.configDir
	}
	key, err := keyOf(ctx, b, src, o.now)
	if err != nil {
		return opt, info, done, err
	}
	opt.Key, done = key, func() { clear(key) }
	info, err = b.Verify(ctx, opt)
	return opt, info, done, err
}

// ofFile tells what is wrong with a file that a person chose from what is wrong with the
// data of here.
func ofFile(err error, one bool) error {
	kind := error(nil)
	switch {
	case errors.Is(err, storage.ErrForeign):
		kind = ErrNotBackup
	case errors.Is(err, storage.ErrDamaged), errors.Is(err, storage.ErrJournal), errors.Is(err, storage.ErrWrongKey):
		kind = ErrBackupBroken
	case one && errors.Is(err, keys.ErrPassphrase):
		kind = ErrFilePass
	default:
		return err
	}
	return fmt.Errorf("look at backup: %w: %v", kind, err)
}

// Holding tells what is here of one employer. ErrNotFound if there is no such employer.
func (o *Office) Holding(ctx context.Context, mst string) (Holding, error) {
	all, err := o.store.Holdings(ctx)
	if err != nil {
		return Holding{}, err
	}
	for _, h := range all {
		if h.DonVi.MaSoThue == mst {
			return h, nil
		}
	}
	return Holding{}, fmt.Errorf("look at employer: %w", storage.ErrNotFound)
}
