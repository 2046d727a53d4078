package office

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/storage"
)

// filingDesk is an office for dossiers without forms, quick to try again.
func filingDesk(t testing.TB, dir string, now func() time.Time) *Office {
	t.Helper()
	o, err := openFiling(t.Context(), dir, now)
	if err != nil {
		t.Fatal(err)
	}
	o.quarantine = 80 * time.Millisecond
	t.Cleanup(func() { o.Close() })
	return o
}

// queued files dossiers into the outbox and gives their submissions.
func queued(t testing.TB, o *Office, n int) (out []storage.Submission) {
	t.Helper()
	for range n {
		sub, err := filed(t.Context(), o, 300)
		if err != nil {
			t.Fatal(err)
		}
		if err := o.Queue(t.Context(), sub.DossierID); err != nil {
			t.Fatal(err)
		}
		out = append(out, sub)
	}
	return out
}

func (g *plainGateway) wantOnce(t *testing.T, subs []storage.Submission) {
	t.Helper()
	for _, s := range subs {
		if n := g.holds(s.Key); n != 1 {
			t.Errorf("the gateway holds %s %d times, want once", s.DossierID, n)
		}
	}
}

// Each trouble of each gateway, at the first sending, at the one after, and after
// a restart: the dossiers arrive once, by running the outbox and nothing else.
func TestTroublesAtEveryStep(t *testing.T) {
	for _, naive := range []bool{false, true} {
		for _, trouble := range slices.Concat(faultsBefore, faultsAfter) {
			for _, at := range []int{1, 2, 3} {
				t.Run(fmt.Sprintf("%s at %d, naive %v", trouble, at, naive), func(t *testing.T) {
					t.Parallel()
					g := newPlainGateway(t, naive, func(n int) string {
						if n == at || at == 3 && n < 6 {
							return trouble
						}
						return ""
					})
					dir := t.TempDir()
					o := filingDesk(t, dir, time.Now)
					subs := queued(t, o, 2)
					for try := range 8 {
						if _, err := o.RunOutbox(t.Context(), g.url); err != nil {
							t.Fatal(err)
						}
						if at == 3 && try == 0 {
							if err := o.Close(); err != nil {
								t.Fatal(err)
							}
							o = filingDesk(t, dir, time.Now)
						}
					}
					g.wantOnce(t, subs)
					if left, err := o.Waiting(t.Context()); err != nil || len(left) > 0 {
						t.Errorf("left: %+v, %v", left, err)
					}
					checkKept(t, o, g)
				})
			}
		}
	}
}

func TestPausesDoubleUpToTenMinutes(t *testing.T) {
	r := rest{first: time.Second, most: 10 * time.Minute}
	for failures, want := range map[int]time.Duration{0: 1, 1: 1, 2: 2, 3: 4, 8: 128, 10: 512, 11: 600, 50: 600, 1 << 30: 600} {
		want *= time.Second
		for range 50 {
			if got := r.after(failures, nil); got < want*3/4 || got > min(want*5/4+1, r.most) {
				t.Fatalf("after %d failures: %v, want about %v", failures, got, want)
			}
		}
	}
	asked := &gateway.UnclearError{Cause: "status", RetryAfter: time.Hour}
	if got := r.after(1, fmt.Errorf("submit: %w", asked)); got != time.Hour {
		t.Errorf("the gateway asked for an hour, got %v", got)
	}
	if got := (rest{}).after(3, nil); got != 0 {
		t.Errorf("a rest of nothing is %v", got)
	}
}

func TestBreaker(t *testing.T) {
	down := fmt.Errorf("submit: %w", &gateway.DownError{Doing: "connect", Err: errors.New("refused")})
	l := &breaker{rest: rest{first: 40 * time.Millisecond, most: time.Second}}
	for i := range tripping {
		if n, _ := l.allow(9); n != 9 {
			t.Fatalf("%d failures: %d of 9 may try", i, n)
		}
		l.heard(down)
	}
	n, until := l.allow(9)
	if n != 0 || until.IsZero() {
		t.Fatalf("after %d failures %d may try, until %v", tripping, n, until)
	}
	time.Sleep(time.Until(until))
	if n, _ := l.allow(9); n != 1 {
		t.Errorf("after the rest %d try it, want one", n)
	}
	l.heard(down)
	if n, _ := l.allow(9); n != 0 {
		t.Errorf("one more failure: %d may try", n)
	}
	time.Sleep(time.Until(l.closedUntil()))
	l.allow(1)
	l.heard(&gateway.RefusedError{Status: 422})
	if n, _ := l.allow(9); n != 9 {
		t.Errorf("a refusal is a sound answer, and %d may try", n)
	}
	l.heard(&gateway.UnclearError{Cause: "status", RetryAfter: time.Minute})
	if n, until := l.allow(9); n != 0 || time.Until(until) < 50*time.Second {
		t.Errorf("asked to be left alone for a minute: %d may try, until %v", n, until)
	}
}

