package sandbox_test

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
	"ankhai/storage/sqlitefile"
)

// TestMain lets the test binary stand in for the sandbox's own process.
func TestMain(m *testing.M) {
	if dir := os.Getenv("SANDBOX_CHILD"); dir != "" {
		box, err := sandbox.New(sandbox.Options{Dir: dir, Now: time.Now, Faults: os.Getenv("SANDBOX_FAULTS")})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		url, _, err := box.Start("")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(url)
		select {}
	}
	os.Exit(m.Run())
}

func TestRestartKeepsReceipts(t *testing.T) {
	at := day
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at)}
	r := start(t, o)
	var sent []gateway.Receipt
	for n := range 5 {
		got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(n)))
		if err != nil {
			t.Fatal(err)
		}
		sent = append(sent, got)
	}
	r.box.Close()
	r = start(t, o)
	for i, want := range sent {
		got, err := r.client.Lookup(t.Context(), want.Key)
		if err != nil || got.MaGiaoDich != want.MaGiaoDich || got.SHA256 != want.SHA256 || got.SoHoSo != fmt.Sprintf("%05d/2026/99999", i+1) {
			t.Errorf("%d: got %+v, %v", i, got, err)
		}
	}
	got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(9)))
	if err != nil || got.SoHoSo != "00006/2026/99999" {
		t.Errorf("next number: got %q, %v", got.SoHoSo, err)
	}
}

func TestDamagedBookStopsTheSandbox(t *testing.T) {
	at := day
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at)}
	r := start(t, o)
	if _, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1))); err != nil {
		t.Fatal(err)
	}
	if _, err := sandbox.New(o); !errors.Is(err, sandbox.ErrLocked) {
		t.Errorf("second sandbox on the folder: got %v, want ErrLocked", err)
	}
	r.box.Close()
	path := filepath.Join(o.Dir, "so-cong.db")
	db, err := sqlitefile.Open(t.Context(), path, sqlitefile.Options{Application: 0x414e4b47, Versions: []string{""}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`UPDATE dossier SET state = facts`); err != nil { // sealed, but for another place
		t.Fatal(err)
	}
	db.Close()
	if _, err := sandbox.New(o); !errors.Is(err, sandbox.ErrSealed) {
		t.Errorf("changed book: got %v, want ErrSealed", err)
	}
	write(t, path, "không phải sổ của cổng")
	if _, err := sandbox.New(o); !errors.Is(err, sandbox.ErrForeign) {
		t.Errorf("a file that is no book: got %v, want ErrForeign", err)
	}
}

// One dossier whose bytes are damaged is returned; the others go on.
func TestADamagedDossierDoesNotStopTheOthers(t *testing.T) {
	at := day
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at), Steps: sandbox.Steps{GiaiQuyet: time.Hour, KetQua: 2 * time.Hour}}
	r := start(t, o)
	var deals []string
	for n := range 2 {
		got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(n)))
		if err != nil {
			t.Fatal(err)
		}
		deals = append(deals, got.MaGiaoDich)
	}
	r.box.Close()
	db, err := sqlitefile.Open(t.Context(), filepath.Join(o.Dir, "so-cong.db"), sqlitefile.Options{Application: 0x414e4b47, Versions: []string{""}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`UPDATE content SET bytes = zeroblob(length(bytes)) WHERE sha = ?`, gateway.HashOf(dossier(0))); err != nil {
		t.Fatal(err)
	}
	db.Close()
	r = start(t, o)
	at = day.Add(3 * time.Hour)
	for n, want := range []gateway.TrangThai{gateway.TuChoi, gateway.CoKetQua} {
		p, err := r.client.Progress(t.Context(), deals[n])
		if err != nil || p.TrangThai != want || n == 0 && p.LyDo[0].Ma != "E-HT-02" {
			t.Errorf("dossier %d: got %v %v, %v; want %v", n, p.TrangThai, p.LyDo, err, want)
		}
	}
	if _, err := r.box.Envelope(r.box.Submissions()[0].Khoa); err == nil {
		t.Error("damaged bytes were handed out")
	}
}

// What is in memory is gone with the sandbox, and leaves no file.
func TestABookInMemory(t *testing.T) {
	t.Chdir(t.TempDir())
	at := day
	box, err := sandbox.New(sandbox.Options{Now: clockAt(&at)})
	if err != nil {
		t.Fatal(err)
	}
	r := serve(t, box)
	got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1)))
	if err != nil || got.SoHoSo != "00001/2026/99999" {
		t.Fatalf("got %+v, %v", got, err)
	}
	if b, err := box.Envelope(got.Key); err != nil || string(b) != string(dossier(1)) {
		t.Errorf("envelope: %d bytes, %v", len(b), err)
	}
	if _, names := everything(t, "."); len(names) > 0 {
		t.Errorf("files were left: %v", names)
	}
}

