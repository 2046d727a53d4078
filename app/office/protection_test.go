package office

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/storage"
	"ankhai/storage/keys"
)

// openWith opens a folder with what a person typed.
func openWith(t *testing.T, dir, passphrase, recovery string) (*Office, error) {
	t.Helper()
	src := testKeys(dir)
	src.Passphrase, src.Recovery = []byte(passphrase), []byte(recovery)
	o, err := Open(t.Context(), Config{Dir: dir, Now: testNow, Keys: src})
	if err == nil {
		t.Cleanup(func() { o.Close() })
	}
	return o, err
}

// A folder of 0.1.0 gets keys at its first opening, with all that was in it.
func TestFolderOfFirstVersionGetsKeys(t *testing.T) {
	dir := t.TempDir()
	packed, err := os.Open(filepath.Join("..", "..", "storage", "testdata", "v1.db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	z, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, storeFile), plain, 0o600); err != nil {
		t.Fatal(err)
	}
	o, err := openWith(t, dir, "", "")
	if err != nil {
		t.Fatal(err)
	}
	all, err := o.Dossiers(t.Context())
	if err != nil || len(all) == 0 {
		t.Errorf("%d dossiers, %v", len(all), err)
	}
	if p := o.Protection(); p.OpenedBy != "machine" || len(p.Lacks) != 2 || !strings.Contains(p.Say(), "khoá theo máy") {
		t.Errorf("protection %+v", p)
	}
	if there, err := keys.Exists(dir); !there || err != nil {
		t.Errorf("no key file: %v", err)
	}
	if needs, err := storage.NeedsKey(filepath.Join(dir, storeFile)); !needs || err != nil {
		t.Errorf("the data file is still plain: %v", err)
	}
}

// An encrypted file without its key file is refused in words, as is somebody
// else's; nothing is written.
func TestEncryptedDataWithoutKeyFile(t *testing.T) {
	dir := t.TempDir()
	o, err := openWith(t, dir, "", "")
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, storeFile)
	encrypted, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range keys.Files {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		data []byte
		want error
		say  string
	}{
		{encrypted, keys.ErrMissing, "thiếu tệp khoá kho.khoa"},
		{bytes.Repeat([]byte("sổ khác "), 1024), storage.ErrForeign, "không phải dữ liệu của AnKhai"},
	} {
		if err := os.WriteFile(path, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := openWith(t, dir, "", ""); !errors.Is(err, c.want) || !strings.Contains(Say(err), c.say) {
			t.Errorf("got %v: %s", err, Say(err))
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, c.data) {
			t.Errorf("the data file changed: %v", err)
		}
		if there, _ := keys.Exists(dir); there {
			t.Error("a key file was made that opens nothing")
		}
	}
}

func TestOpeningNeedsASecret(t *testing.T) {
	const secret = "bốn từ dễ nhớ"
	dir := t.TempDir()
	o, err := openWith(t, dir, secret, "")
	if err != nil {
		t.Fatal(err)
	}
	key, err := o.NewRecovery(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	text := key.Text()
	if p := o.Protection(); len(p.Lacks) != 1 || p.Lacks[0].Kind != "recovery" {
		t.Errorf("with an untried recovery key: %+v", p.Lacks)
	}
	if err := o.TryRecovery(t.Context(), bytes.Clone(text)); err != nil {
		t.Fatal(err)
	}
	if p := o.Protection(); len(p.Lacks) != 0 {
		t.Errorf("with a tried one: %+v", p.Lacks)
	}
	file := o.RecoveryFile(key)
	if !bytes.Contains(file.Bytes, text) {
		t.Error("the printed file lacks the key")
	}
	lines, err := o.store.Journal(t.Context(), 5)
	if err != nil || lines[0].What != "khoa.thuKhoaKhoiPhuc" || lines[1].What != "khoa.taoKhoaKhoiPhuc" {
		t.Errorf("journal %+v, %v", lines, err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		passphrase, recovery string
		askP, askR, opens    bool
	}{
		{"", "", true, true, false},
		{"bốn từ dễ quên", "", true, false, false},
		{"", strings.Replace(string(text), "-", "-Z", 1), false, true, false},
		{secret, "", false, false, true},
		{"", strings.ToLower(string(text)), false, false, true},
	} {
		o, err := openWith(t, dir, c.passphrase, c.recovery)
		p, r := AsksFor(err)
		if p != c.askP || r != c.askR || (err == nil) != c.opens {
			t.Errorf("%q %q: %v, asks %v %v", c.passphrase, c.recovery, err, p, r)
		}
		if err == nil {
			if err := o.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}
