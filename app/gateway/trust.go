package gateway

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptrace"
	"slices"
	"time"
)

var errPin = errors.New("no pinned key in the server's certificate chain")

// SPKIPin is the pin of a certificate's public key: base64 of the SHA-256 of
// its SubjectPublicKeyInfo.
func SPKIPin(cert *x509.Certificate) string {
	sum := sha256.Sum256(cert.RawSubjectPublicKeyInfo)
	return base64.StdEncoding.EncodeToString(sum[:])
}

// ErrPin: what is given as a pin is none.
var ErrPin = errors.New("gateway: not a pin")

// CheckPins tells whether each is base64 of a SHA-256; ErrPin if not.
func CheckPins(pins []string) error {
	for _, p := range pins {
		if b, err := base64.StdEncoding.DecodeString(p); err != nil || len(b) != sha256.Size {
			return fmt.Errorf("%w: %q", ErrPin, p)
		}
	}
	return nil
}

// ServerKey is one certificate of the chain that a gateway shows.
type ServerKey struct {
	Subject string
	Until   time.Time
	Pin     string
}

// ServerKeys connects, verifies as every call does, and tells the keys of the
// verified chain, the gateway's own first. No account is shown to it.
func ServerKeys(ctx context.Context, o ClientOptions) ([]ServerKey, error) {
	c, err := NewClient(o)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	ctx, cancel := context.WithTimeout(ctx, c.total)
	defer cancel()
	var state *tls.ConnectionState
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{TLSHandshakeDone: func(s tls.ConnectionState, err error) {
		if err == nil {
			state = &s
		}
	}})
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/v1/suc-khoe", nil)
	if err != nil {
		return nil, &DownError{Doing: "prepare request", Err: err}
	}
	res, err := c.http.Do(req)
	if err == nil {
		res.Body.Close()
	}
	if state == nil || len(state.VerifiedChains) == 0 {
		return nil, &DownError{Doing: "connect", Err: err}
	}
	var out []ServerKey
	for _, cert := range state.VerifiedChains[0] {
		out = append(out, ServerKey{Subject: cert.Subject.CommonName, Until: cert.NotAfter, Pin: SPKIPin(cert)})
	}
	return out, nil
}

// tlsConfig verifies the chain always; pins narrow it further and never
// replace it.
func tlsConfig(roots *x509.CertPool, pins []string) (*tls.Config, error) {
	conf := &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: roots}
	if len(pins) == 0 {
		return conf, nil
	}
	if err := CheckPins(pins); err != nil {
		return nil, err
	}
	conf.VerifyConnection = func(s tls.ConnectionState) error {
		for _, chain := range s.VerifiedChains {
			for _, cert := range chain {
				if slices.Contains(pins, SPKIPin(cert)) {
					return nil
				}
			}
		}
		return errPin
	}
	return conf, nil
}
