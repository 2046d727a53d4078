package office

import (
	"context"
	"errors"
	"fmt"
	"time"

	"ankhai/forms/law"
	"ankhai/storage"
)

// Spot is where a person stands in the window. It names no one: a dossier by its
// number, a cell by its place.
type Spot struct {
	Screen  string    `json:"manHinh"`
	Month   law.Month `json:"thang"`
	Dossier string    `json:"hoSo,omitempty"`
	Leaf    int       `json:"to,omitempty"` // of the dossier's tabs, from 0
	Row     int       `json:"dong,omitempty"`
	Col     int       `json:"cot,omitempty"`
}

// LeftOff is where the window stood when the program last ended without being closed.
type LeftOff struct {
	Spot
	At     time.Time   // when the person was last seen to move
	Kept   []KeptDraft // drafts that were edited in the last minutes before, the newest first
	Typed  []Unsaved   // what was typed into forms and not stored
	Crash  *CrashNote  // a fault of the program, if that was the reason
	Sudden bool        // false: the program was closed, or never opened
}

// KeptDraft is a draft that is as it was.
type KeptDraft struct {
	ID    string
	Title string
	At    time.Time // of its last edit
}

// spotSetting keeps the spot; its Open says that the window is there.
const spotSetting = "choDung"

type keptSpot struct {
	Spot
	At   time.Time `json:"luc"`
	Open bool      `json:"dangMo"`
}

// StandAt keeps where the person stands, so that the next start can lead back there
// after a sudden end.
func (o *Office) StandAt(ctx context.Context, s Spot) error {
	o.leaving.Lock()
	defer o.leaving.Unlock()
	if o.viewOnly || o.left.Load() {
		return nil
	}
	return o.store.PutSetting(ctx, spotSetting, keptSpot{Spot: s, At: o.now(), Open: true})
}

// Leave notes that the window was closed by a person: the next start begins anew, and
// no spot is kept any more.
func (o *Office) Leave(ctx context.Context) error {
	o.leaving.Lock()
	defer o.leaving.Unlock()
	o.left.Store(true)
	if o.viewOnly {
		return nil
	}
	return o.store.DropSetting(ctx, spotSetting)
}

// justBefore is how long before a sudden end an edit is worth naming.
const justBefore = 15 * time.Minute

// LeftOff reads where the window stood at a sudden end, and what was kept of the last
// work. It may be asked once: the answer of a second time is that nothing was sudden.
func (o *Office) LeftOff(ctx context.Context) (LeftOff, error) {
	var l LeftOff
	var k keptSpot
	err := o.store.Setting(ctx, spotSetting, &k)
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return l, fmt.Errorf("read where the window stood: %w", err)
	}
	l.Spot, l.At, l.Sudden = k.Spot, k.At, k.Open
	if l.Crash, err = o.takeCrash(); err != nil {
		return l, err
	}
	if !l.Sudden {
		return l, nil
	}
	if l.Typed, err = o.Unsaved(ctx); err != nil {
		return l, err
	}
	if !o.viewOnly {
		if err := o.store.DropSetting(ctx, spotSetting); err != nil {
			return l, err
		}
	}
	all, err := o.Dossiers(ctx)
	if errors.Is(err, ErrNoCompany) {
		return l, nil
	}
	if err != nil {
		return l, err
	}
	there := false
	for _, d := range all {
		there = there || d.ID == l.Dossier
		if d.State.Draft() && d.UpdatedAt.After(k.At.Add(-justBefore)) {
			l.Kept = append(l.Kept, KeptDraft{ID: d.ID, Title: d.Title, At: d.UpdatedAt})
		}
	}
	if !there { // of another employer, or erased
		l.Dossier = ""
	}
	return l, nil
}
