package xmlsig

import (
	"context"
	"crypto"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ankhai/signing"
	"ankhai/signing/signtest"
)

// The document of the cases below: one element signed by Id, and the policy for
// such a document.
const hostileSource = `<HoSo xmlns:q="urn:q"><NoiDung Id="nd"><HoTen>NGUYỄN THỊ MẪU</HoTen><TienLuong>5000000</TienLuong></NoiDung><Cky/></HoSo>`

var hostilePolicy = Policy{Path: "HoSo/Cky", Target: "HoSo/NoiDung"}

// signed by Id, in a profile.
func signedByID(t *testing.T, p Profile) (doc, content, signature string) {
	t.Helper()
	p.Implicit = false
	out, err := Sign(context.Background(), []byte(hostileSource), setUp(t).key, Options{At: "HoSo/Cky", Target: "nd", Time: signedAt, Profile: p})
	if err != nil {
		t.Fatal(err)
	}
	d, err := scan(out)
	if err != nil {
		t.Fatal(err)
	}
	s, n := d.signatures[0], d.ids["nd"]
	return string(out), string(out[n.start:n.end]), string(out[s.start:s.end])
}

// The eight ways of wrapping that are told of SAML ("On Breaking SAML", 2012),
// for our kind of document, and some of our own. Under the policy for the
// document each has its sentence; under the loosest policy a signature may still
// be valid, but then it says which bytes it speaks for, and those are the
// original ones.
func TestWrappingByID(t *testing.T) {
	doc, content, signature := signedByID(t, BHXH)
	if report, err := Verify([]byte(doc), hostilePolicy); err != nil || !report.Valid() {
		t.Fatalf("%q, %v", report.Say(), err)
	}
	const fake = `<NoiDung Id="gia"><TienLuong>9</TienLuong></NoiDung>`
	twin := strings.Replace(fake, "gia", "nd", 1) // the fake under the Id of the original
	bare := strings.Replace(fake, ` Id="gia"`, "", 1)
	holding := func(s string) string { // the signature with something in an Object of its own
		return strings.Replace(signature, "</Signature>", `<Object><w xmlns="">`+s+`</w></Object></Signature>`, 1)
	}
	root := func(parts ...string) string { return `<HoSo xmlns:q="urn:q">` + strings.Join(parts, "") + `</HoSo>` }
	cky := func(s string) string { return "<Cky>" + s + "</Cky>" }
	const (
		wrongPath = "chứ không phải HoSo/NoiDung"
		outside   = "nằm ngoài phần được ký (HoSo/NoiDung)"
		several   = "nhiều phần tử HoSo/NoiDung"
		twoIDs    = "hai phần tử cùng mã nhận dạng"
	)
	for _, c := range []struct{ name, doc, say string }{
		{"XSW1: original in the signature of a fake root", root(fake, cky(strings.Replace(signature, "<SignedInfo>", "<X xmlns=\"\">"+content+"</X><SignedInfo>", 1))), "sai cấu trúc"},
		{"XSW2: original beside the signature, fake in place", root(fake, cky(content+signature)), "Phần tử HoSo/Cky/NoiDung " + outside},
		{"XSW3: fake before the original", root(fake, content, cky(signature)), several},
		{"XSW4: fake around the original", root(strings.Replace(fake, "</NoiDung>", content+"</NoiDung>", 1), cky(signature)), wrongPath},
		{"XSW5: signature in the fake, original at the end", root(strings.Replace(fake, "</NoiDung>", cky(signature)+"</NoiDung>", 1), "<W>"+content+"</W>"), outside},
		{"XSW6: original inside the signature inside the fake", root(strings.Replace(fake, "</NoiDung>", cky(holding(content))+"</NoiDung>", 1)), "không nằm ở nơi"},
		{"XSW7: fake of the same Id in an extension", root("<MoRong>"+twin+"</MoRong>", content, cky(signature)), twoIDs},
		{"XSW8: original in an Object, fake in place", root(fake, cky(holding(content))), "không nói về nội dung"},
		{"original in an Object, fake without Id", root(bare, cky(holding(content))), "không nói về nội dung"},
		{"original in a wrapper, fake without Id", root(bare, "<W>"+content+"</W>", cky(signature)), outside},
		{"fake of the same Id before", root(twin, content, cky(signature)), twoIDs},
		{"fake of the same Id after", root(content, twin, cky(signature)), twoIDs},
		{"fake of the same Id, spelt ID", root(strings.Replace(twin, "Id=", "ID=", 1), "<W>"+content+"</W>", cky(signature)), twoIDs},
		{"fake of the same Id, spelt id", root(strings.Replace(twin, "Id=", "id=", 1), "<W>"+content+"</W>", cky(signature)), twoIDs},
		{"fake of the same Id, spelt xml:id", root(strings.Replace(twin, "Id=", "xml:id=", 1), "<W>"+content+"</W>", cky(signature)), twoIDs},
		{"fake of the same Id, written by reference", root(strings.Replace(twin, "nd", "&#110;d", 1), "<W>"+content+"</W>", cky(signature)), twoIDs},
		{"two Ids on one element", root(strings.Replace(bare, "<NoiDung>", `<NoiDung Id="a" ID="nd">`, 1), "<W>"+content+"</W>", cky(signature)), twoIDs},
		{"unsigned element beside", root(content, "<Them/>", cky(signature)), "Phần tử HoSo/Them " + outside},
		{"unsigned element in the place of the signature", root(content, cky(signature+"<Them/>")), "Phần tử HoSo/Cky/Them " + outside},
		{"unsigned text beside", root(content, "thêm", cky(signature)), outside},
		{"unsigned CDATA beside", root(content, "<![CDATA[thêm]]>", cky(signature)), outside},
		{"unsigned attribute on the root", strings.Replace(doc, "<HoSo ", `<HoSo q:loai="2" `, 1), "Thuộc tính q:loai của HoSo " + outside},
		{"unsigned xml:lang on the root", strings.Replace(doc, "<HoSo ", `<HoSo xml:base="http://ke.gian/" `, 1), outside},
		{"unsigned kind of the root", strings.Replace(doc, "<HoSo ", `<HoSo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="q:Khac" `, 1), "Thuộc tính xsi:type"},
		{"style sheet before the root", `<?xml-stylesheet href="x.xsl"?>` + doc, "chỉ thị xử lý"},
		{"target in another namespace", strings.Replace(doc, "<HoSo ", `<HoSo xmlns="urn:khac" `, 1), "thay đổi"},
		{"target under another root", strings.ReplaceAll(doc, "HoSo", "HoSo2"), "không có phần tử HoSo/NoiDung"},
		{"target deeper", root("<HoSo>"+content+"</HoSo>", cky(signature)), "không có phần tử HoSo/NoiDung"},
		{"Id moved into a namespace", strings.Replace(doc, `Id="nd"`, `q:Id="nd"`, 1), "không có trong tệp"},
		{"signature doubled", root(content, cky(signature+strings.NewReplacer(`"sigid"`, `"s2"`, "#sigid", "#s2", `"proid"`, `"p2"`).Replace(signature))), "nhiều chữ ký"},
		{"place doubled", root(content, cky(signature), "<Cky/>"), "nhiều phần tử HoSo/Cky"},
		{"reference to the signature itself", strings.Replace(doc, `URI="#nd"`, `URI="#sigid"`, 1), "sai cấu trúc"},
		{"reference to nothing", strings.Replace(doc, `URI="#nd"`, `URI="#nd2"`, 1), "không có trong tệp"},
		{"reference with a blank", strings.Replace(doc, `URI="#nd"`, `URI="#nd "`, 1), "không có trong tệp"},
		{"reference to an empty Id", strings.Replace(doc, `URI="#nd"`, `URI="#"`, 1), "không có trong tệp"},
		{"reference by XPointer", strings.Replace(doc, `URI="#nd"`, `URI="#xpointer(id('nd'))"`, 1), "bên ngoài"},
		{"reference by percent", strings.Replace(doc, `URI="#nd"`, `URI="%23nd"`, 1), "bên ngoài"},
		{"reference to a file", strings.Replace(doc, `URI="#nd"`, `URI="file:///etc/passwd"`, 1), "bên ngoài"},
		{"reference without URI", strings.Replace(doc, ` URI="#nd"`, ``, 1), "sai cấu trúc"},
		{"enveloped outside of its target", strings.Replace(doc, `<Transform Algorithm="`+algC14N, `<Transform Algorithm="`+algEnveloped+`"/><Transform Algorithm="`+algC14N, 1), "sai cấu trúc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := Verify([]byte(c.doc), hostilePolicy)
			if err != nil || report.Valid() || !strings.Contains(report.Say(), c.say) {
				t.Errorf("valid %v, %q, %v", report.Valid(), report.Say(), err)
			}
			report, err = Verify([]byte(c.doc), Policy{AnyPlace: true, Several: true, AllowPart: true})
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range report.Signatures {
				for _, r := range s.References {
					if s.Valid && !r.Own && c.doc[r.Start:r.End] != content {
						t.Errorf("%s counts as signed: %.80s", r.Path, c.doc[r.Start:r.End])
					}
				}
			}
		})
	}
}

