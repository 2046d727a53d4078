package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// A company leaves one window in files that anybody can read, and comes into another.
func TestOpenDataInTheWindow(t *testing.T) {
	o := desk(t, t.TempDir())
	defer o.Close()
	if err := o.Rehearse(t.Context()); err != nil {
		t.Fatal(err)
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	uitest.App(t)
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1366, 768))
	s := New(o, w, &task.Runner{Window: w}, clock)
	s.Start()
	s.OpenExport()
	said := strings.Join(texts(w.Canvas().Overlays().Top()), " ")
	if !strings.Contains(said, "không mã hoá: ai có tệp cũng đọc được") {
		t.Errorf("no warning: %s", said)
	}
	uitest.Press(t, w.Canvas().Overlays().Top(), "Để sau")
	at := filepath.Join(t.TempDir(), "mo") // as somebody types it
	s.writeOpen(at)
	s.writeOpen(at) // a second time is refused, and the first stays
	uitest.Press(t, w.Canvas().Overlays().Top(), "Đã rõ")

	next := desk(t, t.TempDir())
	defer next.Close()
	other := test.NewTempWindow(t, nil)
	other.Resize(fyne.NewSize(1366, 768))
	n := New(next, other, &task.Runner{Window: other}, clock)
	n.Start()
	bad := filepath.Join(t.TempDir(), "hong.zip")
	data, err := os.ReadFile(at + ".zip")
	if err != nil {
		t.Fatal(err)
	}
	data[bytes.Index(data, []byte("du-lieu/nguoi-lao-dong.json"))+200] ^= 1
	if err := os.WriteFile(bad, data, 0o600); err != nil {
		t.Fatal(err)
	}
	n.lookAtOpen(bad)
	uitest.Press(t, other.Canvas().Overlays().Top(), "Đã rõ")
	if all, err := next.Companies(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("after a damaged one: %v %v", all, err)
	}
	n.lookAtOpen(at + ".zip")
	if all, err := next.Companies(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("it was taken in before anybody agreed: %v %v", all, err)
	}
	uitest.Press(t, other.Canvas().Overlays().Top(), "Nhận đơn vị")
	got, err := next.Company(t.Context())
	if err != nil || got.MaSoThue != dv.MaSoThue || got.Ten != dv.Ten {
		t.Errorf("got %s %s, %v", got.MaSoThue, got.Ten, err)
	}
	n.lookAtOpen(at + ".zip")
	said = strings.Join(texts(other.Canvas().Overlays().Top()), " ")
	if !strings.Contains(said, "Đơn vị này đã có ở đây: phần chưa ký sẽ được thay") {
		t.Errorf("once more: %s", said)
	}
	uitest.Press(t, other.Canvas().Overlays().Top(), "Thay phần chưa ký")
}

// Where there are several companies all of them can leave at once, each in a file of its
// own; a second time on the same day is refused, and the first stays.
func TestOpenDataOfEveryCompany(t *testing.T) {
	uitest.App(t)
	o, dv := rehearsed(t)
	other := dv
	other.MaSoThue, other.Ten, other.ThucHanh = "0300588569", "CÔNG TY KHÁC", false
	if found, err := o.PutCompany(t.Context(), other); err != nil {
		t.Fatal(found, err)
	}
	s, w := windowOn(t, o)
	s.OpenExport()
	uitest.Golden(t, "xuat-mo-moi-don-vi", w.Canvas())
	dir := t.TempDir()
	fyne.CurrentApp().Preferences().SetString(folderKey(true, ""), dir)
	uitest.Press(t, w.Canvas().Overlays().Top(), "Mọi đơn vị…")
	answered(t, w, "Chọn")
	into := filepath.Join(dir, "du-lieu-mo-"+o.Today().ISO())
	for _, mst := range []string{dv.MaSoThue, other.MaSoThue} {
		if !office.IsOpenExport(filepath.Join(into, mst+".zip")) {
			t.Errorf("no open export of %s", mst)
		}
	}
	if got := s.status.said.Words; got != "Đã xuất 2 đơn vị, 120 người, 0 hồ sơ vào "+into || lastFolder(folderKey(true, "")) != dir {
		t.Errorf("says %q", got)
	}
	s.writeOpenAll(dir)
	if said := strings.Join(texts(w.Canvas().Overlays().Top()), " "); !strings.Contains(said, "Đã có tệp cùng tên") {
		t.Errorf("once more: %s", said)
	}
	uitest.Press(t, w.Canvas().Overlays().Top(), "Để sau")
}

// texts are the words that stand somewhere.
func texts(o fyne.CanvasObject) (out []string) {
	for _, x := range uitest.Find[*xwidget.Text](o) {
		out = append(out, x.Words)
	}
	return out
}
