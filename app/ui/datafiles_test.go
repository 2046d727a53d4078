package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// saved answers Fyne's dialog for a new file.
func saved(t *testing.T, w fyne.Window) {
	t.Helper()
	answered(t, w, "Lưu")
}

// answered presses the button of one of Fyne's own dialogs.
func answered(t *testing.T, w fyne.Window, words string) {
	t.Helper()
	for _, b := range uitest.Find[*widget.Button](w.Canvas().Overlays().Top()) {
		if b.Text == words {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("nobody asks for «%s»", words)
}

// A company is handed over in one window and dropped on another, on real data folders: the
// passphrase is asked for, what is in it is shown, and what is here already is said.
func TestAnEmployerIsHandedOver(t *testing.T) {
	uitest.App(t)
	o, dv := rehearsed(t)
	s, w := windowOn(t, o)
	dir := t.TempDir()
	fyne.CurrentApp().Preferences().SetString(folderKey(true, office.BackupEnding), dir)
	s.GiveEmployer()
	for _, e := range uitest.Find[*xwidget.Entry](w.Canvas().Overlays().Top()) {
		e.SetText("bốn từ bất kỳ")
	}
	uitest.Golden(t, "giao-don-vi", w.Canvas())
	uitest.Press(t, w.Canvas().Overlays().Top(), "Chọn nơi ghi tệp…")
	saved(t, w)
	path := filepath.Join(dir, "don-vi-"+dv.MaSoThue+".ankhai")
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	if said := strings.Join(uitest.Words(w.Canvas().Overlays().Top()), "|"); !strings.Contains(said, filepath.Base(path)) {
		t.Errorf("afterwards the window says %s", said)
	}
	uitest.Press(t, w.Canvas().Overlays().Top(), "Đã rõ")

	next := desk(t, t.TempDir())
	defer next.Close()
	n, other := windowOn(t, next)
	take := func(yes string) {
		t.Helper()
		n.dropped([]fyne.URI{storage.NewFileURI(path)}) // nobody is at hand yet
		uitest.Find[*xwidget.Entry](other.Canvas().Overlays().Top())[0].SetText("bốn từ bất kỳ")
		uitest.Press(t, other.Canvas().Overlays().Top(), "Mở")
		uitest.Press(t, other.Canvas().Overlays().Top(), yes)
		uitest.Press(t, other.Canvas().Overlays().Top(), "Đã rõ")
	}
	take("Nhận đơn vị")
	got, err := next.Company(t.Context())
	if err != nil || got.MaSoThue != dv.MaSoThue || got.Ten != dv.Ten || n.company.MaSoThue != dv.MaSoThue {
		t.Errorf("got %s %s, %v; at hand is %s", got.MaSoThue, got.Ten, err, n.company.MaSoThue)
	}
	take("Thay phần chưa ký")
	if all, err := next.Companies(t.Context()); err != nil || len(all) != 1 {
		t.Errorf("twice: %v, %v", all, err)
	}
}

// An open export that is dropped is looked at as one that is chosen, and behind the lock
// nothing is.
func TestAnOpenExportIsDropped(t *testing.T) {
	uitest.App(t)
	o, dv := rehearsed(t)
	path := filepath.Join(t.TempDir(), "mo.zip")
	if _, err := o.OpenExport(t.Context(), dv.MaSoThue, path); err != nil {
		t.Fatal(err)
	}
	s, w := windowOn(t, o)
	s.dropped([]fyne.URI{storage.NewFileURI(path)})
	uitest.Press(t, w.Canvas().Overlays().Top(), "Thay phần chưa ký")
	s.cover = &locked{}
	s.dropped([]fyne.URI{storage.NewFileURI(path)})
	if w.Canvas().Overlays().Top() != nil {
		t.Error("a file that was dropped on the lock is looked at")
	}
}

// Everything goes into a file in one window; in another it is verified with its passphrase,
// one company comes back from it, and then everything.
func TestABackupGoesToAnotherComputer(t *testing.T) {
	uitest.App(t)
	o, dv := rehearsed(t)
	if err := o.SetPassphrase(t.Context(), []byte("mật khẩu dữ liệu này")); err != nil {
		t.Fatal(err)
	}
	s, w := windowOn(t, o)
	dir := t.TempDir()
	fyne.CurrentApp().Preferences().SetString(folderKey(true, office.BackupEnding), dir)
	s.files.BackUp()
	saved(t, w)
	path := filepath.Join(dir, "an-khai-"+o.Today().ISO()+".ankhai")
	if said := strings.Join(uitest.Words(w.Canvas().Overlays().Top()), "|"); !strings.Contains(said, filepath.Base(path)+"|"+dir) || !strings.Contains(said, "1 đơn vị, 120 người") {
		t.Errorf("afterwards the window says %s", said)
	}

	there := t.TempDir()
	next := desk(t, there)
	n, other := windowOn(t, next)
	last := next
	n.home = Home{conf(there), func() (Office, error) { last = desk(t, there); return last, nil }}
	open := func(do func(path string)) {
		t.Helper()
		do(path)
		uitest.Find[*xwidget.Entry](other.Canvas().Overlays().Top())[0].SetText("mật khẩu dữ liệu này")
		uitest.Press(t, other.Canvas().Overlays().Top(), "Mở")
	}
	open(n.files.Verify)
	uitest.Golden(t, "ban-sao-doc-duoc", other.Canvas())
	uitest.Press(t, other.Canvas().Overlays().Top(), "Lấy lại một đơn vị…")
	uitest.Press(t, other.Canvas().Overlays().Top(), "Lấy lại đơn vị")
	uitest.Press(t, other.Canvas().Overlays().Top(), "Đã rõ")
	if got, err := next.Company(t.Context()); err != nil || got.MaSoThue != dv.MaSoThue {
		t.Errorf("taken back %s, %v", got.MaSoThue, err)
	}
	n.TakeBack() // the taking made a backup of what was here before, which was nobody
	uitest.Press(t, other.Canvas().Overlays().Top(), "Chọn")
	if got := n.status.said.Words; got != "Trong tệp không có đơn vị nào" {
		t.Errorf("of a backup of nobody the window says %q", got)
	}
	open(n.files.Restore)
	uitest.Press(t, other.Canvas().Overlays().Top(), "Khôi phục")
	defer last.Close()
	if last == next {
		t.Fatal("the data folder was not opened again")
	}
	if got, err := last.Company(t.Context()); err != nil || got.MaSoThue != dv.MaSoThue {
		t.Errorf("restored %s, %v", got.MaSoThue, err)
	}
}
