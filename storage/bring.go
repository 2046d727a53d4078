package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Bring restores the bundle into a data folder that nobody has open: sealed
// attachments first, then the key file where there is none, then the data as
// Restore does. What is in the folder stays until the data has taken its place;
// sealed attachments are only added.
func (b *Bundle) Bring(ctx context.Context, dir, file string, o Options) error {
	err := func() error {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
		names, err := o.door().sealedOf(ctx, b.DB)
		if err != nil {
			return err
		}
		if err := b.BringSealed(ctx, dir, names); err != nil {
			return err
		}
		if b.KeyFile == "" {
			return nil
		}
		for _, name := range keyFiles {
			if exists(filepath.Join(dir, name)) {
				continue
			}
			if err := replaceFile(b.KeyFile, filepath.Join(dir, name)); err != nil {
				return err
			}
		}
		return nil
	}()
	if err != nil {
		return fmt.Errorf("restore: %w", outcome(err))
	}
	return Restore(ctx, b.DB, filepath.Join(dir, file), o)
}

// BringSealed adds sealed attachments of the bundle to a data folder under the
// same key.
func (b *Bundle) BringSealed(ctx context.Context, dir string, names []string) error {
	for _, n := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		to := filepath.Join(dir, SealedDir, filepath.FromSlash(n))
		if exists(to) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		err := replaceFile(filepath.Join(b.Sealed, filepath.FromSlash(n)), to)
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%w: a sealed attachment is missing", ErrDamaged)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
