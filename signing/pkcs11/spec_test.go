package pkcs11_test

import (
	"errors"
	"testing"

	"ankhai/signing/pkcs11"
)

func TestSpec(t *testing.T) {
	for spec, want := range map[string]pkcs11.Choice{
		"/usr/lib/x.so":                           {Module: "/usr/lib/x.so"},
		"/usr/lib/x.so?token=VNPT-CA":             {Module: "/usr/lib/x.so", Token: "VNPT-CA"},
		"/x.so?token=C%C3%B4ng+ty%26&cert=0a1b":   {Module: "/x.so", Token: "Công ty&", Cert: "0a1b"},
		`C:\Windows\System32\ca2_v34.dll?cert=01`: {Module: `C:\Windows\System32\ca2_v34.dll`, Cert: "01"},
		"/x.so?token=Công ty":                     {Module: "/x.so", Token: "Công ty"},
	} {
		got, err := pkcs11.ParseSpec(spec)
		if err != nil || got != want {
			t.Errorf("%s: %+v, %v", spec, got, err)
		}
		if again, err := pkcs11.ParseSpec(got.Spec()); err != nil || again != want {
			t.Errorf("%s written as %s reads %+v, %v", spec, got.Spec(), again, err)
		}
	}
	for _, bad := range []string{"", "?token=A", "/x.so?pin=123456", "/x.so?token=", "/x.so?token=A&token=B", "/x.so?cert=%zz"} {
		if got, err := pkcs11.ParseSpec(bad); !errors.Is(err, pkcs11.ErrSpec) {
			t.Errorf("%q: %+v, %v", bad, got, err)
		}
	}
}
