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

// Gatherer is a key for a rehearsal: it notes which digests would be signed and
// signs none, so that one confirmation can serve many documents.
type Gatherer struct {
	signing.Key
	digests [][]byte
}

var _ signing.ContextKey = (*Gatherer)(nil)

// Rehearse gives a Gatherer with the key's certificate.
func (k *Key) Rehearse() *Gatherer { return &Gatherer{Key: k} }

// SignContext notes the digest and answers ErrGathered.
func (g *Gatherer) SignContext(_ context.Context, digest []byte, _ crypto.SignerOpts) ([]byte, error) {
	g.digests = append(g.digests, slices.Clone(digest))
	return nil, ErrGathered
}

// Digests are what would have been signed.
func (g *Gatherer) Digests() [][]byte { return g.digests }
