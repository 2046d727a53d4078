package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"time"
)

// Step is what somebody says of a draft.
type Step string

// The steps. A draft that is edited afterwards is another one: what was said of it
// stays in the trail and counts no more.
const (
	Submitted Step = "trinh"  // it is ready for another person
	Examined  Step = "kiem"   // it was gone through
	Approved  Step = "duyet"  // it may be signed
	Refused   Step = "tuChoi" // it may not
)

// SignOff is one line of a dossier's trail. It never changes.
type SignOff struct {
	DossierID string
	Step      Step
	Name      string // of the person, as it was then
	Person    string // the person's id on this machine
	Proven    bool   // a passphrase proved who it was
	SHA256    string // of the contents then; given by the store
	Note      string
	Who       string    // the account of the machine; given by the store
	At        time.Time // given by the store
	Current   bool      // the contents are the same today; read, never kept
	Witnessed bool      // the journal of this data folder has the line; read, never kept
}

// SignOff keeps what somebody says of a draft with the hash of its contents, which must
// be sum: what they looked at. ErrMoved if it is another by now, ErrFrozen if it is no
// draft.
func (s *Store) SignOff(ctx context.Context, x SignOff, sum string) (SignOff, error) {
	err := s.write(ctx, "sign off "+x.DossierID, func(tx *sql.Tx) (err error) {
		x, err = s.signOff(ctx, tx, x, sum)
		return err
	})
	return x, err
}

// signOff keeps a line; sum "" takes the contents as they are.
func (s *Store) signOff(ctx context.Context, tx *sql.Tx, x SignOff, sum string) (SignOff, error) {
	seq, err := s.draft(ctx, tx, x.DossierID)
	if err != nil {
		return x, err
	}
	if x.SHA256, err = contents(ctx, tx, seq); err != nil {
		return x, err
	}
	if sum != "" && x.SHA256 != sum {
		return x, fmt.Errorf("%w: it was edited meanwhile", ErrMoved)
	}
	now := s.now()
	x.Who, x.At, x.Current, x.Witnessed = s.opt.Who, when(now), true, true
	if _, err := tx.ExecContext(ctx, `INSERT INTO sign_offs (dossier, buoc, ai, nguoi, xac_thuc, sha256, note, who, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		seq, string(x.Step), x.Name, x.Person, x.Proven, x.SHA256, x.Note, x.Who, now); err != nil {
		return x, err
	}
	return x, s.record(ctx, tx, "hoSo.kyDuyet", x.DossierID+" "+x.line())
}

// line is the hash of a sign-off, which the journal keeps.
func (x SignOff) line() string {
	return hex.EncodeToString(chain(nil, 0, x.At.UnixMilli(), x.DossierID, string(x.Step), x.Name, x.Person, strconv.FormatBool(x.Proven), x.SHA256, x.Note, x.Who))
}

// SignOffs is the trail of a dossier, oldest first.
func (s *Store) SignOffs(ctx context.Context, id string) (out []SignOff, err error) {
	err = s.read(ctx, "read trail of "+id, func(tx *sql.Tx) error {
		out = nil
		var seq int64
		if err := tx.QueryRowContext(ctx, `SELECT seq FROM dossiers WHERE id = ?`, id).Scan(&seq); err != nil {
			return err
		}
		sum, err := contents(ctx, tx, seq)
		if err != nil {
			return err
		}
		if err := rows(ctx, tx, func(scan func(...any) error) error {
			x := SignOff{DossierID: id}
			var at int64
			err := scan((*string)(&x.Step), &x.Name, &x.Person, &x.Proven, &x.SHA256, &x.Note, &x.Who, &at)
			x.At, x.Current = when(at), x.SHA256 == sum
			out = append(out, x)
			return err
		}, `SELECT buoc, ai, nguoi, xac_thuc, sha256, note, who, at FROM sign_offs WHERE dossier = ? ORDER BY seq`, seq); err != nil || len(out) == 0 {
			return err
		}
		said := map[string]bool{}
		if err := rows(ctx, tx, func(scan func(...any) error) error {
			var ref string
			err := scan(&ref)
			said[ref] = true
			return err
		}, `SELECT ref FROM journal WHERE what = 'hoSo.kyDuyet' AND ref LIKE ? || ' %'`, id); err != nil {
			return err
		}
		for i, x := range out {
			out[i].Witnessed = said[id+" "+x.line()]
		}
		return nil
	})
	return out, err
}

// Contents is the hash of what a dossier says: its forms cell by cell, and its papers.
func (s *Store) Contents(ctx context.Context, id string) (sum string, err error) {
	err = s.read(ctx, "read contents of "+id, func(tx *sql.Tx) error {
		var seq int64
		if err := tx.QueryRowContext(ctx, `SELECT seq FROM dossiers WHERE id = ?`, id).Scan(&seq); err != nil {
			return err
		}
		sum, err = contents(ctx, tx, seq)
		return err
	})
	return sum, err
}

func contents(ctx context.Context, tx *sql.Tx, seq int64) (string, error) {
	h := sha256.New()
	part := func(words ...string) {
		for _, w := range words {
			_, _ = io.WriteString(h, strconv.Itoa(len(w))+":"+w) // a hash never fails
		}
	}
	if err := rows(ctx, tx, func(scan func(...any) error) error {
		var formID, tab, data string
		var since int64
		err := scan(&formID, &since, &tab, &data)
		part(formID, strconv.FormatInt(since, 10), tab, data)
		return err
	}, `SELECT o.form, o.since, coalesce(r.tab, ''), coalesce(r.data, '') FROM docs o LEFT JOIN doc_rows r ON r.doc = o.id
		WHERE o.dossier = ? ORDER BY o.id, r.tab, r.ord`, seq); err != nil {
		return "", err
	}
	part("giay")
	if err := rows(ctx, tx, func(scan func(...any) error) error {
		var name, mime, sum string
		err := scan(&name, &mime, &sum)
		part(name, mime, sum)
		return err
	}, `SELECT name, mime, sha256 FROM attachments WHERE dossier = ? ORDER BY id`, seq); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
