package pdfsig

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/digitorus/pdf"

	"ankhai/signing"
	"ankhai/signing/signtest"
	"ankhai/signing/timestamp"
	"ankhai/signing/timestamp/tstest"
)

// pdfsigSays asks poppler.
func pdfsigSays(t *testing.T, signed []byte) string {
	t.Helper()
	out, err := exec.Command(tool(t, "pdfsig"), "-nocert", file(t, "signed.pdf", signed)).CombinedOutput()
	if err != nil {
		t.Fatalf("pdfsig: %v\n%s", err, out)
	}
	return string(out)
}

func picture(t *testing.T) []byte {
	t.Helper()
	p := image.NewNRGBA(image.Rect(0, 0, 60, 30))
	for x := range 60 {
		for y := range 30 {
			p.Set(x, y, color.NRGBA{R: 200, A: 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSignedPDFIsAccepted(t *testing.T) {
	f := setUp(t)
	roots, intermediates, err := signing.Trust(f.ca.RootPEM())
	if err != nil {
		t.Fatal(err)
	}
	stream, err := os.ReadFile("testdata/xref-stream.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		pdf   []byte
		stamp *Stamp
	}{
		{"cross-reference table", document("Trang mot", "Trang hai"), nil},
		{"cross-reference stream", stream, nil},
		{"form with other fields", documentWith("/AcroForm<</Fields[<</FT/Tx/T(a)>>]/DA(/Helv 0 Tf)>>", "x"), nil},
		{"catalogue that the library would spoil", documentWith(`/Lang (vi\)VN)`, "x"), nil},
		{"line after the end", append(document("x"), "\r\n\n"...), nil},
		{"stamped", document("Trang mot", "Trang hai"), &Stamp{Page: 2, X0: 400, Y0: 100, X1: 520, Y1: 160, Image: picture(t)}},
		{"stamped, cross-reference stream", stream, &Stamp{X0: 400, Y0: 100, X1: 520, Y1: 160, Image: picture(t)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := bytes.Clone(c.pdf)
			signed := signPDF(t, c.pdf, c.stamp)
			if !bytes.Equal(before, c.pdf) || !bytes.HasPrefix(signed, before) {
				t.Fatal("the bytes that were there have changed")
			}
			report, err := Verify(signed, Policy{signing.CertificatePolicy{Roots: roots, Intermediates: intermediates, StrictTime: true}})
			if err != nil || !report.Valid() {
				t.Fatalf("%q, %v", report.Say(), err)
			}
			got := report.Signatures[0]
			if len(report.Signatures) != 1 || got.Covers != signing.CoversWhole || !got.ChainOK || !got.Time.Equal(signedAt) || !got.TimeSigned || got.TaxCode != taxCode {
				t.Errorf("got %+v", report.Signatures)
			}
			said := pdfsigSays(t, signed)
			if !strings.Contains(said, "Signature is Valid") || !strings.Contains(said, "Total document signed") || strings.Count(said, "Signature #") != 1 {
				t.Errorf("pdfsig: %s", said)
			}
			text, err := exec.Command(tool(t, "pdftotext"), file(t, "signed.pdf", signed), "-").Output()
			if err != nil || !strings.Contains(string(text), "x") && !strings.Contains(string(text), "Trang hai") {
				t.Errorf("pdftotext: %q, %v", text, err)
			}
		})
	}
}

func TestStampIsDrawn(t *testing.T) {
	signed := signPDF(t, document("x"), &Stamp{X0: 0, Y0: 0, X1: 595, Y1: 842, Image: picture(t)})
	out, err := exec.Command(tool(t, "pdftoppm"), "-r", "10", file(t, "stamped.pdf", signed)).Output()
	if err != nil {
		t.Fatal(err)
	}
	middle := out[len(out)/2-len(out)/2%3:]
	if red := bytes.Count(middle, []byte{200, 0, 0}); red < 100 {
		t.Errorf("%d red points", red)
	}
}

// qpdfIsContent asks qpdf whether the file is sound.
func qpdfIsContent(t testing.TB, pdf []byte) {
	t.Helper()
	if said, err := exec.Command(tool(t, "qpdf"), "--check", file(t, "checked.pdf", pdf)).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, said)
	}
}

// opensslAccepts takes every message out of the file and has openssl verify it
// over the covered bytes, as CAdES with the certificate bound to it.
func opensslAccepts(t testing.TB, pdf []byte) {
	t.Helper()
	command := tool(t, "openssl")
	root := file(t, "root.pem", setUp(t).ca.RootPEM())
	for _, f := range locate(pdf) {
		der, err := f.contents(pdf)
		if err != nil || f.wrong != "" {
			t.Fatalf("%v, %s", err, f.wrong)
		}
		r := f.byteRange
		covered := append(bytes.Clone(pdf[:r[1]]), pdf[r[2]:r[2]+r[3]]...)
		said, err := exec.Command(command, "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", file(t, "message.der", der), "-content", file(t, "covered", covered),
			"-CAfile", root, "-attime", fmt.Sprint(signedAt.Unix()), "-purpose", "any", "-out", os.DevNull).CombinedOutput()
		if err != nil || !strings.Contains(string(said), "CAdES Verification successful") {
			t.Errorf("openssl: %v\n%s", err, said)
		}
	}
}

// The name has letters whose UTF-16 holds brackets; the entries must read back.
func TestVietnameseEntriesReadBack(t *testing.T) {
	signed := signPDF(t, document("x"), nil)
	reader, err := pdf.NewReader(bytes.NewReader(signed), int64(len(signed)))
	if err != nil {
		t.Fatal(err)
	}
	entry := reader.Trailer().Key("Root").Key("AcroForm").Key("Fields").Index(0).Key("V")
	for key, want := range map[string]string{"Name": "CÔNG TY TNHH ĨĩŨ (MẪU) \\ THỬ", "Reason": "Ký hồ sơ", "Location": "Hà Nội", "M": "D:20261122091530+07'00'"} {
		if got := entry.Key(key).Text(); got != want {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
}

func TestSecondSignatureKeepsTheFirst(t *testing.T) {
	twice := signPDF(t, signPDF(t, document("x"), nil), nil)
	report, err := Verify(twice, Policy{})
	if err != nil || !report.Valid() || len(report.Signatures) != 2 {
		t.Fatalf("%d signatures, %q, %v", len(report.Signatures), report.Say(), err)
	}
	if a, b := report.Signatures[0], report.Signatures[1]; a.Covers != signing.CoversPart || b.Covers != signing.CoversWhole {
		t.Errorf("covers %s, %s", a.Covers, b.Covers)
	}
	if added := twice[report.Signatures[0].End:]; bytes.Count(added, []byte("/Version")) != 1 {
		t.Error("the catalogue names its version twice")
	}
	if said := pdfsigSays(t, twice); strings.Count(said, "Signature is Valid") != 2 {
		t.Errorf("pdfsig: %s", said)
	}
}

// Three people approve one after the other; the first two stay valid.
func TestThreeApprovals(t *testing.T) {
	stream, err := os.ReadFile("testdata/xref-stream.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, doc := range map[string][]byte{"table": document("x"), "stream": stream} {
		stamp := &Stamp{X0: 10, Y0: 10, X1: 90, Y1: 60, Image: picture(t)}
		signed := signPDF(t, signPDF(t, signPDF(t, doc, nil), stamp), nil)
		report, err := Verify(signed, Policy{})
		if err != nil || !report.Valid() || len(report.Signatures) != 3 {
			t.Fatalf("%s: %d signatures, %q, %v", name, len(report.Signatures), report.Say(), err)
		}
		if said := pdfsigSays(t, signed); strings.Count(said, "Signature is Valid") != 3 {
			t.Errorf("%s: pdfsig: %s", name, said)
		}
		qpdfIsContent(t, signed)
		opensslAccepts(t, signed)
	}
}

// An author allows so much and no more; poppler reads the same level.
func TestCertification(t *testing.T) {
	for level, again := range map[int]bool{1: false, 2: true, 3: true} {
		opts := Options{Time: signedAt, Certify: level}
		signed, err := Sign(context.Background(), document("x"), setUp(t).key, opts)
		if err != nil {
			t.Fatal(err)
		}
		b, err := open(signed)
		if err != nil || b.certified() != level || b.get(b.root["Perms"]) == nil {
			t.Errorf("level %d: %v", level, err)
		}
		qpdfIsContent(t, signed)
		opensslAccepts(t, signed)
		if said := pdfsigSays(t, signed); !strings.Contains(said, "Signature is Valid") {
			t.Errorf("level %d: pdfsig: %s", level, said)
		}
		if _, err := Sign(context.Background(), signed, setUp(t).key, opts); !errors.Is(err, signing.ErrDocument) {
			t.Errorf("level %d certified twice: %v", level, err)
		}
		twice, err := Sign(context.Background(), signed, setUp(t).key, Options{Time: signedAt})
		if (err == nil) != again {
			t.Errorf("level %d approved: %v", level, err)
		}
		if err != nil {
			continue
		}
		if report, err := Verify(twice, Policy{}); err != nil || !report.Valid() || len(report.Signatures) != 2 {
			t.Errorf("level %d approved: %q, %v", level, report.Say(), err)
		}
	}
	_, err := Sign(context.Background(), signPDF(t, document("x"), nil), setUp(t).key, Options{Time: signedAt, Certify: 2})
	if !errors.Is(err, signing.ErrDocument) || !strings.Contains(signing.Say(err), "không chứng thực được nữa") {
		t.Errorf("certified after an approval: %v", err)
	}
}

// A time stamp lies in the signature and is held against it.
func TestTimeStamped(t *testing.T) {
	f := setUp(t)
	tsa := tstest.Start(t, f.ca)
	roots, more, err := signing.Trust(f.ca.RootPEM())
	if err != nil {
		t.Fatal(err)
	}
	signed, err := Sign(context.Background(), document("x"), f.key, Options{Time: signedAt, TimeStamp: &timestamp.Client{URL: tsa.URL, Roots: roots, Intermediates: more}})
	if err != nil {
		t.Fatal(err)
	}
	report, err := Verify(signed, Policy{signing.CertificatePolicy{Roots: roots, Intermediates: more}})
	if err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	got := report.Signatures[0]
	if got.StampSigner != "Dấu thời gian thử" || time.Since(got.StampTime).Abs() > time.Hour || !got.Time.Equal(signedAt) {
		t.Errorf("%q at %v, signed %v", got.StampSigner, got.StampTime, got.Time)
	}
	if said := pdfsigSays(t, signed); !strings.Contains(said, "Signature is Valid") {
		t.Errorf("pdfsig: %s", said)
	}
	opensslAccepts(t, signed)
	_, err = Sign(context.Background(), document("x"), f.key, Options{Time: signedAt, TimeStamp: &timestamp.Client{URL: tsa.URL + "/", Policy: []int{1, 2, 3}}})
	if !errors.Is(err, signing.ErrTimeStamp) {
		t.Errorf("refused stamp: %v", err)
	}
}

// A signature that arrives after a restart gets its time stamp then.
func TestTimeStampAfterARestart(t *testing.T) {
	f := setUp(t)
	client := &timestamp.Client{URL: tstest.Start(t, f.ca).URL}
	for _, room := range []bool{true, false} {
		opts := Options{Cert: f.key.Certificate(), Chain: f.key.Chain(), Time: signedAt}
		if room {
			opts.TimeStamp = client
		}
		pending, err := Prepare(document("x"), opts)
		if err != nil {
			t.Fatal(err)
		}
		resumed, err := Resume(pending.Frozen())
		if err != nil {
			t.Fatal(err)
		}
		signature, err := f.key.Sign(rand.Reader, resumed.Digest(), crypto.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		signed, err := resumed.FinishStamped(t.Context(), signature, client)
		if !room { // the place is reserved when the file is prepared
			if !errors.Is(err, signing.ErrTimeStamp) || !strings.Contains(signing.Say(err), "lớn hơn chỗ") {
				t.Errorf("no room: %v", err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		report, err := Verify(signed, Policy{})
		if err != nil || !report.Valid() || report.Signatures[0].StampTime.IsZero() {
			t.Errorf("%q, %v", report.Say(), err)
		}
	}
}

func TestSignedWithECDSA(t *testing.T) {
	f := setUp(t)
	key, err := f.ca.Issue(signtest.Subject{Name: "A", TaxCode: taxCode}, signedAt.AddDate(0, -1, 0), signedAt.AddDate(1, 0, 0), signtest.WithECDSA())
	if err != nil {
		t.Fatal(err)
	}
	signed, err := Sign(context.Background(), document("x"), key, Options{Time: signedAt, TaxCode: taxCode})
	if err != nil {
		t.Fatal(err)
	}
	opensslAccepts(t, signed)
	if said := pdfsigSays(t, signed); !strings.Contains(said, "Signature is Valid") {
		t.Errorf("pdfsig: %s", said)
	}
}

func TestRemoteSignatureIsTheSameRoad(t *testing.T) {
	f := setUp(t)
	pending, err := Prepare(document("x"), Options{Cert: f.key.Certificate(), Chain: f.key.Chain(), Time: signedAt})
	if err != nil {
		t.Fatal(err)
	}
	resumed, err := Resume(pending.Frozen())
	if err != nil || !bytes.Equal(resumed.Digest(), pending.Digest()) {
		t.Fatalf("resumed document asks for another signature, %v", err)
	}
	signature, err := f.key.Sign(rand.Reader, resumed.Digest(), crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	wrong := bytes.Clone(signature)
	wrong[9] ^= 1
	if _, err := resumed.Finish(wrong); !errors.Is(err, signing.ErrKeyMismatch) {
		t.Errorf("wrong signature: %v", err)
	}
	if _, err := resumed.Finish(signature); err != nil {
		t.Error(err)
	}
}

func TestSigningIsRefused(t *testing.T) {
	f := setUp(t)
	expired, err := f.ca.Issue(signtest.Subject{Name: "A", TaxCode: taxCode}, signedAt.AddDate(-2, 0, 0), signedAt.AddDate(0, 0, -1), signtest.WithKey(f.key.Private()))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) []byte {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	good := document("x")
	swap := func(old, new string) []byte { return []byte(strings.Replace(string(good), old, new, 1)) }
	signed := signPDF(t, good, nil)
	loop := strings.NewReplacer("/Kids [ 4 0 R ]", "/Kids [ 2 0 R ]").Replace(string(good))
	for _, c := range []struct {
		name string
		pdf  []byte
		key  signing.Key
		want error
		say  string
	}{
		{"expired", good, expired, signing.ErrExpired, "hết hạn"},
		{"nothing", nil, f.key, signing.ErrDocument, "hỏng"},
		{"no PDF", []byte("PK\x03\x04"), f.key, signing.ErrDocument, "hỏng"},
		{"garbage", bytes.Repeat([]byte("%PDF-1.4 %%EOF"), 50), f.key, signing.ErrDocument, "hỏng"},
		{"cut short", good[:len(good)/2], f.key, signing.ErrDocument, "hỏng"},
		{"garbage before the header", append([]byte("xx\n"), good...), f.key, signing.ErrDocument, "hỏng"},
		{"wrong startxref", swap("startxref\n", "startxref\n9"), f.key, signing.ErrDocument, "hỏng"},
		{"page tree in a circle", []byte(loop), f.key, signing.ErrDocument, "hỏng"},
		{"page tree in a circle, wide", []byte(strings.Replace(loop, "[ 2 0 R ]", "[2 0 R 2 0 R 2 0 R 2 0 R]", 1)), f.key, signing.ErrDocument, "hỏng"},
		{"endless size", swap("/Size 6", "/Size 4294967295"), f.key, signing.ErrDocument, "hỏng"},
		{"endless table", swap("xref\n0 6", "xref\n4000000000 6"), f.key, signing.ErrDocument, "hỏng"},
		{"nested without end", documentWith("/Lang "+strings.Repeat("[", 3_000_000), "x"), f.key, signing.ErrDocument, "hỏng"},
		{"password, RC4", read("encrypted-rc4.pdf"), f.key, signing.ErrDocument, "mật khẩu"},
		{"password, AES", read("encrypted-aes.pdf"), f.key, signing.ErrDocument, "mật khẩu"},
		{"dynamic form", documentWith("/AcroForm<</Fields[]/XFA(x)>>", "x"), f.key, signing.ErrDocument, "biểu mẫu động"},
		{"certified", documentWith("/Perms<</DocMDP<</Reference[<</TransformParams<</P 1>>>>]>>>>", "x"), f.key, signing.ErrDocument, "khoá"},
		{"changed after an earlier signature", append(bytes.Clone(signed), "%x\n%%EOF\n"...), f.key, signing.ErrDocument, "không còn đúng"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Sign(context.Background(), c.pdf, c.key, Options{Time: signedAt, TaxCode: taxCode})
			if !errors.Is(err, c.want) || !strings.Contains(signing.Say(err), c.say) {
				t.Errorf("got %v, %q", err, signing.Say(err))
			}
		})
	}
	if _, err := Sign(context.Background(), good, f.key, Options{Time: signedAt, Stamp: &Stamp{X1: 100, Y1: 100, Image: []byte("no picture")}}); !strings.Contains(signing.Say(err), "con dấu") {
		t.Errorf("stamp: %v", err)
	}
}
