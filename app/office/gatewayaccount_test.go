package office

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"ankhai/app/gateway"
)

// drawer is a keyring in memory.
type drawer struct {
	held map[string][]byte
	shut error
}

func (d *drawer) Get(_ context.Context, name string) ([]byte, error) {
	if d.shut != nil {
		return nil, d.shut
	}
	if b, ok := d.held[name]; ok {
		return append([]byte(nil), b...), nil
	}
	return nil, ErrNoSecret
}

func (d *drawer) Set(_ context.Context, name string, b []byte) error {
	if d.shut != nil {
		return d.shut
	}
	d.held[name] = append([]byte(nil), b...)
	return nil
}

func (d *drawer) Delete(_ context.Context, name string) error {
	delete(d.held, name)
	return d.shut
}

// teapot is a gateway that notes who asks.
func teapot(t *testing.T) (url string, seen *[]string) {
	t.Helper()
	seen = new([]string)
	srv := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, secret, _ := r.BasicAuth()
		*seen = append(*seen, r.Header.Get(gateway.IVANHeader)+" "+user+" "+secret)
		w.WriteHeader(http.StatusTeapot)
	}))
	t.Cleanup(srv.Close)
	return srv.URL, seen
}

const askMST = "0100109106"

func askAs(t *testing.T, o *Office, url string) error {
	t.Helper()
	road, err := o.roadOf(t.Context(), askMST, url)
	if err != nil {
		t.Fatal(err)
	}
	_, err = road.Lookup(t.Context(), gateway.NewKey())
	return err
}

// The account's secret opens with the keyring it was kept with, and with nothing
// else; without one it lies in the encrypted data.
func TestAGatewayAccountNeedsItsKeyring(t *testing.T) {
	url, seen := teapot(t)
	o := sampleDesk(t)
	ring := &drawer{held: map[string][]byte{}}
	o.keyring = ring
	ctx := t.Context()
	if _, err := o.GatewayAccountOf(ctx, askMST); !errors.Is(err, ErrNoGatewayAccount) {
		t.Errorf("before: %v", err)
	}
	if err := o.SetIVAN(ctx, askMST, IVAN{Ma: "00123", Ten: "I-VAN"}); err != nil {
		t.Fatal(err)
	}
	askAs(t, o, url)
	secret := []byte("mật khẩu:1")
	if err := o.SetGatewayAccount(ctx, askMST, "vnd01", secret); err != nil || strings.Trim(string(secret), "\x00") != "" {
		t.Fatalf("set: %v, left %q", err, secret)
	}
	a, err := o.GatewayAccountOf(ctx, askMST)
	if err != nil || a != (GatewayAccount{User: "vnd01", InKeyring: true}) {
		t.Errorf("got %+v, %v", a, err)
	}
	if saved, _ := o.savedAccount(ctx, askMST); len(saved.Secret) > 0 || strings.Contains(string(saved.Sealed), "mật khẩu") {
		t.Errorf("kept in the open: %+v", saved)
	}
	askAs(t, o, url)

	ring.shut = errors.New("locked")
	if err := askAs(t, o, url); !errors.Is(err, gateway.ErrDown) || !errors.Is(err, ErrAccountKey) {
		t.Errorf("keyring locked: %v", err)
	}
	ring.shut, ring.held = nil, map[string][]byte{}
	if err := askAs(t, o, url); !errors.Is(err, ErrAccountKey) {
		t.Errorf("another computer: %v", err)
	}
	o.keyring = nil
	if err := o.SetGatewayAccount(ctx, askMST, "vnd02", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if a, err := o.GatewayAccountOf(ctx, askMST); err != nil || a.InKeyring {
		t.Errorf("no keyring: %+v, %v", a, err)
	}
	askAs(t, o, url)
	if err := o.RemoveGatewayAccount(ctx, askMST); err != nil {
		t.Fatal(err)
	}
	askAs(t, o, url)
	want := []string{"00123  ", "00123 vnd01 mật khẩu:1", "00123 vnd02 x", "00123  "}
	if got := strings.Join(*seen, "|"); got != strings.Join(want, "|") {
		t.Errorf("asked as %q, want %q", got, strings.Join(want, "|"))
	}
	for _, bad := range []struct{ user, secret string }{{"", "x"}, {"a:b", "x"}, {"a\n", "x"}, {"a", ""}} {
		if err := o.SetGatewayAccount(ctx, askMST, bad.user, []byte(bad.secret)); !errors.Is(err, ErrGatewayAccount) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// A pinned gateway that shows another key is not spoken to.
func TestAPinnedGateway(t *testing.T) {
	url, seen := teapot(t)
	o := sampleDesk(t)
	keys, err := o.GatewayKeys(t.Context(), url)
	if err != nil || len(keys) == 0 || gateway.CheckPins([]string{keys[0].Pin}) != nil {
		t.Fatalf("keys: %+v, %v", keys, err)
	}
	asked := len(*seen)
	if err := o.PinGateway(t.Context(), url, []string{keys[0].Pin}); err != nil {
		t.Fatal(err)
	}
	if askAs(t, o, url); len(*seen) != asked+1 {
		t.Error("the right key was not spoken to")
	}
	other := gateway.HashOf(nil)[:32]
	if err := o.PinGateway(t.Context(), url, []string{other}); !errors.Is(err, gateway.ErrPin) {
		t.Errorf("not a pin: %v", err)
	}
	if err := o.PinGateway(t.Context(), url, []string{"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}); err != nil {
		t.Fatal(err)
	}
	if err := askAs(t, o, url); !errors.Is(err, gateway.ErrDown) || len(*seen) != asked+1 {
		t.Errorf("another key: %v", err)
	}
	if err := o.PinGateway(t.Context(), url, nil); err != nil {
		t.Fatal(err)
	}
	if askAs(t, o, url); len(*seen) != asked+2 {
		t.Error("not spoken to without a pin")
	}
}
