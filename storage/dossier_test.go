package storage

import (
	"bytes"
	"fmt"
	"testing"

	"ankhai/forms/form"
)

// draft makes a dossier with one form of n rows.
func draft(t testing.TB, s *Store, n int) Dossier {
	t.Helper()
	d, err := s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611})
	must(t, err)
	must(t, s.PutDoc(ctx, d.ID, filled(n)))
	return d
}

func filled(n int) *form.Doc {
	doc := form.New(mauMoi)
	donVi.Put(&doc.Head, form.TextValue("Công ty thử nghiệm"))
	for i := range n {
		var r form.Row
		hoTen.Put(&r, form.TextValue(fmt.Sprintf("Người %d", i)))
		sinh.Put(&r, form.NumValue(19900500))
		luong.Put(&r, form.NumValue(5_310_000))
		heSo.Put(&r, form.NumValue(2340))
		tu.Put(&r, form.NumValue(202611))
		ghiChu.Put(&r, form.BlankValue())
		for _, c := range cot {
			c.Col().Put(&r, form.TextValue("Nội dung của một ô"))
		}
		doc.Rows = append(doc.Rows, r)
	}
	var r form.Row
	than.Put(&r, form.TextValue("Người thân"))
	doc.Subs["NguoiThan"] = []form.Row{r}
	return doc
}

// text is a document as JSON, to compare.
func text(t testing.TB, d *form.Doc) string {
	t.Helper()
	b, err := d.MarshalJSON()
	must(t, err)
	return string(b)
}

func load(t testing.TB, s *Store, id string) *form.Doc {
	t.Helper()
	d, err := s.Doc(ctx, id, "THU-01")
	must(t, err)
	return d
}

func TestDotCountsDossiersOfAProcedureAndMonth(t *testing.T) {
	s := start(t)
	var got []string
	for _, d := range []Dossier{{Procedure: "600", Month: 202611}, {Procedure: "600", Month: 202611}, {Procedure: "600", Month: 202612},
		{Procedure: "630a", Month: 202611}, {Procedure: "600", Month: 202611, Parent: "HS000001", Note: "sửa lại"}} {
		d.MaSoThue = mst
		d, err := s.NewDossier(ctx, d)
		must(t, err)
		got = append(got, fmt.Sprintf("%s %s %s %d", d.ID, d.Procedure, d.Month.ISO(), d.Dot))
	}
	want(t, "dossiers", got, []string{"HS000001 600 2026-11 1", "HS000002 600 2026-11 2", "HS000003 600 2026-12 1",
		"HS000004 630a 2026-11 1", "HS000005 600 2026-11 3"})
	must(t, s.MoveDossier(ctx, "HS000005", Nhap, Huy))
	again, err := s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611})
	must(t, err)
	want(t, "đợt of a cancelled dossier is free", again.Dot, 3)
	all, err := s.Dossiers(ctx, mst)
	must(t, err)
	want(t, "latest first", all[0].ID, "HS000006")
	want(t, "parent and note", all[1].Parent+" "+all[1].Note, "HS000001 sửa lại")
	_, err = s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611, Parent: "HS999999"})
	wantErr(t, "unknown parent", err, ErrNotFound)
	_, err = s.Dossier(ctx, "HS999999")
	wantErr(t, "unknown dossier", err, ErrNotFound)
}

func TestFormComesBackAsItWas(t *testing.T) {
	s := start(t)
	d := draft(t, s, 3)
	want(t, "form", text(t, load(t, s, d.ID)), text(t, filled(3)))
	old := form.New(mauCu) // an old draft keeps its version
	must(t, s.PutDoc(ctx, d.ID, old))
	got := load(t, s, d.ID)
	if got.Form != mauCu {
		t.Errorf("version: got %s, want %s", got.Form.Version, mauCu.Version)
	}
	all, err := s.Docs(ctx, d.ID)
	must(t, err)
	want(t, "forms", len(all), 1)
	must(t, s.DeleteDoc(ctx, d.ID, "THU-01"))
	_, err = s.Doc(ctx, d.ID, "THU-01")
	wantErr(t, "deleted form", err, ErrNotFound)
}

