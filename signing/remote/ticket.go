package remote

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"slices"
	"time"
)

// Stage is how far a request for signatures has come.
type Stage string

// The stages of a ticket.
const (
	Frozen    Stage = "frozen"    // the digests are kept, nothing was sent
	Sending   Stage = "sending"   // something may have been sent, nothing was heard
	Sent      Stage = "sent"      // the service knows it and waits for the holder
	Confirmed Stage = "confirmed" // the holder has confirmed
	Done      Stage = "done"      // the signatures are here, verified
)

// Ticket is one request: digests that the holder confirms together, and what came
// of it. It is kept by the caller from before anything is sent.
type Ticket struct {
	Digests     [][]byte  `json:"digests"`   // SHA-256 of SignedInfo, or of CMS signed attributes
	Reference   string    `json:"reference"` // ours, made before the first attempt
	Stage       Stage     `json:"stage"`
	Transaction string    `json:"transaction,omitempty"` // the service's
	Since       time.Time `json:"since"`
	// Activation lets the service sign (SAD). It lives for minutes and goes as soon
	// as the signatures are here.
	Activation []byte   `json:"activation,omitempty"`
	Signatures [][]byte `json:"signatures,omitempty"`
}

// Session is all that is under way for one dossier or file. The moment of signing
// stays the same over restarts, so that the same bytes are frozen again.
type Session struct {
	Subject string    `json:"subject"` // which dossier or file
	Account string    `json:"account"`
	Serial  string    `json:"serial"` // of the certificate
	At      time.Time `json:"at"`
	Tickets []Ticket  `json:"tickets,omitempty"`
}

// Keep puts a session where it survives the program, before it returns.
type Keep func(Session) error

func newTicket(digests [][]byte, at time.Time) (Ticket, error) {
	id := make([]byte, 16)
	if _, err := rand.Read(id); err != nil {
		return Ticket{}, fmt.Errorf("make a reference: %w", err)
	}
	id[6], id[8] = id[6]&0x0f|0x40, id[8]&0x3f|0x80 // UUID version 4, which the services expect
	h := hex.EncodeToString(id)
	reference := h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
	return Ticket{Digests: digests, Reference: reference, Stage: Frozen, Since: at}, nil
}

func (t *Ticket) index(digest []byte) int {
	return slices.IndexFunc(t.Digests, func(d []byte) bool { return bytes.Equal(d, digest) })
}

// documentID names a digest to a service that wants names: its first eight bytes.
func documentID(digest []byte) string { return hex.EncodeToString(digest[:8]) }

// drop wipes what lets the service sign.
func (t *Ticket) drop() {
	clear(t.Activation)
	t.Activation = nil
}
