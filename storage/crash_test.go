package storage

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
)

// The test binary starts itself again as a small program that works in a data
// folder until it is killed.
const childEnv = "ANKHAI_STORAGE_TEST_CHILD"

func TestMain(m *testing.M) {
	role, dir, _ := strings.Cut(os.Getenv(childEnv), " ")
	var err error
	switch role {
	case "":
		os.Exit(m.Run())
	case "work":
		err = work(dir)
	case "hold":
		err = hold(dir)
	case "move":
		err = moveQueue(dir)
	case "backups":
		err = backUpAndRestore(dir)
	case "migrate":
		err = migrateMany(dir)
	default:
		if point, ok := strings.CutPrefix(role, "encrypt-"); ok {
			err = encryptUntil(point, dir)
		}
		if point, ok := strings.CutPrefix(role, "papers-"); ok {
			err = openPapers(point, dir)
		}
	}
	fmt.Println("error", err)
	os.Exit(1)
}

// child starts a role; its lines arrive one by one.
func child(t testing.TB, role, dir string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childEnv+"="+role+" "+dir)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	return c, bufio.NewScanner(out)
}

// work makes dossiers, signs and queues them, and prints each step after the
// store has said that it is kept.
func work(dir string) error {
	if _, err := Lock(dir); err != nil {
		return err
	}
	s, err := Open(ctx, filepath.Join(dir, "ankhai.db"), Options{Key: testKey, Now: time.Now, Who: "con"})
	if err != nil {
		return err
	}
	if err := s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst}); err != nil {
		return err
	}
	fmt.Println("ready")
	for i := 0; ; i++ {
		d, err := s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611})
		if err != nil {
			return err
		}
		fmt.Println("dossier", d.ID, "nhap")
		if err := s.PutDoc(ctx, d.ID, filled(5)); err != nil {
			return err
		}
		if err := s.EditCells(ctx, d.ID, "THU-01", []CellEdit{{Row: i % 5, Tag: "HoTen"}}); err != nil {
			return err
		}
		fmt.Println("doc", d.ID, "5")
		if err := s.MoveDossier(ctx, d.ID, Nhap, DaKiem); err != nil {
			return err
		}
		sub, err := s.Freeze(ctx, d.ID, Submission{Envelope: []byte("<Hoso>" + d.ID + "</Hoso>"),
			Ledger: []LedgerKey{{SoCCCD: d.ID, Month: 202611}}})
		if err != nil {
			return err
		}
		fmt.Println("sub", sub.ID, sub.SHA256, sub.Key, "daKy")
		for _, m := range [][2]State{{DaKy, ChoGui}, {ChoGui, DangGui}, {DangGui, DaGui}} {
			if err := s.Move(ctx, sub.ID, m[0], m[1], "", []byte("thô")); err != nil {
				return err
			}
			fmt.Println("sub", sub.ID, sub.SHA256, sub.Key, m[1])
		}
	}
}

func hold(dir string) error {
	if _, err := Lock(dir); err != nil {
		return err
	}
	for range 5 {
		runtime.GC() // must not close the lock file
	}
	fmt.Println("held")
	time.Sleep(time.Hour) // until it is killed; select {} would be told a deadlock
	return nil
}

// moveQueue takes what it can of the queue.
func moveQueue(dir string) error {
	s, err := Open(ctx, filepath.Join(dir, "ankhai.db"), Options{Key: testKey, Now: time.Now})
	if err != nil {
		return err
	}
	q, err := s.Outbox(ctx)
	if err != nil {
		return err
	}
	for _, i := range rand.Perm(len(q)) {
		if err := s.Move(ctx, q[i].ID, ChoGui, DangGui, "", nil); err == nil {
			fmt.Println("took", q[i].ID)
		}
	}
	return s.Close()
}

func TestKillAtAnyMomentLosesNothing(t *testing.T) {
	kills := count(60, 1000)
	dir := t.TempDir()
	kept := map[string][]string{} // what the child said was kept
	lines := 0
	for k := range kills {
		c, out := child(t, "work", dir)
		said := make(chan []string, 1)
		ready := make(chan bool, 1)
		go func() {
			var all []string
			for out.Scan() {
				if out.Text() == "ready" {
					ready <- true
				}
				all = append(all, out.Text())
			}
			said <- all
		}()
		if k%5 == 0 { // now and then in the middle of opening
			time.Sleep(time.Duration(rand.IntN(30)) * time.Millisecond)
		} else {
			select {
			case <-ready:
			case <-time.After(30 * time.Second):
				c.Process.Kill()
				t.Fatalf("kill %d: the child did not start: %v", k, <-said)
			}
			time.Sleep(time.Duration(rand.IntN(60)) * time.Millisecond)
		}
		c.Process.Kill()
		for _, l := range <-said {
			lines++
			f := strings.Fields(l)
			switch f[0] {
			case "ready":
			case "dossier", "doc", "sub":
				kept[f[0]+f[1]] = f
			default:
				t.Fatalf("kill %d: %s", k, l)
			}
		}
		c.Wait() // killed, as was asked
	}
	s := openAt(t, filepath.Join(dir, "ankhai.db"))
	for key, f := range kept {
		switch f[0] {
		case "dossier":
			if _, err := s.Dossier(ctx, f[1]); err != nil {
				t.Errorf("lost %s: %v", key, err)
			}
		case "doc":
			d, err := s.Doc(ctx, f[1], "THU-01")
			if err != nil || len(d.Rows) != 5 {
				t.Errorf("lost %s: %v", key, err)
			}
		case "sub":
			sub, err := s.Submission(ctx, f[1])
			if err != nil || sub.SHA256 != f[2] || sub.Key != f[3] || rank(sub.State) < rank(State(f[4])) {
				t.Errorf("lost %v: %s %v", f, sub.State, err)
			}
		}
	}
	lonely := 0 // the dossier and its submission stand at the same state, and the ledger with them
	must(t, s.r.QueryRow(`SELECT (SELECT count(*) FROM submissions s JOIN dossiers d ON d.seq = s.dossier WHERE s.state <> d.state)
		+ (SELECT count(*) FROM dossiers WHERE state NOT IN ('nhap', 'daKiem') AND seq NOT IN (SELECT dossier FROM submissions))
		+ (SELECT count(*) FROM ledger l JOIN submissions s ON s.seq = l.submission WHERE (l.sent_at IS NOT NULL) <> (s.state = 'daGui'))`).Scan(&lonely))
	want(t, "half moves", lonely, 0)
	must(t, s.Close())
	info, err := VerifyBackup(ctx, s.Path(), Options{Key: testKey})
	must(t, err)
	t.Logf("%d kills, %d acknowledged steps, %d dossiers, %d submissions, %d journal lines: none lost",
		kills, lines, info.Dossiers, info.Submissions, info.Journal)
}

