package storage

import (
	"context"
	"database/sql"
	"encoding/json"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// BoardLine is what the data file knows of one employer's month without reckoning.
type BoardLine struct {
	Employer  facts.DonVi
	States    map[State]int
	Faulty    int // drafts whose last check found a fault that blocks
	Unchecked int // drafts that nobody has checked as they stand
	Out       int // drafts that are out to be signed
	Payroll   bool
	Statement bool      // the agency's statement of the month is here
	C12       *C12Check // nil: it was not held against our figures since it came
}

// Board reads the month of every employer, by tax code, in a handful of queries
// whatever their number.
func (s *Store) Board(ctx context.Context, m law.Month) (out []BoardLine, err error) {
	at := map[string]int{}
	line := func(mst string) *BoardLine {
		if i, ok := at[mst]; ok {
			return &out[i]
		}
		return new(BoardLine) // of nobody
	}
	err = s.read(ctx, "read board", func(tx *sql.Tx) error {
		out = nil
		for _, q := range []struct {
			query string
			each  func(scan func(...any) error) error
		}{
			{`SELECT mst, data FROM employers WHERE ? IS NOT NULL ORDER BY mst`, func(scan func(...any) error) error {
				var mst string
				var data []byte
				if err := scan(&mst, &data); err != nil {
					return err
				}
				l := BoardLine{States: map[State]int{}}
				at[mst] = len(out)
				err := json.Unmarshal(data, &l.Employer)
				out = append(out, l)
				return err
			}},
			{`SELECT d.mst, d.state, count(*), count(*) FILTER (WHERE c.loi > 0), count(*) FILTER (WHERE c.dossier IS NULL), count(h.seq)
				FROM dossiers d LEFT JOIN dossier_checks c ON c.dossier = d.seq
				LEFT JOIN handovers h ON h.dossier = d.seq AND h.ended_at IS NULL
				WHERE d.month = ? GROUP BY d.mst, d.state`, func(scan func(...any) error) error {
				var mst, state string
				var n, faulty, unchecked, away int
				if err := scan(&mst, &state, &n, &faulty, &unchecked, &away); err != nil {
					return err
				}
				l := line(mst)
				l.States[State(state)] = n
				if State(state).Draft() {
					l.Faulty, l.Unchecked, l.Out = l.Faulty+faulty, l.Unchecked+unchecked, l.Out+away
				}
				return nil
			}},
			{`SELECT mst FROM payrolls WHERE month = ?`, func(scan func(...any) error) error {
				var mst string
				err := scan(&mst)
				line(mst).Payroll = true
				return err
			}},
			{`SELECT s.mst, c.lech, c.at FROM statements s LEFT JOIN c12_checks c ON c.mst = s.mst AND c.month = s.month AND c.at >= s.at
				WHERE s.month = ?`, func(scan func(...any) error) error {
				var mst string
				var lech, when64 *int64
				if err := scan(&mst, &lech, &when64); err != nil {
					return err
				}
				l := line(mst)
				l.Statement = true
				if lech != nil {
					l.C12 = &C12Check{Lech: int(*lech), At: when(*when64)}
				}
				return nil
			}},
		} {
			if err := rows(ctx, tx, q.each, q.query, int64(m)); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// EveryRoster gives the people of all employers as they stand at the end of a month,
// employer by employer, in one pass.
func (s *Store) EveryRoster(ctx context.Context, asOf law.Month, each func(mst string, p facts.NguoiLaoDong) error) error {
	return s.read(ctx, "read rosters", func(tx *sql.Tx) error {
		owner := make([]string, 0, 1024)
		if err := rows(ctx, tx, func(scan func(...any) error) error {
			var mst string
			err := scan(&mst)
			owner = append(owner, mst)
			return err
		}, everyRoster("p.mst"), int64(asOf)); err != nil {
			return err
		}
		all, err := people(ctx, tx, make([]facts.NguoiLaoDong, 0, len(owner)), everyRoster(personColumns+`, `+historyColumns), int64(asOf))
		if err != nil {
			return err
		}
		for i, p := range all { // one snapshot, one order: as many as owners
			if err := each(owner[i], p); err != nil {
				return err
			}
		}
		return nil
	})
}

func everyRoster(columns string) string {
	return `SELECT ` + columns + ` FROM people p JOIN history h ON h.person = p.seq WHERE h.tu_thang =
		(SELECT max(tu_thang) FROM history WHERE person = p.seq AND tu_thang <= ?) ORDER BY p.mst, p.seq`
}

// DraftsOf lists the dossiers of a month that stand in one of the states, of the
// employers named, oldest first.
func (s *Store) DraftsOf(ctx context.Context, m law.Month, mst []string, states ...State) (out []Dossier, err error) {
	employers, err := json.Marshal(mst)
	if err != nil {
		return nil, err
	}
	in, err := json.Marshal(states)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, "list dossiers of a month", func(tx *sql.Tx) error {
		out = nil
		return rows(ctx, tx, func(scan func(...any) error) error {
			d, err := scanDossier(scan)
			out = append(out, d)
			return err
		}, dossierSelect+`WHERE month = ? AND mst IN (SELECT value FROM json_each(?)) AND state IN (SELECT value FROM json_each(?)) ORDER BY mst, seq`,
			int64(m), string(employers), string(in))
	})
	return out, err
}
