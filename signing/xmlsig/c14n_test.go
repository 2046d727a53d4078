package xmlsig

import (
	"bytes"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
)

// Canonical forms are compared with libxml2's, which others verify with.
var c14nCases = map[string]string{
	"plain":                     `<a><b/></a>`,
	"declaration dropped":       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n",
	"byte order mark":           "\xef\xbb\xbf<a/>",
	"instructions and comments": "<?p1?>\n<!-- c1 -->\n<?p2  d e ?>\n<a><!-- in --><?p3 x?></a>\n<!-- c2 -->\n<?p4?>\n",
	"line ends":                 "<a>\r\n<b>x\ry</b>\r\n</a>",
	"character references":      "<a>&#13;&#10;&#9;&#x20AC;&amp;&lt;&gt;&quot;&apos;</a>",
	"references in a value":     "<a b='&#13;&#10;&#9;&#x20AC;&amp;&lt;>&quot;&apos;\"'/>",
	"white space in a value":    "<a b='x\ty\nz\r\nw'/>",
	"CDATA":                     "<a><![CDATA[<&>]]]><![CDATA[\r\n\"]]></a>",
	"attribute order":           `<a xmlns:z="urn:1" xmlns:y="urn:2" z:b="1" y:a="2" c="3" b="4" xml:lang="vi"/>`,
	"namespace order":           `<a xmlns:b="urn:b" xmlns:a="urn:a" xmlns="urn:d"><a:x/><b:y/></a>`,
	"namespace repeated":        `<a xmlns="urn:d" xmlns:p="urn:p"><b xmlns="urn:d" xmlns:p="urn:p"><c xmlns:p="urn:q"><d xmlns:p="urn:p"/></c></b></a>`,
	"default undone":            `<a xmlns="urn:d"><b xmlns=""><c xmlns=""><d xmlns="urn:d"/></c></b></a>`,
	"default undone at root":    `<a xmlns=""><b xmlns=""/></a>`,
	"xml declared":              `<a xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:space="preserve"><b/></a>`,
	"empty element with space":  `<a ><b  c = "1"   ></b ></a >`,
	"Vietnamese":                `<Hồ_sơ tên='Nguyễn Thị Ẩn'>Đường ₫ 𝒳</Hồ_sơ>`,
	"long text":                 "<a>" + strings.Repeat("một hai ba ", 20_000) + "</a>",
	"instruction with CR":       "<a><?p x\r\ny?></a>",
	"nothing but a comment":     "<a><!-- x --></a>",
	"prefix shadowed":           `<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:2"><p:c/></p:b><p:d/></p:a>`,
}

// xmllintForms are what xmllint calls the canonicalisations; it keeps comments.
var xmllintForms = map[string]method{
	"--c14n":     {kind: Inclusive, comments: true},
	"--c14n11":   {kind: Inclusive11, comments: true},
	"--exc-c14n": {kind: Exclusive, comments: true},
}

func TestCanonicalFormIsThatOfLibxml(t *testing.T) {
	for name, doc := range c14nCases {
		t.Run(name, func(t *testing.T) { sameAsXmllint(t, doc) })
	}
}

// Documents made at random, the same ones every time.
func TestRandomCanonicalFormsAreThoseOfLibxml(t *testing.T) {
	for seed := range uint64(60) {
		doc := randomDocument(seed)
		if sameAsXmllint(t, doc); t.Failed() {
			t.Fatalf("seed %d: %s", seed, doc)
		}
	}
}

// sameAsXmllint compares the canonical forms of a document with libxml2's.
func sameAsXmllint(t *testing.T, doc string) {
	t.Helper()
	xmllint, path := tool(t, "xmllint"), file(t, "in.xml", []byte(doc))
	if _, err := scan([]byte(doc)); err != nil {
		t.Fatal(err)
	}
	for flag, m := range xmllintForms {
		want, err := exec.Command(xmllint, flag, path).Output()
		if err != nil {
			t.Fatalf("%s: %v", flag, err)
		}
		var got bytes.Buffer
		if err := canonicalize(&got, []byte(doc), region{whole: true}, m); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s\ngot  %.600q\nwant %.600q", flag, got.Bytes(), want)
		}
	}
}

// randomDocument grows elements, and sets things around the root.
func randomDocument(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 20261126))
	before, after := []string{"", "<?xml version='1.0'?>", "<!-- trước -->\n", "<?pi?>"}, []string{"", "\n", "<!-- sau -->", "\n<?pi x?>\n<!-- y -->"}
	return before[r.IntN(4)] + randomElement(r) + after[r.IntN(4)]
}

