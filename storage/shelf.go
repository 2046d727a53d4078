package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"ankhai/forms/law"
	"ankhai/storage/failpoint"
)

// ShelfDir is the folder of backups inside a data folder.
const ShelfDir = "sao-luu"

// badPrefix marks a backup that could not be read back: it is kept for whoever
// looks for the reason, and counts for nothing.
const badPrefix = "hong-"

// Shelf is a folder with the backups of one data folder: a whole data file of each
// kept day and week, the sealed attachments that they name in a pool of their own,
// each once, and a copy of the key file. One program at a time writes on it.
type Shelf struct {
	Dir  string // made when the first backup comes
	Data string // the data folder, which has the key file and the sealed attachments
	Opt  Options

	free func(dir string) (int64, error) // FreeBytes, unless a test says otherwise
}

// Backup is a good backup on a shelf: it was read through before it got its name.
type Backup struct {
	Path  string
	Day   law.Day   // in its name
	At    time.Time // when it was written
	Bytes int64     // of the data file alone
	N     int       // running number; the newest has the highest
}

// List lists the good backups, newest first. A shelf that is not there is empty.
func (h *Shelf) List() ([]Backup, error) {
	names, err := os.ReadDir(h.Dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list backups: %w", outcome(err))
	}
	var out []Backup
	for _, e := range names {
		s, ok := parseShelved(e.Name())
		if !ok {
			continue
		}
		st, err := e.Info()
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("list backups: %w", outcome(err))
		}
		b := Backup{Path: filepath.Join(h.Dir, e.Name()), Day: s.Day, At: st.ModTime(), Bytes: st.Size(), N: s.N}
		if d := dayOf(b.At).Sub(b.Day); d < -1 || d > 1 { // it was copied since, and its time is the copy's
			b.At = time.Date(b.Day.Year(), time.Month(b.Day.Month().Num()), b.Day.Dom(), 12, 0, 0, 0, vietnam)
		}
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b Backup) int { return b.N - a.N })
	return out, nil
}

// Bad lists the backups that could not be read back, by name.
func (h *Shelf) Bad() ([]string, error) {
	found, err := filepath.Glob(filepath.Join(h.Dir, badPrefix+"*.db"))
	return found, err
}

// Overdue reports whether the newest good backup is more than a day old, or there
// is none.
func (h *Shelf) Overdue() (bool, error) {
	all, err := h.List()
	if err != nil || len(all) == 0 {
		return err == nil, err
	}
	return overdue(all[0].At, h.Opt.Now()), nil
}

// Add makes a backup of the store while work goes on, reads it through, and only
// then gives it its name. What retention does not keep is removed afterwards.
//
// A backup that cannot be read back is kept apart, and a second one is made at
// once; ErrBadBackup if that is no better. ErrDiskFull before anything is written
// if there is no room for it.
func (h *Shelf) Add(ctx context.Context, s *Store) (b Backup, info BackupInfo, err error) {
	for try := 1; ; try++ {
		b, info, err = h.add(ctx, s)
		if err == nil || try == 2 || !errors.Is(err, ErrBadBackup) {
			break
		}
	}
	if err != nil {
		return b, info, fmt.Errorf("back up: %w", outcome(err))
	}
	return b, info, nil
}

func (h *Shelf) add(ctx context.Context, s *Store) (b Backup, info BackupInfo, err error) {
	if err := os.MkdirAll(h.Dir, 0o700); err != nil {
		return b, info, err
	}
	if err := h.sweepTemp(); err != nil {
		return b, info, err
	}
	if err := h.roomFor(s.path); err != nil {
		return b, info, err
	}
	name, err := h.next()
	if err != nil {
		return b, info, err
	}
	tmp, err := os.MkdirTemp(h.Dir, TempFiles)
	if err != nil {
		return b, info, err
	}
	defer os.RemoveAll(tmp)
	file := filepath.Join(tmp, name.name())
	if err := s.door.vacuumInto(ctx, s.path, file, false, s.how...); err != nil {
		return b, info, err
	}
	failpoint.Hit("backup.verify.before")
	if info, err = s.door.verify(ctx, file); err != nil {
		if ctx.Err() != nil || errors.Is(outcome(err), ErrDiskFull) {
			return b, info, err
		}
		return b, info, errors.Join(fmt.Errorf("%w: %w", ErrBadBackup, err), h.setBadAside(file))
	}
	if err := h.addSealed(ctx, s.door, file, filepath.Join(h.Data, SealedDir)); err != nil {
		return b, info, err
	}
	if err := h.addKeys(h.Data); err != nil {
		return b, info, err
	}
	if b, err = h.put(file, name); err != nil {
		return b, info, err
	}
	return b, info, h.retain(ctx, s.door)
}

