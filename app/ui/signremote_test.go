package ui

import (
	"context"
	"crypto/rand"
	"strings"
	"testing"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/signing"
	"ankhai/signing/remote/standin"
	"ankhai/signing/signtest"
)

// On a real store with a service on this machine: one telephone signs three dossiers with
// two confirmations, after the account was chosen in the window like any other key.
func TestSignManyWithATelephone(t *testing.T) {
	ctx := context.Background()
	o, _ := rehearsed(t)
	box := telephone(t, o)
	draftSome(t, o)
	uitest.App(t)
	s, w := windowOf(t, o, 900, 480)
	s.Go(office.Place{Screen: "ho-so"})
	uitest.Press(t, w.Content(), "Chọn hết")
	uitest.Press(t, w.Content(), "Ký các hồ sơ đã chọn (4)")
	keys := w.Canvas().Overlays().Top()
	if words := strings.Join(uitest.Words(keys), "|"); !strings.Contains(words, "Ký từ xa: giam-doc|VNPT SmartCA (chưa đối chiếu với dịch vụ thật)") {
		t.Fatalf("the dialog says %s", words)
	}
	var last *xwidget.Button // the practice key stands first
	for _, b := range uitest.Find[*xwidget.Button](keys) {
		if b.Words == "Ký bằng khoá này" {
			last = b
		}
	}
	last.Tapped(nil)
	summary := w.Canvas().Overlays().Top()
	if summary == nil {
		t.Fatal("nothing tells what became of the batch")
	}
	words := strings.Join(uitest.Words(summary), "|")
	for _, want := range []string{"Đã ký 3 trong 4 hồ sơ", "1 hồ sơ bị bỏ qua"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not said in %s", want, words)
		}
	}
	if all := box.Requests(); len(all) != 2 || all[0].Signed != 6 || all[1].Signed != 3 {
		t.Errorf("requests %+v, want one for all files and one for all packages", all)
	}
	known, err := o.RemoteKeys(ctx)
	if err != nil || len(known) != 1 || known[0].Name != "CÔNG TY CÓ ĐIỆN THOẠI" {
		t.Errorf("the account is known as %+v, %v", known, err)
	}
}

// telephone is a service whose holder confirms when asked, with an account of it.
func telephone(t *testing.T, o *office.Office) *standin.Server {
	t.Helper()
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ca, err := signtest.NewCA(rand.Reader, clock().AddDate(-2, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY CÓ ĐIỆN THOẠI", TaxCode: dv.MaSoThue}, clock().AddDate(-1, 0, 0), clock().AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	box, err := standin.Start(standin.Options{Keys: []signing.Key{key}, After: 1, Then: standin.Confirm})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { box.Close() })
	err = o.PutRemote(t.Context(), office.RemoteAccount{Name: "giam-doc", Account: office.RemoteLogin{
		Kind: "smartca", URL: box.URL + "/sca/sp769", ClientID: standin.ClientID, User: standin.User, CA: string(box.CA),
	}}, office.RemoteSecrets{Client: []byte(standin.Secret)})
	if err != nil {
		t.Fatal(err)
	}
	return box
}
