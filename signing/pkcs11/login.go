package pkcs11

import (
	"bytes"
	"encoding/hex"
)

// A loginRequest names a token and a certificate, not a slot: a token that was
// pulled out and put back may stand in another one.
type loginRequest struct {
	Label   string `json:"label"`
	Serial  string `json:"serial"`
	ID      string `json:"id"`
	Modulus []byte `json:"modulus,omitempty"` // of an RSA certificate, to tell keys with one ID apart
	LastTry bool   `json:"lastTry,omitempty"`
	Pad     bool   `json:"pad,omitempty"` // the PIN is typed on the reader
}

// A loginAnswer is an open key, or why there is none. Flags are the token's after
// the attempt.
type loginAnswer struct {
	Handle uint64  `json:"handle,omitempty"`
	Why    refusal `json:"why,omitempty"`
	Flags  uint64  `json:"flags"`
}

// refusal is why a key was not opened though the driver answered.
type refusal string

const (
	whyNoToken   refusal = "token"
	whyLocked    refusal = "locked"
	whyLastTry   refusal = "last"
	whyNoPIN     refusal = "nopin"
	whyNoKey     refusal = "key"
	whyManyKeys  refusal = "keys"
	whyKeyKind   refusal = "kind"
	whyTwoTokens refusal = "tokens"
)

// openKey is a key that may sign.
type openKey struct {
	session, object uint64
	mechanism       uint64
	pin             []byte // kept for a key that wants it at each signature, else nil
	always          bool
}

func (k *openKey) forget() { clear(k.pin) }

// login finds the token, reads the state of its PIN, logs in and finds the key.
func (b *binding) login(req loginRequest, pin []byte) (*openKey, loginAnswer, error) {
	slot, flags, why, err := b.slotOf(req.Label, req.Serial)
	if err != nil || why != "" {
		return nil, loginAnswer{Why: why}, err
	}
	answer := loginAnswer{Flags: flags}
	switch {
	case flags&flagPINLocked != 0:
		answer.Why = whyLocked
	case flags&flagUserPINSet == 0:
		answer.Why = whyNoPIN
	case flags&flagPINFinalTry != 0 && !req.LastTry:
		answer.Why = whyLastTry
	}
	if answer.Why != "" {
		return nil, answer, nil
	}
	session, err := b.openSession(slot)
	if err != nil {
		return nil, answer, err
	}
	if err := b.enter(session, userNormal, pin); err != nil && codeOf(err) != ckAlreadyLoggedIn {
		b.closeSession(session)
		if t, again := b.token(slot); again == nil {
			answer.Flags = t.Flags
		}
		return nil, answer, err
	}
	key, why, err := b.privateKey(session, req)
	if err != nil || why != "" {
		b.closeSession(session)
		answer.Why = why
		return nil, answer, err
	}
	if key.always && !req.Pad {
		key.pin = bytes.Clone(pin)
	}
	return key, answer, nil
}

// enter sends a PIN; with none, the reader asks for it.
func (b *binding) enter(session, user uint64, pin []byte) error {
	m := new(memory)
	defer m.free()
	return b.call(fnLogin, uintptr(session), uintptr(user), m.bytes(pin), uintptr(len(pin)))
}

// slotOf finds a token again by its label and serial number.
func (b *binding) slotOf(label, serial string) (slot, flags uint64, why refusal, err error) {
	ids, err := b.slotIDs()
	if err != nil {
		return 0, 0, "", err
	}
	found := 0
	for _, id := range ids {
		t, err := b.token(id)
		if err != nil || t.Label != label || t.Serial != serial {
			continue
		}
		slot, flags = id, t.Flags
		found++
	}
	switch found {
	case 0:
		return 0, 0, whyNoToken, nil
	case 1:
		return slot, flags, "", nil
	}
	return 0, 0, whyTwoTokens, nil
}

// privateKey finds exactly one private key by the certificate's ID. Where several
// have it, the modulus decides.
func (b *binding) privateKey(session uint64, req loginRequest) (*openKey, refusal, error) {
	id, err := hex.DecodeString(req.ID)
	if err != nil || len(id) == 0 {
		return nil, whyNoKey, nil
	}
	handles, err := b.find(session, classPrivateKey, id)
	if err != nil {
		return nil, "", err
	}
	if len(handles) > 1 {
		var same []uint64
		for _, h := range handles {
			if n, err := b.attribute(session, h, attrModulus, certificateRoom); err == nil && len(n) > 0 && bytes.Equal(bytes.TrimLeft(n, "\x00"), req.Modulus) {
				same = append(same, h)
			}
		}
		handles = same
		if len(handles) != 1 {
			return nil, whyManyKeys, nil
		}
	}
	if len(handles) == 0 {
		return nil, whyNoKey, nil
	}
	key := &openKey{session: session, object: handles[0], always: b.flag(session, handles[0], attrAlwaysAuthenticate)}
	switch kind, _ := b.number(session, key.object, attrKeyType); kind {
	case keyRSA:
		key.mechanism = mechRSA
	case keyEC:
		key.mechanism = mechECDSA
	default:
		return nil, whyKeyKind, nil
	}
	return key, "", nil
}

// sign makes one signature over what the mechanism takes: a DigestInfo for RSA, a
// digest for ECDSA.
func (b *binding) sign(k *openKey, data []byte) ([]byte, error) {
	m := new(memory)
	defer m.free()
	mechanism := record{layout: b.layout, b: make([]byte, b.attributeSize())}
	mechanism.putLong(k.mechanism)
	if err := b.call(fnSignInit, uintptr(k.session), m.bytes(mechanism.b), uintptr(k.object)); err != nil {
		return nil, err
	}
	if k.always {
		if err := b.enter(k.session, userContext, k.pin); err != nil {
			return nil, err
		}
	}
	out := make([]byte, signatureRoom)
	n := b.long(signatureRoom)
	if err := b.call(fnSign, uintptr(k.session), m.bytes(data), uintptr(len(data)), m.bytes(out), m.bytes(n.b)); err != nil {
		return nil, err
	}
	return out[:min(n.value(), signatureRoom)], nil
}

// signatureRoom holds a signature of an RSA key of 8192 bits.
const signatureRoom = 1024
