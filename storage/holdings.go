package storage

import (
	"context"
	"database/sql"
	"encoding/json"

	"ankhai/forms/facts"
)

// Holding is what a data file holds of one employer.
type Holding struct {
	DonVi    facts.DonVi
	People   int
	Payrolls int
	Drafts   int
	Signed   int      // submissions
	Waiting  []string // dossiers that wait to be sent, or are being sent
}

// Holdings tells what the data file holds of each employer, by tax code.
func (s *Store) Holdings(ctx context.Context) (out []Holding, err error) {
	at := map[string]int{}
	err = s.read(ctx, "read holdings", func(tx *sql.Tx) error {
		out = nil
		if err := rows(ctx, tx, func(scan func(...any) error) error {
			var h Holding
			var data []byte
			if err := scan(&data, &h.People, &h.Payrolls, &h.Drafts, &h.Signed); err != nil {
				return err
			}
			err := json.Unmarshal(data, &h.DonVi)
			at[h.DonVi.MaSoThue] = len(out)
			out = append(out, h)
			return err
		}, `SELECT data, (SELECT count(*) FROM people p WHERE p.mst = e.mst), (SELECT count(*) FROM payrolls y WHERE y.mst = e.mst),
			(SELECT count(*) FROM dossiers d WHERE d.mst = e.mst AND d.state IN ('nhap', 'daKiem')),
			(SELECT count(*) FROM submissions s JOIN dossiers d ON d.seq = s.dossier WHERE d.mst = e.mst)
			FROM employers e ORDER BY mst`); err != nil {
			return err
		}
		return rows(ctx, tx, func(scan func(...any) error) error {
			var mst, id string
			err := scan(&mst, &id)
			if i, ok := at[mst]; ok {
				out[i].Waiting = append(out[i].Waiting, id)
			}
			return err
		}, `SELECT d.mst, d.id FROM submissions s JOIN dossiers d ON d.seq = s.dossier WHERE s.state IN ('choGui', 'dangGui') ORDER BY d.seq`)
	})
	return out, err
}
