package storage

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
)

// inWords gives the names in a text that is about the employer what they are here.
func (g *merge) inWords(text string) string {
	return aNameInWords.ReplaceAllStringFunc(text, func(name string) string {
		if here, ok := g.ids[name]; ok {
			return here
		}
		return name
	})
}

// renameJoined gives records that went in a join numbers that nobody else has here, and
// what is kept to take joins back the numbers of here.
func (g *merge) renameJoined(ctx context.Context) error {
	type row struct {
		seq        int64
		gone, data string
	}
	var all []row
	if err := rows(ctx, g.dst, func(scan func(...any) error) error {
		var r row
		err := scan(&r.seq, &r.gone, &r.data)
		all = append(all, r)
		return err
	}, `SELECT j.seq, j.gone, j.data FROM people_merges j JOIN people p ON p.seq = j.person WHERE p.mst = ? ORDER BY j.seq`, g.mst); err != nil {
		return err
	}
	for _, r := range all {
		if _, ok := g.ids[r.gone]; ok {
			continue
		}
		if _, err := g.name(ctx, "people", r.gone); err != nil {
			return err
		}
	}
	for _, r := range all {
		var d joinedData
		if err := json.Unmarshal([]byte(r.data), &d); err != nil {
			return err
		}
		data := r.data
		if d.rename(g.inWords) {
			b, err := json.Marshal(d)
			if err != nil {
				return err
			}
			data = string(b)
		}
		if here := g.ids[r.gone]; here != r.gone || data != r.data {
			if _, err := g.dst.ExecContext(ctx, `UPDATE people_merges SET gone = ?, data = ? WHERE seq = ?`, here, data, r.seq); err != nil {
				return err
			}
		}
	}
	return nil
}

// rename gives names of people and dossiers in what was kept other ones; false if none
// is another.
func (d *joinedData) rename(name func(string) string) (changed bool) {
	text := func(s *string) {
		if here := name(*s); here != *s {
			*s, changed = here, true
		}
	}
	cell := func(row []any, i int) {
		if i < 0 || i >= len(row) {
			return
		}
		if s, ok := row[i].(string); ok {
			text(&s)
			row[i] = s
		}
	}
	column := func(all [][]any, columns, column string) {
		i := slices.Index(strings.Fields(strings.ReplaceAll(columns, ",", " ")), column)
		for _, row := range all {
			cell(row, i)
		}
	}
	for _, p := range []*ofPerson{&d.Keep, &d.Gone} {
		text(&p.ID)
		column([][]any{p.Identity}, personColumns, "id")
		column(p.History, heldColumns, "nguon")
		column(p.Past, pastColumns, "nguon")
		column(p.Benefits, benefitColumns, "dossier")
		column(p.House, houseColumns, "nguon")
	}
	column([][]any{d.Now}, personColumns, "id")
	for _, names := range [][]string{d.Joined, d.Apart} {
		for i := range names {
			text(&names[i])
		}
	}
	return changed
}

// renameRules gives the dossiers that the employer's rules come from the numbers that
// they have here.
func (g *merge) renameRules(ctx context.Context) error {
	renamed := map[int64]string{}
	if err := rows(ctx, g.dst, func(scan func(...any) error) error {
		var seq int64
		var there string
		err := scan(&seq, &there)
		if here, ok := g.ids[there]; ok && here != there {
			renamed[seq] = here
		}
		return err
	}, `SELECT seq, dossier FROM local_rules WHERE mst = ? AND dossier <> ''`, g.mst); err != nil {
		return err
	}
	for seq, here := range renamed {
		if _, err := g.dst.ExecContext(ctx, `UPDATE local_rules SET dossier = ? WHERE seq = ?`, here, seq); err != nil {
			return err
		}
	}
	return nil
}