func rank(s State) int {
	for i := range states {
		if states[i].s == s {
			return i
		}
	}
	return -1
}

func TestTwoProcessesCannotMakeTheSameMove(t *testing.T) {
	dir := t.TempDir()
	s := openAt(t, filepath.Join(dir, "ankhai.db"))
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst}))
	for range 30 {
		walk(t, s, signed(t, s).ID, DaKy, ChoGui)
	}
	took := map[string]int{}
	var outs []*bufio.Scanner
	var cmds []*exec.Cmd
	for range 2 {
		c, out := child(t, "move", dir)
		cmds, outs = append(cmds, c), append(outs, out)
	}
	for i, out := range outs {
		for out.Scan() {
			if id, ok := strings.CutPrefix(out.Text(), "took "); ok {
				took[id]++
			} else if out.Text() != "error <nil>" {
				t.Error(out.Text())
			}
		}
		cmds[i].Wait() // its lines said how it went
	}
	want(t, "moves", len(took), 30)
	for id, n := range took {
		want(t, id, n, 1)
	}
	_, err := s.VerifyJournal(ctx)
	must(t, err)
}

func TestOneProgramPerFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dữ liệu")
	c, out := child(t, "hold", dir)
	if !out.Scan() || out.Text() != "held" {
		t.Fatalf("child: %s", out.Text())
	}
	_, err := Lock(dir)
	wantErr(t, "second program", err, ErrLocked)
	if !strings.Contains(Say(err), fmt.Sprintf("tiến trình %d", c.Process.Pid)) {
		t.Errorf("the second is not told of the first: %s", Say(err))
	}
	c.Process.Kill()
	c.Wait() // killed, as was asked
	release, err := Lock(dir)
	must(t, err)
	_, err = Lock(dir)
	wantErr(t, "twice in one program", err, ErrLocked)
	runtime.GC()
	_, err = Lock(dir)
	wantErr(t, "after a collection", err, ErrLocked)
	release()
	release()
	again, err := Lock(dir)
	must(t, err)
	again()
}

// A power cut leaves the write-ahead log cut anywhere. Whatever is left is a whole
// number of steps: no submission without its event, no line without its chain.
func TestPowerCutLeavesWholeSteps(t *testing.T) {
	s := start(t)
	sub := signed(t, s)
	walk(t, s, sub.ID, DaKy, ChoGui, DangGui, DaGui)
	must(t, s.EditCells(ctx, draft(t, s, 3).ID, "THU-01", []CellEdit{{Row: 2, Tag: "HoTen"}}))
	signed(t, s)
	data, err := os.ReadFile(s.Path()) // drops SQLite's locks in this process; nobody writes any more
	must(t, err)
	log, err := os.ReadFile(s.Path() + "-wal")
	must(t, err)
	cuts := 150
	if testing.Short() {
		cuts = 20
	}
	seen := map[int]bool{}
	for range cuts {
		path := filepath.Join(t.TempDir(), "ankhai.db")
		must(t, os.WriteFile(path, data, 0o600))
		cut := rand.IntN(len(log) + 1)
		torn := append([]byte(nil), log[:cut]...)
		if len(torn) > 600 && cut%3 == 0 { // a sector that never arrived
			clear(torn[len(torn)-512:])
		}
		must(t, os.WriteFile(path+"-wal", torn, 0o600))
		s, err := Open(ctx, path, Options{Key: testKey, Now: time.Now})
		if err != nil {
			t.Fatalf("cut at %d of %d: %v", cut, len(log), err)
		}
		var half, lines int
		must(t, s.r.QueryRow(`SELECT (SELECT count(*) FROM submissions s JOIN dossiers d ON d.seq = s.dossier WHERE s.state <> d.state)
			+ (SELECT count(*) FROM submissions s WHERE s.state <> (SELECT den FROM events WHERE submission = s.seq ORDER BY seq DESC LIMIT 1))
			+ (SELECT count(*) FROM docs WHERE id NOT IN (SELECT doc FROM doc_rows))`).Scan(&half))
		want(t, fmt.Sprintf("half steps after a cut at %d", cut), half, 0)
		lines, err = s.VerifyJournal(ctx)
		must(t, err)
		seen[lines] = true
		must(t, s.Close())
		_, err = VerifyBackup(ctx, path, Options{Key: testKey})
		must(t, err)
	}
	t.Logf("%d cuts, %d different numbers of steps left", cuts, len(seen))
}
