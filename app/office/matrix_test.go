package office

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/app/gateway/sandbox"
	"ankhai/forms/facts"
	"ankhai/storage"
	"ankhai/storage/crashsim"
)

// The matrix: a trouble of the practice gateway, a step of the dossier's way, and a
// kill -9 before it, in the midst of it or after it, drawn by lot for each run. Every
// run files one more dossier over the same data; some are so large that they go in
// parts. In the end the gateway holds each once and the store has its receipt.

// matrixFaults strike the run's own submission, the question after it, or the line.
var matrixFaults = []string{
	"", "500:1", "503:1", "429:1", "html:1", "redirect:1", "reset:1", "500-after:1", "html-after:1", "reset-after:1",
	"drop-answer:1", "half:1", "cut:90", "drip:200ms", "wrong-receipt:1", "huge:1", "double:1", "delay:150ms", "part-cut:2",
	"slow-upload:150ms", "wrong-cert:1", "get-500:1", "get-html404:1", "get-delay:150ms", "drop-answer:1,get-500:1", "500-after:1,get-html404:1",
}

// matrixKills are the points at which the program is killed; "" lets it live, and a
// duration kills it whenever that comes.
var matrixKills = []string{
	"", "", "outbox.queue.before", "outbox.queue.kept", "outbox.intent.before", "outbox.intent.kept", "outbox.wire.before", "outbox.wire.answered",
	"outbox.answer.before", "outbox.answer.kept", "outbox.ask.before", "outbox.ask.answered", "outbox.again.before", "outbox.again.kept",
	"50ms", "150ms", "300ms", "600ms",
}

var matrixEmployer = facts.DonVi{MaSoThue: killMST, Ten: "CÔNG TY THỬ", MaDonVi: "YN0001A", CoQuanBHXH: "07906"}

// fileOne files a dossier and sends it, with all that earlier runs left, as long as it
// is let.
func fileOne(ctx context.Context, args []string) error {
	dir, url, size := args[0], args[1], 2000
	if args[2] == "large" {
		size = 1_300_000
	}
	o, err := openFiling(ctx, dir, time.Now)
	if err != nil {
		return err
	}
	defer o.Close()
	if err := o.SetGateway(ctx, killMST, url); err != nil {
		return err
	}
	if _, err := filedFor(ctx, o, matrixEmployer, 0, size); err != nil {
		return err
	}
	for range 6 {
		if _, err := o.RunOutbox(ctx, url); err != nil {
			return err
		}
		if left, err := o.Waiting(ctx); err != nil || len(left) == 0 {
			return err
		}
		time.Sleep(30 * time.Millisecond)
	}
	return nil
}

func TestFaultsStepsAndKills(t *testing.T) {
	t.Parallel()
	runs := 120
	switch {
	case os.Getenv("ANKHAI_SOAK") != "":
		runs = 1000
	case testing.Short():
		runs = 15
	}
	box, err := sandbox.New(sandbox.Options{Dir: t.TempDir(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer box.Close()
	url, _, err := box.Start("")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "kho")
	cells, killed := map[string]bool{}, 0
	for range runs {
		fault, kill, size := matrixFaults[rand.IntN(len(matrixFaults))], matrixKills[rand.IntN(len(matrixKills))], "small"
		if rand.IntN(5) == 0 || strings.Contains(fault, "part") || strings.Contains(fault, "upload") {
			size = "large"
		}
		if err := box.SetFaults(fault); err != nil {
			t.Fatalf("%s: %v", fault, err)
		}
		cells[fault+" × "+kill] = true
		c := child(t, "matrix", dir, url, size)
		if strings.HasPrefix(kill, "outbox.") {
			c.Env = append(c.Env, "ANKHAI_CRASH_AT="+kill+":1")
		}
		said := new(strings.Builder)
		c.Stdout = said
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if after, err := time.ParseDuration(kill); err == nil {
			time.AfterFunc(after, func() { c.Process.Kill() })
		}
		if err := c.Wait(); err != nil {
			if said.Len() > 0 {
				t.Fatalf("%s, %s: %v %s", fault, kill, err, said)
			}
			killed++
		}
	}
	if err := box.SetFaults(""); err != nil {
		t.Fatal(err)
	}
	o, err := openFiling(t.Context(), dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	settleAll(t, o, url)
	lost, twice, all := matrixCount(t, o, box)
	if lost+twice > 0 || all == 0 {
		t.Errorf("%d lost, %d twice, of %d", lost, twice, all)
	}
	crashsim.Tell("%d lượt trục trặc × bước × kill −9 (%d ô khác nhau, %d lần kill) với cổng thực hành: %d hồ sơ, mỗi hồ sơ một lần ở cổng và có biên nhận; %d mất, %d trùng", runs, len(cells), killed, all, lost, twice)
}

// matrixCount holds every signed dossier of the store against the gateway, and every
// one of the gateway against the store.
func matrixCount(t *testing.T, o *Office, box *sandbox.Sandbox) (lost, twice, all int) {
	t.Helper()
	held, deal := map[string]int{}, map[string]string{}
	for _, s := range box.Submissions() {
		held[s.Khoa]++
		deal[s.Khoa] = s.MaGiaoDich
	}
	dossiers, err := o.store.Dossiers(t.Context(), killMST)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dossiers {
		if d.State.Draft() {
			continue // killed before it was signed
		}
		sub, err := o.store.SubmissionOf(t.Context(), d.ID)
		if err != nil {
			t.Fatal(err)
		}
		all++
		switch n := held[sub.Key]; {
		case n > 1:
			twice++
		case n == 0 || sub.State != storage.DaGui || receiptID(sub.Receipt) != deal[sub.Key]:
			t.Errorf("%s: %s, held %d times, receipt %q", d.ID, sub.State, n, sub.Receipt)
			lost++
		}
		delete(held, sub.Key)
	}
	if len(held) > 0 {
		t.Errorf("the gateway holds %d that nobody here knows", len(held))
	}
	if _, err := o.store.VerifyEvents(t.Context()); err != nil {
		t.Error(err)
	}
	return lost, twice, all
}
