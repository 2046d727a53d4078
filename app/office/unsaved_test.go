package office

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What is typed belongs to the employer of its form, or to none; the latest stands
// first, and one without a difference is gone.
func TestUnsaved(t *testing.T) {
	o := sampleDesk(t)
	ctx := t.Context()
	dv, err := o.Company(ctx)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 26, 14, 5, 0, 0, vietnam)
	told := Unsaved{Form: "loi-co-quan:HS000001", Title: "Lời cơ quan BHXH", Of: dv.MaSoThue, At: at, Go: Place{"ho-so", "HS000001"},
		Fields: []UnsavedField{{"loi", "Lời", "thiếu số CCCD"}}}
	added := Unsaved{Form: "don-vi-moi", Title: "Đơn vị mới", At: at.Add(time.Minute), Fields: []UnsavedField{{"ten", "Tên đơn vị", "CÔNG TY MỚI"}}}
	other := Unsaved{Form: "don-vi", Title: "Đơn vị", Of: "0300588569", At: at, Fields: []UnsavedField{{"ten", "Tên đơn vị", "CỦA ĐƠN VỊ KHÁC"}}}
	if err := errors.Join(o.KeepUnsaved(ctx, told), o.KeepUnsaved(ctx, added), o.KeepUnsaved(ctx, other)); err != nil {
		t.Fatal(err)
	}
	names := func() string {
		t.Helper()
		all, err := o.Unsaved(ctx)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, u := range all {
			out = append(out, u.Form+"="+u.Fields[0].Value)
		}
		return strings.Join(out, " | ")
	}
	if got := names(); got != "don-vi-moi=CÔNG TY MỚI | loi-co-quan:HS000001=thiếu số CCCD" {
		t.Errorf("kept %s", got)
	}
	told.Fields[0].Value = "thiếu số CCCD của vợ"
	added.Fields = nil
	if err := errors.Join(o.KeepUnsaved(ctx, told), o.KeepUnsaved(ctx, added)); err != nil {
		t.Fatal(err)
	}
	if got := names(); got != "loi-co-quan:HS000001=thiếu số CCCD của vợ" {
		t.Errorf("typed on: %s", got)
	}
	if err := o.DropUnsaved(ctx, "loi-co-quan:HS000001"); err != nil {
		t.Fatal(err)
	}
	if got := names(); got != "" {
		t.Errorf("dropped, and %s is there", got)
	}
	if err := o.DropUnsaved(ctx, "loi-co-quan:HS000001"); !errors.Is(err, ErrNoUnsaved) {
		t.Errorf("dropped twice: %v", err)
	}
}

// What is typed lies encrypted, and goes with the person whom it names.
func TestUnsavedIsEncryptedAndErased(t *testing.T) {
	o := sampleDesk(t)
	ctx := t.Context()
	dv, err := o.Company(ctx)
	if err != nil {
		t.Fatal(err)
	}
	who, err := o.People(ctx, SampleMonth)
	if err != nil || len(who) == 0 {
		t.Fatal(who, err)
	}
	n := who[0]
	u := Unsaved{Form: "loi-co-quan:HS000001", Title: "Lời", Of: dv.MaSoThue, At: testNow(),
		Fields: []UnsavedField{{"loi", "Lời", "sai CCCD " + n.SoCCCD + " của " + n.HoTen}, {"soHoSo", "Số hồ sơ", "00123/2026/07906"}}}
	if err := o.KeepUnsaved(ctx, u); err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(o.Dir(), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil && (strings.Contains(string(data), n.SoCCCD) || strings.Contains(string(data), "00123/2026/07906")) {
			t.Errorf("%s says it in clear", filepath.Base(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.store.ErasePerson(ctx, n.ID, EraseReasons[0]); err != nil {
		t.Fatal(err)
	}
	all, err := o.Unsaved(ctx)
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	if words := all[0].Fields[0].Value; strings.Contains(words, n.SoCCCD) || strings.Contains(words, n.HoTen) {
		t.Errorf("after the erasure it says %q", words)
	}
	if all[0].Fields[1].Value != "00123/2026/07906" {
		t.Errorf("what is of nobody is %q", all[0].Fields[1].Value)
	}
}

// What was typed about a person goes with them, also what does not name them.
func TestUnsavedGoesWithThePerson(t *testing.T) {
	o := sampleDesk(t)
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people[:2] {
		if err := o.KeepUnsaved(t.Context(), Unsaved{Of: dv.MaSoThue, Form: "nguoi:" + p.ID, Title: "Thông tin của " + p.HoTen, Go: Place{"nguoi-lao-dong", p.ID},
			Fields: []UnsavedField{{"dienThoai", "Điện thoại", "0911222333"}}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := o.ErasePerson(t.Context(), EraseOrder{ID: people[0].ID, Reason: ForSubject}); err != nil {
		t.Fatal(err)
	}
	if left, err := o.Unsaved(t.Context()); err != nil || len(left) != 1 || left[0].Form != "nguoi:"+people[1].ID {
		t.Errorf("left: %+v %v", left, err)
	}
}
