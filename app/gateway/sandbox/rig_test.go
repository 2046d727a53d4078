package sandbox_test

import (
	"context"
	"crypto/x509"
	"errors"
	"os"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// rig is a sandbox on the loopback and a client that trusts it.
type rig struct {
	box    *sandbox.Sandbox
	client *gateway.Client
	url    string
	ca     *x509.CertPool
}

func start(t *testing.T, o sandbox.Options) *rig {
	t.Helper()
	if o.Dir == "" {
		o.Dir = t.TempDir()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	box, err := sandbox.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return serve(t, box)
}

func serve(t *testing.T, box *sandbox.Sandbox) *rig {
	t.Helper()
	url, ca, err := box.Start("")
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{box: box, url: url, ca: x509.NewCertPool()}
	if !r.ca.AppendCertsFromPEM(ca) {
		t.Fatal("no certificate in the authority's PEM")
	}
	r.client = r.newClient(t, gateway.Timeouts{})
	t.Cleanup(func() {
		r.client.Close()
		box.Close()
	})
	return r
}

func (r *rig) newClient(t *testing.T, to gateway.Timeouts) *gateway.Client {
	t.Helper()
	c, err := gateway.NewClient(gateway.ClientOptions{URL: r.url, RootCAs: r.ca, Account: account("", ""), Timeouts: to})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

func account(user, secret string) func(context.Context) (gateway.Account, error) {
	return func(context.Context) (gateway.Account, error) {
		return gateway.Account{MaIVAN: sandbox.DefaultIVAN, User: user, Secret: []byte(secret)}, nil
	}
}

func isRefused(err error) bool { return errors.Is(err, gateway.ErrRefused) }
func isUnknown(err error) bool { return errors.Is(err, gateway.ErrUnknownKey) }

func findingsOf(err error) []gateway.Finding {
	var r *gateway.RefusedError
	if errors.As(err, &r) {
		return r.Findings
	}
	return nil
}

// refusal is every word of a refusal.
func refusal(err error) (s string) {
	for _, f := range findingsOf(err) {
		s += f.Ma + " " + f.Tep + " " + f.ThongBao + "\n"
	}
	return s
}

// perKey counts what the sandbox has stored under each key.
func perKey(box *sandbox.Sandbox) map[string]int {
	n := map[string]int{}
	for _, s := range box.Submissions() {
		n[s.Khoa]++
	}
	return n
}

func pool(t *testing.T, path string) *x509.CertPool {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p := x509.NewCertPool()
	p.AppendCertsFromPEM(b)
	return p
}
