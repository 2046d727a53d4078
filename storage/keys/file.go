package keys

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

const (
	fileVersion = 1
	maxFile     = 64 << 10
	note        = "Tệp khoá của dữ liệu AnKhai. Thiếu tệp này thì không mở được dữ liệu: luôn giữ nó cùng ankhai.db và cùng mỗi bản sao lưu. Không sửa bằng tay."
)

// file is what stands in kho.khoa. Its bytes are exactly what encode writes, so
// that nothing in a copy is left unread.
type file struct {
	Note    string    `json:"note"`
	Version int       `json:"version"`
	Store   string    `json:"store"`  // 16 random bytes, hexadecimal: which data this opens
	Serial  int64     `json:"serial"` // counts the writes; of two copies the higher one holds
	Keys    []dataKey `json:"keys"`   // the data key; while it is being changed also the next
	Slots   []slot    `json:"slots"`
	MAC     []byte    `json:"mac"` // under the data key: that nobody took a slot out or in
	Sum     string    `json:"sum"` // SHA-256 of the rest, hexadecimal: tells damage before any key is known
}

// dataKey names a data key; it says nothing about it.
type dataKey struct {
	ID   string    `json:"id"`
	Made time.Time `json:"made"`
}

// slot holds the data keys under one secret.
type slot struct {
	ID    string    `json:"id"`
	Kind  Kind      `json:"kind"`
	Made  time.Time `json:"made"`
	Tried time.Time `json:"tried,omitzero"` // a recovery key that was typed back
	KDF   *argon    `json:"kdf,omitempty"`  // of a passphrase
	Salt  []byte    `json:"salt,omitempty"` // of a passphrase or a recovery key
	Check []byte    `json:"check"`          // tells a wrong secret from a damaged wrap
	Wraps []wrap    `json:"wraps"`          // one for each data key, in their order
}

// wrap is one data key under the secret of a slot: AES-256-GCM.
type wrap struct {
	Key string `json:"key"`
	Box []byte `json:"box"` // nonce, ciphertext, tag
}

func (f *file) encode() []byte {
	b, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		panic("keys: " + err.Error()) // a field that cannot be written, which is ours
	}
	return append(b, '\n')
}

func (f *file) sum() string {
	c := *f
	c.Sum = ""
	h := sha256.Sum256(c.encode())
	return hex.EncodeToString(h[:])
}

func (f *file) mac(dek DEK) []byte {
	c := *f
	c.MAC, c.Sum = nil, ""
	m := hmac.New(sha256.New, dek.Derive("AnKhai kho.khoa 1 mac"))
	m.Write(c.encode())
	return m.Sum(nil)
}

// parse reads one copy. ErrNewer if a later program wrote it, ErrDamaged if a
// byte of it is not what encode would write.
func parse(data []byte) (*file, error) {
	if len(data) > maxFile {
		return nil, fmt.Errorf("%w: %d bytes", ErrDamaged, len(data))
	}
	var head struct {
		Version int `json:"version"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if head.Version > fileVersion {
		return nil, fmt.Errorf("%w: version %d", ErrNewer, head.Version)
	}
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if !bytes.Equal(f.encode(), data) || f.sum() != f.Sum {
		return nil, fmt.Errorf("%w: it is not what was written", ErrDamaged)
	}
	if err := f.valid(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return &f, nil
}

// valid bounds what a hostile file may ask for.
func (f *file) valid() error {
	if f.Version != fileVersion || !isID(f.Store) || f.Serial < 1 || len(f.MAC) != sha256.Size {
		return errors.New("head is not ours")
	}
	if len(f.Keys) < 1 || len(f.Keys) > 2 || len(f.Slots) < 1 {
		return errors.New("no keys, or too many")
	}
	for i, k := range f.Keys {
		if !isID(k.ID) || (i > 0 && k.ID == f.Keys[0].ID) {
			return errors.New("key is not named")
		}
	}
	kinds := map[Kind]int{}
	for i := range f.Slots {
		s := &f.Slots[i]
		if kinds[s.Kind]++; kinds[s.Kind] > s.Kind.most() {
			return fmt.Errorf("too many slots of kind %q", s.Kind)
		}
		if err := s.valid(f.Keys); err != nil {
			return fmt.Errorf("slot %d: %w", i+1, err)
		}
	}
	return nil
}

func (s *slot) valid(keys []dataKey) error {
	if !isID(s.ID) || len(s.Check) != checkSize || len(s.Wraps) != len(keys) {
		return errors.New("it is incomplete")
	}
	for i, w := range s.Wraps {
		if w.Key != keys[i].ID || len(w.Box) != boxSize {
			return errors.New("it holds another key")
		}
	}
	salted := s.Kind == KindPassphrase || s.Kind == KindRecovery
	if (s.KDF != nil) != (s.Kind == KindPassphrase) || (len(s.Salt) == saltSize) != salted || (len(s.Salt) == 0) == salted {
		return errors.New("its parameters are of another kind")
	}
	if s.KDF != nil {
		return s.KDF.valid()
	}
	return nil
}

// clone copies what a change may touch.
func (f *file) clone() *file {
	c := *f
	c.Keys = append([]dataKey(nil), f.Keys...)
	c.Slots = append([]slot(nil), f.Slots...)
	for i := range c.Slots {
		c.Slots[i].Wraps = append([]wrap(nil), c.Slots[i].Wraps...)
	}
	return &c
}

func (f *file) find(k Kind) []*slot {
	var out []*slot
	for i := range f.Slots {
		if f.Slots[i].Kind == k {
			out = append(out, &f.Slots[i])
		}
	}
	return out
}

// drop takes out the slots that gone names and says how many there were.
func (f *file) drop(gone func(*slot) bool) (n int) {
	kept := f.Slots[:0]
	for i := range f.Slots {
		if gone(&f.Slots[i]) {
			n++
			continue
		}
		kept = append(kept, f.Slots[i])
	}
	f.Slots = kept
	return n
}

func newID() string { return hex.EncodeToString(random(16)) }

func isID(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == 16 && hex.EncodeToString(b) == s
}

func random(n int) []byte {
	b := make([]byte, n)
	rand.Read(b) // never fails
	return b
}
