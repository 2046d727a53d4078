package storage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// openAll is what the office lets go along.
var openAll = OpenOptions{Settings: []string{"cong:", "da-theo:", "buoc:"}, Common: []string{"lichNghi"}, Roster: []string{"da-theo:"}}

// openFiles reads the files of an export that is a folder.
func openFiles(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	must(t, filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(data)
		return err
	}))
	return out
}

// opened writes an export of the employer into a folder.
func opened(t testing.TB, s *Store) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "mo")
	_, err := s.WriteOpen(ctx, dir, mst, openAll)
	must(t, err)
	return dir
}

// sameFiles tells where two exports differ.
func sameFiles(t testing.TB, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			a, b := strings.Split(got[name], "\n"), strings.Split(want[name], "\n")
			for i := range b {
				if i >= len(a) || a[i] != b[i] {
					line := ""
					if i < len(a) {
						line = a[i]
					}
					t.Errorf("%s, line %d:\n got %.300s\nwant %.300s", name, i+1, line, b[i])
					break
				}
			}
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is too much", name)
		}
	}
}

// Every table and every column of the data file is in an export, or is left out with
// a reason.
func TestOpenExportHasEveryTableAndColumn(t *testing.T) {
	s := start(t)
	shapes, err := shapesOf(ctx, s.r)
	must(t, err)
	numbers, err := numbersOf(ctx, s.r)
	must(t, err)
	known := map[string]bool{}
	for _, shape := range shapes {
		known[shape.name] = true
		var found *openTable
		for i := range openTables {
			if openTables[i].table == shape.name {
				found = &openTables[i]
			}
		}
		why := openLeft[shape.name]
		if (found == nil) == (why == "") {
			t.Errorf("table %s: exported %v, left out because %q", shape.name, found != nil, why)
		}
		if found == nil {
			continue
		}
		has := map[string]bool{"mst": true, numbers[shape.name]: true} // whose it is; its own number
		for _, c := range found.columns {
			has[c.column] = true
		}
		for _, c := range shape.columns {
			if !has[c] && found.left[c] == "" {
				t.Errorf("column %s.%s is neither exported nor left out", shape.name, c)
			}
		}
	}
	for _, b := range openTables {
		if !known[b.table] {
			t.Errorf("there is no table %s", b.table)
		}
	}
	for name := range openLeft {
		if !known[name] {
			t.Errorf("there is no table %s to leave out", name)
		}
	}
}

// Who reads an export without the program finds words for all of it.
func TestOpenExportIsExplained(t *testing.T) {
	used := map[string]bool{}
	for _, b := range shown() {
		if b.say == "" || openEnglish[b.name] == "" {
			t.Errorf("%s has no words", b.name)
		}
		used[b.name] = true
		for _, c := range b.columns {
			if c.head == "" || inEnglish(b, c) == "" {
				t.Errorf("%s.%s has no words", b.name, c.name)
			}
			used[b.name+"."+c.name], used["."+c.name] = true, true
			for _, f := range c.kind.fields() {
				if f.head == "" {
					t.Errorf("%s.%s.%s has no words", b.name, c.name, f.key)
				}
			}
		}
	}
	for k := range openEnglish {
		if !used[k] {
			t.Errorf("words for %s, which is not there", k)
		}
	}
}

func TestOpenExportIsTheSameAgain(t *testing.T) {
	s := full(t)
	a := openFiles(t, opened(t, s))
	sameFiles(t, openFiles(t, opened(t, s)), a)
	dir := t.TempDir()
	var zips [2]string
	for i, name := range []string{"a.zip", "b.zip"} {
		info, err := s.WriteOpen(ctx, filepath.Join(dir, name), mst, openAll)
		must(t, err)
		want(t, "people", info.People, 400)
		data, err := os.ReadFile(filepath.Join(dir, name))
		must(t, err)
		zips[i] = string(data)
	}
	want(t, "the ZIPs are the same", zips[0] == zips[1], true)
	for _, name := range []string{"DOC-TRUOC.txt", "README.txt", "mo-ta.json", "danh-sach-tep.json", "bang/nguoi-lao-dong.csv",
		"tep/giay-to/HS000001/000001-rong.pdf", "tep/c12/2026-10-c12.pdf"} {
		if _, ok := a[name]; !ok {
			t.Errorf("no file %s", name)
		}
	}
	lines, err := s.Journal(ctx, 1)
	must(t, err)
	want(t, "journal", lines[0].What+" "+lines[0].Ref, "donVi.xuatMo DV106 n=400")
	_, err = s.WriteOpen(ctx, filepath.Join(dir, "c"), "9", openAll)
	wantErr(t, "an employer that is not there", err, ErrNotFound)
	_, err = s.WriteOpen(ctx, filepath.Join(dir, "a.zip"), mst, openAll)
	wantErr(t, "over another file", err, ErrExists)
	left, err := os.ReadDir(dir)
	must(t, err)
	want(t, "left over", len(left), 2)
}

// The page that describes the format names every table, and what is left out.
func TestOpenExportIsDocumented(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "docs", "dinh-dang", "du-lieu-mo.md"))
	must(t, err)
	page := string(data)
	for _, b := range shown() {
		if line := "| `" + b.name + "` | `" + b.table + "` | " + b.say + " |"; !strings.Contains(page, line) {
			t.Errorf("not there: %s", line)
		}
	}
	for name, why := range openLeft {
		if line := "| `" + name + "` | " + why + " |"; !strings.Contains(page, line) {
			t.Errorf("not there: %s", line)
		}
	}
}
