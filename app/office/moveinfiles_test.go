package office

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/forms/xmlfile"
)

// monthsOf writes the histories of the store, one person a line.
func monthsOf(t *testing.T, o *Office) string {
	t.Helper()
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all, err := o.store.Histories(t.Context(), dv.MaSoThue)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, h := range all {
		line := h[0].Who.HoTen
		for _, x := range h {
			line += fmt.Sprintf(" · %s %s %d", x.Who.TuThang, x.Who.TrangThai, x.Who.Luong.MucLuong)
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// Payrolls of three months, on three sheets of one file whose name gives the year or in
// a file each, tell the same: who came, whose pay changed, and that somebody is missing
// of whom nobody has said why.
func TestMoveInPayrolls(t *testing.T) {
	heads := []string{"STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Mã số BHXH", "Mức lương đóng BHXH"}
	an := func(pay string) []string {
		return []string{"1", "Nguyễn Văn An", "15/08/1995", "Nam", "079095000001", "7900000001", pay}
	}
	be := []string{"2", "Trần Thị Bé", "02/03/1990", "Nữ", "079190000002", "7900000002", "5000000"}
	months := []sheet.Tab{
		{Name: "T1", Heads: heads, Lines: [][]string{an("6000000"), be}},
		{Name: "T2", Heads: heads, Lines: [][]string{an("6500000"), be}},
		{Name: "T3", Heads: heads, Lines: [][]string{an("6500000")}},
	}
	const want = "Nguyễn Văn An · 01/2024 dangDong 6000000 · 02/2024 dangDong 6500000\nTrần Thị Bé · 01/2024 dangDong 5000000 · 03/2024 chuaRo 0"

	o := switchDesk(t)
	res := moveIn(t, o, MoveInFile{Name: "luong 2024.xlsx", Data: workbookOf(t, months...)})
	if got := monthsOf(t, o); got != want {
		t.Errorf("one file: got\n%s\nwant\n%s\n%+v", got, want, res)
	}
	if got := fmt.Sprint(res.Files[0].Months); got != "[2024-01 2024-02 2024-03]" {
		t.Errorf("months %s", got)
	}
	for _, p := range res.Problems {
		t.Errorf("one file: %v", p)
	}
	o = switchDesk(t)
	for i, m := range months {
		m.Name = "Luong"
		moveIn(t, o, MoveInFile{Name: "luong.xlsx", Data: workbookOf(t, m), Month: law.MonthOf(2024, i+1)})
	}
	if got := monthsOf(t, o); got != want {
		t.Errorf("three files: got\n%s\nwant\n%s", got, want)
	}
	o = switchDesk(t)
	res = moveIn(t, o, MoveInFile{Name: "luong.xlsx", Data: workbookOf(t, months[0])})
	if got := monthsOf(t, o); got != "" || !slices.ContainsFunc(codesOf(res), func(c string) bool { return c == "LS-08" }) {
		t.Errorf("a payroll of no month: %s %v", got, codesOf(res))
	}
}

func codesOf(res MoveInResult) (out []string) {
	for _, v := range res.Findings {
		out = append(out, v.Ma)
	}
	return out
}

// A package of another employer is not taken; one that was changed after signing is
// taken only when somebody has said so.
func TestMoveInPackages(t *testing.T) {
	o := switchDesk(t)
	people := inventPeople(3, 2, 202401, 202401)
	people[0].said, people[1].said = []saidOf{{202401, "TM", 6_000_000}}, []saidOf{{202401, "TM", 7_000_000}}
	data := packageOf(t, o, people, []int{0, 1}, 202401)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	foreign := bytes.Replace(data, []byte("<MaSoThue>"+dv.MaSoThue), []byte("<MaSoThue>0300000004"), 1)
	h, _, err := xmlfile.ReadEnvelope(foreign)
	if err != nil {
		t.Fatal(err)
	}
	unsigned, err := xmlfile.BuildEnvelope(h)
	if err != nil {
		t.Fatal(err)
	}
	res := moveIn(t, o, MoveInFile{Name: "khac.xml", Data: unsigned})
	if f := res.Files[0]; f.State != MovedNot || !strings.Contains(f.Say, "đơn vị khác") {
		t.Errorf("another employer's: %+v", f)
	}
	changed := bytes.Replace(data, []byte("<NguoiKy>Người thử"), []byte("<NguoiKy>Người khác"), 1)
	res = moveIn(t, o, MoveInFile{Name: "sua.xml", Data: changed})
	if f := res.Files[0]; f.State != MovedNot || res.Kept {
		t.Errorf("changed: %+v", f)
	}
	res, err = o.MoveIn(t.Context(), MoveInInput{Files: []MoveInFile{{Name: "sua.xml", Data: changed}}, Keep: []string{"sua.xml"}})
	if err != nil || !res.Kept || len(res.NotKnown) > 0 || len(res.People) != 2 {
		t.Errorf("changed and kept: %v %+v", err, res)
	}
	if src := res.People[0].Months[0].Source; !strings.HasSuffix(src, "sua.xml!D02-TS-595.xml: D02-TS/NoiDung/LaoDong[1]") {
		t.Errorf("source %s", src)
	}
}

// What was kept of a person's lines goes with the person, and taking the file in again
// does not bring them back.
func TestErasedPersonIsGoneFromMovedLines(t *testing.T) {
	o := switchDesk(t)
	line := func(name, maSo string) []string {
		l := make([]string, 54)
		l[1], l[2], l[3], l[6], l[14] = name, maSo, "15/08/1995", "6000000", "TM"
		return l
	}
	f := MoveInFile{Name: "tang-2024-01.xlsx", Data: tabOf(t, "Tang", 54, [][]string{line("Nguyễn Văn An", "7900000001"), line("Trần Thị Bé", "7900000002")})}
	res := moveIn(t, o, f)
	if len(res.People) != 2 {
		t.Fatalf("%+v", res)
	}
	rec, err := o.ShowPerson(t.Context(), res.People[0].ID)
	if err != nil || len(rec.ChuyenVao) != 1 || rec.ChuyenVao[0].Tep != f.Name || rec.ChuyenVao[0].Noi != "Tang!B2" || rec.ChuyenVao[0].PhuongAn != "TM" {
		t.Errorf("what is answered to them: %v %+v", err, rec.ChuyenVao)
	}
	if _, err := o.store.ErasePerson(t.Context(), res.People[0].ID, ForSubject); err != nil {
		t.Fatal(err)
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	notes, err := o.store.Memories(t.Context(), dv.MaSoThue, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range notes {
		if bytes.Contains(n.Data, []byte("7900000001")) || bytes.Contains(n.Data, []byte("Văn An")) {
			t.Errorf("%s still names them: %s", n.Key, n.Data)
		}
	}
	again := moveIn(t, o, f)
	if again.Kept || monthsOf(t, o) != "Trần Thị Bé · 01/2024 dangDong 6000000" {
		t.Errorf("again: %s %+v", monthsOf(t, o), again)
	}
}