// Signatures of a shape that nobody needs, some of them with right arithmetic.
func TestOddSignaturesAreRefused(t *testing.T) {
	const object = `<Object Id="o"><x xmlns=""/></Object>`
	one := referTo("#nd", algSHA256, algC14N)
	odd := func(references, object string) string {
		return strings.Replace(hostileSource, "<Cky/>", "<Cky>"+signatureOf(t, algC14N, algRSASHA256, references, object)+"</Cky>", 1)
	}
	filled := string(fill(t, odd(one, "")))
	swap := func(old, new string) string {
		if !strings.Contains(filled, old) {
			t.Fatalf("%q is not in the document", old)
		}
		return strings.Replace(filled, old, new, 1)
	}
	resigned := func(doc string) string { return string(fill(t, doc)) }
	part := func(references string) string {
		return resigned(strings.Replace(odd(references+referTo("#ht", algSHA256, algC14N), ""), "<HoTen>", `<HoTen Id="ht">`, 1))
	}
	for _, c := range []struct{ name, doc, say string }{
		{"seventeen references", odd(strings.Repeat(one, 17), ""), "hơn 16 Reference"},
		{"no reference to the content", resigned(odd(referTo("#o", algSHA256, algC14N), object)), "không nói về nội dung"},
		{"content twice", resigned(odd(one+one, "")), "nhiều phần"},
		{"content and its part", part(one), "chứ không phải HoSo/NoiDung"},
		{"a part of the content", part(""), "chứ không phải HoSo/NoiDung"},
		{"two canonicalisations", odd(referTo("#nd", algSHA256, algC14N, nsExclusive), ""), "biến đổi"},
		{"enveloped second", odd(referTo("", algSHA256, algC14N, algEnveloped), ""), "biến đổi"},
		{"base64", odd(referTo("#nd", algSHA256, nsDsig+"base64"), ""), "biến đổi"},
		{"XSLT", odd(referTo("#nd", algSHA256, "http://www.w3.org/TR/1999/REC-xslt-19991116"), ""), "biến đổi"},
		{"XPath", odd(referTo("", algSHA256, "http://www.w3.org/TR/1999/REC-xpath-19991116"), ""), "biến đổi"},
		{"XPath filter", odd(referTo("", algSHA256, "http://www.w3.org/2002/06/xmldsig-filter2"), ""), "biến đổi"},
		{"MD5", odd(strings.Replace(one, algSHA256, "http://www.w3.org/2001/04/xmldsig-more#md5", 1), ""), "hàm tóm lược"},
		{"HMAC with the public key", swap(algRSASHA256, nsDsig+"hmac-sha1"), "thuật toán"},
		{"ECDSA by an RSA key", swap("more#rsa-sha256", "more#ecdsa-sha256"), "không khớp"},
		{"a parameter of the method", swap(`more#rsa-sha256"/>`, `more#rsa-sha256"><HMACOutputLength>1</HMACOutputLength></SignatureMethod>`), "sai cấu trúc"},
		{"canonicalisation by XPath", swap(`<CanonicalizationMethod Algorithm="`+algC14N, `<CanonicalizationMethod Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116`), "chuẩn hoá"},
		{"a PrefixList for the inclusive", swap(`<Transform Algorithm="`+algC14N+`"/>`, `<Transform Algorithm="`+algC14N+`"><i:InclusiveNamespaces xmlns:i="`+nsExclusive+`" PrefixList="q"/></Transform>`), "biến đổi"},
		{"Algorithm in a namespace", swap(`<SignatureMethod Algorithm=`, `<SignatureMethod xmlns:d="`+nsDsig+`" d:Algorithm=`), "thuật toán"},
		{"SignedInfo in another namespace", swap(`<SignedInfo>`, `<SignedInfo xmlns="urn:x">`), "sai cấu trúc"},
		{"DigestValue in another namespace", swap(`<DigestValue>`, `<DigestValue xmlns="urn:x">`), "sai cấu trúc"},
		{"signature namespace with a blank", swap(`xmlns="`+nsDsig+`"`, `xmlns="`+nsDsig+` "`), "Phần tử HoSo/Cky/Signature nằm ngoài"},
		{"comment in DigestValue", swap(`<DigestValue>`, `<DigestValue><!-- -->`), "chú thích"},
		{"comment in SignatureValue", swap(`</SignatureValue>`, `<!-- --></SignatureValue>`), "chú thích"},
		{"comment in the certificate", swap(`<X509Certificate>MII`, `<X509Certificate>MI<!-- -->I`), "chú thích"},
		{"instruction in SignedInfo", swap(`<SignedInfo>`, `<SignedInfo><?x?>`), "chú thích"},
		{"text in the signature", swap(`<KeyInfo>`, `x<KeyInfo>`), "sai cấu trúc"},
		{"certificate is garbage", swap(`<X509Certificate>MII`, `<X509Certificate>AAA`), "Không đọc được chứng thư"},
		{"base64 with garbage", swap(`<SignatureValue>`, `<SignatureValue>*`), "không khớp"},
		{"entity bomb", `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>` + swap("NGUYỄN", "&c;"), "DOCTYPE"},
		{"parameter entity", `<!DOCTYPE a [<!ENTITY % x SYSTEM "http://ke.gian/x.dtd"> %x;]>` + odd(one, ""), "DOCTYPE"},
		{"external entity", `<!DOCTYPE a SYSTEM "file:///etc/passwd">` + odd(one, ""), "DOCTYPE"},
		{"too deep", swap("<HoTen>", strings.Repeat("<a>", 300)+strings.Repeat("</a>", 300)+"<HoTen>"), "lồng quá 256 tầng"},
		{"too many attributes", swap("<HoTen>", "<HoTen"+manyAttributes(300)+">"), "quá 256 thuộc tính"},
		{"too many signatures", strings.Replace(hostileSource, "<Cky/>", "<Cky>"+strings.Repeat(`<Signature xmlns="`+nsDsig+`"/>`, 40)+"</Cky>", 1), "quá nhiều chữ ký"},
		{"too large a signature", odd(one, `<Object><x xmlns="">`+strings.Repeat("a", maxSignature)+`</x></Object>`), "lớn bất thường"},
		{"too many elements in a signature", odd(one, `<Object>`+strings.Repeat(`<x xmlns=""/>`, maxNodes)+`</Object>`), "quá nhiều phần tử"},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := Verify([]byte(c.doc), hostilePolicy)
			if err != nil || report.Valid() || !strings.Contains(report.Say(), c.say) {
				t.Errorf("valid %v, %q, %v", report.Valid(), report.Say(), err)
			}
		})
	}
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ` a%d=""`, i)
	}
	return b.String()
}

