package khoa

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// desk is a real data folder with the dialogs on it. The window's dialogs are the
// test host's.
type desk struct {
	*Desk
	t    *testing.T
	host *uitest.Host
	o    *office.Office
}

func open(t *testing.T) *desk {
	t.Helper()
	a := uitest.App(t)
	now := func() time.Time { return time.Date(2026, 11, 22, 7, 32, 7, 0, time.UTC) }
	o, err := office.Open(context.Background(), office.Config{Dir: t.TempDir(), Now: now, Keys: uitest.DataKeys(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	h := uitest.NewHost()
	d := New(o, h)
	d.pick = func(int) int { return 2 }
	clip := a.Clipboard()
	d.clipboard = func() fyne.Clipboard { return clip }
	return &desk{d, t, h, o}
}

// last is the dialog on top.
func (d *desk) last() fyne.CanvasObject {
	d.t.Helper()
	if len(d.host.Dialogs) == 0 {
		d.t.Fatal("no dialog")
	}
	return d.host.Dialogs[len(d.host.Dialogs)-1]
}

func (d *desk) title(want string) {
	d.t.Helper()
	if got := d.host.Titles[len(d.host.Titles)-1]; got != want {
		d.t.Fatalf("dialog «%s», want «%s»; failed %v", got, want, d.host.Failed)
	}
}

func (d *desk) says(part string) {
	d.t.Helper()
	if words := strings.Join(uitest.Words(d.last()), "|"); !strings.Contains(words, part) {
		d.t.Errorf("the dialog lacks %q: %s", part, words)
	}
}

// fill types into the fields of the dialog and presses Enter in the last one.
func (d *desk) fill(texts ...string) {
	d.t.Helper()
	entries := uitest.Find[*xwidget.Entry](d.last())
	if len(entries) != len(texts) {
		d.t.Fatalf("%d fields, want %d", len(entries), len(texts))
	}
	for i, text := range texts {
		entries[i].SetText(text)
	}
	entries[len(entries)-1].OnSubmitted(texts[len(texts)-1])
}

// groups reads the recovery key off the dialog.
func (d *desk) groups() []string {
	var out []string
	words := uitest.Words(d.last())
	for i, w := range words {
		if strings.HasPrefix(w, "nhóm ") {
			out = append(out, words[i+1])
		}
	}
	return out
}

// A first run: nothing is there but the machine's key. A recovery key is made,
// saved, copied, and counts when a group was typed back.
func TestRecoveryKeyIsShownSavedAndTypedBack(t *testing.T) {
	d := open(t)
	d.Offer()
	d.title("Khoá dữ liệu")
	for _, part := range []string{"Khoá theo máy (tạm)", "Dữ liệu chưa có mật khẩu", "Chưa có khoá khôi phục"} {
		d.says(part)
	}
	uitest.Press(t, d.last(), "Tạo khoá khôi phục")
	d.title("Khoá khôi phục")
	groups := d.groups()
	if len(groups) != 7 || len(groups[2]) != 5 {
		t.Fatalf("groups %q", groups)
	}
	uitest.Press(t, d.last(), "Lưu thành tệp để in")
	whole := strings.Join(groups, "-")
	if len(d.host.Kept) != 1 || !bytes.Contains(d.host.Kept[0].Bytes, []byte(whole)) {
		t.Errorf("the saved file lacks the key: %d files", len(d.host.Kept))
	}
	uitest.Press(t, d.last(), "Sao chép")
	if got := d.clipboard().Content(); got != whole || len(d.host.Later) != 1 {
		t.Errorf("clipboard %q, %d things later", got, len(d.host.Later))
	}
	d.host.Later[0]()
	if got := d.clipboard().Content(); got != "" {
		t.Errorf("a minute later the clipboard still holds %q", got)
	}
	uitest.Press(t, d.last(), "Sao chép")
	d.clipboard().SetContent("của người dùng")
	d.host.Later[1]()
	if got := d.clipboard().Content(); got != "của người dùng" {
		t.Errorf("what a person copied later is %q", got)
	}
	d.fill(groups[1])
	d.says("Nhóm 3 gõ chưa đúng")
	if len(d.o.Protection().Lacks) != 2 {
		t.Error("a wrong group counts")
	}
	d.fill(strings.ToLower(groups[2]))
	d.title("Khoá dữ liệu")
	d.says("đã in và thử lại ngày 22/11/2026")
	if l := d.o.Protection().Lacks; len(l) != 1 || l[0].Kind != "passphrase" || d.host.Changes != 1 {
		t.Errorf("still missing: %+v; %d changes", l, d.host.Changes)
	}
	n := len(d.host.Dialogs)
	if d.Offer(); len(d.host.Dialogs) != n {
		t.Error("a recovery key is offered a second time")
	}
}

// A key that was printed but not typed back is asked for from paper.
func TestPaperIsTried(t *testing.T) {
	d := open(t)
	d.newRecovery()
	groups := d.groups()
	uitest.Press(t, d.last(), "Để sau")
	d.Show()
	d.says("Khoá khôi phục chưa được gõ thử lại")
	uitest.Press(t, d.last(), "Gõ thử từ tờ in")
	wrong := append([]string(nil), groups...)
	wrong[4] = "00000"
	if wrong[4] == groups[4] {
		wrong[4] = "00001"
	}
	d.fill(strings.Join(wrong, " "))
	d.says("nhóm 5 gõ sai")
	d.fill(strings.Join(groups, " "))
	d.title("Khoá dữ liệu")
	if d.o.Protection().Slots[1].Tried.IsZero() {
		t.Error("the key does not count")
	}
}

func TestPassphraseDialog(t *testing.T) {
	d := open(t)
	d.Show()
	uitest.Press(t, d.last(), "Đặt mật khẩu")
	d.title("Mật khẩu dữ liệu")
	d.fill("ngắn", "ngắn")
	d.says("ít nhất 12 ký tự")
	d.fill("bốn từ dễ nhớ", "bốn từ dễ quên")
	d.says("Hai lần gõ khác nhau")
	d.fill("bốn từ dễ nhớ", "bốn từ dễ nhớ")
	d.title("Khoá dữ liệu")
	if p := d.o.Protection(); len(p.Slots) != 1 || p.Slots[0].Kind != "passphrase" {
		t.Errorf("slots %+v", p.Slots)
	}
	uitest.Press(t, d.last(), "Bỏ mật khẩu")
	if len(d.host.Failed) != 1 || !strings.Contains(office.Say(d.host.Failed[0]), "duy nhất") {
		t.Errorf("the last way is taken: %v", d.host.Failed)
	}
	d.Show()
	uitest.Press(t, d.last(), "Giữ khoá trong kho khoá của máy")
	if len(d.host.Failed) != 2 || !strings.Contains(office.Say(d.host.Failed[1]), "không trả lời") {
		t.Errorf("no keyring: %v", d.host.Failed)
	}
}

// broken fails at everything.
type broken struct{ Source }

func (broken) Protection() office.Protection { return office.Protection{} }
func (broken) NewRecovery(context.Context) (office.RecoveryKey, error) {
	return office.RecoveryKey{}, errors.New("broken")
}

func TestFailureIsTold(t *testing.T) {
	uitest.App(t)
	h := uitest.NewHost()
	New(broken{}, h).newRecovery()
	if len(h.Failed) != 1 || len(h.Dialogs) != 0 {
		t.Errorf("failed %v, %d dialogs", h.Failed, len(h.Dialogs))
	}
}

// fixed shows a key and dates that do not change, for the pictures.
type fixed struct{ Source }

func (fixed) Protection() office.Protection {
	at := time.Date(2026, 11, 20, 3, 0, 0, 0, time.UTC)
	return office.Protection{
		OpenedBy: "keyring",
		Slots: []office.Slot{{Kind: "keyring", Name: "kho khoá của hệ điều hành", Made: at},
			{Kind: "passphrase", Name: "mật khẩu dữ liệu", Made: at}},
		Lacks: []office.Lack{{Kind: "recovery", Title: "Chưa có khoá khôi phục",
			Say: "Khi hỏng máy, cài lại máy hoặc quên mật khẩu thì không mở lại được dữ liệu."}},
	}
}

func TestDialogPictures(t *testing.T) {
	uitest.App(t)
	for name, show := range map[string]func(*Desk){
		"khoa-du-lieu": (*Desk).Show,
		"khoa-khoi-phuc": func(d *Desk) {
			key, err := office.ParseRecoveryKey([]byte("3AHRF-Z6DM1-V29GQ-QY5CB-KT18X-FPX4K-BJS05"))
			if err != nil {
				t.Fatal(err)
			}
			d.showRecovery(key)
		},
		"mat-khau": (*Desk).askPassphrase,
	} {
		h := uitest.NewHost()
		d := New(fixed{}, h)
		d.pick = func(int) int { return 2 }
		show(d)
		w := test.NewTempWindow(t, h.Dialogs[0])
		w.SetPadded(true)
		w.Resize(fyne.NewSize(640, h.Dialogs[0].MinSize().Height+60))
		uitest.Golden(t, name, w.Canvas())
	}
}