func TestUndoAndRedo(t *testing.T) {
	s := start(t)
	id := draft(t, s, 5).ID
	states := []string{text(t, load(t, s, id))}
	var extra form.Row
	hoTen.Put(&extra, form.TextValue("Người chen vào"))
	for _, step := range []func() error{
		func() error {
			return s.EditCells(ctx, id, "THU-01", []CellEdit{
				{Row: 1, Tag: "HoTen", New: form.TextValue("Tên <khác>")},
				{Row: 4, Tag: "MucLuong", New: form.NumValue(9)},
				{Row: 4, Tag: "MucLuong", New: form.NumValue(10)}, // the same cell twice
				{Row: 3, Tag: "GhiChu"},                           // back to unknown
				{Table: "head", Tag: "DonVi", New: form.BlankValue()},
				{Table: "NguoiThan", Tag: "HoTen", New: form.TextValue("Người thân khác")},
			})
		},
		func() error { return s.InsertRows(ctx, id, "THU-01", "", 0, []form.Row{extra, extra}) },
		func() error { return s.InsertRows(ctx, id, "THU-01", "", 7, []form.Row{extra}) },
		func() error { return s.InsertRows(ctx, id, "THU-01", "", 3, []form.Row{extra}) },
		func() error { return s.DeleteRows(ctx, id, "THU-01", "", 1, 4) },
		func() error { return s.DeleteRows(ctx, id, "THU-01", "NguoiThan", 0, 1) },
		func() error { return s.InsertRows(ctx, id, "THU-01", "NguoiThan", 0, []form.Row{extra[:1]}) },
	} {
		must(t, step())
		states = append(states, text(t, load(t, s, id)))
	}
	want(t, "rows at the end", len(load(t, s, id).Rows), 5)
	for i := len(states) - 2; i >= 0; i-- {
		_, err := s.Undo(ctx, id, "THU-01")
		must(t, err)
		want(t, fmt.Sprintf("after undo to %d", i), text(t, load(t, s, id)), states[i])
	}
	_, err := s.Undo(ctx, id, "THU-01")
	wantErr(t, "nothing left", err, ErrNothingToUndo)
	for i := 1; i < len(states); i++ {
		c, err := s.Redo(ctx, id, "THU-01")
		must(t, err)
		want(t, fmt.Sprintf("after redo to %d", i), text(t, load(t, s, id)), states[i])
		if i == 1 {
			want(t, "what the redo says", c.Cells[2], CellEdit{Row: 4, Tag: "MucLuong", Old: form.NumValue(9), New: form.NumValue(10)})
		}
		if i == 5 {
			want(t, "what the redo says of rows", c, Change{At: 1, Deleted: 4})
		}
	}
	_, err = s.Undo(ctx, id, "THU-01")
	must(t, err)
	must(t, s.EditCells(ctx, id, "THU-01", []CellEdit{{Row: 0, Tag: "MaSo", New: form.TextValue("1")}}))
	_, err = s.Redo(ctx, id, "THU-01")
	wantErr(t, "redo after another edit", err, ErrNothingToUndo)
	must(t, s.PutDoc(ctx, id, filled(1)))
	_, err = s.Undo(ctx, id, "THU-01")
	wantErr(t, "undo after the form was replaced", err, ErrNothingToUndo)
}

// Rows put into the same place again and again use up the room between two rows.
func TestInsertManyTimesAtOnePlace(t *testing.T) {
	s := start(t)
	id := draft(t, s, 2).ID
	model := []string{"Người 0", "Người 1"}
	for i := range 60 {
		var r form.Row
		name := fmt.Sprintf("Chen %d", i)
		hoTen.Put(&r, form.TextValue(name))
		must(t, s.InsertRows(ctx, id, "THU-01", "", 1, []form.Row{r}))
		model = append(model[:1], append([]string{name}, model[1:]...)...)
	}
	var got []string
	for _, r := range load(t, s, id).Rows {
		got = append(got, hoTen.Col().Get(r).S)
	}
	want(t, "order", got, model)
}

