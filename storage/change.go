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

func (e *editing) change(back bool) Change {
	c := Change{Table: e.Table, At: e.At, Inserted: len(e.Insert), Deleted: len(e.Delete)}
	if back {
		c.Inserted, c.Deleted = c.Deleted, c.Inserted
	}
	for _, x := range e.Cells {
		k := CellEdit{Table: x.Table, Row: x.Row, Tag: x.Tag, Old: x.was, New: x.now}
		if back {
			k.Old, k.New = k.New, k.Old
		}
		c.Cells = append(c.Cells, k)
	}
	return c
}
