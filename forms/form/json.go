package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"ankhai/forms/law"
)

// AppendRow writes a row as a JSON object by tag: texts and codes as strings,
// money and counts as numbers, decimals and rates as strings ("2.34"), days
// "2026-11-22" (a partial date of birth "1990" or "1990-05"), months "2026-11",
// flags as booleans. Blank on purpose is null; unknown is absent. The order of
// the keys is the order of the table, so equal rows give equal bytes.
func (t *Table) AppendRow(b []byte, r Row) []byte {
	b = append(b, '{')
	first := true
	for _, g := range t.Groups {
		for _, c := range g.Cols {
			v := c.Get(r)
			if v.A == Unknown {
				continue
			}
			if !first {
				b = append(b, ',')
			}
			first = false
			b = strconv.AppendQuote(b, c.Tag)
			b = append(b, ':')
			b = c.appendJSON(b, v)
		}
	}
	return append(b, '}')
}

func (c *Column) appendJSON(b []byte, v Value) []byte {
	if v.A == Blank {
		return append(b, "null"...)
	}
	switch c.Kind {
	case KindMoney, KindInt:
		return strconv.AppendInt(b, v.N, 10)
	case KindFlag:
		return strconv.AppendBool(b, v.N == 1)
	case KindDay:
		return strconv.AppendQuote(b, law.Day(v.N).ISO())
	case KindBirth:
		d := law.Day(v.N)
		switch {
		case d.Month().Num() == 0:
			return strconv.AppendQuote(b, strconv.Itoa(d.Year()))
		case d.Dom() == 0:
			return strconv.AppendQuote(b, d.Month().ISO())
		}
		return strconv.AppendQuote(b, d.ISO())
	case KindMonth:
		return strconv.AppendQuote(b, law.Month(v.N).ISO())
	case KindDecimal, KindRate:
		return strconv.AppendQuote(b, c.plain(v))
	}
	s, _ := json.Marshal(v.S)
	return append(b, s...)
}

// ReadRow reads what AppendRow wrote. A tag that the table does not have is an
// error: it comes from a newer program, and dropping it would lose data.
func (t *Table) ReadRow(data []byte) (Row, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var m map[string]any
	if err := dec.Decode(&m); err != nil {
		return nil, fmt.Errorf("read row of %s: %w", t.Tag, err)
	}
	var r Row
	for tag, x := range m {
		c := t.Column(tag)
		if c == nil {
			return nil, fmt.Errorf("read row of %s: no column %q", t.Tag, tag)
		}
		v, err := c.fromJSON(x)
		if err != nil {
			return nil, fmt.Errorf("read row of %s: column %s: %w", t.Tag, tag, err)
		}
		c.Put(&r, v)
	}
	return r, nil
}

func (c *Column) fromJSON(x any) (Value, error) {
	switch x := x.(type) {
	case nil:
		return BlankValue(), nil
	case bool:
		if c.Kind == KindFlag {
			if x {
				return NumValue(1), nil
			}
			return NumValue(0), nil
		}
	case json.Number:
		if c.Kind == KindMoney || c.Kind == KindInt {
			if n, err := x.Int64(); err == nil { // the error would quote the number
				return NumValue(n), nil
			}
			return Value{}, errNotOfKind
		}
		// scripts may write 2.34 for a decimal
		if v, _, ok := c.Parse(x.String()); ok {
			return v, nil
		}
	case string:
		if v, _, ok := c.Parse(x); ok {
			return v, nil
		}
	}
	return Value{}, errNotOfKind
}

// errNotOfKind names no value: it may be a wage.
var errNotOfKind = errors.New("value is not of its kind")

type docJSON struct {
	Form    string                       `json:"form"`
	Version string                       `json:"version"`
	Head    json.RawMessage              `json:"head,omitempty"`
	Rows    []json.RawMessage            `json:"rows"`
	Subs    map[string][]json.RawMessage `json:"subs,omitempty"`
}

// MarshalJSON writes the whole document by tag.
func (d *Doc) MarshalJSON() ([]byte, error) {
	out := docJSON{Form: d.Form.ID, Version: d.Form.Version, Rows: make([]json.RawMessage, 0, len(d.Rows))}
	if d.Form.Head != nil {
		out.Head = d.Form.Head.AppendRow(nil, d.Head)
	}
	for _, r := range d.Rows {
		out.Rows = append(out.Rows, d.Form.Table.AppendRow(nil, r))
	}
	for _, t := range d.Form.Subs {
		for _, r := range d.Subs[t.Tag] {
			if out.Subs == nil {
				out.Subs = map[string][]json.RawMessage{}
			}
			out.Subs[t.Tag] = append(out.Subs[t.Tag], t.AppendRow(nil, r))
		}
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote, into the newest version of the
// form named there.
func (d *Doc) UnmarshalJSON(data []byte) error {
	var in docJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	f := Of(in.Form)
	if f == nil {
		return fmt.Errorf("read document: no form %q", in.Form)
	}
	*d = *New(f)
	var err error
	if f.Head != nil && len(in.Head) > 0 {
		if d.Head, err = f.Head.ReadRow(in.Head); err != nil {
			return err
		}
	}
	for i, raw := range in.Rows {
		r, err := f.Table.ReadRow(raw)
		if err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
		d.Rows = append(d.Rows, r)
	}
	for tag, rows := range in.Subs {
		t := f.Sub(tag)
		if t == nil {
			return fmt.Errorf("read document: form %s has no table %q", in.Form, tag)
		}
		for _, raw := range rows {
			r, err := t.ReadRow(raw)
			if err != nil {
				return err
			}
			d.Subs[tag] = append(d.Subs[tag], r)
		}
	}
	return nil
}
