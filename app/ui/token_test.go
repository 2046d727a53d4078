package ui

import (
	"context"
	"crypto/rand"
	"os"
	"strings"
	"testing"
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/signing/pkcs11"
	"ankhai/signing/signtest"
	"ankhai/signing/signtest/fakedriver"
	"ankhai/signing/signtest/softhsm"
)

func TestMain(m *testing.M) {
	pkcs11.Serve(os.Args)
	os.Exit(m.Run())
}

// A real (software) token signs through the window: a wrong PIN is told, the last
// try is warned of, and with the right PIN the dossier is signed.
func TestSignWithTokenInTheWindow(t *testing.T) {
	ctx := context.Background()
	o, _ := rehearsed(t)
	plugIn(t, o)
	uitest.App(t)
	s, w := windowOn(t, o)
	s.Go(office.Place{Screen: "bang-luong"})
	uitest.Press(t, w.Content(), "Lập hồ sơ")
	all, err := o.Dossiers(ctx)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d dossiers, %v", len(all), err)
	}
	answer(t, o, all[0].ID)
	s.dossier.OnShow()
	uitest.Press(t, w.Content(), "Kiểm tra")
	for _, try := range []struct{ pin, says string }{
		{"111111", "chỉ còn một lần nhập"},
		{softhsm.PIN, ""},
	} {
		uitest.Press(t, w.Content(), "Ký")
		dialog := w.Canvas().Overlays().Top()
		for _, e := range uitest.Find[*xwidget.Entry](dialog) {
			if e.PlaceHolder == "Mã PIN của token" {
				e.SetText(try.pin)
			}
		}
		for _, tick := range uitest.Find[*xwidget.Check](dialog) {
			tick.SetChecked(true)
		}
		uitest.Press(t, dialog, "Ký bằng token")
		if try.says == "" {
			noDialog(t, w)
			continue
		}
		top := w.Canvas().Overlays().Top()
		if words := strings.Join(uitest.Words(top), "|"); !strings.Contains(words, try.says) {
			t.Errorf("after PIN %s the window says %q, want %q", try.pin, words, try.says)
		}
		uitest.Press(t, top, "Đã rõ")
	}
	if said := s.status.said.Words; !strings.HasPrefix(said, "Đã ký") || !strings.Contains(said, "CÔNG TY CÓ TOKEN") {
		t.Errorf("the window says %q", said)
	}
}

// plugIn gives the sample company a token that locks after two wrong PINs.
func plugIn(t *testing.T, o *office.Office) {
	t.Helper()
	dv, err := o.Company(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	ca, err := signtest.NewCA(rand.Reader, clock().AddDate(-2, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY CÓ TOKEN", TaxCode: dv.MaSoThue}, clock().AddDate(-1, 0, 0), clock().Add(400*24*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	store := softhsm.New(t, "Token A")
	store.Put(t, "Token A", "01", key)
	t.Setenv("SOFTHSM2_CONF", store.Conf+".none") // the known driver sees no token
	if err := o.ChooseDriver(context.Background(), fakedriver.New(t, store, "tries=2").Path, false); err != nil {
		t.Fatal(err)
	}
}
