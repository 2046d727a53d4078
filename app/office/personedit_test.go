package office

import (
	"errors"
	"testing"

	"ankhai/forms/form"
)

// Who somebody is is corrected without touching their months; what was wrong before is
// told and stands in nobody's way; the fields of before bring the record back.
func TestEditPerson(t *testing.T) {
	o := sampleDesk(t)
	all, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	p := all[0]
	months, err := o.History(t.Context(), p.ID)
	if err != nil {
		t.Fatal(err)
	}
	was, found, err := o.EditPerson(t.Context(), p.ID, map[string]string{"soCCCD": all[1].SoCCCD, "maTinh": "thành phố không có"})
	if err != nil || !Blocked(found) || len(found) < 2 {
		t.Fatalf("a number of somebody else: %v %v", found, err)
	}
	if now, err := o.History(t.Context(), p.ID); err != nil || now[len(now)-1] != months[len(months)-1] {
		t.Errorf("something was kept: %v", err)
	}
	if _, found, err = o.EditPerson(t.Context(), p.ID, map[string]string{"hoTen": "  Nguyễn   Thị Sửa ", "dienThoai": "12"}); err != nil || Blocked(found) || len(found) == 0 {
		t.Fatalf("a reminder: %v %v", found, err)
	}
	after, err := o.History(t.Context(), p.ID)
	if err != nil || len(after) != len(months) {
		t.Fatalf("%d months, were %d: %v", len(after), len(months), err)
	}
	now := after[len(after)-1]
	if now.HoTen != "Nguyễn Thị Sửa" || now.DienThoai != "12" || now.Luong != months[len(months)-1].Luong || now.TuThang != months[len(months)-1].TuThang {
		t.Errorf("now %+v", now)
	}
	// The telephone is still wrong, which is told and does not stop the e-mail.
	if _, found, err = o.EditPerson(t.Context(), p.ID, map[string]string{"email": "sua@congty.vn"}); err != nil || Blocked(found) || len(found) == 0 || found[0].Level != form.Nhac {
		t.Errorf("what was wrong before: %v %v", found, err)
	}
	back := map[string]string{}
	for _, f := range was {
		back[f.Key] = f.Text
	}
	if _, _, err := o.EditPerson(t.Context(), p.ID, back); err != nil {
		t.Fatal(err)
	}
	if again, err := o.People(t.Context(), SampleMonth); err != nil || again[0] != p {
		t.Errorf("taken back:\n%+v\nwas\n%+v (%v)", again[0], p, err)
	}
	if _, _, err := o.EditPerson(t.Context(), "NLD999999", nil); !errors.Is(err, ErrNoPerson) {
		t.Errorf("nobody: %v", err)
	}
	if _, _, err := o.EditPerson(t.Context(), p.ID, map[string]string{"mucLuong": "1"}); !errors.Is(err, ErrNoField) {
		t.Errorf("pay by hand: %v", err)
	}
}
