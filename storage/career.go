package storage

import (
	"context"
	"database/sql"
	"errors"
)

// Career is what of a person's working life the roster cannot know. Nil means that
// nobody has said.
type Career struct {
	MonthsBefore *int64 // months of compulsory contributions before the roster's first month
	Heavy        *bool  // heavy, toxic or dangerous work, or an area of special hardship (Điều 43 khoản 1 điểm b)
}

// Career returns what was said of a person, the zero Career if nothing was.
func (s *Store) Career(ctx context.Context, person string) (c Career, err error) {
	err = s.read(ctx, "read career of "+person, func(tx *sql.Tx) error {
		c, err = careerOf(ctx, tx, person)
		return err
	})
	return c, err
}

func careerOf(ctx context.Context, tx *sql.Tx, person string) (c Career, err error) {
	err = tx.QueryRowContext(ctx, `SELECT thang_dong, nang_nhoc FROM careers WHERE person = (SELECT seq FROM people WHERE id = ?)`, person).
		Scan(&c.MonthsBefore, &c.Heavy)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return c, err
}

// PutCareer keeps what is said of a person; what is nil is no longer known.
// ErrNotFound if there is no such person.
func (s *Store) PutCareer(ctx context.Context, person string, c Career) error {
	return s.write(ctx, "put career of "+person, func(tx *sql.Tx) error {
		var seq int64
		if err := tx.QueryRowContext(ctx, `INSERT INTO careers (person, thang_dong, nang_nhoc, at) SELECT seq, ?, ?, ? FROM people WHERE id = ?
			ON CONFLICT (person) DO UPDATE SET thang_dong = excluded.thang_dong, nang_nhoc = excluded.nang_nhoc, at = excluded.at RETURNING person`,
			c.MonthsBefore, c.Heavy, s.now(), person).Scan(&seq); err != nil {
			return err
		}
		return s.recordDeed(ctx, tx, Deed{What: "cheDo.ghiThoiGian", Ref: person, People: 1})
	})
}