// What XAdES states is believed only where the signature covers it and it agrees
// with the rest.
func TestQualifyingPropertiesAreChecked(t *testing.T) {
	f := setUp(t)
	signed, _, _ := signedByID(t, Profile{Name: "thử", XAdES: BES, SignatureID: "s"})
	other, err := f.ca.Issue(signtest.Subject{Name: "CÙNG KHOÁ, TÊN KHÁC", TaxCode: "0309999999"}, signedAt, signedAt.AddDate(1, 0, 0), signtest.WithKey(f.key.Private()))
	if err != nil {
		t.Fatal(err)
	}
	own := base64.StdEncoding.EncodeToString(f.key.Certificate().Raw)
	swap := func(old, new string) string {
		if !strings.Contains(signed, old) {
			t.Fatalf("%q is not in the document", old)
		}
		return strings.Replace(signed, old, new, 1)
	}
	cut := func(from, to string) string {
		a := strings.Index(signed, from)
		return signed[a : strings.Index(signed, to)+len(to)]
	}
	reference := signed[strings.Index(signed, "<Reference Type"):strings.Index(signed, "</SignedInfo>")]
	properties := cut("<Object>", "</Object>")
	const say = "thuộc tính XAdES"
	policy := hostilePolicy
	policy.Stamps = newStampAuthority(t).judge
	for _, c := range []struct {
		name, doc, say string
		resigned       bool // by the holder of the key, so that only the shape is wrong
	}{
		{"certificate of the same key exchanged", swap(own, base64.StdEncoding.EncodeToString(other.Certificate().Raw)), "đã bị tráo", false},
		{"signing time changed", swap("2026-11-22T", "2026-11-21T"), "thay đổi", false},
		{"type of another version of the standard", swap(`Type="`+typeSignedProperties+`"`, `Type="http://uri.etsi.org/01903/v1.2.2#SignedProperties"`), say, true},
		{"signed properties not referred to", swap(reference, ""), say, true},
		{"reference without its type", swap(` Type="`+typeSignedProperties+`"`, ""), say, true},
		{"properties of another signature", swap(`Target="#s"`, `Target="#s2"`), say, true},
		{"properties twice", swap(properties, properties+strings.ReplaceAll(properties, "s-signed", "s2")), say, true},
		{"properties gone", swap(properties, strings.Replace(properties, "QualifyingProperties", "Khac", 2)), say, true},
		{"format of something else", swap(`ObjectReference="#s-ref"`, `ObjectReference="#nd"`), say, true},
		{"certificate digest gone", swap(cut("<xades:CertDigest>", "</xades:CertDigest>"), ""), say, true},
		{"time stamp is no base64", swap("</xades:QualifyingProperties>", stampOf("*")+"</xades:QualifyingProperties>"), "Dấu thời gian", true},
		{"time stamp is empty", swap("</xades:QualifyingProperties>", stampOf("")+"</xades:QualifyingProperties>"), "Dấu thời gian", true},
		{"time stamp is garbage", swap("</xades:QualifyingProperties>", stampOf("AAAA")+"</xades:QualifyingProperties>"), "Dấu thời gian", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := []byte(c.doc)
			if c.resigned {
				doc = fill(t, c.doc)
			}
			report, err := Verify(doc, policy)
			if err != nil || report.Valid() || !strings.Contains(report.Say(), c.say) {
				t.Errorf("valid %v, %q, %v", report.Valid(), report.Say(), err)
			}
		})
	}
	// Older writers spell the type otherwise.
	old := fill(t, swap(`Type="`+typeSignedProperties+`"`, `Type="`+oldSignedProperties+`"`))
	if report, err := Verify(old, hostilePolicy); err != nil || !report.Valid() || len(report.Signatures[0].Legacy) != 1 {
		t.Errorf("%q, %v: %+v", report.Say(), err, report.Signatures)
	}
	// A time that anybody can add does not take the place of the signed one.
	added := swap("<Object>", `<Object><SigningTime xmlns="">2020-01-01T00:00:00Z</SigningTime></Object><Object>`)
	if report, err := Verify([]byte(added), hostilePolicy); err != nil || !report.Valid() || !report.Signatures[0].Time.Equal(signedAt) || !report.Signatures[0].TimeSigned {
		t.Errorf("%q, %v: %+v", report.Say(), err, report.Signatures)
	}
}

