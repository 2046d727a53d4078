// Package planted looks for values that must not be there: it walks a folder and
// searches every byte of every file for names, numbers and wages that a test has
// planted, in the spellings in which programs leave them behind: UTF-8 composed
// and decomposed, without diacritics, UTF-16, hexadecimal, base64 at any
// alignment, and whatever lies inside ZIP, gzip and zlib streams.
//
// It knows no file of ours. Only tests import it. It is the check that findings
// 1.1 and threat T19 ask for: after a full session, 0 hits.
package planted

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/codes"
)

// Value is something planted. Kind is what it is: "họ tên", "CCCD".
type Value struct{ Kind, Text string }

// Hit is a place where a value was found. Offset counts bytes of the file, or of
// the stream that How names.
type Hit struct {
	File   string
	Offset int
	How    string // "UTF-8", "base64 > zip > UTF-8"
	Value  Value
}

// String names file, offset, kind and spelling, and the value: it was planted.
func (h Hit) String() string {
	return fmt.Sprintf("%s @%d: %s %q (%s)", h.File, h.Offset, h.Value.Kind, h.Value.Text, h.How)
}

// Scanner searches for many values in one pass.
type Scanner struct {
	values []Value
	seen   [1 << 16 / 8]byte      // which first two bytes begin a pattern
	byHead map[uint64][]*spelling // by the first six bytes
}

type spelling struct {
	value int
	how   string
	bytes []byte
}

// headLen is the shortest spelling that is searched for; shorter ones would be
// found in random bytes.
const headLen = 6

// New makes a scanner. A value shorter than six bytes in any spelling is refused:
// chance would find it.
func New(values []Value) *Scanner {
	s := &Scanner{values: values, byHead: map[uint64][]*spelling{}}
	for i, v := range values {
		if len(v.Text) < headLen {
			panic("planted: too short to search for: " + v.Kind)
		}
		for how, b := range spellings(v.Text) {
			k := head(b)
			s.byHead[k] = append(s.byHead[k], &spelling{i, how, b})
			two := binary.LittleEndian.Uint16(b)
			s.seen[two/8] |= 1 << (two % 8)
		}
	}
	return s
}

func head(b []byte) uint64 {
	return uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint16(b[4:]))<<32
}

// spellings are the byte strings by which a value betrays itself.
func spellings(text string) map[string][]byte {
	out := map[string][]byte{}
	taken := map[string]bool{}
	add := func(how, s string) {
		if !taken[s] && len(s) >= headLen {
			taken[s], out[how] = true, []byte(s)
		}
	}
	add("UTF-8", text)
	add("UTF-8 chữ hoa", strings.ToUpper(text))
	add("UTF-8 tổ hợp", norm.NFD.String(text))
	add("không dấu", plain(text))
	add("không dấu, chữ thường", codes.Fold(text))
	for how, s := range map[string]string{"": text, " không dấu": plain(text)} {
		u := utf16.Encode([]rune(s))
		le := make([]byte, 0, 2*len(u))
		for _, c := range u {
			le = binary.LittleEndian.AppendUint16(le, c)
		}
		add("UTF-16LE"+how, string(le))
	}
	add("hex", hex.EncodeToString([]byte(text)))
	for shift := range 3 {
		add(fmt.Sprintf("base64+%d", shift), inBase64(text, shift))
	}
	return out
}

// plain drops the diacritics and keeps the case.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		f := codes.Fold(string(r))
		if strings.ToLower(string(r)) != string(r) {
			f = strings.ToUpper(f)
		}
		if f == "" && r == ' ' {
			f = " "
		}
		b.WriteString(f)
	}
	return b.String()
}

// inBase64 is what stands in base64 text where the value begins shift bytes into
// a group of three: the characters that depend on the value alone.
func inBase64(text string, shift int) string {
	whole := base64.RawStdEncoding.EncodeToString(append(make([]byte, shift), text...))
	first := (shift*8 + 5) / 6 // characters touched by what stands before
	last := (shift + len(text)) * 8 / 6
	return whole[first:last]
}

// Bytes searches bytes, and the streams inside them.
func (s *Scanner) Bytes(file string, b []byte) []Hit { return s.search(nil, file, "", b, 0) }

func (s *Scanner) search(out []Hit, file, in string, b []byte, depth int) []Hit {
	for i := 0; i+headLen <= len(b); i++ {
		two := uint16(b[i]) | uint16(b[i+1])<<8
		if s.seen[two/8]&(1<<(two%8)) == 0 {
			continue
		}
		for _, p := range s.byHead[head(b[i:])] {
			if len(b)-i >= len(p.bytes) && string(b[i:i+len(p.bytes)]) == string(p.bytes) {
				out = append(out, Hit{file, i, in + p.how, s.values[p.value]})
			}
		}
	}
	if depth < maxDepth {
		for _, n := range nested(b) {
			out = s.search(out, file, in+n.how+" > ", n.bytes, depth+1)
		}
	}
	return out
}

// maxDepth is how deep streams inside streams are followed: a PDF in a ZIP in the
// base64 of an envelope is three.
const maxDepth = 4

// Folder searches the names and the contents of all files below a folder but
// those that leave says. files counts what was read.
func (s *Scanner) Folder(dir string, leave func(path string) bool) (hits []Hit, files int, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		for _, h := range s.Bytes(rel, []byte(norm.NFC.String(rel))) {
			h.How = "tên tệp, " + h.How
			hits = append(hits, h)
		}
		if d.IsDir() || !d.Type().IsRegular() || (leave != nil && leave(rel)) {
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		hits = append(hits, s.Bytes(rel, b)...)
		return nil
	})
	return hits, files, err
}
