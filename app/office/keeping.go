package office

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"ankhai/storage"
)

// tried is what the last attempt at a backup came to. It is kept as a setting, so
// that every face can tell.
type tried struct {
	At  time.Time `json:"luc"`
	Why string    `json:"viSao"` // in words; "" if it went well
}

const (
	triedSetting = "saoLuu"
	otherSetting = "saoLuuNoiKhac" // a second place, in the user's own choice
)

// otherPlace is a folder on another disk where the user wants backups as well.
type otherPlace struct {
	Dir   string `json:"thuMuc"`
	Name  string `json:"ten"` // of our folder in it, so that two data folders do not share one
	Tried tried  `json:"lanCuoi"`
}

func (o *Office) shelf() *storage.Shelf {
	return &storage.Shelf{Dir: filepath.Join(o.dir, storage.ShelfDir), Data: o.dir, Opt: o.options()}
}

// options are how files of this data folder are opened.
func (o *Office) options() storage.Options {
	return storage.Options{Now: o.now, Key: o.keys.DEK().Bytes()}
}

// BackUpNow adds a backup to the data folder's own shelf, and brings it to the
// user's second place if there is one. Trouble with the second place is kept for
// Backups to tell; it does not fail the backup.
func (o *Office) BackUpNow(ctx context.Context) (storage.Backup, storage.BackupInfo, error) {
	o.keeping.Lock()
	defer o.keeping.Unlock()
	return o.backUp(ctx)
}

func (o *Office) backUp(ctx context.Context) (storage.Backup, storage.BackupInfo, error) {
	h := o.shelf()
	b, info, err := h.Add(ctx, o.store)
	if ctx.Err() != nil {
		return b, info, err // given up, which is no trouble
	}
	if e := o.store.PutSetting(ctx, triedSetting, o.attempt(err)); err == nil {
		err = e
	}
	if err != nil {
		return b, info, err
	}
	return b, info, o.bringAway(ctx, h, b)
}

func (o *Office) attempt(err error) tried {
	t := tried{At: o.now().UTC()}
	if err != nil {
		t.Why = Say(err)
	}
	return t
}

// bringAway copies a backup to the second place and notes what came of it.
func (o *Office) bringAway(ctx context.Context, h *storage.Shelf, b storage.Backup) error {
	p, ok, err := o.otherPlace(ctx)
	if err != nil || !ok {
		return err
	}
	err = h.CopyTo(ctx, p.shelf(o), b)
	if ctx.Err() != nil {
		return err
	}
	p.Tried = o.attempt(err)
	return o.store.PutSetting(ctx, otherSetting, p)
}

func (p otherPlace) shelf(o *Office) *storage.Shelf {
	return &storage.Shelf{Dir: filepath.Join(p.Dir, p.Name), Data: o.dir, Opt: o.options()}
}

func (o *Office) otherPlace(ctx context.Context) (p otherPlace, ok bool, err error) {
	err = o.store.Setting(ctx, otherSetting, &p)
	if errors.Is(err, storage.ErrNotFound) {
		return p, false, nil
	}
	return p, err == nil && p.Dir != "", err
}

// SetBackupPlace chooses a second place for backups, a folder on another disk, and
// brings the newest one there at once; "" gives it up and leaves what is there. A
// folder that cannot be written is not taken.
func (o *Office) SetBackupPlace(ctx context.Context, dir string) error {
	o.keeping.Lock()
	defer o.keeping.Unlock()
	if dir == "" {
		return o.store.PutSetting(ctx, otherSetting, otherPlace{})
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return fmt.Errorf("choose a place for backups: %w", err)
	}
	if inside(dir, o.dir) {
		return fmt.Errorf("choose a place for backups: %w", ErrSamePlace)
	}
	p, ok, err := o.otherPlace(ctx)
	if err != nil {
		return err
	}
	if !ok || p.Name == "" {
		var id [4]byte
		rand.Read(id[:]) // never fails
		p.Name = "ankhai-" + hex.EncodeToString(id[:])
	}
	p.Dir = dir
	h := o.shelf()
	all, err := h.List()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		if _, _, err := o.backUp(ctx); err != nil {
			return err
		}
		if all, err = h.List(); err != nil {
			return err
		}
	}
	if err := h.CopyTo(ctx, p.shelf(o), all[0]); err != nil {
		return err
	}
	p.Tried = o.attempt(nil)
	return o.store.PutSetting(ctx, otherSetting, p)
}

// ErrSamePlace: a second place inside the data folder is no second place.
var ErrSamePlace = errors.New("second place lies in the data folder")

func inside(dir, parent string) bool {
	rel, err := filepath.Rel(parent, dir)
	return err == nil && filepath.IsLocal(rel)
}

// BackUpIfDue adds a backup if the newest is more than a day old. A data folder
// with nobody in it, or one that is only looked at, needs none.
func (o *Office) BackUpIfDue(ctx context.Context) error {
	o.mu.Lock()
	nobody := o.company == ""
	o.mu.Unlock()
	if nobody || o.viewOnly {
		return nil
	}
	o.keeping.Lock()
	defer o.keeping.Unlock()
	h := o.shelf()
	due, err := h.Overdue()
	if err != nil {
		return err
	}
	if due {
		_, _, err = o.backUp(ctx)
		return err
	}
	// A second place that could not be reached yesterday is tried again.
	p, ok, err := o.otherPlace(ctx)
	if err != nil || !ok || p.Tried.Why == "" {
		return err
	}
	all, err := h.List()
	if err != nil || len(all) == 0 {
		return err
	}
	return o.bringAway(ctx, h, all[0])
}

// keepEvery is how often keepBackups looks: a window stays open for weeks. After one that
// failed it looks restTurns times as late, so that a full disk is not filled again and again.
const keepEvery, restTurns = 15 * time.Minute, 16

// keepBackups makes each backup that is due, beside whatever the user does.
func (o *Office) keepBackups(every time.Duration) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			wait := every
			if o.BackUpIfDue(ctx) != nil { // what went wrong is kept, and the first screen tells it
				wait *= restTurns
			}
			select {
			case <-ctx.Done():
				return
			case <-time.After(wait):
			}
		}
	}()
	return func() {
		cancel()
		<-done
	}
}
