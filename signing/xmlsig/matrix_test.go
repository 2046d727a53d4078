package xmlsig

import (
	"bytes"
	"context"
	"crypto/x509"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/signing"
	"ankhai/signing/signtest"
)

// peersDocument has what canonicalisations differ in: namespaces on ancestors, an
// xml: attribute, a prefix that is bound anew, CDATA, comments, references.
const peersDocument = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- đầu --><HoSo xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:q=\"urn:q\" xmlns:r=\"urn:r\">" +
	"<NoiDung Id=\"nd\" q:b='2' a=\"x&#9;y &quot;&amp;\"><q:HoTen xmlns:q=\"urn:khac\">NGUYỄN THỊ MẪU &amp; THỬ &lt;1&gt;</q:HoTen>" +
	"<!-- giữa --><r:Ten xsi:nil=\"true\" /><GhiChu><![CDATA[<a> & b]]> hết &#xD;</GhiChu><Trong xmlns=\"urn:d\"><Con xmlns=\"\"/></Trong></NoiDung>\n<Cky/></HoSo>\n"

// variant is one cell of the matrix.
type variant struct {
	name   string
	at     string // where the signature goes
	target string
	p      Profile
}

// matrix is every combination of canonicalisation, way of writing the names,
// reference and profile.
func matrix() []variant {
	var all []variant
	for c14n, canonical := range map[string]Canonicalization{"inclusive": Inclusive, "c14n11": Inclusive11, "exclusive": Exclusive} {
		for names, prefix := range map[string]string{"default": "", "prefixed": "ds"} {
			for _, p := range []Profile{BHXH, XAdESBES, XAdEST} {
				p.C14N, p.Prefix = canonical, prefix
				p.Implicit = p.Implicit && canonical == Inclusive
				name := strings.Join([]string{c14n, names, p.Name}, "-")
				all = append(all, variant{name + "-whole", "HoSo/Cky", "", p}, variant{name + "-whole-root", "HoSo", "", p})
				p.Implicit = false
				all = append(all, variant{name + "-id", "HoSo/Cky", "nd", p})
			}
		}
	}
	return all
}

// ours signs the document in every way, with RSA, and a part with ECDSA.
func ours(t *testing.T, authority *stampAuthority) string {
	t.Helper()
	dir := t.TempDir()
	keys := map[string]signing.Key{"rsa": setUp(t).key}
	for name, option := range map[string]signtest.Option{"p256": signtest.WithECDSA(), "p384": signtest.WithKey(p384Key(t))} {
		key, err := setUp(t).ca.Issue(signtest.Subject{Name: "ĐƠN VỊ ECDSA", TaxCode: taxCode}, signedAt.AddDate(0, -1, 0), signedAt.AddDate(1, 0, 0), option)
		if err != nil {
			t.Fatal(err)
		}
		keys[name] = key
	}
	for _, v := range matrix() {
		for kind, key := range keys {
			if kind != "rsa" && (v.p.Prefix != "" || v.p.XAdES == T) {
				continue // nothing new
			}
			signed, err := Sign(context.Background(), []byte(peersDocument), key, Options{At: v.at, Append: v.at == "HoSo", Target: v.target, Time: signedAt, TaxCode: taxCode, Profile: v.p, Stamp: authority.stamp})
			if err != nil {
				t.Fatalf("%s: %s (%v)", v.name, signing.Say(err), err)
			}
			if err := os.WriteFile(filepath.Join(dir, v.name+"-"+kind+".xml"), signed, 0o600); err != nil {
				t.Fatal(err)
			}
			// Nothing of the source has changed but the empty element.
			d, err := scan(signed)
			if err != nil {
				t.Fatal(err)
			}
			from, to := d.signatures[0].start, d.signatures[0].end
			want := peersDocument
			if v.at != "HoSo" {
				want = strings.Replace(want, "<Cky/>", "<Cky></Cky>", 1)
			}
			if rest := string(signed[:from]) + string(signed[to:]); rest != want {
				t.Errorf("%s: bytes outside the signature changed", v.name)
			}
			judgeOurs(t, v, kind, signed, authority)
		}
	}
	return dir
}

