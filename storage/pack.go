package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"ankhai/storage/container"
	"ankhai/storage/failpoint"
	"ankhai/storage/sealed"
)

// Pack is what a container is made of beside the data.
type Pack struct {
	KeyFile string // the wrapped data key of the data inside; "" if its pages are plain
	Sealed  string // the folder of sealed attachments; "" if there are none
}

// WriteContainer writes everything of the store into one file at path, which must
// be free: the data as it stands, read through, the key file and the sealed
// attachments. Work may go on meanwhile.
func (s *Store) WriteContainer(ctx context.Context, path string, p Pack) (info BackupInfo, err error) {
	err = packed(ctx, path, container.Contents{Kind: container.Whole, Made: s.opt.Now().UTC()}, p, s.door, func(tmp string) error {
		return s.door.vacuumInto(ctx, s.path, tmp, false, s.how...)
	}, &info)
	if err != nil {
		return info, fmt.Errorf("back up: %w", outcome(err))
	}
	return info, nil
}

// WriteEmployer writes one employer into a container at path, as a data file of
// its own that another store can take in, under the key of o; p.KeyFile wraps it.
func (s *Store) WriteEmployer(ctx context.Context, path, mst string, o Options, p Pack, take TakeOptions) (m Merged, err error) {
	var info BackupInfo
	err = packed(ctx, path, container.Contents{Kind: container.Employer, MST: mst, Made: s.opt.Now().UTC()}, p, o.door(), func(tmp string) error {
		to, err := Open(ctx, tmp, o)
		if err != nil {
			return err
		}
		take.copy = true
		m, err = to.TakeEmployer(ctx, s, mst, take)
		return errors.Join(err, to.Close())
	}, &info)
	if err != nil {
		return m, fmt.Errorf("export employer: %w", outcome(err))
	}
	return m, nil
}

// packed lets fill make a data file beside path, reads it through and packs it.
func packed(ctx context.Context, path string, c container.Contents, p Pack, d door, fill func(tmp string) error, info *BackupInfo) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return ErrExists
	}
	tmp, err := os.MkdirTemp(filepath.Dir(path), TempFiles)
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	file := filepath.Join(tmp, container.Data)
	if err := fill(file); err != nil {
		return err
	}
	failpoint.Hit("pack.data.written")
	if *info, err = d.verify(ctx, file); err != nil {
		return fmt.Errorf("%w: %w", ErrBadBackup, err)
	}
	c.Schema = info.Version
	if exists(filepath.Join(tmp, SealedDir)) { // sealed while filling, under the new file's key
		p.Sealed = filepath.Join(tmp, SealedDir)
	}
	files := []container.Source{{Name: container.Data, Path: file}}
	if p.KeyFile != "" {
		files = append(files, container.Source{Name: container.Key, Path: p.KeyFile})
	}
	names, err := d.sealedOf(ctx, file)
	if err != nil {
		return err
	}
	for _, n := range names {
		files = append(files, container.Source{Name: SealedDir + "/" + n, Path: filepath.Join(p.Sealed, filepath.FromSlash(n))})
	}
	if err := container.Write(ctx, path, c, files); err != nil {
		return err
	}
	failpoint.Hit("pack.named")
	return nil
}

// Bundle is a backup that was opened to be read, of whatever shape: a container, a
// data file on a shelf with its pool and key file beside it, or a plain data file
// as version 0.1.0 wrote it.
type Bundle struct {
	DB      string    // the data file; only read
	Sealed  string    // the folder of its sealed attachments, "" if it has none
	KeyFile string    // its wrapped data key, "" if its pages are plain
	Kind    string    // container.Whole or container.Employer
	MST     string    // of an Employer bundle
	Made    time.Time // zero where the file does not say
	tmp     string
}

// OpenBundle opens a backup. A container is unpacked into a folder of its own
// below dir, every byte held against its list; Close removes it again.
func OpenBundle(ctx context.Context, path, dir string) (*Bundle, error) {
	b, err := openBundle(ctx, path, dir)
	if err != nil {
		return nil, fmt.Errorf("open backup: %w", outcome(contained(err)))
	}
	return b, nil
}

func openBundle(ctx context.Context, path, dir string) (*Bundle, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	is, err := container.Is(path)
	if err != nil {
		return nil, err
	}
	if !is {
		b := &Bundle{DB: path, Kind: container.Whole}
		if _, shelf := parseShelved(filepath.Base(path)); shelf {
			b.beside(filepath.Dir(path))
		}
		return b, nil
	}
	r, err := container.Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	tmp, err := os.MkdirTemp(dir, TempFiles)
	if err != nil {
		return nil, err
	}
	if err := r.Extract(ctx, tmp); err != nil {
		return nil, errors.Join(err, os.RemoveAll(tmp))
	}
	b := &Bundle{DB: filepath.Join(tmp, container.Data), Kind: r.Contents.Kind, MST: r.Contents.MST, Made: r.Contents.Made, tmp: tmp}
	b.beside(tmp)
	return b, nil
}