// A dead gateway is not tried with every dossier of a long queue.
func TestADeadGatewayIsLeftAlone(t *testing.T) {
	o := filingDesk(t, t.TempDir(), time.Now)
	o.outbox.rest = rest{first: time.Minute, most: time.Minute}
	g := newPlainGateway(t, true, func(int) string { return "500" })
	subs := queued(t, o, 60)
	sent, err := o.RunOutbox(t.Context(), g.url)
	if err != nil || len(sent) != len(subs) {
		t.Fatalf("%d of %d came to an end, %v", len(sent), len(subs), err)
	}
	resting := 0
	for _, s := range sent {
		if errors.Is(s.Err, ErrResting) {
			resting++
			if s.State != storage.ChoGui {
				t.Errorf("%s was not tried and stands at %s", s.DossierID, s.State)
			}
		}
	}
	if g.n > tripping+abreast || resting < len(subs)-tripping-abreast {
		t.Errorf("tried %d times, %d left alone", g.n, resting)
	}
}

// What is left of a pause hangs on the clock on the wall only to be shorter.
func TestPauseOfAnEarlierProgram(t *testing.T) {
	q := storage.Queued{Since: testDay, Retry: storage.Retry{Pause: 8 * time.Minute}}
	for ahead, want := range map[time.Duration]time.Duration{
		0: 8 * time.Minute, 3 * time.Minute: 5 * time.Minute, 9 * time.Minute: 0,
		10 * 365 * 24 * time.Hour: 0, -time.Second: 0, -10 * 365 * 24 * time.Hour: 0,
	} {
		if got := left(q, testDay.Add(ahead)); got != want {
			t.Errorf("%v later: %v left, want %v", ahead, got, want)
		}
	}
	if got := left(storage.Queued{}, testDay); got != 0 {
		t.Errorf("nothing was kept: %v", got)
	}
}

// A clock that is wrong by ten years at a start, in either direction, or runs
// backwards during a run, neither blocks the outbox nor sends twice.
func TestClockWrongByTenYears(t *testing.T) {
	for _, years := range [][]int{{0, 10, -10, 0}, {10, -10, 10, -10}, {-10, 10, 0, -10}} {
		t.Run(fmt.Sprint(years), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			g := newPlainGateway(t, true, func(n int) string { return []string{"503", "drop-after", "html", "reset", "", "500-after", ""}[n%7] })
			var subs []storage.Submission
			for _, y := range years {
				o := filingDesk(t, dir, func() time.Time { return time.Now().AddDate(y, 0, 0) })
				if err := o.SetGateway(t.Context(), killMST, g.url); err != nil {
					t.Fatal(err)
				}
				subs = append(subs, queued(t, o, 3)...)
				o.StartOutbox(nil)
				time.Sleep(30 * time.Millisecond)
				if err := o.Close(); err != nil {
					t.Fatal(err)
				}
			}
			back := atomic.Int64{}
			o := filingDesk(t, dir, func() time.Time { return testDay.Add(-time.Duration(back.Add(1)) * 24 * time.Hour) })
			watchUntilEmpty(t, o)
			g.wantOnce(t, subs)
			checkKept(t, o, g)
		})
	}
}

// watchUntilEmpty lets the worker work until the outbox is empty, and returns
// what it told.
func watchUntilEmpty(t *testing.T, o *Office) (told []OutboxNews) {
	t.Helper()
	var mu sync.Mutex
	empty := make(chan bool, 1)
	o.StartOutbox(func(n OutboxNews) {
		mu.Lock()
		defer mu.Unlock()
		told = append(told, n)
		if n.Waiting == 0 && !n.Busy {
			select {
			case empty <- true:
			default:
			}
		}
	})
	defer o.StopOutbox()
	select {
	case <-empty:
	case <-time.After(20 * time.Second):
		left, err := o.Waiting(context.WithoutCancel(t.Context()))
		t.Fatalf("the worker does not come to an end: %+v, %v", left, err)
	}
	mu.Lock()
	defer mu.Unlock()
	return slices.Clone(told)
}

