package storage

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"ankhai/storage/sealed"
)

// ErrOut: the dossier is out to be signed elsewhere.
var ErrOut = errors.New("dossier is out to be signed")

// Handover is a draft that was handed out to be signed elsewhere.
type Handover struct {
	Ma        string // of the file: 32 hexadecimal digits, one for all dossiers in it
	DossierID string
	SHA256    string // of its contents when it went
	For       string // for whom, as the person wrote it
	At        time.Time
	EndedAt   time.Time // zero: it is out
	Signed    bool      // it came back signed; else it was called back
}

// HandOut marks checked drafts as handed out in the file ma: all of them or none.
// ErrOut if one is out already, ErrMoved if one is not what its sum says or not
// checked.
func (s *Store) HandOut(ctx context.Context, ma, to string, sums map[string]string) error {
	return s.write(ctx, "hand out", func(tx *sql.Tx) error {
		for _, id := range sortedKeys(sums) {
			seq, err := s.draft(ctx, tx, id)
			if err != nil {
				return err
			}
			sum, err := contents(ctx, tx, seq)
			if err != nil {
				return err
			}
			var state string
			if err := tx.QueryRowContext(ctx, `SELECT state FROM dossiers WHERE seq = ?`, seq).Scan(&state); err != nil {
				return err
			}
			if sum != sums[id] || State(state) != DaKiem {
				return fmt.Errorf("%w: %s was edited meanwhile", ErrMoved, id)
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO handovers (ma, dossier, sha256, cho, at) VALUES (?, ?, ?, ?, ?)`, ma, seq, sum, to, s.now()); err != nil {
				return err
			}
			if err := s.recordDeed(ctx, tx, Deed{What: "hoSo.giaoKy", Ref: id + " " + ma}); err != nil {
				return err
			}
		}
		return nil
	})
}

// Recall calls a dossier back: it may be edited again, and what is signed elsewhere is
// not taken in any more. ErrNotFound if it is not out.
func (s *Store) Recall(ctx context.Context, id string) error {
	return s.write(ctx, "recall "+id, func(tx *sql.Tx) error { return s.endHandover(ctx, tx, id, "", "goiLai") })
}

// endHandover ends the open hand-over of a dossier, of any file where ma is "".
func (s *Store) endHandover(ctx context.Context, tx *sql.Tx, id, ma, how string) error {
	var seq int64
	if err := tx.QueryRowContext(ctx, `UPDATE handovers SET ended_at = ?, ket_thuc = ? WHERE ended_at IS NULL AND (? = '' OR ma = ?3)
		AND dossier = (SELECT seq FROM dossiers WHERE id = ?) RETURNING seq`, s.now(), how, ma, id).Scan(&seq); err != nil {
		return err
	}
	return s.record(ctx, tx, "hoSo.giaoKy."+how, id)
}

// TakeBack ends a hand-over and freezes what came back signed, in one transaction, with
// the line that by adds to the trail; nil for none.
// ErrNotFound if the dossier is not out in the file ma: it was called back, or it is
// here already.
func (s *Store) TakeBack(ctx context.Context, ma, id string, sub Submission, by *SignOff) (Submission, error) {
	err := s.write(ctx, "take back "+id, func(tx *sql.Tx) error {
		if err := s.endHandover(ctx, tx, id, ma, "daKy"); err != nil {
			return err
		}
		if by != nil {
			if _, err := s.signOff(ctx, tx, *by, ""); err != nil {
				return err
			}
		}
		return s.freeze(ctx, tx, id, &sub)
	})
	if err != nil {
		return Submission{}, err
	}
	return sub, nil
}

// HandoverOf is the last hand-over of a dossier, ErrNotFound if it never went out.
func (s *Store) HandoverOf(ctx context.Context, id string) (h Handover, err error) {
	err = s.read(ctx, "read hand-over of "+id, func(tx *sql.Tx) error {
		h, err = scanHandover(tx.QueryRowContext(ctx, handoverSelect+`WHERE d.id = ? ORDER BY h.seq DESC LIMIT 1`, id).Scan)
		return err
	})
	return h, err
}

// Handovers lists what an employer has out, oldest first; all of them with ended.
func (s *Store) Handovers(ctx context.Context, mst string, ended bool) (out []Handover, err error) {
	err = s.read(ctx, "list hand-overs", func(tx *sql.Tx) error {
		out = nil
		return rows(ctx, tx, func(scan func(...any) error) error {
			h, err := scanHandover(scan)
			out = append(out, h)
			return err
		}, handoverSelect+`WHERE d.mst = ? AND (? OR h.ended_at IS NULL) ORDER BY h.seq`, mst, ended)
	})
	return out, err
}

const handoverSelect = `SELECT h.ma, d.id, h.sha256, h.cho, h.at, coalesce(h.ended_at, 0), coalesce(h.ket_thuc = 'daKy', 0)
	FROM handovers h JOIN dossiers d ON d.seq = h.dossier `

func scanHandover(scan func(...any) error) (h Handover, err error) {
	var at, ended int64
	err = scan(&h.Ma, &h.DossierID, &h.SHA256, &h.For, &at, &ended, &h.Signed)
	h.At = when(at)
	if ended != 0 {
		h.EndedAt = when(ended)
	}
	return h, err
}

// out refuses to change a dossier that is out to be signed.
func out(ctx context.Context, tx querier, seq int64) error {
	n := 0
	err := tx.QueryRowContext(ctx, `SELECT count(*) FROM handovers WHERE dossier = ? AND ended_at IS NULL`, seq).Scan(&n)
	if err == nil && n > 0 {
		err = ErrOut
	}
	return err
}

// NewMa makes the name of a hand-over: 32 hexadecimal digits.
func NewMa() string { return sealed.NewID() }

// IsMa reports whether a word is such a name.
func IsMa(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == 16 && hex.EncodeToString(b) == s
}
