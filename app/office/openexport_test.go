package office

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/storage"
)

// folder reads the files of an open export.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	if err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(data)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

// The sample company after a month of work goes to another office and comes back
// the same. What was sent is not sent from there; what waited here is only sent by a
// person's word, and the gateway is asked before.
func TestOpenExportOfTheSampleCompany(t *testing.T) {
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	box, url := aGateway(t, t.TempDir(), "")
	if err := o.SetGateway(t.Context(), dv.MaSoThue, url); err != nil {
		t.Fatal(err)
	}
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	sent := made[0].ID
	if err := o.Attach(t.Context(), sent, "Hợp đồng.pdf", slipOf(t, o, "1")); err != nil {
		t.Fatal(err)
	}
	signDossier(t, o, sent)
	if _, err := o.Send(t.Context(), sent, url); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Refresh(t.Context(), sent, url); err != nil {
		t.Fatal(err)
	}
	info, err := o.OpenExport(t.Context(), dv.MaSoThue, filepath.Join(t.TempDir(), "mo"))
	if err != nil || info.MST != dv.MaSoThue || info.Name != dv.Ten || info.Submissions != 1 || info.People == 0 {
		t.Fatalf("export: %+v, %v", info, err)
	}

	first := filepath.Join(t.TempDir(), "mo")
	if _, err := o.OpenExport(t.Context(), dv.MaSoThue, first); err != nil {
		t.Fatal(err)
	}
	files := folder(t, first)
	if !strings.Contains(files["bang/to-khai/D02-LT.csv"], "Họ và tên (HoTen)") {
		t.Errorf("the columns of a form have no words: %.200q", files["bang/to-khai/D02-LT.csv"])
	}
	there := openDesk(t, t.TempDir())
	if seen, err := there.TakeOpen(t.Context(), first, true, false); err != nil || seen.Info.People != info.People {
		t.Fatalf("look: %+v, %v", seen, err)
	}
	if _, err := there.Company(t.Context()); !errors.Is(err, ErrNoCompany) {
		t.Errorf("a look took it in: %v", err)
	}
	took, err := there.TakeOpen(t.Context(), first, false, false)
	if err != nil || took.Gateway != url || len(took.Held) != 0 {
		t.Fatalf("take: %+v, %v", took, err)
	}
	second := filepath.Join(t.TempDir(), "mo")
	if _, err := there.OpenExport(t.Context(), dv.MaSoThue, second); err != nil {
		t.Fatal(err)
	}
	for name, text := range folder(t, second) {
		if files[name] != text {
			t.Errorf("%s is another one", name)
		}
	}
	if v, err := there.Dossier(t.Context(), sent); err != nil || v.State != storage.CoKetQua && v.State != storage.DaGui && v.State != storage.DangGiaiQuyet && v.State != storage.TiepNhan {
		t.Errorf("what was sent: %v %v", v.State, err)
	}
	if _, err := there.Send(t.Context(), sent, url); err == nil && len(box.Submissions()) != 1 {
		t.Error("it was sent again")
	}
	_, err = there.TakeOpen(t.Context(), first, false, false)
	if faults := OpenFaults(err); len(faults) != 1 || !strings.Contains(Say(err), "đã có ở đây") {
		t.Errorf("twice: %v", err)
	}
	if n := len(box.Submissions()); n != 1 {
		t.Errorf("the gateway holds %d, want 1", n)
	}

	lines, err := o.Processings(t.Context(), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	last := lines[len(lines)-1]
	if last.Code != storage.OpenDeed || last.People != info.People || !strings.Contains(last.Say, "ai cũng đọc được") || strings.Contains(last.Ref, dv.Ten) {
		t.Errorf("journal: %+v", last)
	}
}

func TestOpenExportDoesNotSendWhatWaited(t *testing.T) {
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	id := made[0].ID
	signDossier(t, o, id)
	box, url := aGateway(t, t.TempDir(), "")
	if err := o.store.PutSetting(t.Context(), gatewaySetting+dv.MaSoThue, url); err != nil {
		t.Fatal(err)
	}
	sub, err := o.store.SubmissionOf(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.store.Move(t.Context(), sub.ID, storage.DaKy, storage.ChoGui, "", nil); err != nil { // it waits, and nobody runs the outbox
		t.Fatal(err)
	}
	pack := filepath.Join(t.TempDir(), "mo.zip")
	if _, err := o.OpenExport(t.Context(), dv.MaSoThue, pack); err != nil {
		t.Fatal(err)
	}
	for _, sentSince := range []bool{false, true} {
		there := openDesk(t, t.TempDir())
		took, err := there.TakeOpen(t.Context(), pack, false, false)
		if err != nil || len(took.Held) != 1 || took.Held[0] != id {
			t.Fatalf("take: %+v, %v", took, err)
		}
		before := len(box.Submissions())
		_, err = there.RunOutbox(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		if sentSince {
			if s := stateOfDossier(t, there, id); s != storage.DaGui { // a person ran it, so the gateway was asked: it holds the dossier
				t.Errorf("state %s, want sent", s)
			}
			if n := len(box.Submissions()); n != 1 {
				t.Errorf("the gateway holds %d, want 1", n)
			}
			continue
		}
		if s := stateOfDossier(t, there, id); s != storage.NghiVan || len(box.Submissions()) != before {
			t.Errorf("state %s with %d submissions, want in doubt and none", s, len(box.Submissions()))
		}
		if err := there.Resend(t.Context(), id); err != nil {
			t.Fatal(err)
		}
		if _, err := there.RunOutbox(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
		if s := stateOfDossier(t, there, id); s != storage.DaGui || len(box.Submissions()) != 1 {
			t.Errorf("after a person's word: state %s with %d submissions", s, len(box.Submissions()))
		}
	}
	// And here, where it waited, the gateway already holds it: the same key, nothing twice.
	if _, err := o.RunOutbox(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	if n := len(box.Submissions()); n != 1 {
		t.Errorf("the gateway holds %d, want 1", n)
	}
	again, err := o.store.SubmissionOf(t.Context(), id)
	if err != nil || again.Key != sub.Key || !bytes.Equal(again.Envelope, sub.Envelope) {
		t.Errorf("key %s, want %s: %v", again.Key, sub.Key, err)
	}
}

func TestOpenExportOfAllEmployers(t *testing.T) {
	o := sampleDesk(t)
	other, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	other.MaSoThue, other.Ten = "0300588569", "CÔNG TY KHÁC"
	if found, err := o.PutCompany(t.Context(), other); err != nil || blocking(found) {
		t.Fatalf("%v %v", found, err)
	}
	dir := filepath.Join(t.TempDir(), "tat-ca")
	all, err := o.OpenExportAll(t.Context(), dir, true)
	if err != nil || len(all) != 2 {
		t.Fatalf("%d, %v", len(all), err)
	}
	there := openDesk(t, t.TempDir())
	for _, info := range all {
		if took, err := there.TakeOpen(t.Context(), filepath.Join(dir, info.MST+".zip"), false, false); err != nil || took.Info.Name != info.Name {
			t.Errorf("%s: %+v, %v", info.MST, took, err)
		}
	}
	if _, err := openDesk(t, t.TempDir()).OpenExportAll(t.Context(), filepath.Join(t.TempDir(), "x"), false); !errors.Is(err, ErrNoCompany) {
		t.Errorf("nobody: %v", err)
	}
}
