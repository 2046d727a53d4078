package storage

import (
	"context"
	"database/sql"
	"fmt"
)

// SetCase says of which public service and case a draft is. Papers that were
// answered stay: whoever checks asks which of them the case wants.
func (s *Store) SetCase(ctx context.Context, dossierID, service, truongHop string) error {
	return s.write(ctx, "case of "+dossierID, func(tx *sql.Tx) error {
		seq, err := s.edit(ctx, tx, dossierID)
		if err != nil {
			return err
		}
		if err := putCase(ctx, tx, seq, service, truongHop); err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.truongHop", dossierID+" "+service+" "+truongHop)
	})
}

func putCase(ctx context.Context, tx *sql.Tx, seq int64, service, truongHop string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO dossier_cases (dossier, service, truong_hop) VALUES (?, ?, ?)
		ON CONFLICT (dossier) DO UPDATE SET service = excluded.service, truong_hop = excluded.truong_hop`, seq, service, truongHop)
	return err
}

// SetPaper says which paper of the case an attachment of a draft is; "" takes it
// back. ErrNotFound if the dossier has no such attachment.
func (s *Store) SetPaper(ctx context.Context, dossierID string, attachment int64, paper string) error {
	return s.write(ctx, "paper of "+dossierID, func(tx *sql.Tx) error {
		seq, err := s.edit(ctx, tx, dossierID)
		if err != nil {
			return err
		}
		var id int64
		if err := tx.QueryRowContext(ctx, `SELECT id FROM attachments WHERE dossier = ? AND id = ?`, seq, attachment).Scan(&id); err != nil {
			return err
		}
		if paper == "" {
			_, err = tx.ExecContext(ctx, `DELETE FROM attachment_papers WHERE attachment = ?`, id)
		} else {
			_, err = tx.ExecContext(ctx, `INSERT INTO attachment_papers (attachment, paper) VALUES (?, ?)
				ON CONFLICT (attachment) DO UPDATE SET paper = excluded.paper`, id, paper)
		}
		if err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.giayTo", fmt.Sprintf("%s %d %s", dossierID, attachment, paper))
	})
}

// How a paper is answered without a file.
const (
	PaperKept     = "luu"      // kept by the employer; the note says number and day
	PaperUnneeded = "khongCan" // not needed; the note says why
)

// PaperAnswer answers a paper of the case without a file.
type PaperAnswer struct {
	Paper  string // its id in forms/services
	Answer string // PaperKept or PaperUnneeded
	Note   string
}

// AnswerPaper answers a paper of a draft without a file; an empty Answer takes it
// back.
func (s *Store) AnswerPaper(ctx context.Context, dossierID string, a PaperAnswer) error {
	return s.write(ctx, "paper of "+dossierID, func(tx *sql.Tx) error {
		seq, err := s.edit(ctx, tx, dossierID)
		if err != nil {
			return err
		}
		if a.Answer == "" {
			_, err = tx.ExecContext(ctx, `DELETE FROM dossier_papers WHERE dossier = ? AND paper = ?`, seq, a.Paper)
		} else {
			_, err = tx.ExecContext(ctx, `INSERT INTO dossier_papers (dossier, paper, answer, note, at) VALUES (?, ?, ?, ?, ?)
				ON CONFLICT (dossier, paper) DO UPDATE SET answer = excluded.answer, note = excluded.note, at = excluded.at`,
				seq, a.Paper, a.Answer, a.Note, s.now())
		}
		if err != nil {
			return err
		}
		return s.record(ctx, tx, "hoSo.giayTo", dossierID+" "+a.Paper+" "+a.Answer)
	})
}

// PaperAnswers lists what was answered without a file.
func (s *Store) PaperAnswers(ctx context.Context, dossierID string) (out []PaperAnswer, err error) {
	err = s.read(ctx, "papers of "+dossierID, func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var a PaperAnswer
			err := scan(&a.Paper, &a.Answer, &a.Note)
			out = append(out, a)
			return err
		}, `SELECT paper, answer, note FROM dossier_papers
			WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?) ORDER BY paper`, dossierID)
	})
	return out, err
}
