package pkcs11_test

import (
	"context"
	"os"
	"testing"

	"ankhai/signing"
	"ankhai/signing/pkcs11"
)

// A driver that a Windows C compiler laid out: found out for what it is, loaded by a
// helper, read before login, and it signs. TestUnderWine starts this with its DLL.
func TestWindowsDriver(t *testing.T) {
	dll := os.Getenv("ANKHAI_TOKEN_DLL")
	if dll == "" {
		t.Skip("ANKHAI_TOKEN_DLL names no driver")
	}
	d := drivers(t, 0)
	slots, err := d.Slots(context.Background(), dll, trusted)
	if err != nil {
		t.Fatal(err)
	}
	if len(slots) != 1 || slots[0].Description != "Reader of the test" || slots[0].Token == nil {
		t.Fatalf("slots %+v", slots)
	}
	token := slots[0].Token
	if token.Label != "Token W" || token.Serial != "0001" || token.Model != "thu" || token.MinPIN != 6 || token.MaxPIN != 12 || !token.CanSign || !token.HasPIN ||
		len(token.Certificates) != 1 || token.Certificates[0].ID != "0a1b" || token.Certificates[0].Label != "nhan" || !token.Certificates[0].KeySeen {
		t.Errorf("token %+v", token)
	}
	choice := pkcs11.Choice{Module: dll, Cert: "0A1B", Consent: trusted}
	_, err = d.Open(context.Background(), choice, []byte("111111"))
	want(t, err, signing.ErrPINWrong, "mã PIN không đúng")
	key, err := d.Open(context.Background(), choice, pin())
	if err != nil {
		t.Fatal(err)
	}
	if err := sign(key); err != nil {
		t.Error(err)
	}
	if err := key.Close(); err != nil {
		t.Error(err)
	}
}
