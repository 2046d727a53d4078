package pdfsig

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"ankhai/signing"
)

// TestOddFiles signs a corpus of odd files. What comes out is valid for poppler,
// clean for qpdf and verified by openssl; everything else is refused with words,
// and nothing panics.
func TestOddFiles(t *testing.T) {
	list := append(append(append(written(), updated(t)...), broken()...), rewritten(t)...)
	names := map[string]bool{}
	signed, refused, stamped, stampRefused := 0, 0, 0, 0
	for _, o := range list {
		if names[o.name] {
			t.Fatalf("two files are called %q", o.name)
		}
		names[o.name] = true
		before := bytes.Clone(o.pdf)
		out, ok := signOdd(t, o, nil)
		if !ok {
			refused++
			continue
		}
		if !bytes.Equal(before, o.pdf) || !bytes.HasPrefix(out, before) {
			t.Errorf("%s: bytes that were there have changed", o.name)
		}
		signed++
		othersAgree(t, o.name, out)
		opensslAccepts(t, out)
		if out, ok := signOdd(t, o, &Stamp{X0: 20, Y0: 20, X1: 80, Y1: 50, Image: picture(t)}); ok {
			stamped++
			othersAgree(t, o.name+", stamped", out)
		} else {
			stampRefused++
		}
	}
	fmt.Printf("corpus: %d odd files: %d signed and accepted by pdfsig, qpdf and openssl, %d refused with words; stamped %d, refused %d; panics 0\n", len(list), signed, refused, stamped, stampRefused)
	if len(list) < 100 || signed < 60 {
		t.Errorf("%d files, %d signed", len(list), signed)
	}
}

// signOdd signs one file; a refusal must be an outcome with a sentence, and no
// sound file may be refused.
func signOdd(t *testing.T, o odd, stamp *Stamp) ([]byte, bool) {
	t.Helper()
	out, err := Sign(context.Background(), o.pdf, setUp(t).key, Options{Time: signedAt, Stamp: stamp})
	if err == nil {
		return out, true
	}
	if !errors.Is(err, signing.ErrDocument) && !errors.Is(err, signing.ErrSelfCheck) || !strings.HasPrefix(signing.Say(err), "Chưa ký được: ") {
		t.Errorf("%s: %v, %q", o.name, err, signing.Say(err))
	}
	if o.sound {
		t.Errorf("%s: refused though sound, stamped %v: %v", o.name, stamp != nil, err)
	}
	return nil, false
}

func othersAgree(t *testing.T, name string, pdf []byte) {
	t.Helper()
	path := file(t, "signed.pdf", pdf)
	said, err := exec.Command(tool(t, "pdfsig"), "-nocert", path).CombinedOutput()
	if err != nil || !strings.Contains(string(said), "Total document signed") || strings.Count(string(said), "Signature is Valid") != strings.Count(string(said), "Signature Validation") {
		t.Errorf("%s: pdfsig: %v\n%s", name, err, said)
	}
	if said, err := exec.Command(tool(t, "qpdf"), "--check", path).CombinedOutput(); err != nil {
		t.Errorf("%s: qpdf: %v\n%s", name, err, said)
	}
}
