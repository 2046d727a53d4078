package remote

import (
	"context"
	"crypto"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"ankhai/signing"
)

// maxSession is how long a session is taken up again. After that the moment of
// signing would be too far from the moment of sending.
const maxSession = 24 * time.Hour

// Options are what a key needs of its surroundings.
type Options struct {
	Now func() time.Time
	// Every is the longest pause before asking again whether the holder has
	// confirmed, which the pauses grow to from a tenth of it; 0 takes five seconds.
	Every time.Duration
	// Wait is how long one signature waits for the holder before it is left for
	// later (ErrWaiting); 0 takes five minutes.
	Wait time.Duration
	// Ask gets the codes that the service wants; nil refuses with ErrOTPNeeded.
	Ask Ask
	// Tell hears that the holder has to confirm, once a request; Heard hears that this
	// is over, however it ended. Both may be nil.
	Tell  func(Pending)
	Heard func()
}

// Key is a key in a service. It signs digests of SHA-256, one request at a time.
type Key struct {
	service  Service
	account  string
	protocol protocol
	secrets  Secrets
	cred     Credential
	options  Options

	mu        sync.Mutex
	closed    bool
	session   Session
	keep      Keep
	announced [][]byte
	later     int // signatures that are asked for once the announced ones are there
}

var _ signing.ContextKey = (*Key)(nil)

// Service is where the key lives.
func (k *Key) Service() Service { return k.service }

// Public is the certificate's public key.
func (k *Key) Public() crypto.PublicKey { return k.cred.Cert.PublicKey }

// Certificate is the holder's certificate.
func (k *Key) Certificate() *x509.Certificate { return k.cred.Cert }

// Chain is what the service gave beside it.
func (k *Key) Chain() []*x509.Certificate { return k.cred.Chain }

// Close wipes the secrets; what is under way stays with the caller.
func (k *Key) Close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.closed {
		k.closed = true
		k.secrets.Clear()
		k.protocol.close()
	}
	return nil
}

// TakeUp gives the key a place to keep what is under way for a subject, and takes
// up what was kept there before, as far as it belongs to the same account and
// certificate and is not too old. It returns the moment of signing to be used.
func (k *Key) TakeUp(subject string, before Session, keep Keep) time.Time {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.keep, k.announced, k.later = keep, nil, 0
	fresh := Session{Subject: subject, Account: k.account, Serial: signing.Serial(k.cred.Cert), At: k.options.Now().UTC().Truncate(time.Second)}
	age := fresh.At.Sub(before.At)
	if before.Subject == subject && before.Account == fresh.Account && before.Serial == fresh.Serial && age >= 0 && age < maxSession && len(before.Tickets) > 0 {
		fresh.At, fresh.Tickets = before.At, slices.Clone(before.Tickets)
	}
	k.session = fresh
	return fresh.At
}

// Announce tells which digests will be asked for, so that the holder confirms them
// together, and how many signatures will be asked for once these are there.
func (k *Key) Announce(later int, digests ...[]byte) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.announced, k.later = digests, later
}

// have is the signature that came for a digest, nil if none did.
func (k *Key) have(digest []byte) []byte {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, t := range k.session.Tickets {
		if i := t.index(digest); i >= 0 && t.Stage == Done {
			return slices.Clone(t.Signatures[i])
		}
	}
	return nil
}

// Sign signs without a way to give up but the key's own patience.
func (k *Key) Sign(_ io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	return k.SignContext(context.Background(), digest, opts)
}

