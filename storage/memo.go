package storage

import (
	"context"
	"database/sql"
)

// querier is a transaction, as it is or with its statements kept.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// memo keeps what a transaction that says the same words many times needs again:
// its statements, each read by SQLite once, and the end of the chain of events.
// Both end with the transaction.
type memo struct {
	tx   *sql.Tx
	kept map[string]*sql.Stmt
	end  *link
}

func remember(tx *sql.Tx) *memo { return &memo{tx: tx, kept: map[string]*sql.Stmt{}} }

func (m *memo) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := m.kept[query]; s != nil {
		return s, nil
	}
	s, err := m.tx.PrepareContext(ctx, query)
	if err == nil {
		m.kept[query] = s
	}
	return s, err
}

func (m *memo) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := m.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (m *memo) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := m.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

func (m *memo) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := m.stmt(ctx, query)
	if err != nil {
		return m.tx.QueryRowContext(ctx, query, args...) // says the same error to Scan
	}
	return s.QueryRowContext(ctx, args...)
}
