package storage

import (
	"context"
	"database/sql"
	"strings"
	"time"
)

type actingKey struct{}

// As is a context in which a person acts, by their id on this machine: what is written
// to the journal in it says so. An empty id is nobody in particular.
func As(ctx context.Context, person string) context.Context {
	if person == "" {
		return ctx
	}
	return context.WithValue(ctx, actingKey{}, person)
}

func acting(ctx context.Context) string {
	id, _ := ctx.Value(actingKey{}).(string)
	return id
}

// Doer is who moved a submission to a state, by their id.
type Doer struct {
	To     State
	At     time.Time
	Person string
}

// Doers are those who moved a submission, earliest first: the moves of which the journal
// of this data folder says whose they were.
func (s *Store) Doers(ctx context.Context, subID string) (out []Doer, err error) {
	err = s.read(ctx, "read who moved "+subID, func(tx *sql.Tx) error {
		return rows(ctx, tx, func(scan func(...any) error) error {
			var at int64
			var what, ref string
			if err := scan(&at, &what, &ref); err != nil {
				return err
			}
			d := Doer{To: State(strings.TrimPrefix(what, "hoSo.")), At: when(at)}
			about := false
			for _, w := range strings.Fields(ref) {
				about = about || w == subID
				if id, ok := strings.CutPrefix(w, "ai="); ok {
					d.Person = id
				}
			}
			if about && d.Person != "" {
				out = append(out, d)
			}
			return nil
		}, `SELECT at, what, ref FROM journal WHERE what LIKE 'hoSo.%' AND instr(ref, ?) > 0 AND instr(ref, ' ai=') > 0 ORDER BY seq`, subID)
	})
	return out, err
}
