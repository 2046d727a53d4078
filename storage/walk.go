package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// walk reads a table from its first key to its last and steps over what cannot be
// read: a page, or a row that does not fit the schema any more. Every row that is
// reached is given to each, in the order of the keys.
func (t table) walk(ctx context.Context, q querier, each func(key, row []any) error) (lost []Gap, err error) {
	var last, at []any // the last key given to each; where reading goes on
	hole := false      // something between last and what comes next is lost
	for {
		where := ""
		if at != nil {
			where = " WHERE " + t.from(len(at))
		}
		err := t.stream(ctx, q, func(key, row []any) error {
			if at != nil && last != nil && sameKey(key, last) {
				return nil // reading goes on from the last good row
			}
			if err := each(key, row); misfit(err) {
				hole = true
				at = slices.Clone(key)
				return nil
			} else if err != nil {
				return err
			}
			if hole {
				lost, hole = append(lost, Gap{keyWords(last), keyWords(key)}), false
			}
			last = slices.Clone(key)
			at = last
			return nil
		}, t.selectFrom()+where+t.order(), at...)
		if err == nil {
			if hole {
				lost = append(lost, Gap{After: keyWords(last)})
			}
			return lost, nil
		}
		if !broken(err) {
			return nil, err
		}
		hole = true
		next, err := t.leap(ctx, q, at)
		if err != nil {
			return nil, err
		}
		if next == nil {
			return append(lost, Gap{After: keyWords(last)}), nil
		}
		at = next
	}
}

// from is the condition of keys that are not before the first n values of one.
func (t table) from(n int) string {
	return "(" + strings.Join(t.key[:n], ", ") + ") >= (?" + strings.Repeat(", ?", n-1) + ")"
}

// leap finds the nearest key after at from which something can be read, nil if
// there is none. It doubles its step until it gets past the broken page, and then
// halves it to come back as near as it can.
func (t table) leap(ctx context.Context, q querier, at []any) ([]any, error) {
	if at == nil {
		at = []any{int64(-1)}
		if ok, err := t.readable(ctx, q, []any{""}); ok || err != nil { // a text comes after every number
			return []any{""}, err
		}
	}
	for i := len(at) - 1; i >= 0; i-- {
		step := func(by int64) []any { return append(slices.Clone(at[:i]), further(at[i], by)) }
		for by := int64(1); by > 0 && by < 1<<40; by *= 2 {
			to := step(by)
			if to[i] == nil {
				break
			}
			ok, err := t.readable(ctx, q, to)
			if err != nil {
				return nil, err
			}
			if !ok {
				continue
			}
			for bad := by / 2; by-bad > 1; {
				mid := bad + (by-bad)/2
				ok, err := t.readable(ctx, q, step(mid))
				switch {
				case err != nil:
					return nil, err
				case ok:
					by = mid
				default:
					bad = mid
				}
			}
			return step(by), nil
		}
	}
	return nil, nil
}

// further is the part of a key that lies by after v: a number, or a text that
// comes after all that share a beginning with it, shorter for a larger step; nil
// if there is none.
func further(v any, by int64) any {
	switch v := v.(type) {
	case int64:
		if v+by > v {
			return v + by
		}
	case string:
		cut := 0
		for n := by; n > 1; n /= 2 {
			cut++
		}
		switch {
		case cut == 0:
			return v + "\x00"
		case cut <= len(v):
			return v[:len(v)-cut] + string(v[len(v)-cut]+1)
		}
	}
	return nil
}

// readable reports whether reading can begin at a key.
func (t table) readable(ctx context.Context, q querier, at []any) (bool, error) {
	s := newScanner(len(t.key))
	err := q.QueryRowContext(ctx, "SELECT "+strings.Join(t.key, ", ")+" FROM "+t.name+" NOT INDEXED WHERE "+t.from(len(at))+
		t.order()+" LIMIT 1", at...).Scan(s.into...)
	switch {
	case err == nil, errors.Is(outcome(err), ErrNotFound):
		return true, nil
	case broken(err):
		return false, nil
	}
	return false, err
}

// broken reports whether an error says that a page cannot be read: it is not what
// was written, or the disk does not give it.
func broken(err error) bool {
	switch kind := outcome(err); {
	case errors.Is(kind, ErrDamaged), errors.Is(kind, ErrDisk):
		return true
	case errors.Is(kind, ErrForeign):
		var e *sqlite.Error // SQLite's word for a first page that is none, not ours for a file of others
		return errors.As(err, &e)
	}
	return false
}

// misfit reports whether a row was refused by the schema of the copy.
func misfit(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH:
		return true
	}
	return false
}

func sameKey(a, b []any) bool { return keyWords(a) == keyWords(b) }

// keyWords is a key for a person to read: numbers and short names of the store's
// own. It holds no name, number or wage of a person.
func keyWords(key []any) string {
	var b strings.Builder
	for i, v := range key {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch v := v.(type) {
		case []byte:
			fmt.Fprintf(&b, "%x", v)
		default:
			fmt.Fprint(&b, v)
		}
	}
	return b.String()
}
