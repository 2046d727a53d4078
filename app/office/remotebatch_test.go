package office

import (
	"errors"
	"slices"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/signing"
	"ankhai/signing/remote"
	"ankhai/signing/remote/standin"
)

// threeDrafts are three dossiers that can be signed.
func threeDrafts(t *testing.T, o *Office) (ids []string) {
	t.Helper()
	all := raises(t, o)
	for i := range 3 {
		made, err := o.Draft(t.Context(), "600", SampleMonth, all[i:i+1])
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, made[0].ID)
	}
	return ids
}

// signTogether is a batch as a process runs it.
func signTogether(t *testing.T, o *Office, wait time.Duration, ids ...string) []BatchResult {
	t.Helper()
	key, err := o.OpenRemoteKey(t.Context(), "smartca", RemoteUse{Wait: wait})
	if err != nil {
		t.Fatal(err)
	}
	defer key.Close()
	return o.SignAll(t.Context(), ids, key, nil)
}

// A batch is left while the telephone waits. One of its dossiers signed alone takes up
// the same request; the others go on together, and only their packages are asked for.
func TestRemoteBatchIsTakenUp(t *testing.T) {
	o, box := remoteOffice(t, standin.Options{})
	ids := threeDrafts(t, o)
	if r := signTogether(t, o, time.Millisecond, ids...); !errors.Is(r[0].Err, remote.ErrWaiting) || !errors.Is(r[2].Err, ErrNotReached) {
		t.Fatalf("%v, %v", r[0].Err, r[2].Err)
	}
	if all := box.Requests(); len(all) != 1 || len(all[0].Digests) != 6 {
		t.Fatalf("requests %+v, want one for the files of all", all)
	}
	box.Decide(standin.Confirm)
	if _, err := signRemotely(t, o, ids[1], time.Minute); err != nil {
		t.Fatal(err)
	}
	for _, r := range signTogether(t, o, time.Minute, ids...) {
		if r.Err != nil {
			t.Errorf("%s: %v", r.ID, r.Err)
		}
	}
	var signed []int
	for _, r := range box.Requests() {
		signed = append(signed, r.Signed)
	}
	if !slices.Equal(signed, []int{6, 1, 2}) {
		t.Errorf("signatures by request %v, want those of all files, of one package, of the other two", signed)
	}
}

// A dossier that cannot be signed is told and left out, and the holder is not asked for
// it; where the holder declines nothing is signed, and the batch ends there.
func TestRemoteBatchLeavesOut(t *testing.T) {
	o, box := remoteOffice(t, standin.Options{After: 1, Then: standin.Decline})
	ids := threeDrafts(t, o)
	if err := o.Cancel(t.Context(), ids[1]); err != nil {
		t.Fatal(err)
	}
	for i, r := range signTogether(t, o, time.Minute, ids...) {
		if want := []Outcome{BatchBroken, BatchNotReached, BatchNotReached}[i]; r.Outcome() != want {
			t.Errorf("declined, %d: %v", i, r.Err)
		}
	}
	box.Decide(standin.Confirm)
	for i, r := range signTogether(t, o, time.Minute, ids...) {
		if want := []Outcome{BatchSigned, BatchLeftOut, BatchSigned}[i]; r.Outcome() != want {
			t.Errorf("%d: %v", i, r.Err)
		}
	}
	if all := box.Requests(); len(all) != 3 || all[1].Signed != 4 || all[2].Signed != 2 {
		t.Errorf("requests %+v", all)
	}
}

