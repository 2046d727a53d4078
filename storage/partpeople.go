package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// PartPeople takes a join back: both stand again as before, but for dân tộc, which stays
// where it is. What changed since stays with who was kept. ErrNotFound if there is no such join, ErrJoinedLate if the same
// person was joined with another later: that one comes first.
func (s *Store) PartPeople(ctx context.Context, mst string, id int64) (j Joined, err error) {
	err = s.write(ctx, "part people", func(tx *sql.Tx) error {
		all, err := joinedOf(ctx, tx, `p.mst = ? AND j.person = (SELECT person FROM people_merges WHERE seq = ?)`, mst, id)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(j Joined) bool { return j.ID == id })
		if at < 0 {
			return ErrNotFound
		}
		j = all[at]
		if at != len(all)-1 {
			return ErrJoinedLate
		}
		w := joiner{ctx: ctx, tx: tx, mst: mst, now: j.At.UnixMilli(), who: s.opt.Who}
		var data []byte
		if err := tx.QueryRowContext(ctx, `DELETE FROM people_merges WHERE seq = ? RETURNING person, data`, id).Scan(&w.keep, &data); err != nil {
			return err
		}
		if err := json.Unmarshal(data, &w.was); err != nil {
			return err
		}
		if j.Gone, err = w.part(); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "nguoiLaoDong.tach", Ref: j.Keep + " " + j.Gone, People: 2})
	})
	return j, err
}

// part makes the one who went anew; their number comes back, another one where theirs
// was given away meanwhile.
func (w *joiner) part() (gone string, err error) {
	if gone, err = w.comeBack(); err != nil {
		return "", err
	}
	for _, step := range []func() error{w.identityBack, w.historyBack, w.pastBack, w.benefitsBack, w.careerBack, w.houseBack, w.linksBack} {
		if err := step(); err != nil {
			return "", err
		}
	}
	return gone, nil
}

func (w *joiner) comeBack() (id string, err error) {
	id = w.was.Gone.ID
	var taken bool
	if err := w.tx.QueryRowContext(w.ctx, `SELECT EXISTS (SELECT 1 FROM people WHERE id = ?)`, id).Scan(&taken); err != nil {
		return "", err
	}
	if taken {
		n, err := next(w.ctx, w.tx, "nguoiLaoDong", 1)
		if err != nil {
			return "", err
		}
		id = fmt.Sprintf("NLD%06d", n)
	}
	row := slices.Clone(w.was.Gone.Identity)
	row[0] = id
	err = w.tx.QueryRowContext(w.ctx, `INSERT INTO people (mst, `+personColumns+`) VALUES (?`+strings.Repeat(", ?", len(row))+`) RETURNING seq`,
		append([]any{w.mst}, row...)...).Scan(&w.gone)
	return id, err
}

// identityBack gives who stays the identity of before, but for what was changed since.
func (w *joiner) identityBack() error {
	now, err := values(w.ctx, w.tx, personColumns, `SELECT `+personColumns+` FROM people WHERE seq = ?`, w.keep)
	if err != nil {
		return err
	}
	for i, column := range strings.Split(personColumns, ",") {
		if column = strings.TrimSpace(column); column == "id" || i == sensitiveColumn || !sameRow(now[0][i:i+1], w.was.Now[i:i+1]) {
			continue
		}
		if err := w.exec(`UPDATE people SET `+column+` = ? WHERE seq = ?`, w.was.Keep.Identity[i], w.keep); err != nil {
			return err
		}
	}
	return nil
}

// historyBack takes the months that came by the join away from who stays.
func (w *joiner) historyBack() error {
	now, err := values(w.ctx, w.tx, heldColumns, `SELECT `+heldColumns+` FROM history WHERE person = ?`, w.keep)
	if err != nil {
		return err
	}
	for _, row := range now {
		if hasRow(w.was.Gone.History, row) && !hasRow(w.was.Keep.History, row) {
			if err := w.exec(`DELETE FROM history WHERE person = ? AND tu_thang = ?`, w.keep, row[0]); err != nil {
				return err
			}
		}
	}
	return errors.Join(w.putAll("history", heldColumns, w.keep, w.was.Keep.History), w.putAll("history", heldColumns, w.gone, w.was.Gone.History))
}

func (w *joiner) putAll(table, columns string, seq int64, all [][]any) error {
	for _, row := range all {
		if err := putRow(w.ctx, w.tx, table, columns, seq, row); err != nil {
			return err
		}
	}
	return nil
}

