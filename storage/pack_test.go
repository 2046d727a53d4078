package storage

import (
	"bytes"
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
	info, err := s.WriteContainer(ctx, file, Pack{KeyFile: key, Sealed: filepath.Join(filepath.Dir(s.Path()), SealedDir)})
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
	must(t, b.Bring(ctx, dir, "ankhai.db", saving))
	must(t, b.Close())
	r := openAt(t, filepath.Join(dir, "ankhai.db"))
	want(t, "rows", rowsOf(t, r, mst)["people"], rowsOf(t, s, mst)["people"])
	n, err := r.VerifyPapers(ctx)
	must(t, err)
	want(t, "attachments", n, 1)
	want(t, "left over", len(glob(t, filepath.Join(dir, TempFiles))), 0)

	data, err := os.ReadFile(file)
	must(t, err)
	data[len(data)/3] ^= 1
	must(t, os.WriteFile(file, data, 0o600))
	_, err = OpenBundle(ctx, file, dir)
	wantErr(t, "one bit", err, ErrDamaged)
	want(t, "left over", len(glob(t, filepath.Join(dir, TempFiles))), 0)
	must(t, os.WriteFile(file, []byte("PK\x03\x04 không phải"), 0o600))
	_, err = OpenBundle(ctx, file, dir)
	wantErr(t, "no container", err, ErrForeign)
}

func TestEmployerInAContainer(t *testing.T) {
	s := settled(t)
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

// Data that comes into a folder with a key of its own comes under that key,
// attachments included.
func TestBundleComesUnderAnotherKey(t *testing.T) {
	s := full(t)
	file := filepath.Join(t.TempDir(), "a.ankhai")
	_, err := s.WriteContainer(ctx, file, Pack{Sealed: filepath.Join(filepath.Dir(s.Path()), SealedDir)})
	must(t, err)
	other := Options{Key: bytes.Repeat([]byte{7}, 32), Now: saving.Now}
	dir := t.TempDir()
	b, err := OpenBundle(ctx, file, dir)
	must(t, err)
	_, err = b.Verify(ctx, other)
	wantErr(t, "with the other key", err, ErrWrongKey)
	must(t, b.Rekey(ctx, dir, Options{Key: testKey}, other))
	info, err := b.Verify(ctx, other)
	must(t, err)
	want(t, "people", info.People, 400)
	must(t, b.Bring(ctx, dir, "ankhai.db", other))
	must(t, b.Close())
	r, err := Open(ctx, filepath.Join(dir, "ankhai.db"), other)
	must(t, err)
	defer r.Close()
	n, err := r.VerifyPapers(ctx)
	must(t, err)
	want(t, "attachments", n, 1)
	_, err = OpenBundle(ctx, filepath.Join(dir, "ankhai.db"), dir)
	must(t, err)
	want(t, "left over", len(glob(t, filepath.Join(dir, TempFiles))), 0)
	// And one employer comes from a store under one key into a store under another.
	to, err := Open(ctx, filepath.Join(t.TempDir(), "c.db"), other)
	must(t, err)
	defer to.Close()
	_, err = to.TakeEmployer(ctx, s, mst, TakeOptions{})
	must(t, err)
	n, err = to.VerifyPapers(ctx)
	must(t, err)
	want(t, "attachments", n, 1)
}

// The pool has each sealed attachment once, and no longer than a backup names it.
func TestPoolIsSwept(t *testing.T) {
	s := start(t)
	now := thisDay
	h := shelfOf(s, &now)
	d := draft(t, s, 1)
	first, err := s.PutAttachment(ctx, d.ID, Attachment{Name: "a.pdf", Bytes: []byte("một")})
	must(t, err)
	pool := func() int { return len(glob(t, filepath.Join(h.Dir, SealedDir, "??", "*"))) }
	for range 2 {
		_, _, err = h.Add(ctx, s)
		must(t, err)
	}
	want(t, "each once", pool(), 1)
	must(t, s.DeleteAttachment(ctx, d.ID, first.ID))
	_, err = s.PutAttachment(ctx, d.ID, Attachment{Name: "b.pdf", Bytes: []byte("hai")})
	must(t, err)
	b, _, err := h.Add(ctx, s)
	must(t, err)
	want(t, "while a backup names both", pool(), 1) // the earlier ones of this day are gone
	bundle, err := OpenBundle(ctx, b.Path, t.TempDir())
	must(t, err)
	_, err = bundle.Verify(ctx, Options{Key: testKey})
	must(t, err)
	for _, p := range glob(t, filepath.Join(h.Dir, SealedDir, "??", "*")) {
		must(t, os.WriteFile(p, []byte("hỏng"), 0o600))
	}
	_, err = bundle.Verify(ctx, Options{Key: testKey})
	wantErr(t, "a spoilt attachment", err, ErrDamaged)
}
