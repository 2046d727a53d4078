package storage

// carried empties the person's numbers in what a restored backup carried over of
// the ledger, where the term of that dossier is over; the rest stays, and is named.
func (w *eraser) carried() error {
	rule, err := retentionOf(w.ctx, w.tx, w.m.mst)
	if err != nil {
		return err
	}
	type line struct {
		Stay
		seq, sent int64
	}
	var found []line
	cond, args := w.inLedger()
	err = rows(w.ctx, w.tx, func(scan func(...any) error) error {
		var l line
		err := scan(&l.seq, &l.DossierID, (*string)(&l.State), &l.sent)
		found = append(found, l)
		return err
	}, `SELECT seq, dossier, state, coalesce(sent_at, 0) FROM ledger_carried l WHERE mst = ? AND `+cond+` ORDER BY seq`,
		append([]any{w.m.mst}, args...)...)
	if err != nil {
		return err
	}
	for _, l := range found {
		if l.sent != 0 {
			l.SignedAt = when(l.sent)
			l.Until = rule.dossierTerm(l.SignedAt)
		}
		if l.Until.IsZero() || l.Until.UnixMilli() > w.now {
			w.out.Stays = append(w.out.Stays, l.Stay)
			continue
		}
		w.out.Counts.Texts++
		if err := w.exec(`UPDATE ledger_carried SET ma_so_bhxh = '', so_cccd = '', erased_at = ? WHERE seq = ?`, w.now, l.seq); err != nil {
			return err
		}
	}
	return nil
}
