package sealed

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The outcomes that a caller tells apart. Where there is no such file the error
// is fs.ErrNotExist.
var (
	ErrDamaged = errors.New("sealed file is damaged")
	ErrNewer   = errors.New("sealed file is of a newer version")
)

const (
	magic      = "AKTEP"
	version    = 1
	idSize     = 16
	saltSize   = 16
	headSize   = len(magic) + 1 + idSize + saltSize
	chunkSize  = 64 << 10
	tagSize    = 16
	nonceSize  = 12
	maxChunks  = 1 << 32
	keyContext = "AnKhai tep 1"
)

// header is what stands before the chunks: magic, version, id, salt.
func header(id, salt []byte) []byte {
	h := append([]byte(magic), version)
	return append(append(h, id...), salt...)
}

// fileKey is the key of one file. The header is bound into it, so that a changed
// header opens nothing.
func fileKey(key, head []byte) cipher.AEAD {
	k, err := hkdf.Key(sha256.New, key, head[headSize-saltSize:], keyContext+string(head), 32)
	if err != nil {
		panic("sealed: " + err.Error()) // the length is wrong, which is ours
	}
	defer clear(k)
	b, err := aes.NewCipher(k)
	if err != nil {
		panic("sealed: " + err.Error())
	}
	a, err := cipher.NewGCM(b)
	if err != nil {
		panic("sealed: " + err.Error())
	}
	return a
}

// nonce counts the chunks and marks the last one. A key is of one file, so no
// nonce comes twice.
func nonce(chunk uint64, last bool) []byte {
	n := make([]byte, nonceSize)
	binary.BigEndian.PutUint64(n[nonceSize-9:], chunk)
	if last {
		n[nonceSize-1] = 1
	}
	return n
}

// Writer seals what is written to it. Close writes the last chunk, without which
// the file is damaged; it does not close the writer below.
type Writer struct {
	w     io.Writer
	a     cipher.AEAD
	buf   []byte // the plaintext of the chunk at hand
	out   []byte
	chunk uint64
	err   error
}

// NewWriter begins a sealed file: id are its 16 bytes, key the 32 of the store.
func NewWriter(w io.Writer, key, id []byte) (*Writer, error) {
	salt := make([]byte, saltSize)
	rand.Read(salt) // never fails
	return newWriter(w, key, id, salt)
}

func newWriter(w io.Writer, key, id, salt []byte) (*Writer, error) {
	if len(id) != idSize {
		return nil, fmt.Errorf("seal: id of %d bytes", len(id))
	}
	head := header(id, salt)
	if _, err := w.Write(head); err != nil {
		return nil, err
	}
	return &Writer{w: w, a: fileKey(key, head), buf: make([]byte, 0, chunkSize), out: make([]byte, 0, chunkSize+tagSize)}, nil
}

var errClosed = errors.New("sealed: write after Close")

// Write seals p. A full chunk waits until more comes, for the last one is marked.
func (w *Writer) Write(p []byte) (n int, err error) {
	for len(p) > 0 && w.err == nil {
		if len(w.buf) == chunkSize {
			w.flush(false)
			continue
		}
		k := min(chunkSize-len(w.buf), len(p))
		w.buf = append(w.buf, p[:k]...)
		p, n = p[k:], n+k
	}
	return n, w.err
}

// Close seals the last chunk.
func (w *Writer) Close() error {
	if w.err != nil {
		return w.err
	}
	w.flush(true)
	err := w.err
	clear(w.buf[:cap(w.buf)])
	w.err = errClosed
	return err
}

func (w *Writer) flush(last bool) {
	if w.chunk == maxChunks {
		w.err = errors.New("sealed: file is too big")
		return
	}
	w.out = w.a.Seal(w.out[:0], nonce(w.chunk, last), w.buf, nil)
	w.chunk++
	w.buf = w.buf[:0]
	_, w.err = w.w.Write(w.out)
}

// Reader opens a sealed file. What Read gives out is authentic; whether nothing
// is missing is known at io.EOF only.
type Reader struct {
	r     io.Reader
	a     cipher.AEAD
	in    []byte // the sealed chunk at hand, and one byte of the next
	have  int
	out   []byte // plaintext not yet given out
	plain []byte
	chunk uint64
	err   error
}

// NewReader begins to read the sealed file with the id under the key. ErrDamaged
// if the header is another file's or none, ErrNewer if a later program wrote it.
func NewReader(r io.Reader, key, id []byte) (*Reader, error) {
	head := make([]byte, headSize)
	if _, err := io.ReadFull(r, head); err != nil {
		return nil, short(err)
	}
	switch {
	case string(head[:len(magic)]) != magic:
		return nil, fmt.Errorf("%w: no header", ErrDamaged)
	case head[len(magic)] > version:
		return nil, fmt.Errorf("%w: %d", ErrNewer, head[len(magic)])
	case head[len(magic)] != version || string(head[len(magic)+1:headSize-saltSize]) != string(id):
		return nil, fmt.Errorf("%w: header of another file", ErrDamaged)
	}
	return &Reader{
		r: r, a: fileKey(key, head),
		in: make([]byte, chunkSize+tagSize+1), plain: make([]byte, 0, chunkSize),
	}, nil
}

// short makes the end of a file in the wrong place damage.
func short(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%w: it is cut", ErrDamaged)
	}
	return err
}

// Read gives out plaintext.
func (r *Reader) Read(p []byte) (int, error) {
	for len(r.out) == 0 && r.err == nil {
		r.next()
	}
	if len(r.out) == 0 {
		return 0, r.err
	}
	n := copy(p, r.out)
	r.out = r.out[n:]
	return n, nil
}

// next opens the next chunk. One byte more than a chunk is read, so that the last
// one is known.
func (r *Reader) next() {
	n, err := io.ReadFull(r.r, r.in[r.have:])
	n += r.have
	last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	if err != nil && !last {
		r.err = err
		return
	}
	box := r.in[:n]
	if !last {
		box = r.in[:chunkSize+tagSize]
	}
	plain, err := r.a.Open(r.plain[:0], nonce(r.chunk, last), box, nil)
	switch {
	case err != nil:
		r.err = fmt.Errorf("%w: chunk %d", ErrDamaged, r.chunk)
		return
	case last && len(plain) == 0 && r.chunk > 0: // the writer never does that
		r.err = fmt.Errorf("%w: empty last chunk", ErrDamaged)
		return
	case last:
		r.err = io.EOF
	default:
		r.in[0] = r.in[chunkSize+tagSize]
		r.have = 1
	}
	r.chunk++
	r.out = plain
}