// A thousand dossiers from eight senders, a tenth of them sent twice at the
// same moment.
func TestAThousandDossiers(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	const total, senders = 1000, 8
	begin := time.Now()
	var wg sync.WaitGroup
	for w := range senders {
		wg.Go(func() {
			for n := w; n < total; n += senders {
				p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(n))
				var twice sync.WaitGroup
				if n%10 == 0 {
					twice.Go(func() {
						if _, err := r.client.Submit(t.Context(), p); err != nil {
							t.Error(err)
						}
					})
				}
				if _, err := r.client.Submit(t.Context(), p); err != nil {
					t.Error(err)
				}
				twice.Wait()
			}
		})
	}
	wg.Wait()
	t.Logf("%d dossiers in %v", total, time.Since(begin).Round(time.Millisecond))
	numbers := map[string]bool{}
	again := 0
	for _, s := range r.box.Submissions() {
		numbers[s.SoHoSo] = true
		again += s.SoLanLap
	}
	if n := len(perKey(r.box)); n != total || len(r.box.Submissions()) != total || len(numbers) != total || again != total/10 {
		t.Errorf("keys %d, submissions %d, numbers %d, repeats %d; want %d and %d", n, len(r.box.Submissions()), len(numbers), again, total, total/10)
	}
}

// child runs the sandbox of a folder in a process of its own. kill ends it as
// kill -9 does, once.
func child(t *testing.T, dir string, env ...string) (r *rig, kill func()) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(append(os.Environ(), "SANDBOX_CHILD="+dir), env...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	url, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	kill = sync.OnceFunc(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	return &rig{url: strings.TrimSpace(url), ca: pool(t, filepath.Join(dir, "ca-thuc-hanh.pem"))}, kill
}

// kill -9 at any moment: what was answered is there, nothing is there twice.
func TestKillLosesNothingThatWasAnswered(t *testing.T) {
	kills := 12
	if testing.Short() {
		kills = 3
	}
	dir := t.TempDir()
	sent := map[string]gateway.Package{}
	got := map[string]gateway.Receipt{}
	var mu sync.Mutex
	unclear := 0
	for round := range kills {
		r, kill := child(t, dir, "SANDBOX_FAULTS=double:3,drop-answer:2")
		client := r.newClient(t, gateway.Timeouts{Total: 5 * time.Second})
		// What was left open by the last kill is asked for, then sent again.
		for key, p := range sent {
			if _, ok := got[key]; ok {
				continue
			}
			receipt, err := client.Lookup(t.Context(), key)
			if isUnknown(err) {
				receipt, err = client.Submit(t.Context(), p)
			}
			if err == nil {
				got[key] = receipt
			} else if !errors.Is(err, gateway.ErrUnclear) {
				t.Fatalf("settle: %v", err)
			}
		}
		var wg sync.WaitGroup
		for w := range 4 {
			wg.Go(func() {
				for n := 0; ; n++ {
					p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(round*100_000+w*10_000+n))
					mu.Lock()
					sent[p.Key] = p
					mu.Unlock()
					receipt, err := client.Submit(t.Context(), p)
					mu.Lock()
					if err == nil {
						got[p.Key] = receipt
					} else {
						unclear++
					}
					mu.Unlock()
					if errors.Is(err, gateway.ErrDown) {
						return
					}
				}
			})
		}
		time.Sleep(time.Duration(20+round*17) * time.Millisecond)
		kill()
		wg.Wait()
		client.Close()
	}
	box, err := sandbox.New(sandbox.Options{Dir: dir, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer box.Close()
	held := map[string]sandbox.Submission{}
	for _, s := range box.Submissions() {
		if _, twice := held[s.Khoa]; twice {
			t.Errorf("%s is stored twice", s.Khoa)
		}
		held[s.Khoa] = s
	}
	for key, receipt := range got {
		if s, ok := held[key]; !ok || s.MaGiaoDich != receipt.MaGiaoDich || s.SHA256 != sent[key].SHA256 {
			t.Errorf("%s was answered but is not held as answered", key)
		}
	}
	t.Logf("%d kills, %d sent, %d answered, %d not answered, %d held", kills, len(sent), len(got), unclear, len(held))
}
