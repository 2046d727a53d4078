package sandbox_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// sealedFolder is a folder with one accepted dossier.
func sealedFolder(t *testing.T, o sandbox.Options) gateway.Receipt {
	t.Helper()
	r := start(t, o)
	got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1)))
	if err != nil {
		t.Fatal(err)
	}
	r.box.Close()
	return got
}

// everything reads all files of a folder.
func everything(t *testing.T, dir string) (all []byte, names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		all, names = append(append(all, b...), '\n'), append(names, filepath.Base(path))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all, names
}

func TestFolderIsSealed(t *testing.T) {
	at := day
	for name, key := range map[string][]byte{"own key": nil, "key given": bytes.Repeat([]byte{7}, sandbox.KeySize)} {
		o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at), Key: key}
		want := sealedFolder(t, o)
		all, names := everything(t, o.Dir)
		for _, word := range []string{"<Hoso", `"nhan"`, "maGiaoDich", base64.StdEncoding.EncodeToString(dossier(1))[:64]} {
			if bytes.Contains(all, []byte(word)) {
				t.Errorf("%s: %q can be read in the folder", name, word)
			}
		}
		if has := strings.Contains(strings.Join(names, " "), "khoa-rieng"); has != (key == nil) {
			t.Errorf("%s: files %v", name, names)
		}
		r := start(t, o)
		if got, err := r.client.Lookup(t.Context(), want.Key); err != nil || got.MaGiaoDich != want.MaGiaoDich {
			t.Errorf("%s: opened again: %+v, %v", name, got, err)
		}
		if b, err := r.box.Envelope(want.Key); err != nil || !bytes.Equal(b, dossier(1)) {
			t.Errorf("%s: envelope: %d bytes, %v", name, len(b), err)
		}
		r.box.Close()
	}
}

// The folder's own key gives way to the one that the data folder hands in.
func TestOwnKeyGivesWay(t *testing.T) {
	at := day
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at)}
	want := sealedFolder(t, o)
	o.Key = bytes.Repeat([]byte{3}, sandbox.KeySize)
	r := start(t, o)
	if _, err := r.client.Lookup(t.Context(), want.Key); err != nil {
		t.Error(err)
	}
	r.box.Close()
	if _, names := everything(t, o.Dir); strings.Contains(strings.Join(names, " "), "khoa-rieng") {
		t.Errorf("the own key is still there: %v", names)
	}
	for _, key := range [][]byte{nil, bytes.Repeat([]byte{4}, sandbox.KeySize)} {
		if _, err := sandbox.New(sandbox.Options{Dir: o.Dir, Now: o.Now, Key: key}); !errors.Is(err, sandbox.ErrSealed) {
			t.Errorf("another key: got %v, want ErrSealed", err)
		}
	}
	if _, err := sandbox.New(sandbox.Options{Dir: o.Dir, Now: o.Now, Key: []byte("ngan")}); err == nil {
		t.Error("a short key was taken")
	}
}