func TestEditsThatPointNowhere(t *testing.T) {
	s := start(t)
	id := draft(t, s, 2).ID
	before := text(t, load(t, s, id))
	for name, err := range map[string]error{
		"row":         s.EditCells(ctx, id, "THU-01", []CellEdit{{Row: 0, Tag: "HoTen", New: form.TextValue("x")}, {Row: 2, Tag: "HoTen"}}),
		"row below 0": s.EditCells(ctx, id, "THU-01", []CellEdit{{Row: -1, Tag: "HoTen"}}),
		"column":      s.EditCells(ctx, id, "THU-01", []CellEdit{{Row: 0, Tag: "KhongCo"}}),
		"table":       s.EditCells(ctx, id, "THU-01", []CellEdit{{Table: "KhongCo", Row: 0, Tag: "HoTen"}}),
		"form":        s.EditCells(ctx, id, "KHONG-CO", []CellEdit{{Row: 0, Tag: "HoTen"}}),
		"dossier":     s.EditCells(ctx, "HS999999", "THU-01", []CellEdit{{Row: 0, Tag: "HoTen"}}),
		"insert":      s.InsertRows(ctx, id, "THU-01", "", 3, []form.Row{{}}),
		"delete":      s.DeleteRows(ctx, id, "THU-01", "", 1, 2),
		"delete head": s.DeleteRows(ctx, id, "THU-01", "head", 0, 1),
		"insert head": s.InsertRows(ctx, id, "THU-01", "head", 0, []form.Row{{}}),
	} {
		wantErr(t, name, err, ErrNotFound)
	}
	want(t, "form", text(t, load(t, s, id)), before)
}

func TestAnEditMakesACheckedDossierADraftAgain(t *testing.T) {
	s := start(t)
	id := draft(t, s, 1).ID
	must(t, s.MoveDossier(ctx, id, Nhap, DaKiem))
	wantErr(t, "stale state", s.MoveDossier(ctx, id, Nhap, DaKiem), ErrMoved)
	wantErr(t, "a state of submissions", s.MoveDossier(ctx, id, DaKiem, DaKy), ErrMoved)
	must(t, s.Dismiss(ctx, id, Dismissal{Code: "THU-01-05", Row: 1, Reason: "đã hỏi cơ quan BHXH"}))
	d, err := s.Dossier(ctx, id)
	must(t, err)
	want(t, "state after a dismissal", d.State, DaKiem)
	must(t, s.EditCells(ctx, id, "THU-01", []CellEdit{{Row: 0, Tag: "HoTen", New: form.TextValue("x")}}))
	d, err = s.Dossier(ctx, id)
	must(t, err)
	want(t, "state after an edit", d.State, Nhap)
	all, err := s.Dismissals(ctx, id)
	must(t, err)
	want(t, "dismissals", all, []Dismissal{{Code: "THU-01-05", Row: 1, Reason: "đã hỏi cơ quan BHXH", At: thisDay}})
	must(t, s.Undismiss(ctx, id, "THU-01-05", 1))
	all, err = s.Dismissals(ctx, id)
	must(t, err)
	want(t, "dismissals left", len(all), 0)
}

func TestAttachments(t *testing.T) {
	s := start(t)
	id := draft(t, s, 1).ID
	a, err := s.PutAttachment(ctx, id, Attachment{Name: "../../hợp đồng.pdf", Mime: "application/pdf", Bytes: []byte("%PDF-1.7")})
	must(t, err)
	empty, err := s.PutAttachment(ctx, id, Attachment{Name: "trống.txt"})
	must(t, err)
	got, err := s.Attachment(ctx, id, a.ID)
	must(t, err)
	want(t, "attachment", got, a)
	list, err := s.Attachments(ctx, id)
	must(t, err)
	want(t, "sizes", []int64{list[0].Size, list[1].Size}, []int64{8, 0})
	want(t, "no bytes in lists", list[0].Bytes == nil, true)
	_, err = s.PutAttachment(ctx, id, Attachment{Name: "lớn", Bytes: bytes.Repeat([]byte{0}, MaxAttachment+1)})
	wantErr(t, "too big", err, ErrTooBig)
	must(t, s.DeleteAttachment(ctx, id, empty.ID))
	wantErr(t, "deleted twice", s.DeleteAttachment(ctx, id, empty.ID), ErrNotFound)
	other := draft(t, s, 1).ID
	_, err = s.Attachment(ctx, other, a.ID)
	wantErr(t, "another dossier's attachment", err, ErrNotFound)
}
