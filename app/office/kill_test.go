package office

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/storage"
	"ankhai/storage/crashsim"
)

// The kill test: a program that files dossiers and sends them is killed at
// moments that nobody can foresee, while the gateway has one trouble after the
// other. What it said was kept must be there in the end, and at the gateway once.

const (
	killQuarantine = 700 * time.Millisecond
	killPatience   = 350 * time.Millisecond // of the gateway; the quarantine is longer
	killMST        = "0100109106"
)

// openFiling opens an office for dossiers without forms, with an employer.
func openFiling(ctx context.Context, dir string, now func() time.Time) (*Office, error) {
	o, err := Open(ctx, Config{Dir: dir, Now: now, Quarantine: killQuarantine, Keys: testKeys(dir)})
	if err != nil {
		return nil, err
	}
	o.outbox.rest = rest{first: 5 * time.Millisecond, most: 50 * time.Millisecond}
	if _, err := o.store.DonVi(ctx, killMST); err != nil {
		err = o.store.PutDonVi(ctx, facts.DonVi{MaSoThue: killMST, Ten: "CÔNG TY THỬ"})
		if err != nil {
			return nil, err
		}
	}
	return o, nil
}

// filed makes a signed dossier of some bytes.
func filed(ctx context.Context, o *Office, size int) (storage.Submission, error) {
	d, err := o.store.NewDossier(ctx, storage.Dossier{MaSoThue: killMST, Procedure: "600", Month: SampleMonth})
	if err != nil {
		return storage.Submission{}, err
	}
	if err := o.store.MoveDossier(ctx, d.ID, storage.Nhap, storage.DaKiem); err != nil {
		return storage.Submission{}, err
	}
	envelope := fmt.Appendf(nil, "<Hoso>%s</Hoso>", d.ID)
	for len(envelope) < size {
		envelope = append(envelope, byte('a'+len(envelope)%26))
	}
	return o.store.Freeze(ctx, d.ID, storage.Submission{Envelope: envelope, SignedAt: o.now()})
}

