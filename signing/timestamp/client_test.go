package timestamp_test

import (
	"context"
	"crypto"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/cms"
	"ankhai/signing/signtest"
	"ankhai/signing/timestamp"
	"ankhai/signing/timestamp/tstest"
)

var makeCA = sync.OnceValues(func() (*signtest.CA, error) { return signtest.NewCA(rand.Reader, time.Now().AddDate(-2, 0, 0)) })

func authority(t testing.TB, options ...signtest.Option) (*signtest.CA, *tstest.Authority) {
	t.Helper()
	ca, err := makeCA()
	if err != nil {
		t.Fatal(err)
	}
	return ca, tstest.Start(t, ca, options...)
}

func TestStampOfAnotherProgram(t *testing.T) {
	ca, tsa := authority(t)
	roots, more, err := signing.Trust(ca.RootPEM())
	if err != nil {
		t.Fatal(err)
	}
	d256, d384, d512 := sha256.Sum256([]byte("x")), sha512.Sum384([]byte("x")), sha512.Sum512([]byte("x"))
	for _, c := range []struct {
		hash   crypto.Hash
		digest []byte
	}{{crypto.SHA256, d256[:]}, {crypto.SHA384, d384[:]}, {crypto.SHA512, d512[:]}} {
		client := timestamp.Client{URL: tsa.URL, Roots: roots, Intermediates: more}
		token, err := client.Stamp(context.Background(), c.hash, c.digest)
		if err != nil {
			t.Fatal(err)
		}
		digest := func(hash crypto.Hash) []byte { h := hash.New(); h.Write([]byte("x")); return h.Sum(nil) }
		if !token.Covers(digest) || time.Since(token.Time).Abs() > time.Hour || token.Policy.String() != tstest.Policy {
			t.Errorf("%v: %v, %v, %v", c.hash, token.Digest, token.Time, token.Policy)
		}
		again, err := timestamp.Parse(append(token.Raw, 0, 0, 0))
		if err != nil || again.Serial.Cmp(token.Serial) != 0 {
			t.Errorf("%v: does not read back: %v", c.hash, err)
		}
	}
}

func TestMessageIsStampedAndJudged(t *testing.T) {
	ca, tsa := authority(t)
	roots, more, err := signing.Trust(ca.ChainPEM())
	if err != nil {
		t.Fatal(err)
	}
	token, err := (&timestamp.Client{URL: tsa.URL}).StampMessage(context.Background(), []byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	other, err := signtest.NewCA(rand.Reader, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	strangers, _, err := signing.Trust(other.RootPEM())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name           string
		token, message []byte
		roots          *x509.CertPool
		want           error
	}{
		{"no roots", token, []byte("x"), nil, nil},
		{"its roots", token, []byte("x"), roots, nil},
		{"another's roots", token, []byte("x"), strangers, timestamp.ErrChain},
		{"another message", token, []byte("y"), nil, timestamp.ErrImprint},
		{"cut short", token[:40], []byte("x"), nil, timestamp.ErrSyntax},
	} {
		at, err := timestamp.Judge(c.roots, more)(c.token, c.message)
		if !errors.Is(err, c.want) || at.IsZero() != (c.want != nil) {
			t.Errorf("%s: %v, %v", c.name, at, err)
		}
	}
}

func TestStampWithECDSA(t *testing.T) {
	_, tsa := authority(t, signtest.WithECDSA())
	digest := sha256.Sum256([]byte("x"))
	if _, err := (&timestamp.Client{URL: tsa.URL}).Stamp(context.Background(), crypto.SHA256, digest[:]); err != nil {
		t.Fatal(err)
	}
}

// What an authority, or somebody on the line, may answer instead.
func TestAnswersThatAreRefused(t *testing.T) {
	ca, tsa := authority(t)
	other, err := signtest.NewCA(rand.Reader, time.Now().AddDate(-2, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	strangers, _, err := signing.Trust(other.RootPEM())
	if err != nil {
		t.Fatal(err)
	}
	digest := sha256.Sum256([]byte("x"))
	reply := func(t *testing.T, r *http.Request) []byte {
		question, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		answer, err := tsa.Reply(question)
		if err != nil {
			t.Error(err)
		}
		return answer
	}
	var kept []byte
	clerk, err := ca.Issue(signtest.Subject{Name: "A"}, time.Now().AddDate(-1, 0, 0), time.Now().AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		answer func(*testing.T, http.ResponseWriter, *http.Request)
		client timestamp.Client
		want   error
		say    string
	}{
		{"good", func(t *testing.T, w http.ResponseWriter, r *http.Request) { kept = reply(t, r); _, _ = w.Write(kept) }, timestamp.Client{}, nil, ""},
		{"the answer to an earlier question", func(_ *testing.T, w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(kept) }, timestamp.Client{}, timestamp.ErrNonce, "không đúng yêu cầu"},
		{"a changed answer", func(t *testing.T, w http.ResponseWriter, r *http.Request) {
			answer := reply(t, r)
			answer[len(answer)-5] ^= 1
			_, _ = w.Write(answer)
		}, timestamp.Client{}, timestamp.ErrSyntax, "không đúng yêu cầu"},
		{"cut short", func(t *testing.T, w http.ResponseWriter, r *http.Request) {
			answer := reply(t, r)
			_, _ = w.Write(answer[:len(answer)/2])
		}, timestamp.Client{}, timestamp.ErrSyntax, "không đúng yêu cầu"},
		{"a web page", func(_ *testing.T, w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "<html>Xin chào")
		}, timestamp.Client{}, timestamp.ErrSyntax, "không đúng yêu cầu"},
		{"without end", func(_ *testing.T, w http.ResponseWriter, _ *http.Request) {
			piece := make([]byte, 1<<16)
			for range 20 {
				_, _ = w.Write(piece)
			}
		}, timestamp.Client{}, timestamp.ErrTransport, "không nhận"},
		{"redirect", func(_ *testing.T, w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, tsa.URL, http.StatusTemporaryRedirect)
		}, timestamp.Client{}, timestamp.ErrTransport, "không nhận"},
		{"failure", func(_ *testing.T, w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }, timestamp.Client{}, timestamp.ErrTransport, "không nhận"},
		{"refusal", func(_ *testing.T, w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte{0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02})
		}, timestamp.Client{}, timestamp.ErrRefused, "từ chối"},
		{"silence", func(_ *testing.T, _ http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			<-r.Context().Done()
		}, timestamp.Client{Timeout: 50 * time.Millisecond}, timestamp.ErrTransport, "không trả lời kịp"},
		{"stranger", func(t *testing.T, w http.ResponseWriter, r *http.Request) { _, _ = w.Write(reply(t, r)) }, timestamp.Client{Roots: strangers}, timestamp.ErrChain, "gốc tin cậy"},
		{"another policy", func(t *testing.T, w http.ResponseWriter, r *http.Request) { _, _ = w.Write(reply(t, r)) }, timestamp.Client{Policy: asn1.ObjectIdentifier{1, 2, 3}}, timestamp.ErrRefused, "từ chối"},
		{"certificate for something else", func(t *testing.T, w http.ResponseWriter, r *http.Request) {
			_, _ = w.Write(resign(t, reply(t, r), clerk))
		}, timestamp.Client{}, timestamp.ErrCertificate, "không phải để cấp"},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { c.answer(t, w, r) }))
			defer server.Close()
			c.client.URL = server.URL
			_, err := c.client.Stamp(context.Background(), crypto.SHA256, digest[:])
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if c.want != nil && (!errors.Is(err, signing.ErrTimeStamp) || !strings.Contains(signing.Say(err), c.say)) {
				t.Errorf("said %q", signing.Say(err))
			}
		})
	}
}

