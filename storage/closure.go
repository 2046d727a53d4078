package storage

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// belonging is a table whose rows belong to an employer by foreign keys.
type belonging struct {
	table
	links   []reference // all that it has, to tables that belong as well
	via     reference   // the one that says whose a row is; none for employers
	number  string      // the column that the table numbers its rows by, "" if it does not
	dossier bool        // it hangs on a dossier, and is not of the employer at large
}

// belongings lists the tables that belong to employers, parents before children.
// What a later migration adds is in it by its foreign keys.
func belongings(ctx context.Context, q querier) ([]belonging, error) {
	tables, err := shapesOf(ctx, q)
	if err != nil {
		return nil, err
	}
	links, err := linksOf(ctx, q)
	if err != nil {
		return nil, err
	}
	numbers, err := numbersOf(ctx, q)
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	var out []belonging
	for grown := true; grown; {
		grown = false
		for _, t := range tables {
			if _, done := at[t.name]; done {
				continue
			}
			b := belonging{table: t, number: numbers[t.name]}
			ready := t.name == "employers"
			wait := false
			for _, l := range links {
				if l.child != t.name {
					continue
				}
				i, done := at[l.parent]
				switch {
				case l.parent == t.name:
					b.links = append(b.links, l) // within the table itself
				case done:
					b.links = append(b.links, l)
					dossier := out[i].dossier || l.parent == "dossiers"
					if !ready || dossier && !b.dossier { // what hangs on a dossier goes with it
						b.via, b.dossier, ready = l, dossier, true
					}
				default:
					wait = true
				}
			}
			if ready && !wait {
				at[t.name] = len(out)
				out = append(out, b)
				grown = true
			}
		}
	}
	return out, nil
}

// numbersOf lists the columns by which tables number their own rows. A key that is
// another row's number, as an envelope's, is none.
func numbersOf(ctx context.Context, q querier) (map[string]string, error) {
	found, err := q.QueryContext(ctx, `SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
		WHERE t.schema = 'main' AND t.type = 'table' AND NOT t.wr AND c.pk = 1 AND c.type = 'INTEGER'
		AND (SELECT count(*) FROM pragma_table_info(t.name) WHERE pk > 0) = 1
		AND c.name NOT IN (SELECT "from" FROM pragma_foreign_key_list(t.name))`)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	out := map[string]string{}
	for found.Next() {
		var name, column string
		if err := found.Scan(&name, &column); err != nil {
			return nil, err
		}
		out[name] = column
	}
	return out, found.Err()
}

// whose is the condition of the rows that hang, by however many links, on rows of
// the table root that fulfil a condition of their own.
func whose(all []belonging, name, root, condition string) string {
	if name == root {
		return condition
	}
	i := slices.IndexFunc(all, func(b belonging) bool { return b.name == name })
	v := all[i].via
	return fmt.Sprintf("(%s) IN (SELECT %s FROM %s WHERE %s)", strings.Join(v.from, ", "), strings.Join(v.to, ", "), v.parent,
		whose(all, v.parent, root, condition))
}
