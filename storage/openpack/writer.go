package openpack

import (
	"archive/zip"
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ankhai/storage/durable"
)

// Writer writes an open export. Nothing is at its path before Commit.
type Writer struct {
	path, tmp string
	made      time.Time
	zip       *zip.Writer // nil: a folder is written
	file      *os.File    // the ZIP
	files     []File
	known     map[string]bool // names, in small letters: some disks do not tell them apart
}

// New begins an export at path: a ZIP if it ends so, else a folder, which must not be
// there, or be empty. fs.ErrExist if something is. made is the time that the files of
// a ZIP bear.
func New(path string, made time.Time) (*Writer, error) {
	w, err := begin(path, made)
	if err != nil {
		return nil, fmt.Errorf("begin open export: %w", err)
	}
	return w, nil
}

func begin(path string, made time.Time) (*Writer, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	packed := strings.EqualFold(filepath.Ext(path), ".zip")
	if err := free(path, packed); err != nil {
		return nil, err
	}
	if err := tidy(filepath.Dir(path), made); err != nil {
		return nil, err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(path), unfinished) // mode 0700
	if err != nil {
		return nil, err
	}
	w := &Writer{path: path, tmp: tmp, made: made.UTC(), known: map[string]bool{}}
	if !packed {
		return w, nil
	}
	if w.file, err = os.OpenFile(filepath.Join(tmp, "a.zip"), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600); err != nil {
		return nil, errors.Join(err, os.RemoveAll(tmp))
	}
	w.zip = zip.NewWriter(w.file)
	return w, nil
}

// unfinished is how a folder is called in which an export is being written.
const unfinished = ".ankhai-mo-*.tmp"

// tidy takes away what programs that were killed a day ago or longer have left beside
// the export: anybody can read it.
func tidy(dir string, now time.Time) error {
	left, err := os.ReadDir(dir)
	for _, e := range left {
		if ok, _ := filepath.Match(unfinished, e.Name()); !ok || !e.IsDir() {
			continue
		}
		if st, gone := e.Info(); gone == nil && now.Sub(st.ModTime()) > 24*time.Hour {
			err = errors.Join(err, os.RemoveAll(filepath.Join(dir, e.Name())))
		}
	}
	return err
}

// free fails with fs.ErrExist unless an export may be put at path.
func free(path string, packed bool) error {
	st, err := os.Lstat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case packed || !st.IsDir():
		return os.ErrExist
	}
	inside, err := os.ReadDir(path)
	if err == nil && len(inside) > 0 {
		err = os.ErrExist
	}
	return err
}

// Add lets write fill a file, one at a time, and says what is in it.
func (w *Writer) Add(ctx context.Context, name string, write func(io.Writer) error) (File, error) {
	f, err := w.add(ctx, name, write)
	if err != nil {
		return f, fmt.Errorf("write %s: %w", name, err)
	}
	w.files = append(w.files, f)
	return f, nil
}

func (w *Writer) add(ctx context.Context, name string, write func(io.Writer) error) (File, error) {
	f := File{Name: name}
	most, ok := limit(name)
	if !ok || w.known[strings.ToLower(name)] {
		return f, errors.New("no file may be called so")
	}
	w.known[strings.ToLower(name)] = true
	to, end, err := w.create(name)
	if err != nil {
		return f, err
	}
	h := sha256.New()
	b := bufio.NewWriterSize(&counter{ctx, io.MultiWriter(to, h), &f.Size}, 64<<10)
	err = errors.Join(write(b), b.Flush(), end())
	f.SHA256 = hex.EncodeToString(h.Sum(nil))
	if err == nil && f.Size > most {
		err = fmt.Errorf("%d bytes are more than may be", f.Size)
	}
	return f, err
}

// create opens the place of a file; end makes it last.
func (w *Writer) create(name string) (to io.Writer, end func() error, err error) {
	if w.zip != nil {
		to, err = w.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: w.made})
		return to, func() error { return nil }, err
	}
	at := filepath.Join(w.tmp, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
		return nil, nil, err
	}
	f, err := os.OpenFile(at, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, nil, err
	}
	return f, func() error { return errors.Join(f.Sync(), f.Close()) }, nil
}

// Commit writes the list, lets last do what must be done before the export is there,
// and gives it its name. The list of c is the writer's own.
func (w *Writer) Commit(ctx context.Context, c Contents, last func(Contents) error) error {
	if err := w.commit(ctx, c, last); err != nil {
		return fmt.Errorf("end open export: %w", err)
	}
	return nil
}

func (w *Writer) commit(ctx context.Context, c Contents, last func(Contents) error) error {
	c.Files = slices.SortedFunc(slices.Values(w.files), func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	text, err := c.encode()
	if err != nil {
		return err
	}
	if _, err := w.add(ctx, list, func(to io.Writer) error { _, err := to.Write(text); return err }); err != nil {
		return err
	}
	from := w.tmp
	if w.zip != nil {
		from = w.file.Name()
		err := errors.Join(w.zip.Close(), w.file.Sync(), w.file.Close())
		if w.zip = nil; err != nil {
			return err
		}
	}
	if err := last(c); err != nil {
		return err
	}
	if err := os.Remove(w.path); err != nil && !errors.Is(err, os.ErrNotExist) { // an empty folder
		return err
	}
	if err := os.Rename(from, w.path); err != nil {
		return err
	}
	return durable.SyncDir(filepath.Dir(w.path))
}

// Close takes away what was not committed.
func (w *Writer) Close() error {
	var err error
	if w.zip != nil {
		err = w.file.Close()
	}
	return errors.Join(err, os.RemoveAll(w.tmp))
}

// counter counts what goes through, until ctx ends.
type counter struct {
	ctx context.Context
	w   io.Writer
	n   *int64
}

func (c *counter) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.w.Write(p)
	*c.n += int64(n)
	return n, err
}