// randomElement grows an element with what canonicalisations care about.
func randomElement(r *rand.Rand) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	var b strings.Builder
	var element func(depth int, bound []string)
	element = func(depth int, bound []string) {
		bound = bound[:len(bound):len(bound)]
		var attributes []string
		if r.IntN(3) == 0 {
			attributes = append(attributes, `xmlns="`+pick("", "urn:1", "urn:2")+`"`)
		}
		for _, prefix := range []string{"p", "q", "zz"} {
			if r.IntN(4) == 0 {
				attributes = append(attributes, `xmlns:`+prefix+`='urn:`+pick("1", "2", "3?a=b")+`'`)
				bound = append(bound, prefix)
			}
		}
		name, seen := pick("a", "b", "Hồ_sơ"), map[string]bool{}
		if len(bound) > 0 && r.IntN(2) == 0 {
			name = pick(bound...) + ":" + name
		}
		for range r.IntN(4) {
			local := pick("x", "y", "é", "xml:lang", "xml:space")
			if seen[local] {
				continue
			}
			if seen[local] = true; len(bound) > 0 && !strings.Contains(local, ":") && r.IntN(2) == 0 {
				local = pick(bound...) + ":" + local
			}
			attributes = append(attributes, local+`="`+pick("", "1", "a  b", "&#9;&#10;&#13;", "&lt;&quot;>'", "x\ty\nz\r\nw", "₫")+`"`)
		}
		r.Shuffle(len(attributes), func(i, j int) { attributes[i], attributes[j] = attributes[j], attributes[i] })
		b.WriteString("<" + name)
		for _, a := range attributes {
			b.WriteString(pick(" ", "\n ", "\t") + a)
		}
		if r.IntN(5) == 0 {
			b.WriteString(pick("/>", " />"))
			return
		}
		b.WriteString(">")
		for range r.IntN(4) {
			b.WriteString(pick("chữ", " \r\n", "&amp;&#xD;", "<![CDATA[<&>]]]>", "<!-- c -->", "<?pi  d ?>", "]] >", "\r"))
			if depth < 4 {
				element(depth+1, bound)
			}
		}
		b.WriteString("</" + name + pick("", " ") + ">")
	}
	element(0, nil)
	return b.String()
}

// The canonical form of an element carries what it inherits from the elements
// around it: every namespace in scope, and xml: attributes.
func TestCanonicalFormOfAnElement(t *testing.T) {
	for _, c := range []struct{ name, doc, want string }{
		{"namespaces in scope", `<r xmlns="urn:d" xmlns:x="urn:x" xml:lang="vi"><m xmlns:y="urn:y"><e a="1"/></m></r>`,
			`<e xmlns="urn:d" xmlns:x="urn:x" xmlns:y="urn:y" a="1" xml:lang="vi"></e>`},
		{"nearest wins", `<r xmlns:x="urn:1" xml:lang="vi"><m xmlns:x="urn:2" xml:lang="en"><e xml:lang="fr"><x:f/></e></m></r>`,
			`<e xmlns:x="urn:2" xml:lang="fr"><x:f></x:f></e>`},
		// libxml2 leaves & bare here, against the recommendation.
		{"namespace with references", `<r xmlns:p="http://a.example/b?c=1&amp;d=2"><m><e/></m></r>`, `<e xmlns:p="http://a.example/b?c=1&amp;d=2"></e>`},
		{"default undone", `<r xmlns="urn:d"><m xmlns=""><e><f xmlns=""/></e></m></r>`, `<e><f></f></e>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := []byte(c.doc)
			start := strings.Index(c.doc, "<e")
			end := strings.Index(c.doc, "</m>")
			context, _, err := contextAt(doc, region{whole: true}, start)
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := canonicalize(&got, doc, region{span: span{start, end}, context: context}, method{}); err != nil {
				t.Fatal(err)
			}
			if got.String() != c.want {
				t.Errorf("got  %s\nwant %s", got.String(), c.want)
			}
		})
	}
}

func TestMalformedIsRefused(t *testing.T) {
	for name, doc := range map[string]string{
		"two roots": "<a/><b/>", "text outside": "<a/>x", "wrong end tag": "<a></b>", "end tag longer": "<a></ab>",
		"attribute twice": `<a b="1" b="2"/>`, "attribute twice by namespace": `<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>`,
		"no space between attributes": `<a b="1"c="2"/>`, "unquoted": `<a b=1/>`, "less-than in a value": `<a b="<"/>`,
		"bare ampersand": "<a>a & b</a>", "unknown entity": "<a>&nbsp;</a>", "control by reference": "<a>&#1;</a>",
		"surrogate by reference": "<a>&#xD800;</a>", "signed reference": "<a>&#+65;</a>", "end of CDATA in text": "<a>]]></a>", "double hyphen": "<a><!-- a -- b --></a>",
		"undeclared prefix": "<p:a/>", "undeclared prefix of an attribute": `<a p:b="1"/>`, "prefix undone": `<a xmlns:p=""/>`,
		"two colons": `<a:b:c xmlns:a="u"/>`, "xml taken": `<a xmlns:xml="urn:x"/>`, "xmlns declared": `<a xmlns:xmlns="urn:x"/>`, "element of xmlns": `<xmlns:a/>`,
		"declaration late": " <?xml version=\"1.0\"?><a/>", "declaration empty": "<?xml ?><a/>", "version 1.1": `<?xml version="1.1"?><a/>`,
		"UTF-16": "\xff\xfe<\x00a\x00/\x00>\x00", "control": "<a>\x01</a>", "U+FFFE": "<a>\xef\xbf\xbe</a>",
		"too deep": strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300), "name starts with a digit": "<1/>", "tag not closed": "<a",
	} {
		if _, err := scan([]byte(doc)); saying(err) == "" {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
