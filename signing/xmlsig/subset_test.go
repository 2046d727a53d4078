package xmlsig

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Elements by Id carry into their canonical form what they inherit, differently
// in each canonicalisation. Each case is judged by xmlsec1 and Java. Where two
// ancestors carry the same xml: attribute, Java 17 takes the outer one, against
// section 2.4 of Canonical XML; those cases are xmlsec1's alone.
var subsetCases = []struct {
	name, doc string
	noJava    bool
}{
	{"namespaces of ancestors", `<HoSo xmlns="urn:d" xmlns:q="urn:q" xmlns:r="urn:r"><M xmlns:q="urn:q2"><NoiDung xmlns="" Id="nd" q:a="1"><r:X/><Y xmlns="urn:d"/></NoiDung></M>%s</HoSo>`, false},
	{"xml:lang of one ancestor", `<HoSo xml:space="preserve"><M xml:lang="en" xml:id="m"><NoiDung Id="nd"><X xml:lang="fr"/></NoiDung></M>%s</HoSo>`, false},
	{"xml:lang of two ancestors", `<HoSo xml:lang="vi" xml:space="preserve"><M xml:lang="en" xml:id="m"><NoiDung Id="nd"><X xml:lang="fr"/></NoiDung></M>%s</HoSo>`, true},
	{"xml:base of one ancestor", `<HoSo><M xml:base="http://a.example/b/c"><NoiDung Id="nd" xml:base="../f"><X xml:base="g"/></NoiDung></M>%s</HoSo>`, false},
	{"xml:base of one ancestor alone", `<HoSo><M xml:base="http://a.example/b/c"><NoiDung Id="nd"/></M>%s</HoSo>`, false},
	{"xml:base of two ancestors", `<HoSo xml:base="http://a.example/b/c"><M xml:base="../d/e"><NoiDung Id="nd" xml:base="f/"><X xml:base="g"/></NoiDung></M>%s</HoSo>`, true},
	{"xml:base of two ancestors alone", `<HoSo xml:base="http://a.example/b/"><M xml:base="c/d"><NoiDung Id="nd"/></M>%s</HoSo>`, true},
	{"xml:base of the element alone", `<HoSo><M><NoiDung Id="nd" xml:base="../x"/></M>%s</HoSo>`, false},
	{"xml:base relative", `<HoSo xml:base="b/"><M xml:base="c/d"><NoiDung Id="nd" xml:base="../e"/></M>%s</HoSo>`, true},
}

func subsetSignature(t *testing.T, c14n string) string {
	return `<Cky xmlns="">` + signatureOf(t, c14n, algRSASHA256, referTo("#nd", algSHA256, c14n), "") + `</Cky>`
}

// noJava begins the names of files that Java is not asked about.
const noJava = "0-"

// subsets signs every case in every canonicalisation, into a folder.
func subsets(t *testing.T, dir string) {
	t.Helper()
	for i, c := range subsetCases {
		for name, kind := range map[string]Canonicalization{"inclusive": Inclusive, "c14n11": Inclusive11, "exclusive": Exclusive} {
			doc := fill(t, fmt.Sprintf(c.doc, subsetSignature(t, kind.uri())))
			if report, err := Verify(doc, Policy{AllowPart: true}); err != nil || report.Say() != "Không có chữ ký nào bao trọn tài liệu." {
				t.Errorf("%s, %s: %q, %v", c.name, name, report.Say(), err)
			}
			path := fmt.Sprintf("subset-%d-%s.xml", i, name)
			if c.noJava {
				path = noJava + path
			}
			if err := os.WriteFile(filepath.Join(dir, path), doc, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for seed := range uint64(30) { // elements at random, in a context that says much
		r := rand.New(rand.NewPCG(seed, 11))
		element := randomElement(r)
		name := strings.IndexAny(element, " \n\t/>")
		form := `<HoSo xmlns="urn:1" xmlns:p="urn:2" xmlns:q="urn:q" xml:lang="vi"><M xmlns:zz="urn:1" xml:space="default" xml:base="http://a.example/b/">` +
			element[:name] + ` xml:id="nd"` + element[name:] + `</M><Cky xmlns="">%s</Cky></HoSo>`
		for name, kind := range map[string]Canonicalization{"inclusive": Inclusive, "c14n11": Inclusive11, "exclusive": Exclusive} {
			doc := fill(t, strings.Replace(form, "%s", signatureOf(t, kind.uri(), algRSASHA256, referTo("#nd", algSHA256, kind.uri()), ""), 1))
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("subset-random-%d-%s.xml", seed, name)), doc, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	prefixes := strings.NewReplacer(`<Transform Algorithm="`+nsExclusive+`"/>`, `<Transform Algorithm="`+nsExclusive+`"><i:InclusiveNamespaces xmlns:i="`+nsExclusive+`" PrefixList="r #default xsi"/></Transform>`)
	for i, form := range []string{
		`<HoSo xmlns="urn:d" xmlns:q="urn:q" xmlns:r="urn:r"><NoiDung xmlns:q="urn:q2" Id="nd"><X xmlns="" q:a="1"><Y xmlns:r="urn:r2"/></X></NoiDung>%s</HoSo>`,
		`<HoSo xmlns:r="urn:r"><q:NoiDung xmlns:q="urn:q2" Id="nd"><X xmlns="urn:e"><Y xmlns=""/></X></q:NoiDung>%s</HoSo>`,
	} {
		doc := fill(t, fmt.Sprintf(form, prefixes.Replace(subsetSignature(t, nsExclusive))))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("prefix_list-%d.xml", i)), doc, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// The rows of Canonical XML 1.1, section 2.4 and appendix A, that say most.
func TestReferencesAreJoined(t *testing.T) {
	for _, c := range []struct{ base, reference, want string }{
		{"abc/", "../", ""}, {"../", "../", "../../"}, {"..", "..", "../../"}, {"..", "x", "../x"},
		{"something/else", "bar/", "something/bar/"}, {"bar/", "foo", "bar/foo"},
		{"http://a/b/c", "../d/", "http://a/d/"}, {"http://a", "b", "http://a/b"}, {"http://a/b?q", "", "http://a/b?q"}, {"http://a/b?q", "?r", "http://a/b?r"},
		{"x/y", "urn:z", "urn:z"}, {"http://a/b", "//c/d/../e", "http://c/e"}, {"a/", "b#f", "a/b"}, {"a/b", "/c//d/.", "/c/d/"},
		{"", "no/.././/seg/file", "seg/file"}, {"", "../../no/../..", "../../../"}, {"", "yes/no/..", "yes/"}, {"", "/../..", "/"}, {"", ".", ""},
	} {
		if got := joinReferences(c.base, c.reference); got != c.want {
			t.Errorf("join(%q, %q) = %q, want %q", c.base, c.reference, got, c.want)
		}
	}
}
