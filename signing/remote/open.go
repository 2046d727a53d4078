package remote

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ankhai/signing"
)

// Open logs in to a service and finds the account's certificate. Several that
// could sign give ErrSeveralKeys, naming them. The secrets are copied; the copy is
// wiped by Close.
func Open(ctx context.Context, name string, a Account, s Secrets, o Options) (*Key, error) {
	k, all, err := dial(ctx, name, a, s, o)
	if err != nil {
		return nil, err
	}
	if k.cred, err = choose(all, a.Credential); err != nil {
		k.Close()
		return nil, fmt.Errorf("open remote key: %w", err)
	}
	k.session = Session{Account: name, Serial: signing.Serial(k.cred.Cert), At: o.Now()}
	return k, nil
}

// Credentials lists the account's certificates. ask gets the user's password where the
// account does not keep it.
func Credentials(ctx context.Context, a Account, s Secrets, ask Ask) ([]Credential, error) {
	k, all, err := dial(ctx, "", a, s, Options{Ask: ask})
	if err != nil {
		return nil, err
	}
	return all, k.Close()
}

// Choose finds the account's certificate among its credentials, as Open does.
func (a Account) Choose(all []Credential) (Credential, error) { return choose(all, a.Credential) }

// Check says what of an account is wrong as far as can be seen without the service.
func (a Account) Check() error {
	_, _, err := a.client()
	return err
}

func (a Account) client() (Service, *client, error) {
	service, ok := Find(a.Kind)
	if !ok {
		return service, nil, incomplete("loại dịch vụ (--service)")
	}
	if a.URL == "" {
		a.URL = service.URL
	}
	if a.URL == "" {
		return service, nil, incomplete("địa chỉ (--url)")
	}
	c, err := newClient(a.URL, a.CA)
	return service, c, err
}

// takesPassword reports whether the log-in wants the user's own password.
func (a Account) takesPassword() bool {
	return a.Kind == MISA || a.Kind == SmartCA || a.Kind == CSC1 && a.ClientID == ""
}

func dial(ctx context.Context, name string, a Account, s Secrets, o Options) (*Key, []Credential, error) {
	service, c, err := a.client()
	if err != nil {
		return nil, nil, fmt.Errorf("open remote key: %w", err)
	}
	k := &Key{service: service, account: name, secrets: s.copy(), options: o}
	if a.AskPassword && a.takesPassword() && len(k.secrets.User) == 0 {
		if k.secrets.User, err = answered(ctx, k.asks(&Ticket{}), AskPassword); err != nil {
			return nil, nil, fmt.Errorf("open remote key: %w", err)
		}
	}
	k.protocol = service.open(c, a, k.secrets)
	all, err := k.protocol.credentials(ctx)
	if err != nil {
		k.Close()
		return nil, nil, fmt.Errorf("open remote key: %w", err)
	}
	return k, all, nil
}

func choose(all []Credential, wanted string) (Credential, error) {
	if wanted != "" {
		all = slices.DeleteFunc(slices.Clone(all), func(c Credential) bool {
			return c.ID != wanted && !strings.EqualFold(signing.Serial(c.Cert), wanted)
		})
	}
	switch len(all) {
	case 1:
		return all[0], nil
	case 0:
		return Credential{}, signing.Refuse(signing.ErrKeyMissing, nil, "Chưa ký được: tài khoản ký từ xa không có chứng thư số nào dùng được. Đăng nhập thử ở «Chữ ký số» hoặc bằng bhxh remote test, hoặc kích hoạt chứng thư với nhà cung cấp.")
	}
	var names []string
	for _, c := range all {
		names = append(names, fmt.Sprintf("%s (%s, mã số thuế %s)", signing.Serial(c.Cert), signing.CommonName(c.Cert), orNone(signing.TaxCode(c.Cert))))
	}
	return Credential{}, signing.Refuse(signing.ErrSeveralKeys, nil, "Chưa ký được: tài khoản ký từ xa có %d chứng thư số: %s. Khai lại kèm số sê-ri của một chứng thư, ở «Chữ ký số» hoặc bằng bhxh remote add --credential SỐ_SÊ_RI.", len(all), strings.Join(names, "; "))
}

func orNone(s string) string {
	if s == "" {
		return "không ghi"
	}
	return s
}
