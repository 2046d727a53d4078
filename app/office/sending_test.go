package office

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ankhai/app/gateway"
	"ankhai/storage"
)

// Whatever the gateway does to one call, the dossier arrives once, and running
// the outbox again is all that a person has to do.
func TestOneSubmissionWhateverTheGatewayDoes(t *testing.T) {
	for _, fault := range []string{
		"", "drop-answer:1", "500:1", "503:1", "half:1", "html:1", "double:1", "reset:1", "delay:30ms", "drop-answer:2,500:2",
	} {
		t.Run(strings.ReplaceAll("spec "+fault, "/", "_"), func(t *testing.T) {
			o := sampleDesk(t)
			id := signedDossier(t, o)
			box, url := aGateway(t, t.TempDir(), fault)
			_, err := o.Send(t.Context(), id, url)
			for try := 0; err != nil && try < 6; try++ {
				if say := Say(err); strings.Contains(say, "chưa có lời giải thích") || say == "" {
					t.Errorf("%v has no words", err)
				}
				_, err = o.Send(t.Context(), id, url)
			}
			if err != nil {
				t.Fatalf("never sent: %v", err)
			}
			if _, err := o.RunOutbox(t.Context(), url); err != nil {
				t.Fatal(err)
			}
			if n := len(box.Submissions()); n != 1 {
				t.Errorf("the gateway holds %d submissions, want 1", n)
			}
			v, err := o.Refresh(t.Context(), id, url)
			if err != nil || v.SoHoSo == "" || v.Receipt == "" {
				t.Errorf("state %s, số hồ sơ %q, receipt %q, err %v", v.State, v.SoHoSo, v.Receipt, err)
			}
		})
	}
}

