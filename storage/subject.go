package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Subject is everything that is held of one person.
type Subject struct {
	MaSoThue    string
	Household   Household // zero: none was declared
	History     []Held    // as they stood from each month on, earliest first; the identity is the current one
	Corrections []Correction
	Payrolls    []PayrollLine
	Rows        []FormRow
	Dossiers    []SubjectDossier
	Ledger      []LedgerHit
	Benefits    []Benefit
	Career      Career
	Decisions   []Decision // about lines of theirs, and whether a line is theirs
	Joined      []Joined
	Notes       []Memory // records of theirs in notes (PutMapping), each under its note's key
}

// Held is a person from a month on, with where that came from.
type Held struct {
	Who    facts.NguoiLaoDong
	Source string
	At     time.Time
}

// PayrollLine is a person's line of a month's payroll.
type PayrollLine struct {
	Month law.Month
	File  string
	Row   facts.DongLuong
}

// FormRow is a row of a dossier's form that mentions the person: JSON by tag.
type FormRow struct {
	DossierID string
	Form      string
	Table     string // "" the rows, "head", or a sub-table's tag
	Data      json.RawMessage
}

// SubjectDossier is a dossier that mentions the person.
type SubjectDossier struct {
	Dossier
	SoHoSo   string
	SignedAt time.Time // zero: not signed
	Papers   []string
	Received []Received // what came back about it, without bytes
}

// FindPerson finds a person of an employer by the store's own number, by số CCCD or
// by mã số BHXH. ErrNotFound if there is none.
func (s *Store) FindPerson(ctx context.Context, mst, number string) (id string, err error) {
	err = s.read(ctx, "find person", func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `SELECT id FROM people WHERE mst = ?1 AND ?2 <> '' AND (id = ?2 OR so_cccd = ?2 OR ma_so_bhxh = ?2)
			ORDER BY id <> ?2, seq LIMIT 1`, mst, number).Scan(&id)
	})
	return id, err
}

// Subject gathers everything that is held of a person. ErrNotFound if there is none.
func (s *Store) Subject(ctx context.Context, id string) (out Subject, err error) {
	err = s.read(ctx, "gather what is held of "+id, func(tx *sql.Tx) error {
		m, err := mentionOf(ctx, tx, id)
		if err != nil {
			return err
		}
		g := gatherer{ctx: ctx, tx: tx, m: m}
		out, err = g.all()
		return err
	})
	return out, err
}

type gatherer struct {
	ctx context.Context
	tx  *sql.Tx
	m   *mention
}

func (g *gatherer) all() (out Subject, err error) {
	out.MaSoThue = g.m.mst
	if out.Household, err = householdOf(g.ctx, g.tx, g.m.id); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return out, err
	}
	if out.History, err = heldLines(g.ctx, g.tx, g.m.id); err != nil {
		return out, err
	}
	if out.Corrections, err = corrections(g.ctx, g.tx, g.m.id); err != nil {
		return out, err
	}
	if out.Payrolls, err = g.payrolls(); err != nil {
		return out, err
	}
	if out.Rows, err = g.rows(); err != nil {
		return out, err
	}
	if out.Ledger, err = g.ledger(); err != nil {
		return out, err
	}
	if out.Benefits, err = benefitsOf(g.ctx, g.tx, g.m.id); err != nil {
		return out, err
	}
	if out.Career, err = careerOf(g.ctx, g.tx, g.m.id); err != nil {
		return out, err
	}
	if out.Decisions, err = theirDecisions(g.ctx, g.tx, g.m); err != nil {
		return out, err
	}
	if out.Joined, err = joinedOf(g.ctx, g.tx, `p.id = ?`, g.m.id); err != nil {
		return out, err
	}
	if out.Notes, err = g.notes(); err != nil {
		return out, err
	}
	out.Dossiers, err = g.dossiers(out.Rows, out.Ledger)
	return out, err
}

// heldLines are the lines of a person's history with their sources, earliest first.
func heldLines(ctx context.Context, tx *sql.Tx, id string) ([]Held, error) {
	return heldWhere(ctx, tx, `p.id = ? ORDER BY h.tu_thang`, id)
}

// heldWhere reads histories; cond orders them without ties.
func heldWhere(ctx context.Context, tx *sql.Tx, cond string, arg any) (out []Held, err error) {
	all, err := people(ctx, tx, nil, personSelect+`WHERE `+cond, arg)
	if err != nil {
		return nil, err
	}
	i := 0
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var at int64
		h := Held{Who: all[i]}
		err := scan(&h.Source, &at)
		h.At = when(at)
		out, i = append(out, h), i+1
		return err
	}, `SELECT h.nguon, h.ghi_luc FROM history h JOIN people p ON p.seq = h.person WHERE `+cond, arg)
	return out, err
}

