package xmlsig

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ankhai/signing"
	"ankhai/signing/signtest"
)

// The files in testdata/interop carry invented people and were signed by another
// implementation (.NET style, throw-away key).
func TestFilesOfOthersVerify(t *testing.T) {
	files, err := filepath.Glob("testdata/interop/*.xml")
	if err != nil || len(files) == 0 {
		t.Fatal("no interop files", err)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			doc, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			report, err := Verify(doc, Policy{})
			if err != nil || !report.Valid() {
				t.Fatalf("%q, %v", report.Say(), err)
			}
			got := report.Signatures[0]
			if got.TaxCode != "0000000000" || got.Covers != signing.CoversWhole || got.ChainJudged {
				t.Errorf("got %+v", got)
			}
			// One changed byte anywhere outside the signature is noticed.
			for _, at := range []int{strings.Index(string(doc), "</") - 1, int(got.GapStart) - 8} {
				changed := append([]byte(nil), doc...)
				changed[at] ^= 1
				if report, _ := Verify(changed, Policy{}); report.Valid() {
					t.Errorf("changed byte %d accepted", at)
				}
			}
		})
	}
}

func TestTamperedDocumentIsRefused(t *testing.T) {
	signed := string(sign(t, declaration(2)))
	cut := func(s, from, to string) string {
		a := strings.Index(s, from)
		return s[a : strings.Index(s, to)+len(to)]
	}
	signature := cut(signed, "<Signature ", "</Signature>")
	without := strings.Replace(signed, signature, "", 1)
	digest := cut(signed, "<DigestValue>", "</DigestValue>")
	value := cut(signed, "<SignatureValue>", "</SignatureValue>")
	swap := func(old, new string) string {
		if !strings.Contains(signed, old) {
			t.Fatalf("%q is not in the document", old)
		}
		return strings.Replace(signed, old, new, 1)
	}
	flip := func(element string) string {
		at := strings.Index(element, ">") + 5
		c := byte('A')
		if element[at] == 'A' {
			c = 'B'
		}
		return element[:at] + string(c) + element[at+1:]
	}
	other, err := setUp(t).ca.Issue(signtest.Subject{Name: "KẺ KHÁC", TaxCode: "0309999999"}, signedAt, signedAt.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	certificate := cut(signed, "<X509Certificate>", "</X509Certificate>")
	foreign := "<X509Certificate>" + base64.StdEncoding.EncodeToString(other.Certificate().Raw) + "</X509Certificate>"
	keyValue := cut(signed, "<KeyValue>", "</KeyValue>")
	object := cut(signed, "<Object>", "</Object>")
	nodeOf := cut(without, "<NoiDung>", "</NoiDung>")

	for _, c := range []struct{ name, doc, say string }{
		{"value", swap("<PA>TM</PA>", "<PA>GH</PA>"), "Nội dung đã bị thay đổi"},
		{"white space added", swap("<NoiDung>", "<NoiDung> "), "Nội dung đã bị thay đổi"},
		{"line end added before the end tag", swap("</D02-TS>", "\n</D02-TS>"), "Nội dung đã bị thay đổi"},
		{"attribute added", swap("<LaoDong>", `<LaoDong x="1">`), "Nội dung đã bị thay đổi"},
		{"namespace added", swap("<NoiDung>", `<NoiDung xmlns:q="urn:q">`), "Nội dung đã bị thay đổi"},
		{"element added", swap("</NoiDung>", "<LaoDong/></NoiDung>"), "Nội dung đã bị thay đổi"},
		{"instruction before the root", swap("<D02-TS", "<?x y?><D02-TS"), "Nội dung đã bị thay đổi"},
		{"instruction after the root", signed + "<?x y?>", "Nội dung đã bị thay đổi"},
		{"namespace on the root", swap("<D02-TS ", `<D02-TS xmlns:q="urn:q" `), "Nội dung đã bị thay đổi"},
		{"digest", swap(digest, flip(digest)), "Nội dung đã bị thay đổi"},
		{"signature value", swap(value, flip(value)), "không khớp"},
		{"signature value cut", swap(value, "<SignatureValue>AAAA</SignatureValue>"), "không khớp"},
		{"algorithm", swap("#rsa-sha256", "#rsa-sha512"), "không khớp"},
		{"unknown algorithm", swap("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#hmac-sha1"), "thuật toán chưa được hỗ trợ"},
		{"certificate of another key", swap(certificate, foreign), "không phải khoá của chứng thư"},
		{"certificate of another key, KeyValue gone", strings.Replace(swap(certificate, foreign), keyValue, "", 1), "không khớp"},
		{"certificate gone", swap(certificate, ""), "không kèm chứng thư"},
		{"signature gone", without, "chưa được ký số"},
		{"signature in another namespace", swap("2000/09/xmldsig#\"><SignedInfo>", "2000/09/xmldsig#2\"><SignedInfo>"), "chưa được ký số"},
		{"second signature", swap(signature, signature+strings.ReplaceAll(strings.ReplaceAll(signature, "sigid", "s2"), "proid", "p2")), "nhiều chữ ký"},
		{"same Id twice", swap(signature, signature+signature), "Id"},
		{"second SignedInfo", swap("</SignedInfo>", "</SignedInfo>"+cut(signed, "<SignedInfo>", "</SignedInfo>")), "sai cấu trúc"},
		{"second SignatureValue", swap(value, value+value), "sai cấu trúc"},
		{"unknown part in the signature", swap("<KeyInfo>", "<Them/><KeyInfo>"), "sai cấu trúc"},
		{"signature inside the signature", swap(object, `<Object>`+strings.NewReplacer("sigid", "s2", "proid", "p2").Replace(signature)+`</Object>`), "lồng"},
		{"DOCTYPE", swap("<D02-TS", `<!DOCTYPE D02-TS><D02-TS`), "DOCTYPE"},
		{"entity", strings.Replace(swap("<D02-TS", `<!DOCTYPE D02-TS [<!ENTITY x "TM">]><D02-TS`), "<PA>TM", "<PA>&x;", 1), "DOCTYPE"},
		{"undeclared entity", swap("<PA>TM", "<PA>&x;"), "sai cú pháp"},
		{"place doubled", swap("<Cky>", "<Cky></Cky><Cky>"), "nhiều phần tử D02-TS/Cky"},
		{"moved to the root", strings.Replace(without, "</D02-TS>", signature+"</D02-TS>", 1), "không nằm ở nơi"},
		{"moved into the content", strings.Replace(without, "</NoiDung>", signature+"</NoiDung>", 1), "không nằm ở nơi"},
		{"original in an Object, fake in place", strings.Replace(strings.Replace(signed, nodeOf, "<NoiDung><LaoDong/></NoiDung>", 1), "<Object>", `<Object><g xmlns="">`+nodeOf+`</g></Object><Object>`, 1), "Nội dung đã bị thay đổi"},
		{"reference to another file", swap(`URI=""`, `URI="http://localhost/a.xml"`), "bên ngoài"},
		{"reference by XPointer", swap(`URI=""`, `URI="#xpointer(/)"`), "bên ngoài"},
		{"XPath transform", swap(`<Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>`, `<Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><XPath>1</XPath></Transform>`), "biến đổi"},
		{"enveloped dropped", swap(`<Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></Transforms>`, ""), "Nội dung đã bị thay đổi"},
		{"encoding", swap(`encoding="utf-8"`, `encoding="windows-1258"`), "UTF-8"},
		{"not UTF-8", swap("NGUYỄN", "NGUY\xc3N"), "UTF-8"},
		{"cut short", signed[:len(signed)-20], "cắt ngang"},
		{"nothing", "", "không có nội dung"},
		{"no XML", "%PDF-1.4", "sai cú pháp"},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := Verify([]byte(c.doc), Policy{})
			if err != nil {
				t.Fatal(err)
			}
			if report.Valid() || !strings.Contains(report.Say(), c.say) {
				t.Errorf("valid %v, said %q", report.Valid(), report.Say())
			}
		})
	}
}