func stampOf(token string) string {
	return `<xades:UnsignedProperties><xades:UnsignedSignatureProperties><xades:SignatureTimeStamp><xades:EncapsulatedTimeStamp>` + token +
		`</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp></xades:UnsignedSignatureProperties></xades:UnsignedProperties>`
}

// No byte of what is signed, of SignedInfo or of the value can change, and no
// beginning of a document passes for the whole.
func TestEveryByteCounts(t *testing.T) {
	for _, p := range []Profile{BHXH, XAdESBES} {
		doc, _, _ := signedByID(t, p)
		d, err := scan([]byte(doc))
		if err != nil {
			t.Fatal(err)
		}
		_, s, err := d.parts(0)
		if err != nil {
			t.Fatal(err)
		}
		counts := []span{d.ids["nd"], s.signedInfo.span, s.value.textAt}
		for at := range len(doc) {
			if !slices.ContainsFunc(counts, func(c span) bool { return c.start <= at && at < c.end }) {
				continue
			}
			changed := []byte(doc)
			changed[at] ^= 1
			if report, err := Verify(changed, hostilePolicy); err != nil || report.Valid() || report.Say() == "" {
				t.Errorf("%s: byte %d of %q: valid %v, %v", p.Name, at, doc[max(0, at-20):min(len(doc), at+20)], report.Valid(), err)
			}
		}
		for at := range len(doc) {
			if report, err := Verify([]byte(doc[:at]), hostilePolicy); err != nil || report.Valid() || report.Say() == "" {
				t.Errorf("%s: first %d bytes: valid %v, %v", p.Name, at, report.Valid(), err)
			}
		}
	}
}

