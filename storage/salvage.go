package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// Salvaged is what could be saved of a damaged data file.
type Salvaged struct {
	Tables []Copied // by name, with what could not be read
	// Orphans counts, by table, the rows that were read but hang on one that was
	// not: they are not in the new file.
	Orphans map[string]int64
	// Unsigned are the submissions whose signed bytes are lost or not what was
	// signed. The ledger keeps what they declared, so that it is not sent twice.
	Unsigned []string
	Carried  int64 // lines of the ledger kept without their submission
	Chain    bool  // the journal's chain had a gap and was begun anew after it
}

// Lost reports whether anything at all is missing.
func (s Salvaged) Lost() bool {
	for _, t := range s.Tables {
		if len(t.Lost) > 0 {
			return true
		}
	}
	return len(s.Orphans) > 0 || len(s.Unsigned) > 0
}

// salvagedEntry is the journal's line where a broken chain begins anew.
const salvagedEntry = "duLieu.cuu"

// Salvage reads what can be read of the damaged data file at path into a new file
// at to, which must not be there. The damaged one is only read. The new one is
// whole in itself: no row points nowhere, signed bytes are what was signed, the
// journal's chain holds, and the ledger keeps every line that could be read.
//
// It fails with ErrDamaged if not even the list of tables can be read.
func Salvage(ctx context.Context, path, to string, o Options) (r Salvaged, err error) {
	if r, err = salvage(ctx, path, to, o); err != nil {
		return r, fmt.Errorf("salvage: %w", outcome(err))
	}
	return r, nil
}

func salvage(ctx context.Context, path, to string, o Options) (r Salvaged, err error) {
	if o.Now == nil {
		return r, errors.New("no clock given")
	}
	if path, err = filepath.Abs(path); err != nil {
		return r, err
	}
	if to, err = filepath.Abs(to); err != nil {
		return r, err
	}
	d := o.door()
	err = d.fresh(to, func(tmp string) error {
		from, v, err := d.openDamaged(ctx, path)
		if err != nil {
			return err
		}
		defer from.Close()
		dst, err := d.blank(ctx, tmp, v)
		if err != nil {
			return err
		}
		defer dst.Close()
		s := &Store{path: tmp, opt: o, door: d}
		r.Tables, err = copyTables(ctx, from, dst, true, func(ctx context.Context, tx *sql.Tx) error { return s.mend(ctx, tx, &r) })
		if err != nil {
			return err
		}
		return dst.Close()
	})
	return r, err
}

// openDamaged opens a file to read what can be read, with its write-ahead log if
// that can be used.
func (d door) openDamaged(ctx context.Context, path string) (db *sql.DB, v int, err error) {
	if d, err = d.fit(path); err != nil {
		return nil, 0, err
	}
	for _, how := range [][]string{{"mode=ro"}, {"mode=ro", "immutable=1"}} {
		if db, err = d.connect(path, 1, how...); err != nil {
			return nil, 0, err
		}
		if v, err = version(ctx, db); err == nil && v == 0 {
			err = fmt.Errorf("%w: it is empty", ErrForeign)
		}
		if err == nil {
			return db, v, nil
		}
		db.Close()
		if !broken(err) && !errors.Is(outcome(err), ErrReadOnly) {
			return nil, 0, err
		}
	}
	return nil, 0, err
}

// mend makes a salvaged file whole in itself.
func (s *Store) mend(ctx context.Context, tx *sql.Tx, r *Salvaged) error {
	if err := s.dropUnsigned(ctx, tx, r); err != nil {
		return err
	}
	if err := s.carryLonely(ctx, tx, r); err != nil {
		return err
	}
	if err := s.nameEmployers(ctx, tx); err != nil {
		return err
	}
	if err := dropOrphans(ctx, tx, r); err != nil {
		return err
	}
	if err := rechainEvents(ctx, tx); err != nil {
		return err
	}
	return s.rechain(ctx, tx, r)
}

