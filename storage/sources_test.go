package storage

import (
	"errors"
	"testing"

	"ankhai/forms/form"
)

// What filled a cell goes with the step that filled it, and with the form as it was
// drafted; a person who types over it takes its place.
func TestSourcesOfCells(t *testing.T) {
	s := start(t)
	id := draft(t, s, 3).ID
	from := func(row int, tag string) string {
		t.Helper()
		touch, ok, err := s.LastTouch(ctx, id, "THU-01", "", row, tag)
		must(t, err)
		if !ok {
			return "none"
		}
		return touch.From
	}
	var r form.Row
	hoTen.Put(&r, form.TextValue("Người thêm vào"))
	must(t, s.FillRows(ctx, id, "THU-01", "", 1, []form.Row{r}, map[string]string{"HoTen": "danhSach", "*": "khac"}))
	want(t, "of a row", from(1, "HoTen"), "danhSach")
	want(t, "of its other cells", from(1, "MucLuong"), "khac")
	want(t, "of the row above", from(0, "HoTen"), "none")
	must(t, s.EditCells(ctx, id, "THU-01", []CellEdit{{Row: 0, Tag: "MucLuong", New: form.NumValue(5), From: "bangLuong"}}))
	want(t, "of a cell", from(0, "MucLuong"), "bangLuong")
	must(t, s.EditCells(ctx, id, "THU-01", []CellEdit{{Row: 0, Tag: "MucLuong", New: form.NumValue(6)}}))
	want(t, "typed over", from(0, "MucLuong"), "")
	_, err := s.Undo(ctx, id, "THU-01")
	must(t, err)
	want(t, "and taken back", from(0, "MucLuong"), "bangLuong")
}

func TestSourcesOfAForm(t *testing.T) {
	s := start(t)
	id := draft(t, s, 2).ID
	got, err := s.Sources(ctx, id, "THU-01")
	must(t, err)
	want(t, "nobody said", got.Of("", "HoTen"), "")
	must(t, s.PutSources(ctx, id, "THU-01", Sources{"": {"*": "danhSach", "MucLuong": "bangLuong"}, "head": {"DonVi": "donVi"}}))
	got, err = s.Sources(ctx, id, "THU-01")
	must(t, err)
	want(t, "by tag", got.Of("", "MucLuong"), "bangLuong")
	want(t, "all others", got.Of("", "HoTen"), "danhSach")
	want(t, "the head", got.Of("head", "DonVi"), "donVi")
	want(t, "another table", got.Of("NguoiThan", "HoTen"), "")
	must(t, s.PutDoc(ctx, id, load(t, s, id)))
	got, err = s.Sources(ctx, id, "THU-01")
	must(t, err)
	want(t, "of a form that was replaced", len(got), 0)
	if err := s.PutSources(ctx, id, "KHAC", Sources{}); !errors.Is(err, ErrNotFound) {
		t.Errorf("no such form: %v", err)
	}
}
