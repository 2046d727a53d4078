package office

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/storage"
)

func TestWhatBecameOfAHome(t *testing.T) {
	for _, c := range []struct {
		name, xa, tinh string
		want           string // codes of commune and province
	}{
		{"abolished", "00001", "01", "00097 01"},
		{"abolished, no province", "00001", "", "00097 01"},
		{"divided", "00007", "01", "00025 01|00008 01"},
		{"in force", "00097", "01", ""},
		{"in no list", "99999", "01", ""},
		{"nothing known", "", "", ""},
		{"old province alone", "", "02", " 08"},
		{"new province alone", "", "08", ""},
		{"both numberings have it, the province is new", "00091", "01", ""},
	} {
		var got []string
		for _, n := range moveOf(facts.NguoiLaoDong{MaXa: c.xa, MaTinh: c.tinh}).Now {
			got = append(got, n.MaXa+" "+n.MaTinh)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	m := moveOf(facts.NguoiLaoDong{MaXa: "00007", MaTinh: "01"})
	if m.Was != "Phường Cống Vị, Quận Ba Đình (00007), Thành phố Hà Nội (01)" || m.Sure() || m.Now[0].Words != "Phường Giảng Võ, Thành phố Hà Nội" {
		t.Errorf("got %+v", m)
	}
}

// A code that both numberings have is an old one where the province is old.
func TestOldNumberingIsKnownByItsProvince(t *testing.T) {
	for _, was := range codes.XaCu.All() {
		province := strings.Split(was.Khac, ";")[0]
		old := codes.TinhCu.Find(province, nil)
		if !codes.Xa.Has(was.Ma) || len(old.Fits) > 0 || strings.Fields(was.Nhom)[0] == was.Ma {
			continue
		}
		for _, tc := range codes.TinhCu.All() {
			if tc.Ten != was.Khac || codes.Tinh.Has(tc.Ma) {
				continue
			}
			m := moveOf(facts.NguoiLaoDong{MaXa: was.Ma, MaTinh: tc.Ma})
			if len(m.Now) == 0 || m.Now[0].MaXa == was.Ma {
				t.Fatalf("%s of %s: got %+v", was.Ma, tc.Ma, m)
			}
			return
		}
	}
	t.Error("no such code in the lists")
}

// Twelve hundred addresses, thirty-seven of them in a commune that was divided: what is
// certain is changed in one step, the rest is chosen, and all of it can be taken back.
func TestConvertTwelveHundredAddresses(t *testing.T) {
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var sure, divided []string
	for _, i := range codes.XaCu.All() {
		switch n := len(strings.Fields(i.Nhom)); {
		case codes.Xa.Has(i.Ma):
		case n == 1 && len(sure) < 1163:
			sure = append(sure, i.Ma)
		case n > 1 && len(divided) < 37:
			divided = append(divided, i.Ma)
		}
	}
	var people []facts.NguoiLaoDong
	for i, ma := range append(sure, divided...) {
		people = append(people, facts.NguoiLaoDong{
			HoTen: fmt.Sprintf("Người Thử %d", i), SoCCCD: fmt.Sprintf("0792000%05d", i), MaXa: ma, TrangThai: facts.DangDong, TuThang: SampleMonth,
		})
	}
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, people, "thử"); err != nil {
		t.Fatal(err)
	}
	before, err := o.ConvertCommunes(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	chosen, open := map[string]string{}, 0
	for _, m := range before {
		if m.Sure() {
			chosen[m.Who.ID] = m.Now[0].MaXa
		} else {
			open++
		}
	}
	if len(before) != 1200 || open != 37 {
		t.Fatalf("%d people, %d to choose", len(before), open)
	}
	n, err := o.ApplyCommunes(t.Context(), SampleMonth, chosen)
	if err != nil || n != 1163 {
		t.Fatalf("changed %d, %v", n, err)
	}
	left, err := o.ConvertCommunes(t.Context(), SampleMonth)
	if err != nil || len(left) != 37 {
		t.Fatalf("%d left, %v", len(left), err)
	}
	if _, err := o.ApplyCommunes(t.Context(), SampleMonth, map[string]string{left[0].Who.ID: "00097"}); !errors.Is(err, ErrNotTheCommune) {
		t.Errorf("a commune it did not become: %v", err)
	}
	if n, err := o.ApplyCommunes(t.Context(), SampleMonth, map[string]string{left[0].Who.ID: left[0].Now[1].MaXa}); err != nil || n != 1 {
		t.Errorf("chosen: %d, %v", n, err)
	}
	if _, err := o.ApplyCommunes(t.Context(), SampleMonth, map[string]string{"NLD999999": "00097"}); !errors.Is(err, ErrNoPerson) {
		t.Errorf("nobody: %v", err)
	}
	p, err := o.store.Person(t.Context(), left[0].Who.ID)
	if err != nil || p.MaXa != left[0].Now[1].MaXa || p.MaTinh != left[0].Now[1].MaTinh {
		t.Errorf("got %s %s, %v", p.MaXa, p.MaTinh, err)
	}
	if n, err := o.UndoCommunes(t.Context()); err != nil || n != 1 {
		t.Errorf("undone %d, %v", n, err)
	}
	if _, err := o.UndoCommunes(t.Context()); !errors.Is(err, storage.ErrNothingToUndo) {
		t.Errorf("undone twice: %v", err)
	}
}
