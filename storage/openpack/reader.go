package openpack

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

// Reader reads an open export.
type Reader struct {
	Contents Contents
	Faults   Faults // of names and of the list, found when it was opened

	dir     *os.Root // of a folder
	zip     *zip.ReadCloser
	entries map[string]*entry // what is there, by name
	listed  map[string]File
}

// entry is a file that is there.
type entry struct {
	size   int64
	packed int64 // its bytes in a ZIP; as size in a folder
	zip    *zip.File
}

// Open opens an export and reads its list. ErrNot if it is none; the version and what
// else is wrong is in Faults.
func Open(at string) (*Reader, error) {
	r, err := open(at)
	if err != nil {
		return nil, fmt.Errorf("open open export: %w", err)
	}
	return r, nil
}

func open(at string) (r *Reader, err error) {
	st, err := os.Stat(at)
	if err != nil {
		return nil, err
	}
	r = &Reader{entries: map[string]*entry{}, listed: map[string]File{}}
	if st.IsDir() {
		if r.dir, err = os.OpenRoot(at); err == nil {
			err = r.walk()
		}
	} else {
		r.zip, err = zip.OpenReader(at)
		switch {
		case errors.Is(err, zip.ErrFormat), errors.Is(err, io.ErrUnexpectedEOF):
			err = fmt.Errorf("%w: %w", ErrNot, err)
		case err == nil:
			err = r.unzip(st.Size())
		}
	}
	if err == nil {
		err = r.readList()
	}
	if err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// Is reports whether there is an open export at a path.
func Is(at string) bool {
	r, err := open(at)
	if err != nil {
		return false
	}
	return r.Close() == nil
}

// Close closes it.
func (r *Reader) Close() error {
	var errs []error
	if r.dir != nil {
		errs = append(errs, r.dir.Close())
	}
	if r.zip != nil {
		errs = append(errs, r.zip.Close())
	}
	return errors.Join(errs...)
}

// walk lists a folder. What is no regular file of ours is a fault.
func (r *Reader) walk() error {
	return fs.WalkDir(r.dir.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() || litter(name):
			return nil
		case !e.Type().IsRegular():
			r.fault(name, "là liên kết hoặc tệp đặc biệt nên không đọc. Chép tệp thật vào chỗ đó")
			return nil
		}
		st, err := e.Info()
		if err != nil {
			return err
		}
		r.found(name, &entry{size: st.Size(), packed: st.Size()})
		return nil
	})
}

// unzip lists a ZIP. One that somebody packed again may have everything in a folder of
// its own.
func (r *Reader) unzip(size int64) error {
	under, seen := "", false
	for _, f := range r.zip.File {
		if dir, base := path.Split(f.Name); base == list && (!seen || len(dir) < len(under)) {
			under, seen = dir, true
		}
	}
	if len(r.zip.File) > maxEntries {
		return fmt.Errorf("%w: %d entries", ErrNot, len(r.zip.File))
	}
	left, whole := uint64(size), uint64(0)
	for _, f := range r.zip.File {
		if f.CompressedSize64 > left { // entries that share their bytes
			return fmt.Errorf("%w: entries are longer than the file", ErrNot)
		}
		left -= f.CompressedSize64
		whole += min(f.UncompressedSize64, 1<<40)
		name, inside := strings.CutPrefix(f.Name, under)
		switch {
		case strings.HasSuffix(f.Name, "/") || litter(f.Name):
			continue
		case !inside || !fs.ValidPath(name) || strings.ContainsAny(name, `\:`):
			r.fault(f.Name, "nằm ngoài bản xuất. Dùng bản ZIP gốc")
			continue
		case f.Flags&1 != 0:
			r.fault(name, "có mật khẩu. Giải nén bằng chương trình nén ra một thư mục, rồi nhận thư mục ấy")
			continue
		case !f.Mode().IsRegular():
			r.fault(name, "là liên kết hoặc tệp đặc biệt nên không đọc. Dùng bản ZIP gốc")
			continue
		}
		r.found(name, &entry{size: int64(min(f.UncompressedSize64, 1<<62)), packed: int64(min(f.CompressedSize64, 1<<62)), zip: f})
	}
	if whole > ratioCounts && whole/uint64(max(size, 1)) > maxRatio {
		return fmt.Errorf("%w: %d bytes would become %d", ErrNot, size, whole)
	}
	return nil
}

