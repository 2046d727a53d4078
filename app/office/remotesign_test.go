package office

import (
	"crypto/rand"
	"errors"
	"testing"
	"time"

	"ankhai/forms/form"
	"ankhai/signing"
	"ankhai/signing/remote"
	"ankhai/signing/remote/standin"
	"ankhai/signing/signtest"
	"ankhai/storage"
)

// remoteOffice is the sample company's desk with an account of its own at a service.
func remoteOffice(t *testing.T, o standin.Options) (*Office, *standin.Server) {
	t.Helper()
	desk := sampleDesk(t)
	dv, err := desk.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ca, err := signtest.NewCA(rand.Reader, testDay.AddDate(-2, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY", TaxCode: dv.MaSoThue}, testDay.AddDate(-1, 0, 0), testDay.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	o.Keys = []signing.Key{key}
	box, err := standin.Start(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { box.Close() })
	err = desk.PutRemote(t.Context(), RemoteAccount{"smartca", remote.Account{
		Kind: remote.SmartCA, URL: box.URL + "/sca/sp769", ClientID: standin.ClientID, User: standin.User, CA: string(box.CA),
	}}, remote.Secrets{Client: []byte(standin.Secret)})
	if err != nil {
		t.Fatal(err)
	}
	return desk, box
}

// signRemotely is one attempt, as a process makes it.
func signRemotely(t *testing.T, o *Office, id string, wait time.Duration) (Signed, error) {
	t.Helper()
	key, err := o.OpenRemoteKey(t.Context(), "smartca", RemoteUse{Wait: wait})
	if err != nil {
		t.Fatal(err)
	}
	defer key.Close()
	return o.Sign(t.Context(), id, key)
}

// A draft edited while the telephone waits is signed as it is now, under a new
// request; the holder's answer to the old one is not used.
func TestRemoteDraftEditedMeanwhile(t *testing.T) {
	o, box := remoteOffice(t, standin.Options{After: 1 << 30})
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o)[:1])
	if err != nil {
		t.Fatal(err)
	}
	id := made[0].ID
	if _, err := signRemotely(t, o, id, time.Millisecond); !errors.Is(err, remote.ErrWaiting) {
		t.Fatalf("%v, want waiting", err)
	}
	if _, err := signRemotely(t, o, id, time.Millisecond); !errors.Is(err, remote.ErrWaiting) || len(box.Requests()) != 1 {
		t.Fatalf("%v, %d requests, want the same one", err, len(box.Requests()))
	}
	docs, err := o.store.Docs(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	edit(t, o, id, docs[0])
	box.Decide(standin.Confirm)
	signed, err := signRemotely(t, o, id, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	if !signed.Time.Equal(testDay) || len(signed.Files) != 3 {
		t.Errorf("signed at %s, %d files", signed.Time, len(signed.Files))
	}
	all := box.Requests()
	if len(all) != 3 || all[0].Signed != 0 || all[1].Signed != 2 || all[2].Signed != 1 {
		t.Errorf("requests %+v", all)
	}
	var left remote.Session
	if err := o.store.Setting(t.Context(), sessionSetting+id, &left); !errors.Is(err, storage.ErrNotFound) {
		t.Errorf("the session is still kept: %v", err)
	}
}

// edit changes a remark of the first row.
func edit(t *testing.T, o *Office, id string, doc *form.Doc) {
	t.Helper()
	refused, err := o.EditCells(t.Context(), id, doc.Form.ID, "", []CellText{{Row: 0, Tag: "GhiChu", Text: "sửa sau khi gửi yêu cầu"}})
	if err != nil || refused[0] != "" {
		t.Fatal(refused, err)
	}
}

// The holder declines: nothing is frozen, and the draft can be signed again.
func TestRemoteDeclined(t *testing.T) {
	o, box := remoteOffice(t, standin.Options{Then: standin.Decline})
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o)[:1])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := signRemotely(t, o, made[0].ID, time.Minute); !errors.Is(err, remote.ErrDeclined) {
		t.Fatalf("%v, want declined", err)
	}
	v, err := o.Dossier(t.Context(), made[0].ID)
	if err != nil || !v.State.Draft() {
		t.Errorf("state %s, %v", v.State, err)
	}
	box.Decide(standin.Confirm)
	if _, err := signRemotely(t, o, made[0].ID, time.Minute); err != nil {
		t.Error(err)
	}
}

// An account's secrets come back to nobody but the service.
func TestRemoteAccountsAreNamed(t *testing.T) {
	o, _ := remoteOffice(t, standin.Options{})
	all, err := o.Remotes(t.Context())
	if err != nil || len(all) != 1 || all[0].Key() != "remote:smartca" || all[0].Service() != "VNPT SmartCA ("+remote.Unproven+")" {
		t.Errorf("%+v, %v", all, err)
	}
	for name, want := range map[string]error{"": ErrRemoteName, "a/b": ErrRemoteName, "tên": ErrRemoteName, "-a": ErrRemoteName, "b": remote.ErrAccount} {
		if err := o.PutRemote(t.Context(), RemoteAccount{Name: name}, remote.Secrets{}); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", name, err, want)
		}
	}
	if _, err := o.OpenKey(t.Context(), "remote:khac", nil); !errors.Is(err, ErrNoRemote) {
		t.Errorf("%v", err)
	}
	if err := o.RemoveRemote(t.Context(), "smartca"); err != nil {
		t.Error(err)
	}
	if _, err := o.OpenKey(t.Context(), "remote:smartca", nil); !errors.Is(err, ErrNoRemote) {
		t.Errorf("removed: %v", err)
	}
}

// A batch stops where the telephone is not answered, and goes on there: nobody is
// asked twice, and what is signed stays signed.
func TestRemoteBatch(t *testing.T) {
	o, box := remoteOffice(t, standin.Options{Then: standin.Confirm})
	var ids []string
	all := raises(t, o)
	for i := range 3 {
		made, err := o.Draft(t.Context(), "600", SampleMonth, all[i:i+1])
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, made[0].ID)
	}
	if _, err := signRemotely(t, o, ids[0], time.Minute); err != nil {
		t.Fatal(err)
	}
	box.Decide(standin.Pending)
	batch := func(wait time.Duration) []BatchResult {
		key, err := o.OpenRemoteKey(t.Context(), "smartca", RemoteUse{Wait: wait})
		if err != nil {
			t.Fatal(err)
		}
		defer key.Close()
		return o.SignAll(t.Context(), ids, key, nil)
	}
	for i, r := range batch(time.Millisecond) {
		if want := []error{nil, remote.ErrWaiting, ErrNotReached}[i]; !errors.Is(r.Err, want) {
			t.Errorf("dossier %d: %v, want %v", i+1, r.Err, want)
		}
	}
	box.Decide(standin.Confirm)
	for i, r := range batch(time.Minute) {
		if r.Err != nil {
			t.Errorf("dossier %d again: %v", i+1, r.Err)
		}
	}
	if n := len(box.Requests()); n != 4 {
		t.Errorf("%d requests, want two for the first dossier and two for the others together", n)
	}
	for _, id := range ids {
		for _, name := range []string{sessionSetting, batchSetting} {
			var left any
			if err := o.store.Setting(t.Context(), name+id, &left); !errors.Is(err, storage.ErrNotFound) {
				t.Errorf("%s of %s is still kept: %v", name, id, err)
			}
		}
	}
}