// A comment in a value is no part of what is signed (Canonical XML leaves it
// out), so it is told; readers put the text around it together.
func TestCommentsAreTold(t *testing.T) {
	doc, _, _ := signedByID(t, BHXH)
	split := strings.Replace(doc, "5000000", "50000<!-- -->00", 1)
	report, err := Verify([]byte(split), hostilePolicy)
	if err != nil || !report.Valid() || !strings.Contains(strings.Join(report.Signatures[0].Notes, " "), "chú thích XML") {
		t.Errorf("%q, %v: %+v", report.Say(), err, report.Signatures)
	}
}

// One policy serves documents that differ in the name of the root.
func TestAnyRoot(t *testing.T) {
	doc, _, _ := signedByID(t, BHXH)
	policy := Policy{Path: "*/Cky", Target: "*/NoiDung"}
	if report, err := Verify([]byte(doc), policy); err != nil || !report.Valid() || report.Signatures[0].References[0].Path != "HoSo/NoiDung" {
		t.Errorf("%q, %v", report.Say(), err)
	}
	if report, _ := Verify([]byte(strings.Replace(doc, "<Cky>", "<Them/><Cky>", 1)), policy); report.Valid() {
		t.Error("something beside is accepted")
	}
}

// What the policy lets stand beside the target stands there, and nothing else.
func TestBesideTheTarget(t *testing.T) {
	doc, _, _ := signedByID(t, BHXH)
	policy := hostilePolicy
	policy.Beside = []string{"HoSo/PhieuNhan"}
	with := strings.Replace(doc, "<Cky>", `<PhieuNhan so="1"><A>x</A></PhieuNhan><Cky>`, 1)
	if report, err := Verify([]byte(with), policy); err != nil || !report.Valid() || !report.Signatures[0].Target {
		t.Errorf("%q, %v", report.Say(), err)
	}
	if report, _ := Verify([]byte(with), hostilePolicy); report.Valid() {
		t.Error("accepted without being named")
	}
	if report, _ := Verify([]byte(strings.ReplaceAll(with, "PhieuNhan", "PhieuNhan2")), policy); report.Valid() || report.Signatures != nil && report.Signatures[0].Covers == signing.CoversWhole {
		t.Error("another element accepted")
	}
}

