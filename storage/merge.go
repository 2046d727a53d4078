package storage

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// Merged is what came of taking an employer in from another data file.
type Merged struct {
	MST         string
	People      int // that stand there now
	Payrolls    int
	Dossiers    int      // brought: drafts, and signed ones with their submissions
	Submissions int      // brought
	Kept        int      // submissions that were here and stay as they are here
	Held        []string // dossiers that waited to be sent there: they are in doubt here, and a person decides
	// Renumbered are the dossiers and submissions that came under a new number,
	// because theirs was taken: from the old to the new.
	Renumbered map[string]string
}

// TakeOptions say how an employer is taken in.
type TakeOptions struct {
	// Roster are beginnings of settings, "da-theo:", that say of a dossier how far
	// the roster has followed it: they go with the roster that is taken in, also
	// for dossiers that stay.
	Roster []string
	// Left are beginnings of settings that do not come along, "cong-tk:": what is here
	// of them stays.
	Left []string

	open *openTaken // an open export is taken in
	copy bool       // a file is made that is taken in elsewhere: what waits goes on waiting
}

// TakeEmployer replaces or brings in one employer of another store: its record,
// people with their history, payrolls, mappings, drafts. Submissions, events and
// the ledger of both are kept: what was signed here stays as it stands here, and
// what only the other has is brought. Drafts that the other does not have are
// cancelled, never removed. Everything happens in one transaction.
//
// What waited to be sent there may have been sent since the file was made: it is
// NghiVan here, and goes out only when a person has decided so. What was signed only is
// asked about before it is first sent.
//
// A number that another dossier has here is changed for a new one; Renumbered
// says which, and the journal does. ErrNotFound if the other has no such employer.
func (s *Store) TakeEmployer(ctx context.Context, from *Store, mst string, o TakeOptions) (m Merged, err error) {
	err = from.read(ctx, "read employer "+mst, func(src *sql.Tx) error {
		var one int
		if err := src.QueryRowContext(ctx, `SELECT 1 FROM employers WHERE mst = ?`, mst).Scan(&one); err != nil {
			return err
		}
		// What the other knows of sending is read before the triggers are off.
		k := known{counters: map[string]int64{}}
		if err := k.readSent(ctx, src); err != nil {
			return err
		}
		k.keepOnly(mst)
		return s.write(ctx, "take in employer "+mst, func(dst *sql.Tx) error {
			m = Merged{MST: mst, Renumbered: map[string]string{}}
			if o.open != nil {
				if err := o.open.begin(ctx, dst); err != nil {
					return err
				}
			}
			return unguarded(ctx, dst, func() error {
				g := &merge{src: src, dst: dst, store: s, mst: mst, opt: o, out: &m,
					numbers: map[string]map[int64]int64{}, ids: map[string]string{}, settled: map[int64]bool{}, kept: map[string]bool{}, papers: map[string]string{}, from: from}
				if err := g.run(ctx); err != nil {
					return err
				}
				if !o.copy {
					if err := g.doubt(ctx); err != nil {
						return err
					}
				}
				if o.open != nil {
					if err := o.open.finish(ctx, g); err != nil {
						return err
					}
				}
				return k.write(ctx, dst)
			})
		})
	})
	return m, err
}

// keepOnly drops what is known of other employers.
func (k *known) keepOnly(mst string) {
	k.lines = slices.DeleteFunc(k.lines, func(l knownLine) bool { return l.mst != mst })
	k.proofs = slices.DeleteFunc(k.proofs, func(p knownProof) bool { return p.mst != mst })
}

// merge is one TakeEmployer at work.
type merge struct {
	src, dst *sql.Tx
	from     *Store // what src reads
	store    *Store
	mst      string
	opt      TakeOptions
	out      *Merged
	tables   []belonging
	numbers  map[string]map[int64]int64 // by table: a row's number there, and here
	ids      map[string]string          // names of people, dossiers and submissions: there, and here
	settled  map[int64]bool             // dossiers of the other that are not brought
	kept     map[string]bool            // names there of what stays as it is here
	papers   map[string]string          // sealed attachments: there, and here
}

func (g *merge) run(ctx context.Context) (err error) {
	if _, err := g.dst.ExecContext(ctx, `PRAGMA defer_foreign_keys = 1`); err != nil {
		return err
	}
	if g.tables, err = belongings(ctx, g.dst); err != nil {
		return err
	}
	benefits, err := g.keepBenefits(ctx)
	if err != nil {
		return err
	}
	if err := g.clear(ctx); err != nil {
		return err
	}
	if err := g.settleDossiers(ctx); err != nil {
		return err
	}
	for _, t := range g.tables {
		if err := g.bring(ctx, t); err != nil {
			return fmt.Errorf("bring %s: %w", t.name, err)
		}
	}
	if err := g.bringReceived(ctx); err != nil {
		return err
	}
	if err := g.bringBenefits(ctx, benefits); err != nil {
		return err
	}
	if err := g.bringSettings(ctx); err != nil {
		return err
	}
	if err := g.renameJoined(ctx); err != nil {
		return err
	}
	if err := g.renameRules(ctx); err != nil {
		return err
	}
	if err := g.renameSources(ctx); err != nil {
		return err
	}
	if err := countSteps(ctx, g.dst, g.mst); err != nil {
		return err
	}
	if err := rechainEvents(ctx, g.dst); err != nil {
		return err
	}
	if err := g.bringPapers(ctx); err != nil {
		return err
	}
	if err := g.count(ctx); err != nil {
		return err
	}
	for _, old := range sortedKeys(g.out.Renumbered) {
		if err := g.store.record(ctx, g.dst, "donVi.doiSo", old+" "+g.out.Renumbered[old]); err != nil {
			return err
		}
	}
	return g.store.record(ctx, g.dst, "donVi.nhan", fmt.Sprintf("%s %d %d %d", g.mst, g.out.People, g.out.Dossiers, g.out.Submissions))
}

