package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io"

	"strings"
)

// Copied is what became of one table when a data file was copied table by table.
type Copied struct {
	Table  string
	Rows   int64  // that are in the copy
	SHA256 string // over the rows in key order, each value with its kind and length; hexadecimal
	Lost   []Gap  // what could not be read; nothing unless broken pages were walked over
}

// Gap is a stretch of a table that could not be read: what stood between two
// keys, which are in words. "" is the table's beginning or end.
type Gap struct{ After, Before string }

// table is the shape of a table: what is copied, and in which order.
type table struct {
	name    string
	columns []string
	key     []string // the columns that a row is found by; "rowid" where the table counts its rows itself
}

// shapesOf lists the tables of a file by name, with their columns and keys.
func shapesOf(ctx context.Context, q querier) (out []table, err error) {
	found, err := q.QueryContext(ctx, `SELECT t.name, t.wr, c.name, c.pk, c.type FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
		WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY t.name, c.cid`)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	keys := map[string]map[int]string{}
	numbered := map[string]bool{} // the key is the row's own number
	for found.Next() {
		var name, column, kind string
		var bare bool
		var pk int
		if err := found.Scan(&name, &bare, &column, &pk, &kind); err != nil {
			return nil, err
		}
		if len(out) == 0 || out[len(out)-1].name != name {
			out, keys[name] = append(out, table{name: name}), map[int]string{}
		}
		t := &out[len(out)-1]
		t.columns = append(t.columns, column)
		if pk > 0 {
			keys[name][pk] = column
			numbered[name] = bare || pk == 1 && kind == "INTEGER"
		}
	}
	for i := range out {
		t, k := &out[i], keys[out[i].name]
		if !numbered[t.name] {
			t.key = []string{"rowid"}
			continue
		}
		for n := 1; n <= len(k); n++ {
			t.key = append(t.key, k[n])
		}
	}
	return out, found.Err()
}

// selectFrom reads the key and then the columns. It never uses an index beside the
// table: in a damaged file the two may differ.
func (t table) selectFrom() string {
	return "SELECT " + strings.Join(t.key, ", ") + ", " + strings.Join(t.columns, ", ") + " FROM " + t.name + " NOT INDEXED"
}

func (t table) order() string { return " ORDER BY " + strings.Join(t.key, ", ") }

func (t table) insert() string {
	return "INSERT INTO " + t.name + " (" + strings.Join(t.columns, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(t.columns)-1) + ")"
}

// rowHash hashes rows one after another.
type rowHash struct {
	h interface {
		io.Writer
		Sum([]byte) []byte
	}
	rows int64
}

func newRowHash() *rowHash { return &rowHash{h: sha256.New()} }

func (r *rowHash) add(row []any) error {
	for _, v := range row {
		if err := hashValue(r.h, v); err != nil {
			return err
		}
	}
	r.rows++
	return nil
}

func (r *rowHash) sum() string { return hex.EncodeToString(r.h.Sum(nil)) }

// scanner reads rows of any width into the same place.
type scanner struct{ row, into []any }

func newScanner(n int) *scanner {
	s := &scanner{row: make([]any, n), into: make([]any, n)}
	for i := range s.row {
		s.into[i] = &s.row[i]
	}
	return s
}

// stream gives the key and the columns of each row of a query to each.
func (t table) stream(ctx context.Context, q querier, each func(key, row []any) error, query string, args ...any) error {
	found, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer found.Close()
	s := newScanner(len(t.key) + len(t.columns))
	for found.Next() {
		if err := found.Scan(s.into...); err != nil {
			return err
		}
		if err := each(s.row[:len(t.key)], s.row[len(t.key):]); err != nil {
			return err
		}
	}
	return found.Err()
}

