package xmlsig

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/signtest"
)

func TestSignedDocumentVerifies(t *testing.T) {
	f := setUp(t)
	roots, intermediates, err := signing.Trust(f.ca.ChainPEM())
	if err != nil {
		t.Fatal(err)
	}
	signed := sign(t, declaration(3))
	report, err := Verify(signed, Policy{CertificatePolicy: signing.CertificatePolicy{Roots: roots, Intermediates: intermediates, StrictTime: true}, Path: "D02-TS/Cky"})
	if err != nil || !report.Valid() {
		t.Fatalf("valid %v, %q, %v", report.Valid(), report.Say(), err)
	}
	got := report.Signatures[0]
	if got.Covers != signing.CoversWhole || got.Path != "D02-TS/Cky" || got.TaxCode != taxCode ||
		got.Signer != "CÔNG TY TNHH MẪU THỬ & ĐỐI TÁC" || !got.Time.Equal(signedAt) || got.TimeSigned ||
		!got.ChainJudged || !got.ChainOK || len(got.Legacy) != 0 {
		t.Errorf("got %+v", got)
	}
	if got.Start != 0 || got.End != int64(len(signed)) || !bytes.HasPrefix(signed[got.GapStart:], []byte("<Signature ")) {
		t.Errorf("covers %d–%d without %d–%d", got.Start, got.End, got.GapStart, got.GapEnd)
	}
}

func TestProfileIsTheOneOfBHXH(t *testing.T) {
	signed := string(sign(t, declaration(1)))
	from := strings.Index(signed, "<Signature")
	for _, part := range []string{
		`<Cky><Signature Id="sigid" xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>`,
		`<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI=""><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>`,
		`</SignatureValue><KeyInfo><KeyValue><RSAKeyValue><Modulus>`,
		`<X509SubjectName>C=VN, ST=Hà Nội, L=Ba Đình, O=CÔNG TY TNHH MẪU THỬ &amp; ĐỐI TÁC, CN=CÔNG TY TNHH MẪU THỬ &amp; ĐỐI TÁC, UID=MST:0100109106</X509SubjectName><X509Certificate>`,
		`<Object><SignatureProperties Id="proid" xmlns=""><SignatureProperty Target="#sigid"><SigningTime xmlns="http://example.org/#signatureProperties">2026-11-22T02:15:30Z</SigningTime></SignatureProperty></SignatureProperties></Object></Signature></Cky></D02-TS>`,
	} {
		if !strings.Contains(signed, part) {
			t.Errorf("missing %s", part)
		}
	}
	if strings.ContainsAny(signed[from:strings.Index(signed, "</SignedInfo>")], "\r\n\t") {
		t.Error("white space inside the signature")
	}
}

func TestBytesOutsideTheSignatureStay(t *testing.T) {
	for name, doc := range map[string]string{
		"bom, comments, odd quotes": "\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?>\r\n<!-- đầu -->\r\n<D02-TS a = 'x' >\r\n\t<A b='\"'/><![CDATA[<&]]><Cky></Cky>\r\n</D02-TS>\r\n<!-- cuối -->\n",
		"white space in the place":  "<D02-TS><Cky>\n  </Cky></D02-TS>",
		"attributes on the place":   `<D02-TS><Cky x="1"  /></D02-TS>`,
	} {
		t.Run(name, func(t *testing.T) {
			signed := string(sign(t, []byte(doc)))
			from, to := strings.Index(signed, "<Signature "), strings.Index(signed, "</Signature>")+len("</Signature>")
			rest := signed[:from] + signed[to:]
			want := strings.Replace(doc, `<Cky x="1"  />`, `<Cky x="1"></Cky>`, 1)
			if rest != want {
				t.Errorf("got  %q\nwant %q", rest, want)
			}
			acceptedByXmlsec(t, []byte(signed))
		})
	}
}

func acceptedByXmlsec(t *testing.T, signed []byte) {
	t.Helper()
	xmlsec := tool(t, "xmlsec1")
	f := setUp(t)
	out, err := exec.Command(xmlsec, "--verify", "--enabled-key-data", "x509", "--trusted-pem", file(t, "root.pem", f.ca.RootPEM()),
		"--untrusted-pem", file(t, "issuing.pem", f.ca.IssuingPEM()), "--verification-time", "2026-11-22 12:00:00", file(t, "signed.xml", signed)).CombinedOutput()
	if err != nil {
		t.Errorf("xmlsec1: %v\n%s", err, out)
	}
}

func TestXmlsecAcceptsOurSignature(t *testing.T) {
	acceptedByXmlsec(t, sign(t, declaration(50)))
}

