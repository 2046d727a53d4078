package storage

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
)

// The columns of the tables that hold one person's own records, but for whose they are.
const (
	heldColumns   = historyColumns + `, nguon, ghi_luc`
	pastColumns   = `at, who, nguon, data`
	careerColumns = `thang_dong, nang_nhoc, at`
	houseColumns  = `data, nguon, at`
)

// ofPerson are the records of one person as they stood at a moment, by table.
type ofPerson struct {
	ID       string  `json:"id"`
	Identity []any   `json:"identity"` // personColumns
	History  [][]any `json:"history"`  // heldColumns
	Past     [][]any `json:"past"`     // pastColumns
	Benefits [][]any `json:"benefits"` // benefitColumns
	Career   [][]any `json:"career"`   // careerColumns, one or none
	House    [][]any `json:"house"`    // houseColumns, one or none
}

// recordsOf reads what a person has of their own.
func recordsOf(ctx context.Context, tx querier, seq int64) (p ofPerson, err error) {
	one := func(into *[][]any, columns, table, order string) {
		if err == nil {
			*into, err = values(ctx, tx, columns, `SELECT `+columns+` FROM `+table+` WHERE person = ? ORDER BY `+order, seq)
		}
	}
	one(&p.History, heldColumns, "history", "tu_thang")
	one(&p.Past, pastColumns, "people_past", "seq")
	one(&p.Benefits, benefitColumns, "benefits", "seq")
	one(&p.Career, careerColumns, "careers", "person")
	one(&p.House, houseColumns, "households", "person")
	if err != nil {
		return p, err
	}
	who, err := values(ctx, tx, personColumns, `SELECT `+personColumns+` FROM people WHERE seq = ?`, seq)
	if err == nil && len(who) == 1 {
		p.Identity = who[0]
		p.ID, _ = who[0][0].(string)
	}
	return p, err
}

// values reads rows as they stand; columns tells how many there are.
func values(ctx context.Context, tx querier, columns, query string, args ...any) (out [][]any, err error) {
	n := 1 + strings.Count(columns, ",")
	err = rows(ctx, tx, func(scan func(...any) error) error {
		row, into := make([]any, n), make([]any, n)
		for i := range row {
			into[i] = &row[i]
		}
		err := scan(into...)
		out = append(out, row)
		return err
	}, query, args...)
	return out, err
}

// putRow writes one row of a person's own table; a row that is there already stays.
func putRow(ctx context.Context, tx querier, table, columns string, seq int64, row []any) error {
	_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO `+table+` (person, `+columns+`) VALUES (?`+strings.Repeat(", ?", len(row))+`)`, append([]any{seq}, row...)...)
	return err
}

// sameRow reports whether two rows hold the same; one may have come out of JSON.
func sameRow(a, b []any) bool {
	x, err := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err == nil && err2 == nil && bytes.Equal(x, y)
}

// hasRow reports whether a row is among others.
func hasRow(all [][]any, row []any) bool {
	for _, r := range all {
		if sameRow(r, row) {
			return true
		}
	}
	return false
}

// UnmarshalJSON reads what was kept, whole numbers as they were.
func (d *joinedData) UnmarshalJSON(data []byte) error {
	type plain joinedData
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	if err := dec.Decode((*plain)(d)); err != nil {
		return err
	}
	all := append([][]any{d.Now, d.Keep.Identity, d.Gone.Identity}, d.Decisions...)
	for _, p := range []*ofPerson{&d.Keep, &d.Gone} {
		for _, t := range [][][]any{p.History, p.Past, p.Benefits, p.Career, p.House} {
			all = append(all, t...)
		}
	}
	for _, row := range all {
		for i, v := range row {
			if n, ok := v.(json.Number); ok {
				whole, err := n.Int64()
				if err != nil {
					return err
				}
				row[i] = whole
			}
		}
	}
	return nil
}
