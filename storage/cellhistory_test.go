package storage

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/form"
)

// A cell tells every value that it has had, latest first, wherever its row stood, and
// nothing of what was undone.
func TestCellHistory(t *testing.T) {
	s := start(t)
	id := draft(t, s, 5).ID
	history := func(row int, tag string) string {
		t.Helper()
		got, err := s.CellHistory(t.Context(), id, "THU-01", "", row, tag)
		must(t, err)
		var out []string
		for _, c := range got {
			if c.At.IsZero() || c.Who == "" {
				t.Errorf("a step without its time or its person: %+v", c)
			}
			out = append(out, fmt.Sprintf("%v:%d>%d", c.Row, c.Old.N, c.New.N))
		}
		return strings.Join(out, " ")
	}
	set := func(row int, n int64) {
		t.Helper()
		must(t, s.EditCells(t.Context(), id, "THU-01", []CellEdit{{Row: row, Tag: "MucLuong", New: form.NumValue(n)}}))
	}
	if got := history(3, "MucLuong"); got != "" {
		t.Errorf("as drafted: %s", got)
	}
	set(3, 7)
	set(3, 8)
	must(t, s.InsertRows(t.Context(), id, "THU-01", "", 0, make([]form.Row, 2)))
	set(5, 9)
	if got := history(5, "MucLuong"); got != "false:8>9 false:7>8 false:0>7" && !strings.HasPrefix(got, "false:8>9 false:7>8 false:") {
		t.Errorf("three steps: %s", got)
	}
	set(0, 4)
	if got := history(0, "MucLuong"); got != "false:0>4 true:0>0" {
		t.Errorf("of a row that was put in: %s", got)
	}
	for range 2 {
		_, err := s.Undo(t.Context(), id, "THU-01")
		must(t, err)
	}
	if got := history(5, "MucLuong"); !strings.HasPrefix(got, "false:7>8") {
		t.Errorf("undone: %s", got)
	}
	if got := history(5, "HoTen"); got != "" {
		t.Errorf("the cell beside it: %s", got)
	}
	if _, err := s.CellHistory(t.Context(), id, "THU-01", "", 0, "KHONG"); !errors.Is(err, ErrNotFound) {
		t.Errorf("no such column: %v", err)
	}
}

// What is pasted changes cells and makes rows in one step, which goes back and comes
// again as one.
func TestEditAndAdd(t *testing.T) {
	s := start(t)
	id := draft(t, s, 3).ID
	var r form.Row
	hoTen.Put(&r, form.TextValue("Người dán vào"))
	must(t, s.EditAndAdd(t.Context(), id, "THU-01", []CellEdit{{Row: 2, Tag: "HoTen", New: form.TextValue("Đổi")}}, Added{At: 3, Rows: []form.Row{r, r}, From: map[string]string{"*": "nhapTay"}}))
	names := func() string {
		d, err := s.Doc(t.Context(), id, "THU-01")
		must(t, err)
		var out []string
		for _, r := range d.Rows {
			out = append(out, hoTen.Get(r))
		}
		return strings.Join(out[2:], ", ")
	}
	was := "Đổi, Người dán vào, Người dán vào"
	if got := names(); got != was {
		t.Errorf("after: %s", got)
	}
	if got, ok, err := s.LastTouch(t.Context(), id, "THU-01", "", 4, "HoTen"); err != nil || !ok || got.From != "nhapTay" {
		t.Errorf("touch %+v, %v, %v", got, ok, err)
	}
	c, err := s.Undo(t.Context(), id, "THU-01")
	must(t, err)
	if d, _ := s.Doc(t.Context(), id, "THU-01"); len(d.Rows) != 3 || c.Deleted != 2 || len(c.Cells) != 1 {
		t.Errorf("undone: %d rows, %+v", len(d.Rows), c)
	}
	_, err = s.Redo(t.Context(), id, "THU-01")
	must(t, err)
	if got := names(); got != was {
		t.Errorf("again: %s", got)
	}
	if err := s.EditAndAdd(t.Context(), id, "THU-01", nil, Added{At: 9, Rows: []form.Row{r}}); !errors.Is(err, ErrNotFound) {
		t.Errorf("beyond the end: %v", err)
	}
}
