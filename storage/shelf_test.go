package storage

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// shelfOf is the shelf beside a store, at a clock that the test turns.
func shelfOf(s *Store, now *time.Time) *Shelf {
	dir := filepath.Dir(s.Path())
	return &Shelf{Dir: filepath.Join(dir, ShelfDir), Data: dir, Opt: Options{Key: testKey, Now: func() time.Time { return *now }}}
}

func TestShelfKeepsDaysAndWeeks(t *testing.T) {
	s := start(t)
	now := thisDay
	h := shelfOf(s, &now)
	due, err := h.Overdue()
	must(t, err)
	want(t, "overdue with none", due, true)
	for range 20 {
		_, info, err := h.Add(ctx, s)
		must(t, err)
		want(t, "employers", info.Employers, 1)
		now = now.AddDate(0, 0, 1)
	}
	all, err := h.List()
	must(t, err)
	want(t, "kept", len(all), 9) // seven days, and the Sundays 22 and 29 November
	want(t, "newest", filepath.Base(all[0].Path), "ankhai-2026-12-11-0020.db")
	want(t, "age", now.Sub(all[0].At), 24*time.Hour)
	due, err = h.Overdue()
	must(t, err)
	want(t, "overdue after a day", due, true)
	for _, b := range all {
		_, err := VerifyBackup(ctx, b.Path, Options{Key: testKey})
		must(t, err)
		if st, err := os.Stat(b.Path); err != nil || (runtime.GOOS != "windows" && st.Mode().Perm() != 0o600) {
			t.Errorf("%s: %v, %v", b.Path, st.Mode(), err)
		}
	}
	// A copy that somebody made has the time of copying; the day in the name counts.
	must(t, os.Chtimes(all[0].Path, now.AddDate(0, 3, 0), now.AddDate(0, 3, 0)))
	all, err = h.List()
	must(t, err)
	want(t, "day of a copied file", dayOf(all[0].At).ISO(), "2026-12-11")
}

func TestShelfCopiesKeysAndKeepsApartWhatIsBad(t *testing.T) {
	s := start(t)
	now := thisDay
	h := shelfOf(s, &now)
	must(t, os.WriteFile(filepath.Join(h.Data, "kho.khoa"), []byte("khoá"), 0o600))
	good, _, err := h.Add(ctx, s)
	must(t, err)
	kept, err := os.ReadFile(filepath.Join(h.Dir, "kho.khoa"))
	must(t, err)
	want(t, "key file", string(kept), "khoá")
	_, err = s.w.Exec(`DROP TRIGGER submissions_fixed`)
	must(t, err)
	_, _, err = h.Add(ctx, s)
	wantErr(t, "backup without its guards", err, ErrBadBackup)
	wantErr(t, "and the reason", err, ErrDamaged)
	if !strings.Contains(Say(err), "không được tính") {
		t.Errorf("words: %s", Say(err))
	}
	bad, err := h.Bad()
	must(t, err)
	want(t, "kept apart", len(bad), 1)
	all, err := h.List()
	must(t, err)
	want(t, "good ones", len(all), 1)
	want(t, "the good one stays", all[0].Path, good.Path)
	left, err := filepath.Glob(filepath.Join(h.Dir, TempFiles))
	must(t, err)
	want(t, "left over", len(left), 0)
}

func TestShelfWithoutRoom(t *testing.T) {
	s := start(t)
	now := thisDay
	h := shelfOf(s, &now)
	h.free = func(string) (int64, error) { return spare, nil }
	_, _, err := h.Add(ctx, s)
	wantErr(t, "no room", err, ErrDiskFull)
	all, err := h.List()
	must(t, err)
	want(t, "backups", len(all), 0)
	free, err := FreeBytes(h.Dir)
	must(t, err)
	if free <= 0 {
		t.Errorf("free bytes: %d", free)
	}
}

func TestSecondPlace(t *testing.T) {
	s := start(t)
	now := thisDay
	h := shelfOf(s, &now)
	must(t, os.WriteFile(filepath.Join(h.Data, "kho.khoa"), []byte("khoá"), 0o600))
	other := &Shelf{Dir: filepath.Join(t.TempDir(), "ổ ngoài", "ankhai"), Data: h.Data, Opt: h.Opt}
	for range 10 {
		b, _, err := h.Add(ctx, s)
		must(t, err)
		must(t, h.CopyTo(ctx, other, b))
		must(t, h.CopyTo(ctx, other, b)) // again changes nothing
		now = now.AddDate(0, 0, 1)
	}
	here, err := h.List()
	must(t, err)
	there, err := other.List()
	must(t, err)
	want(t, "as many there as here", len(there), len(here))
	for i := range there {
		want(t, "name", filepath.Base(there[i].Path), filepath.Base(here[i].Path))
		_, err := VerifyBackup(ctx, there[i].Path, Options{Key: testKey})
		must(t, err)
	}
	_, err = os.Stat(filepath.Join(other.Dir, "kho.khoa"))
	must(t, err)
	blocked := filepath.Join(t.TempDir(), "tep")
	must(t, os.WriteFile(blocked, nil, 0o600))
	if err := h.CopyTo(ctx, &Shelf{Dir: filepath.Join(blocked, "x"), Opt: h.Opt}, here[0]); err == nil {
		t.Error("a place that is no folder took a backup")
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	all, err := filepath.Glob(pattern)
	must(t, err)
	return all
}
