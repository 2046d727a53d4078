package office

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/storage"
)

// householdDossier drafts a Mẫu số 4 of a household of which the first of the roster is head,
// with the second as a member and a child whom the roster does not know.
// Of the child the number is given, or not yet.
func householdDossier(t *testing.T, o *Office, cccd string) (storage.Dossier, []facts.NguoiLaoDong) {
	t.Helper()
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	head, wife := people[0], people[1]
	row := func(p facts.NguoiLaoDong, quanHe string) string {
		return `{"Cua":"H1","HoTen":"` + p.HoTen + `","MaSoBHXH":"` + p.MaSoBHXH + `","SoCCCD":"` + p.SoCCCD + `","NgaySinh":"` + p.NgaySinh.Day().ISO() + `","QuanHe":"` + quanHe + `"`
	}
	data := `[{"form":"MAU-SO-4","head":{"NoiLap":"Hà Nội","NgayLap":"2026-11-22"},"rows":[{"ID":"H1","ChuHo":"` + head.HoTen + `","HoDT":"0912345678","HoDiaChi":"Số 1, đường Mẫu","HoXa":"00097","HoTinh":"01"}],
		"subs":{"ThanhVien":[` + row(head, "00") + `,"NoiKCB":"01003","MucLuong":2530000,"HinhThucNhan":"1","SoThang":12},` + row(wife, "01") + `},` +
		row(facts.NguoiLaoDong{HoTen: "Lê Thị Con Thử", SoCCCD: cccd, NgaySinh: 20200101}, "08") + `}]}}]`
	made, found, err := o.DraftJSON(t.Context(), "603-4", SampleMonth, []byte(data))
	if err != nil || len(made) != 1 {
		t.Fatalf("made %d, %+v, %v", len(made), found, err)
	}
	return made[0], people
}

// A household that was declared is known of its members who are in the roster, once the
// form has no Lỗi, and fills the next declaration of each.
func TestHouseholdIsRemembered(t *testing.T) {
	o := sampleDesk(t)
	d, people := householdDossier(t, o, "")
	if _, err := o.Check(t.Context(), d.ID); err != nil { // the child's number is missing
		t.Fatal(err)
	}
	if _, err := o.store.Household(t.Context(), people[0].ID); !errors.Is(err, storage.ErrNotFound) {
		t.Fatalf("with a Lỗi: %v", err)
	}
	d, people = householdDossier(t, o, "079320000012")
	if _, err := o.Check(t.Context(), d.ID); err != nil {
		t.Fatal(err)
	}
	for _, p := range people[:2] {
		h, err := o.store.Household(t.Context(), p.ID)
		if err != nil || h.ChuHo != people[0].HoTen || len(h.ThanhVien) != 3 || h.Source != d.ID || h.MaXa != "00097" {
			t.Errorf("of %s: %+v, %v", p.HoTen, h, err)
		}
	}
	if _, err := o.store.Household(t.Context(), people[2].ID); !errors.Is(err, storage.ErrNotFound) {
		t.Errorf("of somebody else: %v", err)
	}

	next, err := o.Open(t.Context(), Opening{Service: "D2", Procedure: "603-4", Month: SampleMonth, People: []string{people[1].ID, people[0].ID, people[2].ID}})
	if err != nil {
		t.Fatal(err)
	}
	doc := docNamed(t, o, next.ID, "MAU-SO-4")
	if len(doc.Rows) != 2 || len(doc.Subs[membersTable]) != 3 { // one household for two members, and one that is not known
		t.Fatalf("%d households, %d members", len(doc.Rows), len(doc.Subs[membersTable]))
	}
	if got := []string{cellShown(doc, 0, "ChuHo"), cellShown(doc, 0, "HoXa"), cellShown(doc, 1, "ChuHo")}; !slices.Equal(got, []string{people[0].HoTen, "00097", ""}) {
		t.Errorf("got %q", got)
	}
	sub := doc.Form.Sub(membersTable)
	show := func(r form.Row, tag string) string { c := sub.Column(tag); return c.Show(c.Get(r)) }
	child := doc.Subs[membersTable][2]
	if show(child, "HoTen") != "Lê Thị Con Thử" || show(child, "QuanHe") != "08" || show(child, "NgaySinh") != "01/01/2020" || show(child, "Cua") != cellShown(doc, 0, "ID") || show(child, "HinhThucNhan") != "" {
		t.Errorf("the child: %s", sub.AppendRow(nil, child))
	}
	for at, want := range map[[2]string]string{
		{"", "ChuHo"}: "từ hộ gia đình đã khai ở hồ sơ " + d.ID, {membersTable, "HoTen"}: "từ hộ gia đình đã khai ở hồ sơ " + d.ID, {membersTable, "Cua"}: "",
	} {
		if got := originOf(t, o, next.ID, "MAU-SO-4", at[0], 0, at[1]); got != want {
			t.Errorf("%v: got %q, want %q", at, got, want)
		}
	}
}

