package office

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ankhai/storage"
)

// A file of one employer and a backup of everything are looked at before anything changes:
// what is in them, what is here, which secret opens them, and what is wrong with a file.
func TestAFileIsLookedAtFirst(t *testing.T) {
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_, url := aGateway(t, t.TempDir(), "")
	if err := o.SetGateway(t.Context(), dv.MaSoThue, url); err != nil {
		t.Fatal(err)
	}
	id := signedDossier(t, o)
	if err := o.Queue(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	h, err := o.Holding(t.Context(), dv.MaSoThue)
	if err != nil || h.People == 0 || h.Payrolls == 0 || h.Signed != 1 || !slices.Equal(h.Waiting, []string{id}) {
		t.Fatalf("here is %+v, %v", h, err)
	}
	if _, err := o.Holding(t.Context(), "9999999999"); !errors.Is(err, ErrNotFound) {
		t.Errorf("an employer that is not here: %v", err)
	}
	dir := t.TempDir()
	file, all := filepath.Join(dir, "khach.ankhai"), filepath.Join(dir, "tat-ca.ankhai")
	if _, err := o.ExportEmployer(t.Context(), dv.MaSoThue, file, []byte("mật khẩu của tệp này")); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Backup(t.Context(), all); err != nil {
		t.Fatal(err)
	}
	seen, err := o.LookAtBackup(t.Context(), all, Sources{}) // by the key of here
	if err != nil || seen.One || len(seen.Employers) != 1 || seen.Here[dv.MaSoThue].People != h.People || seen.Info.Bytes == 0 || seen.Made.IsZero() {
		t.Errorf("a backup: %+v, %v", seen, err)
	}

	there := openDesk(t, t.TempDir())
	seen, err = there.LookAtBackup(t.Context(), file, Sources{})
	if p, r := AsksFor(err); !seen.One || !p || r {
		t.Errorf("nothing typed: %+v, %v", seen, err)
	}
	if _, err = there.LookAtBackup(t.Context(), file, Sources{Passphrase: []byte("sai mật khẩu mất rồi")}); !errors.Is(err, ErrFilePass) {
		t.Errorf("a wrong passphrase: %v", err)
	}
	seen, err = there.LookAtBackup(t.Context(), file, Sources{Passphrase: []byte("mật khẩu của tệp này")})
	if err != nil || len(seen.Employers) != 1 || len(seen.Here) != 0 {
		t.Fatalf("the right one: %+v, %v", seen, err)
	}
	if got := seen.Employers[0]; got.DonVi.Ten != dv.Ten || got.People != h.People || got.Payrolls != h.Payrolls || !slices.Equal(got.Waiting, h.Waiting) {
		t.Errorf("holds %+v, want %+v", got, h)
	}
	if all, err := there.Companies(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("looking took it in: %v, %v", all, err)
	}

	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	broken := bytes.Clone(data)
	broken[len(data)/2] ^= 1
	hurt, cut, foreign := filepath.Join(dir, "hong.ankhai"), filepath.Join(dir, "cut.ankhai"), filepath.Join(dir, "la.ankhai")
	if err := errors.Join(os.WriteFile(hurt, broken, 0o600), os.WriteFile(cut, data[:len(data)/2], 0o600), os.WriteFile(foreign, bytes.Repeat([]byte("không phải "), 900), 0o600)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{hurt: ErrBackupBroken, cut: ErrNotBackup, foreign: ErrNotBackup} {
		if _, err := there.LookAtBackup(t.Context(), path, Sources{}); !errors.Is(err, want) || errors.Is(err, storage.ErrDamaged) {
			t.Errorf("%s: %v, want %v", filepath.Base(path), err, want)
		}
	}
}