func (r *Reader) found(name string, e *entry) {
	most, ok := limit(name)
	switch {
	case r.entries[name] != nil:
		r.fault(name, "có hai lần. Dùng bản ZIP gốc")
	case !ok:
		r.fault(name, "không phải tệp của bản xuất. Bỏ tệp này ra ngoài")
	case e.size > most:
		r.fault(name, fmt.Sprintf("dài %d byte, nhiều hơn mức nhận được (%d byte)", e.size, most))
	case e.size > ratioCounts && e.size/max(e.packed, 1) > maxRatio:
		r.fault(name, fmt.Sprintf("bị nén bất thường (%d byte thành %d byte) nên không mở", e.size, e.packed))
	default:
		r.entries[name] = e
		return
	}
	r.entries[name] = nil // it is there, and is not read
}

func (r *Reader) fault(name, say string) {
	r.Faults = append(r.Faults, Fault{File: name, Say: say})
}

// readList reads the list and holds it against the names that are there.
func (r *Reader) readList() error {
	e := r.entries[list]
	if e == nil {
		return fmt.Errorf("%w: it has no list", ErrNot)
	}
	in, err := r.open(list)
	if err != nil {
		return err
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, maxList+1))
	c := &r.Contents
	if err == nil {
		err = json.Unmarshal(text, c)
	}
	if err != nil || c.Kind != kind || c.Version < 1 || len(c.Files) > maxEntries {
		return fmt.Errorf("%w: list cannot be read: %w", ErrNot, err)
	}
	for _, f := range c.Files {
		_, again := r.listed[f.Name]
		_, ok := limit(f.Name)
		if !ok || again || f.Name == list || f.Size < 0 {
			r.fault(list, fmt.Sprintf("ghi tên tệp không nhận được: %q", f.Name))
			continue
		}
		r.listed[f.Name] = f
		there, is := r.entries[f.Name]
		switch {
		case !is && readBack(f.Name):
			r.fault(f.Name, "bị thiếu. Lấy lại từ bản gốc")
		case !is:
			r.note(f.Name, "bị thiếu; khi nhận không cần tới")
		case there != nil && there.size != f.Size:
			r.changed(f.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.entries)) {
		if _, is := r.listed[name]; !is && name != list {
			if _, ok := limit(name); ok {
				r.fault(name, "không có trong danh sách tệp. Bỏ tệp này ra ngoài")
			}
		}
	}
	return nil
}

func (r *Reader) note(name, say string) {
	r.Faults = append(r.Faults, Fault{File: name, Say: say, Note: true})
}

// changed tells that a file is not what the list says, once.
func (r *Reader) changed(name string) {
	if readBack(name) {
		r.fault(name, "đã bị sửa hoặc hỏng: nội dung không khớp danh sách tệp. Lấy lại từ bản gốc")
	} else {
		r.note(name, "đã bị sửa. Chỉ các tệp trong du-lieu và tep được nhận, nên chỗ sửa ở đây không được nhận vào")
	}
	r.entries[name] = nil
}

// Has reports whether a file is there and listed.
func (r *Reader) Has(name string) bool {
	_, is := r.listed[name]
	return is && r.entries[name] != nil
}

// File is what the list says of a file.
func (r *Reader) File(name string) File { return r.listed[name] }

// Size is how many bytes everything has that is read back.
func (r *Reader) Size() (n int64) {
	for name, f := range r.listed {
		if readBack(name) {
			n += f.Size
		}
	}
	return n
}

// Open opens a file that is there. Read to its end, it is held against the list once
// more: ErrChanged where it is another one by now.
func (r *Reader) Open(name string) (io.ReadCloser, error) {
	if !r.Has(name) {
		return nil, fmt.Errorf("open %s: %w", name, fs.ErrNotExist)
	}
	in, err := r.open(name)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	return &held{in: in, h: sha256.New(), f: r.listed[name]}, nil
}

func (r *Reader) open(name string) (io.ReadCloser, error) {
	if e := r.entries[name]; e.zip != nil {
		return e.zip.Open()
	}
	return r.dir.Open(name)
}
