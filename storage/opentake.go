package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ankhai/storage/openpack"
)

// TakenDeed is how the journal calls taking an open export in.
const TakenDeed = "donVi.nhanMo"

// OpenFault is something wrong with an open export; OpenFaults are all that were found,
// and the error of one that cannot be taken in. Nothing was written then.
type (
	OpenFault  = openpack.Fault
	OpenFaults = openpack.Faults
)

// ErrNotOpen: neither a folder nor a ZIP that holds an open export.
var ErrNotOpen = openpack.ErrNot

// OpenTake says how an open export is taken in.
type OpenTake struct {
	OpenOptions
	// Replace takes in an employer that is here already as TakeEmployer does: what is
	// not signed is replaced, what is signed on either side is kept. Else it is refused.
	Replace bool
	// Check reads everything and writes nothing.
	Check bool
	// Before is called when all is well, just before it is written; its error stops it.
	// nil is nothing.
	Before func() error
}

// OpenTaken is what came of taking an open export in, or would.
type OpenTaken struct {
	Info   OpenInfo
	Merged Merged     // zero after a mere check
	Held   []string   // dossiers that waited to be sent: they are in doubt now, and a person decides
	Here   bool       // the employer was here before
	Notes  OpenFaults // what is not as it was written, but is not read back
}

// IsOpen reports whether an open export lies at path.
func IsOpen(path string) bool { return openpack.Is(path) }

// TakeOpen takes in an employer from an open export: a folder or a ZIP that WriteOpen
// wrote. Whoever made it is trusted with nothing: it is read into a data file of its
// own first, and only what is whole, known and consistent goes on, in one transaction.
// Else the error is OpenFaults, with every fault, in Vietnamese.
//
// What it says was sent stays sent, under its keys and in the ledger. What waited to be
// sent there may have been sent since: it is NghiVan here, and goes out only when a
// person has decided so. What was signed only is asked about before it is first sent.
func (s *Store) TakeOpen(ctx context.Context, path string, o OpenTake) (out OpenTaken, err error) {
	err = func() error {
		if s.w == nil {
			return ErrReadOnly
		}
		r, err := openpack.Open(path)
		if err != nil {
			return err
		}
		defer r.Close()
		if err := s.room(r.Size()); err != nil {
			return err
		}
		s.taking.Lock()
		defer s.taking.Unlock()
		dir, err := s.stageDir()
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		opt := s.opt
		opt.ReadOnly = false
		stage, err := Open(ctx, filepath.Join(dir, "mo.db"), opt)
		if err != nil {
			return err
		}
		defer stage.Close()
		t := &taking{r: r, stage: stage, opt: o, mst: r.Contents.MST}
		if err := t.read(ctx); err != nil {
			return err
		}
		if err := s.hold(ctx, t); err != nil {
			return err
		}
		notes, wrong := t.all().Split()
		out.Info, out.Notes, out.Here, out.Held = openInfo(r.Contents, t.name), notes, t.here, t.waiting
		if len(wrong) > 0 {
			return wrong
		}
		if o.Check {
			return nil
		}
		if o.Before != nil {
			if err := o.Before(); err != nil {
				return err
			}
		}
		out.Merged, err = s.TakeEmployer(ctx, stage, t.mst, TakeOptions{Roster: o.Roster, open: &openTaken{t, &out}})
		return err
	}()
	if err != nil {
		return out, fmt.Errorf("take in open export: %w", outcome(err))
	}
	return out, nil
}

// stageFiles is how the folder is called in which an open export is looked at.
const stageFiles = ".ankhai-mo-*.tmp"

// stageDir makes one, and takes away what a program that was killed left of another.
func (s *Store) stageDir() (string, error) {
	at := filepath.Dir(s.path)
	left, err := os.ReadDir(at)
	for _, e := range left {
		if ok, _ := filepath.Match(stageFiles, e.Name()); ok {
			err = errors.Join(err, os.RemoveAll(filepath.Join(at, e.Name())))
		}
	}
	if err != nil {
		return "", err
	}
	return os.MkdirTemp(at, stageFiles)
}

// room fails with ErrDiskFull where the disk cannot hold what is to be read twice over:
// once to look at it, and once in the data.
func (s *Store) room(size int64) error {
	free, err := FreeBytes(filepath.Dir(s.path))
	if err == nil && free/3 < size {
		return fmt.Errorf("%w: %d bytes are free, %d are to be taken in", ErrDiskFull, free, size)
	}
	return nil // a disk that does not tell is found out by writing
}