// dropUnsigned takes out submissions whose bytes are not what was signed, and
// names those whose row is lost.
func (s *Store) dropUnsigned(ctx context.Context, tx *sql.Tx, r *Salvaged) error {
	query, _, err := signedRows(ctx, tx)
	if err != nil {
		return err
	}
	links, err := linksOf(ctx, tx)
	if err != nil {
		return err
	}
	var bad []int64
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var seq, files int64
		var id, sum string
		var envelope []byte
		if err := scan(&seq, &id, &files, &envelope, &sum); err != nil {
			return err
		}
		good := hash(envelope) == sum
		if good {
			var n int64
			if err := rows(ctx, tx, func(scan func(...any) error) error {
				var sum string
				var bytes []byte
				err := scan(&sum, &bytes)
				good = good && hash(bytes) == sum
				n++
				return err
			}, `SELECT sha256, bytes FROM submission_files WHERE submission = ?`, seq); err != nil {
				return err
			}
			good = good && n == files
		}
		if !good {
			bad, r.Unsigned = append(bad, seq), append(r.Unsigned, id)
		}
		return nil
	}, query)
	if err != nil {
		return err
	}
	for _, seq := range bad {
		// What is known of it stays with the ledger.
		if _, err := tx.ExecContext(ctx, `INSERT INTO ledger_carried
			(key, submission, dossier, state, mst, ma_so_bhxh, so_cccd, month, phuong_an, sent_at)
			SELECT s.key, s.id, coalesce(d.id, ''), s.state, l.mst, l.ma_so_bhxh, l.so_cccd, l.month, l.phuong_an, l.sent_at
			FROM ledger l JOIN submissions s ON s.seq = l.submission LEFT JOIN dossiers d ON d.seq = s.dossier
			WHERE s.seq = ? ORDER BY l.seq`, seq); err != nil {
			return err
		}
		n, err := deleted(ctx, tx, `DELETE FROM ledger WHERE submission = ?`, seq)
		if err != nil {
			return err
		}
		r.Carried += n
		for _, l := range links {
			if l.parent != "submissions" {
				continue
			}
			if _, err := tx.ExecContext(ctx, "DELETE FROM "+l.child+" WHERE "+l.from[0]+" = ?", seq); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM submissions WHERE seq = ?`, seq); err != nil {
			return err
		}
	}
	return nil
}

// carryLonely keeps the lines of the ledger whose submission is lost, in doubt
// unless they were proven: nobody can tell any more how far it had come.
func (s *Store) carryLonely(ctx context.Context, tx *sql.Tx, r *Salvaged) error {
	const lonely = ` FROM ledger l WHERE NOT EXISTS
		(SELECT 1 FROM submissions s JOIN dossiers d ON d.seq = s.dossier WHERE s.seq = l.submission)`
	if _, err := tx.ExecContext(ctx, `INSERT INTO ledger_carried
		(key, submission, dossier, state, mst, ma_so_bhxh, so_cccd, month, phuong_an, sent_at)
		SELECT 'mat ' || l.submission, 'mất', 'mất', CASE WHEN l.sent_at IS NULL THEN 'nghiVan' ELSE 'daGui' END,
			l.mst, l.ma_so_bhxh, l.so_cccd, l.month, l.phuong_an, l.sent_at`+lonely+` ORDER BY l.seq`); err != nil {
		return err
	}
	n, err := deleted(ctx, tx, `DELETE FROM ledger WHERE seq IN (SELECT l.seq`+lonely+`)`)
	r.Carried += n
	return err
}

// nameEmployers gives back the tax code of employers whose record is lost.
func (s *Store) nameEmployers(ctx context.Context, tx *sql.Tx) error {
	var names []string
	if err := rows(ctx, tx, func(scan func(...any) error) error {
		var mst string
		err := scan(&mst)
		names = append(names, mst)
		return err
	}, `SELECT mst FROM people UNION SELECT mst FROM dossiers UNION SELECT mst FROM payrolls EXCEPT SELECT mst FROM employers`); err != nil {
		return err
	}
	for _, mst := range names {
		data, err := json.Marshal(map[string]string{"maSoThue": mst})
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO employers (mst, data, updated_at) VALUES (?, ?, ?)`, mst, string(data), s.now()); err != nil {
			return err
		}
	}
	return nil
}

