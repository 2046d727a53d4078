package office

import (
	"crypto/rand"
	"errors"
	"testing"

	"ankhai/signing"
	"ankhai/signing/signtest"
	"ankhai/signing/signtest/fakedriver"
	"ankhai/signing/signtest/softhsm"
)

// tokenDesk is the sample company's desk with a token of its own plugged in.
func tokenDesk(t *testing.T) (*Office, *fakedriver.Driver) {
	t.Helper()
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ca, err := signtest.NewCA(rand.Reader, testDay.AddDate(-2, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY", TaxCode: dv.MaSoThue}, testDay.AddDate(-1, 0, 0), testDay.AddDate(0, 0, 30))
	if err != nil {
		t.Fatal(err)
	}
	store := softhsm.New(t, "Token A")
	store.Put(t, "Token A", "01", key)
	t.Setenv("SOFTHSM2_CONF", store.Conf+".none") // the known driver sees no token
	driver := fakedriver.New(t, store)
	if err := o.ChooseDriver(t.Context(), driver.Path, false); err != nil {
		t.Fatal(err)
	}
	return o, driver
}

func openToken(t *testing.T, o *Office) signing.Key {
	t.Helper()
	keys, err := o.TokenKeys(t.Context())
	if err != nil || len(keys) != 1 {
		t.Fatalf("keys %+v, %v", keys, err)
	}
	key, err := o.OpenKey(t.Context(), keys[0].Spec, []byte(softhsm.PIN))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// What the dialog shows of a key before its PIN is asked for.
func TestTokenKeyInfo(t *testing.T) {
	o, driver := tokenDesk(t)
	for order, want := range map[string]KeyInfo{
		"":              {PIN: NeedsPIN},
		"flags=0x10000": {PIN: NeedsPIN, PINSay: "Đã có lần nhập sai mã PIN. Nhập cẩn thận; sai nhiều lần thì token bị khoá."},
		"flags=0x20000": {PIN: LastPIN, PINSay: "Token chỉ còn một lần nhập mã PIN. Nhập sai nữa thì token bị khoá và phải nhờ nhà cung cấp mở."},
		"flags=0x40000": {PIN: PINUnusable, PINSay: "Mã PIN của token: đã bị khoá."},
		"clear=0x8":     {PIN: PINUnusable, PINSay: "Mã PIN của token: chưa đặt."},
		"pad=1":         {PIN: NeedsPIN, PINPad: true},
	} {
		driver.Order(t, order)
		keys, err := o.TokenKeys(t.Context())
		if err != nil || len(keys) != 1 {
			t.Fatalf("%s: %+v, %v", order, keys, err)
		}
		got := keys[0]
		if got.PIN != want.PIN || got.PINSay != want.PINSay || got.PINPad != want.PINPad || got.Token != "Token A" || got.Unfit || got.Say == "" {
			t.Errorf("%s: %+v, want %+v", order, got, want)
		}
	}
}

// Many dossiers with one login; the token is pulled out in the middle, the rest
// waits, and the second run signs it and nothing twice.
func TestBatchGoesOnWhereItStopped(t *testing.T) {
	o, driver := tokenDesk(t)
	all := raises(t, o)
	if len(all) < 4 {
		t.Fatalf("%d raises", len(all))
	}
	var ids []string
	for i := range 4 {
		made, err := o.Draft(t.Context(), "600", SampleMonth, all[i:i+1])
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, made[0].ID)
	}
	driver.Order(t, "fail=C_Sign:8:0x32") // three signatures a dossier: in the third
	key := openToken(t, o)
	var heard []int
	results := o.SignAll(t.Context(), ids, key, func(done, total int, r BatchResult) { heard = append(heard, done*10+total) })
	for i, want := range []error{nil, nil, signing.ErrTokenMissing, ErrNotReached} {
		if !errors.Is(results[i].Err, want) {
			t.Errorf("dossier %d: %v, want %v", i+1, results[i].Err, want)
		}
	}
	if len(heard) != 4 || heard[0] != 14 || heard[3] != 44 {
		t.Errorf("heard %v", heard)
	}
	if err := key.Close(); err != nil {
		t.Error(err)
	}
	driver.Order(t, "fail=C_Sign:7:0x32") // two dossiers are left: six signatures
	key = openToken(t, o)
	defer key.Close()
	for i, r := range o.SignAll(t.Context(), ids, key, nil) {
		if r.Err != nil || r.Signed.Signer != "CÔNG TY" || len(r.Signed.Files) < 3 {
			t.Errorf("dossier %d again: %v, %d files", i+1, r.Err, len(r.Signed.Files))
		}
	}
}