// fileAndSend files dossiers and sends them until it is killed. It says what is
// kept, after it is.
func fileAndSend(ctx context.Context, args []string) error {
	dir, url, skew := args[0], args[1], args[2]
	years, err := strconv.Atoi(skew)
	if err != nil {
		return err
	}
	o, err := openFiling(ctx, dir, func() time.Time { return time.Now().AddDate(years, 0, 0) })
	if err != nil {
		return err
	}
	fmt.Println("ready")
	o.StartOutbox(nil)
	if err := o.SetGateway(ctx, killMST, url); err != nil {
		return err
	}
	for n := 0; ; n++ {
		if n < 4 {
			sub, err := filed(ctx, o, 2000)
			if err != nil {
				return err
			}
			if err := o.Queue(ctx, sub.DossierID); err != nil {
				return err
			}
			fmt.Println("queued", sub.DossierID, sub.Key)
		}
		if n%3 == 2 { // a person asks as well, beside the worker
			if _, err := o.RunOutbox(ctx, ""); err != nil {
				return err
			}
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// murder starts the program, kills it within a time, and returns what it said.
func murder(t *testing.T, within time.Duration, args ...string) (lines []string) {
	t.Helper()
	c := child(t, args...)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	all := make(chan []string)
	ready := make(chan bool, 1)
	go func() { // ends with the program
		var lines []string
		for in := bufio.NewScanner(out); in.Scan(); {
			if lines = append(lines, in.Text()); in.Text() == "ready" {
				ready <- true
			}
		}
		all <- lines
	}()
	if rand.IntN(6) > 0 { // else in the middle of opening
		select {
		case <-ready:
		case lines := <-all:
			t.Fatalf("the program did not start: %v", lines)
		}
	}
	time.Sleep(rand.N(within))
	c.Process.Kill()
	lines = <-all
	c.Wait() // killed, as was asked
	return lines
}

func kills(t *testing.T) int {
	switch {
	case os.Getenv("ANKHAI_SOAK") != "":
		return 1200
	case testing.Short():
		return 20
	}
	return 300
}

func TestKillsWithATroubledGateway(t *testing.T) {
	n := kills(t)
	total := make(chan [3]int, 2)
	t.Run("gateways", func(t *testing.T) {
		for _, naive := range []bool{false, true} {
			t.Run(map[bool]string{true: "naive", false: "one that knows keys"}[naive], func(t *testing.T) {
				t.Parallel()
				total <- killMany(t, n/2, naive)
			})
		}
	})
	var sum [3]int
	for range 2 {
		if t.Failed() {
			return
		}
		for i, v := range <-total {
			sum[i] += v
		}
	}
	crashsim.Tell("%d lần kill −9: %d hồ sơ, %d mất, %d gửi trùng", n/2*2, sum[0], sum[1], sum[2])
}

// killMany kills the program n times over one data folder and counts dossiers,
// those that got lost and those that were sent twice.
func killMany(t *testing.T, n int, naive bool) (count [3]int) {
	dir := filepath.Join(t.TempDir(), "kho")
	troubles := append(append([]string{}, faultsBefore...), faultsAfter...)
	g := newPlainGateway(t, naive, func(int) string {
		if rand.IntN(10) < 4 {
			return troubles[rand.IntN(len(troubles))]
		}
		return ""
	})
	g.patience, g.work = killPatience, killPatience
	queued := map[string]string{} // key → dossier
	for range n {
		within := 120 * time.Millisecond
		if rand.IntN(6) == 0 {
			within = 2 * killQuarantine // long enough to settle what is unclear
		}
		for _, l := range murder(t, within, "fileAndSend", dir, g.url, fmt.Sprint(rand.IntN(3)*10-10)) {
			switch f := strings.Fields(l); f[0] {
			case "ready":
			case "queued":
				queued[f[2]] = f[1]
			default:
				t.Fatalf("the program said: %s", l)
			}
		}
	}
	g.mu.Lock()
	g.fault = func(int) string { return "" }
	g.mu.Unlock()
	o, err := openFiling(t.Context(), dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	settleAll(t, o, g.url)
	count[0] = len(g.order)
	for key, id := range queued {
		if g.holds(key) == 0 {
			t.Errorf("dossier %s was queued and never arrived", id)
			count[1]++
		}
	}
	for _, key := range g.order {
		if g.holds(key) > 1 {
			t.Errorf("%s was sent %d times", key, g.holds(key))
			count[2]++
		}
	}
	count[1] += checkKept(t, o, g)
	t.Logf("%d kills, %d dossiers, %d submissions, faults %v, %d again and recognised", n, len(g.order), g.n, g.hits, g.seen)
	return count
}

// settleAll runs the outbox to its end, as a person would.
func settleAll(t *testing.T, o *Office, url string) {
	t.Helper()
	ctx := t.Context()
	all, err := o.store.Dossiers(ctx, killMST)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		if d.State == storage.DaKy {
			if err := o.Queue(ctx, d.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	for try := 0; ; try++ {
		left, err := o.Waiting(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if len(left) == 0 {
			return
		}
		if try == 20 {
			t.Fatalf("the outbox does not come to an end: %+v", left)
		}
		if _, err := o.RunOutbox(ctx, url); err != nil {
			t.Fatal(err)
		}
	}
}

// checkKept compares every submission of the store with the gateway, and walks
// the chains. It returns how many receipts are missing.
func checkKept(t *testing.T, o *Office, g *plainGateway) (missing int) {
	t.Helper()
	ctx := t.Context()
	all, err := o.store.Dossiers(ctx, killMST)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		if d.State.Draft() {
			continue // killed before it was signed
		}
		sub, err := o.store.SubmissionOf(ctx, d.ID)
		if err != nil {
			t.Errorf("%s: %v", d.ID, err)
			missing++
			continue
		}
		if sub.State != storage.DaGui || d.State != sub.State || g.holds(sub.Key) != 1 || receiptID(sub.Receipt) != sub.Key {
			t.Errorf("%s: dossier %s, submission %s, held %d times, receipt %q", d.ID, d.State, sub.State, g.holds(sub.Key), sub.Receipt)
			missing++
		}
	}
	if _, err := o.store.VerifyJournal(ctx); err != nil {
		t.Error(err)
	}
	if _, err := o.store.VerifyEvents(ctx); err != nil {
		t.Error(err)
	}
	return missing
}