// reference is a foreign key: rows of child point at rows of parent.
type reference struct {
	child, parent string
	from, to      []string
	loose         bool // the child may point nowhere
}

// linksOf lists the foreign keys of a file.
func linksOf(ctx context.Context, q querier) (out []reference, err error) {
	found, err := q.QueryContext(ctx, `SELECT t.name, f.id, f."table", f."from", f."to", c."notnull" OR c.pk > 0
		FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f JOIN pragma_table_info(t.name) c ON c.name = f."from"
		WHERE t.schema = 'main' AND t.type = 'table' ORDER BY t.name, f.id, f.seq`)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	last := -1
	for found.Next() {
		var l reference
		var id int
		var from, to string
		var firm bool
		if err := found.Scan(&l.child, &id, &l.parent, &from, &to, &firm); err != nil {
			return nil, err
		}
		if n := len(out); n == 0 || out[n-1].child != l.child || last != id {
			l.loose = true
			out = append(out, l)
		}
		at := &out[len(out)-1]
		at.from, at.to, at.loose = append(at.from, from), append(at.to, to), at.loose && !firm
		last = id
	}
	return out, found.Err()
}

// hanging is the condition of rows of the child that point nowhere.
func (l reference) hanging() string {
	var is, join []string
	for i := range l.from {
		is = append(is, l.child+"."+l.from[i]+" IS NOT NULL")
		join = append(join, "p."+l.to[i]+" = "+l.child+"."+l.from[i])
	}
	return strings.Join(is, " AND ") + " AND NOT EXISTS (SELECT 1 FROM " + l.parent + " p WHERE " + strings.Join(join, " AND ") + ")"
}

// dropOrphans takes out rows that point nowhere until none is left; a reference that
// may be empty is emptied instead.
func dropOrphans(ctx context.Context, tx *sql.Tx, r *Salvaged) error {
	links, err := linksOf(ctx, tx)
	if err != nil {
		return err
	}
	r.Orphans = map[string]int64{}
	for again := true; again; {
		again = false
		for _, l := range links {
			q := "DELETE FROM " + l.child + " WHERE " + l.hanging()
			if l.loose {
				q = "UPDATE " + l.child + " SET " + strings.Join(l.from, " = NULL, ") + " = NULL WHERE " + l.hanging()
			}
			n, err := deleted(ctx, tx, q)
			if err != nil {
				return err
			}
			if n > 0 {
				again = true
				if !l.loose {
					r.Orphans[l.child] += n
				}
			}
		}
	}
	return nil
}

// rechain writes the journal's chain anew from the first line that does not
// follow the one before it, and says so in a line of its own.
func (s *Store) rechain(ctx context.Context, tx *sql.Tx, r *Salvaged) error {
	type entry struct {
		seq, at        int64
		who, what, ref string
	}
	var rest []entry
	var prev []byte
	lines := int64(0)
	if err := rows(ctx, tx, func(scan func(...any) error) error {
		var e entry
		var sum []byte
		if err := scan(&e.seq, &e.at, &e.who, &e.what, &e.ref, &sum); err != nil {
			return err
		}
		if len(rest) == 0 && e.seq == lines+1 && string(chain(prev, e.seq, e.at, e.who, e.what, e.ref)) == string(sum) {
			prev, lines = sum, e.seq
			return nil
		}
		rest = append(rest, e)
		return nil
	}, `SELECT seq, at, who, what, ref, hash FROM journal ORDER BY seq`); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM journal WHERE seq > ?`, lines); err != nil {
		return err
	}
	r.Chain = len(rest) > 0
	if err := s.record(ctx, tx, salvagedEntry, fmt.Sprintf("sau dòng %d nối lại %d dòng", lines, len(rest))); err != nil {
		return err
	}
	put := &Store{opt: s.opt}
	for _, e := range rest {
		put.opt.Now, put.opt.Who = func() time.Time { return when(e.at) }, e.who
		if err := put.record(ctx, tx, e.what, e.ref); err != nil {
			return err
		}
	}
	return nil
}

func deleted(ctx context.Context, tx *sql.Tx, query string, args ...any) (int64, error) {
	r, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}
