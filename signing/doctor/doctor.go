// Package doctor says in words what keeps a USB token from signing: the driver,
// the reader, the token, its PIN, its certificates, the clock. Each finding has a
// code that stays the same for ever, what is the matter, and what to do.
//
// It judges facts that package pkcs11 gathered and asks nothing itself, so that
// every finding can be tried without a token. It may be imported by app/office; of
// ours it imports signing and signing/pkcs11.
package doctor

import (
	"cmp"
	"crypto/x509"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"ankhai/signing"
	"ankhai/signing/pkcs11"
)

// Level says how bad a finding is.
type Level string

// The three levels.
const (
	Good Level = "tốt"
	Mind Level = "lưu ý" // signing works, now
	Bad  Level = "hỏng"  // signing does not work
)

// Fine is the code of a certificate that may sign.
const Fine = "TK-00"

// Finding is one line of the doctor.
type Finding struct {
	Code  string `json:"code"`
	Level Level  `json:"level"`
	Where string `json:"where"` // the driver, the token or the certificate it speaks of
	Say   string `json:"message"`
	Mend  string `json:"remedy"` // "" where nothing has to be done
}

// Facts are what the doctor judges.
type Facts struct {
	Drivers []pkcs11.Seen
	TaxCode string // of the employer, "" asks no question about it
	Now     time.Time
	// Made is when this program was made: a clock before it is wrong.
	Made time.Time
}

// soon is how long before its end a certificate is spoken of.
const soon = 45 * 24 * time.Hour

// clockSpan is how long after this program was made a clock is believed.
const clockSpan = 20

// Judge goes from the clock over drivers and tokens to certificates. Where there
// is nothing to say against a certificate it says that it may sign.
func Judge(f Facts) []Finding {
	var out []Finding
	if f.Now.Before(f.Made) || f.Now.After(f.Made.AddDate(clockSpan, 0, 0)) {
		out = append(out, at("Đồng hồ", clockWrong, f.Now.Format("02/01/2006")))
	}
	if len(f.Drivers) == 0 {
		return append(out, at("Trình điều khiển", noDriver))
	}
	for _, d := range f.Drivers {
		out = append(out, f.driver(d)...)
	}
	return out
}

func (f Facts) driver(d pkcs11.Seen) []Finding {
	name := cmp.Or(d.Vendor, "Tệp đã chọn") + " (" + filepath.Base(d.Path) + ")"
	if d.Err != nil {
		return []Finding{driverFinding(name, d.Err)}
	}
	if len(d.Slots) == 0 {
		return []Finding{at(name, noReader)}
	}
	var out []Finding
	empty := 0
	for _, s := range d.Slots {
		switch {
		case s.Fault != 0:
			out = append(out, at(name+", đầu đọc "+s.Description, tokenFault, s.Fault))
		case s.Token == nil:
			empty++
		default:
			out = append(out, f.token(s.Token)...)
		}
	}
	if empty == len(d.Slots) {
		out = append(out, at(name, noToken))
	}
	return out
}

// driverCauses are in the order in which they are looked for.
var driverCauses = []struct {
	err  error
	kind kind
}{
	{pkcs11.ErrNotAbsolute, fileMissing}, {pkcs11.ErrNoFile, fileMissing}, {pkcs11.ErrNoLibrary, noLibrary}, {pkcs11.ErrSystem, otherSystem},
	{pkcs11.ErrMachine, otherMachine}, {pkcs11.ErrNoEntry, noEntry}, {signing.ErrOpenFolder, openFolder}, {pkcs11.ErrLoad, doesNotLoad},
	{signing.ErrDriverHung, hangs}, {pkcs11.ErrCrashed, crashes}, {pkcs11.ErrNotStarted, notStarted},
}

func driverFinding(name string, err error) Finding {
	for _, c := range driverCauses {
		if errors.Is(err, c.err) {
			return at(name, c.kind)
		}
	}
	found := at(name, driverOther)
	found.Mend = signing.Say(err)
	return found
}

func (f Facts) token(t *pkcs11.Token) []Finding {
	name := "Token " + t.Label
	if !t.Initialized {
		return []Finding{at("Token "+cmp.Or(t.Serial, t.Model), notInitialized)}
	}
	var out []Finding
	switch {
	case t.PIN == pkcs11.PINLocked:
		out = append(out, at(name, pinLocked))
	case !t.HasPIN:
		out = append(out, at(name, pinNotSet))
	case t.MustChange:
		out = append(out, at(name, pinToChange))
	case t.PIN == pkcs11.PINLast:
		out = append(out, at(name, pinLast))
	case t.PIN == pkcs11.PINLow:
		out = append(out, at(name, pinLow))
	}
	if !t.CanSign {
		out = append(out, at(name, noMechanism))
	}
	switch {
	case len(t.Certificates) == 0 && t.Authorities > 0:
		out = append(out, at(name, onlyAuthorities))
	case len(t.Certificates) == 0:
		out = append(out, at(name, noCertificate))
	}
	blocked := false
	for _, o := range out {
		blocked = blocked || o.Level == Bad
	}
	for _, c := range t.Certificates {
		found := f.certificate(name, c)
		if len(found) == 0 && !blocked {
			found = append(found, at(name+", chứng thư "+signing.CommonName(c.Certificate), fine, day(c.NotAfter)))
		}
		out = append(out, found...)
	}
	return out
}

func (f Facts) certificate(token string, c pkcs11.Certificate) []Finding {
	name := token + ", chứng thư " + signing.CommonName(c.Certificate)
	var out []Finding
	err := signing.CheckFor(c.Certificate, f.TaxCode, f.Now)
	switch {
	case errors.Is(err, signing.ErrExpired):
		out = append(out, at(name, expired, day(c.NotAfter)))
	case errors.Is(err, signing.ErrNotYetValid):
		out = append(out, at(name, notYetValid, day(c.NotBefore)))
	case errors.Is(err, signing.ErrKeyUsage):
		out = append(out, at(name, wrongUsage))
	case errors.Is(err, signing.ErrWrongTaxCode):
		out = append(out, at(name, otherTaxCode, signing.TaxCode(c.Certificate), f.TaxCode))
	case errors.Is(err, signing.ErrNoTaxCode):
		out = append(out, at(name, noTaxCode, f.TaxCode))
	case c.NotAfter.Sub(f.Now) < soon:
		out = append(out, at(name, expiresSoon, int(c.NotAfter.Sub(f.Now).Hours()/24), day(c.NotAfter)))
	}
	if c.PublicKeyAlgorithm != x509.RSA && c.PublicKeyAlgorithm != x509.ECDSA {
		out = append(out, at(name, keyKind))
	}
	if c.ID == "" {
		out = append(out, at(name, noKeyID))
	} else if !c.KeySeen {
		out = append(out, at(name, keyNotSeen))
	}
	return out
}

// vietnam is UTC+7 all year.
var vietnam = time.FixedZone("+07", 7*60*60)

func day(t time.Time) string { return t.In(vietnam).Format("02/01/2006") }

func at(where string, k kind, args ...any) Finding {
	w := words[k]
	return Finding{Code: fmt.Sprintf("TK-%02d", int(k)), Level: w.level, Where: where, Say: fmt.Sprintf(w.say, args...), Mend: w.mend}
}
