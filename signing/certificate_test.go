package signing_test

import (
	"context"
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/signtest"
)

var now = time.Date(2026, 11, 22, 2, 15, 30, 0, time.UTC)

func issue(t *testing.T, ca *signtest.CA, subject signtest.Subject, from, to time.Time, options ...signtest.Option) *signtest.Key {
	t.Helper()
	key, err := ca.Issue(subject, from, to, options...)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func newCA(t *testing.T) *signtest.CA {
	t.Helper()
	ca, err := signtest.NewCA(rand.Reader, now)
	if err != nil {
		t.Fatal(err)
	}
	return ca
}

func TestSubjectIsWrittenInItsOwnOrder(t *testing.T) {
	ca := newCA(t)
	key := issue(t, ca, signtest.Subject{Name: `CÔNG TY "A, B" + C`, TaxCode: "0301519977-029", Province: "Hồ Chí Minh", Locality: "Quận 1", Unit: "Phòng #1", Person: "CCCD:001099000001"}, now, now.AddDate(1, 0, 0), signtest.WithECDSA())
	cert := key.Certificate()
	want := `C=VN, ST=Hồ Chí Minh, L=Quận 1, O=CÔNG TY \"A\, B\" \+ C, OU=Phòng #1, CN=CÔNG TY \"A\, B\" \+ C, UID=MST:0301519977-029, UID=CCCD:001099000001`
	if got := signing.DN(cert.RawSubject); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := signing.TaxCode(cert); got != "0301519977-029" {
		t.Errorf("tax code %q", got)
	}
	if signing.DN([]byte{1, 2, 3}) != "" {
		t.Error("nonsense has a name")
	}
}

func TestTaxCodeForms(t *testing.T) {
	ca := newCA(t)
	shared := issue(t, ca, signtest.Subject{Name: "A"}, now, now.AddDate(1, 0, 0), signtest.WithECDSA())
	for code, want := range map[string]string{
		"0100109106": "0100109106", "0301519977-029": "0301519977-029", "001099000001": "001099000001",
		"": "", "010010910": "", "0100109106-1": "", "x0100109106": "", "01001091065": "",
	} {
		key := issue(t, ca, signtest.Subject{Name: "A", TaxCode: code}, now, now.AddDate(1, 0, 0), signtest.WithKey(shared.Private()))
		if got := signing.TaxCode(key.Certificate()); got != want {
			t.Errorf("%q: got %q, want %q", code, got, want)
		}
	}
}

func TestCheckFor(t *testing.T) {
	ca := newCA(t)
	from, to := now.AddDate(0, -1, 0), time.Date(2027, 2, 1, 3, 0, 0, 0, time.UTC)
	company := signtest.Subject{Name: "A", TaxCode: "0100109106"}
	key := issue(t, ca, company, from, to, signtest.WithECDSA())
	encipher := issue(t, ca, company, from, to, signtest.WithKey(key.Private()), signtest.WithKeyUsage(x509.KeyUsageKeyEncipherment))
	for _, c := range []struct {
		name    string
		key     *signtest.Key
		taxCode string
		at      time.Time
		want    error
		say     string
	}{
		{"good", key, "0100109106", now, nil, ""},
		{"tax code not asked", key, "", now, nil, ""},
		{"on the last second", key, "", to, nil, ""},
		{"after it", key, "", to.Add(time.Second), signing.ErrExpired, "Chưa ký được: chứng thư số hết hạn ngày 01/02/2027. Gia hạn với nhà cung cấp rồi ký lại."},
		{"before", key, "", from.Add(-time.Second), signing.ErrNotYetValid, "Chưa ký được: chứng thư số có hiệu lực từ ngày 22/10/2026. Kiểm tra ngày giờ của máy, hoặc đợi đến ngày đó."},
		{"branch is not the head", key, "0100109106-001", now, signing.ErrWrongTaxCode, "Chưa ký được: chứng thư số thuộc mã số thuế 0100109106, đơn vị đang kê khai là 0100109106-001. Chọn chứng thư của đơn vị này."},
		{"not for signing", encipher, "", now, signing.ErrKeyUsage, "Chưa ký được: chứng thư số này không dùng để ký. Chọn chứng thư ký của đơn vị."},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := signing.CheckFor(c.key.Certificate(), c.taxCode, c.at)
			if !errors.Is(err, c.want) || signing.Say(err) != c.say {
				t.Errorf("got %v, %q", err, signing.Say(err))
			}
		})
	}
}

func TestEveryOutcomeHasItsSentence(t *testing.T) {
	for _, err := range []error{
		signing.ErrPINWrong, signing.ErrPINLocked, signing.ErrCancelled, signing.ErrTokenMissing, signing.ErrKeyMissing,
		signing.ErrSeveralKeys, signing.ErrKeyMismatch, signing.ErrKeyUnsupported, signing.ErrKeyUsage, signing.ErrKeyFile,
		signing.ErrExpired, signing.ErrNotYetValid, signing.ErrWrongTaxCode, signing.ErrNoTaxCode, signing.ErrDocument,
		signing.ErrAlreadySigned, signing.ErrSelfCheck,
	} {
		say := signing.Say(fmt.Errorf("sign file: %w", err))
		if !strings.HasSuffix(say, ".") || strings.ContainsAny(say, "!") || strings.Contains(say, "chưa có tên") || strings.Contains(strings.ToLower(say), "vui lòng") {
			t.Errorf("%v: %q", err, say)
		}
	}
	if signing.Say(nil) != "" || signing.Say(io.EOF) == "" {
		t.Error("nil or an unknown error")
	}
}

// crossed is a driver that signs with another key than the certificate's.
type crossed struct{ *signtest.Key }

func (c crossed) Sign(random io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	signature, err := c.Key.Sign(random, digest, opts)
	if err == nil {
		signature[0] ^= 1
	}
	return signature, err
}

// waiting is a remote service whose user does not answer.
type waiting struct{ *signtest.Key }

func (waiting) SignContext(ctx context.Context, _ []byte, _ crypto.SignerOpts) ([]byte, error) {
	<-ctx.Done()
	return nil, fmt.Errorf("wait for the telephone: %w", ctx.Err())
}

func TestSignDigestChecksTheAnswer(t *testing.T) {
	key := issue(t, newCA(t), signtest.Subject{Name: "A"}, now, now.AddDate(1, 0, 0))
	digest := make([]byte, 32)
	if _, err := signing.SignDigest(context.Background(), key, digest, crypto.SHA256); err != nil {
		t.Fatal(err)
	}
	if _, err := signing.SignDigest(context.Background(), crossed{key}, digest, crypto.SHA256); !errors.Is(err, signing.ErrKeyMismatch) {
		t.Errorf("crossed driver: %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if _, err := signing.SignDigest(ctx, waiting{key}, digest, crypto.SHA256); !errors.Is(err, signing.ErrCancelled) || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("waiting: %v", err)
	}
	if err := key.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := signing.SignDigest(context.Background(), key, digest, crypto.SHA256); !errors.Is(err, signing.ErrKeyMissing) {
		t.Errorf("closed: %v", err)
	}
}
