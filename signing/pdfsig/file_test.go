package pdfsig

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ankhai/signing"
)

func TestFileIsSignedInPlace(t *testing.T) {
	path := file(t, "to-khai.pdf", document("x"))
	opts := Options{Time: signedAt}
	if err := SignFile(context.Background(), path, path, setUp(t).key, opts); err != nil {
		t.Fatal(err)
	}
	once, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	report, err := Verify(once, Policy{})
	if err != nil || !report.Valid() {
		t.Errorf("%q, %v", report.Say(), err)
	}
	other := filepath.Join(filepath.Dir(path), "khac.pdf")
	if err := SignFile(context.Background(), path, other, setUp(t).key, opts); err != nil {
		t.Fatal(err)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, once) {
		t.Errorf("the input changed, %v", err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 2 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestFileThatCannotBeSignedStays(t *testing.T) {
	for name, data := range map[string][]byte{"broken": []byte("%PDF-1.4 no"), "empty": nil} {
		path := file(t, "to-khai.pdf", data)
		err := SignFile(context.Background(), path, path, setUp(t).key, Options{Time: signedAt})
		if !errors.Is(err, signing.ErrDocument) {
			t.Errorf("%s: %v", name, err)
		}
		if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, data) {
			t.Errorf("%s: the file changed, %v", name, err)
		}
		if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
			t.Errorf("%s: left behind: %v, %v", name, left, err)
		}
	}
	if err := SignFile(context.Background(), t.TempDir(), "x", setUp(t).key, Options{}); !errors.Is(err, signing.ErrDocument) {
		t.Errorf("folder: %v", err)
	}
	path := file(t, "to-khai.pdf", document("x"))
	if err := SignFile(context.Background(), path, filepath.Join(t.TempDir(), "no", "x.pdf"), setUp(t).key, Options{Time: signedAt}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no such folder: %v", err)
	}
}
