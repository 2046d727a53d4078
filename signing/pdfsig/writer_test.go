package pdfsig

import (
	"bytes"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/signing/signtest"
)

// object is a numbered one of a PDF written by hand.
type object struct {
	nr   int
	body string
}

// increment adds a revision with a cross-reference table: somebody else's
// program, or somebody's attack.
func increment(doc []byte, objects ...object) []byte {
	return incrementTrailer(doc, "", objects...)
}

// incrementTrailer has further entries in its trailer; a Root there replaces the
// old one.
func incrementTrailer(doc []byte, trailer string, objects ...object) []byte {
	out := bytes.Clone(doc)
	if out[len(out)-1] != '\n' {
		out = append(out, '\n')
	}
	table, size := "xref\n", sizeOf(doc)
	for _, o := range objects {
		table += fmt.Sprintf("%d 1\n%010d 00000 n \n", o.nr, len(out))
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", o.nr, o.body)
		size = max(size, o.nr+1)
	}
	if !strings.Contains(trailer, "/Root") {
		trailer += " /Root " + lastEntry(doc, "/Root ", " R") + " R"
	}
	start := len(out)
	return fmt.Appendf(out, "%strailer\n<< /Size %d /Prev %s%s >>\nstartxref\n%d\n%%%%EOF\n", table, size, lastEntry(doc, "startxref\n", "\n"), trailer, start)
}

// lastEntry is what stands between two marks, the last time the first occurs.
func lastEntry(doc []byte, from, to string) string {
	at := bytes.LastIndex(doc, []byte(from)) + len(from)
	return string(doc[at : at+bytes.Index(doc[at:], []byte(to))])
}

func sizeOf(doc []byte) int {
	var n int
	fmt.Sscanf(lastEntry(doc, "/Size ", " "), "%d", &n)
	return n
}

// bodyOf is the newest body of an object that is written in the open.
func bodyOf(doc []byte, nr int) string {
	return strings.TrimSpace(lastEntry(doc, fmt.Sprintf("\n%d 0 obj", nr), "\nendobj"))
}

// foreign is a signature as another program makes it.
type foreign struct {
	subFilter string   // "" is adbe.pkcs7.detached
	dict      string   // further entries of the signature dictionary
	field     string   // further entries of its field
	catalog   string   // further entries of the catalogue; %[1]d is the signature's number
	cms       []string // arguments of openssl cms
	key       *signtest.Key
	// message makes the Contents of the covered bytes; nil asks openssl cms.
	message func(t testing.TB, covered []byte) []byte
}

// sign adds the signature to a document of this package's tests, whose catalogue
// is object 1.
func (f foreign) sign(t testing.TB, doc []byte) []byte {
	t.Helper()
	if f.subFilter == "" {
		f.subFilter = filterDetached
	}
	const room = 20000
	value, widget := sizeOf(doc), sizeOf(doc)+1
	catalog := bodyOf(doc, 1)
	fields := ""
	if at := strings.Index(catalog, "/Fields ["); at >= 0 {
		fields = catalog[at+len("/Fields ["):]
		fields = fields[:strings.Index(fields, "]")]
		end := strings.Index(catalog[at:], "]") + at
		catalog = catalog[:at] + "/Fields [" + fields + fmt.Sprintf(" %d 0 R", widget) + catalog[end:]
	} else {
		catalog = strings.TrimSuffix(catalog, ">>") + fmt.Sprintf("/AcroForm << /SigFlags 3 /Fields [%d 0 R] >> >>", widget)
	}
	if f.catalog != "" {
		catalog = strings.TrimSuffix(catalog, ">>") + fmt.Sprintf(f.catalog, value) + " >>"
	}
	hole := "[0 ########## ########## ##########]"
	out := increment(doc,
		object{value, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /" + f.subFilter + " /M (D:20261122091530+07'00') /ByteRange " + hole + " /Contents <" + strings.Repeat("0", room) + "> " + f.dict + " >>"},
		object{widget, fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ky %d) /Rect [0 0 0 0] /F 132 /P 4 0 R /V %d 0 R %s >>", widget, value, f.field)},
		object{1, catalog})
	start := bytes.LastIndex(out, []byte("<"+strings.Repeat("0", room)))
	end := start + room + 2
	copy(out[bytes.LastIndex(out, []byte(hole)):], fmt.Sprintf("%-*s", len(hole), fmt.Sprintf("[0 %d %d %d]", start, end, len(out)-end)))
	covered := append(bytes.Clone(out[:start]), out[end:]...)
	make := f.message
	if make == nil {
		make = f.openssl
	}
	der := make(t, covered)
	if 2*len(der) > room {
		t.Fatal("message has no room")
	}
	hex.Encode(out[start+1:], der)
	return out
}

func (f foreign) openssl(t testing.TB, covered []byte) []byte {
	t.Helper()
	tool(t, "openssl")
	key := f.key
	if key == nil {
		key = setUp(t).key
	}
	dir := t.TempDir()
	for name, data := range map[string][]byte{"covered": covered, "key.pem": keyPEM(t, key), "cert.pem": certPEM(key.Certificate()), "chain.pem": certPEM(key.Chain()[0])} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command("openssl", append([]string{"cms", "-sign", "-binary", "-outform", "DER", "-in", "covered", "-inkey", "key.pem", "-signer", "cert.pem", "-certfile", "chain.pem"}, f.cms...)...)
	command.Dir = dir
	out, err := command.Output()
	if err != nil {
		t.Fatalf("openssl %v: %v", f.cms, err)
	}
	return out
}

func keyPEM(t testing.TB, key *signtest.Key) []byte {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key.Private())
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
}

func certPEM(cert *x509.Certificate) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert.Raw})
}
