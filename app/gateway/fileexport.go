package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// writing marks a DownError of the disk.
const writing = "use folder"

// FileExport is the Gateway that hands nothing over by itself: it writes the
// signed envelope into a folder, one sub-folder a key, for the user to give to
// an I-VAN or the portal by hand, and answers a receipt of KindExport. Writing
// the same package twice leaves one copy and gives the same receipt; a copy that
// was taken away meanwhile is written again.
type FileExport struct {
	dir string
	now func() time.Time
}

var _ Gateway = (*FileExport)(nil)

// NewFileExport exports into dir, which is made when first needed.
func NewFileExport(dir string, now func() time.Time) *FileExport {
	return &FileExport{dir: dir, now: now}
}

// receiptName is the note beside an exported envelope.
const receiptName = "bien-nhan-xuat-tep.json"

type exportNote struct {
	Loai             string    `json:"loai"`
	MaGiaoDich       string    `json:"maGiaoDich"`
	Khoa             string    `json:"khoa"`
	SHA256           string    `json:"sha256"`
	DoDai            int       `json:"doDai"`
	TenFile          string    `json:"tenFile"`
	ThoiGianTiepNhan time.Time `json:"thoiGianXuat"`
	LuuY             string    `json:"luuY"`
}

// Submit writes the envelope and then its note; only the note makes it count.
func (f *FileExport) Submit(ctx context.Context, p Package) (Receipt, error) {
	if err := p.check(); err != nil {
		return Receipt{}, err
	}
	if err := ctx.Err(); err != nil {
		return Receipt{}, fmt.Errorf("export %s: %w", p.Key, &DownError{Doing: writing, Err: err})
	}
	switch r, err := f.Lookup(ctx, p.Key); {
	case err == nil && r.SHA256 != p.SHA256:
		return Receipt{}, fmt.Errorf("export %s: %w", p.Key, ErrKeyTaken)
	case err == nil:
		r.NhacLai = true
		if _, gone := os.Stat(r.TepXuat); errors.Is(gone, fs.ErrNotExist) {
			if err := writeDurably(r.TepXuat, p.Bytes); err != nil {
				return Receipt{}, fmt.Errorf("export %s: %w", p.Key, &DownError{Doing: writing, Err: err})
			}
		}
		return r, nil
	case !errors.Is(err, ErrUnknownKey):
		return Receipt{}, err
	}
	dir := filepath.Join(f.dir, p.Key)
	note, err := json.MarshalIndent(exportNote{
		Loai: string(KindExport), MaGiaoDich: p.Key, Khoa: p.Key, SHA256: p.SHA256, DoDai: len(p.Bytes), TenFile: p.TenFile,
		ThoiGianTiepNhan: f.now().Truncate(time.Second),
		LuuY:             "Hồ sơ mới được xuất ra tệp, chưa nộp cho cơ quan BHXH.",
	}, "", " ")
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err == nil {
		err = writeDurably(filepath.Join(dir, p.TenFile), p.Bytes)
	}
	if err == nil {
		err = writeDurably(filepath.Join(dir, receiptName), append(note, '\n'))
	}
	if err == nil {
		err = syncDir(f.dir)
	}
	if err != nil {
		return Receipt{}, fmt.Errorf("export %s: %w", p.Key, &DownError{Doing: writing, Err: err})
	}
	return f.Lookup(ctx, p.Key)
}

// Lookup reads the note and makes sure that the envelope beside it is whole.
func (f *FileExport) Lookup(_ context.Context, key string) (Receipt, error) {
	if !keyShape.MatchString(key) {
		return Receipt{}, fmt.Errorf("%w: key is not a UUID", ErrPackage)
	}
	dir := filepath.Join(f.dir, key)
	raw, err := os.ReadFile(filepath.Join(dir, receiptName))
	if errors.Is(err, fs.ErrNotExist) {
		return Receipt{}, fmt.Errorf("look up %s: %w", key, ErrUnknownKey)
	}
	if err != nil {
		return Receipt{}, fmt.Errorf("look up %s: %w", key, &DownError{Doing: writing, Err: err})
	}
	var n exportNote
	if err := json.Unmarshal(raw, &n); err != nil || n.Khoa != key || !isHash(n.SHA256) || n.TenFile != EnvelopeName {
		return Receipt{}, fmt.Errorf("look up %s: %w", key, &UnclearError{Cause: "malformed", Raw: raw, Err: errors.New("note of the export was changed")})
	}
	path := filepath.Join(dir, n.TenFile)
	if b, err := os.ReadFile(path); err == nil && HashOf(b) != n.SHA256 {
		return Receipt{}, fmt.Errorf("look up %s: %w", key, &UnclearError{Cause: "foreign", Raw: raw, Err: errors.New("exported envelope was changed")})
	}
	return Receipt{
		Kind: KindExport, MaGiaoDich: n.MaGiaoDich, Key: n.Khoa, SHA256: n.SHA256,
		ThoiGianTiepNhan: n.ThoiGianTiepNhan, TepXuat: path, Raw: raw,
	}, nil
}

// Progress answers ErrNoTracking.
func (f *FileExport) Progress(context.Context, string) (Progress, error) {
	return Progress{}, ErrNoTracking
}

// Results answers ErrNoTracking.
func (f *FileExport) Results(context.Context, string) ([]File, error) { return nil, ErrNoTracking }

// writeDurably makes path hold b or stay as it was: temporary file beside it,
// flushed, renamed, folder flushed.
func writeDurably(path string, b []byte) (err error) {
	dir := filepath.Dir(path)
	t, err := os.CreateTemp(dir, ".dang-ghi-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			t.Close()
			os.Remove(t.Name())
		}
	}()
	if _, err = t.Write(b); err != nil {
		return err
	}
	if err = t.Sync(); err != nil {
		return err
	}
	if err = t.Close(); err != nil {
		return err
	}
	if err = os.Rename(t.Name(), path); err != nil {
		return err
	}
	return syncDir(dir)
}

// syncDir flushes the names of a folder; Windows has no such call.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