// The worker sends what is queued, when it is queued, tells what it does, and
// stops when it is told to.
func TestWorkerSendsByItself(t *testing.T) {
	o := filingDesk(t, t.TempDir(), time.Now)
	g := newPlainGateway(t, true, func(n int) string { return map[int]string{2: "drop-after", 3: "reset"}[n] })
	if err := o.SetGateway(t.Context(), killMST, g.url); err != nil {
		t.Fatal(err)
	}
	var subs []storage.Submission
	for round := range 3 {
		subs = append(subs, queued(t, o, 4)...)
		told := watchUntilEmpty(t, o)
		busy, ended := false, 0
		for _, n := range told {
			busy = busy || n.Busy && n.Waiting > 0
			for _, s := range n.Ended {
				if reached(s.State) {
					ended++
				}
			}
			if n.Err != nil {
				t.Errorf("told of %v", n.Err)
			}
		}
		if !busy || ended != 4 {
			t.Errorf("round %d: told of being busy %v, and of %d dossiers sent, want 4", round, busy, ended)
		}
	}
	g.wantOnce(t, subs)
	before := g.n
	late := queued(t, o, 1) // after it was stopped
	time.Sleep(30 * time.Millisecond)
	if g.n != before {
		t.Error("sent after it was stopped")
	}
	watchUntilEmpty(t, o)
	g.wantOnce(t, late)
}

// What had nowhere to go is sent as soon as a gateway is chosen.
func TestChoosingAGatewayWakesTheWorker(t *testing.T) {
	o := filingDesk(t, t.TempDir(), time.Now)
	g := newPlainGateway(t, true, nil)
	subs := queued(t, o, 1)
	news := make(chan OutboxNews, 100)
	o.StartOutbox(func(n OutboxNews) { news <- n })
	for n := range news {
		if len(n.Ended) > 0 {
			if !errors.Is(n.Ended[0].Err, ErrNoGateway) {
				t.Fatalf("without a gateway: %v", n.Ended[0].Err)
			}
			break
		}
	}
	if err := o.SetGateway(t.Context(), killMST, g.url); err != nil {
		t.Fatal(err)
	}
	for n := range news {
		if len(n.Ended) > 0 && n.Ended[0].Err == nil {
			break
		}
	}
	g.wantOnce(t, subs)
}

// Queueing rings the bell: nobody has to wait for the next pause.
func TestQueueingWakesTheWorker(t *testing.T) {
	o := filingDesk(t, t.TempDir(), time.Now)
	g := newPlainGateway(t, true, nil)
	if err := o.SetGateway(t.Context(), killMST, g.url); err != nil {
		t.Fatal(err)
	}
	news := make(chan OutboxNews, 100)
	o.StartOutbox(func(n OutboxNews) { news <- n })
	<-news // it looked, and there was nothing
	subs := queued(t, o, 1)
	for n := range news {
		if len(n.Ended) > 0 {
			break
		}
	}
	g.wantOnce(t, subs)
}

// The worker, a person who presses the button, and another who runs the whole
// outbox, all at once: every dossier goes once.
func TestManyHandsSendOnce(t *testing.T) {
	o := filingDesk(t, t.TempDir(), time.Now)
	g := newPlainGateway(t, true, func(n int) string { return map[int]string{3: "drop-after", 9: "500", 20: "reset"}[n] })
	g.work = 10 * time.Millisecond
	if err := o.SetGateway(t.Context(), killMST, g.url); err != nil {
		t.Fatal(err)
	}
	subs := queued(t, o, 45)
	o.StartOutbox(nil)
	var hands sync.WaitGroup
	for i, s := range subs {
		if i%4 == 0 {
			hands.Go(func() {
				for try := 0; try < 8; try++ {
					if _, err := o.Send(t.Context(), s.DossierID, ""); err == nil {
						return
					}
				}
				t.Errorf("%s is not sent", s.DossierID)
			})
		}
	}
	hands.Go(func() {
		if _, err := o.RunOutbox(t.Context(), ""); err != nil {
			t.Error(err)
		}
	})
	hands.Wait()
	o.StopOutbox()
	settleAll(t, o, g.url)
	g.wantOnce(t, subs)
	checkKept(t, o, g)
}

