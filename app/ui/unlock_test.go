package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// lockedData is a data folder that opens with a passphrase or a recovery key
// only, and that recovery key.
func lockedData(t *testing.T) (c office.Config, recovery string) {
	t.Helper()
	c = office.Config{Dir: t.TempDir(), Now: clock, Keys: office.Sources{Passphrase: []byte("bốn từ dễ nhớ")}}
	o, err := office.Open(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	key, err := o.NewRecovery(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	c.Keys = office.Sources{}
	return c, string(key.Text())
}

// asked opens the small window on a data folder that does not open by itself.
func asked(t *testing.T, c office.Config) (u *unlock, w fyne.Window, o **office.Office) {
	t.Helper()
	uitest.App(t)
	w = test.NewWindow(nil)
	o = new(*office.Office)
	_, why := office.Open(context.Background(), c)
	if !office.NeedsKey(why) {
		t.Fatalf("the data opens by itself: %v", why)
	}
	u = newUnlock(w, &task.Runner{Window: w}, why, func(passphrase, recovery []byte) (err error) {
		try := c
		try.Keys.Passphrase, try.Keys.Recovery = passphrase, recovery
		*o, err = office.Open(context.Background(), try)
		return err
	}, func() {})
	t.Cleanup(func() {
		if *o == nil {
			w.Close() // it closes itself once the data is open
			return
		}
		(*o).Close()
	})
	return u, w, o
}

func TestUnlockByPassphrase(t *testing.T) {
	c, _ := lockedData(t)
	u, w, o := asked(t, c)
	uitest.Golden(t, "mo-du-lieu", w.Canvas())
	uitest.Press(t, w.Content(), "Mở dữ liệu")
	if !strings.Contains(u.fault.Words, "Chưa gõ gì") {
		t.Errorf("with nothing typed it says %q", u.fault.Words)
	}
	uitest.Type(w.Canvas(), "bốn từ dễ quên")
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if !strings.Contains(u.fault.Words, "Mật khẩu dữ liệu không đúng") || u.passphrase.Text != "" {
		t.Errorf("a wrong passphrase: %q, the field holds %q", u.fault.Words, u.passphrase.Text)
	}
	uitest.Golden(t, "mo-du-lieu-sai", w.Canvas())
	if *o != nil {
		t.Fatal("it opened")
	}
	uitest.Type(w.Canvas(), "bốn từ dễ nhớ")
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if *o == nil {
		t.Fatalf("it does not open: %q", u.fault.Words)
	}
}

func TestUnlockByRecoveryKey(t *testing.T) {
	c, key := lockedData(t)
	u, w, o := asked(t, c)
	wrong := []byte(key)
	wrong[0] = map[bool]byte{true: '8', false: '7'}[wrong[0] == '7']
	u.recovery.SetText(string(wrong))
	uitest.Press(t, w.Content(), "Mở dữ liệu")
	if !strings.Contains(u.fault.Words, "nhóm 1 gõ sai") || u.recovery.Text != string(wrong) {
		t.Errorf("a mistyped key: %q, the field holds %q", u.fault.Words, u.recovery.Text)
	}
	u.recovery.SetText(strings.ToLower(key))
	uitest.Press(t, w.Content(), "Mở dữ liệu")
	if *o == nil {
		t.Fatalf("it does not open: %q", u.fault.Words)
	}
}

// Data that only this machine's lost key opened has nothing to be typed: the
// window says so and tries again.
func TestUnlockWithNothingToType(t *testing.T) {
	keys := uitest.DataKeys(t)
	c := office.Config{Dir: t.TempDir(), Now: clock, Keys: keys}
	o, err := office.Open(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	c.Keys = office.Sources{}
	u, w, _ := asked(t, c)
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "không có mật khẩu và khoá khôi phục") {
		t.Errorf("the window says %s", words)
	}
	uitest.Press(t, w.Content(), "Thử lại")
	if u.fault.Words == "" {
		t.Error("a second failure is not told")
	}
}

// Begin opens what opens by itself, asks where it does not, and fails with words
// where no key would help.
func TestBegin(t *testing.T) {
	a := uitest.App(t)
	c := office.Config{Dir: t.TempDir(), Now: clock, Keys: uitest.DataKeys(t)}
	before := len(a.Driver().AllWindows())
	end, err := Begin(context.Background(), a, c, false)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(a.Driver().AllWindows()) - before; n != 1 {
		t.Errorf("%d windows", n)
	}
	if _, err := Begin(context.Background(), a, c, false); !office.Busy(err) {
		t.Errorf("a second window on the folder: %v", err)
	}
	if err := end(true); err != nil {
		t.Fatal(err)
	}
	locked, _ := lockedData(t)
	end, err = Begin(context.Background(), a, locked, false)
	if err != nil {
		t.Fatal(err)
	}
	asks := 0
	for _, w := range a.Driver().AllWindows() {
		for _, b := range uitest.Find[*xwidget.Button](w.Content()) {
			if b.Words == "Mở dữ liệu" {
				asks++
			}
		}
	}
	if asks != 1 {
		t.Errorf("%d windows ask for the key", asks)
	}
	if err := errors.Join(end(true)); err != nil {
		t.Error(err)
	}
}
