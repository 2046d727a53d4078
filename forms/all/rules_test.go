package all

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ankhai/forms/form"
)

// spoke is a line of a case's faults.
var spoke = regexp.MustCompile(`(?m)^(\S+) (?:Lỗi|Nhắc) `)

// Every rule of every form speaks in a case of its folder, and every form has a case
// in which none does. Each package runs its own cases; this is the sum.
func TestEveryRuleOfEveryFormSpeaks(t *testing.T) {
	cases, spoken, clean := read(t)
	rules := 0
	for _, f := range form.Forms() {
		for _, tab := range append([]*form.Table{f.Table, f.Head}, f.Subs...) {
			if tab == nil {
				continue
			}
			for _, r := range tab.Rules {
				rules++
				if code := f.ID + "-" + r.Code; !spoken[code] {
					t.Errorf("no case makes %s speak: %s", code, r.Say)
				}
			}
		}
		if !clean[f.ID] {
			t.Errorf("%s has no case without faults", f.ID)
		}
	}
	t.Logf("%d forms, %d rules, %d cases", len(form.Forms()), rules, cases)
	if rules == 0 || cases == 0 {
		t.Error("nothing was looked at")
	}
}

// read gathers what the cases of all forms say, and which forms have a clean one. A
// folder declares one form, known by the heading of its spec sheet.
func read(t *testing.T) (cases int, spoken, clean map[string]bool) {
	spoken, clean = map[string]bool{}, map[string]bool{}
	for _, f := range form.Forms() {
		dir := folderOf(t, f)
		files, err := filepath.Glob(filepath.Join(dir, "testdata", "*.txtar"))
		if err != nil || len(files) == 0 {
			t.Errorf("%s has no cases in %s", f.ID, dir)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, faults, ok := strings.Cut(string(b), "\n-- faults --\n")
			if !ok {
				t.Errorf("%s says no faults", file)
			}
			faults, _, _ = strings.Cut("\n"+faults, "\n-- ")
			cases++
			said := spoke.FindAllStringSubmatch(faults, -1)
			clean[f.ID] = clean[f.ID] || len(said) == 0
			for _, m := range said {
				spoken[m[1]] = true
			}
		}
	}
	return cases, spoken, clean
}

// folderOf finds the folder whose spec sheet is that of the form.
func folderOf(t *testing.T, f *form.Form) string {
	t.Helper()
	sheets, err := filepath.Glob(filepath.Join("..", "*", "testdata", "spec.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sheets {
		b, err := os.ReadFile(s)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(b), "\n")
		want, _, _ := strings.Cut(form.Spec(f), "\n")
		if head == want {
			return filepath.Dir(filepath.Dir(s))
		}
	}
	t.Fatalf("no folder for %s", f.ID)
	return ""
}
