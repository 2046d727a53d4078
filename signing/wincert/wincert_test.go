package wincert

import (
	"crypto/x509"
	"errors"
	"strings"
	"testing"

	"ankhai/signing"
)

// What Windows answers, in words.
func TestOutcomes(t *testing.T) {
	for s, want := range map[error]struct {
		kind  error
		words string
	}{
		scardCancelled:   {signing.ErrCancelled, "huỷ"},
		errorCancelledHR: {signing.ErrCancelled, "huỷ"},
		scardWrongPIN:    {signing.ErrPINWrong, "mã PIN không đúng"},
		scardBlockedPIN:  {signing.ErrPINLocked, "bị khoá"},
		nteBadKeyset:     {signing.ErrTokenMissing, "Cắm lại token"},
		scardRemoved:     {signing.ErrTokenMissing, "Cắm lại token"},
		cryptNoKeyProv:   {signing.ErrKeyMissing, "không có khoá bí mật"},
		nteBadAlgID:      {signing.ErrKeyUnsupported, "SHA-256"},
		nteSilent:        {signing.ErrDriver, "hộp thoại"},
		scardNoService:   {signing.ErrDriver, "Smart Card"},
		nteProvDLL:       {signing.ErrDriver, "không nạp được"},
		status(0x80091):  {signing.ErrDriver, "0x00080091"},
		errors.New("?"):  {signing.ErrDriver, "chưa có tên"},
	} {
		err := outcome(s)
		if !errors.Is(err, want.kind) || !strings.Contains(signing.Say(err), want.words) {
			t.Errorf("%v: %v, says %q", s, err, signing.Say(err))
		}
	}
}

// Only what is meant for signing is listed; a certificate that names no usage is.
func TestMayList(t *testing.T) {
	for want, certs := range map[bool][]*x509.Certificate{
		true:  {{}, {KeyUsage: x509.KeyUsageDigitalSignature}, {KeyUsage: x509.KeyUsageContentCommitment | x509.KeyUsageKeyEncipherment}},
		false: {{IsCA: true}, {KeyUsage: x509.KeyUsageKeyEncipherment}, {IsCA: true, KeyUsage: x509.KeyUsageDigitalSignature}},
	} {
		for _, cert := range certs {
			if mayList(cert) != want {
				t.Errorf("usage %b, authority %v: listed %v", cert.KeyUsage, cert.IsCA, !want)
			}
		}
	}
}

// The CryptoAPI writes numbers backwards.
func TestReverse(t *testing.T) {
	if got := reverse([]byte{1, 2, 3}); string(got) != "\x03\x02\x01" {
		t.Errorf("got % x", got)
	}
	if got := reverse(nil); len(got) != 0 {
		t.Errorf("got % x", got)
	}
}
