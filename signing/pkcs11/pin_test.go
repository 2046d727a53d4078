package pkcs11_test

import (
	"context"
	"os"
	"testing"

	"ankhai/signing"
	"ankhai/signing/pkcs11"
	"ankhai/signing/signtest/softhsm"
)

func (r rig) try(choice pkcs11.Choice, secret string) error {
	key, err := r.Open(context.Background(), choice, []byte(secret))
	if err == nil {
		err = key.Close()
	}
	return err
}

// Three tries, then the lock: told before the last one, which is used only with
// consent, and a refused PIN is not sent a second time.
func TestWrongPINLastTryLocked(t *testing.T) {
	r := newRig(t, "tries=3")
	c := r.choice()
	want(t, r.try(c, "111111"), signing.ErrPINWrong, "mã PIN không đúng. Kiểm tra")
	want(t, r.try(c, "111111"), signing.ErrPINWrong, "vừa bị token từ chối")
	if n := counted(t, r); n != "1" {
		t.Errorf("the token counted %s wrong PINs, want 1", n)
	}
	want(t, r.try(c, "222222"), signing.ErrPINWrong, "chỉ còn một lần")
	want(t, r.try(c, softhsm.PIN), signing.ErrPINLastTry, "xác nhận")
	if n := counted(t, r); n != "2" {
		t.Errorf("the token counted %s wrong PINs, want 2", n)
	}
	c.LastTry = true
	want(t, r.try(c, "333333"), signing.ErrPINLocked, "đã bị khoá")
	want(t, r.try(c, softhsm.PIN), signing.ErrPINLocked, "bị khoá")
}

// The last try with the right PIN opens the key and clears the count.
func TestLastTryIsRight(t *testing.T) {
	r := newRig(t, "tries=2")
	c := r.choice()
	want(t, r.try(c, "111111"), signing.ErrPINWrong, "chỉ còn một lần")
	c.LastTry = true
	if err := r.try(c, softhsm.PIN); err != nil {
		t.Fatal(err)
	}
	if err := r.try(r.choice(), softhsm.PIN); err != nil {
		t.Errorf("after the right PIN: %v", err)
	}
}

func counted(t *testing.T, r rig) string {
	t.Helper()
	n, err := os.ReadFile(r.fake.Path + ".conf.tries")
	if err != nil {
		t.Fatal(err)
	}
	return string(n)
}

// What cannot be the PIN is not sent at all.
func TestPINsThatAreNotSent(t *testing.T) {
	r := newRig(t, "fail=C_Login:1:0x30")
	c := r.choice()
	want(t, r.try(c, ""), signing.ErrPINWrong, "chưa nhập mã PIN")
	want(t, r.try(c, "12"), signing.ErrPINWrong, "chưa tính là nhập sai")
	r.fake.Order(t, "flags=0x80000")
	want(t, r.try(c, softhsm.PIN), signing.ErrPINWrong, "đổi mã PIN trước lần dùng đầu")
	r.fake.Order(t, "clear=0x8")
	want(t, r.try(c, softhsm.PIN), signing.ErrPINWrong, "chưa đặt mã PIN")
}

// The secret is wiped, whatever happens.
func TestPINIsWiped(t *testing.T) {
	r := newRig(t)
	for _, s := range []string{softhsm.PIN, "999999", "1"} {
		secret := []byte(s)
		if key, err := r.Open(context.Background(), r.choice(), secret); err == nil {
			_ = key.Close()
		}
		for _, b := range secret {
			if b != 0 {
				t.Errorf("%q is still in memory", s)
				break
			}
		}
	}
}

// A token with a PIN pad takes no PIN from this computer.
func TestPINPad(t *testing.T) {
	r := newRig(t, "pad=1", "padpin="+softhsm.PIN)
	key, err := r.Open(context.Background(), r.choice(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := sign(key); err != nil {
		t.Error(err)
	}
	if err := key.Close(); err != nil {
		t.Error(err)
	}
	r.fake.Order(t, "pad=1", "padpin=000000")
	_, err = r.Open(context.Background(), r.choice(), nil)
	want(t, err, signing.ErrPINWrong, "mã PIN không đúng")
}