// resign has the content of a stamp signed by somebody who may not stamp.
func resign(t *testing.T, answer []byte, key *signtest.Key) []byte {
	var r struct{ Status, Token asn1.RawValue }
	if _, err := asn1.Unmarshal(answer, &r); err != nil {
		t.Fatal(err)
	}
	m, err := cms.Parse(r.Token.FullBytes)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key.Private())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, data := range map[string][]byte{
		"content": m.Content,
		"signer.pem": append(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}),
			pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: key.Certificate().Raw})...),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command("openssl", "cms", "-sign", "-binary", "-nodetach", "-cades", "-econtent_type", cms.OIDTSTInfo, "-in", "content", "-signer", "signer.pem", "-outform", "DER")
	command.Dir = dir
	token, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	out, err := asn1.Marshal(struct{ Status, Token asn1.RawValue }{r.Status, asn1.RawValue{FullBytes: token}})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestQuestionsThatAreNotAsked(t *testing.T) {
	digest := sha256.Sum256([]byte("x"))
	for _, c := range []struct {
		url    string
		hash   crypto.Hash
		digest []byte
	}{
		{"ftp://tsa.test", crypto.SHA256, digest[:]}, {"tsa.test", crypto.SHA256, digest[:]}, {"http:///x", crypto.SHA256, digest[:]},
		{"http://127.0.0.1:1", crypto.SHA1, digest[:20]}, {"http://127.0.0.1:1", crypto.SHA256, digest[:31]},
	} {
		if _, err := (&timestamp.Client{URL: c.url}).Stamp(context.Background(), c.hash, c.digest); !errors.Is(err, signing.ErrTimeStamp) {
			t.Errorf("%s: %v", c.url, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (&timestamp.Client{URL: "http://127.0.0.1:1"}).Stamp(ctx, crypto.SHA256, digest[:]); !errors.Is(err, signing.ErrCancelled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Anything may come from the line: no panic, and what is taken is sound.
func FuzzParse(f *testing.F) {
	_, tsa := authority(f)
	digest := sha256.Sum256([]byte("x"))
	token, err := (&timestamp.Client{URL: tsa.URL}).Stamp(context.Background(), crypto.SHA256, digest[:])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(token.Raw)
	f.Add(token.Raw[:len(token.Raw)/2])
	f.Add([]byte{0x30, 0x80, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := timestamp.Parse(data)
		if err == nil && (got.Time.IsZero() || len(got.Digest) != got.Hash.Size() || got.Certificate == nil) {
			t.Fatalf("took %+v", got)
		}
	})
}
