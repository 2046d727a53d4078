package storage

// memories takes the person out of what was remembered: settings and the mappings
// of workbooks.
func (w *eraser) memories() error {
	type memory struct {
		key  string
		data []byte
	}
	for _, t := range []struct{ column, list, put, drop string }{
		{"value", `SELECT key, value FROM settings WHERE `, `UPDATE settings SET value = ? WHERE key = ?`, `DELETE FROM settings WHERE key = ?`},
		{"data", `SELECT mst || ' ' || key, data FROM mappings WHERE `, `UPDATE mappings SET data = ? WHERE mst || ' ' || key = ?`,
			`DELETE FROM mappings WHERE mst || ' ' || key = ?`},
	} {
		cond, args := w.m.where(t.column)
		var found []memory
		err := rows(w.ctx, w.tx, func(scan func(...any) error) error {
			var x memory
			err := scan(&x.key, &x.data)
			found = append(found, x)
			return err
		}, t.list+cond, args...)
		if err != nil {
			return err
		}
		for _, x := range found {
			data, theirs, changed, err := w.m.scrub(x.data)
			switch {
			case err != nil:
				return err
			case theirs:
				err = w.exec(t.drop, x.key)
			case changed:
				err = w.exec(t.put, string(data), x.key)
			default:
				continue
			}
			if err != nil {
				return err
			}
			w.out.Counts.Memories++
		}
	}
	return nil
}

// texts mends the free texts of the user's own that name the person: notes on
// dossiers, reasons for putting a reminder aside, names of workbooks.
func (w *eraser) texts() error {
	type text struct {
		row  int64
		text string
	}
	for _, t := range []struct{ table, column, key string }{
		{"dossiers", "note", "seq"}, {"dismissals", "reason", "dossier"}, {"dossier_papers", "note", "dossier"}, {"payrolls", "ten_tep", "month"},
	} {
		var found []text
		cond, args := w.m.where(t.column)
		err := rows(w.ctx, w.tx, func(scan func(...any) error) error {
			var x text
			err := scan(&x.row, &x.text)
			found = append(found, x)
			return err
		}, `SELECT `+t.key+`, `+t.column+` FROM `+t.table+` WHERE `+cond, args...)
		if err != nil {
			return err
		}
		for _, x := range found {
			mended := w.m.text(x.text)
			if mended == x.text {
				continue
			}
			w.out.Counts.Texts++
			if err := w.exec(`UPDATE `+t.table+` SET `+t.column+` = ? WHERE `+t.key+` = ? AND `+t.column+` = ?`, mended, x.row, x.text); err != nil {
				return err
			}
		}
	}
	return nil
}
