package sealed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"testing/iotest"
)

var (
	testKey  = bytes.Repeat([]byte{7}, 32)
	testID   = []byte("0123456789abcdef")
	testSalt = []byte("fedcba9876543210")
)

// some is n bytes that are the same at every run.
func some(n int) []byte {
	b := make([]byte, n)
	rand.NewChaCha8([32]byte{1}).Read(b)
	return b
}

func seal(t testing.TB, plain []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := newWriter(&out, testKey, testID, testSalt)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(sealed, key, id []byte) ([]byte, error) {
	r, err := NewReader(bytes.NewReader(sealed), key, id)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// sizes stand around the borders of a chunk.
var sizes = []int{0, 1, 15, chunkSize - 1, chunkSize, chunkSize + 1, 2*chunkSize - 1, 2 * chunkSize, 3*chunkSize + 5}

func TestSealAndOpen(t *testing.T) {
	for _, n := range sizes {
		plain := some(n)
		sealed := seal(t, plain)
		chunks := max(1, (n+chunkSize-1)/chunkSize)
		if want := headSize + n + chunks*tagSize; len(sealed) != want {
			t.Errorf("%d bytes seal to %d, want %d", n, len(sealed), want)
		}
		got, err := open(sealed, testKey, testID)
		if err != nil || !bytes.Equal(got, plain) {
			t.Errorf("%d bytes: %v", n, err)
		}
		// written and read in odd pieces
		var out bytes.Buffer
		w, err := newWriter(&out, testKey, testID, testSalt)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.CopyBuffer(struct{ io.Writer }{w}, struct{ io.Reader }{bytes.NewReader(plain)}, make([]byte, 1009)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil || !bytes.Equal(out.Bytes(), sealed) {
			t.Errorf("%d bytes in pieces seal to something else: %v", n, err)
		}
		if _, err := w.Write([]byte{1}); err == nil {
			t.Error("a closed writer takes more")
		}
		r, err := NewReader(iotest.HalfReader(bytes.NewReader(sealed)), testKey, testID)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(iotest.OneByteReader(r)); n < 100 && (err != nil || !bytes.Equal(got, plain)) {
			t.Errorf("%d bytes read one by one: %v", n, err)
		}
	}
}

// The vectors of docs/dinh-dang/tep-niem-phong.md, made by another program; they
// stand on that page as well.
func TestVectors(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "dinh-dang", "tep-niem-phong.md"))
	if err != nil {
		t.Fatal(err)
	}
	every := make([]byte, 256)
	for i := range every {
		every[i] = byte(i)
	}
	big := sha256.Sum256(seal(t, bytes.Repeat(every, 600)))
	for plain, got := range map[string]string{
		"":                hex.EncodeToString(seal(t, nil)),
		"Giấy ra viện":    hex.EncodeToString(seal(t, []byte("Giấy ra viện"))),
		"00…ff 600 times": hex.EncodeToString(big[:]),
	} {
		if !bytes.Contains(page, []byte("`"+got+"`")) {
			t.Errorf("%q: the page lacks\n%s", plain, got)
		}
	}
}

func damaged(t *testing.T, what string, sealed []byte) {
	t.Helper()
	if got, err := open(sealed, testKey, testID); !errors.Is(err, ErrDamaged) {
		t.Errorf("%s: %d bytes, %v, want ErrDamaged", what, len(got), err)
	}
}

// Cut anywhere, put together otherwise, taken for another: all are noticed.
func TestDamageIsNoticed(t *testing.T) {
	n := 3*chunkSize + 5
	whole := seal(t, some(n))
	const box = chunkSize + tagSize
	part := func(i int) []byte { return whole[headSize+i*box : min(len(whole), headSize+(i+1)*box)] }
	join := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	head := whole[:headSize]
	cuts := 0
	for _, n := range []int{0, 1, headSize - 1, headSize, headSize + 1, headSize + tagSize, headSize + box - 1, headSize + box, headSize + box + 1,
		headSize + 2*box, headSize + 3*box, headSize + 3*box + tagSize, len(whole) - 1} {
		damaged(t, "cut", whole[:n])
		cuts++
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		damaged(t, "cut", whole[:rnd.IntN(len(whole))])
		cuts++
	}
	flips := 0
	for range 600 {
		bad := bytes.Clone(whole)
		at := rnd.IntN(len(bad))
		if flips < 8*headSize {
			at = flips / 8
		}
		bad[at] ^= 1 << (flips % 8)
		if at == len(magic) && bad[at] > version {
			if _, err := open(bad, testKey, testID); !errors.Is(err, ErrNewer) {
				t.Errorf("version %d: %v, want ErrNewer", bad[at], err)
			}
		} else {
			damaged(t, "bit flipped", bad)
		}
		flips++
	}
	damaged(t, "chunks swapped", join(head, part(1), part(0), part(2), part(3)))
	damaged(t, "chunk left out", join(head, part(0), part(2), part(3)))
	damaged(t, "chunk twice", join(head, part(0), part(0), part(1), part(2), part(3)))
	damaged(t, "last chunk first", join(head, part(3)))
	damaged(t, "something behind", join(whole, []byte{0}))
	damaged(t, "a chunk behind", join(whole, part(3)))
	other, err := newWriterBytes(testID, []byte("another salt 123"), some(n))
	if err != nil {
		t.Fatal(err)
	}
	damaged(t, "chunk of another file", join(head, part(0), part(1), part(2), other[headSize+3*box:]))
	damaged(t, "header of another file", join(other[:headSize], whole[headSize:]))
	if _, err := open(whole, testKey, []byte("another id 12345")); !errors.Is(err, ErrDamaged) {
		t.Errorf("file taken for another: %v", err)
	}
	if _, err := open(whole, bytes.Repeat([]byte{8}, 32), testID); !errors.Is(err, ErrDamaged) {
		t.Errorf("another key: %v", err)
	}
	t.Logf("%d cuts and %d bit flips, all noticed", cuts, flips)
}

func newWriterBytes(id, salt, plain []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := newWriter(&out, testKey, id, salt)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// No wrong byte is given out before the damage is told.
func TestOnlyAuthenticBytesComeOut(t *testing.T) {
	plain := some(3 * chunkSize)
	whole := seal(t, plain)
	whole[headSize+chunkSize+tagSize+7] ^= 1 // in the second chunk
	got, err := open(whole, testKey, testID)
	if !errors.Is(err, ErrDamaged) || !bytes.Equal(got, plain[:chunkSize]) {
		t.Errorf("%d bytes came out, %v; want the first chunk and ErrDamaged", len(got), err)
	}
}

// A failing writer fails every later call.
func TestWriterFails(t *testing.T) {
	broken := errors.New("broken")
	w, err := newWriter(&failing{left: headSize, err: broken}, testKey, testID, testSalt)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(some(3 * chunkSize)); !errors.Is(err, broken) {
		t.Errorf("write: %v", err)
	}
	if err := w.Close(); !errors.Is(err, broken) {
		t.Errorf("close: %v", err)
	}
}

type failing struct {
	left int
	err  error
}

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.left {
		return 0, f.err
	}
	f.left -= len(p)
	return len(p), nil
}

func FuzzReader(f *testing.F) {
	f.Add(seal(f, nil))
	f.Add(seal(f, []byte("Giấy ra viện")))
	f.Add(seal(f, some(chunkSize+3)))
	f.Fuzz(func(t *testing.T, data []byte) {
		plain, err := open(data, testKey, testID)
		if err != nil {
			if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer) {
				t.Errorf("error is none of ours: %v", err)
			}
			return
		}
		again, err := newWriterBytes(testID, data[headSize-saltSize:headSize], plain)
		if err != nil || !bytes.Equal(again, data) {
			t.Errorf("what opens is not what is sealed: %v", err)
		}
	})
}

func BenchmarkSeal(b *testing.B) {
	plain := some(4 << 20)
	b.SetBytes(int64(len(plain)))
	for b.Loop() {
		w, err := newWriter(io.Discard, testKey, testID, testSalt)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := w.Write(plain); err != nil {
			b.Fatal(err)
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