// blank makes a new data file of version v at path, which holds nothing but its
// schema. What stands at path is an error.
func (d door) blank(ctx context.Context, path string, v int) (*sql.DB, error) {
	if err := prepareFile(path); err != nil {
		return nil, err
	}
	// Nobody needs this file before it is whole: it is synced once, at the end.
	// _foreign_keys is set after all _pragma, which come in the order of the alphabet.
	db, err := d.connect(path, 1, "_pragma=journal_mode(MEMORY)", "_pragma=synchronous(0)", "_foreign_keys=0")
	if err != nil {
		return nil, err
	}
	for done := 0; done < v && err == nil; done++ {
		var text []byte
		if text, err = migrationFiles.ReadFile(migrations()[done]); err == nil {
			_, err = db.ExecContext(ctx, string(text))
		}
	}
	if err == nil {
		_, err = db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, v))
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// copyTables fills a blank file with the rows of another of the same version,
// table by table in the order of their keys. Of a row at a time it keeps one in
// memory. When it returns nil both sides have been counted and hashed, and agree.
// With walk it goes on where a page cannot be read, and says what was lost.
func copyTables(ctx context.Context, from, to *sql.DB, walk bool, then func(context.Context, *sql.Tx) error) (out []Copied, err error) {
	tx, err := to.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() // after Commit there is nothing left to roll back
	err = unguarded(ctx, tx, func() error {
		tables, err := shapesOf(ctx, tx)
		if err != nil {
			return err
		}
		for _, t := range append(tables, table{name: "sqlite_sequence", columns: []string{"name", "seq"}, key: []string{"rowid"}}) {
			c, err := fillTable(ctx, from, tx, t, walk)
			if err != nil {
				return fmt.Errorf("copy table %s: %w", t.name, err)
			}
			out = append(out, c)
		}
		if then != nil {
			return then(ctx, tx)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, tx.Commit()
}

func fillTable(ctx context.Context, from querier, tx *sql.Tx, t table, walk bool) (Copied, error) {
	c := Copied{Table: t.name}
	if _, err := tx.ExecContext(ctx, "DELETE FROM "+t.name); err != nil { // a migration may have filled it
		return c, err
	}
	put, err := tx.PrepareContext(ctx, t.insert())
	if err != nil {
		return c, err
	}
	defer put.Close()
	read := newRowHash()
	each := func(_, row []any) error {
		for i, v := range row {
			if b, ok := v.([]byte); ok {
				row[i] = blob(b)
			}
		}
		if _, err := put.ExecContext(ctx, row...); err != nil {
			return err
		}
		return read.add(row)
	}
	if walk {
		c.Lost, err = t.walk(ctx, from, each)
	} else {
		err = t.stream(ctx, from, each, t.selectFrom()+t.order())
	}
	if err != nil {
		return c, err
	}
	kept := newRowHash()
	if err := t.stream(ctx, tx, func(_, row []any) error { return kept.add(row) }, t.selectFrom()+t.order()); err != nil {
		return c, err
	}
	if c.Rows, c.SHA256 = kept.rows, kept.sum(); c.Rows != read.rows || c.SHA256 != read.sum() {
		return c, fmt.Errorf("%w: %d rows were read, %d are in the copy, or they differ", ErrDamaged, read.rows, c.Rows)
	}
	return c, nil
}

// unguarded runs f while the triggers are taken off, in one transaction: a copy
// brings rows that no program would write anew. They stand again, word for word,
// when it returns nil; whatever else happens the transaction must be rolled back.
func unguarded(ctx context.Context, tx *sql.Tx, f func() error) error {
	var texts, names []string
	found, err := tx.QueryContext(ctx, `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid`)
	if err != nil {
		return err
	}
	defer found.Close()
	for found.Next() {
		var name, text string
		if err := found.Scan(&name, &text); err != nil {
			return err
		}
		names, texts = append(names, name), append(texts, text)
	}
	if err := found.Err(); err != nil {
		return err
	}
	found.Close()
	for _, n := range names {
		if _, err := tx.ExecContext(ctx, "DROP TRIGGER "+n); err != nil {
			return err
		}
	}
	if err := f(); err != nil {
		return err
	}
	for _, text := range texts {
		if _, err := tx.ExecContext(ctx, text); err != nil {
			return err
		}
	}
	return nil
}
