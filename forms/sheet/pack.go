package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// Limits on a package, counted while inflating; what the directory claims is
// never believed.
const (
	maxFile    = 50 << 20 // bytes of the file
	maxEntries = 2 << 10
	maxInflate = 1 << 30  // bytes inflated over all parts read
	freeRatio  = 10 << 20 // a part may be this long whatever its ratio
	maxRatio   = 200
)

// pack is an opened ZIP package with a budget of bytes that may still inflate.
type pack struct {
	parts map[string]*zip.File // lower case, forward slashes
	left  int64
}

// cfbMagic begins a Compound File Binary document.
var cfbMagic = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")

// openPack recognises the kind of file and reads the ZIP directory.
func openPack(data []byte) (*pack, error) {
	switch {
	case len(data) > maxFile:
		return nil, ErrTooBig
	case bytes.HasPrefix(data, cfbMagic):
		return nil, compound(data)
	case bytes.HasPrefix(data, []byte("\x09\x08")), bytes.HasPrefix(data, []byte("\x09\x04")), bytes.HasPrefix(data, []byte("\x09\x02")):
		return nil, ErrOldXLS // a bare BIFF stream
	case !bytes.HasPrefix(data, []byte("PK")):
		return nil, ErrNotWorkbook
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("read zip directory: %w (%w)", ErrDamaged, err)
	}
	if len(z.File) > maxEntries {
		return nil, ErrTooBig
	}
	p := &pack{parts: make(map[string]*zip.File, len(z.File)), left: maxInflate}
	for _, f := range z.File {
		name := partName(f.Name)
		if strings.HasSuffix(name, "/") {
			continue
		}
		if p.parts[name] != nil {
			return nil, fmt.Errorf("part twice in the package: %w", ErrDamaged)
		}
		p.parts[name] = f
	}
	return p, nil
}

// compound tells an encrypted OOXML package from an old .xls; both are Compound
// File Binary documents, the former with a stream named EncryptedPackage.
func compound(data []byte) error {
	for _, known := range []struct {
		stream string
		is     error
	}{{"EncryptedPackage", ErrPassword}, {"Workbook", ErrOldXLS}, {"Book", ErrOldXLS}} {
		var name []byte
		for _, b := range []byte(known.stream) {
			name = append(name, b, 0)
		}
		if bytes.Contains(data, name) {
			return known.is
		}
	}
	return ErrNotWorkbook // a document of Word, or no document at all
}

func partName(s string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(s, `\`, "/"), "/"))
}

// open starts reading a part; ok is false when the package has none of the name.
func (p *pack) open(name string) (*partReader, bool, error) {
	f := p.parts[partName(name)]
	if f == nil {
		return nil, false, nil
	}
	rc, err := f.Open()
	if err != nil {
		return nil, true, fmt.Errorf("open part: %w (%w)", ErrDamaged, err)
	}
	return &partReader{p: p, r: rc, want: f.CRC32, packed: int64(f.CompressedSize64)}, true, nil
}

// partReader counts what inflates and checks the CRC at the end, also where
// the directory claims a CRC of 0, which archive/zip takes for "not given".
type partReader struct {
	p      *pack
	r      io.ReadCloser
	n      int64
	sum    uint32
	want   uint32
	packed int64
}

// Read inflates on; every error is one of ours.
func (r *partReader) Read(b []byte) (int, error) {
	n, err := r.r.Read(b)
	r.n += int64(n)
	r.p.left -= int64(n)
	if r.p.left < 0 || (r.n > freeRatio && r.n > maxRatio*max(r.packed, 1)) {
		return n, ErrTooBig
	}
	if r.want == 0 {
		r.sum = crc32.Update(r.sum, crc32.IEEETable, b[:n])
	}
	if err == io.EOF {
		r.r.Close()
		if r.want == 0 && r.sum != 0 {
			return n, fmt.Errorf("checksum of part: %w", ErrDamaged)
		}
		return n, io.EOF
	}
	if err != nil {
		return n, fmt.Errorf("inflate part: %w (%w)", ErrDamaged, err)
	}
	return n, nil
}
