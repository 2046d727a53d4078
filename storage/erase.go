package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Erasing is what the erasure of a person takes away, or would take away.
type Erasing struct {
	ID        string
	MaSoThue  string
	Counts    ErasingCounts
	Drafts    []string // dossiers not signed, whose rows of theirs go
	Stays     []Stay   // signed dossiers that are evidence until their own term
	Unsettled []Paper  // papers of drafts that may concern them: a person must look
}

// ErasingCounts counts what goes, by kind. It holds no value.
type ErasingCounts struct {
	People      int `json:"nguoi"`
	History     int `json:"lichSu"`
	Corrections int `json:"suaDoi"`
	PayrollRows int `json:"dongBangLuong"`
	DraftRows   int `json:"dongHoSoNhap"`
	Edits       int `json:"lichSuO"`
	Memories    int `json:"ghiNho"`
	Attachments int `json:"giayTo"`
	Texts       int `json:"doanChu"`
	Benefits    int `json:"dotHuong"`
	Careers     int `json:"thoiGianDong"`
	Households  int `json:"hoGiaDinh"`
	Decisions   int `json:"quyetDinh"`
	Joined      int `json:"gopNguoi"`
}

// Stay is a signed dossier that carries a person and is kept as evidence.
type Stay struct {
	DossierID string
	SoHoSo    string
	State     State
	SignedAt  time.Time
	Until     time.Time // zero: no term was set for signed dossiers
}

// Paper is an attachment of a dossier.
type Paper struct {
	DossierID    string
	AttachmentID int64
	Name         string
}

// errRehearsed ends a write whose only use was to see what it would do.
var errRehearsed = errors.New("rehearsed")

// PlanErasure says what ErasePerson would do, and does nothing: it is the same
// work, taken back.
func (s *Store) PlanErasure(ctx context.Context, id string) (e Erasing, err error) {
	err = s.write(ctx, "plan erasure of "+id, func(tx *sql.Tx) error {
		w := eraser{ctx: ctx, tx: tx, now: s.now(), out: Erasing{ID: id}}
		if err := w.person(id); err != nil {
			return err
		}
		e = w.out
		return errRehearsed
	})
	if errors.Is(err, errRehearsed) {
		err = nil
	}
	return e, err
}

// ErasePerson takes a person out of the data: identity, history, corrections, lines
// of payrolls, rows of drafts with the history of their cells, what was remembered,
// and the papers that concern only them. Signed dossiers stay as they are, see
// Erasing.Stays. reason is a code. It does not touch copies of the file; Compact
// makes sure that nothing is left in its own free pages.
func (s *Store) ErasePerson(ctx context.Context, id, reason string) (e Erasing, err error) {
	err = s.erasing(ctx, "erase person "+id, func(tx *sql.Tx) error {
		w := eraser{ctx: ctx, tx: tx, now: s.now(), out: Erasing{ID: id}}
		if err := w.person(id); err != nil {
			return err
		}
		e = w.out
		return s.recordDeed(ctx, tx, Deed{What: "nguoi.xoa", Ref: id, People: e.Counts.People, Purpose: reason})
	})
	return e, err
}

// eraser walks over all tables for one person, in one transaction.
type eraser struct {
	ctx context.Context
	tx  *sql.Tx
	now int64
	m   *mention
	out Erasing
}

