package form

import (
	"fmt"
	"io"
)

// Answer tells the three answers a cell can give apart. An unknown is never
// silently zero or empty: totals and rules carry it through.
type Answer uint8

// The three answers.
const (
	Unknown Answer = iota // nobody has said yet
	Blank                 // left blank on purpose
	Known                 // S or N holds the answer
)

// Value is one cell. Text and code kinds live in S; money, days, months,
// decimals, rates, counts and flags live in N (see Kind for the units).
type Value struct {
	S string
	N int64
	A Answer
}

// Known reports whether the cell has an answer other than "blank".
func (v Value) Known() bool { return v.A == Known }

// Format shows whether there is an answer, never which, whatever the verb: a cell
// that is printed by accident may be a name or a wage. Columns write the answer
// for people, see Column.Show.
func (v Value) Format(f fmt.State, _ rune) {
	io.WriteString(f, [...]string{Unknown: "·", Blank: "–", Known: "▒"}[min(v.A, Known)])
}

// TextValue, NumValue and BlankValue make cells; an empty text is unknown.
func TextValue(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{S: s, A: Known}
}

// NumValue makes a known cell of a numeric kind.
func NumValue(n int64) Value { return Value{N: n, A: Known} }

// BlankValue is the cell that somebody left blank on purpose.
func BlankValue() Value { return Value{A: Blank} }

// Row is one line of a table. The index of a cell is the column's, see Column.
// A row may be shorter than the table is wide; what is not there is unknown.
type Row []Value

func (r Row) at(c *Column) Value {
	if c.index < 0 || c.index >= len(r) {
		return Value{}
	}
	return r[c.index]
}