func TestSigningTimeIsNotProtected(t *testing.T) {
	changed := strings.Replace(string(sign(t, declaration(1))), "2026-11-22T02:15:30Z", "2026-11-21T02:15:30Z", 1)
	report, err := Verify([]byte(changed), Policy{})
	if err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	got := report.Signatures[0]
	if got.TimeSigned || !strings.Contains(strings.Join(got.Notes, " "), "chữ ký không bảo vệ") {
		t.Errorf("notes %q", got.Notes)
	}
	for _, year := range []string{"2025", "2028"} {
		late := strings.Replace(changed, "2026-11-21T", year+"-11-21T", 1)
		if report, _ := Verify([]byte(late), Policy{CertificatePolicy: signing.CertificatePolicy{StrictTime: true}}); report.Valid() {
			t.Errorf("signing time in %s accepted", year)
		}
	}
}

func TestCertificateIsJudged(t *testing.T) {
	f := setUp(t)
	stranger, err := signtest.NewCA(f.ca.Random(), signedAt)
	if err != nil {
		t.Fatal(err)
	}
	roots, intermediates, err := signing.Trust(stranger.ChainPEM())
	if err != nil {
		t.Fatal(err)
	}
	signed := sign(t, declaration(1))
	for _, c := range []struct {
		name   string
		policy signing.CertificatePolicy
		say    string
	}{
		{"foreign root", signing.CertificatePolicy{Roots: roots, Intermediates: intermediates}, "gốc tin cậy"},
		{"judged later", signing.CertificatePolicy{At: signedAt.AddDate(2, 0, 0)}, "hết hạn ngày 22/11/2027"},
		{"judged before", signing.CertificatePolicy{At: signedAt.AddDate(-1, 0, 0)}, "chưa có hiệu lực"},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := Verify(signed, Policy{CertificatePolicy: c.policy})
			if err != nil || report.Valid() || !strings.Contains(report.Say(), c.say) {
				t.Errorf("valid %v, %q, %v", report.Valid(), report.Say(), err)
			}
		})
	}
}

// Older writers leave habits that are read and named, never written.
func TestLegacyHabitsAreTolerated(t *testing.T) {
	signed := string(sign(t, declaration(1)))
	// Remote signing of 2024 put the Object itself in no namespace.
	remote := regexp.MustCompile(`<Object><SignatureProperties Id="proid" xmlns="">(.*)</SignatureProperties></Object>`).ReplaceAllString(signed, `<Object Id="proid" xmlns="">$1</Object>`)
	if remote == signed {
		t.Fatal("nothing replaced")
	}
	report, err := Verify([]byte(remote), Policy{})
	if err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	if got := report.Signatures[0]; len(got.Legacy) != 1 || !got.Time.Equal(signedAt) {
		t.Errorf("legacy %q, time %v", got.Legacy, got.Time)
	}
}
