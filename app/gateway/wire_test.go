package gateway_test

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"ankhai/app/gateway"
)

// rude is a server that counts what arrives on the wire. It answers the first
// request of a connection, and drops the connection at a later one, when the
// client believes that it may reuse it.
type rude struct {
	url   string
	roots *x509.CertPool
	drop  string // when: "before" it is read, after the "header", after the "body", "silent" after the answer

	mu     sync.Mutex
	bodies map[string]int // whole bodies, by key
	begun  map[string]int // requests of which anything arrived, by key
	protos []string       // what each connection offered and spoke
}

func beRude(t *testing.T, drop string) *rude {
	t.Helper()
	cert := httptest.NewTLSServer(http.NotFoundHandler())
	t.Cleanup(cert.Close)
	r := &rude{drop: drop, roots: x509.NewCertPool(), bodies: map[string]int{}, begun: map[string]int{}}
	r.roots.AddCert(cert.Certificate())
	conf := &tls.Config{Certificates: cert.TLS.Certificates, NextProtos: []string{"h2", "http/1.1"}}
	conf.GetConfigForClient = func(h *tls.ClientHelloInfo) (*tls.Config, error) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.protos = append(r.protos, h.SupportedProtos...)
		return nil, nil
	}
	ln, err := tls.Listen("tcp", "127.0.0.1:0", conf)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ln.Close() })
	r.url = "https://" + ln.Addr().String()
	go func() { // ends with the listener
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			go r.serve(c)
		}
	}()
	return r
}

func (r *rude) serve(c net.Conn) {
	defer c.Close()
	in := bufio.NewReader(c)
	for first := true; ; first = false {
		if !first && r.drop == "before" {
			in.ReadByte() // something has come
			r.note(r.begun, "?")
			return
		}
		req, err := http.ReadRequest(in)
		if err != nil {
			return
		}
		key := req.Header.Get(gateway.KeyHeader) + req.Header.Get("Idempotency-Key")
		r.note(r.begun, key)
		if !first && r.drop == "header" {
			return
		}
		if _, err := io.Copy(io.Discard, req.Body); err != nil {
			return
		}
		r.note(r.bodies, key)
		if !first && r.drop == "body" {
			return
		}
		const problem = `{"status":503}`
		fmt.Fprintf(c, "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(problem), problem)
		if r.drop == "silent" {
			return // closed while the client keeps it for later
		}
	}
}

func (r *rude) note(in map[string]int, key string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	in[key]++
}

func (r *rude) count(in map[string]int, key string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return in[key]
}

// Whatever happens to a connection that is used again, one Submit is one request
// on the wire: nothing below this package sends a body a second time, and HTTP/2,
// which would after a GOAWAY, is not even offered.
func TestOneBodyOnTheWirePerAttempt(t *testing.T) {
	const rounds = 6
	for _, drop := range []string{"before", "header", "body", "silent"} {
		t.Run(drop, func(t *testing.T) {
			r := beRude(t, drop)
			c, err := gateway.NewClient(gateway.ClientOptions{URL: r.url, RootCAs: r.roots, Timeouts: gateway.Timeouts{Total: 5 * time.Second}})
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			unsent := 0
			for n := range rounds {
				p := gateway.NewPackage(gateway.NewKey(), "00999", bytes.Repeat([]byte("<Hoso/>"), 1+n*4000))
				_, err := c.Submit(t.Context(), p)
				if !errors.Is(err, gateway.ErrUnclear) && !errors.Is(err, gateway.ErrDown) {
					t.Errorf("attempt %d: %v, want an outcome that is not known", n, err)
				}
				begun, bodies := r.count(r.begun, p.Key), r.count(r.bodies, p.Key)
				if begun > 1 || bodies > 1 {
					t.Errorf("attempt %d: %d requests and %d bodies on the wire, want at most one", n, begun, bodies)
				}
				if errors.Is(err, gateway.ErrDown) && begun > 0 {
					t.Errorf("attempt %d is called down, and %d requests arrived", n, begun)
				}
				if bodies == 0 {
					unsent++
				}
			}
			if drop == "body" && unsent > 0 {
				t.Errorf("%d of %d attempts did not arrive", unsent, rounds)
			}
			if slices.Contains(r.protos, "h2") {
				t.Errorf("the client offers %v: HTTP/2 sends again by itself after GOAWAY", r.protos)
			}
		})
	}
}

// The test above would see a second sending: net/http makes one for this header.
func TestTheWireTestSeesASecondSending(t *testing.T) {
	r := beRude(t, "body")
	tr := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: r.roots}}
	defer tr.CloseIdleConnections()
	most := 0
	for n := range 4 {
		req, err := http.NewRequest(http.MethodPost, r.url, bytes.NewReader([]byte("hồ sơ")))
		if err != nil {
			t.Fatal(err)
		}
		key := fmt.Sprint("khoá-", n)
		req.Header.Set("Idempotency-Key", key)
		if res, err := tr.RoundTrip(req); err == nil {
			io.Copy(io.Discard, res.Body)
			res.Body.Close()
		}
		most = max(most, r.count(r.bodies, key))
	}
	if most < 2 {
		t.Errorf("net/http sent a body %d times; the header of its own retries is another now, look it up", most)
	}
}
