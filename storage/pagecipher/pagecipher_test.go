package pagecipher

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"ankhai/storage/vfs"
)

// memory is a file that lies in memory.
type memory struct{ b []byte }

func (m *memory) ReadAt(p []byte, off int64) (int, error) {
	if off >= int64(len(m.b)) {
		return 0, io.EOF
	}
	n := copy(p, m.b[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (m *memory) WriteAt(p []byte, off int64) error {
	if grow := off + int64(len(p)) - int64(len(m.b)); grow > 0 {
		m.b = append(m.b, make([]byte, grow)...)
	}
	copy(m.b[off:], p)
	return nil
}

func (m *memory) Truncate(size int64) error { m.b = m.b[:size]; return nil }
func (m *memory) Sync() error               { return nil }
func (m *memory) Size() (int64, error)      { return int64(len(m.b)), nil }
func (m *memory) Close() error              { return nil }

var testKey = bytes.Repeat([]byte{0x5a}, KeySize)

// through opens a file in memory as SQLite sees it.
func through(t testing.TB, m *memory, kind vfs.Kind, key []byte, copying bool) (vfs.File, error) {
	t.Helper()
	l, err := New(key)
	if err != nil {
		t.Fatal(err)
	}
	o := vfs.Opening{Path: filepath.Join(t.TempDir(), "a.db"), Kind: kind, Param: func(name string) string {
		if copying && name == CopyParam {
			return "1"
		}
		return ""
	}}
	return l.Open(o, func(vfs.Opening) (vfs.File, error) { return m, nil })
}

func mainOf(t testing.TB, m *memory) vfs.File {
	t.Helper()
	f, err := through(t, m, vfs.Main, testKey, false)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func logOf(t testing.TB, m *memory) vfs.File {
	t.Helper()
	f, err := through(t, m, vfs.WAL, testKey, false)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// filled is a data file of n pages.
func filled(t testing.TB, n int) *memory {
	t.Helper()
	m := &memory{}
	f := mainOf(t, m)
	for i := range n {
		if err := f.WriteAt(vectorPage(i == 0), int64(i)*pageSize); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func TestEveryBitOfAPageCounts(t *testing.T) {
	m := filled(t, 3)
	for _, off := range []int64{0, pageSize} {
		page := make([]byte, pageSize)
		if _, err := mainOf(t, m).ReadAt(page, off); err != nil || !bytes.Equal(page, vectorPage(off == 0)) {
			t.Fatalf("page at %d: %v", off, err)
		}
		f := mainOf(t, m)
		noticed := 0
		for bit := range 8 * pageSize {
			m.b[off+int64(bit/8)] ^= 1 << (bit % 8)
			if off == 0 && bit < 128 { // the head tells files apart when they are opened
				f = nil
				if g, err := through(t, m, vfs.Main, testKey, false); err == nil {
					f = g
				}
			}
			var err error = Foreign
			if f != nil {
				_, err = f.ReadAt(page, off)
			}
			if err != nil {
				noticed++
			}
			m.b[off+int64(bit/8)] ^= 1 << (bit % 8)
			if f == nil {
				f = mainOf(t, m)
			}
		}
		if noticed != 8*pageSize {
			t.Errorf("page at %d: %d of %d bit flips noticed", off, noticed, 8*pageSize)
		}
	}
}

func TestPagesDoNotMove(t *testing.T) {
	a, b := filled(t, 4), filled(t, 4)
	page := make([]byte, pageSize)
	for name, m := range map[string]*memory{
		"to another place":                  {append(append(append([]byte(nil), a.b[:pageSize]...), a.b[2*pageSize:3*pageSize]...), a.b[pageSize:]...)},
		"from another file of the same key": {append(append(append([]byte(nil), a.b[:pageSize]...), b.b[pageSize:2*pageSize]...), a.b[2*pageSize:]...)},
		"into zeros":                        {append(append(append([]byte(nil), a.b[:pageSize]...), make([]byte, pageSize)...), a.b[2*pageSize:]...)},
		"cut in two":                        {a.b[:pageSize+512]},
	} {
		if _, err := mainOf(t, m).ReadAt(page, pageSize); err != vfs.Data {
			t.Errorf("a page moved %s: got %v", name, err)
		}
	}
}

func TestWhatSQLiteAsksOfTheFirstPage(t *testing.T) {
	empty := mainOf(t, &memory{})
	if n, err := empty.Size(); n != pageSize || err != nil {
		t.Errorf("size of an empty file: %d, %v", n, err)
	}
	page := make([]byte, pageSize)
	if _, err := empty.ReadAt(page, 0); err != nil || page[18] != 2 || page[20] != reserve {
		t.Errorf("first page of an empty file: %v", err)
	}
	target, err := through(t, &memory{}, vfs.Main, testKey, true)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := target.Size(); n != 0 || err != nil {
		t.Errorf("size of a target of VACUUM INTO: %d, %v", n, err)
	}
	m := filled(t, 2)
	peek := make([]byte, 100)
	if _, err := mainOf(t, m).ReadAt(peek, 0); err != nil || !bytes.Equal(peek, vectorPage(true)[:100]) {
		t.Errorf("a look at the beginning: %v", err)
	}
	if _, err := mainOf(t, m).ReadAt(peek[:16], 24); err != nil || !bytes.Equal(peek[:16], vectorPage(true)[24:40]) {
		t.Errorf("a look at the counters: %v", err)
	}
	m.b[300] ^= 1 // torn by a power cut, and whole in the log
	if _, err := mainOf(t, m).ReadAt(peek, 0); err != nil || !blank(peek) {
		t.Errorf("a look at a torn page: %v", err)
	}
	if _, err := mainOf(t, m).ReadAt(page, 0); err != vfs.Data {
		t.Errorf("a torn page: got %v", err)
	}
	if n, err := mainOf(t, m).ReadAt(page, 2*pageSize); n != 0 || err != io.EOF {
		t.Errorf("past the end: %d, %v", n, err)
	}
}

func TestWritesThatMustNotBe(t *testing.T) {
	dirty := vectorPage(false)
	dirty[pageSize-1] = 1
	small := vectorPage(true)
	small[20] = 0
	f, l := mainOf(t, &memory{}), logOf(t, &memory{})
	for name, err := range map[string]error{
		"half a page":                       f.WriteAt(dirty[:512], 0),
		"between pages":                     f.WriteAt(vectorPage(false), 100),
		"a reserve in use":                  f.WriteAt(dirty, pageSize),
		"a first page without a reserve":    f.WriteAt(small, 0),
		"half a frame":                      l.WriteAt(dirty[:512], logHead+frameHead),
		"a reserve in use, in the log":      l.WriteAt(dirty, logHead+frameHead),
		"a piece of the log's head":         l.WriteAt(dirty[:8], 24),
		"a frame's head at a page's offset": l.WriteAt(dirty[:frameHead], logHead+100),
	} {
		if err != vfs.Write {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := through(t, &memory{}, vfs.Journal, testKey, false); err != vfs.CantOpen {
		t.Errorf("a rollback journal: got %v", err)
	}
	j, err := through(t, &memory{}, vfs.Journal, testKey, true)
	if err != nil || j.WriteAt(make([]byte, 512), 0) != nil || j.WriteAt(dirty, 516) != vfs.Write {
		t.Errorf("the journal of a target: %v", err)
	}
}

func TestAKeyThatIsWrongAndAFileThatIsNotOurs(t *testing.T) {
	m := filled(t, 8)
	other := bytes.Repeat([]byte{1}, KeySize)
	if _, err := through(t, m, vfs.Main, other, false); !errors.Is(err, WrongKey) {
		t.Errorf("another key: got %v", err)
	}
	m.b[700] ^= 1
	if _, err := through(t, m, vfs.Main, testKey, false); err != nil {
		t.Errorf("a damaged first page: %v, the key is right", err)
	}
	for name, b := range map[string][]byte{"SQLite": []byte(sqliteMagic + "tiếp"), "text": []byte("văn bản thường"), "later": append([]byte("ANKHAI\x00\x02"), make([]byte, 5000)...)} {
		if _, err := through(t, &memory{b}, vfs.Main, testKey, false); !errors.Is(err, Foreign) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := New(testKey[:31]); err == nil {
		t.Error("a short key was taken")
	}
	if _, err := through(t, m, vfs.Main, testKey, false); errors.Is(err, WrongKey) {
		t.Errorf("again: %v", err)
	}
}

// A page key seals a bounded number of pages, and an opening never goes on with
// that of another.
func TestEpochsChange(t *testing.T) {
	m := &memory{}
	f := mainOf(t, m).(*mainFile)
	f.sealing.limit = 5
	seen := map[epoch]int{}
	nonces := map[string]bool{}
	for i := range 100 {
		if err := f.WriteAt(vectorPage(i == 0), int64(i)*pageSize); err != nil {
			t.Fatal(err)
		}
		page := m.b[i*pageSize : (i+1)*pageSize]
		seen[epochOf(page)]++
		nonces[string(page[nonceAt:epochAt])] = true
	}
	if len(seen) != 20 || len(nonces) != 100 {
		t.Errorf("%d epochs and %d nonces for 100 pages at 5 a key", len(seen), len(nonces))
	}
	for e, n := range seen {
		if n != 5 {
			t.Errorf("epoch %x sealed %d pages", e, n)
		}
	}
	if err := mainOf(t, m).WriteAt(vectorPage(false), pageSize); err != nil {
		t.Fatal(err)
	}
	if e := epochOf(m.b[pageSize:]); seen[e] > 0 {
		t.Errorf("another opening went on with epoch %x", e)
	}
	if maxSealed > 1<<31 {
		t.Errorf("a key may seal %d pages, two openings more than 2^32", maxSealed)
	}
}

func TestKeptKeysAreBounded(t *testing.T) {
	k, err := newKeys(testKey)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 * maxKept {
		k.page(pageKey{kind: vfs.Main, epoch: epoch{byte(i), byte(i >> 8)}})
	}
	if len(k.kept) > maxKept {
		t.Errorf("%d keys are kept", len(k.kept))
	}
}

// frames writes a log of transactions of the given lengths and returns it with
// its file.
func frames(t testing.TB, m *memory, lengths ...int) {
	t.Helper()
	f := logOf(t, m)
	h := make([]byte, logHead)
	copy(h, []byte{0x37, 0x7f, 0x06, 0x82, 0, 0x2d, 0xe2, 0x18, 0, 0, 0x10, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8})
	s := sums{order: binary.LittleEndian}
	s.add(h[:24])
	put(s, h[24:])
	write := func(p []byte, off int64) {
		if err := f.WriteAt(p, off); err != nil {
			t.Fatal(err)
		}
	}
	write(h, 0)
	off, n := int64(logHead), 0
	for _, length := range lengths {
		for i := range length {
			n++
			fh, page := make([]byte, frameHead), vectorPage(false)
			fh[3], page[0] = byte(n), byte(n)
			if i == length-1 {
				fh[7] = 9 // commit
			}
			copy(fh[8:], h[16:24])
			s.add(fh[:8])
			s.add(page)
			put(s, fh[16:])
			write(fh, off)
			write(page, off+frameHead)
			off += frameSize
		}
	}
}

func put(s sums, b []byte) {
	binary.BigEndian.PutUint32(b, s.s0)
	binary.BigEndian.PutUint32(b[4:], s.s1)
}

// recovered reads a log as SQLite does after a crash: how many frames there are
// until one that is none.
func recovered(t testing.TB, m *memory) (n int, err error) {
	t.Helper()
	f := logOf(t, m)
	b := make([]byte, frameSize)
	if _, err := f.ReadAt(b[:logHead], 0); err != nil && err != io.EOF {
		return 0, err
	}
	for {
		if _, err := f.ReadAt(b, logHead+int64(n)*frameSize); err == io.EOF {
			return n, nil
		} else if err != nil {
			return n, err
		}
		if b[3] == 0 {
			return n, nil
		}
		n++
	}
}

func TestLogAfterACrash(t *testing.T) {
	whole := &memory{}
	frames(t, whole, 3, 1, 4, 2, 3)
	if n, err := recovered(t, whole); n != 13 || err != nil {
		t.Fatalf("whole: %d frames, %v", n, err)
	}
	flip := func(frame, at int) *memory {
		m := &memory{bytes.Clone(whole.b)}
		m.b[logHead+(frame-1)*frameSize+at] ^= 0x40
		return m
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for frame := 1; frame <= 13; frame++ {
		for range 40 {
			at := rnd.IntN(frameSize)
			n, err := recovered(t, flip(frame, at))
			// Frames 11 to 13 are the last transaction, 10 is the commit before it.
			switch {
			case frame >= 11 && (err != nil || n != frame-1):
				t.Errorf("unfinished at frame %d, byte %d: %d frames, %v", frame, at, n, err)
			case frame < 10 && err != vfs.Corrupt:
				t.Errorf("damaged at frame %d, byte %d: %d frames, %v", frame, at, n, err)
			case frame == 10 && at >= frameHead && err != vfs.Corrupt:
				t.Errorf("damaged in the page of the last commit but one, byte %d: %d frames, %v", at, n, err)
			}
		}
	}
	for at := range logHead {
		m := &memory{bytes.Clone(whole.b)}
		m.b[at] ^= 1
		if _, err := recovered(t, m); err != vfs.Corrupt {
			t.Errorf("head damaged at byte %d: %v", at, err)
		}
	}
	short := &memory{whole.b[:len(whole.b)-100]}
	if n, err := recovered(t, short); n != 12 || err != nil {
		t.Errorf("a torn end: %d frames, %v", n, err)
	}
	// A longer transaction that was rolled back left its frames behind the last one.
	left := &memory{}
	frames(t, left, 2, 9)
	again := &memory{bytes.Clone(left.b)}
	frames(t, again, 2, 4)
	torn := &memory{append(bytes.Clone(again.b[:logHead+6*frameSize]), left.b[logHead+6*frameSize:]...)}
	torn.b[logHead+3*frameSize+2000] ^= 1
	if n, err := recovered(t, torn); n != 3 || err != nil {
		t.Errorf("unfinished before leftovers: %d frames, %v", n, err)
	}
}

func TestLogReadsAndRewrites(t *testing.T) {
	m := &memory{}
	frames(t, m, 2, 2)
	f := logOf(t, m)
	page := vectorPage(false)
	page[0] = 77
	at := int64(logHead + 2*frameSize)
	if err := f.WriteAt(page, at+frameHead); err != nil { // a page written again in its transaction, without its head
		t.Fatal(err)
	}
	got := make([]byte, frameSize)
	if _, err := f.ReadAt(got[:pageSize], at+frameHead); err != nil || !bytes.Equal(got[:pageSize], page) {
		t.Errorf("the page alone: %v", err)
	}
	if _, err := f.ReadAt(got, at); err != nil || got[3] != 3 || !bytes.Equal(got[frameHead:], page) {
		t.Errorf("with its head: %v", err)
	}
	sum := make([]byte, 8)
	if _, err := f.ReadAt(sum, at+16); err != nil || !bytes.Equal(sum, got[16:24]) {
		t.Errorf("the checksum alone: %v", err)
	}
	copy(got[16:24], "checksum")
	if err := f.WriteAt(got[:frameHead], at); err != nil { // the head anew, with another checksum
		t.Fatal(err)
	}
	if _, err := f.ReadAt(got[:pageSize], at+frameHead); err != nil || !bytes.Equal(got[:pageSize], page) {
		t.Errorf("after its head was written: %v", err)
	}
	if bytes.Contains(m.b, []byte("checksum")) {
		t.Error("the checksum of a frame lies there clear")
	}
	m.b[at+frameHead+5] ^= 1
	if _, err := f.ReadAt(got[:pageSize], at+frameHead); err != vfs.Data {
		t.Errorf("a damaged page: got %v", err)
	}
}
