package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

// tablePrint is what a table holds: how many rows, and the sum of their hashes,
// which is the same in whatever order they lie.
type tablePrint struct {
	rows int
	sum  [4]uint64
}

// fingerprint reads every row of every table. Two files with the same fingerprint
// hold the same data.
func fingerprint(ctx context.Context, tx *sql.Tx) (map[string]tablePrint, error) {
	tables, err := tablesOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	out := map[string]tablePrint{}
	for _, t := range tables {
		if out[t], err = printTable(ctx, tx, t); err != nil {
			return nil, fmt.Errorf("read table %s: %w", t, err)
		}
	}
	return out, nil
}

// tablesOf lists the tables that hold rows, in the order in which they were made,
// SQLite's own counters included.
func tablesOf(ctx context.Context, tx *sql.Tx) (out []string, err error) {
	err = rows(ctx, tx, func(scan func(...any) error) error {
		var name string
		err := scan(&name)
		out = append(out, name)
		return err
	}, `SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite\_stat%' ESCAPE '\' ORDER BY rowid`)
	return out, err
}

func printTable(ctx context.Context, tx *sql.Tx, table string) (p tablePrint, err error) {
	found, err := tx.QueryContext(ctx, `SELECT * FROM `+quoted(table))
	if err != nil {
		return p, err
	}
	defer found.Close()
	names, err := found.Columns()
	if err != nil {
		return p, err
	}
	values, into := make([]any, len(names)), make([]any, len(names))
	for i := range values {
		into[i] = &values[i]
	}
	h, sum := sha256.New(), make([]byte, 0, sha256.Size)
	for found.Next() {
		if err := found.Scan(into...); err != nil {
			return p, err
		}
		h.Reset()
		for i, v := range values {
			if err := hashValue(h, v); err != nil {
				return p, fmt.Errorf("column %s: %w", names[i], err)
			}
		}
		sum = h.Sum(sum[:0])
		for i := range p.sum {
			p.sum[i] += binary.BigEndian.Uint64(sum[8*i:])
		}
		p.rows++
	}
	return p, found.Err()
}

// hashValue writes a value with its type and length, so that no two rows share
// their bytes. Our tables are STRICT and have no REAL columns.
func hashValue(h io.Writer, v any) error {
	switch v := v.(type) {
	case nil:
		h.Write([]byte{'0'})
	case int64:
		h.Write(binary.BigEndian.AppendUint64([]byte{'i'}, uint64(v)))
	case string:
		h.Write(binary.BigEndian.AppendUint64([]byte{'t'}, uint64(len(v))))
		h.Write([]byte(v))
	case []byte:
		h.Write(binary.BigEndian.AppendUint64([]byte{'b'}, uint64(len(v))))
		h.Write(v)
	default:
		return fmt.Errorf("a value of type %T", v)
	}
	return nil
}

// quoted is a name as SQL text.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
