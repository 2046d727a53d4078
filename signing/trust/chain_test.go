package trust

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
)

func TestChainLeadsToARoot(t *testing.T) {
	f := newFamily(t)
	e := &Examiner{Anchors: Anchors{Roots: certs(f.root)}}
	v := vouch(t, e, f.leaf, claimed, f.middle)
	if v.Standing != signing.Trusted || v.Refusal != "" || v.By != "Gốc thử" || len(v.Chain) != 3 {
		t.Fatalf("%+v", v)
	}
	if v.Chain[0] != "C=VN, O=NƠI CẤP THỬ, CN=CÔNG TY THỬ" {
		t.Error(v.Chain[0])
	}
	if v.Revocation != signing.NotAsked || !slices.ContainsFunc(v.Unchecked, func(s string) bool { return strings.HasPrefix(s, "Chưa kiểm tra được thu hồi") }) {
		t.Errorf("revocation was not asked and nobody says so: %q", v.Unchecked)
	}
	if !strings.Contains(strings.Join(v.Checked, " "), string(signing.ByClaim)) {
		t.Errorf("whose clock: %q", v.Checked)
	}
	// The same authority in the store instead of beside the signature.
	e.Anchors.Helpers = certs(f.middle)
	if v := vouch(t, e, f.leaf, claimed); v.Standing != signing.Trusted {
		t.Error(v.Refusal)
	}
}

func TestChainRefused(t *testing.T) {
	f := newFamily(t)
	old := func(c *x509.Certificate) { c.NotBefore, c.NotAfter = now.AddDate(-3, 0, 0), signed.AddDate(0, 0, -1) }
	young := func(c *x509.Certificate) { c.NotBefore = signed.AddDate(0, 0, 1) }
	below := func(middle *holder) []*holder {
		return []*holder{issue(t, middle, "A", false, nil), middle}
	}
	elsewhere := pkix.Name{Country: []string{"LA"}}
	critical := pkix.Extension{Id: asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 99999, 1}, Critical: true, Value: []byte{5, 0}}
	deep := []*holder{f.root}
	for i := range maxDepth {
		deep = append(deep, issue(t, deep[i], fmt.Sprint("bậc ", i), true, nil))
	}
	slices.Reverse(deep)
	noCA := issue(t, f.root, "không phải CA", false, nil)
	flat := issue(t, f.root, "CA cuối", true, func(c *x509.Certificate) { c.MaxPathLen, c.MaxPathLenZero = 0, true })
	under := issue(t, flat, "CA thêm", true, nil)
	impostor := issue(t, nil, "Gốc thử", true, nil)
	falseMiddle := issue(t, impostor, "CA thử", true, nil)

	for name, c := range map[string]struct {
		beside []*holder // the signer first
		say    string
	}{
		"intermediate missing":      {[]*holder{f.leaf}, "không có chứng thư của nơi cấp «C=VN, O=NƠI CẤP THỬ, CN=CA thử»"},
		"signer alone, self-signed": {[]*holder{issue(t, nil, "tự ký", false, nil)}, "tự ký và không nằm trong kho tin cậy"},
		"root beside is no anchor":  {[]*holder{issue(t, falseMiddle, "A", false, nil), falseMiddle, impostor}, "không dẫn về một gốc tin cậy"},
		"expired at signing":        {[]*holder{issue(t, f.middle, "A", false, old), f.middle}, "đã hết hạn ngày"},
		"not yet valid at signing":  {[]*holder{issue(t, f.middle, "A", false, young), f.middle}, "chỉ có hiệu lực từ ngày"},
		"authority expired":         {below(issue(t, f.root, "CA cũ", true, old)), "«CA cũ» trong chuỗi đã hết hạn"},
		"wrong key usage":           {[]*holder{issue(t, f.middle, "A", false, func(c *x509.Certificate) { c.KeyUsage = x509.KeyUsageKeyEncipherment }), f.middle}, "không dùng để ký tài liệu"},
		"wrong extended usage":      {[]*holder{issue(t, f.middle, "A", false, func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth} }), f.middle}, "không dùng để ký tài liệu"},
		"authority for web servers": {below(issue(t, f.root, "CA web", true, func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth} })), "cho mục đích khác"},
		"issuer is no authority":    {[]*holder{issue(t, noCA, "A", false, nil), noCA}, "không có quyền cấp chứng thư khác"},
		"authority without the use": {below(issue(t, f.root, "CA câm", true, func(c *x509.Certificate) { c.KeyUsage = x509.KeyUsageCRLSign })), "không được dùng để cấp chứng thư"},
		"deeper than allowed":       {[]*holder{issue(t, under, "A", false, nil), under, flat}, "sâu hơn mức «CA cuối» cho phép"},
		"too deep":                  {append([]*holder{issue(t, deep[0], "A", false, nil)}, deep...), "dài hơn 8 bậc"},
		"name outside the tree":     {below(issue(t, f.root, "CA Lào", true, func(c *x509.Certificate) { c.ExtraExtensions = []pkix.Extension{directoryConstraint(t, 0, elsewhere)} })), "nằm ngoài phạm vi"},
		"name in an excluded tree": {below(issue(t, f.root, "CA trừ", true, func(c *x509.Certificate) {
			c.ExtraExtensions = []pkix.Extension{directoryConstraint(t, 1, pkix.Name{Country: []string{"vn"}})}
		})), "nằm ngoài phạm vi"},
		"mail outside the domain": {func() []*holder {
			m := issue(t, f.root, "CA thư", true, func(c *x509.Certificate) {
				c.PermittedDNSDomainsCritical, c.PermittedEmailAddresses = true, []string{"vidu.vn"}
			})
			return []*holder{issue(t, m, "A", false, func(c *x509.Certificate) { c.EmailAddresses = []string{"a@khac.vn"} }), m}
		}(), "nằm ngoài phạm vi"},
		"critical extension": {[]*holder{issue(t, f.middle, "A", false, func(c *x509.Certificate) { c.ExtraExtensions = []pkix.Extension{critical} }), f.middle}, "chưa hiểu"},
	} {
		t.Run(name, func(t *testing.T) {
			v := vouch(t, &Examiner{Anchors: Anchors{Roots: certs(f.root)}}, c.beside[0], claimed, c.beside[1:]...)
			if v.Standing != signing.Untrusted || !strings.Contains(v.Refusal, c.say) {
				t.Errorf("%s: %q, want …%s…", v.Standing, v.Refusal, c.say)
			}
			if !strings.HasSuffix(v.Refusal, ".") || len(v.Chain) == 0 {
				t.Errorf("no sentence or no chain: %q %q", v.Refusal, v.Chain)
			}
		})
	}
}