// pastBack gives the corrections back, and takes away those that the join wrote.
func (w *joiner) pastBack() error {
	if err := w.exec(`DELETE FROM people_past WHERE person = ? AND at = ? AND nguon = ?`, w.keep, w.now, joinSource+w.was.Gone.ID); err != nil {
		return err
	}
	for _, row := range w.was.Gone.Past {
		if err := w.exec(`UPDATE people_past SET person = ? WHERE seq = (SELECT seq FROM people_past WHERE person = ? AND (`+pastColumns+`) = (?, ?, ?, ?) ORDER BY seq DESC LIMIT 1)`,
			append([]any{w.gone, w.keep}, row...)...); err != nil {
			return err
		}
	}
	return nil
}

// benefitsBack gives periods back as they stand now; those that both had are two again.
func (w *joiner) benefitsBack() error {
	const key = 6 // columns up to the child, of which one is the days and one the case
	same := func(row []any) []any { return []any{row[0], row[1], row[2], row[4]} }
	both := map[string]bool{}
	for _, k := range w.was.Keep.Benefits {
		both[fmt.Sprint(same(k)...)] = true
	}
	for _, row := range w.was.Gone.Benefits {
		if len(row) < key || both[fmt.Sprint(same(row)...)] {
			continue
		}
		if err := w.exec(`UPDATE benefits SET person = ? WHERE person = ? AND (che_do, tu_ngay, den_ngay, sinh_con) = (?, ?, ?, ?)`,
			append([]any{w.gone, w.keep}, same(row)...)...); err != nil {
			return err
		}
	}
	for _, row := range w.was.Keep.Benefits { // the one of who went may stand in the place of who stays
		if hasRow(w.was.Gone.Benefits, row) {
			continue
		}
		for _, theirs := range w.was.Gone.Benefits {
			if fmt.Sprint(same(row)...) != fmt.Sprint(same(theirs)...) {
				continue
			}
			if err := w.exec(`DELETE FROM benefits WHERE person = ? AND (`+benefitColumns+`) = (?`+strings.Repeat(", ?", len(theirs)-1)+`)`, append([]any{w.keep}, theirs...)...); err != nil {
				return err
			}
		}
	}
	return errors.Join(w.putAll("benefits", benefitColumns, w.keep, w.was.Keep.Benefits), w.putAll("benefits", benefitColumns, w.gone, w.was.Gone.Benefits))
}

func (w *joiner) careerBack() error {
	if len(w.was.Gone.Career) == 0 {
		return nil
	}
	if err := w.exec(`DELETE FROM careers WHERE person = ? AND at = ?`, w.keep, w.now); err != nil {
		return err
	}
	return errors.Join(w.putAll("careers", careerColumns, w.keep, w.was.Keep.Career), w.putAll("careers", careerColumns, w.gone, w.was.Gone.Career))
}

func (w *joiner) houseBack() error {
	for _, row := range w.was.Gone.House {
		if len(w.was.Keep.House) == 0 {
			if err := w.exec(`DELETE FROM households WHERE person = ? AND (`+houseColumns+`) = (?, ?, ?)`, append([]any{w.keep}, row...)...); err != nil {
				return err
			}
		}
	}
	return w.putAll("households", houseColumns, w.gone, w.was.Gone.House)
}

// linksBack points at who went again what pointed at them.
func (w *joiner) linksBack() error {
	for _, sum := range w.was.Papers {
		if err := w.exec(`UPDATE attachment_marks SET person = ? WHERE person = ? AND attachment IN (SELECT id FROM attachments WHERE sha256 = ?)`, w.gone, w.keep, sum); err != nil {
			return err
		}
	}
	for _, d := range w.was.Decisions {
		if err := w.exec(`UPDATE decision_people SET person = ? WHERE person = ? AND la = ? AND decision IN (SELECT seq FROM decisions WHERE mst = ? AND month = ? AND dong = ?)`,
			w.gone, w.keep, d[2], w.mst, d[0], d[1]); err != nil {
			return err
		}
	}
	for _, id := range w.was.Joined {
		if err := w.exec(`UPDATE people_merges SET person = ? WHERE person = ? AND gone = ?`, w.gone, w.keep, id); err != nil {
			return err
		}
	}
	for _, id := range w.was.Apart {
		if err := w.exec(`INSERT OR IGNORE INTO people_apart (a, b, who, at) SELECT min(?1, seq), max(?1, seq), ?3, ?4 FROM people WHERE id = ?2 AND seq <> ?1`, w.gone, id, w.who, w.now); err != nil {
			return err
		}
	}
	return nil
}
