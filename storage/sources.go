package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
)

// Sources tell of a form as it was drafted what filled its cells: by table ("" the
// rows, "head", or a sub-table's tag, "*" for all others), then by tag, "*" for all
// others. What stands there is a code of the caller's, never a value.
type Sources map[string]map[string]string

// Of is what filled the cells of a tag, "" where that is not known.
func (s Sources) Of(table, tag string) string {
	from, ok := s[table]
	if !ok {
		from = s["*"]
	}
	return sourceOf(from, tag)
}

func sourceOf(from map[string]string, tag string) string {
	if s, ok := from[tag]; ok {
		return s
	}
	return from["*"]
}

// PutSources keeps what filled a form of a draft, until the form is replaced as a
// whole.
func (s *Store) PutSources(ctx context.Context, dossierID, formID string, from Sources) error {
	return s.write(ctx, "keep sources of form "+formID+" of "+dossierID, func(tx *sql.Tx) error {
		doc, _, err := findDoc(ctx, tx, dossierID, formID)
		if err != nil {
			return err
		}
		data, err := json.Marshal(from)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO doc_sources (doc, data) VALUES (?, ?)
			ON CONFLICT (doc) DO UPDATE SET data = excluded.data`, doc, string(data))
		return err
	})
}

// Sources returns what filled a form when it was drafted, nil where nobody said.
func (s *Store) Sources(ctx context.Context, dossierID, formID string) (out Sources, err error) {
	err = s.read(ctx, "read sources of form "+formID+" of "+dossierID, func(tx *sql.Tx) error {
		doc, _, err := findDoc(ctx, tx, dossierID, formID)
		if err != nil {
			return err
		}
		var data []byte
		err = tx.QueryRowContext(ctx, `SELECT data FROM doc_sources WHERE doc = ?`, doc).Scan(&data)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err == nil {
			err = json.Unmarshal(data, &out)
		}
		return err
	})
	return out, err
}
