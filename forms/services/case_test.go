package services_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "ankhai/forms/d02lt"
	_ "ankhai/forms/d06ts"
	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
	"ankhai/forms/law"
	_ "ankhai/forms/m01bhsb"
	_ "ankhai/forms/mauso2"
	_ "ankhai/forms/mauso3"
	"ankhai/forms/services"
	_ "ankhai/forms/tk1ts"
)

// The forms of claims and of persons stand in here for those that have their own
// folders: a dossier's rules ask which forms there are, not what is in them.
func init() {
	for _, id := range []string{"01B-HSB", "13-HSB", "14-HSB", "12-HSB", "D01-TS", "C12-TS", "04-DK-IVAN"} {
		if form.Of(id) == nil {
			form.Register(form.Form{ID: id, Title: id, From: 20250701, Agency: id == "C12-TS", Alone: id == "04-DK-IVAN",
				Table: &form.Table{Tag: "Dong", Groups: []form.Group{form.Cols("", form.Text("HoTen", "Họ và tên"))}}})
		}
	}
}

// A case is one txtar file:
//
//	-- thu-tuc --      the procedure, and after a blank the case of its service
//	-- today --        22/11/2026 if not given
//	-- period --       the month of today if not given
//	-- D02-LT.tsv --   a form's rows, tags in the first line; a part per form
//	-- giay.tsv --     paper's ID, file's name, bytes, hash; no heading
//	-- faults --       code, level, place, words
func loadHoSo(t *testing.T, a *formtest.Archive) services.HoSo {
	t.Helper()
	h := services.HoSo{HomNay: 20261122}
	for _, p := range a.Parts {
		text := strings.TrimRight(p.Text, "\n")
		switch {
		case p.Name == "thu-tuc":
			h.ThuTuc, h.TruongHop, _ = strings.Cut(strings.TrimSpace(text), " ")
		case p.Name == "today":
			h.HomNay, _ = law.ParseDay(strings.TrimSpace(text))
		case p.Name == "period":
			h.Ky, _ = law.ParseMonth(strings.TrimSpace(text))
		case p.Name == "giay.tsv":
			for line := range strings.Lines(p.Text) {
				f := append(strings.Split(strings.TrimRight(line, "\n"), "\t"), "", "", "")
				n, err := strconv.ParseInt(f[2], 10, 64)
				if err != nil && f[2] != "" {
					t.Fatal(err)
				}
				h.Giay = append(h.Giay, services.GiayNop{ID: f[0], Ten: f[1], Byte: n, Hash: f[3]})
			}
		case strings.HasSuffix(p.Name, ".tsv"):
			name, _, _ := strings.Cut(strings.TrimSuffix(p.Name, ".tsv"), " ")
			d := form.New(form.Of(name))
			rows, err := formtest.Rows(d.Form.Table, p.Text)
			if err != nil {
				t.Fatal(err)
			}
			d.Rows = rows
			h.Docs = append(h.Docs, d)
		case p.Name != "faults":
			t.Fatalf("no such part: %s", p.Name)
		}
	}
	if h.Ky == 0 {
		h.Ky = h.HomNay.Month()
	}
	return h
}

// Each case fires what it says and nothing else, and each rule is fired by one.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	rules := map[string]bool{}
	for _, q := range services.Rules() {
		rules[q.Ma] = false
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := formtest.ReadArchive(file)
			if err != nil {
				t.Fatal(err)
			}
			faults := services.CheckCase(loadHoSo(t, a))
			for _, f := range faults {
				if _, ok := rules[f.Code]; !ok {
					t.Errorf("%s is in no list of rules", f.Code)
				}
				rules[f.Code] = true
				if f.Basis == "" || strings.ContainsAny(f.Say, "!") {
					t.Errorf("%+v", f)
				}
			}
			got := formtest.Faults(faults)
			for i := range a.Parts {
				if p := &a.Parts[i]; p.Name == "faults" && p.Text != got {
					if !updating() {
						t.Errorf("got\n%s\nwant\n%s", got, p.Text)
					}
					p.Text = got
				}
			}
			if updating() {
				if err := os.WriteFile(file, a.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	for code, fired := range rules {
		if !fired {
			t.Errorf("no case fires %s", code)
		}
	}
}

func TestRulesPage(t *testing.T) {
	golden(t, "testdata/quy-tac.md", services.BangQuyTac())
	for i, q := range services.Rules() {
		if want := fmt.Sprintf("HS-%02d", i+1); q.Ma != want {
			t.Errorf("rule %d has the code %s, want %s", i+1, q.Ma, want)
		}
	}
}
