package storage

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestContainerGoesToAnotherComputer(t *testing.T) {
	s := full(t)
	key := filepath.Join(t.TempDir(), "kho.khoa")
	must(t, os.WriteFile(key, []byte("khoá"), 0o600))
	file := filepath.Join(t.TempDir(), "ban-sao.ankhai")
	info, err := s.WriteContainer(ctx, file, Pack{KeyFile: key})
	must(t, err)
	want(t, "people", info.People, 400)
	_, err = s.WriteContainer(ctx, file, Pack{})
	wantErr(t, "over another file", err, ErrExists)
	left, err := os.ReadDir(filepath.Dir(file))
	must(t, err)
	want(t, "left over", len(left), 1)

	dir := t.TempDir()
	b, err := OpenBundle(ctx, file, dir)
	must(t, err)
	got, err := b.Verify(ctx, Options{Key: testKey})
	must(t, err)
	want(t, "read through", got.People, 400)
	text, err := os.ReadFile(b.KeyFile)
	must(t, err)
	want(t, "key file", string(text), "khoá")
	must(t, Restore(ctx, b.DB, filepath.Join(dir, "ankhai.db"), saving))
	must(t, b.Close())
	r := openAt(t, filepath.Join(dir, "ankhai.db"))
	want(t, "rows", rowsOf(t, r, mst)["people"], rowsOf(t, s, mst)["people"])
	want(t, "left over", len(glob(t, filepath.Join(dir, tempFiles))), 0)

	data, err := os.ReadFile(file)
	must(t, err)
	data[len(data)/3] ^= 1
	must(t, os.WriteFile(file, data, 0o600))
	_, err = OpenBundle(ctx, file, dir)
	wantErr(t, "one bit", err, ErrDamaged)
	want(t, "left over", len(glob(t, filepath.Join(dir, tempFiles))), 0)
	must(t, os.WriteFile(file, []byte("PK\x03\x04 không phải"), 0o600))
	_, err = OpenBundle(ctx, file, dir)
	wantErr(t, "no container", err, ErrForeign)
}

func TestEmployerInAContainer(t *testing.T) {
	s := full(t)
	file := filepath.Join(t.TempDir(), "don-vi.ankhai")
	m, err := s.WriteEmployer(ctx, file, mst, saving, Pack{}, TakeOptions{})
	must(t, err)
	want(t, "people", m.People, 400)
	dir := t.TempDir()
	b, err := OpenBundle(ctx, file, dir)
	must(t, err)
	defer b.Close()
	want(t, "employer", b.MST, mst)
	from, err := b.Store(ctx, dir, saving)
	must(t, err)
	defer from.Close()
	other := openAt(t, filepath.Join(t.TempDir(), "b.db"))
	_, err = other.TakeEmployer(ctx, from, mst, TakeOptions{})
	must(t, err)
	want(t, "rows", rowsOf(t, other, mst), rowsOf(t, s, mst))
	_, err = s.WriteEmployer(ctx, file+"2", "9", saving, Pack{}, TakeOptions{})
	wantErr(t, "an employer that is not there", err, ErrNotFound)
	left, err := os.ReadDir(filepath.Dir(file))
	must(t, err)
	want(t, "left over", len(left), 1)
}

// A backup of 0.1.0 is a plain data file.
func TestBackupOfTheFirstVersion(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sao-luu.db")
	in, err := os.Open(filepath.Join("testdata", "v1.db.gz"))
	must(t, err)
	defer in.Close()
	z, err := gzip.NewReader(in)
	must(t, err)
	data, err := io.ReadAll(z)
	must(t, err)
	must(t, os.WriteFile(file, data, 0o600))
	dir := t.TempDir()
	b, err := OpenBundle(ctx, file, dir)
	must(t, err)
	info, err := b.Verify(ctx, Options{Key: testKey})
	must(t, err)
	want(t, "version", info.Version, 1)
	must(t, Restore(ctx, b.DB, filepath.Join(dir, "ankhai.db"), saving))
	s := openAt(t, filepath.Join(dir, "ankhai.db"))
	all, err := s.DonVis(ctx)
	must(t, err)
	want(t, "employers", len(all), info.Employers)
	roster, err := s.Roster(ctx, all[0].MaSoThue, 202611)
	must(t, err)
	want(t, "people", len(roster), info.People)
	// One employer of it goes into another store as well.
	from, err := b.Store(ctx, dir, saving)
	must(t, err)
	defer from.Close()
	m, err := start(t).TakeEmployer(ctx, from, all[0].MaSoThue, TakeOptions{})
	must(t, err)
	want(t, "people taken in", m.People, info.People)
	after, err := os.ReadFile(file)
	must(t, err)
	want(t, "the backup is only read", strings.Compare(string(after), string(data)), 0)
	must(t, b.Close())
}
