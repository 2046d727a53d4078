package office

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/app/gateway/sandbox"
	"ankhai/forms/form"
	"ankhai/storage"
)

// restored is a desk that goes back to a backup after a dossier was sent.
type restored struct {
	t      *testing.T
	o      *Office
	id     string // of the dossier
	soHoSo string
	box    *sandbox.Sandbox
	url    string
}

// sentAfterBackup backs up before or after signing, sends, and restores; spoil is
// what happens to the data between.
func sentAfterBackup(t *testing.T, signedFirst bool, spoil func(dir string)) restored {
	t.Helper()
	o := sampleDesk(t)
	r := restored{t: t}
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	r.id = made[0].ID
	if signedFirst {
		signDossier(t, o, r.id)
	}
	file := filepath.Join(t.TempDir(), "ban-sao")
	if _, err := o.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	if !signedFirst {
		signDossier(t, o, r.id)
	}
	r.box, r.url = aGateway(t, t.TempDir(), "")
	sent, err := o.Send(t.Context(), r.id, r.url)
	if err != nil {
		t.Fatal(err)
	}
	v, err := o.Refresh(t.Context(), r.id, r.url)
	if err != nil {
		t.Fatal(err)
	}
	r.soHoSo = max(sent.SoHoSo, v.SoHoSo)
	dir := o.Dir()
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	if spoil != nil {
		spoil(dir)
	}
	if _, err := Restore(context.Background(), Config{Dir: dir, Now: testNow, Keys: testKeys(dir)}, file); err != nil {
		t.Fatal(err)
	}
	r.o = openDesk(t, dir)
	return r
}

// once makes sure that the gateway holds the dossier once, and was not offered it
// again.
func (r restored) once() {
	r.t.Helper()
	if n := len(r.box.Submissions()); n != 1 {
		r.t.Errorf("the gateway holds %d submissions, want 1", n)
	}
}

func has(t *testing.T, say string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if p == "" || !strings.Contains(say, p) {
			t.Errorf("%q does not say %q", say, p)
		}
	}
}

func TestRestoredAfterSendingIsRefusedWithProof(t *testing.T) {
	r := sentAfterBackup(t, true, nil)
	if s := stateOfDossier(t, r.o, r.id); s != storage.DaKy {
		t.Fatalf("state %s, want signed as in the backup", s)
	}
	err := r.o.Queue(t.Context(), r.id)
	var proven *ProvenError
	if !errors.As(err, &proven) {
		t.Fatalf("queueing: %v, want a proof", err)
	}
	has(t, Say(err), r.id, r.soHoSo, "22/11/2026", "mã giao dịch", "trước khi dữ liệu được khôi phục")
	if _, err := r.o.RunOutbox(t.Context(), r.url); err != nil {
		t.Fatal(err)
	}
	v, err := r.o.Dossier(t.Context(), r.id)
	if err != nil || v.State != storage.DaGui || v.SoHoSo != r.soHoSo || v.Receipt == "" {
		t.Errorf("after the refusal: %s, số hồ sơ %q, receipt %q, %v", v.State, v.SoHoSo, v.Receipt, err)
	}
	if _, err := r.o.Send(t.Context(), r.id, r.url); err != nil { // it stands as sent: the answer is the known one
		t.Errorf("sending what stands as sent: %v", err)
	}
	r.once()
}

func TestRestoredAfterSendingSendIsRefused(t *testing.T) {
	r := sentAfterBackup(t, true, nil)
	_, err := r.o.Send(t.Context(), r.id, r.url)
	var proven *ProvenError
	if !errors.As(err, &proven) {
		t.Fatalf("sending: %v, want a proof", err)
	}
	has(t, Say(err), r.soHoSo)
	r.once()
}

