package storage

import (
	"os"
	"path/filepath"
	"testing"
)

func TestInspectNamesWhatIsBroken(t *testing.T) {
	s := full(t)
	whole, err := Inspect(ctx, s.Path(), Options{Key: testKey})
	must(t, err)
	want(t, "a whole file", whole.Whole(), true)
	must(t, s.Close())
	file := filepath.Join(t.TempDir(), "b.db")
	data, err := os.ReadFile(s.Path())
	must(t, err)
	must(t, os.WriteFile(file, data, 0o600))
	spoilPages(t, file, pageOf(t, file, "people", 1), pageOf(t, file, "payroll_rows", 0))
	d, err := Inspect(ctx, file, Options{Key: testKey})
	must(t, err)
	var names []string
	for _, c := range d.Tables {
		names = append(names, c.Table)
	}
	want(t, "tables", names, []string{"payroll_rows", "people"})
	want(t, "unreadable", d.Unreadable || d.Whole(), false)
	spoilPages(t, file, 0)
	d, err = Inspect(ctx, file, Options{Key: testKey})
	must(t, err)
	want(t, "first page", d.Unreadable, true)
}

func TestSinceBackupCountsTheJournal(t *testing.T) {
	s := start(t)
	file := filepath.Join(t.TempDir(), "b.db")
	must(t, s.Backup(ctx, file))
	since, err := SinceBackup(ctx, s.Path(), file, Options{Key: testKey})
	must(t, err)
	want(t, "nothing yet", since.Lines, 0)
	sub := signed(t, s)
	walk(t, s, sub.ID, DaKy, ChoGui, DangGui, DaGui)
	since, err = SinceBackup(ctx, s.Path(), file, Options{Key: testKey})
	must(t, err)
	want(t, "made and sent", since.What["hoSo.lap"]+since.What["hoSo.daGui"], 2)
	want(t, "last", since.Last, thisDay)
	must(t, s.Close())
	spoilPages(t, s.Path(), 0)
	since, err = SinceBackup(ctx, s.Path(), file, Options{Key: testKey})
	must(t, err)
	want(t, "of what cannot be read", since.Lines, 0)
}

func TestSalvagedFileTakesThePlace(t *testing.T) {
	s := full(t)
	must(t, s.Close())
	spoilPages(t, s.Path(), pageOf(t, s.Path(), "people", 1))
	bad, err := os.ReadFile(s.Path())
	must(t, err)
	for _, name := range []string{"ankhai.db.hong", "ankhai.db.hong-2"} {
		to := s.Path() + ".cuu"
		_, err = Salvage(ctx, s.Path(), to, saving)
		must(t, err)
		aside, err := Replace(to, s.Path())
		must(t, err)
		want(t, "kept as", filepath.Base(aside), name)
		if name == "ankhai.db.hong" {
			kept, err := os.ReadFile(aside)
			must(t, err)
			want(t, "the damaged file", string(kept) == string(bad), true)
		}
		o := openAt(t, s.Path())
		_, err = o.DonVi(ctx, mst)
		must(t, err)
		must(t, o.Close())
	}
}