func (w *eraser) person(id string) (err error) {
	if w.m, err = mentionOf(w.ctx, w.tx, id); err != nil {
		return err
	}
	w.out.MaSoThue = w.m.mst
	for _, step := range []func() error{w.stays, w.carried, w.payrolls, w.drafts, w.papers, w.memories, w.texts, w.households, w.decisions, w.joined, w.self} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (w *eraser) exec(query string, args ...any) error {
	_, err := w.tx.ExecContext(w.ctx, query, args...)
	return err
}

func (w *eraser) count(into *int, query string, args ...any) error {
	n := 0
	err := w.tx.QueryRowContext(w.ctx, query, args...).Scan(&n)
	*into += n
	return err
}

// self takes the person's own records away, after everything that points at them.
func (w *eraser) self() error {
	w.out.Counts.People = 1
	for _, t := range []struct {
		n     *int
		table string
	}{{&w.out.Counts.History, "history"}, {&w.out.Counts.Corrections, "people_past"},
		{&w.out.Counts.Benefits, "benefits"}, {&w.out.Counts.Careers, "careers"}} {
		if err := w.count(t.n, `SELECT count(*) FROM `+t.table+` WHERE person = ?`, w.m.seq); err != nil {
			return err
		}
		if err := w.exec(`DELETE FROM `+t.table+` WHERE person = ?`, w.m.seq); err != nil {
			return err
		}
	}
	return w.exec(`DELETE FROM people WHERE seq = ?`, w.m.seq)
}

// payrolls takes the person's lines out of every month, and the problems that were
// found in the same lines of the workbook.
func (w *eraser) payrolls() error {
	type place struct{ sheet, row string }
	gone := map[string]map[place]bool{} // by month
	type change struct {
		month, n int64
		data     []byte
	}
	var found []change
	cond, args := w.m.where("data")
	err := rows(w.ctx, w.tx, func(scan func(...any) error) error {
		var c change
		if err := scan(&c.month, &c.n, &c.data); err != nil {
			return err
		}
		found = append(found, c)
		return nil
	}, `SELECT month, n, data FROM payroll_rows WHERE mst = ? AND `+cond, append([]any{w.m.mst}, args...)...)
	if err != nil {
		return err
	}
	for _, c := range found {
		data, theirs, changed, err := w.m.scrub(c.data)
		switch {
		case err != nil:
			return err
		case theirs:
			w.out.Counts.PayrollRows++
			var at struct {
				Noi struct{ Sheet, Cell string } `json:"noi"`
			}
			if err := json.Unmarshal(c.data, &at); err != nil {
				return err
			}
			month := fmt.Sprint(c.month)
			if gone[month] == nil {
				gone[month] = map[place]bool{}
			}
			gone[month][place{at.Noi.Sheet, rowOf(at.Noi.Cell)}] = true
			err = w.exec(`DELETE FROM payroll_rows WHERE mst = ? AND month = ? AND n = ?`, w.m.mst, c.month, c.n)
		case changed:
			w.out.Counts.Texts++
			err = w.exec(`UPDATE payroll_rows SET data = ? WHERE mst = ? AND month = ? AND n = ?`, string(data), w.m.mst, c.month, c.n)
		}
		if err != nil {
			return err
		}
	}
	return w.problems(func(month, sheet, cell string) bool { return gone[month][place{sheet, rowOf(cell)}] })
}

// rowOf is the row of a cell: "12" of "E12".
func rowOf(cell string) string {
	for i := range len(cell) {
		if cell[i] >= '0' && cell[i] <= '9' {
			return cell[i:]
		}
	}
	return ""
}

// problems drops the problems of workbooks that stand in lines of the person.
func (w *eraser) problems(theirs func(month, sheet, cell string) bool) error {
	type change struct {
		month int64
		data  string
	}
	var found []change
	err := rows(w.ctx, w.tx, func(scan func(...any) error) error {
		var c change
		err := scan(&c.month, &c.data)
		found = append(found, c)
		return err
	}, `SELECT month, problems FROM payrolls WHERE mst = ? AND problems NOT IN ('null', '[]')`, w.m.mst)
	if err != nil {
		return err
	}
	for _, c := range found {
		var list []json.RawMessage
		if err := json.Unmarshal([]byte(c.data), &list); err != nil {
			return err
		}
		kept := []json.RawMessage{}
		changed := false
		for _, p := range list {
			var at struct{ Sheet, Cell string }
			if err := json.Unmarshal(p, &at); err != nil {
				return err
			}
			if theirs(fmt.Sprint(c.month), at.Sheet, at.Cell) {
				changed = true
				continue
			}
			out, own, ch, err := w.m.scrub(p)
			if err != nil {
				return err
			}
			changed = changed || ch
			if !own {
				kept = append(kept, out)
			}
		}
		if !changed {
			continue
		}
		w.out.Counts.Texts++
		b, err := json.Marshal(kept)
		if err != nil {
			return err
		}
		if err := w.exec(`UPDATE payrolls SET problems = ? WHERE mst = ? AND month = ?`, string(b), w.m.mst, c.month); err != nil {
			return err
		}
	}
	return nil
}
