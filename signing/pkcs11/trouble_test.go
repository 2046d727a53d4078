package pkcs11_test

import (
	"context"
	"crypto"
	"errors"
	"testing"
	"time"

	"ankhai/signing"
	"ankhai/signing/pkcs11"
	"ankhai/signing/signtest/fakedriver"
	"ankhai/signing/signtest/softhsm"
)

// hangLimit is how long tests of hanging drivers wait; the real limit is longer.
const hangLimit = 6 * time.Second

// A driver that hangs is ended, whatever it was doing, and the next call works.
func TestHangingDriver(t *testing.T) {
	for _, call := range []string{"C_Initialize", "C_GetSlotList", "C_GetTokenInfo", "C_Login", "C_Sign"} {
		t.Run(call, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, "hang="+call)
			r.Drivers = drivers(t, hangLimit)
			key, err := r.Open(context.Background(), r.choice(), pin())
			if err == nil {
				err = sign(key)
			}
			want(t, err, signing.ErrDriverHung, "không trả lời")
			r.fake.Order(t)
			if key != nil {
				want(t, sign(key), signing.ErrTokenMissing, "Cắm lại")
			}
			if err := sign(r.open(t)); err != nil {
				t.Errorf("after the driver was ended: %v", err)
			}
		})
	}
}

// A person who gives up need not wait for the driver.
func TestCancelled(t *testing.T) {
	r := newRig(t, "hang=C_Sign")
	key := r.open(t)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	_, err := key.SignContext(ctx, make([]byte, 32), crypto.SHA256)
	want(t, err, signing.ErrCancelled, "huỷ")
}

// Drivers that crash or end the program end the helper alone.
func TestCrashingDriver(t *testing.T) {
	whole := newRig(t)
	for _, order := range []string{"crash=C_GetSlotList", "crash=C_Login", "exit=C_Sign", "crash=C_Sign"} {
		r := whole.again(t, order)
		key, err := r.Open(context.Background(), r.choice(), pin())
		if err == nil {
			err = sign(key)
		}
		want(t, err, signing.ErrDriver, "tự dừng")
		r.fake.Order(t)
		if err := sign(r.open(t)); err != nil {
			t.Errorf("after %s: %v", order, err)
		}
	}
}

// Odd habits that a signature survives: noise on standard output, sizes of zero,
// counts that cannot be, sessions that may only read, no list of mechanisms.
func TestOddDriversSign(t *testing.T) {
	whole := newRig(t)
	for _, order := range []string{"print=1", "zero=1", "many=1", "readonly=1", "mech=0xFFFF0001", "fail=C_GetMechanismList:1:0x54"} {
		r := whole.again(t, order)
		if err := sign(r.open(t)); err != nil {
			t.Errorf("%s: %v", order, err)
		}
	}
}

// A value that does not verify is never handed on.
func TestWrongSignature(t *testing.T) {
	r := newRig(t, "flip=1")
	want(t, sign(r.open(t)), signing.ErrKeyMismatch, "không khớp")
}

// What drivers answer, in words.
func TestRefusals(t *testing.T) {
	whole := newRig(t)
	for order, c := range map[string]struct {
		kind  error
		words string
	}{
		"fail=C_Initialize:1:0x30":  {signing.ErrDriver, "dịch vụ thẻ thông minh"},
		"fail=C_GetSlotList:1:0x5":  {signing.ErrDriver, "dịch vụ thẻ thông minh"},
		"fail=C_Login:1:0xA3":       {signing.ErrPINWrong, "hết hạn"},
		"fail=C_Login:1:0xA4":       {signing.ErrPINLocked, "bị khoá"},
		"fail=C_Login:1:0x50":       {signing.ErrCancelled, "huỷ"},
		"fail=C_SignInit:1:0x70":    {signing.ErrKeyUnsupported, "RSA PKCS #1"},
		"fail=C_SignInit:1:0x60":    {signing.ErrKeyMissing, "khoá bí mật"},
		"fail=C_Sign:1:0x32":        {signing.ErrTokenMissing, "Cắm lại"},
		"fail=C_Sign:1:0x31":        {signing.ErrDriver, "bộ nhớ"},
		"fail=C_Sign:1:0x80000001":  {signing.ErrDriver, "0x80000001"},
		"nolist=1":                  {signing.ErrDriver, "dịch vụ thẻ thông minh"},
		"fail=C_OpenSession:1:0xE1": {signing.ErrDriver, "không nhận ra"},
		"noslots=1":                 {signing.ErrTokenMissing, "không thấy USB token"},
	} {
		r := whole.again(t, order)
		key, err := r.Open(context.Background(), r.choice(), pin())
		if err == nil {
			err = sign(key)
		}
		if !errors.Is(err, c.kind) {
			t.Errorf("after %s:", order)
		}
		want(t, err, c.kind, c.words)
	}
}

// Pulled out in the middle of a batch and put back: the open key says so and stays
// dead; opened again it signs on.
func TestTokenPulledOut(t *testing.T) {
	r := newRig(t)
	key := r.open(t)
	if err := sign(key); err != nil {
		t.Fatal(err)
	}
	r.fake.Order(t, "gone=1")
	want(t, sign(key), signing.ErrTokenMissing, "Cắm lại")
	_, err := r.Open(context.Background(), r.choice(), pin())
	want(t, err, signing.ErrTokenMissing, "Cắm lại")
	if err := key.Close(); err != nil {
		t.Error(err)
	}
	r.fake.Order(t)
	if err := sign(r.open(t)); err != nil {
		t.Errorf("put back: %v", err)
	}
}

// Calls from several goroutines go one after the other.
func TestSerialised(t *testing.T) {
	r := newRig(t)
	key := r.open(t)
	errs := make(chan error)
	for range 8 {
		go func() { errs <- sign(key) }()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

// An empty reader store and a store without certificates.
func TestNothingToSignWith(t *testing.T) {
	store := softhsm.New(t, "Trống")
	fake := fakedriver.New(t, store)
	d := drivers(t, 0)
	_, err := d.Open(context.Background(), pkcs11.Choice{Module: fake.Path, Consent: trusted}, pin())
	want(t, err, signing.ErrKeyMissing, "không có chứng thư số")
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	_, err = d.Open(context.Background(), pkcs11.Choice{Module: fake.Path, Consent: trusted}, pin())
	want(t, err, signing.ErrTokenMissing, "token")
}

// Closing does not wait for a driver that hangs.
func TestCloseWhileHanging(t *testing.T) {
	r := newRig(t, "hang=C_Sign")
	key := r.open(t)
	got := make(chan error)
	go func() { got <- sign(key) }()
	time.Sleep(50 * time.Millisecond)
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if err := <-got; !errors.Is(err, signing.ErrCancelled) && !errors.Is(err, signing.ErrTokenMissing) {
		t.Errorf("got %v", err)
	}
	if err := key.Close(); err != nil {
		t.Error(err)
	}
}
