package xmlsig

import (
	"fmt"

	"ankhai/signing"
)

// Level is how much of XAdES a signature carries.
type Level int

// The levels that are written. What is above T (revocation data, archive stamps)
// is read as far as it does not change what is covered.
const (
	NoXAdES Level = iota
	BES           // the signer's time and certificate, covered by the signature
	T             // and a time stamp over the signature's value
)

// Profile is how a Signature is written. Gateways differ in it, so it is data.
type Profile struct {
	Name   string
	Prefix string           // of the names of XML Signature, such as "ds"; "" makes it the default namespace
	C14N   Canonicalization // of SignedInfo, and of what is signed unless Implicit
	// Implicit leaves the canonicalisation of what is signed unnamed; Inclusive is
	// what then follows.
	Implicit     bool
	XAdES        Level
	KeyValue     bool   // KeyInfo carries the bare key
	SubjectName  bool   // KeyInfo carries the holder's name
	Chain        bool   // KeyInfo carries the certificates above the signer's, but no root
	SignatureID  string // Id of the Signature; the other Ids of XAdES begin with it
	PropertiesID string // Id of unsigned SignatureProperties with the signing time; "" leaves them out
}

// The profiles that have a name.
var (
	// BHXH is the profile of BHXH dossiers, the first variant seen in files that
	// other verifiers accept: SignatureProperties in no namespace inside an Object
	// of XML Signature.
	BHXH = Profile{Name: "BHXH", Implicit: true, KeyValue: true, SubjectName: true, SignatureID: "sigid", PropertiesID: "proid"}
	// BHXHExclusive differs from BHXH in the canonicalisation, for documents that
	// are carried inside others.
	BHXHExclusive = Profile{Name: "BHXH-exclusive", C14N: Exclusive, KeyValue: true, SubjectName: true, SignatureID: "sigid", PropertiesID: "proid"}
	// XAdESBES is the basic electronic signature of ETSI EN 319 132-1.
	XAdESBES = Profile{Name: "XAdES-BES", Prefix: "ds", C14N: Exclusive, XAdES: BES, Chain: true, SignatureID: "sigid"}
	// XAdEST adds a time stamp to it.
	XAdEST = Profile{Name: "XAdES-T", Prefix: "ds", C14N: Exclusive, XAdES: T, Chain: true, SignatureID: "sigid"}
)

// ProfileNamed finds one of the profiles above by its Name.
func ProfileNamed(name string) (Profile, bool) {
	for _, p := range []Profile{BHXH, BHXHExclusive, XAdESBES, XAdEST} {
		if p.Name == name {
			return p, true
		}
	}
	return Profile{}, false
}

// check refuses a profile that cannot be written.
func (p Profile) check() error {
	var wrong error
	switch {
	case !plainName(p.SignatureID), p.PropertiesID != "" && !plainName(p.PropertiesID), p.PropertiesID == p.SignatureID:
		wrong = fmt.Errorf("profile %q: Ids %q, %q", p.Name, p.SignatureID, p.PropertiesID)
	case p.Prefix != "" && (!plainName(p.Prefix) || p.Prefix == "xml" || p.Prefix == "xmlns" || p.Prefix == prefixXAdES):
		wrong = fmt.Errorf("profile %q: prefix %q", p.Name, p.Prefix)
	case p.Implicit && p.C14N != Inclusive:
		wrong = fmt.Errorf("profile %q: another canonicalisation than the default must be named", p.Name)
	case p.C14N < Inclusive || p.C14N > Exclusive || p.XAdES < NoXAdES || p.XAdES > T:
		wrong = fmt.Errorf("profile %q: out of range", p.Name)
	default:
		return nil
	}
	return signing.Refuse(signing.ErrDocument, wrong, "Chưa ký được: kiểu chữ ký “%s” khai sai. Chọn kiểu chữ ký khác.", p.Name)
}

// plainName tells an XML name without colon.
func plainName(s string) bool {
	n, ok := readName([]byte(s))
	return ok && n.colon < 0 && len(n.full) == len(s)
}