// Whose key an account is, is known once it was logged in to; until then it is offered to
// every employer, after all others.
func TestKeysOfEveryKind(t *testing.T) {
	o, _ := remoteOffice(t, standin.Options{Then: standin.Confirm})
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	keys := func() []KeyInfo {
		t.Helper()
		all, err := o.SigningKeys(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		return slices.DeleteFunc(all, func(k KeyInfo) bool { return k.Account == "" })
	}
	other := facts.DonVi{MaSoThue: "0300588569"}
	if got := keys(); len(got) != 1 || got[0].Known() || got[0].Line() != "Ký từ xa smartca · chưa đăng nhập lần nào" || len(KeysFor(got, other, testDay)) != 1 {
		t.Errorf("before the first log-in: %+v", got)
	}
	if _, err := o.TestRemote(t.Context(), "smartca", nil); err != nil {
		t.Fatal(err)
	}
	got := keys()
	if len(got) != 1 || got[0].TaxCode != dv.MaSoThue || got[0].Unfit || len(KeysFor(got, other, testDay)) != 0 {
		t.Errorf("after it: %+v", got)
	}
	all := append(got, KeyInfo{Spec: "remote:moi", Account: "moi"}, KeyInfo{Spec: "p12:a", TaxCode: dv.MaSoThue, From: got[0].From, Until: got[0].Until},
		KeyInfo{Spec: "pkcs11:a", Token: "A", TaxCode: dv.MaSoThue, From: got[0].From, Until: got[0].Until})
	var order []string
	for _, k := range KeysFor(all, dv, testDay) {
		order = append(order, k.Spec)
	}
	if want := []string{Practice, "pkcs11:a", "p12:a", "remote:smartca", "remote:moi"}; !slices.Equal(order, want) {
		t.Errorf("offered %q, want %q", order, want)
	}
	if far, err := o.SigningKeys(t.Context(), other.MaSoThue); err != nil || !slices.ContainsFunc(far, func(k KeyInfo) bool { return k.Account == "smartca" && k.Unfit }) {
		t.Errorf("for another employer: %+v, %v", far, err)
	}
	saved, err := o.savedRemotes(t.Context())
	if err != nil || len(saved[0].Cert) == 0 {
		t.Errorf("kept %v, %v", saved, err)
	}
}

// A password that is not to be kept is not, even where it is given.
func TestRemotePasswordIsKeptNowhere(t *testing.T) {
	o, _ := remoteOffice(t, standin.Options{})
	a := RemoteAccount{"misa", remote.Account{Kind: remote.MISA, ClientID: "a", User: "b", AskPassword: true}}
	if err := o.PutRemote(t.Context(), a, remote.Secrets{Client: []byte("x"), User: []byte("mat-khau")}); err != nil {
		t.Fatal(err)
	}
	saved, err := o.savedRemotes(t.Context())
	if err != nil || len(saved) != 2 || saved[0].User != nil || len(saved[0].Client) != 1 {
		t.Errorf("kept %+v, %v", saved, err)
	}
}

// The director has a telephone instead of a token: the dossiers of a file are signed with
// two confirmations, and a file that was left waiting takes up its request. A computer
// without an employer of its own lists the keys that sign for another's.
func TestHandoverByTelephone(t *testing.T) {
	o, director := sampleDesk(t), openDesk(t, t.TempDir())
	box, err := standin.Start(standin.Options{Keys: []signing.Key{practiceKeyOf(t, o)}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { box.Close() })
	err = director.PutRemote(t.Context(), RemoteAccount{"smartca", remote.Account{
		Kind: remote.SmartCA, URL: box.URL + "/sca/sp769", ClientID: standin.ClientID, User: standin.User, CA: string(box.CA),
	}}, remote.Secrets{Client: []byte(standin.Secret)})
	if err != nil {
		t.Fatal(err)
	}
	ids := threeDrafts(t, o)
	for _, id := range ids {
		if _, err := o.Check(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	given := handOut(t, o, ids...)
	sign := func(wait time.Duration) ([]byte, []BatchResult) {
		t.Helper()
		key, err := director.OpenRemoteKey(t.Context(), "smartca", RemoteUse{Wait: wait})
		if err != nil {
			t.Fatal(err)
		}
		defer key.Close()
		back, results, err := director.SignHandover(t.Context(), given, []byte(letterWords), nil, key)
		if err != nil {
			t.Fatal(err)
		}
		return back, results
	}
	if back, r := sign(time.Millisecond); back != nil || len(r) != 3 || !errors.Is(r[0].Err, remote.ErrWaiting) || !errors.Is(r[2].Err, ErrNotReached) {
		t.Fatalf("left waiting: %+v", r)
	}
	box.Decide(standin.Confirm)
	back, _ := sign(time.Minute)
	results, err := o.TakeBack(t.Context(), back, []byte(letterWords))
	if err != nil || len(results) != 3 {
		t.Fatal(results, err)
	}
	for _, r := range results {
		if r.Err != nil {
			t.Errorf("%s: %v", r.ID, r.Err)
		}
	}
	if all := box.Requests(); len(all) != 2 || all[0].Signed != 6 || all[1].Signed != 3 {
		t.Errorf("requests %+v", all)
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	keys, err := director.SigningKeys(t.Context(), dv.MaSoThue)
	if err != nil || !slices.ContainsFunc(keys, func(k KeyInfo) bool { return k.Account == "smartca" && !k.Unfit }) {
		t.Errorf("keys %+v, %v", keys, err)
	}
}
