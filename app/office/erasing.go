package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"ankhai/storage"
)

// ErrReason: an erasure needs one of the known reasons.
var ErrReason = errors.New("no such reason for an erasure")

// ErrClock: the clock is wrong, so that nothing may be erased by its dates.
var ErrClock = errors.New("clock is wrong")

// EraseReasons are the codes of reasons for an erasure.
var EraseReasons = []string{ForTerm, ForSubject, ForMistake}

// ErasePlan is what the erasure of a person takes, what stays, and why.
type ErasePlan struct {
	storage.Erasing
	Copies []string // backups and copies of the data file that still hold the person
}

// PlanErasure says what ErasePerson would do, and does nothing.
func (o *Office) PlanErasure(ctx context.Context, id string) (ErasePlan, error) {
	e, err := o.store.PlanErasure(ctx, id)
	if err != nil {
		return ErasePlan{}, err
	}
	p := ErasePlan{Erasing: e}
	p.Copies, err = o.copiesWith(ctx, id)
	return p, err
}

// EraseOrder is a person's word for an erasure.
type EraseOrder struct {
	ID       string
	Reason   string // one of EraseReasons
	Dossiers bool   // signed dossiers whose term is over are emptied as well
	Copies   bool   // copies and backups that hold the person are removed
}

// EraseReport tells what was done. Its bytes hold no value of the person's.
type EraseReport struct {
	ErasePlan
	Tombstones []storage.Tombstone
	Removed    []string // copies that were removed
	Path       string   // where the report lies
	SHA256     string   // of the report; the journal has the same
}

// ErasePerson takes a person out of the data, writes the file anew without the
// free pages, and leaves a report whose hash is in the journal.
func (o *Office) ErasePerson(ctx context.Context, in EraseOrder) (r EraseReport, err error) {
	if !slices.Contains(EraseReasons, in.Reason) {
		return r, ErrReason
	}
	if clock := o.examineClock(); !clock.OK {
		return r, fmt.Errorf("erase person %s: %w", storage.Ref(in.ID), ErrClock)
	}
	if r.Copies, err = o.copiesWith(ctx, in.ID); err != nil {
		return r, err
	}
	if err := o.dropUnsavedOf(ctx, in.ID); err != nil {
		return r, err
	}
	if r.Erasing, err = o.store.ErasePerson(ctx, in.ID, in.Reason); err != nil {
		return r, err
	}
	if in.Dossiers {
		if r.Tombstones, err = o.emptyPastTerm(ctx, r.Stays, in.Reason); err != nil {
			return r, err
		}
	}
	if err := o.store.Compact(ctx); err != nil {
		return r, err
	}
	if in.Copies {
		if r.Removed, err = o.RemoveCopies(ctx, in.ID, in.Reason); err != nil {
			return r, err
		}
	}
	return r, o.keepReport(ctx, &r, in)
}

// RemoveCopies removes the copies of the data file that still hold a person, and
// says which those were.
func (o *Office) RemoveCopies(ctx context.Context, id, reason string) (removed []string, err error) {
	copies, err := o.copiesWith(ctx, id)
	if err != nil || len(copies) == 0 {
		return nil, err
	}
	for _, path := range copies {
		if err := os.Remove(path); err != nil {
			return removed, fmt.Errorf("remove copy: %w", err)
		}
		removed = append(removed, path)
	}
	return removed, o.deed(ctx, storage.Deed{What: "duLieu.xoaBanSao", Ref: fmt.Sprint(len(removed)), Purpose: reason})
}

// emptyPastTerm empties the signed dossiers of a list whose term is over.
func (o *Office) emptyPastTerm(ctx context.Context, stays []storage.Stay, reason string) (out []storage.Tombstone, err error) {
	for _, s := range stays {
		if s.Until.IsZero() || s.Until.After(o.now()) {
			continue
		}
		t, err := o.store.EraseDossier(ctx, s.DossierID, reason)
		if err != nil {
			return out, err
		}
		out = append(out, t)
	}
	return out, nil
}

// reportFolder keeps the reports of erasures in the data folder.
const reportFolder = "bien-ban-xoa"

func (o *Office) keepReport(ctx context.Context, r *EraseReport, in EraseOrder) error {
	text := reportText(*r, in, o.now())
	sum := sha256.Sum256([]byte(text))
	r.SHA256 = hex.EncodeToString(sum[:])
	r.Path = filepath.Join(o.dir, reportFolder, fmt.Sprintf("%s-%s.txt", in.ID, o.now().In(vietnam).Format("20060102-150405")))
	if err := writeFile(r.Path, []byte(text), 0o600); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	counts, err := json.Marshal(r.Counts)
	if err != nil {
		return err
	}
	if err := o.store.PutErasure(ctx, storage.Erasure{Kind: storage.PersonErased, Ref: in.ID, Reason: in.Reason, Counts: counts, Report: r.SHA256}); err != nil {
		return err
	}
	for _, t := range r.Tombstones {
		counts := fmt.Sprintf(`{"tep":%d,"dong":%d,"giayTo":%d}`, t.Files, t.Rows, t.Papers)
		if err := o.store.PutErasure(ctx, storage.Erasure{Kind: storage.DossierErased, Ref: t.DossierID, Reason: in.Reason, Counts: json.RawMessage(counts), Report: r.SHA256}); err != nil {
			return err
		}
	}
	return nil
}

// copiesWith lists the copies of the data file that the program itself made and
// that still hold a person: those from before migrating and restoring, and backups,
// in the second place too. Where a file that was written for elsewhere went nobody
// knows; the report says so.
func (o *Office) copiesWith(ctx context.Context, id string) ([]string, error) {
	var other otherPlace
	if err := o.setting(ctx, otherSetting, &other); err != nil {
		return nil, err
	}
	patterns := []string{filepath.Join(o.dir, storeFile+".*"), filepath.Join(o.dir, "*.ankhai"), filepath.Join(o.dir, storage.ShelfDir, "*.db")}
	if other.Dir != "" {
		patterns = append(patterns, filepath.Join(other.Dir, other.Name, "*.db"))
	}
	var out []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(pattern)
		if err != nil {
			return nil, err
		}
		for _, path := range found {
			holds, err := o.store.Holds(ctx, path, id)
			if errors.Is(err, storage.ErrForeign) || errors.Is(err, storage.ErrNewer) || errors.Is(err, storage.ErrWrongKey) || errors.Is(err, storage.ErrBadBackup) {
				continue // not a copy of the data, or of another program
			}
			if err != nil {
				return nil, fmt.Errorf("look into copy: %w", err)
			}
			if holds {
				out = append(out, path)
			}
		}
	}
	return out, nil
}
