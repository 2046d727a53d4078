package office

import (
	"bytes"
	"crypto/rand"
	"crypto/x509"
	"errors"
	"fmt"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
	"ankhai/forms/xmlfile"
	"ankhai/signing/signtest"
	"ankhai/signing/xmlsig"
)

// signedEnvelopes are n dossiers of procedure 600 that pass every check: three
// people each, declaration and envelope signed.
func signedEnvelopes(tb testing.TB, n int) (out [][]byte) {
	tb.Helper()
	ca, err := signtest.NewCA(rand.Reader, testDay.AddDate(-1, 0, 0))
	if err != nil {
		tb.Fatal(err)
	}
	key, err := ca.Issue(signtest.PracticeSubject("CÔNG TY TNHH MẪU THỬ", "0100109106"), testDay.AddDate(0, -1, 0), testDay.AddDate(1, 0, 0))
	if err != nil {
		tb.Fatal(err)
	}
	sign := func(doc []byte, at string) []byte {
		signed, err := xmlsig.Sign(tb.Context(), doc, key, xmlsig.Options{At: at, Cert: key.Certificate(), Time: testNow(), TaxCode: "0100109106"})
		if err != nil {
			tb.Fatal(err)
		}
		return signed
	}
	a, err := txtar.ParseFile("../../forms/d02lt/testdata/ba-nguoi-hop-le.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	var d02 []byte
	for _, f := range a.Files {
		if f.Name == "out.xml" {
			d02 = sign(bytes.TrimSpace(f.Data), "D02-TS/Cky")
		}
	}
	for i := range n {
		plain, err := xmlfile.BuildEnvelope(xmlfile.Hoso{
			IVAN: xmlfile.IVAN{Ma: sandbox.DefaultIVAN, Ten: "CỔNG THỰC HÀNH"}, TenThuTuc: "Báo tăng", MaThuTuc: "600", KyKeKhai: 202611, NgayLap: dayIn(testNow()),
			DonVi: xmlfile.DonVi{Ten: "CÔNG TY TNHH MẪU THỬ", MaDonVi: "YN0001A", MaSoThue: "0100109106", NguoiKy: "Nguyễn Văn Mẫu", DienThoai: fmt.Sprintf("09%08d", i), CoQuanBHXH: "07906"},
			Files: []xmlfile.File{{TenFile: "D02-TS-595.xml", MoTa: "Danh sách lao động", Content: d02}},
		})
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, sign(plain, "Hoso/CKy_Dvi"))
	}
	return out
}

// What the benchmark sends is checked indeed: one changed byte is refused, and so is
// a signer whom the roots do not know.
func TestTheGatewayChecksWhatTheBenchmarkSends(t *testing.T) {
	envelope := signedEnvelopes(t, 1)[0]
	other, err := signtest.NewCA(rand.Reader, testDay.AddDate(-1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	strict, err := GatewayChecksBy(t.Context(), testNow, other.ChainPEM())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := GatewayChecksBy(t.Context(), testNow, []byte("không có chứng thư")); err == nil {
		t.Error("roots without a certificate were taken")
	}
	for _, c := range []struct {
		name   string
		checks sandbox.Checks
		xml    []byte
		want   string
	}{
		{"as signed", GatewayChecks(testNow), envelope, ""},
		{"changed after signing", GatewayChecks(testNow), bytes.Replace(envelope, []byte("Báo tăng"), []byte("Báo giảm"), 1), "E-SIG-02"},
		{"unknown roots", strict, envelope, "E-SIG-04"},
	} {
		box, err := sandbox.New(sandbox.Options{Now: testNow, Checks: c.checks})
		if err != nil {
			t.Fatal(err)
		}
		defer box.Close()
		url, ca, err := box.Start("")
		if err != nil {
			t.Fatal(err)
		}
		pool := x509.NewCertPool()
		pool.AppendCertsFromPEM(ca)
		client, err := gateway.NewClient(gateway.ClientOptions{URL: url, RootCAs: pool, Account: practiceAccount})
		if err != nil {
			t.Fatal(err)
		}
		defer client.Close()
		_, err = client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, c.xml))
		if got := firstCode(err); got != c.want {
			t.Errorf("%s: got %q (%v), want %q", c.name, got, err, c.want)
		}
	}
}

func firstCode(err error) string {
	var r *gateway.RefusedError
	if errors.As(err, &r) && len(r.Findings) > 0 {
		return r.Findings[0].Ma
	}
	return ""
}
