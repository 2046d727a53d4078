package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A table and a column that came in later are not missed in an export from before.
func TestOpenExportFromBeforeATableCameIn(t *testing.T) {
	dir := opened(t, settled(t))
	at := filepath.Join(dir, "du-lieu", "nguoi-lao-dong.json")
	data, err := os.ReadFile(at)
	must(t, err)
	lines := strings.Split(string(data), "\n")
	for i, l := range lines {
		if from := strings.Index(l, `,"email":`); from >= 0 {
			lines[i] = l[:from] + l[strings.Index(l, `,"diaChi":`):]
		}
	}
	must(t, os.WriteFile(at, []byte(strings.Join(lines, "\n")), 0o600))
	must(t, os.Remove(filepath.Join(dir, "du-lieu", "thoi-gian-dong.json")))
	repacked(t, dir)
	_, err = take(t, empty(t), dir, OpenTake{})
	for _, part := range []string{"du-lieu/thoi-gian-dong.json: không có trong bản xuất", "dòng 400: thiếu mục «email» (Email)"} {
		if !strings.Contains(strings.Join(sayAll(err), "\n"), part) {
			t.Errorf("not told: %s", part)
		}
	}

	was := openTables
	t.Cleanup(func() { openTables = was })
	openTables = slices.Clone(was)
	for i := range openTables {
		switch b := &openTables[i]; b.table {
		case "careers":
			b.since = 2
		case "people":
			b.columns = slices.Clone(b.columns)
			for j := range b.columns {
				if c := &b.columns[j]; c.column == "email" {
					c.since, c.blank = 2, "chưa biết"
				}
			}
		}
	}
	b := empty(t)
	_, err = take(t, b, dir, OpenTake{})
	must(t, err)
	p, err := b.Person(ctx, "NLD000400")
	must(t, err)
	want(t, "what it is for these", p.Email, "chưa biết")
	if _, err := b.Career(ctx, "NLD000003"); err != nil && !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}

func sayAll(err error) (out []string) {
	var all OpenFaults
	errors.As(err, &all)
	for _, f := range all {
		out = append(out, f.String())
	}
	return out
}

// Whoever is killed leaves nothing that the next one does not take away, and whoever
// gives up leaves nothing at all.
func TestOpenExportGivenUpLeavesNothing(t *testing.T) {
	dir := opened(t, settled(t))
	b := start(t)
	_, err := b.w.Exec(`UPDATE employers SET mst = ?`, mst2)
	must(t, err)
	left := filepath.Join(filepath.Dir(b.Path()), ".ankhai-mo-1.tmp")
	must(t, os.Mkdir(left, 0o700))
	must(t, os.WriteFile(filepath.Join(left, "mo.db"), nil, 0o600))
	before := rowsEverywhere(t, b)
	refused := errors.New("no backup")
	stop, cancel := context.WithCancel(ctx)
	for _, when := range []OpenTake{{Before: func() error { return refused }}, {Before: func() error { cancel(); return nil }}} {
		when.OpenOptions = openAll
		if _, err := b.TakeOpen(stop, dir, when); !errors.Is(err, refused) && !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		want(t, "nothing is written", rowsEverywhere(t, b), before)
		want(t, "left over", len(glob(t, filepath.Join(filepath.Dir(b.Path()), TempFiles))), 0)
	}
	// Somebody else brings the employer in while it is looked at.
	_, err = take(t, b, dir, OpenTake{Before: func() error {
		_, err := b.w.Exec(`INSERT INTO employers (mst, data, updated_at) VALUES (?, '{}', 1)`, mst)
		return err
	}})
	wantErr(t, "it is here by now", err, ErrMoved)
	if _, err := b.WriteOpen(stop, filepath.Join(t.TempDir(), "mo"), mst, openAll); !errors.Is(err, context.Canceled) {
		t.Errorf("an export given up: %v", err)
	}
	ro, err := Open(ctx, b.Path(), Options{Key: testKey, Now: saving.Now, ReadOnly: true})
	must(t, err)
	defer ro.Close()
	_, err = take(t, ro, dir, OpenTake{})
	wantErr(t, "into what is only read", err, ErrReadOnly)
}
