package pkcs11

import (
	"encoding/hex"
	"fmt"
)

// slotInfo is a reader and its token on the way from the helper.
type slotInfo struct {
	ID          uint64     `json:"id"`
	Description string     `json:"description"`
	Token       *tokenInfo `json:"token,omitempty"`
	Fault       Code       `json:"fault,omitempty"`
}

type tokenInfo struct {
	Label   string     `json:"label"`
	Maker   string     `json:"maker"`
	Model   string     `json:"model"`
	Serial  string     `json:"serial"`
	Flags   uint64     `json:"flags"`
	MinPIN  uint64     `json:"minPIN"`
	MaxPIN  uint64     `json:"maxPIN"`
	CanSign bool       `json:"canSign"`
	Certs   []certInfo `json:"certs"`
}

type certInfo struct {
	ID      string `json:"id"`
	Label   string `json:"label"`
	DER     []byte `json:"der"`
	KeySeen bool   `json:"keySeen"`
}

// slots lists the readers, the tokens in them and, without any login, the
// certificates on these.
func (b *binding) slots() ([]slotInfo, error) {
	ids, err := b.slotIDs()
	if err != nil {
		return nil, err
	}
	out := []slotInfo{}
	for _, id := range ids {
		s, err := b.slot(id)
		if err != nil {
			s.Fault = codeOf(err)
		}
		out = append(out, s)
	}
	return out, nil
}

// slotIDs asks for the number first, because that makes drivers look again, and
// then offers room for all that there may be, whatever the number was.
func (b *binding) slotIDs() ([]uint64, error) {
	m := new(memory)
	defer m.free()
	n := b.long(0)
	if err := b.call(fnGetSlotList, 0, 0, m.bytes(n.b)); err != nil {
		return nil, err
	}
	buf := make([]byte, maxSlots*b.ulong)
	n = b.long(maxSlots)
	if err := b.call(fnGetSlotList, 0, m.bytes(buf), m.bytes(n.b)); err != nil {
		return nil, err
	}
	return b.longs(buf, n.value()), nil
}

func (b *binding) slot(id uint64) (slotInfo, error) {
	s := slotInfo{ID: id}
	m := new(memory)
	defer m.free()
	buf := make([]byte, 512)
	if err := b.call(fnGetSlotInfo, uintptr(id), m.bytes(buf)); err != nil {
		return s, err
	}
	r := record{layout: b.layout, b: buf}
	s.Description = r.text(64)
	r.text(32)
	if r.long()&flagTokenPresent == 0 {
		return s, nil
	}
	t, err := b.token(id)
	switch codeOf(err) {
	case ckTokenNotPresent: // pulled out between the two questions
		return s, nil
	}
	if err != nil {
		return s, err
	}
	s.Token = &t
	if t.Flags&flagInitialized == 0 {
		return s, nil
	}
	t.CanSign = b.canSign(id)
	t.Certs, err = b.certificates(id)
	return s, err
}

func (b *binding) token(id uint64) (tokenInfo, error) {
	m := new(memory)
	defer m.free()
	buf := make([]byte, 512)
	if err := b.call(fnGetTokenInfo, uintptr(id), m.bytes(buf)); err != nil {
		return tokenInfo{}, err
	}
	r := record{layout: b.layout, b: buf}
	t := tokenInfo{Label: r.text(32), Maker: r.text(32), Model: r.text(16), Serial: r.text(16), Flags: r.long()}
	for range 4 { // sessions
		r.long()
	}
	t.MaxPIN, t.MinPIN = r.long(), r.long()
	return t, nil
}

// canSign says whether the token has one of the two mechanisms that we use; a
// driver that lists none is given the benefit of the doubt.
func (b *binding) canSign(id uint64) bool {
	m := new(memory)
	defer m.free()
	const room = 256
	buf := make([]byte, room*b.ulong)
	n := b.long(room)
	if err := b.call(fnGetMechanismList, uintptr(id), m.bytes(buf), m.bytes(n.b)); err != nil {
		return true
	}
	all := b.longs(buf, n.value())
	for _, mechanism := range all {
		if mechanism == mechRSA || mechanism == mechECDSA {
			return true
		}
	}
	return len(all) == 0
}

// certificates reads the X.509 certificates in a session of its own, read-only:
// some drivers refuse any other before login.
func (b *binding) certificates(slot uint64) ([]certInfo, error) {
	session, err := b.openSession(slot)
	if err != nil {
		return nil, err
	}
	defer b.closeSession(session)
	handles, err := b.find(session, classCertificate, nil)
	if err != nil {
		return nil, err
	}
	out := []certInfo{}
	for _, h := range handles {
		der, err := b.attribute(session, h, attrValue, certificateRoom)
		if err != nil {
			return out, fmt.Errorf("read certificate: %w", err)
		}
		if len(der) == 0 {
			continue
		}
		id, _ := b.attribute(session, h, attrID, labelRoom) // a certificate without one shows itself by its empty ID
		label, _ := b.attribute(session, h, attrLabel, labelRoom)
		public, err := b.find(session, classPublicKey, id)
		out = append(out, certInfo{ID: hex.EncodeToString(id), Label: string(label), DER: der, KeySeen: err == nil && len(id) > 0 && len(public) > 0})
	}
	return out, nil
}

func (b *binding) openSession(slot uint64) (uint64, error) {
	m := new(memory)
	defer m.free()
	session := b.long(0)
	if err := b.call(fnOpenSession, uintptr(slot), flagSerialSession, 0, 0, m.bytes(session.b)); err != nil {
		return 0, err
	}
	return session.value(), nil
}

// closeSession has nobody to tell: a session that cannot be closed is gone.
func (b *binding) closeSession(session uint64) { _ = b.call(fnCloseSession, uintptr(session)) }
