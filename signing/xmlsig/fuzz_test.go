package xmlsig

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/signing"
)

// seeds are small documents of every kind.
func seeds(f *testing.F) {
	f.Helper()
	for _, doc := range c14nCases {
		if len(doc) < 1000 {
			f.Add([]byte(doc))
		}
	}
	for _, c := range subsetCases {
		f.Add([]byte(strings.Replace(c.doc, "%s", "", 1)))
	}
	for seed := range uint64(10) {
		f.Add([]byte(randomDocument(seed)))
	}
}

// The tokens of a document lie one after the other and leave nothing out; a
// refusal has its sentence.
func FuzzTokenizer(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, doc []byte) {
		if err := checkCharacters(doc); err != nil {
			if saying(err) == "" {
				t.Fatalf("no sentence for %v", err)
			}
			return
		}
		tokens := newTokenizer(doc)
		depth, at := 0, -1
		for {
			err := tokens.next()
			if err != nil {
				if saying(err) == "" {
					t.Fatalf("no sentence for %v", err)
				}
				return
			}
			if tokens.kind == kindEOF {
				break
			}
			if at >= 0 && tokens.start != at || tokens.end < tokens.start {
				t.Fatalf("token %d–%d after %d", tokens.start, tokens.end, at)
			}
			switch at = tokens.end; tokens.kind {
			case kindStart:
				depth++
			case kindEnd:
				depth--
			}
			if depth != len(tokens.open) {
				t.Fatalf("depth %d, %d open", depth, len(tokens.open))
			}
		}
		if depth != 0 || at != len(doc) {
			t.Fatalf("ended at %d of %d, depth %d", at, len(doc), depth)
		}
	})
}

// What is well formed has a canonical form that is well formed, and its own
// canonical form, in every canonicalisation; so has every element with an Id.
func FuzzCanonical(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, doc []byte) {
		d, err := scan(doc)
		if err != nil {
			return
		}
		for _, m := range canonicalizations {
			again(t, doc, region{whole: true}, m, m)
		}
		checked := 0
		for _, found := range d.ids {
			if checked++; checked > 3 {
				break
			}
			context, _, err := contextAt(doc, region{span: d.root}, found.start)
			if err != nil {
				t.Fatal(err)
			}
			for _, kind := range []Canonicalization{Inclusive, Inclusive11, Exclusive} {
				again(t, doc, region{span: found, context: context}, method{kind: kind}, method{kind: kind})
			}
		}
	})
}

// again canonicalises twice and compares.
func again(t *testing.T, doc []byte, r region, m, second method) {
	t.Helper()
	var once, twice bytes.Buffer
	if err := canonicalize(&once, doc, r, m); err != nil {
		t.Fatal(err)
	}
	if _, err := scan(once.Bytes()); err != nil && !strings.Contains(saying(err), "Id") {
		t.Fatalf("%+v: canonical form is not well formed: %v\n%q", m, err, once.Bytes())
	}
	if err := canonicalize(&twice, once.Bytes(), region{whole: true}, second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(once.Bytes(), twice.Bytes()) {
		t.Fatalf("%+v: canonical form changes\n%q\n%q", m, once.Bytes(), twice.Bytes())
	}
}

// Whatever comes in: no panic, every refusal has its sentence, and what counts as
// signed lies inside the document.
func FuzzVerify(f *testing.F) {
	seeds(f)
	f.Add(sign(f, declaration(1)))
	for _, p := range []Profile{BHXHExclusive, XAdESBES} {
		signed, err := Sign(context.Background(), []byte(severalSource), setUp(f).key, Options{At: "HoSo/Cky", Target: "nd", Time: signedAt, Profile: p})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(signed)
	}
	files, _ := filepath.Glob("testdata/interop/*.xml")
	for _, path := range files {
		if doc, err := os.ReadFile(path); err == nil {
			f.Add(doc)
		}
	}
	policies := []Policy{{}, {Several: true, AnyPlace: true, AllowPart: true}, {Path: "HoSo/Cky", Target: "HoSo/NoiDung", Several: true}}
	f.Fuzz(func(t *testing.T, doc []byte) {
		for _, policy := range policies {
			report, err := Verify(doc, policy)
			if err != nil {
				t.Fatalf("no sentence for %v", err)
			}
			if !report.Valid() && report.Say() == "" {
				t.Fatal("refused without a reason")
			}
			for _, s := range report.Signatures {
				for _, r := range s.References {
					if r.Start < 0 || r.Start >= r.End || r.End > int64(len(doc)) {
						t.Fatalf("reference %+v of %d bytes", r, len(doc))
					}
				}
			}
		}
	})
}

// Whatever can be signed, in any profile, verifies, and comes back when the
// signature is taken out; what cannot has its sentence.
func FuzzSign(f *testing.F) {
	for i, doc := range []string{hostileSource, severalSource, `<a><Cky/></a>`, "\xef\xbb\xbf<?x?><p:a xmlns:p='u' xml:lang='vi' Id='nd'>\r\n<Cky >\t</Cky><![CDATA[]]></p:a><!-- -->"} {
		f.Add([]byte(doc), byte(i*7))
	}
	key := setUp(f).key
	f.Fuzz(func(t *testing.T, doc []byte, choice byte) {
		p := Profile{Name: "thử", SignatureID: "s", C14N: Canonicalization(choice % 3), XAdES: Level(choice / 3 % 2)}
		if choice/6%2 == 1 {
			p.Prefix = "ds"
		}
		target := ""
		if choice/12%2 == 1 {
			target = "nd"
		}
		signed, err := Sign(context.Background(), doc, key, Options{At: "*/Cky", Append: choice/24%2 == 1, Target: target, Time: signedAt, Profile: p})
		if err != nil {
			if say := signing.Say(err); !signing.Known(err) || say == "" {
				t.Fatalf("no sentence for %v", err)
			}
			return
		}
		report, err := Verify(signed, Policy{Several: true, AllowPart: true})
		if err != nil || len(report.Signatures) == 0 {
			t.Fatalf("%q, %v", report.Say(), err)
		}
		last := report.Signatures[len(report.Signatures)-1]
		if !last.Valid {
			t.Fatal(last.Reason)
		}
		rest := string(signed[:last.GapStart]) + string(signed[last.GapEnd:])
		if emptied, ok := strings.CutSuffix(rest[:last.GapStart], ">"); ok && rest != string(doc) {
			// <Cky/> has become <Cky></Cky>.
			emptied = strings.TrimRight(emptied, " \t\r\n")
			if !strings.HasPrefix(string(doc), emptied) || !strings.HasPrefix(rest[last.GapStart:], "</") {
				t.Fatalf("%q became %q", doc, rest)
			}
		} else if rest != string(doc) {
			t.Fatalf("%q became %q", doc, rest)
		}
	})
}
