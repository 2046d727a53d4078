package office

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"ankhai/assets"
	"ankhai/forms/codes"
)

// Every page has a title, says what it is for before anything else, and is in NFC; a
// page in another language is of one in Vietnamese, and as long in parts.
func TestHelpPages(t *testing.T) {
	err := fs.WalkDir(assets.Help, helpDir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".md") {
			return err
		}
		data, err := fs.ReadFile(assets.Help, name)
		text := string(data)
		parts := strings.SplitN(text, "\n\n", 3)
		if !strings.HasPrefix(text, "# ") || len(parts) < 3 || strings.HasPrefix(parts[1], "#") || strings.HasPrefix(parts[1], "-") {
			t.Errorf("%s does not begin with a title and what it is for", name)
		}
		if !norm.NFC.IsNormalString(text) || strings.Contains(text, "!") {
			t.Errorf("%s is not in NFC, or shouts", name)
		}
		key := strings.TrimSuffix(filepath.Base(name), ".md")
		own, err2 := fs.ReadFile(assets.Help, helpDir+"/"+Vietnamese+"/"+key+".md")
		if err2 != nil || strings.Count(string(own), "\n## ") != strings.Count(text, "\n## ") {
			t.Errorf("%s does not follow the page in Vietnamese (%v)", name, err2)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFindHelp(t *testing.T) {
	for term, want := range map[string]string{"ho so": "ho-so", "đối chiếu": "doi-chieu", "phim tat": "phim", "khoi phuc": "khoa-du-lieu"} {
		found, err := FindHelp(term, Vietnamese)
		if err != nil || len(found) == 0 || !slices.ContainsFunc(found, func(p HelpPage) bool { return p.Key == want }) {
			t.Errorf("%q finds %v, %v", term, found, err)
		}
	}
	if p, ok := Help("cac-don-vi", English); !ok || p.Title == "" {
		t.Error("a page without a translation is not shown in Vietnamese")
	}
	if _, ok := Help("../vi/ho-so", Vietnamese); ok {
		t.Error("a path is no page")
	}
}

// Every code that the readers of workbooks and the practice gateway give is explained,
// and nothing that they never give is.
func TestCodesOfTables(t *testing.T) {
	wanted := map[string]bool{}
	for _, s := range []struct{ pattern, code string }{
		{"../../forms/sheet/problem.go", `"(XL-\d+)"`}, {"../gateway/sandbox/*.go", `"(E-[A-Z]+-\d+)"`}, {"../../docs/gateway/README.md", `\| (E-(?:SIG|BIZ-TRA)-\d+)`},
	} {
		files, err := filepath.Glob(s.pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", s.pattern, err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(f, "_test.go") {
				for _, m := range regexp.MustCompile(s.code).FindAllStringSubmatch(string(data), -1) {
					wanted[m[1]] = true
				}
			}
		}
	}
	has := map[string]bool{}
	for _, h := range Codes() {
		if h.Code != "" && has[h.Code] {
			t.Errorf("%s is explained twice", h.Code)
		}
		has[h.Code] = true
		if h.Say == "" || !norm.NFC.IsNormalString(h.Say+h.Remedy) {
			t.Errorf("%s says nothing, or not in NFC", h.Code)
		}
	}
	for code := range wanted {
		if !has[code] && !strings.HasPrefix(code, "E-BIZ-0") { // the rules of forms, by another name
			t.Errorf("nothing explains %s", code)
		}
	}
	for code := range has {
		if strings.HasPrefix(code, "XL-") && !wanted[code] {
			t.Errorf("%s is explained and never given", code)
		}
	}
	t.Logf("%d codes and sentences", len(has))
}

// A code finds itself first, its beginning finds its kin, words find what speaks of them.
func TestFindCodes(t *testing.T) {
	for term, want := range map[string]string{"d02-lt-04": "D02-LT-04", "XL-16": "XL-16", "e-sig": "E-SIG-01", "đang hưởng lương hưu": "E-BIZ-TRA-02", "3": "3"} {
		found := FindCodes(term, 0)
		if !slices.ContainsFunc(found, func(h CodeHelp) bool { return h.Code == want }) {
			t.Errorf("%q does not find %s among %d", term, want, len(found))
		}
		if codes.Fold(term) == codes.Fold(want) && found[0].Code != want {
			t.Errorf("%q finds %s first", term, found[0].Code)
		}
	}
	if found := FindCodes("sai mã pin", 5); len(found) == 0 || found[0].Remedy == "" {
		t.Errorf("a sentence is not found: %v", found)
	}
	if len(FindCodes("  ", 0)) != 0 || len(FindCodes("lỗi", 3)) > 3 {
		t.Error("nothing finds something, or the bound does not hold")
	}
}

func TestMonthOfWork(t *testing.T) {
	o := openDesk(t, t.TempDir())
	works, err := o.MonthOfWork(t.Context(), 202611)
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]string{}
	for _, w := range works {
		if w.ByLaw != (w.Kind == "luật định") {
			t.Errorf("%q: by law %v, kind %q", w.What, w.ByLaw, w.Kind)
		}
		if (w.Day == "") != (w.Basis == "") || w.Go.Screen == "" {
			t.Errorf("%q has a day without its article, or no place", w.What)
		}
		days[w.What] = w.Day
	}
	for what, day := range map[string]string{"Báo tăng": "30/11/2026", "Đóng tiền BHXH, BHYT, BHTN của tháng": "31/12/2026"} {
		if days[what] != day {
			t.Errorf("%s: %q, want %s", what, days[what], day)
		}
	}
	if february, err := o.MonthOfWork(t.Context(), 202702); err != nil || len(february) != len(works) {
		t.Errorf("another month: %d, %v", len(february), err)
	}
}

// Every page has its English, with the same headings in number.
func TestHelpInEnglish(t *testing.T) {
	pages, err := HelpPages(Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	for _, vi := range pages {
		en, _ := Help(vi.Key, English)
		if en.Title == vi.Title {
			t.Errorf("%s has no English", vi.Key)
		}
		if strings.Count(en.Text, "\n## ") != strings.Count(vi.Text, "\n## ") || strings.Count(en.Text, "\n- ") != strings.Count(vi.Text, "\n- ") {
			t.Errorf("the English of %s tells another amount", vi.Key)
		}
	}
}
