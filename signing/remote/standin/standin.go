// Package standin is a remote signing service on this machine: the Cloud Signature
// Consortium API versions 1 and 2, and VNPT SmartCA, Viettel MySign and MISA eSign
// as their public descriptions have them, behind one HTTPS address. It signs with
// the keys that it is given, behaves the same every time, and goes wrong as it is
// told (Strike).
//
// It is for tests and practice; nothing that it signs binds anybody. It knows no
// client: what it takes and gives is written down here a second time, from the
// descriptions, so that a mistake in the client is seen.
package standin

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"sync"
	"time"

	"ankhai/signing"
)

// The credentials that the stand-in knows.
const (
	ClientID = "doi-tac-thu"
	Secret   = "khoa-doi-tac"
	User     = "MST_0100109106"
	Password = "mat-khau-nguoi-dung"
	PIN      = "246810"
	OTP      = "135790"
)

// Decision is what the holder does with a request on the telephone.
type Decision string

// What a holder may do.
const (
	Pending  Decision = ""
	Confirm  Decision = "confirm"
	Decline  Decision = "decline"
	Lapse    Decision = "lapse" // lets the time run out
	NoQuota  Decision = "quota"
	Unsigned Decision = "failed" // confirms, and the service fails
)

// Options say what the stand-in is.
type Options struct {
	Addr string        // "" takes a free port of this machine
	Keys []signing.Key // of the account; signatures are made with the first that is asked for
	// After is how many times a request is asked about before the holder decides
	// as Then says. Then Pending waits for Decide.
	After int
	Then  Decision
	// Codes makes the credentials of the consortium's API ask for PIN and OTP;
	// otherwise the holder confirms on the telephone.
	Codes bool
	// Multisign is how many signatures the consortium's API allows in one request; 0
	// takes ten.
	Multisign int
}

// Request is what a holder was asked to sign.
type Request struct {
	ID       string
	Digests  [][]byte
	Decision Decision
	Asked    int // how many times its state was asked for
	Signed   int // signatures made for it

	key signing.Key
}

// Server is a running stand-in.
type Server struct {
	URL string
	CA  []byte // PEM of its own certificate, which is its root as well

	options Options
	http    *http.Server
	done    chan struct{}

	mu       sync.Mutex
	requests []*Request
	codes    int
	faults   []fault
	sads     map[string]*Request
	tokens   map[string]bool
}

// Start runs a stand-in until Close.
func Start(o Options) (*Server, error) {
	if o.Addr == "" {
		o.Addr = "127.0.0.1:0"
	}
	cert, ca, err := certificate()
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", o.Addr)
	if err != nil {
		return nil, fmt.Errorf("stand-in: %w", err)
	}
	s := &Server{
		URL: "https://" + listener.Addr().String(), CA: ca, options: o,
		done: make(chan struct{}), sads: map[string]*Request{}, tokens: map[string]bool{},
	}
	mux := http.NewServeMux()
	s.csc(mux, "/csc/v1", 1)
	s.csc(mux, "/csc/v2", 2)
	s.csc(mux, "/adss/service/ras/csc/v1", 1)
	s.smartCA(mux)
	s.mySign(mux)
	s.misa(mux)
	s.http = &http.Server{
		Handler: s.struck(mux), ReadHeaderTimeout: 10 * time.Second,
		TLSConfig: &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12},
		ErrorLog:  quiet(),
	}
	go func() { // Close waits for it
		defer close(s.done)
		_ = s.http.ServeTLS(listener, "", "") // ends with ErrServerClosed
	}()
	return s, nil
}

// Close stops it.
func (s *Server) Close() error {
	err := s.http.Close()
	<-s.done
	return err
}

// Decide has the holder do something with all requests that wait, and with those
// that come.
func (s *Server) Decide(d Decision) {
	s.DecideOpen(d)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.options.Then, s.options.After = d, 0
}

// DecideOpen has the holder do something with the requests that wait, and only those.
func (s *Server) DecideOpen(d Decision) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range s.requests {
		if r.Decision == Pending {
			r.Decision = d
		}
	}
}

// Certificates are those of the account, in order.
func (s *Server) Certificates() []*x509.Certificate {
	var out []*x509.Certificate
	for _, k := range s.options.Keys {
		out = append(out, k.Certificate())
	}
	return out
}

// Requests are what the holder was asked for so far, in order.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Request
	for _, r := range s.requests {
		out = append(out, *r)
	}
	return out
}

// CodesSent is how many one-time codes were sent to the holder.
func (s *Server) CodesSent() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.codes
}

// open puts a request before the holder. An id that is known already is the same
// request, as the services that take ids of their clients have it.
func (s *Server) open(id string, key signing.Key, digests [][]byte) *Request {
	for _, r := range s.requests {
		if id != "" && r.ID == id {
			return r
		}
	}
	if id == "" {
		id = fmt.Sprintf("giao-dich-%d", len(s.requests)+1)
	}
	r := &Request{ID: id, Digests: digests, key: key}
	if s.options.After == 0 {
		r.Decision = s.options.Then
	}
	s.requests = append(s.requests, r)
	return r
}

func (s *Server) find(id string) *Request {
	for _, r := range s.requests {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// ask is a question about a request's state.
func (s *Server) ask(r *Request) Decision {
	r.Asked++
	if r.Decision == Pending && r.Asked >= s.options.After {
		r.Decision = s.options.Then
	}
	return r.Decision
}

// sign makes a request's signatures.
func (s *Server) sign(r *Request) ([][]byte, error) {
	key := r.key
	if s.take("foreign") {
		key = foreignKey{key}
	}
	digests := r.Digests
	if s.take("short") {
		digests = digests[1:]
	}
	out := [][]byte{}
	for _, d := range digests {
		signature, err := key.Sign(rand.Reader, d, crypto.SHA256)
		if err != nil {
			return nil, fmt.Errorf("stand-in: %w", err)
		}
		out = append(out, signature)
		r.Signed++
	}
	return out, nil
}

// key finds the key of a credential or serial number; the first for "".
func (s *Server) key(id string) (signing.Key, error) {
	for _, k := range s.options.Keys {
		if id == "" || credential(k) == id || signing.Serial(k.Certificate()) == id {
			return k, nil
		}
	}
	return nil, errors.New("no such credential")
}

func credential(k signing.Key) string { return "CTS-" + signing.Serial(k.Certificate())[:8] }

// chain is the holder's certificate and what it hangs on.
func chain(k signing.Key) [][]byte {
	out := [][]byte{k.Certificate().Raw}
	for _, c := range k.Chain() {
		out = append(out, c.Raw)
	}
	return out
}

// certificate makes the server's own, for this machine.
func certificate() (tls.Certificate, []byte, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, nil, fmt.Errorf("stand-in: %w", err)
	}
	now := time.Now()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(now.UnixNano()), Subject: pkix.Name{CommonName: "AnKhai: dịch vụ ký từ xa để tập"},
		NotBefore: now.Add(-time.Hour), NotAfter: now.AddDate(1, 0, 0),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		BasicConstraintsValid: true, IsCA: true, DNSNames: []string{"localhost"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return tls.Certificate{}, nil, fmt.Errorf("stand-in: %w", err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), nil
}
