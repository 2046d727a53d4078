package timestamp

import (
	"context"
	"crypto"
	"crypto/x509"
	"time"
)

// StampMessage asks for a time stamp over a message, hashed with SHA-256, and
// gives the token as it goes into a document. Errors are those of Stamp.
func (c *Client) StampMessage(ctx context.Context, message []byte) ([]byte, error) {
	token, err := c.Stamp(ctx, crypto.SHA256, sum(crypto.SHA256, message))
	if err != nil {
		return nil, err
	}
	return token.Raw, nil
}

// Judge gives a function that checks a token over a message and tells its time.
// With roots, the authority's certificate must lead to one of them.
func Judge(roots, intermediates *x509.CertPool) func(token, message []byte) (time.Time, error) {
	return func(token, message []byte) (time.Time, error) {
		t, err := Parse(token)
		if err != nil {
			return time.Time{}, err
		}
		if !t.Covers(func(hash crypto.Hash) []byte { return sum(hash, message) }) {
			return time.Time{}, ErrImprint
		}
		if roots != nil {
			if err := t.Trusted(roots, intermediates); err != nil {
				return time.Time{}, err
			}
		}
		return t.Time, nil
	}
}

func sum(hash crypto.Hash, message []byte) []byte {
	h := hash.New()
	h.Write(message)
	return h.Sum(nil)
}