// Many signatures with many references to a large part would keep a verifier
// busy for hours; what they may ask for is bounded.
func TestWorkIsBounded(t *testing.T) {
	references := strings.Repeat(referTo("#nd", algSHA256, algC14N), 16)
	content := `<NoiDung Id="nd">` + strings.Repeat("<A>x</A>", 50_000) + `</NoiDung>`
	var signatures strings.Builder
	for range 20 {
		signatures.WriteString(strings.Replace(signatureOf(t, algC14N, algRSASHA256, references, ""), ` Id="sig-1"`, "", 1))
	}
	plain := "<HoSo>" + content + "<Cky>" + signatures.String() + "</Cky></HoSo>"
	d, err := scan([]byte(plain))
	if err != nil {
		t.Fatal(err)
	}
	_, s, err := d.parts(0)
	if err != nil {
		t.Fatal(err)
	}
	target, _, err := d.resolve(d.signatures[0], s, s.references[0])
	if err != nil {
		t.Fatal(err)
	}
	digest, err := d.digest(target, method{}, crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	right := strings.ReplaceAll(plain, placeholder(32), base64.StdEncoding.EncodeToString(digest))
	report, err := Verify([]byte(right), Policy{Path: "HoSo/Cky", Several: true, AllowPart: true})
	if err != nil || report.Valid() || len(report.Signatures) != 20 || !strings.Contains(report.Signatures[0].Reason, "không khớp") ||
		!strings.Contains(report.Signatures[19].Reason, "quá nhiều lần") {
		t.Errorf("%v: %q … %q", err, report.Signatures[0].Reason, report.Signatures[19].Reason)
	}
}
