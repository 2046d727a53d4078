package storage

import (
	"encoding/json"

	"ankhai/forms/form"
)

func oneCell(t *form.Table, c *form.Column, v form.Value) json.RawMessage {
	var r form.Row
	c.Put(&r, v)
	return t.AppendRow(nil, r)
}

func (e *editing) change(f *form.Form, back bool) (Change, error) {
	put, take := e.Insert, e.Delete
	if back {
		put, take = take, put
	}
	c := Change{Table: e.Table, At: e.At, Deleted: len(take)}
	for _, data := range put {
		r, err := tableOf(f, e.Table).ReadRow(data)
		if err != nil {
			return c, err
		}
		c.Inserted = append(c.Inserted, r)
	}
	for _, x := range e.Cells {
		k := CellEdit{Table: x.Table, Row: x.Row, Tag: x.Tag, Old: x.was, New: x.now}
		if back {
			k.Old, k.New = k.New, k.Old
		}
		c.Cells = append(c.Cells, k)
	}
	return c, nil
}