// The backup has the dossier as a draft. Signing it again would make another key,
// which the gateway cannot know: the ledger is what stands in the way.
func TestRestoredDraftOfWhatWasSentIsNotSigned(t *testing.T) {
	r := sentAfterBackup(t, false, nil)
	dv, err := r.o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	key, err := r.o.PracticeKey(dv)
	if err != nil {
		t.Fatal(err)
	}
	defer key.Close()
	again, err := r.o.Draft(t.Context(), "600", SampleMonth, raises(t, r.o)[:1])
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{r.id, again[0].ID} {
		_, err := r.o.Sign(t.Context(), id, key)
		var faults *FaultsError
		if !errors.As(err, &faults) {
			t.Fatalf("signing %s: %v, want faults", id, err)
		}
		for _, f := range faults.Faults {
			if f.Code == twiceCode {
				has(t, f.Say, r.id, r.soHoSo, "mã giao dịch", "trước khi khôi phục")
			} else if f.Level == form.Loi {
				t.Errorf("another fault: %s", f.Say)
			}
		}
	}
	// A person who has compared with the agency may declare again, with a reason.
	open := func() []string {
		said, err := r.o.SentBeforeRestore(t.Context(), again[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		return said
	}
	if said := open(); len(said) != 1 {
		t.Errorf("to be compared: %q", said)
	} else {
		has(t, said[0], r.id, "trước khi khôi phục")
	}
	defer func() {
		if said := open(); len(said) != 0 {
			t.Errorf("still to be compared: %q", said)
		}
	}()
	if err := r.o.ConfirmSentBefore(t.Context(), again[0].ID, "cơ quan BHXH yêu cầu nộp lại"); err != nil {
		t.Fatal(err)
	}
	if _, err := r.o.Sign(t.Context(), again[0].ID, key); err != nil {
		t.Errorf("signing after comparing: %v", err)
	}
	r.once()
}

// Where the replaced file cannot tell, the gateway is asked by key first.
func TestRestoredWithoutKnowledgeAsksTheGateway(t *testing.T) {
	for name, spoil := range map[string]func(dir string){
		"absent": func(dir string) {
			if err := os.Remove(filepath.Join(dir, storeFile)); err != nil {
				t.Fatal(err)
			}
		},
		"damaged": func(dir string) {
			path := filepath.Join(dir, storeFile)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for i := range data {
				data[i] ^= 0x55
			}
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := sentAfterBackup(t, true, spoil)
			if _, err := r.o.Send(t.Context(), r.id, r.url); err != nil {
				t.Fatal(err)
			}
			v, err := r.o.Dossier(t.Context(), r.id)
			if err != nil || !reached(v.State) || v.SoHoSo != r.soHoSo {
				t.Errorf("state %s, số hồ sơ %q, want %q (%v)", v.State, v.SoHoSo, r.soHoSo, err)
			}
			r.once()
		})
	}
}

// An old backup brings back whoever was erased since: the proof of the erasure is
// carried over, and the doctor says whom to erase again.
func TestErasedPersonOfAnOldBackupIsNamed(t *testing.T) {
	o := sampleDesk(t)
	file, dir := filepath.Join(t.TempDir(), "ban-sao"), o.Dir()
	if _, err := o.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	const id = "NLD000007"
	if _, err := o.ErasePerson(t.Context(), EraseOrder{ID: id, Reason: ForMistake}); err != nil {
		t.Fatal(err)
	}
	if x := o.examineKeeping(t.Context()); !x.OK {
		t.Errorf("before the restore: %+v", x)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(context.Background(), Config{Dir: dir, Now: testNow, Keys: testKeys(dir)}, file); err != nil {
		t.Fatal(err)
	}
	o = openDesk(t, dir)
	x := o.examineKeeping(t.Context())
	if x.OK {
		t.Error("nobody says that an erased person is back")
	}
	has(t, x.Say+" "+x.Remedy, id, "khôi phục", "bhxh person erase")
	if _, err := o.ErasePerson(t.Context(), EraseOrder{ID: id, Reason: ForMistake}); err != nil {
		t.Fatal(err)
	}
	if x := o.examineKeeping(t.Context()); !x.OK {
		t.Errorf("erased again: %+v", x)
	}
}