// notes are the records that an erasure would take out of notes.
func (g *gatherer) notes() (out []Memory, err error) {
	cond, args := g.m.where("data")
	err = rows(g.ctx, g.tx, func(scan func(...any) error) error {
		var key string
		var data []byte
		if err := scan(&key, &data); err != nil {
			return err
		}
		found, err := g.m.records(data)
		for _, r := range found {
			out = append(out, Memory{key, r})
		}
		return err
	}, `SELECT key, data FROM mappings WHERE mst = ? AND `+cond+` ORDER BY key`, append([]any{g.m.mst}, args...)...)
	return out, err
}

func (g *gatherer) payrolls() (out []PayrollLine, err error) {
	cond, args := g.m.where("r.data")
	err = rows(g.ctx, g.tx, func(scan func(...any) error) error {
		var l PayrollLine
		var data []byte
		if err := scan(&l.Month, &l.File, &data); err != nil {
			return err
		}
		if _, theirs, _, err := g.m.scrub(data); err != nil || !theirs {
			return err
		}
		err := json.Unmarshal(data, &l.Row)
		out = append(out, l)
		return err
	}, `SELECT r.month, p.ten_tep, r.data FROM payroll_rows r JOIN payrolls p ON p.mst = r.mst AND p.month = r.month
		WHERE r.mst = ? AND `+cond+` ORDER BY r.month, r.n`, append([]any{g.m.mst}, args...)...)
	return out, err
}

func (g *gatherer) rows() (out []FormRow, err error) {
	cond, args := g.m.where("r.data")
	err = rows(g.ctx, g.tx, func(scan func(...any) error) error {
		var f FormRow
		var data []byte
		if err := scan(&f.DossierID, &f.Form, &f.Table, &data); err != nil {
			return err
		}
		_, theirs, named, err := g.m.scrub(data)
		if theirs || named {
			f.Data = data
			out = append(out, f)
		}
		return err
	}, `SELECT d.id, o.form, r.tab, r.data FROM doc_rows r JOIN docs o ON o.id = r.doc JOIN dossiers d ON d.seq = o.dossier
		WHERE d.mst = ? AND `+cond+` ORDER BY d.seq, o.id, r.tab, r.ord`, append([]any{g.m.mst}, args...)...)
	return out, err
}

func (g *gatherer) ledger() (out []LedgerHit, err error) {
	cond, args := (&eraser{m: g.m}).inLedger()
	err = rows(g.ctx, g.tx, func(scan func(...any) error) error {
		_, hit, err := scanHit(scan)
		out = append(out, hit)
		return err
	}, ledgerSelect+`WHERE mst = ? AND `+cond+` ORDER BY carried, seq`, append([]any{g.m.mst}, args...)...)
	return out, err
}

func (g *gatherer) dossiers(mentioned []FormRow, sent []LedgerHit) (out []SubjectDossier, err error) {
	seen := map[string]bool{}
	for _, r := range mentioned {
		seen[r.DossierID] = true
	}
	for _, l := range sent {
		seen[l.DossierID] = true
	}
	all := []Dossier{}
	if err := rows(g.ctx, g.tx, func(scan func(...any) error) error {
		d, err := scanDossier(scan)
		if seen[d.ID] {
			all = append(all, d)
		}
		return err
	}, dossierSelect+`WHERE mst = ? ORDER BY seq`, g.m.mst); err != nil {
		return nil, err
	}
	for _, d := range all {
		x := SubjectDossier{Dossier: d}
		if err := rows(g.ctx, g.tx, func(scan func(...any) error) error {
			var at int64
			err := scan(&x.SoHoSo, &at)
			x.SignedAt = when(at)
			return err
		}, `SELECT s.so_ho_so, s.signed_at FROM submissions s JOIN dossiers d ON d.seq = s.dossier WHERE d.id = ?`, d.ID); err != nil {
			return nil, err
		}
		if err := rows(g.ctx, g.tx, func(scan func(...any) error) error {
			var name string
			err := scan(&name)
			x.Papers = append(x.Papers, name)
			return err
		}, `SELECT a.name FROM attachments a JOIN dossiers d ON d.seq = a.dossier WHERE d.id = ? ORDER BY a.id`, d.ID); err != nil {
			return nil, err
		}
		var err error
		if x.Received, err = receivedOf(g.ctx, g.tx, d.ID); err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, nil
}
