package storage

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
)

// backUpAndRestore is a program's life with backups in a data folder: one a day
// for so long that retention removes some, one file for elsewhere, then changes,
// then everything back from that file. It prints each step when it is done.
func backUpAndRestore(dir string) error {
	if _, err := Lock(dir); err != nil {
		return err
	}
	path := filepath.Join(dir, "ankhai.db")
	now := thisDay
	o := Options{Key: testKey, Now: func() time.Time { return now }, Who: "con"}
	s, err := Open(ctx, path, o)
	if err != nil {
		return err
	}
	h := &Shelf{Dir: filepath.Join(dir, ShelfDir), Data: dir, Opt: o}
	all, err := h.List()
	if err != nil {
		return err
	}
	if len(all) > 0 {
		now = all[0].At.Add(24 * time.Hour)
	}
	for range 2 {
		b, _, err := h.Add(ctx, s)
		if err != nil {
			return err
		}
		fmt.Println("added", b.N)
		now = now.Add(24 * time.Hour)
	}
	file := filepath.Join(dir, fmt.Sprintf("mot-tep-%d", now.Unix()))
	if err := removeAll(file); err != nil {
		return err
	}
	if err := s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "trong bản sao"}); err != nil {
		return err
	}
	if _, err := s.WriteContainer(ctx, file, Pack{KeyFile: filepath.Join(dir, "kho.khoa")}); err != nil {
		return err
	}
	fmt.Println("packed", filepath.Base(file))
	if err := s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "sau bản sao"}); err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	fmt.Println("changed")
	b, err := OpenBundle(ctx, file, dir)
	if err != nil {
		return err
	}
	if err := b.Bring(ctx, dir, "ankhai.db", o); err != nil {
		return err
	}
	fmt.Println("restored")
	return b.Close()
}

// backupFolder is a data folder with people and eight backups, so that the next one
// makes retention remove one.
func backupFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	s := openAt(t, filepath.Join(dir, "ankhai.db"))
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "trước bản sao"}))
	must(t, s.PutPeople(ctx, mst, invented(50, 202611), "thử"))
	walk(t, s, signed(t, s).ID, DaKy, ChoGui, DangGui, DaGui)
	must(t, os.WriteFile(filepath.Join(dir, "kho.khoa"), []byte("khoá"), 0o600))
	now := thisDay.AddDate(0, 0, -8)
	h := &Shelf{Dir: filepath.Join(dir, ShelfDir), Data: dir, Opt: Options{Key: testKey, Now: func() time.Time { return now }}}
	for range 8 {
		_, _, err := h.Add(ctx, s)
		must(t, err)
		now = now.AddDate(0, 0, 1)
	}
	must(t, os.Remove(filepath.Join(h.Dir, "kho.khoa"))) // so that bringing it is a step again
	must(t, s.Close())
	return dir
}

// wholeAfterKill looks at what a killed program left: the data is one of its whole
// states, no backup that it reported is lost, and every one can be read.
func wholeAfterKill(t *testing.T, what, dir string, said []string) {
	t.Helper()
	s, err := openWith(filepath.Join(dir, "ankhai.db"), Options{Key: testKey})
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	d, err := s.DonVi(ctx, mst)
	must(t, err)
	may := []string{"trước bản sao", "trong bản sao", "sau bản sao"}
	if slices.Contains(said, "restored") {
		may = may[1:2]
	} else if slices.Contains(said, "changed") {
		may = may[1:]
	}
	if !slices.Contains(may, d.Ten) {
		t.Errorf("%s: the data is %q, may be %q", what, d.Ten, may)
	}
	must(t, s.Close())
	info, err := VerifyBackup(ctx, s.Path(), Options{Key: testKey})
	if err != nil || info.People != 50 || info.Submissions != 1 {
		t.Errorf("%s: the data is %+v, %v", what, info, err)
	}
	h := &Shelf{Dir: filepath.Join(dir, ShelfDir)}
	all, err := h.List()
	must(t, err)
	if len(all) < keepDays {
		t.Errorf("%s: %d backups left", what, len(all))
	}
	for _, b := range all {
		if _, err := VerifyBackup(ctx, b.Path, Options{Key: testKey}); err != nil {
			t.Errorf("%s: %s: %v", what, filepath.Base(b.Path), err)
		}
	}
	for _, l := range said {
		if n, ok := strings.CutPrefix(l, "added "); ok && fmt.Sprint(all[0].N) < n && len(n) == len(fmt.Sprint(all[0].N)) {
			t.Errorf("%s: backup %s was reported and is gone", what, n)
		}
		if name, ok := strings.CutPrefix(l, "packed "); ok {
			b, err := OpenBundle(ctx, filepath.Join(dir, name), t.TempDir())
			if err != nil {
				t.Errorf("%s: %s: %v", what, name, err)
				continue
			}
			must(t, b.Close())
		}
	}
}

// killedRun runs the role in dir and kills it at the n-th pass of a point, or after
// a while; it answers what it said before.
func killedRun(t *testing.T, dir, at string, after time.Duration) (said []string, killed bool) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childEnv+"=backups "+dir, "ANKHAI_CRASH_AT="+at)
	var out strings.Builder
	c.Stdout = &out
	c.Stderr = os.Stderr
	must(t, c.Start())
	if after > 0 {
		timer := time.AfterFunc(after, func() { c.Process.Kill() })
		defer timer.Stop()
	}
	c.Wait() // its lines say how it went
	for l := range strings.Lines(out.String()) {
		if l = strings.TrimSpace(l); strings.HasPrefix(l, "error ") && l != "error <nil>" {
			t.Errorf("at %s: %s", at, l)
		} else {
			said = append(said, l)
		}
	}
	return said, !slices.Contains(said, "error <nil>")
}

func TestKillAtEveryPointOfBackupAndRestore(t *testing.T) {
	points := []string{"backup.verify.before", "backup.named", "backup.old.removed", "pack.data.written", "pack.named",
		"restore.copied", "restore.marked", "restore.aside.kept", "restore.ready", "restore.cleared", "restore.swapped"}
	for _, p := range points {
		dir := backupFolder(t)
		said, killed := killedRun(t, dir, p+":1", 0)
		if !killed {
			t.Errorf("%s was never passed", p)
		}
		wholeAfterKill(t, p, dir, said)
		// The next run finishes as if nothing had been, and leaves nothing behind.
		said, killed = killedRun(t, dir, "", 0)
		if killed {
			t.Errorf("%s: the run after it said %v", p, said)
		}
		wholeAfterKill(t, "after "+p, dir, said)
		if left := glob(t, filepath.Join(dir, ShelfDir, TempFiles)); len(left) > 0 {
			t.Errorf("%s: left over %v", p, left)
		}
	}
	t.Logf("%d points, every one killed at: the data and every backup whole", len(points))
}

func TestKillAtAnyMomentOfBackupAndRestore(t *testing.T) {
	kills := count(12, 400)
	dir := backupFolder(t)
	cut := 0
	for k := range kills {
		said, killed := killedRun(t, dir, "", time.Duration(rand.IntN(400)+20)*time.Millisecond)
		if killed {
			cut++
		}
		wholeAfterKill(t, fmt.Sprint("kill ", k), dir, said)
	}
	t.Logf("%d kills, %d in the middle: the data and every backup whole", kills, cut)
}
