package storage

import (
	"errors"
	"testing"

	"ankhai/forms/form"
)

// A cell is followed back through rows that were put in and taken out above it, and
// through steps that were undone.
func TestLastTouch(t *testing.T) {
	s := start(t)
	id := draft(t, s, 5).ID
	touched := func(what, table string, row int, tag string, ok, whole bool) {
		t.Helper()
		got, found, err := s.LastTouch(ctx, id, "THU-01", table, row, tag)
		must(t, err)
		if found != ok || got.Row != whole || found == got.At.IsZero() {
			t.Errorf("%s: %+v, %v", what, got, found)
		}
	}
	touched("as drafted", "", 3, "MucLuong", false, false)
	must(t, s.EditCells(ctx, id, "THU-01", []CellEdit{{Row: 3, Tag: "MucLuong", New: form.NumValue(9)}, {Table: "head", Tag: "DonVi", New: form.BlankValue()}}))
	touched("typed", "", 3, "MucLuong", true, false)
	touched("the cell beside it", "", 3, "HoTen", false, false)
	touched("the row above", "", 2, "MucLuong", false, false)
	touched("in the head", "head", 0, "DonVi", true, false)
	touched("in another table", "NguoiThan", 3, "MucLuong", false, false)

	var extra form.Row
	hoTen.Put(&extra, form.TextValue("Người chen vào"))
	must(t, s.InsertRows(ctx, id, "THU-01", "", 1, []form.Row{extra, extra}))
	touched("moved down by two rows", "", 5, "MucLuong", true, false)
	touched("a row put in", "", 2, "MucLuong", true, true)
	touched("not moved", "", 0, "MucLuong", false, false)
	must(t, s.DeleteRows(ctx, id, "THU-01", "", 0, 2))
	touched("moved up again", "", 3, "MucLuong", true, false)
	touched("the other row put in", "", 0, "HoTen", true, true)
	for range 3 {
		_, err := s.Undo(ctx, id, "THU-01")
		must(t, err)
	}
	touched("undone", "", 3, "MucLuong", false, false)
	if _, _, err := s.LastTouch(ctx, id, "KHAC", "", 0, "HoTen"); !errors.Is(err, ErrNotFound) {
		t.Errorf("no such form: %v", err)
	}
}

func TestHeld(t *testing.T) {
	s := start(t)
	all := invented(1, 202610)
	must(t, s.PutPeople(ctx, mst, all, "bảng lương 10/2026"))
	later := all[0]
	later.TuThang, later.Luong.MucLuong = 202611, 9_000_000
	must(t, s.PutPeople(ctx, mst, append(all[:0:0], later), "hồ sơ HS000001"))
	got, err := s.Held(ctx, later.ID)
	must(t, err)
	if len(got) != 2 || got[0].Source != "bảng lương 10/2026" || got[1].Source != "hồ sơ HS000001" || got[1].Who.Luong.MucLuong != 9_000_000 || got[1].At.IsZero() {
		t.Errorf("%+v", got)
	}
	if _, err := s.Held(ctx, "NLD999999"); !errors.Is(err, ErrNotFound) {
		t.Errorf("nobody: %v", err)
	}
}
