package storage

import (
	"encoding/json"
	"slices"
)

// stays lists the signed dossiers that carry the person, by the ledger or by a row
// of their forms.
func (w *eraser) stays() error {
	ledger, args := w.inLedger()
	cond, more := w.m.where("r.data")
	var found []struct {
		Stay
		signed int64
	}
	err := rows(w.ctx, w.tx, func(scan func(...any) error) error {
		var x struct {
			Stay
			signed int64
		}
		err := scan(&x.DossierID, &x.SoHoSo, (*string)(&x.State), &x.signed)
		found = append(found, x)
		return err
	}, `SELECT d.id, s.so_ho_so, s.state, s.signed_at FROM submissions s JOIN dossiers d ON d.seq = s.dossier
		WHERE d.mst = ? AND s.erased_at IS NULL AND (EXISTS (SELECT 1 FROM ledger l WHERE l.submission = s.seq AND `+ledger+`)
			OR EXISTS (SELECT 1 FROM docs o JOIN doc_rows r ON r.doc = o.id WHERE o.dossier = d.seq AND `+cond+`)) ORDER BY s.seq`,
		append(append([]any{w.m.mst}, args...), more...)...)
	if err != nil {
		return err
	}
	rule, err := retentionOf(w.ctx, w.tx, w.m.mst)
	for _, x := range found {
		x.SignedAt = when(x.signed)
		x.Until = rule.dossierTerm(x.SignedAt)
		w.out.Stays = append(w.out.Stays, x.Stay)
	}
	return err
}

// inLedger is the condition for a line of the ledger that is the person's.
func (w *eraser) inLedger() (cond string, args []any) {
	cond = "(0"
	for _, n := range w.m.numbers {
		cond += " OR ma_so_bhxh = ? OR so_cccd = ?"
		args = append(args, n, n)
	}
	return cond + ")", args
}

// drafts takes the person's rows out of dossiers that nobody has signed, and the
// history of the cells of every form that carried them, signed or not: a history
// is no evidence.
func (w *eraser) drafts() error {
	type row struct {
		doc, ord int64
		tab      string
		data     []byte
		dossier  string
		signed   bool
	}
	var found []row
	cond, args := w.m.where("r.data")
	err := rows(w.ctx, w.tx, func(scan func(...any) error) error {
		var r row
		err := scan(&r.doc, &r.tab, &r.ord, &r.data, &r.dossier, &r.signed)
		found = append(found, r)
		return err
	}, `SELECT r.doc, r.tab, r.ord, r.data, d.id, EXISTS (SELECT 1 FROM submissions s WHERE s.dossier = d.seq)
		FROM doc_rows r JOIN docs o ON o.id = r.doc JOIN dossiers d ON d.seq = o.dossier WHERE d.mst = ? AND `+cond,
		append([]any{w.m.mst}, args...)...)
	if err != nil {
		return err
	}
	docs := map[int64]bool{}
	for _, r := range found {
		docs[r.doc] = true
		if r.signed {
			continue
		}
		data, theirs, changed, err := w.m.scrub(r.data)
		switch {
		case err != nil:
			return err
		case theirs && r.tab != headTab:
			w.out.Counts.DraftRows++
			err = w.exec(`DELETE FROM doc_rows WHERE doc = ? AND tab = ? AND ord = ?`, r.doc, r.tab, r.ord)
		case theirs || changed:
			w.out.Counts.Texts++
			if theirs { // a head is no record of a person: its texts are mended, the row stays
				if data, err = w.m.mend(r.data); err != nil {
					return err
				}
			}
			err = w.exec(`UPDATE doc_rows SET data = ? WHERE doc = ? AND tab = ? AND ord = ?`, string(data), r.doc, r.tab, r.ord)
		default:
			continue
		}
		if err != nil {
			return err
		}
		if !slices.Contains(w.out.Drafts, r.dossier) {
			w.out.Drafts = append(w.out.Drafts, r.dossier)
			if err := w.exec(`UPDATE dossiers SET state = CASE state WHEN 'daKiem' THEN 'nhap' ELSE state END, updated_at = ? WHERE id = ?`,
				w.now, r.dossier); err != nil {
				return err
			}
		}
	}
	return w.edits(docs)
}

// edits drops the history of the cells of forms that carried the person.
func (w *eraser) edits(docs map[int64]bool) error {
	cond, args := w.m.where("e.what")
	if err := rows(w.ctx, w.tx, func(scan func(...any) error) error {
		var doc int64
		err := scan(&doc)
		docs[doc] = true
		return err
	}, `SELECT DISTINCT e.doc FROM edits e JOIN docs o ON o.id = e.doc JOIN dossiers d ON d.seq = o.dossier WHERE d.mst = ? AND `+cond,
		append([]any{w.m.mst}, args...)...); err != nil {
		return err
	}
	for doc := range docs {
		if err := w.count(&w.out.Counts.Edits, `SELECT count(*) FROM edits WHERE doc = ?`, doc); err != nil {
			return err
		}
		if err := w.exec(`DELETE FROM edits WHERE doc = ?`, doc); err != nil {
			return err
		}
	}
	return nil
}

// papers drops the papers that concern only the person: marked so, named after
// them, or of a draft that was about nobody else. Other papers of the same drafts
// are for a person to look at.
func (w *eraser) papers() error {
	type paper struct {
		Paper
		theirs bool
	}
	drafts, err := json.Marshal(w.out.Drafts)
	if err != nil {
		return err
	}
	var found []paper
	err = rows(w.ctx, w.tx, func(scan func(...any) error) error {
		var p paper
		var marked, alone, listed bool
		if err := scan(&p.AttachmentID, &p.Name, &p.DossierID, &marked, &alone, &listed); err != nil {
			return err
		}
		p.theirs = marked || alone || w.m.in(p.Name)
		if p.theirs || listed {
			found = append(found, p)
		}
		return nil
	}, `SELECT a.id, a.name, d.id, coalesce(k.person = ?1, 0),
			d.id IN (SELECT value FROM json_each(?2)) AND k.person IS NULL AND NOT EXISTS
				(SELECT 1 FROM docs o JOIN doc_rows r ON r.doc = o.id WHERE o.dossier = d.seq AND r.tab <> 'head'),
			d.id IN (SELECT value FROM json_each(?2)) AND k.person IS NULL
		FROM attachments a JOIN dossiers d ON d.seq = a.dossier LEFT JOIN attachment_marks k ON k.attachment = a.id
		WHERE d.mst = ?3 AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.dossier = d.seq) ORDER BY a.id`,
		w.m.seq, string(drafts), w.m.mst)
	if err != nil {
		return err
	}
	for _, p := range found {
		if !p.theirs {
			w.out.Unsettled = append(w.out.Unsettled, p.Paper)
			continue
		}
		w.out.Counts.Attachments++
		if err := w.exec(`DELETE FROM attachments WHERE id = ?`, p.AttachmentID); err != nil {
			return err
		}
	}
	return nil
}
