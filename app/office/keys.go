package office

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"strings"
	"time"

	"ankhai/signing"
	"ankhai/signing/p12"
)

// ErrNoKey: nobody has said which key signs.
var ErrNoKey = errors.New("no key chosen")

// ErrKeyKind: the key is named in a way that is not known.
var ErrKeyKind = errors.New("key is named in an unknown way")

// expirySoon is how long before its end a certificate is spoken of.
const expirySoon = 45 * 24 * time.Hour

// OpenKey opens a key by its name: "p12:TỆP" for a .p12 or .pfx file, "pkcs11:…"
// for one on a token, "windows:…" for one of the Windows store, "remote:TÊN" for an
// account of a remote service, or "thuc-hanh" for the practice key of the sample
// company; "" takes the practice key where the employer at hand is the sample
// company. pin is overwritten.
func (o *Office) OpenKey(ctx context.Context, spec string, pin []byte) (signing.Key, error) {
	defer clear(pin)
	if path, ok := strings.CutPrefix(spec, "p12:"); ok {
		return p12.OpenFile(path, pin)
	}
	if IsTokenKey(spec) {
		return o.OpenTokenKey(ctx, spec, pin, Agreed{})
	}
	if thumbprint, ok := strings.CutPrefix(spec, windowsKey); ok {
		return openWindowsKey(thumbprint)
	}
	if name, ok := cutRemoteKey(spec); ok {
		return o.OpenRemoteKey(ctx, name, RemoteUse{})
	}
	switch spec {
	case "", Practice:
		dv, err := o.Company(ctx)
		if err != nil {
			return nil, err
		}
		if spec == "" && !dv.ThucHanh {
			return nil, ErrNoKey
		}
		return o.PracticeKey(dv)
	}
	return nil, fmt.Errorf("%w: %q", ErrKeyKind, spec)
}

// Keys lists the keys that need no secret to be seen: the practice key of the
// sample company.
func (o *Office) Keys(ctx context.Context) ([]KeyInfo, error) {
	dv, err := o.Company(ctx)
	if err != nil || !dv.ThucHanh {
		return nil, err
	}
	key, err := o.PracticeKey(dv)
	if err != nil {
		return nil, err
	}
	defer key.Close()
	return []KeyInfo{o.KeyInfo(Practice, key, dv.MaSoThue)}, nil
}

// windowsKey begins the name of a key in the Windows store; the certificate's
// thumbprint follows. Its vendor's own dialog asks for the PIN.
const windowsKey = "windows:"

// NeedsSecret says whether a key's password has to be asked for before it is opened
// by OpenKey.
func NeedsSecret(spec string) bool {
	return spec != "" && spec != Practice && !strings.HasPrefix(spec, windowsKey) && !IsRemoteKey(spec)
}

// IsTokenKey says whether a key is named as one on a token.
func IsTokenKey(spec string) bool {
	_, ok := cutTokenKey(spec)
	return ok
}

func cutTokenKey(spec string) (string, bool) { return strings.CutPrefix(spec, tokenKey) }

// KeyInfo says in words what a key's certificate is, for an employer.
func (o *Office) KeyInfo(spec string, key signing.Key, taxCode string) KeyInfo {
	return o.certInfo(spec, key.Certificate(), taxCode)
}

func (o *Office) certInfo(spec string, cert *x509.Certificate, taxCode string) KeyInfo {
	info := KeyInfo{
		Spec: spec, Name: signing.CommonName(cert), TaxCode: signing.TaxCode(cert),
		Issuer: cert.Issuer.CommonName, Serial: signing.Serial(cert), From: cert.NotBefore, Until: cert.NotAfter,
	}
	if err := signing.CheckFor(cert, taxCode, o.now()); err != nil {
		info.Unfit, info.Say = true, signing.Say(err)
		info.others = errors.Is(err, signing.ErrWrongTaxCode) || errors.Is(err, signing.ErrNoTaxCode)
	} else if left := cert.NotAfter.Sub(o.now()); left < expirySoon {
		info.Say = fmt.Sprintf("Chứng thư số còn %d ngày. Gia hạn với nhà cung cấp trước ngày %s.",
			daysLeft(cert.NotAfter, o.now()), dayIn(cert.NotAfter))
	}
	return info
}
