package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"sync"
)

// guarded makes sure that the triggers and views of a file of version v are
// exactly those of its migrations: one that was dropped would let signed bytes
// change, and one that was added would run inside our own writes.
func guarded(ctx context.Context, db *sql.DB, v int) error {
	want, err := guardsOf(ctx, v)
	if err != nil {
		return err
	}
	got, err := guards(ctx, db)
	if err != nil {
		return err
	}
	for name, text := range want {
		if got[name] != text {
			return fmt.Errorf("%w: %s is gone or changed", ErrDamaged, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			return fmt.Errorf("%w: %s is not ours", ErrDamaged, name)
		}
	}
	return nil
}

// models remembers the guards that a text of migrations makes: a file is opened
// more than once in the life of a program, and the text stays.
var models sync.Map // text → map of guards

// guardsOf makes the guards of version v, in a database in memory.
func guardsOf(ctx context.Context, v int) (map[string]string, error) {
	var text strings.Builder
	for _, name := range migrations()[:v] {
		one, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		text.Write(one)
		text.WriteString(";\n")
	}
	if known, ok := models.Load(text.String()); ok {
		return known.(map[string]string), nil
	}
	model, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer model.Close()
	model.SetMaxOpenConns(1) // another connection would be another, empty database
	if _, err := model.ExecContext(ctx, text.String()); err != nil {
		return nil, err
	}
	made, err := guards(ctx, model)
	if err == nil {
		models.Store(text.String(), made)
	}
	return made, err
}

func guards(ctx context.Context, db *sql.DB) (map[string]string, error) {
	found, err := db.QueryContext(ctx, `SELECT type || ' ' || name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')`)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	out := map[string]string{}
	for found.Next() {
		var name, text string
		if err := found.Scan(&name, &text); err != nil {
			return nil, err
		}
		out[name] = text
	}
	return out, found.Err()
}