// The phụ lục of TK1-TS is asked of who has no mã số BHXH; of others the household is
// not carried along.
func TestHouseholdInTheDeclarationOfAPerson(t *testing.T) {
	o := sampleDesk(t)
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	fresh := people[0]
	fresh.ID, fresh.MaSoBHXH, fresh.SoCCCD, fresh.HoTen, fresh.MaNV = "", "", "079095009999", "Người Mới Thử", "M1"
	all := []facts.NguoiLaoDong{fresh}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, all, "thử"); err != nil {
		t.Fatal(err)
	}
	home := facts.HoGiaDinh{ChuHo: "Lê Văn Chủ", MaXa: "00097", MaTinh: "01", ThanhVien: []facts.ThanhVien{
		{HoTen: "Lê Văn Chủ", QuanHe: "00", NgaySinh: 19700101, GioiTinh: facts.Nam}, {HoTen: fresh.HoTen, SoCCCD: fresh.SoCCCD, QuanHe: "08", NgaySinh: fresh.NgaySinh}}}
	if err := o.store.PutHouseholds(t.Context(), map[string]facts.HoGiaDinh{all[0].ID: home, people[0].ID: home}, "HS000001"); err != nil {
		t.Fatal(err)
	}
	d, err := o.Open(t.Context(), Opening{Service: "E5", Case: "E5.01", Month: SampleMonth, People: []string{people[0].ID}})
	if err != nil {
		t.Fatal(err)
	}
	if docOf(mustView(t, o, d.ID).Docs, "TK1-TS") == nil {
		if err := o.AddForm(t.Context(), d.ID, "TK1-TS"); err != nil {
			t.Fatal(err)
		}
	}
	before := docNamed(t, o, d.ID, "TK1-TS")
	if len(before.Subs[membersTable]) != 0 {
		t.Errorf("%d members of somebody who has a number", len(before.Subs[membersTable]))
	}
	if err := o.AddRows(t.Context(), d.ID, "TK1-TS", "", []string{all[0].ID}, 0); err != nil {
		t.Fatal(err)
	}
	doc := docNamed(t, o, d.ID, "TK1-TS")
	last := len(doc.Rows) - 1
	if len(doc.Rows) != len(before.Rows)+1 || len(doc.Subs[membersTable]) != 2 || cellShown(doc, last, "ChuHo") != "Lê Văn Chủ" || cellShown(doc, last, "HoXa") != "00097" {
		t.Fatalf("%d rows, %d members, head %q", len(doc.Rows), len(doc.Subs[membersTable]), cellShown(doc, last, "ChuHo"))
	}
	sub := doc.Form.Sub(membersTable)
	if line := string(sub.AppendRow(nil, doc.Subs[membersTable][1])); !strings.Contains(line, `"ThamGia":true`) || !strings.Contains(line, `"Cua":"079095009999"`) {
		t.Errorf("the person among the members: %s", line)
	}
	if line := string(sub.AppendRow(nil, doc.Subs[membersTable][0])); strings.Contains(line, "ThamGia") {
		t.Errorf("somebody else: %s", line)
	}
}

// What is held of a person tells their household; it goes with them.
func TestHouseholdIsAnsweredForAndErased(t *testing.T) {
	o := sampleDesk(t)
	d, people := householdDossier(t, o, "079320000012")
	if _, err := o.Check(t.Context(), d.ID); err != nil {
		t.Fatal(err)
	}
	r, err := o.ShowPerson(t.Context(), people[1].ID)
	if err != nil || r.HoGiaDinh == nil || r.HoGiaDinh.HoSo != d.ID || len(r.HoGiaDinh.ThanhVien) != 3 || r.DeLamGi["hoGiaDinh"] == "" {
		t.Fatalf("got %+v, %v", r.HoGiaDinh, err)
	}
	if tab := householdTab(r); len(tab.Lines) != 4 || tab.Lines[3][1] != "Con" {
		t.Errorf("got %q", tab.Lines)
	}
	if _, err := o.ErasePerson(t.Context(), EraseOrder{ID: people[1].ID, Reason: ForSubject}); err != nil {
		t.Fatal(err)
	}
	h, err := o.store.Household(t.Context(), people[0].ID)
	if err != nil || len(h.ThanhVien) != 2 || h.Trong(people[1]) {
		t.Errorf("the head's household: %+v, %v", h.ThanhVien, err)
	}
}