// SignContext gives the signature over a digest: the one that came earlier, or the
// answer to the request that is under way, or to a new one. ErrWaiting leaves the
// request open; asking for the same digest takes it up again, in this process or
// another.
func (k *Key) SignContext(ctx context.Context, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	if opts.HashFunc() != crypto.SHA256 || len(digest) != crypto.SHA256.Size() {
		return nil, signing.Refuse(signing.ErrKeyUnsupported, nil, "Chưa ký được: ký từ xa chỉ dùng với SHA-256. Chọn khoá khác, hoặc cách ký khác.")
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.closed {
		return nil, signing.ErrKeyMissing
	}
	ticket, err := k.ticket(digest)
	if err != nil {
		return nil, err
	}
	if ticket.Stage != Done {
		if err := k.drive(ctx, ticket); err != nil {
			return nil, fmt.Errorf("remote signature: %w", err)
		}
	}
	return slices.Clone(ticket.Signatures[ticket.index(digest)]), nil
}

// ticket finds the request that a digest belongs to, or freezes a new one. An open
// request that does not know the digest is of another content, and is forgotten.
func (k *Key) ticket(digest []byte) (*Ticket, error) {
	for i := range k.session.Tickets {
		if k.session.Tickets[i].index(digest) >= 0 {
			return &k.session.Tickets[i], nil
		}
	}
	k.session.Tickets = slices.DeleteFunc(k.session.Tickets, func(t Ticket) bool { return t.Stage != Done })
	t, err := newTicket(k.together(digest), k.options.Now().UTC())
	if err != nil {
		return nil, err
	}
	k.session.Tickets = append(k.session.Tickets, t)
	if err := k.save(); err != nil {
		return nil, err
	}
	return &k.session.Tickets[len(k.session.Tickets)-1], nil
}

// together is the digest and what was announced with it, as many as the service
// signs at once.
func (k *Key) together(digest []byte) [][]byte {
	out := [][]byte{slices.Clone(digest)}
	for _, d := range k.announced {
		if k.cred.multisign > 0 && len(out) >= k.cred.multisign {
			break
		}
		seen := slices.ContainsFunc(k.session.Tickets, func(t Ticket) bool { return t.index(d) >= 0 })
		if !seen && !slices.ContainsFunc(out, func(o []byte) bool { return string(o) == string(d) }) {
			out = append(out, slices.Clone(d))
		}
	}
	if !slices.ContainsFunc(k.announced, func(d []byte) bool { return string(d) == string(digest) }) {
		return out[:1]
	}
	return out
}

func (k *Key) save() error {
	if k.keep == nil {
		return nil
	}
	s := k.session
	s.Tickets = slices.Clone(s.Tickets)
	if err := k.keep(s); err != nil {
		return fmt.Errorf("keep remote request: %w", err)
	}
	return nil
}

// drive takes a request to its end, or as far as the holder and the caller's
// patience let it come.
func (k *Key) drive(ctx context.Context, t *Ticket) error {
	wait, began := orElse(k.options.Wait, confirmTime), time.Now()
	patience := time.NewTimer(wait)
	defer patience.Stop()
	longest := orElse(k.options.Every, 5*time.Second)
	pause, told := longest/10, false
	tell := func() {
		if !told {
			told = true
			k.pending(t, wait-time.Since(began))
		}
	}
	defer func() {
		if told {
			k.heard()
		}
	}()
	for {
		if ctx.Err() != nil {
			return waiting()
		}
		if b, ok := k.protocol.(blocker); ok && b.blocks(k.cred, t) {
			tell()
		}
		next, err := k.advance(ctx, t)
		if err != nil {
			return err
		}
		if next == signed {
			return nil
		}
		if next == again {
			continue
		}
		tell()
		select {
		case <-ctx.Done():
			return waiting()
		case <-patience.C:
			return waiting()
		case <-time.After(pause):
			pause = min(pause*3/2, longest)
		}
	}
}

func orElse(d, other time.Duration) time.Duration {
	if d > 0 {
		return d
	}
	return other
}

// advance does one exchange and keeps what it changed.
func (k *Key) advance(ctx context.Context, t *Ticket) (next, error) {
	first := t.Stage == Frozen
	if first { // from here on it is not known whether the service has heard of it
		t.Stage = Sending
		if err := k.save(); err != nil {
			return 0, err
		}
		t.Stage = Frozen
	}
	next, err := k.protocol.step(ctx, k.cred, t, k.asks(t))
	if first && t.Stage == Frozen {
		t.Stage = Sending
	}
	if err == nil && next == signed {
		err = k.check(t)
	}
	if ctx.Err() != nil && err != nil && !errors.Is(err, signing.ErrCancelled) {
		return 0, errors.Join(waiting(), k.save())
	}
	if err != nil && ends(err) {
		t.drop()
		reference := t.Reference
		k.session.Tickets = slices.DeleteFunc(k.session.Tickets, func(o Ticket) bool { return o.Reference == reference })
		return 0, errors.Join(err, k.save())
	}
	if err != nil {
		return 0, errors.Join(err, k.save())
	}
	if next == signed {
		t.Stage = Done
		t.drop()
	}
	return next, k.save()
}

// check verifies all signatures of a ticket before any of them is used.
func (k *Key) check(t *Ticket) error {
	if len(t.Signatures) != len(t.Digests) {
		return misunderstood(fmt.Errorf("%d signatures for %d digests", len(t.Signatures), len(t.Digests)))
	}
	for i, digest := range t.Digests {
		if err := signing.VerifyDigest(k.cred.Cert, crypto.SHA256, digest, t.Signatures[i]); err != nil {
			t.Signatures = nil
			return mismatch(err)
		}
	}
	return nil
}
