package office

import (
	"bytes"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
	"ankhai/signing"
	"ankhai/signing/signtest"
	"ankhai/signing/xmlsig"
)

// The notices about the use of an I-VAN and the first registration, as this program
// signs them, pass the gateway's own checks: layout, signature, tax code, rules.
func TestRegistrationsPassTheChecksOfTheGateway(t *testing.T) {
	ca, err := signtest.NewCA(rand.Reader, testDay.AddDate(-1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	sign := func(file, at, tax string) []byte {
		t.Helper()
		key, err := ca.Issue(signtest.PracticeSubject("CÔNG TY TNHH MẪU THỬ", tax), testDay.AddDate(0, -1, 0), testDay.AddDate(1, 0, 0))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := os.ReadFile("../../forms/" + file)
		if err != nil {
			t.Fatal(err)
		}
		signed, err := xmlsig.Sign(t.Context(), doc, key, xmlsig.Options{At: at, Cert: key.Certificate(), Time: testNow(), TaxCode: tax})
		if err != nil {
			t.Fatal(err)
		}
		return signed
	}
	use := sign("ivan04dk/testdata/04_DK-IVAN.legacy.xml", "BHXH/CKYDTU_DVI", "0000000000")
	stop := sign("ivan06ng/testdata/06_NG-IVAN.legacy.xml", "BHXH/CKYDTU_DVI", "0000000000")
	// Whoever has the file alone finds the place and the signature as well.
	if node, ok := signatureNode(use); !ok || node != "BHXH/CKYDTU_DVI" {
		t.Errorf("place of the signature: %q, %v", node, ok)
	}
	if r, err := xmlsig.Verify(use, xmlsig.Policy{CertificatePolicy: signing.CertificatePolicy{At: testNow()}}); err != nil || !r.Valid() {
		t.Errorf("verified alone: %+v, %v", r, err)
	}
	o := SandboxOptions("", nil, testNow)
	o.Dir, o.Steps = "", sandbox.Steps{}
	box, err := sandbox.New(o)
	if err != nil {
		t.Fatal(err)
	}
	defer box.Close()
	url, pem, err := box.Start("")
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	h := &http.Client{Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}}
	defer h.CloseIdleConnections()
	for _, c := range []struct {
		name, kind, file string
		xml              []byte
		status           int
		code             string
	}{
		{"stops before it began", "HSDK", "06_NG-IVAN.xml", stop, 422, "E-ENV-05"},
		{"signed by another unit", "HSDK", "04_DK-IVAN.xml", sign("ivan04dk/testdata/04_DK-IVAN.legacy.xml", "BHXH/CKYDTU_DVI", "0100109106"), 422, "E-SIG-05"},
		{"changed after signing", "HSDK", "04_DK-IVAN.xml", bytes.Replace(use, []byte("Hà Nội"), []byte("Hà Nam"), 1), 422, "E-SIG-02"},
		{"registers", "HSDK", "04_DK-IVAN.xml", use, 201, ""},
		{"stops", "HSDK", "06_NG-IVAN.xml", stop, 201, ""},
		{"first registration of a unit with a code", "HSDKLanDau", "HSDK-LanDau.xml", sign("hsdklandau/testdata/HSDK-LanDau.xml", "Hoso/CKy_Dvi", "0000000000"), 422, "E-ENV-05"},
	} {
		key := gateway.NewKey()
		body, _ := json.Marshal(map[string]any{"khoa": key, "maIVAN": sandbox.DefaultIVAN, "loaiGoi": c.kind, "tenFile": c.file, "doDai": len(c.xml), "sha256": gateway.HashOf(c.xml), "noiDung": base64.StdEncoding.EncodeToString(c.xml)})
		req, err := http.NewRequestWithContext(t.Context(), "POST", url+"/v1/ho-so", bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set(gateway.KeyHeader, key)
		req.Header.Set(gateway.IVANHeader, sandbox.DefaultIVAN)
		res, err := h.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		answer, _ := io.ReadAll(res.Body)
		res.Body.Close()
		var got struct{ Ma string }
		if err := json.Unmarshal(answer, &got); err != nil || res.StatusCode != c.status || got.Ma != c.code {
			t.Errorf("%s: got %d %s, want %d %s: %s", c.name, res.StatusCode, got.Ma, c.status, c.code, answer)
		}
	}
}
