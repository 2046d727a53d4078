package trust

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ankhai/signing"
)

// maxFiles is how many files of a store's folder are read.
const maxFiles = 200

// endings are the names of files that are read as certificates.
var endings = []string{".pem", ".crt", ".cer", ".der", ".p7b", ".p7c"}

// Store is a folder of certificates that the user trusts. People may put files there
// and take them away by hand; nothing else is kept about them.
type Store struct{ Dir string }

// Entry is one certificate of a store.
type Entry struct {
	ID   string // the first 16 digits of the fingerprint; names it to Remove
	File string // the file's name in the folder
	Cert *x509.Certificate
	Root bool // self-signed: trusted; others only help to build a chain
}

// Fingerprint is the SHA-256 of a certificate in hex.
func Fingerprint(cert *x509.Certificate) string {
	sum := sha256.Sum256(cert.Raw)
	return hex.EncodeToString(sum[:])
}

func entryOf(cert *x509.Certificate, file string) Entry {
	return Entry{ID: Fingerprint(cert)[:16], File: file, Cert: cert, Root: selfSigned(cert)}
}

// Load reads the store; a folder that is not there is an empty one. A file that
// cannot be read as certificates is told in problems and stops nothing.
func (s Store) Load() (entries []Entry, problems []string, err error) {
	files, err := os.ReadDir(s.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read trust store: %w", err)
	}
	seen := map[string]bool{}
	read := 0
	for _, f := range files {
		if !slices.Contains(endings, strings.ToLower(filepath.Ext(f.Name()))) || !f.Type().IsRegular() {
			continue
		}
		if read++; read > maxFiles {
			problems = append(problems, fmt.Sprintf("Kho tin cậy có hơn %d tệp; các tệp sau không được đọc. Bỏ bớt tệp.", maxFiles))
			break
		}
		certs, err := readFile(filepath.Join(s.Dir, f.Name()))
		if err != nil {
			problems = append(problems, fmt.Sprintf("%s: không đọc được như chứng thư số nên bị bỏ qua. Xoá hoặc thay tệp này.", f.Name()))
			continue
		}
		for _, cert := range certs {
			if !seen[string(cert.Raw)] && unfit(cert) == "" {
				entries = append(entries, entryOf(cert, f.Name()))
			}
			seen[string(cert.Raw)] = true
		}
	}
	return entries, problems, nil
}

func readFile(name string) ([]*x509.Certificate, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	return ReadCertificates(data)
}

// unfit says why a certificate has no place in a store, "" where it has.
func unfit(cert *x509.Certificate) string {
	if fault := checkKey(cert); fault != nil {
		return fault.say
	}
	if !cert.IsCA && (cert.Version >= 3 || !selfSigned(cert)) {
		return fmt.Sprintf("«%s» là chứng thư của người dùng, không phải của nơi cấp", called(cert))
	}
	return ""
}

// Add puts the certificates of a file into the store, each in a file of its own. A
// file with one that is no authority's is refused whole.
func (s Store) Add(data []byte) ([]Entry, error) {
	certs, err := ReadCertificates(data)
	if err != nil {
		return nil, err
	}
	for _, cert := range certs {
		if why := unfit(cert); why != "" {
			return nil, fmt.Errorf("add to trust store: %w", signing.Refuse(signing.ErrTrustFile, nil, "Chưa nhận được: %s. Chọn chứng thư gốc hoặc trung gian của nơi cấp.", strings.TrimSuffix(why, ".")))
		}
	}
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		return nil, fmt.Errorf("make trust store: %w", err)
	}
	var out []Entry
	for _, cert := range certs {
		e := entryOf(cert, Fingerprint(cert)[:16]+".pem")
		var text bytes.Buffer
		fmt.Fprintf(&text, "# %s\n# SHA-256 %s\n", signing.DN(cert.RawSubject), Fingerprint(cert))
		if err := pem.Encode(&text, &pem.Block{Type: "CERTIFICATE", Bytes: cert.Raw}); err != nil {
			return out, fmt.Errorf("add to trust store: %w", err)
		}
		if err := write(filepath.Join(s.Dir, e.File), text.Bytes()); err != nil {
			return out, fmt.Errorf("add to trust store: %w", err)
		}
		out = append(out, e)
	}
	return out, nil
}

// write puts a whole file in place or none.
func write(name string, data []byte) error {
	temporary := name + ".tam"
	if err := os.WriteFile(temporary, data, 0o600); err != nil {
		return err
	}
	if err := os.Rename(temporary, name); err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	return nil
}

// ErrNoEntry: no certificate, or more than one, in the store goes by that name.
var ErrNoEntry = errors.New("no such certificate in the trust store")

// minID is how many digits of a fingerprint name a certificate at the least.
const minID = 6

// Remove takes one certificate out of the store, named by the beginning of its
// fingerprint. One that lies in a file with others is left, and the sentence says so.
func (s Store) Remove(id string) (Entry, error) {
	entries, _, err := s.Load()
	if err != nil {
		return Entry{}, err
	}
	id = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(id), ":", ""))
	var found []Entry
	for _, e := range entries {
		if len(id) >= minID && strings.HasPrefix(Fingerprint(e.Cert), id) {
			found = append(found, e)
		}
	}
	if len(found) != 1 {
		return Entry{}, fmt.Errorf("remove from trust store: %w", ErrNoEntry)
	}
	e := found[0]
	name := filepath.Join(s.Dir, e.File)
	certs, err := readFile(name)
	if err != nil {
		return Entry{}, fmt.Errorf("remove from trust store: %w", err)
	}
	if len(certs) > 1 {
		return Entry{}, fmt.Errorf("remove from trust store: %w", signing.Refuse(signing.ErrTrustFile, nil,
			"Chưa xoá: chứng thư nằm chung với %d chứng thư khác trong tệp %s của kho. Sửa hoặc xoá tệp đó trong %s.", len(certs)-1, e.File, s.Dir))
	}
	if err := os.Remove(name); err != nil {
		return Entry{}, fmt.Errorf("remove from trust store: %w", err)
	}
	return e, s.gone(e.Cert)
}

// gone is nil when no other file of the store holds the certificate.
func (s Store) gone(cert *x509.Certificate) error {
	entries, _, err := s.Load()
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Cert.Equal(cert) {
			return fmt.Errorf("remove from trust store: %w", signing.Refuse(signing.ErrTrustFile, nil,
				"Chứng thư vẫn còn trong kho, ở tệp %s. Xoá lần nữa, hoặc xoá tệp đó trong %s.", e.File, s.Dir))
		}
	}
	return nil
}

// Sort makes anchors of certificates: the self-signed ones are roots, those that
// practice claims are for practice alone, the others help.
func Sort(certs []*x509.Certificate, practice func(*x509.Certificate) bool) Anchors {
	var a Anchors
	for _, cert := range certs {
		switch {
		case !selfSigned(cert):
			a.Helpers = append(a.Helpers, cert)
		case practice(cert):
			a.Practice = append(a.Practice, cert)
		default:
			a.Roots = append(a.Roots, cert)
		}
	}
	return a
}
