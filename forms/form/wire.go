package form

import "ankhai/forms/law"

// Wire is a dated layout of the form as XML: strict order, no namespaces, no
// attributes, an empty element for what is not known, and an empty signature
// node at the end.
type Wire struct {
	Version  string // "595"
	File     string // the file's name in the envelope: "D02-TS-595.xml"
	Root     string // "D02-TS"
	SignNode string // "Cky"
	MaToKhai string // code in the envelope: "D02-TS"
	MoTa     string // description in the envelope
	Basis    string
	From     law.Day
	Until    law.Day
	Conf     Confidence
	Body     []Elem

	// Schema is the name of the file of the reconstructed schema without its
	// ending, where that is not the root's.
	Schema string
	// Mark is the name of an element that only files of this layout have, where
	// several kinds of file share the root.
	Mark string
	// Counter is a node behind SignNode for the signature of another party, which
	// stands empty in what we write.
	Counter string
}

// SchemaName is the name of the schema's file without its ending.
func (w *Wire) SchemaName() string {
	if w.Schema != "" {
		return w.Schema
	}
	return w.Root
}

// Elem is one element. Exactly one of Kids, Col, Write and Seq says what it holds.
type Elem struct {
	Name string
	Conf Confidence
	Kids []Elem

	Repeat Repeat  // whether it stands once, or once a row
	Sub    string  // tag of the sub-table, with EachSub
	Col    *Column // the column whose cell it carries
	Head   bool    // Col belongs to the head of the form
	Or     string  // what is written when the cell is not known: "" or "0"
	Seq    bool    // the running number of the row, from 1
	Write  func(WireRow) string
	Read   func(WireRow, string) bool // false: the text is not of its kind

	Hollow func(WireRow) bool // with Kids: where true, the element is written without them

	// With EachRow: which rows stand here, nil = all, and what a row that was read
	// here is thereby known to be.
	Where func(Row) bool
	Mark  func(*Row)
}

// Repeat says how often an element stands.
type Repeat uint8

// An element stands once, once a row of the main table, or once a row of a
// sub-table that belongs to the row around it.
const (
	Once Repeat = iota
	EachRow
	EachSub
)

// WireRow is what an element sees of its document. Row may be changed by Read.
type WireRow struct {
	Doc *Doc
	Row *Row
}

// Box groups elements.
func Box(name string, kids ...Elem) Elem { return Elem{Name: name, Kids: kids, Conf: High} }

// Each repeats elements for every row of the main table.
func Each(name string, kids ...Elem) Elem {
	return Elem{Name: name, Kids: kids, Repeat: EachRow, Conf: High}
}

// EachWhere repeats elements for the rows that where takes: for a file that
// keeps the main table in several groups. mark puts into a row that is read here
// what makes where take it, and is called before its elements are read.
func EachWhere(name string, where func(Row) bool, mark func(*Row), kids ...Elem) Elem {
	e := Each(name, kids...)
	e.Where, e.Mark = where, mark
	return e
}

// EachOf repeats elements for every row of the sub-table that belongs to the
// main row around it.
func EachOf(name, sub string, kids ...Elem) Elem {
	return Elem{Name: name, Kids: kids, Repeat: EachSub, Sub: sub, Conf: High}
}

// El carries a cell, empty when it is not known.
func El(name string, col Handle) Elem { return Elem{Name: name, Col: col.Col(), Conf: High} }

// ElOr carries a cell and writes or when it is not known.
func ElOr(name string, col Handle, or string) Elem {
	return Elem{Name: name, Col: col.Col(), Or: or, Conf: High}
}

// HeadEl carries a cell of the head, HeadElOr the same with a text for unknown.
func HeadEl(name string, col Handle) Elem {
	return Elem{Name: name, Col: col.Col(), Head: true, Conf: High}
}

// HeadElOr carries a cell of the head and writes or when it is not known.
func HeadElOr(name string, col Handle, or string) Elem {
	return Elem{Name: name, Col: col.Col(), Head: true, Or: or, Conf: High}
}

// Seq carries the running number of the row.
func Seq(name string) Elem { return Elem{Name: name, Seq: true, Conf: High} }

// Fn carries what write makes of the row; read puts it back. A nil read means
// that the element repeats what other elements say.
func Fn(name string, write func(WireRow) string, read func(WireRow, string) bool) Elem {
	return Elem{Name: name, Write: write, Read: read, Conf: High}
}

// Percent carries a percentage without the place that El writes, "5" and not
// "5.0", and writes or when it is not known.
func Percent(name string, c RateColumn, or string) Elem {
	return Fn(name, func(r WireRow) string {
		v := c.Column.Get(*r.Row)
		if v.A != Known {
			return or
		}
		return fixed(v.N, 2)
	}, func(r WireRow, s string) bool {
		v, ok := c.FromWire(s)
		if ok && v.A == Known {
			c.Put(r.Row, v)
		}
		return ok
	})
}

// Of sets how sure the source of the element is.
func (e Elem) Of(c Confidence) Elem { e.Conf = c; return e }

// HollowIf leaves a group without its kids where f holds of the row around it.
func (e Elem) HollowIf(f func(WireRow) bool) Elem { e.Hollow = f; return e }
