package formtest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/xmlfile"
)

// Run runs every case of testdata for a form, and holds the form's spec sheet
// against testdata/spec.md.
func Run(t *testing.T, f *form.Form) {
	for _, file := range Files(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			c, err := Load(f, file)
			if err != nil {
				t.Fatal(err)
			}
			c.run(t)
		})
	}
	t.Run("spec", func(t *testing.T) { golden(t, "testdata/spec.md", []byte(form.Spec(f))) })
}

// run compares, or with -update rewrites, the expected parts of a case.
func (c *Case) run(t *testing.T) {
	got := map[string]string{
		"faults": Faults(c.Doc.Check(c.Today, c.Period)),
		"totals": totals(c.Doc),
	}
	if c.Archive.Has("out.xml") {
		got["out.xml"] = string(c.xml(t)) + "\n"
	}
	if c.Archive.Has("paper.txt") {
		got["paper.txt"] = c.paper(t)
	}
	changed := false
	for i, p := range c.Archive.Parts {
		want, ok := got[p.Name]
		if !ok {
			continue
		}
		delete(got, p.Name)
		if p.Text == want || p.Name == "paper.txt" && sameWords(p.Text, want) {
			continue
		}
		if !*update {
			t.Errorf("%s differs.\ngot:\n%swant:\n%s", p.Name, want, p.Text)
			continue
		}
		c.Archive.Parts[i].Text = want
		changed = true
	}
	for _, name := range []string{"faults", "totals"} {
		if text, left := got[name]; left && *update {
			c.Archive.Parts = append(c.Archive.Parts, Part{Name: name, Text: text})
			changed = true
		} else if left && name == "faults" {
			t.Errorf("the case does not say its faults; got:\n%s", text)
		}
	}
	if changed && !t.Failed() {
		if err := os.WriteFile(c.File, c.Archive.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// xml encodes the case and refuses what the schema refuses or what does not
// read back to the same bytes.
func (c *Case) xml(t *testing.T) []byte {
	t.Helper()
	w := c.Doc.Form.Wire(c.Today)
	if w == nil {
		t.Fatal("the form has no wire layout on that day")
	}
	out, err := xmlfile.Encode(c.Doc, w)
	if err != nil {
		t.Fatal(err)
	}
	Schema(t, filepath.Join("..", "xmlfile", "xsd", w.SchemaName()+".xsd"), out)
	back, _, odds, err := xmlfile.Decode(out)
	if err != nil || len(odds) > 0 {
		t.Fatalf("does not read back: %v %v", err, odds)
	}
	again, err := xmlfile.Encode(back, w)
	if err != nil || !bytes.Equal(out, again) {
		t.Fatalf("reads back to another file (%v):\n%s\n%s", err, out, again)
	}
	return out
}

// Schema runs xmllint over an XML file. Where xmllint is missing it skips, and
// fails on the build machine.
func Schema(t testing.TB, xsd string, data []byte) {
	t.Helper()
	if _, err := exec.LookPath("xmllint"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("xmllint is missing")
		}
		t.Skip("xmllint is missing")
	}
	cmd := exec.Command("xmllint", "--nonet", "--noout", "--huge", "--schema", xsd, "-")
	cmd.Stdin = bytes.NewReader(data)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("xmllint refuses the file: %v\n%s", err, out)
	}
}

// EveryRuleFires asks that each rule of the form speaks in some case, and that
// some case is clean.
func EveryRuleFires(t *testing.T, f *form.Form) {
	fired, clean := map[string]bool{}, false
	for _, file := range Files(t) {
		c, err := Load(f, file)
		if err != nil {
			t.Fatal(err)
		}
		faults := c.Doc.Check(c.Today, c.Period)
		clean = clean || len(faults) == 0 && len(c.Doc.Rows) > 0
		for _, x := range faults {
			fired[x.Code] = true
		}
	}
	if !clean {
		t.Errorf("%s has no case without faults", f.ID)
	}
	tables := append([]*form.Table{f.Table}, f.Subs...)
	if f.Head != nil {
		tables = append(tables, f.Head)
	}
	for _, tab := range tables {
		for _, r := range tab.Rules {
			if code := f.ID + "-" + r.Code; !fired[code] {
				t.Errorf("no case makes %s speak: %s", code, r.Say)
			}
			if r.Basis == "" {
				t.Errorf("%s-%s has no basis", f.ID, r.Code)
			}
		}
	}
}

// Properties asks of every case of the form what holds of any document: a value
// offered to mend a cell mends it, and the totals do not depend on the order of
// the rows.
func Properties(t *testing.T, f *form.Form) {
	for _, file := range Files(t) {
		c, err := Load(f, file)
		if err != nil {
			t.Fatal(err)
		}
		before := totals(c.Doc)
		slices.Reverse(c.Doc.Rows)
		if after := totals(c.Doc); after != before {
			t.Errorf("%s: the totals change with the order of the rows:\n%s%s", file, before, after)
		}
		slices.Reverse(c.Doc.Rows)
		for _, x := range c.Doc.Check(c.Today, c.Period) {
			for _, p := range x.Places {
				if p.Fix != "" && p.Table == "" {
					c.mends(t, x.Code, p)
				}
			}
		}
	}
}

func (c *Case) mends(t *testing.T, code string, p form.Place) {
	t.Helper()
	col := c.Doc.Form.Table.Column(p.Tag)
	v, _, ok := col.Parse(p.Fix)
	if !ok {
		t.Errorf("%s: %s offers %q, which is not of the column's kind", c.File, code, p.Fix)
		return
	}
	old := col.Get(c.Doc.Rows[p.Row-1])
	col.Put(&c.Doc.Rows[p.Row-1], v)
	for _, x := range c.Doc.Check(c.Today, c.Period) {
		for _, q := range x.Places {
			if x.Code == code && q.Table == p.Table && q.Row == p.Row && q.Tag == p.Tag {
				t.Errorf("%s: %s still stands after its own remedy %q", c.File, code, p.Fix)
			}
		}
	}
	col.Put(&c.Doc.Rows[p.Row-1], old)
}

// golden compares a text with a file, or with -update writes it.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	want, err := os.ReadFile(file)
	if err == nil && bytes.Equal(want, got) {
		return
	}
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s differs (%v); first difference: %s", file, err, firstDifference(want, got))
}

func firstDifference(want, got []byte) string {
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range b {
		if i >= len(a) || a[i] != b[i] {
			old := "nothing"
			if i < len(a) {
				old = a[i]
			}
			return fmt.Sprintf("line %d\nwant %s\ngot  %s", i+1, old, b[i])
		}
	}
	return fmt.Sprintf("line %d is gone", len(b)+1)
}
