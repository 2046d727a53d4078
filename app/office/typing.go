package office

import (
	"slices"

	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// cellReader reads what people type into the cells of one table. Words in a code cell
// are looked up once, however often a paste repeats them.
type cellReader struct {
	table *form.Table
	row   func(int) (form.Row, error) // of the draft, as it stands
	tinh  map[int][]newCell           // provinces read so far, by row
	known map[meaning]meant
}

type newCell struct {
	col *form.Column
	v   form.Value
}

type meaning struct {
	col  *form.Column
	tinh string
	text string
}

type meant struct{ code, say string }

func newCellReader(t *form.Table, row func(int) (form.Row, error)) *cellReader {
	return &cellReader{table: t, row: row, tinh: map[int][]newCell{}, known: map[meaning]meant{}}
}

// read reads a text; say tells what is wrong where it cannot be taken. Provinces must
// be read before communes.
func (x *cellReader) read(row int, c *form.Column, text string) (v form.Value, say string, err error) {
	v, say, ok := c.Parse(text)
	if !ok {
		return v, c.Label + ": " + say, nil
	}
	if c.Kind == form.KindCode && v.Known() && !c.Codes.Has(v.S) {
		at, err := x.at(row)
		if err != nil {
			return v, "", err
		}
		code, say := x.meant(c, at, v.S)
		if say != "" {
			return v, say, nil
		}
		v.S = code
	}
	if c.Codes == form.List(codes.Tinh) {
		x.tinh[row] = append(x.tinh[row], newCell{c, v})
	}
	return v, "", nil
}

func (x *cellReader) meant(c *form.Column, at form.Row, text string) (code, say string) {
	m := meaning{col: c, text: text}
	if p := provinceFor(x.table, c); p != nil {
		m.tinh = p.Get(at).S
	}
	got, ok := x.known[m]
	if !ok {
		got.code, _, got.say = Meant(x.table, c, at, text)
		x.known[m] = got
	}
	return got.code, got.say
}

// at is a row of the draft with the provinces that were read before.
func (x *cellReader) at(row int) (form.Row, error) {
	r, err := x.row(row)
	if err != nil {
		return nil, err
	}
	r = slices.Clone(r)
	for _, n := range x.tinh[row] {
		n.col.Put(&r, n.v)
	}
	return r, nil
}

// provincesFirst is an order in which cells of communes come after all others.
func provincesFirst(cols []*form.Column) []int {
	var first, last []int
	for i, c := range cols {
		if c != nil && c.Codes == form.List(codes.Xa) {
			last = append(last, i)
		} else {
			first = append(first, i)
		}
	}
	return append(first, last...)
}
