package openpack

import (
	"archive/zip"
	"compress/flate"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
)

// ErrChanged: a file is not what it was when it was checked.
var ErrChanged = errors.New("file was changed meanwhile")

// Check reads every file through and holds it against the list. What does not agree
// is added to Faults; the error is of the disk, or of ctx.
func (r *Reader) Check(ctx context.Context) error {
	buf := make([]byte, 64<<10)
	for _, f := range r.Contents.Files {
		if !r.Has(f.Name) {
			continue
		}
		in, err := r.open(f.Name)
		if err == nil {
			var n int64
			_, err = io.CopyBuffer(&counter{ctx, io.Discard, &n}, onlyRead{&held{in: in, h: sha256.New(), f: f}}, buf)
			err = errors.Join(err, in.Close())
		}
		switch {
		case err == nil:
		case errors.Is(err, ErrChanged), spoilt(err):
			r.changed(f.Name)
		default:
			return fmt.Errorf("check %s: %w", f.Name, err)
		}
	}
	return nil
}

// onlyRead hides what else a reader can do, so that a copy goes through its buffer.
type onlyRead struct{ io.Reader }

// spoilt reports whether an error is of the packed bytes, not of the disk.
func spoilt(err error) bool {
	var corrupt flate.CorruptInputError
	return errors.Is(err, zip.ErrChecksum) || errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrAlgorithm) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &corrupt)
}

// held reads a file and holds it, at its end, against what the list says. It gives no
// more than that.
type held struct {
	in io.ReadCloser
	h  hash.Hash
	f  File
	n  int64
}

// Read is io.Reader's; ErrChanged in place of io.EOF where the file is another.
func (h *held) Read(p []byte) (int, error) {
	if int64(len(p)) > h.f.Size-h.n+1 {
		p = p[:h.f.Size-h.n+1]
	}
	n, err := h.in.Read(p)
	h.n += int64(n)
	h.h.Write(p[:n]) // never fails
	switch {
	case h.n > h.f.Size:
		return 0, ErrChanged
	case err == io.EOF && (h.n != h.f.Size || hex.EncodeToString(h.h.Sum(nil)) != h.f.SHA256):
		return n, ErrChanged
	}
	return n, err
}

// Close closes the file.
func (h *held) Close() error { return h.in.Close() }
