package storage

import (
	"database/sql"
	"testing"
)

// A line of the ledger whose person was erased says so wherever it goes: nobody takes
// the blank numbers for a person that was never declared.
func TestCarriedLinesStayErased(t *testing.T) {
	s := full(t)
	lines := func(s *Store) (out []string) {
		must(t, s.read(ctx, "list", func(tx *sql.Tx) error {
			return rows(ctx, tx, func(scan func(...any) error) error {
				var l string
				err := scan(&l)
				out = append(out, l)
				return err
			}, `SELECT key || ' ' || so_cccd || ' ' || coalesce(erased_at, 'there') FROM ledger_carried ORDER BY key`)
		}))
		return out
	}
	all := []string{"k 1 there", "x  2"}
	want(t, "here", lines(s), all)
	taken := empty(t)
	for range 2 { // a second time changes nothing
		_, err := taken.TakeEmployer(ctx, s, mst, TakeOptions{})
		must(t, err)
		want(t, "taken in", lines(taken), all)
	}
	must(t, s.Close())
	k, err := door{key: testKey}.knowledge(ctx, s.Path())
	must(t, err)
	restored := start(t)
	must(t, restored.write(ctx, "carry", func(tx *sql.Tx) error { return k.write(ctx, tx) }))
	got := lines(restored)
	want(t, "over a restored backup, beside what it had sent", got[len(got)-2:], all)
}
