package gateway_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ankhai/app/gateway"
)

func TestFileExport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "xuất")
	day := time.Date(2026, 11, 22, 9, 20, 0, 0, time.UTC)
	g := gateway.NewFileExport(dir, func() time.Time { return day })
	p := pack()
	if _, err := g.Lookup(t.Context(), p.Key); !errors.Is(err, gateway.ErrUnknownKey) {
		t.Fatalf("before: got %v, want ErrUnknownKey", err)
	}
	first, err := g.Submit(t.Context(), p)
	if err != nil || first.Kind != gateway.KindExport || first.Key != p.Key || first.SHA256 != p.SHA256 || first.NhacLai {
		t.Fatalf("got %+v, %v", first, err)
	}
	if b, err := os.ReadFile(first.TepXuat); err != nil || string(b) != string(p.Bytes) || filepath.Base(first.TepXuat) != "BHXHDienTu.xml" {
		t.Errorf("exported: %q, %v", b, err)
	}
	day = day.Add(time.Hour)
	again, err := g.Submit(t.Context(), p)
	if err != nil || !again.NhacLai || !again.ThoiGianTiepNhan.Equal(first.ThoiGianTiepNhan) {
		t.Errorf("again: got %+v, %v; want the first receipt", again, err)
	}
	other := gateway.NewPackage(p.Key, "00999", []byte("<Hoso>2</Hoso>"))
	if _, err := g.Submit(t.Context(), other); !errors.Is(err, gateway.ErrKeyTaken) {
		t.Errorf("other bytes: got %v, want ErrKeyTaken", err)
	}
	if _, err := g.Progress(t.Context(), first.MaGiaoDich); !errors.Is(err, gateway.ErrNoTracking) {
		t.Errorf("progress: got %v, want ErrNoTracking", err)
	}
	left, _ := filepath.Glob(filepath.Join(dir, "*", ".dang-ghi-*"))
	if len(left) != 0 {
		t.Errorf("left over: %v", left)
	}
	if err := os.WriteFile(first.TepXuat, []byte("<Hoso>sửa</Hoso>"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Lookup(t.Context(), p.Key); !errors.Is(err, gateway.ErrUnclear) {
		t.Errorf("changed envelope: got %v, want ErrUnclear", err)
	}
}

// Killed between the envelope and its note: the export does not count yet and
// is simply done again.
func TestFileExportCutInTheMiddle(t *testing.T) {
	dir := t.TempDir()
	g := gateway.NewFileExport(dir, time.Now)
	p := pack()
	if err := os.MkdirAll(filepath.Join(dir, p.Key), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, p.Key, "BHXHDienTu.xml"), []byte("<Ho"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Lookup(t.Context(), p.Key); !errors.Is(err, gateway.ErrUnknownKey) {
		t.Fatalf("got %v, want ErrUnknownKey", err)
	}
	if _, err := g.Submit(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if r, err := g.Lookup(t.Context(), p.Key); err != nil || r.SHA256 != p.SHA256 {
		t.Errorf("got %+v, %v", r, err)
	}
}

func TestFileExportWhereNothingCanBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := gateway.NewFileExport(filepath.Join(file, "b"), time.Now).Submit(t.Context(), pack())
	if !errors.Is(err, gateway.ErrDown) {
		t.Errorf("got %v, want ErrDown", err)
	}
	t.Log(gateway.Say(err))
}