func TestRemoteSignatureIsTheSameRoad(t *testing.T) {
	f := setUp(t)
	pending, err := Prepare(declaration(2), Options{At: "D02-TS/Cky", Cert: f.key.Certificate(), Time: signedAt})
	if err != nil {
		t.Fatal(err)
	}
	// The program stops here and comes back later with the frozen document only.
	resumed, err := Resume(pending.Frozen(), "D02-TS/Cky")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(resumed.Digest(), pending.Digest()) || !resumed.Certificate().Equal(f.key.Certificate()) {
		t.Fatal("resumed document asks for another signature")
	}
	signature, err := f.key.Sign(rand.Reader, resumed.Digest(), crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	wrong := bytes.Clone(signature)
	wrong[9] ^= 1
	if _, err := resumed.Finish(context.Background(), wrong, nil); !errors.Is(err, signing.ErrKeyMismatch) {
		t.Errorf("wrong signature: %v", err)
	}
	done, err := resumed.Finish(context.Background(), signature, nil)
	if err != nil {
		t.Fatal(err)
	}
	acceptedByXmlsec(t, done)
	if _, err := Resume(bytes.Replace(pending.Frozen(), []byte("TM</PA>"), []byte("GH</PA>"), 1), "D02-TS/Cky"); !errors.Is(err, signing.ErrDocument) {
		t.Errorf("changed while waiting: %v", err)
	}
}

func TestSigningIsRefused(t *testing.T) {
	f := setUp(t)
	issue := func(subject signtest.Subject, from, to time.Time, options ...signtest.Option) *signtest.Key {
		key, err := f.ca.Issue(subject, from, to, append([]signtest.Option{signtest.WithKey(f.key.Private())}, options...)...)
		if err != nil {
			t.Fatal(err)
		}
		return key
	}
	year := signedAt.AddDate(1, 0, 0)
	good := signtest.Subject{Name: "A", TaxCode: taxCode}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	private, err := ecdsa.GenerateKey(elliptic.P224(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	p224 := issue(good, signedAt, year, signtest.WithKey(private))
	for _, c := range []struct {
		name string
		ctx  context.Context
		key  signing.Key
		doc  string
		want error
		say  string
	}{
		{"expired", nil, issue(good, signedAt.AddDate(-2, 0, 0), time.Date(2026, 2, 1, 3, 0, 0, 0, time.UTC)), "", signing.ErrExpired, "Chưa ký được: chứng thư số hết hạn ngày 01/02/2026. Gia hạn với nhà cung cấp rồi ký lại."},
		{"not yet valid", nil, issue(good, signedAt.AddDate(0, 0, 2), year), "", signing.ErrNotYetValid, "24/11/2026"},
		{"another tax code", nil, issue(signtest.Subject{Name: "A", TaxCode: "0301519977-029"}, signedAt, year), "", signing.ErrWrongTaxCode, "0301519977-029"},
		{"no tax code", nil, issue(signtest.Subject{Name: "A", Person: "CCCD:001099000001"}, signedAt, year), "", signing.ErrNoTaxCode, "không ghi mã số thuế"},
		{"not for signing", nil, issue(good, signedAt, year, signtest.WithKeyUsage(0x4)), "", signing.ErrKeyUsage, "không dùng để ký"},
		{"ECDSA over a short curve", nil, p224, "", signing.ErrKeyUnsupported, "RSA"},
		{"given up", cancelled, f.key, "", signing.ErrCancelled, "huỷ"},
		{"no place", nil, f.key, "<D02-TS><CKy/></D02-TS>", signing.ErrDocument, "không có phần tử D02-TS/Cky"},
		{"two places", nil, f.key, "<D02-TS><Cky/><Cky/></D02-TS>", signing.ErrDocument, "2 phần tử"},
		{"signed already", nil, f.key, string(sign(t, declaration(1))), signing.ErrAlreadySigned, "đã có chữ ký"},
		{"place not empty", nil, f.key, "<D02-TS><Cky>x</Cky></D02-TS>", signing.ErrAlreadySigned, "đã có chữ ký"},
		{"DOCTYPE", nil, f.key, "<!DOCTYPE a><D02-TS><Cky/></D02-TS>", signing.ErrDocument, "DOCTYPE"},
		{"Id taken", nil, f.key, `<D02-TS><A Id="sigid"/><Cky/></D02-TS>`, signing.ErrDocument, "sigid"},
		{"cut short", nil, f.key, "<D02-TS><Cky/>", signing.ErrDocument, "cắt ngang"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, doc := c.ctx, []byte(c.doc)
			if ctx == nil {
				ctx = context.Background()
			}
			if c.doc == "" {
				doc = declaration(1)
			}
			_, err := Sign(ctx, doc, c.key, Options{At: "D02-TS/Cky", Time: signedAt, TaxCode: taxCode})
			if !errors.Is(err, c.want) || !strings.Contains(signing.Say(err), c.say) {
				t.Errorf("got %v, %q", err, signing.Say(err))
			}
		})
	}
}