// judgeOurs holds the report on one of our own against what was asked for.
func judgeOurs(t *testing.T, v variant, kind string, signed []byte, authority *stampAuthority) {
	t.Helper()
	policy := Policy{Path: v.at}
	if v.target != "" {
		policy.Target = "HoSo/NoiDung"
	}
	if kind == "rsa" {
		policy.Stamps = authority.judge
	}
	report, err := Verify(signed, policy)
	if err != nil || !report.Valid() {
		t.Errorf("%s-%s: %q, %v", v.name, kind, report.Say(), err)
		return
	}
	got := report.Signatures[0]
	covered, where := string(signed[got.References[0].Start:got.References[0].End]), got.References[0].Path
	switch {
	case v.target == "" && (got.Covers != signing.CoversWhole || where != "" || len(covered) != len(signed)),
		v.target != "" && (got.Covers != signing.CoversPart || !got.Target || where != "HoSo/NoiDung" || !strings.HasPrefix(covered, "<NoiDung ") || !strings.HasSuffix(covered, "</NoiDung>")):
		t.Errorf("%s-%s: covers %s, %s, %.30q", v.name, kind, got.Covers, where, covered)
	case (v.p.XAdES != NoXAdES) != got.TimeSigned || !got.Time.Equal(signedAt) || len(got.References) != 1+min(int(v.p.XAdES), 1):
		t.Errorf("%s-%s: time %v, signed %v, %d references", v.name, kind, got.Time, got.TimeSigned, len(got.References))
	case kind == "rsa" && (v.p.XAdES == T) == got.StampTime.IsZero():
		t.Errorf("%s-%s: time stamp %v", v.name, kind, got.StampTime)
	case len(got.Legacy) > 0:
		t.Errorf("%s-%s: legacy %q", v.name, kind, got.Legacy)
	}
}

// judgeTheirs verifies what another implementation has signed.
func judgeTheirs(t *testing.T, dir string, want int) {
	t.Helper()
	files := glob(t, filepath.Join(dir, "*.xml"))
	if len(files) != want {
		t.Fatalf("%d files, want %d", len(files), want)
	}
	for _, path := range files {
		doc, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		policy := Policy{Path: "HoSo/Cky"}
		if strings.Contains(path, "-id") {
			policy.Target = "HoSo/NoiDung"
		}
		report, err := Verify(doc, policy)
		if err != nil || !report.Valid() {
			t.Errorf("%s: %q, %v", filepath.Base(path), report.Say(), err)
			continue
		}
		changed := bytes.Replace(doc, []byte("THỬ"), []byte("THƯ"), 1)
		if report, err := Verify(changed, policy); err != nil || !strings.Contains(report.Say(), "thay đổi") {
			t.Errorf("%s, changed: %q, %v", filepath.Base(path), report.Say(), err)
		}
	}
}

// verdicts runs a peer and reads "name TAB verdict" lines.
func verdicts(t *testing.T, dir string, command ...string) {
	t.Helper()
	run := exec.Command(command[0], command[1:]...)
	var problems bytes.Buffer
	run.Stderr = &problems
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", command[0], err, out, problems.Bytes())
	}
	said := map[string]string{}
	for line := range strings.Lines(string(out)) {
		name, verdict, _ := strings.Cut(strings.TrimSpace(line), "\t")
		said[name] = verdict
	}
	files := glob(t, filepath.Join(dir, "*.xml"))
	if len(files) != len(said) {
		t.Fatalf("%d verdicts on %d files", len(said), len(files))
	}
	for _, path := range files {
		if name := filepath.Base(path); said[name] != "valid" {
			t.Errorf("%s: %s", name, said[name])
		}
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no files, %v", pattern, err)
	}
	return files
}