// Stopping waits for the answer that is on its way: a sending that was cut off
// would have to be asked about.
func TestStoppingWaitsForTheAnswer(t *testing.T) {
	o := filingDesk(t, t.TempDir(), time.Now)
	g := newPlainGateway(t, true, func(int) string { return "slow-after" })
	if err := o.SetGateway(t.Context(), killMST, g.url); err != nil {
		t.Fatal(err)
	}
	sub := queued(t, o, 1)[0]
	busy := make(chan bool, 1)
	o.StartOutbox(func(n OutboxNews) {
		if n.Busy {
			busy <- true
		}
	})
	<-busy
	for g.holds(sub.Key) == 0 {
		time.Sleep(time.Millisecond)
	}
	o.StopOutbox()
	if got, err := o.store.Submission(t.Context(), sub.ID); err != nil || got.State != storage.DaGui {
		t.Errorf("state %s, %v", got.State, err)
	}
}

// A dossier that was cancelled between reading the queue and committing the
// intent does not hold back the others of its group.
func TestOneMoveOfAGroupFails(t *testing.T) {
	o := filingDesk(t, t.TempDir(), time.Now)
	subs := queued(t, o, 3)
	if err := o.Cancel(t.Context(), subs[1].DossierID); err != nil {
		t.Fatal(err)
	}
	var moves [][]storage.Move
	for _, s := range subs {
		moves = append(moves, []storage.Move{{SubmissionID: s.ID, From: storage.ChoGui, To: storage.DangGui}})
	}
	errs := o.together(t.Context(), moves)
	if errs[0] != nil || !errors.Is(errs[1], storage.ErrMoved) || errs[2] != nil {
		t.Errorf("got %v", errs)
	}
}

// A dossier that was handed to one gateway is not proved unsent by another: a
// person decides, with the evidence.
func TestAnotherGatewayProvesNothing(t *testing.T) {
	o := filingDesk(t, t.TempDir(), time.Now)
	first, other := newPlainGateway(t, true, func(int) string { return "500-after" }), newPlainGateway(t, true, nil)
	first.mute = 1
	sub := queued(t, o, 1)[0]
	if sent, err := o.RunOutbox(t.Context(), first.url); err != nil || sent[0].State != storage.DangGui {
		t.Fatalf("%+v, %v", sent, err)
	}
	sent, err := o.RunOutbox(t.Context(), other.url)
	if err != nil || sent[0].State != storage.NghiVan || !errors.Is(sent[0].Err, ErrDoubt) {
		t.Fatalf("%+v, %v", sent, err)
	}
	v, err := o.Dossier(t.Context(), sub.DossierID)
	if err != nil || len(v.Attempts) != 1 || !strings.Contains(v.Attempts[0].Say, first.url) || len(v.Attempts[0].Came) == 0 {
		t.Fatalf("evidence %+v, %v", v.Attempts, err)
	}
	if came := v.Attempts[0].Came[0]; !strings.Contains(came.Say, "HTTP 500") || !strings.Contains(came.Raw, "hỏng") {
		t.Errorf("the gateway's words are %+v", came)
	}
	o.StartOutbox(nil) // does not touch it
	time.Sleep(30 * time.Millisecond)
	o.StopOutbox()
	if other.n != 0 {
		t.Error("sent to the other gateway")
	}
	// The first gateway is asked again when a person wants it: it had it.
	if s, err := o.Send(t.Context(), sub.DossierID, first.url); err != nil || s.State != storage.DaGui {
		t.Errorf("%+v, %v", s, err)
	}
	first.wantOnce(t, []storage.Submission{sub})
}

// The gateway holds other bytes under the key: the dossier is in doubt, and
// sending it again is a person's decision.
func TestAForeignPackageUnderTheKey(t *testing.T) {
	o := filingDesk(t, t.TempDir(), time.Now)
	g := newPlainGateway(t, false, func(int) string { return "500" })
	sub := queued(t, o, 1)[0]
	g.kept[sub.Key] = []string{strings.Repeat("0", 64)}
	sent, err := o.RunOutbox(t.Context(), g.url)
	if err != nil || sent[0].State != storage.NghiVan || !errors.Is(sent[0].Err, gateway.ErrKeyTaken) {
		t.Fatalf("%+v, %v", sent, err)
	}
	if err := o.Received(t.Context(), sub.DossierID, Proof{}); !errors.Is(err, ErrNoProof) {
		t.Errorf("received without a proof: %v", err)
	}
	if err := o.Received(t.Context(), sub.DossierID, Proof{SoHoSo: " 00001/2026/07906 "}); err != nil {
		t.Error(err)
	}
	if v, err := o.Dossier(t.Context(), sub.DossierID); err != nil || v.State != storage.DaGui || v.SoHoSo != "00001/2026/07906" {
		t.Errorf("%s %q %v", v.State, v.SoHoSo, err)
	}
}

