package remote

import (
	"context"
	"crypto"
	"errors"
	"slices"

	"ankhai/signing"
)

// ErrGathered is what a Gatherer answers instead of a signature.
var ErrGathered = errors.New("digest gathered, not signed")

// Gatherer is a key for a rehearsal: it answers with the signatures that came before,
// notes which digests would be signed besides and signs none of them, so that one
// confirmation can serve many documents.
type Gatherer struct {
	*Key
	// Cut is set by whoever could go no further without the signatures that are noted.
	Cut     bool
	digests [][]byte
}

var _ signing.ContextKey = (*Gatherer)(nil)

// Rehearse gives a Gatherer with the key's certificate.
func (k *Key) Rehearse() *Gatherer { return &Gatherer{Key: k} }

// SignContext gives a signature that is there; otherwise it notes the digest and
// answers ErrGathered.
func (g *Gatherer) SignContext(_ context.Context, digest []byte, _ crypto.SignerOpts) ([]byte, error) {
	if signature := g.have(digest); signature != nil {
		return signature, nil
	}
	g.digests = append(g.digests, slices.Clone(digest))
	return nil, ErrGathered
}

// Close leaves the key open.
func (g *Gatherer) Close() error { return nil }

// Digests are what would have been signed.
func (g *Gatherer) Digests() [][]byte { return g.digests }
