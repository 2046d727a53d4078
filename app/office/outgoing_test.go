package office

import (
	"strings"
	"testing"
	"time"
)

// What waits, what is under way and what was sent stand in one list, latest first, and
// what was heard can be read word for word.
func TestOutgoing(t *testing.T) {
	g := newPlainGateway(t, false, func(n int) string {
		if n == 1 {
			return "500-after"
		}
		return ""
	})
	o := filingDesk(t, t.TempDir(), time.Now)
	subs := queued(t, o, 2)
	if _, err := o.Send(t.Context(), subs[0].DossierID, g.url); err != nil {
		t.Fatal(err)
	}
	all, err := o.Outgoing(t.Context())
	if err != nil || len(all) != 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	waits, sent := all[0], all[1]
	if waits.ID != subs[1].DossierID || !waits.InOutbox || !waits.CanBeHeld || waits.UnderWay || waits.Employer == "" {
		t.Errorf("waits: %+v", waits)
	}
	if sent.InOutbox || !sent.UnderWay || sent.Road != g.url || sent.Attempts == 0 || !strings.Contains(sent.Title, "đợt 1") {
		t.Errorf("sent: %+v", sent)
	}
	tries, err := o.Attempts(t.Context(), subs[0].DossierID)
	if err != nil || len(tries) != sent.Attempts {
		t.Fatalf("attempts %+v, %v", tries, err)
	}
	if got := RawAnswers("HS1", []Attempt{{N: 2, Came: []Heard{{Raw: " {}"}, {}, {Raw: "<a/>"}, {Raw: " "}}}}); len(got) != 3 ||
		got[0].Name != "HS1-lan-2-tra-loi-1.json" || got[1].Name != "HS1-lan-2-tra-loi-3.xml" || got[2].Name != "HS1-lan-2-tra-loi-4.txt" {
		t.Errorf("files %+v", got)
	}
}

// Every open dossier is asked about; one that cannot be asked is named and does not
// stop the others.
func TestAskAll(t *testing.T) {
	g := newPlainGateway(t, false, func(int) string { return "" })
	o := filingDesk(t, t.TempDir(), time.Now)
	subs := queued(t, o, 3)
	if _, err := o.RunOutbox(t.Context(), g.url); err != nil {
		t.Fatal(err)
	}
	var steps []int
	got, err := o.AskAll(t.Context(), func(n, of int) { steps = append(steps, n, of) })
	if err != nil || got.N != len(subs) || len(got.Failed) != 0 || len(steps) != 8 || steps[7] != 3 {
		t.Errorf("asked %+v, %v, progress %v", got, err, steps)
	}
}

// BenchmarkOutgoing lists two thousand submissions.
func BenchmarkOutgoing(b *testing.B) {
	o := filingDesk(b, b.TempDir(), time.Now)
	queued(b, o, 2000)
	for b.Loop() {
		if all, err := o.Outgoing(b.Context()); err != nil || len(all) != 2000 {
			b.Fatalf("%d, %v", len(all), err)
		}
	}
}