// A backup from before a sending is restored after it. The gateway of before does
// not answer for the key any more; the ledger of the replaced data does: nothing
// is sent, and the proof is told.
func TestRestoredBackupDoesNotSendAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kho")
	o := filingDesk(t, dir, testNow)
	d, err := o.store.NewDossier(t.Context(), storage.Dossier{MaSoThue: killMST, Procedure: "600", Month: SampleMonth})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.store.MoveDossier(t.Context(), d.ID, storage.Nhap, storage.DaKiem); err != nil {
		t.Fatal(err)
	}
	frozen, err := o.store.Freeze(t.Context(), d.ID, storage.Submission{Envelope: []byte("<Hoso/>"), SignedAt: testDay,
		Ledger: []storage.LedgerKey{{SoCCCD: "079000000001", Month: SampleMonth, PhuongAn: "TM"}}})
	if err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(t.TempDir(), "truoc.db")
	if _, err := o.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	g, other := newPlainGateway(t, true, nil), newPlainGateway(t, true, nil)
	if s, err := o.Send(t.Context(), d.ID, g.url); err != nil || s.State != storage.DaGui {
		t.Fatalf("%+v, %v", s, err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), Config{Dir: dir, Now: testNow, Keys: testKeys(dir)}, backup); err != nil {
		t.Fatal(err)
	}
	o = filingDesk(t, dir, testNow)
	_, err = o.Send(t.Context(), d.ID, other.url)
	var known *ProvenError
	if !errors.As(err, &known) || !strings.Contains(Say(err), "đã gửi lúc 09:30 ngày 22/11/2026") {
		t.Errorf("the proof is not told: %v", err)
	}
	v, err := o.Dossier(t.Context(), d.ID)
	if err != nil || v.State != storage.DaGui || v.Receipt == "" {
		t.Errorf("%s, receipt %q, %v", v.State, v.Receipt, err)
	}
	if other.n != 0 || g.holds(frozen.Key) != 1 {
		t.Errorf("sent %d times more", other.n)
	}
}

// The same, and the dossier was queued in the backup: the receipt of before the
// restore tells, whatever the gateway knows, and it is not sent.
func TestRestoredQueueIsAskedAbout(t *testing.T) {
	for _, known := range []bool{true, false} {
		dir := filepath.Join(t.TempDir(), "kho")
		o := filingDesk(t, dir, testNow)
		sub := queued(t, o, 1)[0]
		backup := filepath.Join(t.TempDir(), "truoc.db")
		if _, err := o.Backup(t.Context(), backup); err != nil {
			t.Fatal(err)
		}
		g := newPlainGateway(t, true, nil)
		if s, err := o.Send(t.Context(), sub.DossierID, g.url); err != nil || s.State != storage.DaGui {
			t.Fatalf("%+v, %v", s, err)
		}
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := Restore(t.Context(), Config{Dir: dir, Now: testNow, Keys: testKeys(dir)}, backup); err != nil {
			t.Fatal(err)
		}
		o = filingDesk(t, dir, testNow)
		if !known {
			g = newPlainGateway(t, true, nil)
		}
		before := g.n
		all, err := o.RunOutbox(t.Context(), g.url)
		if err != nil || len(all) != 1 || all[0].State != storage.DaGui || g.n != before {
			t.Errorf("known %v: %+v, %v, %d submissions more", known, all, err, g.n-before)
		}
	}
}

// A group is one transaction, and no more than fits in memory.
func TestGroupsOfParcels(t *testing.T) {
	for _, c := range []struct {
		sizes []int
		want  string
	}{
		{nil, "[]"},
		{[]int{1, 1, 1, 1, 1, 1, 1}, "[3 3 1]"},
		{[]int{6, 5, 4, 9, 1, 1}, "[1 2 2 1]"},
		{[]int{99, 1, 99}, "[1 1 1]"},
	} {
		var parcels []*parcel
		for i, n := range c.sizes {
			parcels = append(parcels, &parcel{n: i, Queued: storage.Queued{Size: n}})
		}
		got, next := []int{}, 0
		for _, g := range grouped(parcels, 3, 10) {
			got = append(got, len(g))
			for _, p := range g {
				if p.n != next {
					t.Errorf("%v: parcel %d comes after %d", c.sizes, p.n, next-1)
				}
				next++
			}
		}
		if fmt.Sprint(got) != c.want || next != len(c.sizes) {
			t.Errorf("%v: groups of %v, want %s", c.sizes, got, c.want)
		}
	}
}
