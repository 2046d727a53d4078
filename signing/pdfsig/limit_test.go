package pdfsig

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"ankhai/signing"
)

// Files that are made to cost memory or time are refused, signed or not.
func TestBombs(t *testing.T) {
	signed := foreign{}.sign(t, document("x"))
	zeros := deflateZeros(300 << 20)
	stream := func(kind string) string {
		return fmt.Sprintf("<< /Type /%s /N 1 /First 4 /Size 9 /W [1 4 2] /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", kind, len(zeros), zeros)
	}
	many := make([]object, 5000)
	for i := range many {
		many[i] = object{100 + i, "<< /Type /ObjStm /N 0 /First 0 /Length 0 >>\nstream\n\nendstream"}
	}
	deep := bytes.Buffer{}
	for nr := 50; nr < 30_050; nr++ {
		fmt.Fprintf(&deep, "%d 0 obj\n[%d 0 R]\nendobj\n", nr, nr+1)
	}
	packedBomb := func(doc []byte) []byte { // a table that leads into the bomb
		container, self := sizeOf(doc), sizeOf(doc)+1
		out := fmt.Appendf(bytes.Clone(doc), "%d 0 obj\n%s\nendobj\n", container, stream("ObjStm"))
		start := len(out)
		row := func(kind, a, b int) string {
			return string([]byte{byte(kind), byte(a >> 24), byte(a >> 16), byte(a >> 8), byte(a), byte(b >> 8), byte(b)})
		}
		rows := row(1, len(doc), 0) + row(1, start, 0) + row(2, container, 0)
		return fmt.Appendf(out, "%d 0 obj\n<< /Type /XRef /Size %d /Index [%d 3] /W [1 4 2] /Root 1 0 R /Prev %s /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
			self, self+2, container, lastEntry(doc, "startxref\n", "\n"), len(rows), rows, start)
	}
	for name, pdf := range map[string][]byte{
		"object stream of 300 MB":           packedBomb(document("x")),
		"object stream of 300 MB, signed":   packedBomb(signed),
		"five thousand object streams":      increment(document("x"), many...),
		"five thousand in a signed file":    increment(signed, many...),
		"chain of references, signed":       append(bytes.Clone(signed), deep.Bytes()...),
		"a thousand signatures":             append(bytes.Clone(signed), strings.Repeat("9 0 obj\n<</ByteRange [0 1 2 3]/Contents <00>>>\nendobj\n", 1000)...),
		"a thousand revisions":              bytes.Join([][]byte{signed, bytes.Repeat([]byte("startxref\n9\n%%EOF\n"), 1000)}, nil),
		"object numbers without end":        increment(document("x"), object{99_999_999, "<< >>"}),
		"escaped name of an object stream":  increment(signed, object{50, "<< /Type /Obj#53tm /N 1 /First 0 /Length 0 >>\nstream\n\nendstream"}),
		"escaped name, in an unsigned file": increment(document("x"), object{50, "<< /Type /Obj#53tm /N 1 /First 0 /Length 0 >>\nstream\n\nendstream"}),
	} {
		started := time.Now()
		report, err := Verify(pdf, Policy{})
		if err != nil || report.Valid() || report.Say() == "" {
			t.Errorf("%s: valid %v, %q, %v", name, report.Valid(), report.Say(), err)
		}
		if _, err := Sign(context.Background(), pdf, setUp(t).key, Options{Time: signedAt}); !errors.Is(err, signing.ErrDocument) {
			t.Errorf("%s: signed, %v", name, err)
		}
		t.Logf("%s: %v", name, time.Since(started).Round(time.Millisecond))
	}
}

// deflateZeros packs n zeros without holding them.
func deflateZeros(n int) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	piece := make([]byte, 1<<20)
	for ; n > 0; n -= len(piece) {
		_, _ = w.Write(piece)
	}
	_ = w.Close()
	return b.Bytes()
}

// What a library does badly becomes an error.
func TestLibraryThatGivesUp(t *testing.T) {
	_, err := guarded(func() (int, error) { panic("index out of range") })
	if !errors.Is(err, errBroken) {
		t.Errorf("panic: %v", err)
	}
	if n, err := guarded(func() (int, error) { return 7, nil }); n != 7 || err != nil {
		t.Errorf("got %d, %v", n, err)
	}
}
