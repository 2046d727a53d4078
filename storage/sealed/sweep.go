package sealed

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"ankhai/storage/durable"
)

// asideName is the folder of files that nobody knows.
const asideName = "bo-di"

// abandoned is how old a half-written file must be before it is taken for a killed
// program's.
const abandoned = time.Hour

// Swept counts what Sweep did.
type Swept struct {
	Aside int // files that nobody knows, put aside
	Back  int // files put aside before that are known again
	Gone  int // files removed for good
}

// Sweep puts aside the files that nobody knows: a program was killed between the
// file and the row that names it. They are removed when they have lain aside for
// the time of keep, for an older data file that is put back may know them again;
// then they are taken back. Half-written files are removed. Nobody else may work
// in the folder.
func (f *Folder) Sweep(known func(id string) bool, now time.Time, keep time.Duration) (done Swept, err error) {
	aside := filepath.Join(f.dir, asideName)
	err = f.walk(func(path string, e fs.DirEntry) error {
		info, err := e.Info()
		if err != nil {
			return err
		}
		name, changed := e.Name(), info.ModTime()
		if half, err := filepath.Match(durable.TempPattern, name); err != nil || half {
			if err == nil && changed.Before(now.Add(-abandoned)) {
				done.Gone++
				err = os.Remove(path)
			}
			return err
		}
		home, err := f.Path(name)
		switch lies := filepath.Dir(path) == aside; {
		case err != nil || !lies && path != home:
			return nil // not one of ours
		case lies && known(name):
			done.Back++
			return f.move(path, home)
		case lies && changed.Before(now.Add(-keep)):
			done.Gone++
			return os.Remove(path)
		case !lies && !known(name):
			done.Aside++
			return errors.Join(f.move(path, filepath.Join(aside, name)), os.Chtimes(filepath.Join(aside, name), now, now))
		}
		return nil
	})
	if err != nil {
		return done, fmt.Errorf("sweep sealed files: %w", err)
	}
	return done, nil
}

// move renames a file within the folder and makes that last. A file that is there
// already is the same one, from a move that was cut off.
func (f *Folder) move(from, to string) error {
	dir := filepath.Dir(to)
	if _, err := durable.Mkdir(f.dir, filepath.Base(dir)); err != nil {
		return err
	}
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return errors.Join(durable.SyncDir(dir), durable.SyncDir(filepath.Dir(from)))
}
