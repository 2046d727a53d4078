package remote_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"ankhai/signing"
	"ankhai/signing/remote"
	"ankhai/signing/remote/standin"
)

// Faults of the account are said before anything is signed.
func TestAccount(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*remote.Account, *remote.Secrets)
		want   error
	}{
		"wrong secret":     {func(_ *remote.Account, s *remote.Secrets) { s.Client = []byte("sai") }, remote.ErrLogin},
		"no secret":        {func(_ *remote.Account, s *remote.Secrets) { s.Client = nil }, remote.ErrAccount},
		"plain http":       {func(a *remote.Account, _ *remote.Secrets) { a.URL = strings.Replace(a.URL, "https", "http", 1) }, remote.ErrAccount},
		"no such kind":     {func(a *remote.Account, _ *remote.Secrets) { a.Kind = "la" }, remote.ErrAccount},
		"no root":          {func(a *remote.Account, _ *remote.Secrets) { a.CA = "" }, remote.ErrTLS},
		"root is no PEM":   {func(a *remote.Account, _ *remote.Secrets) { a.CA = "la" }, remote.ErrAccount},
		"nobody listens":   {func(a *remote.Account, _ *remote.Secrets) { a.URL = "https://127.0.0.1:1/csc/v1" }, remote.ErrDown},
		"other credential": {func(a *remote.Account, _ *remote.Secrets) { a.Credential = "CTS-la" }, signing.ErrKeyMissing},
	} {
		for _, f := range faces {
			r := newRig(t, f, standin.Options{Then: standin.Confirm})
			r.change = c.change
			_, err := r.sign("tờ khai")
			if !errors.Is(err, c.want) {
				t.Errorf("%s, %s: %v, want %v", f.kind, name, err, c.want)
			}
		}
	}
}

func TestSeveralCertificates(t *testing.T) {
	keys, err := holders()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faces {
		r := newRig(t, f, standin.Options{Keys: keys, Then: standin.Confirm})
		_, err := r.sign("tờ khai")
		if !errors.Is(err, signing.ErrSeveralKeys) || !strings.Contains(signing.Say(err), signing.Serial(keys[1].Certificate())) {
			t.Errorf("%s: %v, %s", f.kind, err, signing.Say(err))
		}
		r.change = func(a *remote.Account, _ *remote.Secrets) { a.Credential = signing.Serial(keys[1].Certificate()) }
		k, err := r.open()
		if err != nil {
			t.Errorf("%s: %v", f.kind, err)
			continue
		}
		if got := signing.TaxCode(k.Certificate()); got != "0100109106-001" {
			t.Errorf("%s: opened the certificate of %s", f.kind, got)
		}
		if err := signing.CheckFor(k.Certificate(), "0100109106", now); !errors.Is(err, signing.ErrWrongTaxCode) {
			t.Errorf("%s: %v", f.kind, err)
		}
		if _, err := r.sign("tờ khai"); err != nil {
			t.Errorf("%s: %v", f.kind, err)
		}
	}
}

func TestSecretsAreNotPrinted(t *testing.T) {
	s := remote.Secrets{Client: []byte("bi-mat"), User: []byte("bi-mat")}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%d", "%x"} {
		if got := fmt.Sprintf(verb, s); strings.Contains(got, "bi-mat") || strings.Contains(got, "98 105") || strings.Contains(got, "62692d") {
			t.Errorf("%s prints %s", verb, got)
		}
	}
}
