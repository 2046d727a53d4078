package gateway

import (
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
)

var errPin = errors.New("no pinned key in the server's certificate chain")

// SPKIPin is the pin of a certificate's public key: base64 of the SHA-256 of
// its SubjectPublicKeyInfo.
func SPKIPin(cert *x509.Certificate) string {
	sum := sha256.Sum256(cert.RawSubjectPublicKeyInfo)
	return base64.StdEncoding.EncodeToString(sum[:])
}

// tlsConfig verifies the chain always; pins narrow it further and never
// replace it.
func tlsConfig(roots *x509.CertPool, pins []string) (*tls.Config, error) {
	conf := &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: roots}
	if len(pins) == 0 {
		return conf, nil
	}
	known := make(map[string]bool, len(pins))
	for _, p := range pins {
		if b, err := base64.StdEncoding.DecodeString(p); err != nil || len(b) != sha256.Size {
			return nil, fmt.Errorf("gateway pin %q: not base64 of a SHA-256", p)
		}
		known[p] = true
	}
	conf.VerifyConnection = func(s tls.ConnectionState) error {
		for _, chain := range s.VerifiedChains {
			for _, cert := range chain {
				if known[SPKIPin(cert)] {
					return nil
				}
			}
		}
		return errPin
	}
	return conf, nil
}