// clear removes what will be replaced: everything of the employer that hangs on no
// dossier, but for its inbox.
func (g *merge) clear(ctx context.Context) error {
	for _, t := range slices.Backward(g.tables) {
		if t.dossier || t.name == "dossiers" || slices.Contains(inboxTables, t.name) {
			continue
		}
		if _, err := g.dst.ExecContext(ctx, "DELETE FROM "+t.name+" WHERE "+whose(g.tables, t.name, "employers", "mst = ?"), g.mst); err != nil {
			return fmt.Errorf("clear %s: %w", t.name, err)
		}
	}
	return nil
}

// bring copies the rows of a table that belong to the employer, with their numbers
// and links changed to what they are here.
func (g *merge) bring(ctx context.Context, t belonging) error {
	var put *sql.Stmt
	columns := t.columns
	if t.number != "" {
		columns = slices.DeleteFunc(slices.Clone(columns), func(c string) bool { return c == t.number })
	}
	q := table{name: t.name, columns: columns}.insert()
	if t.number != "" {
		q += " RETURNING " + t.number
	}
	put, err := g.dst.PrepareContext(ctx, q)
	if err != nil {
		return err
	}
	defer put.Close()
	mine := whose(g.tables, t.name, "employers", "mst = ?")
	return t.stream(ctx, g.src, func(_, row []any) error {
		at := map[string]any{}
		for i, c := range t.columns {
			if b, ok := row[i].([]byte); ok {
				row[i] = blob(b)
			}
			at[c] = row[i]
		}
		ok, err := g.adapt(ctx, t, at)
		if err != nil || !ok {
			return err
		}
		args := make([]any, len(columns))
		for i, c := range columns {
			args[i] = at[c]
		}
		if t.number == "" {
			_, err := put.ExecContext(ctx, args...)
			return err
		}
		var n int64
		if err := put.QueryRowContext(ctx, args...).Scan(&n); err != nil {
			return err
		}
		g.numbered(t.name, row[slices.Index(t.columns, t.number)].(int64), n)
		return nil
	}, "SELECT "+strings.Join(t.key, ", ")+", "+strings.Join(t.columns, ", ")+" FROM "+t.name+" WHERE "+mine+t.order(), g.mst)
}

func (g *merge) numbered(table string, there, here int64) {
	if g.numbers[table] == nil {
		g.numbers[table] = map[int64]int64{}
	}
	g.numbers[table][there] = here
}

// adapt changes the links and the name of a row to what they are here; false if
// the row hangs on something that is not brought.
func (g *merge) adapt(ctx context.Context, t belonging, row map[string]any) (bool, error) {
	if t.name == "dossiers" && g.settled[number(row["seq"])] {
		return false, nil
	}
	if here, err := g.keepsNotice(ctx, t.name, row); here || err != nil {
		return false, err
	}
	for _, l := range t.links {
		if len(l.from) != 1 || l.parent == "employers" {
			continue // by tax code, which is the same here
		}
		i := slices.IndexFunc(g.tables, func(b belonging) bool { return b.name == l.parent })
		switch v := row[l.from[0]].(type) {
		case int64:
			if g.tables[i].number != l.to[0] {
				continue
			}
			here, ok := g.numbers[l.parent][v]
			if !ok {
				return false, nil
			}
			row[l.from[0]] = here
		case string:
			if here, ok := g.ids[v]; ok {
				row[l.from[0]] = here
			} else if l.loose {
				row[l.from[0]] = nil
			} else {
				return false, nil
			}
		}
	}
	if k, ok := idKinds[t.name]; ok {
		there := word(row[k.column])
		here, err := g.name(ctx, t.name, there)
		if err != nil {
			return false, err
		}
		row[k.column] = here
	}
	if t.name == "dismissals" { // the employer's rules are brought before
		row["code"] = recode(word(row["code"]), func(n int64) (int64, bool) { here, ok := g.numbers["local_rules"][n]; return here, ok })
	}
	if t.name == "attachments" {
		return true, g.namePaper(ctx, row)
	}
	if t.name == "dossiers" {
		g.out.Dossiers++
		return true, g.dot(ctx, row)
	}
	if t.name == "submissions" {
		g.out.Submissions++
	}
	return true, nil
}

func (g *merge) count(ctx context.Context) error {
	return g.dst.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM people WHERE mst = ?1), (SELECT count(*) FROM payrolls WHERE mst = ?1)`, g.mst).
		Scan(&g.out.People, &g.out.Payrolls)
}

func sortedKeys(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
