package form

import "fmt"

// Kind is what a column holds and in which unit.
type Kind uint8

// The kinds. Units: Money đồng; Decimal thousandths (2,34 = 2340); Rate 1/10 000
// (32 % = 3200); Day yyyymmdd; Birth yyyymmdd with 00 for parts not known;
// Month yyyymm; Int pieces; Flag 0 or 1.
const (
	KindText Kind = iota
	KindCode
	KindDay
	KindBirth
	KindMonth
	KindMoney
	KindDecimal
	KindRate
	KindInt
	KindFlag
)

// numeric reports whether a value of the kind is a number to reckon with.
func (k Kind) numeric() bool {
	return k == KindMoney || k == KindDecimal || k == KindRate || k == KindInt
}

// Confidence says how sure the source of a fact is. It travels with the
// declaration into the spec sheet and wherever a user meets the fact.
type Confidence string

// The four marks.
const (
	High     Confidence = "cao"
	Medium   Confidence = "trung bình"
	Low      Confidence = "thấp"
	Inferred Confidence = "suy ra"
)

// Unsure reports whether a fact of this mark has yet to be confirmed.
func (c Confidence) Unsure() bool { return c == Low || c == Inferred }

// List is a code list as a column needs it; forms/codes has them.
type List interface {
	Name() string             // the list's Vietnamese name
	Has(code string) bool     // whether the code is in the list
	Label(code string) string // the code's words, "" if it is not in the list
}

// Successor is a List that knows codes which it had before: now are the codes in
// their place, several where the choice is the user's, and say tells it in words.
type Successor interface {
	Successors(code string) (now []string, say string)
}

// Column is one column of a mẫu. Its identity is its tag, which never changes
// meaning; its index in a Row is given when the form registers, in order of
// appearance, and later versions of the mẫu only append.
type Column struct {
	Tag       string     // key in drafts and in JSON: "MaSoBHXH"
	Label     string     // the words on the form: "Mã số BHXH"
	Kind      Kind       // what it holds
	Required  bool       // must be answered in every row
	MaxRunes  int        // longest text allowed; 0 = no limit
	Codes     List       // for KindCode
	Help      string     // one line for the person who fills it
	Sensitive bool       // sensitive personal data (Nghị định 356/2025/NĐ-CP, Điều 4)
	Conf      Confidence // of the column itself; High unless said
	index     int
	form      string
}

// Option changes a column while it is declared.
type Option func(*Column)

// Must makes the column required in every row.
func Must(c *Column) { c.Required = true }

// Personal marks sensitive personal data.
func Personal(c *Column) { c.Sensitive = true }

// Max limits a text to n characters.
func Max(n int) Option { return func(c *Column) { c.MaxRunes = n } }

// Help gives the column a line of help.
func Help(s string) Option { return func(c *Column) { c.Help = s } }

// Sure sets how sure the source of the column is.
func Sure(k Confidence) Option { return func(c *Column) { c.Conf = k } }

func newColumn(tag, label string, k Kind, opts []Option) *Column {
	c := &Column{Tag: tag, Label: label, Kind: k, Conf: High, index: -1}
	for _, o := range opts {
		o(c)
	}
	return c
}

// Get returns the cell of this column, unknown if the row does not reach it.
func (c *Column) Get(r Row) Value { return r.at(c) }

// Put sets the cell, growing the row as far as the column needs.
func (c *Column) Put(r *Row, v Value) {
	if c.index < 0 {
		panic(fmt.Sprintf("form: column %s (%s) is in no registered form", c.Tag, c.Label))
	}
	for len(*r) <= c.index {
		*r = append(*r, Value{})
	}
	(*r)[c.index] = v
}

// Known reports whether the row answers this column.
func (c *Column) Known(r Row) bool { return r.at(c).A == Known }

// Index is the column's place in a Row of its table.
func (c *Column) Index() int { return c.index }

// Col returns the column itself, so that every handle can be passed as one.
func (c *Column) Col() *Column { return c }

// Handle is any typed column.
type Handle interface{ Col() *Column }

// Filled is true where the row answers the column, Empty where it does not.
func (c *Column) Filled() Cond {
	return Cond{Say: c.Label + " có ghi", Test: c.Known, cols: []*Column{c}}
}

// Empty is true where the column is unknown or left blank on purpose.
func (c *Column) Empty() Cond {
	return Cond{Say: c.Label + " để trống", Test: func(r Row) bool { return !c.Known(r) }, cols: []*Column{c}}
}