func TestNamesInsideTheTreeHold(t *testing.T) {
	root := issue(t, nil, "Gốc", true, nil)
	middle := issue(t, root, "CA", true, func(c *x509.Certificate) {
		c.ExtraExtensions = []pkix.Extension{directoryConstraint(t, 0, pkix.Name{Country: []string{"vn"}, Organization: []string{"nơi  cấp THỬ"}})}
	})
	leaf := issue(t, middle, "A", false, nil)
	if v := vouch(t, &Examiner{Anchors: Anchors{Roots: certs(root)}}, leaf, claimed, middle); v.Standing != signing.Trusted {
		t.Error(v.Refusal)
	}
}

// Two roots with one name, as after a change of keys: either serves its own.
func TestTwoRootsWithOneName(t *testing.T) {
	one, two := newFamily(t), newFamily(t)
	e := &Examiner{Anchors: Anchors{Roots: certs(one.root, two.root)}}
	for _, f := range []family{one, two} {
		if v := vouch(t, e, f.leaf, claimed, two.middle, one.middle); v.Standing != signing.Trusted || len(v.Chain) != 3 {
			t.Errorf("%q", v.Refusal)
		}
	}
}

// Authorities that certify each other in a ring end nowhere, and the search does.
func TestLoopEnds(t *testing.T) {
	a, b := issue(t, nil, "vòng A", true, nil), issue(t, nil, "vòng B", true, nil)
	ab := certify(t, a, b.key, "vòng B", true, nil)
	ba := certify(t, b, a.key, "vòng A", true, nil)
	leaf := issue(t, a, "A", false, nil)
	v := vouch(t, &Examiner{Anchors: Anchors{Roots: certs(newFamily(t).root)}}, leaf, claimed, ab, ba)
	if v.Standing != signing.Untrusted || v.Refusal == "" || len(v.Chain) > maxDepth {
		t.Errorf("%+v", v)
	}
}