// put gives a finished, verified file its name on the shelf.
func (h *Shelf) put(file string, name shelved) (Backup, error) {
	to := filepath.Join(h.Dir, name.name())
	now := h.Opt.Now()
	// The file's time is what tells the age, so it follows the clock that was asked.
	if err := os.Chtimes(file, now, now); err != nil {
		return Backup{}, err
	}
	if err := os.Rename(file, to); err != nil {
		return Backup{}, err
	}
	if err := syncDir(h.Dir); err != nil {
		return Backup{}, err
	}
	failpoint.Hit("backup.named")
	st, err := os.Stat(to)
	if err != nil {
		return Backup{}, err
	}
	return Backup{Path: to, Day: name.Day, At: now, Bytes: st.Size(), N: name.N}, nil
}

// next is the name of the next backup.
func (h *Shelf) next() (shelved, error) {
	all, err := h.List()
	if err != nil {
		return shelved{}, err
	}
	s := shelved{N: 1, Day: dayOf(h.Opt.Now())}
	if len(all) > 0 {
		s.N = all[0].N + 1
	}
	return s, nil
}

// retain removes what retention does not keep, and the sealed attachments that
// no kept backup names.
func (h *Shelf) retain(ctx context.Context, d door) error {
	all, err := h.List()
	if err != nil {
		return err
	}
	var names []shelved
	for _, b := range all {
		names = append(names, shelved{b.N, b.Day})
	}
	stay := kept(names)
	gone := false
	for _, b := range all {
		if !slices.Contains(stay, shelved{b.N, b.Day}) {
			if err := os.Remove(b.Path); err != nil {
				return err
			}
			gone = true
			failpoint.Hit("backup.old.removed")
		}
	}
	if !gone {
		return nil
	}
	return h.sweepSealed(ctx, d)
}

// CopyTo brings a backup to another shelf, in a place of the user's own, and
// reads it back there. What retention does not keep is removed there as well.
func (h *Shelf) CopyTo(ctx context.Context, other *Shelf, b Backup) error {
	err := func() error {
		if err := os.MkdirAll(other.Dir, 0o700); err != nil {
			return err
		}
		if err := other.sweepTemp(); err != nil {
			return err
		}
		if err := other.roomFor(b.Path); err != nil {
			return err
		}
		to := filepath.Join(other.Dir, filepath.Base(b.Path))
		if same, err := sameBytes(b.Path, to); err != nil || same {
			return err
		}
		tmp, err := os.MkdirTemp(other.Dir, TempFiles)
		if err != nil {
			return err
		}
		defer os.RemoveAll(tmp)
		file := filepath.Join(tmp, filepath.Base(b.Path))
		if err := copyFile(b.Path, file); err != nil {
			return err
		}
		if ok, err := sameBytes(b.Path, file); err != nil || !ok {
			return errors.Join(ErrBadBackup, err)
		}
		d := h.Opt.door()
		if err := other.addSealed(ctx, d, file, filepath.Join(h.Dir, SealedDir)); err != nil {
			return err
		}
		if err := other.addKeys(h.Dir); err != nil {
			return err
		}
		if err := os.Chtimes(file, b.At, b.At); err != nil {
			return err
		}
		if err := os.Rename(file, to); err != nil {
			return err
		}
		if err := syncDir(other.Dir); err != nil {
			return err
		}
		return other.retain(ctx, d)
	}()
	if err != nil {
		return fmt.Errorf("copy backup: %w", outcome(err))
	}
	return nil
}

// setBadAside keeps a backup that could not be read back, in the place of the one
// before it: one is enough to look for the reason.
func (h *Shelf) setBadAside(file string) error {
	old, err := h.Bad()
	if err != nil {
		return err
	}
	if err := removeAll(old...); err != nil {
		return err
	}
	return os.Rename(file, filepath.Join(h.Dir, badPrefix+filepath.Base(file)))
}

// sweepTemp removes what a program that ended in the middle left behind.
func (h *Shelf) sweepTemp() error {
	found, err := filepath.Glob(filepath.Join(h.Dir, TempFiles))
	for _, p := range found {
		err = errors.Join(err, os.RemoveAll(p))
	}
	return err
}

// spare is what must stay free after a backup, so that work can go on.
const spare = 16 << 20

// roomFor fails with ErrDiskFull if a copy of a data file would leave too little.
func (h *Shelf) roomFor(path string) error {
	st, err := os.Stat(path)
	if err != nil {
		return err
	}
	ask := h.free
	if ask == nil {
		ask = FreeBytes
	}
	free, err := ask(h.Dir)
	if err != nil {
		return err
	}
	if need := st.Size() + st.Size()/8 + spare; free < need {
		return fmt.Errorf("%w: a backup needs %d MB, %d MB are free", ErrDiskFull, need>>20, free>>20)
	}
	return nil
}

// vietnam is UTC+7 all year, since 1975; no time zone file is needed.
var vietnam = time.FixedZone("+07", 7*60*60)

func dayOf(t time.Time) law.Day {
	t = t.In(vietnam)
	return law.DayOf(t.Year(), int(t.Month()), t.Day())
}