// beside finds the key file and the sealed attachments in a folder.
func (b *Bundle) beside(dir string) {
	if p := filepath.Join(dir, keyFiles[0]); exists(p) {
		b.KeyFile = p
	}
	if p := filepath.Join(dir, SealedDir); exists(p) {
		b.Sealed = p
	}
}

func exists(path string) bool { _, err := os.Lstat(path); return err == nil }

// Close removes what was unpacked.
func (b *Bundle) Close() error {
	if b.tmp == "" {
		return nil
	}
	return os.RemoveAll(b.tmp)
}

// Verify reads the bundle through, as VerifyBackup does, and every sealed attachment
// that it names.
func (b *Bundle) Verify(ctx context.Context, o Options) (BackupInfo, error) {
	info, err := VerifyBackup(ctx, b.DB, o)
	if err != nil {
		return info, err
	}
	names, err := o.door().sealedOf(ctx, b.DB)
	papers := sealed.NewFolder(b.Sealed, paperKey(o))
	for _, n := range names {
		if _, _, e := papers.Verify(n[3:]); e != nil {
			err = errors.Join(err, paper(e))
			break
		}
		if err = ctx.Err(); err != nil {
			break
		}
	}
	if err != nil {
		return info, fmt.Errorf("verify backup: %w", outcome(err))
	}
	return info, nil
}

// Store opens a copy of the bundle's data to be read, brought to this program's
// version; the bundle itself is not written. The copy goes with Close of the
// bundle.
func (b *Bundle) Store(ctx context.Context, dir string, o Options) (*Store, error) {
	if b.tmp == "" {
		tmp, err := os.MkdirTemp(dir, TempFiles)
		if err != nil {
			return nil, fmt.Errorf("open backup: %w", outcome(err))
		}
		b.tmp = tmp
	}
	file := filepath.Join(b.tmp, "doc.db")
	if err := copyFile(b.DB, file); err != nil {
		return nil, fmt.Errorf("open backup: %w", outcome(err))
	}
	s, err := Open(ctx, file, o)
	if err == nil && b.Sealed != "" {
		s.papers = sealed.NewFolder(b.Sealed, paperKey(o))
	}
	return s, err
}

// Rekey turns a bundle under one key into one under another: the data is copied
// table by table, the attachments are sealed anew, below dir. Nothing happens if
// the keys are the same.
func (b *Bundle) Rekey(ctx context.Context, dir string, from, to Options) error {
	if bytes.Equal(from.Key, to.Key) || from.Key == nil {
		return nil // a plain file is encrypted when it is opened
	}
	err := func() error {
		tmp, err := os.MkdirTemp(dir, TempFiles)
		if err != nil {
			return err
		}
		old := b.tmp
		b.tmp = tmp
		defer func() { os.RemoveAll(old) }() // "" removes nothing
		src, v, err := from.door().openDamaged(ctx, b.DB)
		if err != nil {
			return err
		}
		defer src.Close()
		file := filepath.Join(tmp, container.Data)
		dst, err := to.door().blank(ctx, file, v)
		if err != nil {
			return err
		}
		defer dst.Close()
		if _, err := copyTables(ctx, src, dst, false, nil); err != nil {
			return err
		}
		names, err := sealedNames(ctx, dst)
		if err != nil {
			return err
		}
		theirs, ours := sealed.NewFolder(b.Sealed, paperKey(from)), sealed.NewFolder(filepath.Join(tmp, SealedDir), paperKey(to))
		for _, n := range names {
			if err := resealed(theirs, n[3:], ours, n[3:]); err != nil {
				return err
			}
		}
		if err := errors.Join(dst.Close(), syncFile(file)); err != nil {
			return err
		}
		b.DB, b.KeyFile, b.Sealed = file, "", filepath.Join(tmp, SealedDir)
		return nil
	}()
	if err != nil {
		return fmt.Errorf("bring backup under another key: %w", outcome(err))
	}
	return nil
}

// contained gives the outcomes of a container our own sentinels.
func contained(err error) error {
	switch {
	case errors.Is(err, container.ErrNot):
		return fmt.Errorf("%w: %w", ErrForeign, err)
	case errors.Is(err, container.ErrNewer):
		return fmt.Errorf("%w: %w", ErrNewer, err)
	case errors.Is(err, container.ErrDamaged):
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}