// A bag of a hundred certificates with one name and one key identifier each costs
// no more than the budget, and the right one is still found when it comes in time.
func TestBagOfAHundredCertificates(t *testing.T) {
	f := newFamily(t)
	var bag []*holder
	for range 120 {
		bag = append(bag, issue(t, f.root, "CA thử", true, func(c *x509.Certificate) { c.SubjectKeyId = f.middle.cert.SubjectKeyId }))
	}
	e := &Examiner{Anchors: Anchors{Roots: certs(f.root)}}
	v := vouch(t, e, f.leaf, claimed, append(bag, f.middle)...)
	if v.Standing != signing.Untrusted || !strings.Contains(v.Refusal, "trong giới hạn 64 phép kiểm") || !strings.Contains(v.Unchecked[0], "121 chứng thư") {
		t.Errorf("%q %q", v.Refusal, v.Unchecked)
	}
	if v := vouch(t, e, f.leaf, claimed, append([]*holder{f.middle}, bag...)...); v.Standing != signing.Trusted {
		t.Error(v.Refusal)
	}
}

func TestNothingTrusted(t *testing.T) {
	f := newFamily(t)
	v := vouch(t, &Examiner{}, f.leaf, claimed, f.middle, f.root)
	if v.Standing != signing.Unknown || v.Refusal != "" || len(v.Unchecked) == 0 {
		t.Errorf("%+v", v)
	}
	if v := vouch(t, &Examiner{Strict: true}, f.leaf, claimed, f.middle, f.root); v.Standing != signing.Untrusted || v.Refusal == "" {
		t.Errorf("strict: %+v", v)
	}
	practice := Anchors{Practice: certs(f.root)}
	if v := vouch(t, &Examiner{Anchors: practice}, f.leaf, claimed, f.middle); v.Standing != signing.Practice || v.Refusal != "" {
		t.Errorf("practice: %+v", v)
	}
	other := newFamily(t)
	if v := vouch(t, &Examiner{Anchors: practice}, other.leaf, claimed, other.middle); v.Standing != signing.Unknown {
		t.Errorf("practice alone refuses a stranger: %+v", v)
	}
}

// SHA-1 is read in old files and told; what was signed since is refused.
func TestSHA1OnlyInOldFiles(t *testing.T) {
	long := func(c *x509.Certificate) { c.NotBefore, c.NotAfter = now.AddDate(-15, 0, 0), now.AddDate(5, 0, 0) }
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	root := certify(t, nil, key, "Gốc cũ", true, long)
	leaf := issue(t, root, "A", false, func(c *x509.Certificate) { long(c); c.SignatureAlgorithm = x509.SHA1WithRSA })
	e := &Examiner{Anchors: Anchors{Roots: certs(root)}}
	before := signing.Moment{At: sha1Until.Add(-time.Second), Clock: signing.ByStamp}
	v := vouch(t, e, leaf, before)
	if v.Standing != signing.Trusted || len(v.Legacy) != 1 || !strings.Contains(v.Legacy[0], "SHA-1") {
		t.Errorf("%+v", v)
	}
	if v := vouch(t, e, leaf, signing.Moment{At: sha1Until, Clock: signing.ByStamp}); v.Standing != signing.Untrusted || !strings.Contains(v.Refusal, "SHA-1") {
		t.Errorf("%+v", v)
	}
	broken := *leaf.cert
	broken.Signature = slices.Clone(broken.Signature)
	broken.Signature[9] ^= 1
	if v := vouch(t, e, &holder{cert: &broken}, before); v.Standing != signing.Untrusted {
		t.Error("a broken SHA-1 signature passes")
	}
}

func TestRootInTheStoreMayBeTheSigner(t *testing.T) {
	own := issue(t, nil, "tự tin", true, func(c *x509.Certificate) { c.KeyUsage |= x509.KeyUsageDigitalSignature })
	v := vouch(t, &Examiner{Anchors: Anchors{Roots: certs(own)}}, own, claimed)
	if v.Standing != signing.Trusted || len(v.Chain) != 1 {
		t.Errorf("%+v", v)
	}
}
