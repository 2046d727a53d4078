package office

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/lichsu"
	"ankhai/storage"
)

// switchDesk is the desk of the sample company before anything was taken in.
func switchDesk(t *testing.T) *Office {
	t.Helper()
	o := openDesk(t, t.TempDir())
	if _, err := o.SampleCompany(t.Context()); err != nil {
		t.Fatal(err)
	}
	return o
}

func moveIn(t *testing.T, o *Office, files ...MoveInFile) MoveInResult {
	t.Helper()
	res, err := o.MoveIn(t.Context(), MoveInInput{Files: files})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// S17: a company leaves another program with three years of history. Every month of
// everybody stands as the answer has it, the files again change nothing, and their order
// does not matter.
func TestSwitchWithThreeYearsOfHistory(t *testing.T) {
	const from = law.Month(202309)
	people := inventPeople(2026, 40, from, from.Add(35))
	o := switchDesk(t)
	files := filesOf(t, o, people, from)
	if len(files) < 20 {
		t.Fatalf("%d files are no three years", len(files))
	}
	dry, err := o.MoveIn(t.Context(), MoveInInput{Files: files, DryRun: true})
	if err != nil || dry.Kept || len(dry.People) != len(people) {
		t.Fatalf("a look: %v, kept %v, %d people", err, dry.Kept, len(dry.People))
	}
	if got := answersOf(t, o); len(got) != 0 {
		t.Fatalf("the look has written %d people", len(got))
	}
	res := moveIn(t, o, files...)
	for _, f := range res.Files {
		if f.State != MovedNew || strings.HasSuffix(f.Name, ".xml") && !strings.Contains(f.Signature, "còn nguyên vẹn") {
			t.Errorf("%s: %s %s, %q", f.Name, f.State, f.Say, f.Signature)
		}
	}
	for _, v := range res.Findings {
		if v.Muc == form.Loi {
			t.Errorf("%s %s: %s %v", v.Ma, v.HoTen, v.Say, v.Cho)
		}
	}
	want := map[string]string{}
	for _, p := range people {
		want[p.who.MaSoBHXH] = fmt.Sprint(p.answer())
	}
	compareAnswers(t, answersOf(t, o), want)

	again := moveIn(t, o, files...)
	if again.Kept || len(again.People) != 0 {
		t.Errorf("the same files again change %d people", len(again.People))
	}
	for _, f := range again.Files {
		if f.State != MovedBefore {
			t.Errorf("%s again: %s", f.Name, f.State)
		}
	}

	other := switchDesk(t)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	for part := range slices.Chunk(files, 7) {
		moveIn(t, other, part...)
	}
	compareAnswers(t, answersOf(t, other), want)
	for len(answersOf(t, other)) > 0 {
		if _, err := other.UndoMoveIn(t.Context(), "", false); err != nil {
			t.Fatalf("undo: %v", err)
		}
	}
	if kept, err := other.MovedIn(t.Context(), ""); err != nil || len(kept) != 0 {
		t.Errorf("after undoing everything %d files are left, %v", len(kept), err)
	}
}

// answersOf are the histories in the store, by mã số BHXH.
func answersOf(t *testing.T, o *Office) map[string]string {
	t.Helper()
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all, err := o.store.Histories(t.Context(), dv.MaSoThue)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, h := range all {
		var months []standing
		for _, x := range h {
			if !strings.HasPrefix(x.Source, movedInSource) || !strings.ContainsAny(x.Source, "!(") {
				t.Errorf("%s %s: source %q", x.Who.HoTen, x.Who.TuThang, x.Source)
			}
			months = append(months, standing{x.Who.TuThang, x.Who.TrangThai, x.Who.Luong.MucLuong})
		}
		out[h[0].Who.MaSoBHXH] = fmt.Sprint(months)
	}
	return out
}

func compareAnswers(t *testing.T, got, want map[string]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d people, want %d", len(got), len(want))
	}
	for who, w := range want {
		if got[who] != w {
			t.Errorf("%s\n got %s\nwant %s", who, got[who], w)
		}
	}
}