// Every signature of ours is accepted by xmlsec1, Java and xadesjs, and theirs by
// us, in every combination. Each peer starts once.
func TestPeersAgree(t *testing.T) {
	authority := newStampAuthority(t)
	dir := ours(t, authority)
	f := setUp(t)
	document := file(t, "source.xml", []byte(peersDocument))
	subsets(t, dir)
	t.Run("xmlsec1", func(t *testing.T) { xmlsecAgrees(t, dir) })
	t.Run("Java", func(t *testing.T) {
		curve, err := f.ca.Issue(signtest.Subject{Name: "ĐƠN VỊ ECDSA", TaxCode: taxCode}, signedAt.AddDate(0, -1, 0), signedAt.AddDate(1, 0, 0), signtest.WithECDSA())
		if err != nil {
			t.Fatal(err)
		}
		var stores []string
		for _, key := range []*signtest.Key{f.key, curve} {
			store, err := f.ca.P12(key, []byte("thu"))
			if err != nil {
				t.Fatal(err)
			}
			stores = append(stores, file(t, "key.p12", store))
		}
		signed := t.TempDir()
		for _, path := range glob(t, filepath.Join(dir, noJava+"*.xml")) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}
		verdicts(t, dir, tool(t, "java"), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "testdata/peers/Peer.java", dir, document, "thu", signed, stores[0], stores[1])
		judgeTheirs(t, signed, 48)
	})
	t.Run("xadesjs", func(t *testing.T) {
		node := tool(t, "node")
		if _, err := os.Stat("testdata/peers/node_modules/xadesjs"); err != nil {
			missing(t, "xadesjs (npm ci --prefix signing/xmlsig/testdata/peers)")
		}
		private, err := x509.MarshalPKCS8PrivateKey(f.key.Private())
		if err != nil {
			t.Fatal(err)
		}
		// It leaves out a signature only where it is a child of the root, reads no
		// elliptic curve key out of a certificate, and its XML writer loses &#xD;.
		mine, signed := t.TempDir(), t.TempDir()
		for _, v := range matrix() {
			if v.target == "" && v.at != "HoSo" {
				continue
			}
			doc, err := os.ReadFile(filepath.Join(dir, v.name+"-rsa.xml"))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(mine, v.name+".xml"), doc, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		document := file(t, "plain.xml", []byte(strings.Replace(peersDocument, "&#xD;", "", 1)))
		verdicts(t, mine, node, "testdata/peers/peer.mjs", mine, document, file(t, "key.der", private), file(t, "cert.der", f.key.Certificate().Raw), signed)
		judgeTheirs(t, signed, 4)
	})
}

// xmlsecAgrees lets xmlsec1 judge a folder, and sign templates that we judge.
func xmlsecAgrees(t *testing.T, dir string) {
	xmlsec := tool(t, "xmlsec1")
	f := setUp(t)
	files := glob(t, filepath.Join(dir, "*.xml"))
	ids := []string{"--id-attr:Id", "NoiDung", "--id-attr:Id", nsXAdES + ":SignedProperties"}
	judge := append([]string{"--verify", "--enabled-key-data", "x509", "--insecure"}, ids...)
	out, err := exec.Command(xmlsec, append(judge, files...)...).CombinedOutput()
	if agreed := bytes.Count(out, []byte("OK\n")); err != nil || agreed != len(files) {
		t.Errorf("%d of %d files: %v\n%s", agreed, len(files), err, out[max(0, len(out)-1500):])
	}
	private, err := x509.MarshalPKCS8PrivateKey(f.key.Private())
	if err != nil {
		t.Fatal(err)
	}
	key := file(t, "key.der", private)
	cert := file(t, "cert.der", f.key.Certificate().Raw)
	signed := t.TempDir()
	count := 0
	for _, v := range matrix() {
		if v.p.XAdES == T || v.at != "HoSo/Cky" {
			continue // it has no time stamp to put in
		}
		count++
		v.p.KeyValue = false // it would take this for the key to sign with
		o := order{profile: v.p, cert: f.key.Certificate(), at: signedAt, enveloped: v.target == ""}
		if v.target != "" {
			o.uri = "#" + v.target
		}
		template := strings.Replace(peersDocument, "<Cky/>", "<Cky>"+string(o.template())+"</Cky>", 1)
		out := filepath.Join(signed, fmt.Sprintf("%s.xml", v.name))
		args := append([]string{"--sign", "--privkey-der", key + "," + cert, "--output", out}, ids...)
		if said, err := exec.Command(xmlsec, append(args, file(t, "template.xml", []byte(template)))...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", v.name, err, said)
		}
	}
	judgeTheirs(t, signed, count)
}
