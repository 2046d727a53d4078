// Package container is the one file that a backup or an export travels in: a ZIP
// whose entries are stored as they are, everything inside being sealed already.
//
//	ankhai.db          the data file
//	kho.khoa           the wrapped data key; absent where the pages are plain
//	tep/ab/abcd…       sealed attachments, two digits and then all 32
//	muc-luc.json       the list of contents, written last: kind, maker, time, and
//	                   of every other entry its size and SHA-256
//
// A container is written under a temporary name, synced and renamed. A reader
// trusts nothing: names must be exactly these, each once; sizes are bounded before
// anything is read and counted while reading; every entry is held against its CRC
// and against the list. The list tells damage, not forgery: what authenticates
// the contents is the encryption of the entries.
//
// It knows no database and no key. Only storage and app/office import it.
package container

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// The kinds of containers.
const (
	Whole    = "sao-luu" // a whole data folder
	Employer = "don-vi"  // one employer
)

// The names of entries.
const (
	Data = "ankhai.db"
	Key  = "kho.khoa"
	list = "muc-luc.json"
)

// version is of the list; a later one is ErrNewer.
const version = 1

// Limits of what is read. They are ours, far above what a backup needs.
const (
	maxData    = 64 << 30
	maxKey     = 1 << 20
	maxSealed  = 64 << 20
	maxList    = 64 << 20
	maxEntries = 400_000
)

// The outcomes.
var (
	ErrNot   = errors.New("not a container")
	ErrNewer = errors.New("container of a newer version")
	// ErrDamaged: an entry is missing, doubled, cut, or not what the list says.
	ErrDamaged = errors.New("container is damaged")
)

var sealedName = regexp.MustCompile(`^tep/([0-9a-f]{2})/([0-9a-f]{32})$`)

// limit is how long an entry of this name may be; ok is false if there is no such
// entry.
func limit(name string) (n int64, ok bool) {
	switch name {
	case Data:
		return maxData, true
	case Key:
		return maxKey, true
	case list:
		return maxList, true
	}
	m := sealedName.FindStringSubmatch(name)
	return maxSealed, m != nil && m[2][:2] == m[1]
}

// Contents is the list of a container.
type Contents struct {
	Version int       `json:"phienBan"`
	Kind    string    `json:"loai"`               // Whole or Employer
	MST     string    `json:"maSoThue,omitempty"` // of an Employer container
	Made    time.Time `json:"luc"`
	Schema  int       `json:"phienBanDuLieu"`
	Entries []Entry   `json:"tep"`
}

// Entry is one entry beside the list.
type Entry struct {
	Name   string `json:"ten"`
	Size   int64  `json:"co"`
	SHA256 string `json:"sha256"` // hexadecimal
}

// Source is a file that becomes an entry.
type Source struct{ Name, Path string }

// Write writes a container to a path that must be free.
func Write(ctx context.Context, path string, c Contents, files []Source) (err error) {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("write container: %w", os.ErrExist)
	}
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".ankhai-*.tmp")
	if err != nil {
		return fmt.Errorf("write container: %w", err)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("write container: %w", errors.Join(err, os.Remove(f.Name())))
		}
	}()
	err = errors.Join(write(ctx, f, c, files), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncDir(dir)
}

func write(ctx context.Context, w io.Writer, c Contents, files []Source) error {
	z := zip.NewWriter(w)
	c.Version, c.Entries = version, nil
	for _, s := range files {
		most, ok := limit(s.Name)
		if !ok || s.Name == list {
			return fmt.Errorf("no entry may be called %q", s.Name)
		}
		e, err := add(ctx, z, s, most)
		if err != nil {
			return fmt.Errorf("entry %s: %w", s.Name, err)
		}
		c.Entries = append(c.Entries, e)
	}
	text, err := json.MarshalIndent(c, "", " ")
	if err != nil {
		return err
	}
	to, err := z.CreateHeader(&zip.FileHeader{Name: list, Method: zip.Store})
	if err != nil {
		return err
	}
	if _, err := to.Write(text); err != nil {
		return err
	}
	return z.Close()
}

func add(ctx context.Context, z *zip.Writer, s Source, most int64) (e Entry, err error) {
	from, err := os.Open(s.Path)
	if err != nil {
		return e, err
	}
	defer from.Close()
	to, err := z.CreateHeader(&zip.FileHeader{Name: s.Name, Method: zip.Store})
	if err != nil {
		return e, err
	}
	h := sha256.New()
	n, err := io.Copy(io.MultiWriter(to, h), io.LimitReader(&stopped{ctx, from}, most+1))
	if err == nil && n > most {
		err = fmt.Errorf("over %d bytes", most)
	}
	return Entry{s.Name, n, hex.EncodeToString(h.Sum(nil))}, err
}

// stopped is a reader that ends when its context does.
type stopped struct {
	ctx context.Context
	io.Reader
}

func (s *stopped) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.Reader.Read(p)
}

// Reader is an open container whose names and sizes have been checked. The bytes
// are checked as they are read.
type Reader struct {
	Contents Contents
	zip      *zip.Reader
	file     *os.File
	entries  map[string]*zip.File
}

// Is reports whether a file begins like a container.
func Is(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	var head [4]byte
	if _, err := io.ReadFull(f, head[:]); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = nil
		}
		return false, err
	}
	return string(head[:]) == "PK\x03\x04", nil
}

