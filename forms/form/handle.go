package form

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/law"
)

// The typed handles. A handle is a pointer that carries its index, so a wrong
// name or kind in a rule is a compile error with its line.
type (
	// TextColumn holds a text (NFC).
	TextColumn struct{ *Column }
	// CodeColumn holds a code of a list.
	CodeColumn struct{ *Column }
	// DayColumn holds a full day.
	DayColumn struct{ *Column }
	// BirthColumn holds a date of birth that may lack its day or month.
	BirthColumn struct{ *Column }
	// MonthColumn holds a month.
	MonthColumn struct{ *Column }
	// MoneyColumn holds đồng.
	MoneyColumn struct{ *Column }
	// DecimalColumn holds thousandths.
	DecimalColumn struct{ *Column }
	// RateColumn holds 1/10 000.
	RateColumn struct{ *Column }
	// IntColumn holds a count.
	IntColumn struct{ *Column }
	// FlagColumn holds yes or no.
	FlagColumn struct{ *Column }
)

// Text declares a column of text.
func Text(tag, label string, opts ...Option) TextColumn {
	return TextColumn{newColumn(tag, label, KindText, opts)}
}

// Code declares a column of codes from a list.
func Code(tag, label string, list List, opts ...Option) CodeColumn {
	c := newColumn(tag, label, KindCode, opts)
	c.Codes = list
	return CodeColumn{c}
}

// Date declares a column of full days.
func Date(tag, label string, opts ...Option) DayColumn {
	return DayColumn{newColumn(tag, label, KindDay, opts)}
}

// Birth declares a column of dates of birth, full or partial.
func Birth(tag, label string, opts ...Option) BirthColumn {
	return BirthColumn{newColumn(tag, label, KindBirth, opts)}
}

// Month declares a column of months.
func Month(tag, label string, opts ...Option) MonthColumn {
	return MonthColumn{newColumn(tag, label, KindMonth, opts)}
}

// Money declares a column of đồng.
func Money(tag, label string, opts ...Option) MoneyColumn {
	return MoneyColumn{newColumn(tag, label, KindMoney, opts)}
}

// Decimal declares a column of decimals with up to three places.
func Decimal(tag, label string, opts ...Option) DecimalColumn {
	return DecimalColumn{newColumn(tag, label, KindDecimal, opts)}
}

// Rate declares a column of percentages with up to two places.
func Rate(tag, label string, opts ...Option) RateColumn {
	return RateColumn{newColumn(tag, label, KindRate, opts)}
}

// Int declares a column of counts.
func Int(tag, label string, opts ...Option) IntColumn {
	return IntColumn{newColumn(tag, label, KindInt, opts)}
}

// Flag declares a column of yes or no.
func Flag(tag, label string, opts ...Option) FlagColumn {
	return FlagColumn{newColumn(tag, label, KindFlag, opts)}
}

// Get returns the text, "" when unknown or blank.
func (c TextColumn) Get(r Row) string { return r.at(c.Column).S }

// Set answers the column; an empty text leaves it unknown.
func (c TextColumn) Set(r *Row, s string) { c.Put(r, TextValue(s)) }

// Get returns the code, "" when unknown or blank.
func (c CodeColumn) Get(r Row) string { return r.at(c.Column).S }

// Set answers the column; an empty code leaves it unknown.
func (c CodeColumn) Set(r *Row, s string) { c.Put(r, TextValue(s)) }

// Get returns the day, 0 when unknown or blank.
func (c DayColumn) Get(r Row) law.Day { return law.Day(r.at(c.Column).N) }

// Set answers the column; the zero day leaves it unknown.
func (c DayColumn) Set(r *Row, d law.Day) { c.Put(r, unlessZero(int64(d))) }

// Get returns the date of birth as yyyymmdd with 00 for unknown parts.
func (c BirthColumn) Get(r Row) law.Day { return law.Day(r.at(c.Column).N) }

// Set answers the column; zero leaves it unknown.
func (c BirthColumn) Set(r *Row, d law.Day) { c.Put(r, unlessZero(int64(d))) }

// Get returns the month, 0 when unknown or blank.
func (c MonthColumn) Get(r Row) law.Month { return law.Month(r.at(c.Column).N) }

// Set answers the column; the zero month leaves it unknown.
func (c MonthColumn) Set(r *Row, m law.Month) { c.Put(r, unlessZero(int64(m))) }

// Get returns the đồng, 0 when unknown or blank; ask Known first where it matters.
func (c MoneyColumn) Get(r Row) int64 { return r.at(c.Column).N }

// Set answers the column; zero is an answer.
func (c MoneyColumn) Set(r *Row, n int64) { c.Put(r, NumValue(n)) }

// Get returns thousandths.
func (c DecimalColumn) Get(r Row) int64 { return r.at(c.Column).N }

// Set answers the column in thousandths.
func (c DecimalColumn) Set(r *Row, n int64) { c.Put(r, NumValue(n)) }

// Get returns the rate in 1/10 000.
func (c RateColumn) Get(r Row) int64 { return r.at(c.Column).N }

// Set answers the column in 1/10 000.
func (c RateColumn) Set(r *Row, n int64) { c.Put(r, NumValue(n)) }

// Get returns the count.
func (c IntColumn) Get(r Row) int64 { return r.at(c.Column).N }

// Set answers the column.
func (c IntColumn) Set(r *Row, n int64) { c.Put(r, NumValue(n)) }

// Get reports whether the answer is yes.
func (c FlagColumn) Get(r Row) bool { return r.at(c.Column).N == 1 }

// Set answers the column.
func (c FlagColumn) Set(r *Row, yes bool) {
	n := int64(0)
	if yes {
		n = 1
	}
	c.Put(r, NumValue(n))
}

// Yes is true where the answer is yes.
func (c FlagColumn) Yes() Cond {
	return Cond{Say: c.Label + " là có", Test: func(r Row) bool { return c.Get(r) }, cols: []*Column{c.Column}}
}

// In is true where the column holds one of the codes. A code that is not in
// the column's list stops the program.
func (c CodeColumn) In(codes ...string) Cond {
	for _, k := range codes {
		if !c.Codes.Has(k) {
			panic(fmt.Sprintf("form: column %s (%s): no code %q in its list", c.Tag, c.Label, k))
		}
	}
	return Cond{
		Say:  c.Label + " là " + strings.Join(codes, ", "),
		Test: func(r Row) bool { return slices.Contains(codes, c.Get(r)) },
		cols: []*Column{c.Column},
	}
}

func unlessZero(n int64) Value {
	if n == 0 {
		return Value{}
	}
	return NumValue(n)
}
