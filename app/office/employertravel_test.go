package office

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ankhai/storage"
)

// An employer is handed over without the account of this office at its gateway; what
// waited to be sent goes out by a person's word alone. Who takes it back keeps the
// account of here, and a backup of everything has it.
func TestAnEmployerTravelsWithoutItsAccount(t *testing.T) {
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_, url := aGateway(t, t.TempDir(), "")
	if err := errors.Join(o.SetGateway(t.Context(), dv.MaSoThue, url), o.SetGatewayAccount(t.Context(), dv.MaSoThue, "dai-ly", []byte("mat-khau-cong"))); err != nil {
		t.Fatal(err)
	}
	id := signedDossier(t, o)
	if err := o.Queue(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	file, all := filepath.Join(t.TempDir(), "khach.ankhai"), filepath.Join(t.TempDir(), "tat-ca.ankhai")
	if m, err := o.ExportEmployer(t.Context(), dv.MaSoThue, file, []byte("mật khẩu của tệp này")); err != nil || len(m.Held) != 0 {
		t.Fatalf("export: %+v, %v", m, err)
	}
	if _, err := o.Backup(t.Context(), all); err != nil {
		t.Fatal(err)
	}
	mo := filepath.Join(t.TempDir(), "mo")
	if _, err := o.OpenExport(t.Context(), dv.MaSoThue, mo); err != nil {
		t.Fatal(err)
	}
	for name, text := range folder(t, mo) {
		if strings.Contains(text, "dai-ly") || strings.Contains(text, accountSetting[:len(accountSetting)-1]) {
			t.Errorf("the open export has the account in %s", name)
		}
	}

	there := openDesk(t, t.TempDir())
	m, err := there.RestoreEmployer(t.Context(), file, "", Sources{Passphrase: []byte("mật khẩu của tệp này")})
	if err != nil || !slices.Equal(m.Held, []string{id}) {
		t.Fatalf("take in: %+v, %v", m, err)
	}
	if _, err := there.GatewayAccountOf(t.Context(), dv.MaSoThue); !errors.Is(err, ErrNoGatewayAccount) {
		t.Errorf("the account came along: %v", err)
	}
	if v, err := there.Dossier(t.Context(), id); err != nil || v.State != storage.NghiVan {
		t.Errorf("what waited: %v, %v", v.State, err)
	}

	if err := o.SetGatewayAccount(t.Context(), dv.MaSoThue, "dai-ly-moi", []byte("mat-khau-moi")); err != nil {
		t.Fatal(err)
	}
	if m, err := o.RestoreEmployer(t.Context(), all, dv.MaSoThue, Sources{}); err != nil || m.Kept != 1 || len(m.Held) != 0 {
		t.Fatalf("take back: %+v, %v", m, err)
	}
	if a, err := o.GatewayAccountOf(t.Context(), dv.MaSoThue); err != nil || a.User != "dai-ly-moi" {
		t.Errorf("the account of here: %+v, %v", a, err)
	}
	err = withBundle(t.Context(), all, o.dir, func(b *storage.Bundle) error {
		from, err := b.Store(t.Context(), o.dir, o.options())
		if err != nil {
			return err
		}
		var saved savedAccount
		if err := from.Setting(t.Context(), accountSetting+dv.MaSoThue, &saved); err != nil || saved.User != "dai-ly" {
			t.Errorf("a backup of everything: %+v, %v", saved, err)
		}
		return from.Close()
	})
	if err != nil {
		t.Fatal(err)
	}
}