func TestGatewayDownLeavesTheDossierQueued(t *testing.T) {
	o := sampleDesk(t)
	id := signedDossier(t, o)
	_, err := o.Send(t.Context(), id, "https://127.0.0.1:1")
	if !errors.Is(err, gateway.ErrDown) {
		t.Fatalf("err %v, want ErrDown", err)
	}
	if s := stateOfDossier(t, o, id); s != storage.ChoGui {
		t.Fatalf("state %s, want queued", s)
	}
	box, url := aGateway(t, t.TempDir(), "")
	if _, err := o.RunOutbox(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	if n := len(box.Submissions()); n != 1 {
		t.Errorf("%d submissions, want 1", n)
	}
}

func TestSendingTwiceIsOneSubmission(t *testing.T) {
	o := sampleDesk(t)
	id := signedDossier(t, o)
	box, url := aGateway(t, t.TempDir(), "")
	for range 3 {
		if _, err := o.Send(t.Context(), id, url); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(box.Submissions()); n != 1 {
		t.Errorf("%d submissions, want 1", n)
	}
}

// A dossier sent to an address is asked after there, without the address being
// said again: another gateway would know nothing of it.
func TestSentToAnAddressIsFoundThereAgain(t *testing.T) {
	o := sampleDesk(t)
	id := signedDossier(t, o)
	box, url := aGateway(t, t.TempDir(), "500:1")
	if _, err := o.Send(t.Context(), id, url); err == nil {
		t.Fatal("the first answer was clear")
	}
	if sent, err := o.RunOutbox(t.Context(), ""); err != nil || len(sent) != 1 || sent[0].Err != nil {
		t.Fatalf("outbox: %+v %v", sent, err)
	}
	if n := len(box.Submissions()); n != 1 {
		t.Errorf("the gateway holds %d submissions, want 1", n)
	}
	if v, err := o.Refresh(t.Context(), id, ""); err != nil || v.SoHoSo == "" {
		t.Errorf("status: %q %v", v.SoHoSo, err)
	}
	if _, err := o.Results(t.Context(), id, ""); err != nil {
		t.Errorf("results: %v", err)
	}
}

// The roster follows what was sent: pay is the new one from the month declared,
// and the same month proposes nothing any more for these people.
func TestRosterFollowsTheDossier(t *testing.T) {
	o := sampleDesk(t)
	want := map[string]int64{}
	for _, p := range raises(t, o) {
		want[p.MaSoBHXH] = p.Nguoi.Luong.Tong()
	}
	id := signedDossier(t, o)
	_, url := aGateway(t, t.TempDir(), "")
	if _, err := o.Send(t.Context(), id, url); err != nil {
		t.Fatal(err)
	}
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, p := range people {
		if w, ok := want[p.MaSoBHXH]; ok {
			seen++
			if p.Luong.Tong() != w {
				t.Errorf("pay of %s is %d, want %d", p.MaSoBHXH, p.Luong.Tong(), w)
			}
			h, err := o.History(t.Context(), p.ID)
			if err != nil || len(h) != 2 {
				t.Errorf("history of %s has %d entries (%v), want 2", p.MaSoBHXH, len(h), err)
			}
		}
	}
	if seen != len(want) {
		t.Errorf("%d of %d people found", seen, len(want))
	}
}

// The same person, month and phương án in a second dossier is stopped, with
// where it went.
func TestDuplicateIsStoppedBeforeSigning(t *testing.T) {
	o := sampleDesk(t)
	ps := raises(t, o)
	id := signedDossier(t, o)
	_, url := aGateway(t, t.TempDir(), "")
	if _, err := o.Send(t.Context(), id, url); err != nil {
		t.Fatal(err)
	}
	again, err := o.Draft(t.Context(), "600", SampleMonth, ps[:1])
	if err != nil {
		t.Fatal(err)
	}
	faults, err := o.Check(t.Context(), again[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, f := range faults {
		found = found || (f.Code == "HS-TRUNG" && strings.Contains(f.Say, id))
	}
	if !found {
		t.Errorf("no HS-TRUNG naming %s in %v", id, faults)
	}
}

// What a dossier says already is told of each proposal, until it is cancelled.
func TestProposalsTellTheirDossier(t *testing.T) {
	o := sampleDesk(t)
	ps := raises(t, o)
	made, err := o.Draft(t.Context(), "600", SampleMonth, ps[:2])
	if err != nil {
		t.Fatal(err)
	}
	id := made[0].ID
	want := make([]string, len(ps))
	want[0], want[1] = id, id
	for _, step := range []struct {
		cancel bool
		want   []string
	}{{false, want}, {true, make([]string, len(ps))}} {
		if step.cancel {
			if err := o.Cancel(t.Context(), id); err != nil {
				t.Fatal(err)
			}
		}
		got, err := o.Declared(t.Context(), SampleMonth, ps)
		if err != nil || !slices.Equal(got, step.want) {
			t.Errorf("cancelled %v: got %v (%v), want %v", step.cancel, got, err, step.want)
		}
	}
}

// A dossier that the agency returns leaves the roster as it was before.
func TestReturnedDossierIsTakenBack(t *testing.T) {
	o := sampleDesk(t)
	before, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	id := signedDossier(t, o)
	box, url := aGateway(t, t.TempDir(), "return:1")
	if _, err := o.Send(t.Context(), id, url); err != nil {
		t.Fatal(err)
	}
	v, err := o.Refresh(t.Context(), id, url)
	if err != nil || v.State != storage.TraLai {
		t.Fatalf("state %s (%v), %d submissions; want returned", v.State, err, len(box.Submissions()))
	}
	after, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	was := byID(before)
	for _, p := range after {
		w := was[p.ID]
		w.TuThang = p.TuThang // the month since which is told anew
		if p != w {
			t.Errorf("%s stands as %+v, before %+v", p.ID, p, w)
		}
	}
	// the copy can be drafted, signed and sent: nothing of the returned one blocks it
	again, err := o.Again(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	signDossier(t, o, again.ID)
	if _, err := o.Send(t.Context(), again.ID, url); err != nil {
		t.Fatal(err)
	}
	if v, err := o.Refresh(t.Context(), again.ID, url); err != nil || v.SoHoSo == "" || v.Parent != id {
		t.Errorf("the copy: %s %q, parent %q, %v", v.State, v.SoHoSo, v.Parent, err)
	}
}

// A gateway that cannot be asked does not make a sent dossier unsent, in words
// or in state.
func TestAskingADeadGatewaySpeaksOfAsking(t *testing.T) {
	o := sampleDesk(t)
	id := signedDossier(t, o)
	box, url := aGateway(t, t.TempDir(), "")
	if _, err := o.Send(t.Context(), id, url); err != nil {
		t.Fatal(err)
	}
	was := stateOfDossier(t, o, id)
	if err := box.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := o.Refresh(t.Context(), id, url)
	if say := Say(err); !strings.HasPrefix(say, "Chưa hỏi được") {
		t.Errorf("refresh: %q (%v)", say, err)
	}
	_, err = o.Results(t.Context(), id, url)
	if say := Say(err); !strings.HasPrefix(say, "Chưa hỏi được") {
		t.Errorf("results: %q (%v)", say, err)
	}
	if now := stateOfDossier(t, o, id); now != was {
		t.Errorf("state %s, was %s", now, was)
	}
}