// Open opens a container and reads its list.
func Open(path string) (*Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open container: %w", err)
	}
	st, err := f.Stat()
	if err == nil {
		var r *Reader
		if r, err = read(f, st.Size()); err == nil {
			r.file = f
			return r, nil
		}
	}
	f.Close() // only read
	return nil, fmt.Errorf("open container: %w", err)
}

// Close closes the file.
func (r *Reader) Close() error { return r.file.Close() }

func read(at io.ReaderAt, size int64) (*Reader, error) {
	z, err := zip.NewReader(at, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNot, err)
	}
	r := &Reader{zip: z, entries: map[string]*zip.File{}}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("%w: %d entries", ErrDamaged, len(z.File))
	}
	left := uint64(size)
	for _, f := range z.File {
		most, ok := limit(f.Name)
		switch {
		case !ok:
			return nil, fmt.Errorf("%w: it has an entry that no backup has", ErrNot)
		case r.entries[f.Name] != nil:
			return nil, fmt.Errorf("%w: %s is there twice", ErrDamaged, f.Name)
		case f.Method != zip.Store || f.CompressedSize64 != f.UncompressedSize64 || f.Flags&1 != 0:
			return nil, fmt.Errorf("%w: %s is not stored as it is", ErrDamaged, f.Name)
		case f.UncompressedSize64 > uint64(most), f.UncompressedSize64 > left:
			return nil, fmt.Errorf("%w: %s is %d bytes long", ErrDamaged, f.Name, f.UncompressedSize64)
		}
		left -= f.UncompressedSize64 // entries that overlap would add up to more than the file
		r.entries[f.Name] = f
	}
	return r, r.readList()
}

func (r *Reader) readList() error {
	f := r.entries[list]
	if f == nil {
		return fmt.Errorf("%w: it has no list of contents", ErrNot)
	}
	in, err := f.Open()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, maxList+1))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	c := &r.Contents
	if err := json.Unmarshal(text, c); err != nil {
		return fmt.Errorf("%w: list of contents: %w", ErrDamaged, err)
	}
	switch {
	case c.Version > version:
		return fmt.Errorf("%w: %d, this program knows %d", ErrNewer, c.Version, version)
	case c.Version < 1 || (c.Kind != Whole && c.Kind != Employer):
		return fmt.Errorf("%w: list of contents", ErrDamaged)
	case len(c.Entries) != len(r.entries)-1:
		return fmt.Errorf("%w: %d entries are listed, %d are there", ErrDamaged, len(c.Entries), len(r.entries)-1)
	}
	seen := map[string]bool{}
	for _, e := range c.Entries {
		f := r.entries[e.Name]
		if f == nil || e.Name == list || seen[e.Name] || e.Size < 0 || f.UncompressedSize64 != uint64(e.Size) {
			return fmt.Errorf("%w: %s is not what the list says", ErrDamaged, e.Name)
		}
		seen[e.Name] = true
	}
	if !seen[Data] {
		return fmt.Errorf("%w: it has no data file", ErrDamaged)
	}
	return nil
}

// Has reports whether there is an entry of this name.
func (r *Reader) Has(name string) bool { return name != list && r.entries[name] != nil }

// Extract writes every entry below a folder, which is made if it is not there,
// and holds each against the list. What was written before an error stays.
func (r *Reader) Extract(ctx context.Context, dir string) error {
	for _, e := range r.Contents.Entries {
		to := filepath.Join(dir, filepath.FromSlash(e.Name))
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return fmt.Errorf("unpack container: %w", err)
		}
		f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return fmt.Errorf("unpack container: %w", err)
		}
		err = errors.Join(r.copy(ctx, f, e), f.Sync(), f.Close())
		if err != nil {
			return fmt.Errorf("unpack container: entry %s: %w", e.Name, err)
		}
	}
	return nil
}

// Check reads every entry and holds it against the list.
func (r *Reader) Check(ctx context.Context) error {
	for _, e := range r.Contents.Entries {
		if err := r.copy(ctx, io.Discard, e); err != nil {
			return fmt.Errorf("check container: entry %s: %w", e.Name, err)
		}
	}
	return nil
}

// Read reads one small entry, the key file, whole.
func (r *Reader) Read(ctx context.Context, name string) ([]byte, error) {
	for _, e := range r.Contents.Entries {
		if e.Name == name && e.Size <= maxKey {
			var b writer
			err := r.copy(ctx, &b, e)
			return b, err
		}
	}
	return nil, fmt.Errorf("read entry %s: %w", name, os.ErrNotExist)
}

type writer []byte

func (w *writer) Write(p []byte) (int, error) { *w = append(*w, p...); return len(p), nil }

func (r *Reader) copy(ctx context.Context, to io.Writer, e Entry) error {
	in, err := r.entries[e.Name].Open()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	defer in.Close()
	var h hash.Hash = sha256.New()
	n, err := io.Copy(io.MultiWriter(to, h), io.LimitReader(&stopped{ctx, in}, e.Size+1))
	switch {
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, zip.ErrFormat):
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	case err != nil:
		return err
	case n != e.Size || hex.EncodeToString(h.Sum(nil)) != e.SHA256:
		return fmt.Errorf("%w: not what the list says", ErrDamaged)
	}
	return nil
}