// hold holds what was read against what is here.
func (s *Store) hold(ctx context.Context, t *taking) error {
	keys := map[string]string{} // of submissions, with their names
	if err := t.stage.read(ctx, "read keys", func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var key, id string
			err := scan(&key, &id)
			keys[key] = id
			return err
		}, `SELECT key, id FROM submissions`)
	}); err != nil {
		return err
	}
	return s.read(ctx, "look for employer", func(tx *sql.Tx) error {
		if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM employers WHERE mst = ?)`, t.mst).Scan(&t.here); err != nil {
			return err
		}
		if t.here && !t.opt.Replace {
			t.fault("", 0, "đơn vị "+t.mst+" đã có ở đây nên không nhận đè. Nhận vào thư mục dữ liệu khác; hoặc chọn thay phần chưa ký bằng bản này (--replace), phần đã ký ở cả hai bên được giữ")
		}
		return rows(ctx, tx, func(scan func(...any) error) error {
			var key, mst string
			if err := scan(&key, &mst); err != nil {
				return err
			}
			if id := keys[key]; id != "" && mst != t.mst {
				t.fault(openpack.DataDir+"/"+outer("submissions")+".json", 0, "mã gửi của "+id+" là của một hồ sơ thuộc đơn vị khác ở đây. Bản xuất đã bị sửa; lấy lại từ bản gốc")
			}
			return nil
		}, `SELECT s.key, d.mst FROM submissions s JOIN dossiers d ON d.seq = s.dossier`)
	})
}

// openTaken is what TakeEmployer does beside where it takes in an open export.
type openTaken struct {
	t   *taking
	out *OpenTaken
}

// begin makes sure that the employer has not come in meanwhile.
func (o *openTaken) begin(ctx context.Context, dst *sql.Tx) error {
	here := false
	err := dst.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM employers WHERE mst = ?)`, o.t.mst).Scan(&here)
	if err == nil && here && !o.t.opt.Replace {
		err = ErrMoved
	}
	return err
}

// finish does the rest, before the transaction ends. It may be done again.
func (o *openTaken) finish(ctx context.Context, g *merge) error {
	o.out.Held = g.out.Held
	if err := bringCarried(ctx, g.src, g.dst, g.mst); err != nil {
		return err
	}
	if err := bringCommon(ctx, g.dst, o.t.common); err != nil {
		return err
	}
	return g.store.recordDeed(ctx, g.dst, Deed{What: TakenDeed, Ref: EmployerRef(g.mst), People: g.out.People})
}

// bringCarried brings what only data before a restore knew of sending, line by line as
// it stands there. What is here of it is not brought again.
func bringCarried(ctx context.Context, src, dst *sql.Tx, mst string) error {
	for _, t := range openSent {
		if t.table != "ledger_carried" && t.table != "sent_carried" {
			continue
		}
		columns := []string{"mst"}
		for _, c := range t.columns {
			columns = append(columns, c.column)
		}
		numbered := "?" + strings.Repeat(", ?", len(columns)-1)
		q := "INSERT INTO " + t.table + " (" + strings.Join(columns, ", ") + ") VALUES (" + numbered + ")"
		if t.table == "sent_carried" {
			q += ` ON CONFLICT (key) DO UPDATE SET so_ho_so = iif(so_ho_so = '', excluded.so_ho_so, so_ho_so),
				sha256 = iif(sha256 = '', excluded.sha256, sha256), receipt = coalesce(receipt, excluded.receipt)`
		} else {
			var before int64
			if err := dst.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM ledger_carried`).Scan(&before); err != nil {
				return err
			}
			q = fmt.Sprintf(`INSERT INTO ledger_carried (%s) SELECT %s WHERE NOT EXISTS (SELECT 1 FROM ledger_carried
				WHERE seq <= %d AND key = ?2 AND mst = ?1 AND ma_so_bhxh = ?6 AND so_cccd = ?7 AND month = ?8 AND phuong_an = ?9)`,
				strings.Join(columns, ", "), "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11", before)
		}
		put, err := dst.PrepareContext(ctx, q)
		if err != nil {
			return err
		}
		err = table{name: t.table, columns: columns}.stream(ctx, src, func(_, row []any) error {
			for i := range row {
				if b, ok := row[i].([]byte); ok {
					row[i] = blob(b)
				}
			}
			_, err := put.ExecContext(ctx, row...)
			return err
		}, "SELECT "+strings.Join(columns, ", ")+" FROM "+t.table+" WHERE mst = ? ORDER BY "+map[string]string{"ledger_carried": "seq", "sent_carried": "key"}[t.table], mst)
		if err = errors.Join(err, put.Close()); err != nil {
			return err
		}
	}
	return nil
}

// all are the faults of the files and of what is in them, by place.
func (t *taking) all() OpenFaults {
	all := slices.Concat(t.r.Faults, t.faults)
	slices.SortStableFunc(all, func(a, b OpenFault) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return a.Row - b.Row
	})
	return all
}
