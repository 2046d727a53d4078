// Package pkcs11 signs with USB tokens through the driver that their vendor
// installs, a library that speaks Cryptoki (PKCS #11 v2.40, OASIS).
//
// A driver is a stranger: it hangs, crashes, prints to standard output and
// deadlocks when it is unloaded. So it never enters this process. It is loaded by
// a helper, which is this same program started again (see Serve), one helper a
// driver; a call that takes too long ends the helper and nothing else.
//
// Certificates are read before anybody logs in; the PIN's flags are read before it
// is sent, a PIN that was refused is never sent again, and the last try is used
// only with consent. The package knows no document and no window. It may be
// imported by app/office and by the programs' main; of ours it imports only
// package signing.
package pkcs11

import (
	"crypto/x509"
	"time"
)

// Limits of what a driver may answer and how long it may take.
const (
	DefaultLimit = 15 * time.Second // one call
	padLimit     = 2 * time.Minute  // one call while a person types on the reader
	maxSlots     = 64
	maxObjects   = 256
	maxPIN       = 255
)

// PINState is what the token's flags say about the user's PIN.
type PINState int

// From well to lost.
const (
	PINFine PINState = iota
	PINLow           // a wrong PIN was entered since the last right one
	PINLast          // one try is left
	PINLocked
)

// Token is a token in a reader, as it shows itself to anybody.
type Token struct {
	Label        string
	Serial       string
	Maker        string
	Model        string
	Initialized  bool
	HasPIN       bool // the user's PIN has been set
	MustChange   bool // the PIN must be changed before first use
	PINPad       bool // the PIN is typed on the reader, not on this computer
	PIN          PINState
	MinPIN       int
	MaxPIN       int
	CanSign      bool // has CKM_RSA_PKCS or CKM_ECDSA, or does not tell
	Certificates []Certificate
	// Authorities counts CA certificates on the token; they sign nothing here.
	Authorities int
}

// Certificate is a holder's certificate on a token.
type Certificate struct {
	ID    string // CKA_ID in hex: what joins it to its private key
	Label string
	*x509.Certificate
	// KeySeen is true when the public key with the same ID is on the token too. Private
	// keys show themselves only after login.
	KeySeen bool
}

// Slot is a reader, with the token in it if there is one.
type Slot struct {
	Description string
	Token       *Token // nil: empty, or Fault says what is wrong
	Fault       Code   // the driver's answer about the token, 0 when it is fine
}

// Consent is what a person has agreed to.
type Consent struct {
	LastTry    bool // send the PIN although a wrong one locks the token
	OpenFolder bool // load a driver from a folder that anybody may write to
}

// Choice says which key: the driver, and where it holds several, which token and
// which certificate. An empty Token or Cert is no choice.
type Choice struct {
	Module string // absolute path of the driver
	Token  string // label or serial number
	Cert   string // CKA_ID in hex, or the certificate's serial number in hex
	Consent
}