// What the program has of itself stays, whatever files say.
func TestMoveInLeavesOwnMonths(t *testing.T) {
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	before, err := o.store.Histories(t.Context(), dv.MaSoThue)
	if err != nil {
		t.Fatal(err)
	}
	who := before[0][0].Who
	line := make([]string, 54)
	line[0], line[1], line[2], line[3], line[6], line[14], line[26] = "1", who.HoTen, who.MaSoBHXH, who.NgaySinh.String(), "5000000", "TM", who.SoCCCD
	late := slices.Clone(line)
	late[6], late[14] = "99000000", "DC"
	res := moveIn(t, o,
		MoveInFile{Name: "tang-2025-03.xlsx", Data: tabOf(t, "Tang", 54, [][]string{line})},
		MoveInFile{Name: "tang-2026-10.xlsx", Data: tabOf(t, "Tang", 54, [][]string{late})})
	after, err := o.store.Histories(t.Context(), dv.MaSoThue)
	if err != nil {
		t.Fatal(err)
	}
	if len(after[0]) != len(before[0])+1 || after[0][0].Who.TuThang != 202503 {
		t.Fatalf("got %v", after[0])
	}
	for i, h := range before[0] {
		if after[0][i+1].Who != h.Who || after[0][i+1].Source != h.Source {
			t.Errorf("month %s has changed: %v", h.Who.TuThang, after[0][i+1])
		}
	}
	if !slices.ContainsFunc(res.Findings, func(v lichsu.VanDe) bool { return v.Ma == "LS-18" && strings.Contains(v.Say, "99.000.000") }) {
		t.Errorf("the contradiction is not named: %v", res.Findings)
	}
	if _, err := o.UndoMoveIn(t.Context(), "", false); err != nil {
		t.Fatal(err)
	}
	back, err := o.store.Histories(t.Context(), dv.MaSoThue)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(back, before, func(a, b []storage.Held) bool { return slices.Equal(a, b) }) {
		t.Errorf("undoing leaves\n%v\nwant\n%v", back[0], before[0])
	}
}

func TestMonthOfName(t *testing.T) {
	for name, want := range map[string]string{
		"tang-2024-05.xlsx": "2024-05", "TANG202405.xls": "2024-05", "luong T05.2024.xlsx": "2024-05", "Bảng lương tháng 5-2024.xlsx": "2024-05", "thang5_2024.csv": "2024-05", "giam 12.2024 (2).xlsx": "2024-12",
		"D02-2024.xlsx": "", "D02_TS_2024.xml": "", "TK1-2024.xml": "", "luong 2024.xlsx": "", "20240515.xlsx": "", "tang 13-2024.xlsx": "", "595-2017.xml": "", "D02 2024-03.xml": "2024-03",
	} {
		m, year := monthOfName(name)
		got := ""
		if m.Valid() {
			got = m.ISO()
		}
		if got != want || year != 2024 && name != "595-2017.xml" && name != "20240515.xlsx" {
			t.Errorf("%s: %s, year %d, want %s", name, got, year, want)
		}
	}
}

// One more file that says another pay for one person in one month: that is named with
// both places, everybody else stands as the answer has it, and the decision brings the
// answer back.
func TestSwitchWithAContradiction(t *testing.T) {
	const from = law.Month(202309)
	people := inventPeople(17, 20, from, from.Add(35))
	o := switchDesk(t)
	moveIn(t, o, filesOf(t, o, people, from)...)
	want := map[string]string{}
	who, when := -1, law.Month(0)
	for i, p := range people {
		want[p.who.MaSoBHXH] = fmt.Sprint(p.answer())
		for _, s := range p.said {
			if s.pa == "DC" && s.month >= from.Add(24) && who < 0 {
				who, when = i, s.month
			}
		}
	}
	if who < 0 {
		t.Fatal("nobody's pay changes in the third year")
	}
	p := people[who].who
	line := make([]string, 54)
	line[0], line[1], line[2], line[3], line[6], line[14], line[26] = "1", p.HoTen, p.MaSoBHXH, p.NgaySinh.String(), "1234000", "DC", p.SoCCCD
	other := MoveInFile{Name: "tang-" + when.ISO() + ".xlsx", Data: tabOf(t, "Tang", 54, [][]string{line})}
	res := moveIn(t, o, other)
	var wrong []lichsu.VanDe
	for _, v := range res.Findings {
		if v.Muc == form.Loi {
			wrong = append(wrong, v)
		}
	}
	if len(wrong) != 1 || wrong[0].Ma != lichsu.KhacSo || wrong[0].So != p.MaSoBHXH || wrong[0].Thang != when || len(wrong[0].Cho) != 2 ||
		!strings.Contains(wrong[0].Say, "1.234.000") || !slices.Contains(wrong[0].Cho, other.Name+"!Tang!A2") {
		t.Fatalf("got %+v", wrong)
	}
	got := answersOf(t, o)
	if got[p.MaSoBHXH] == want[p.MaSoBHXH] || strings.Contains(got[p.MaSoBHXH], "1234000") {
		t.Errorf("the contradiction is settled by itself: %s", got[p.MaSoBHXH])
	}
	got[p.MaSoBHXH] = want[p.MaSoBHXH]
	compareAnswers(t, got, want)
	right := wrong[0].Cho[0]
	if right == other.Name+"!Tang!A2" {
		right = wrong[0].Cho[1]
	}
	if _, err := o.MoveIn(t.Context(), MoveInInput{Keep: []string{right}}); err != nil {
		t.Fatal(err)
	}
	compareAnswers(t, answersOf(t, o), want)
}
