package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"time"
)

// Damage is what an inspection of a data file found.
type Damage struct {
	Unreadable bool     // not even the list of tables can be read: nothing can be saved of it
	Tables     []Copied // with rows that cannot be read, by name; Rows counts those that can
	Chain      bool     // the chain of the journal or of the events is broken
	Guards     bool     // triggers or views are not ours
}

// Whole reports whether nothing was found.
func (d Damage) Whole() bool {
	return !d.Unreadable && len(d.Tables) == 0 && !d.Chain && !d.Guards
}

// Inspect reads a data file through, over broken pages, and says what cannot be
// read. It writes nothing.
func Inspect(ctx context.Context, path string, o Options) (out Damage, err error) {
	if path, err = filepath.Abs(path); err != nil {
		return out, err
	}
	d := o.door()
	db, v, err := d.openDamaged(ctx, path)
	if broken(err) || errors.Is(err, ErrForeign) {
		return Damage{Unreadable: true}, nil
	}
	if err != nil {
		return out, fmt.Errorf("inspect data file: %w", outcome(err))
	}
	defer db.Close()
	tables, err := shapesOf(ctx, db)
	if broken(err) {
		return Damage{Unreadable: true}, nil
	}
	if err != nil {
		return out, fmt.Errorf("inspect data file: %w", outcome(err))
	}
	for _, t := range tables {
		c := Copied{Table: t.name}
		c.Lost, err = t.walk(ctx, db, func(_, _ []any) error { c.Rows++; return nil })
		if err != nil {
			return out, fmt.Errorf("inspect %s: %w", t.name, outcome(err))
		}
		if len(c.Lost) > 0 {
			out.Tables = append(out.Tables, c)
		}
	}
	out.Guards = errors.Is(guarded(ctx, db, v), ErrDamaged)
	s := &Store{path: path, door: d, r: db}
	_, lines := s.VerifyJournal(ctx)
	_, events := s.VerifyEvents(ctx)
	for _, err := range []error{lines, events} {
		out.Chain = out.Chain || errors.Is(err, ErrJournal) || broken(err)
	}
	return out, nil
}

// Since is what a data file has that a backup of it has not, by its journal.
type Since struct {
	Backup time.Time // the last line of the backup's journal
	Last   time.Time // the last line that can be read of the data file; zero if none is later
	Lines  int       // later lines that can be read
	What   map[string]int
}

// SinceBackup compares the journals of a data file, damaged perhaps, and of a
// backup of it. Lines that cannot be read are not counted: it says at least so
// much.
func SinceBackup(ctx context.Context, path, backup string, o Options) (out Since, err error) {
	d := o.door()
	of, err := d.fit(backup)
	if err != nil {
		return out, fmt.Errorf("compare with backup: %w", outcome(err))
	}
	old, err := of.connect(backup, 1, "mode=ro", "immutable=1")
	if err != nil {
		return out, fmt.Errorf("compare with backup: %w", outcome(err))
	}
	defer old.Close()
	var seq, at sql.NullInt64
	if err := old.QueryRowContext(ctx, `SELECT max(seq), max(at) FROM journal`).Scan(&seq, &at); err != nil {
		return out, fmt.Errorf("compare with backup: %w", outcome(err))
	}
	if at.Valid {
		out.Backup = when(at.Int64)
	}
	out.What = map[string]int{}
	db, _, err := d.openDamaged(ctx, path)
	if err != nil {
		return out, ctx.Err() // nothing can be read, so nothing is known to be missing
	}
	defer db.Close()
	_, err = over(ctx, db, "journal", "seq", []string{"seq", "at", "what"}, func(row []any) error {
		if number(row[0]) > seq.Int64 {
			out.Lines++
			out.What[word(row[2])]++
			out.Last = when(number(row[1]))
		}
		return nil
	})
	if err != nil {
		return out, fmt.Errorf("compare with backup: %w", outcome(err))
	}
	return out, nil
}

// Replace puts a salvaged file in the place of the damaged one, which nobody may
// have open and which stays beside it, as it lies, under the name that it returns.
// A kill at any moment leaves the one or the other.
func Replace(salvaged, path string) (aside string, err error) {
	err = func() error {
		if path, err = filepath.Abs(path); err != nil {
			return err
		}
		if err := finishRestore(path); err != nil {
			return err
		}
		aside = path + damagedSuffix
		for n := 2; exists(aside); n++ {
			aside = fmt.Sprintf("%s%s-%d", path, damagedSuffix, n)
		}
		if err := asItLies(path, aside); err != nil {
			return err
		}
		return takePlace(salvaged, path)
	}()
	if err != nil {
		return "", fmt.Errorf("replace damaged file: %w", outcome(err))
	}
	return aside, nil
}

// damagedSuffix marks a data file that was salvaged.
const damagedSuffix = ".hong"
