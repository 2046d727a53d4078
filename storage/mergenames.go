package storage

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// idKinds are the texts by which rows are known outside the file, with the counter
// that gives them out.
var idKinds = map[string]struct{ column, counter, shape string }{
	"people":      {"id", "nguoiLaoDong", "NLD%06d"},
	"dossiers":    {"id", "hoSo", "HS%06d"},
	"submissions": {"id", "goiNop", "GN%06d"},
}

// name keeps a name that is free here, and gives another where it is not.
func (g *merge) name(ctx context.Context, table, there string) (string, error) {
	k := idKinds[table]
	var taken bool
	if err := g.dst.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM "+table+" WHERE "+k.column+" = ?)", there).Scan(&taken); err != nil {
		return "", err
	}
	if table == "people" && !taken { // a record that went in a join may come back
		if err := g.dst.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM people_merges j JOIN people p ON p.seq = j.person
			WHERE j.gone = ? AND p.mst <> ?)`, there, g.mst).Scan(&taken); err != nil {
			return "", err
		}
	}
	here := there
	if taken {
		n, err := next(ctx, g.dst, k.counter, 1)
		if err != nil {
			return "", err
		}
		here = fmt.Sprintf(k.shape, n)
		if table != "people" {
			g.out.Renumbered[there] = here
		}
	} else if n, err := strconv.ParseInt(strings.TrimLeft(there, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 10, 64); err == nil {
		if _, err := g.dst.ExecContext(ctx, `INSERT INTO counters (name, n) VALUES (?, ?)
			ON CONFLICT (name) DO UPDATE SET n = max(n, excluded.n)`, k.counter, n); err != nil {
			return "", err
		}
	}
	g.ids[there] = here
	return here, nil
}

// dot gives a dossier another đợt where its own is taken.
func (g *merge) dot(ctx context.Context, row map[string]any) error {
	if row["state"] == string(Huy) {
		return nil
	}
	return g.dst.QueryRowContext(ctx, `SELECT CASE WHEN EXISTS (SELECT 1 FROM dossiers WHERE mst = ?1 AND procedure = ?2 AND month = ?3 AND dot = ?4 AND state <> 'huy')
		THEN (SELECT max(dot) + 1 FROM dossiers WHERE mst = ?1 AND procedure = ?2 AND month = ?3 AND state <> 'huy') ELSE ?4 END`,
		row["mst"], row["procedure"], row["month"], row["dot"]).Scan(scanInto(row, "dot"))
}

// scanInto reads a number into a row.
func scanInto(row map[string]any, column string) sql.Scanner { return intoRow{row, column} }

type intoRow struct {
	row    map[string]any
	column string
}

// Scan takes the value.
func (r intoRow) Scan(v any) error { r.row[r.column] = v; return nil }

// aName is a name of a person, a dossier or a submission inside a setting.
var aName = regexp.MustCompile(`"(NLD|HS|GN)\d{6,}"`)

// bringSettings brings the settings that are about the employer, its dossiers and
// its submissions: "what:name".
func (g *merge) bringSettings(ctx context.Context) error {
	about := map[string]string{g.mst: g.mst}
	for there, here := range g.ids {
		about[there] = here
	}
	roster := func(what string) bool { return slices.Contains(g.opt.Roster, what+":") }
	return rows(ctx, g.src, func(scan func(...any) error) error {
		var key, value string
		if err := scan(&key, &value); err != nil {
			return err
		}
		what, of, ok := strings.Cut(key, ":")
		here, mine := about[of]
		if !ok || !mine || slices.Contains(g.opt.Left, what+":") || (g.kept[of] && !roster(what)) {
			return nil
		}
		value = aName.ReplaceAllStringFunc(value, func(name string) string {
			if here, ok := g.ids[name[1:len(name)-1]]; ok {
				return `"` + here + `"`
			}
			return name
		})
		_, err := g.dst.ExecContext(ctx, `INSERT INTO settings (key, value) VALUES (?, ?)
			ON CONFLICT (key) DO UPDATE SET value = excluded.value`, what+":"+here, value)
		return err
	}, `SELECT key, value FROM settings ORDER BY key`)
}
