package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// After a sudden end the window stands in the dossier, leaf and cell where it stood,
// and says what was kept. After an end by a person it starts as ever.
func TestFindBack(t *testing.T) {
	ctx := context.Background()
	o, err := office.Open(ctx, office.Config{Dir: t.TempDir(), Now: clock, Keys: uitest.DataKeys(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	uitest.App(t)
	window := func() (*Shell, fyne.Window) {
		w := test.NewTempWindow(t, nil)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(1366, 768))
		s := New(o, w, &task.Runner{Window: w}, clock)
		s.Start()
		w.Resize(fyne.NewSize(1366, 768))
		return s, w
	}
	s, w := window()
	uitest.Press(t, w.Content(), "Mở công ty mẫu")
	s.FindBack(func() {})
	noDialog(t, w)
	s.Go(office.Place{Screen: "bang-luong"})
	uitest.Press(t, w.Content(), "Lập hồ sơ")
	grid := uitest.Find[*xwidget.Grid](w.Content())[0]
	grid.Jump(7, 4)
	was := s.spot()
	if was.Screen != "ho-so" || was.Dossier == "" || was.Row != 7 || was.Col != 4 {
		t.Fatalf("stands at %+v", was)
	}
	if err := o.StandAt(ctx, was); err != nil {
		t.Fatal(err)
	}

	again, w2 := window()
	again.FindBack(func() {})
	if got := again.spot(); got != was {
		t.Errorf("stands at %+v, stood at %+v", got, was)
	}
	top := w2.Canvas().Overlays().Top()
	if words := strings.Join(uitest.Words(top), "|"); !strings.Contains(words, "dừng đột ngột") || !strings.Contains(words, was.Dossier) {
		t.Errorf("says %s", words)
	}
	uitest.Press(t, top, "Làm tiếp")
	noDialog(t, w2)

	if err := o.StandAt(ctx, was); err != nil {
		t.Fatal(err)
	}
	if err := o.Leave(ctx); err != nil {
		t.Fatal(err)
	}
	third, w3 := window()
	third.FindBack(func() {})
	noDialog(t, w3)
	if third.spot().Screen != "tong-quan" {
		t.Errorf("after a person closed it the window stands at %+v", third.spot())
	}
}

// The note of a fault of the program is offered once and copied whole.
func TestCrashNoteIsOffered(t *testing.T) {
	f := newFake()
	s, w := open(t, f, 1)
	note := office.CrashNote{At: time.Date(2026, 11, 22, 7, 0, 0, 0, time.UTC), System: "windows/amd64", Where: []string{"app/ui.(*Shell).Go shell.go:229"}}
	s.tellLeftOff(office.LeftOff{Crash: &note})
	top := w.Canvas().Overlays().Top()
	uitest.Press(t, top, "Chép báo cáo sự cố")
	if got := fyne.CurrentApp().Clipboard().Content(); got != note.Text() {
		t.Errorf("copied %q", got)
	}
	uitest.Press(t, top, "Làm tiếp")
	noDialog(t, w)
}

// Where the person stands is noted when it changes, and never for a window that has
// been replaced.
func TestNoteSpots(t *testing.T) {
	f := newFake()
	s, _ := open(t, f, 1)
	var later []func()
	s.runner.Clock = func(_ time.Duration, do func()) { later = append(later, do) }
	tick := func() {
		t.Helper()
		if len(later) != 1 {
			t.Fatalf("%d looks wait", len(later))
		}
		do := later[0]
		later = nil
		do()
	}
	s.NoteSpots()
	tick()
	if len(f.stood) != 0 {
		t.Errorf("noted %v without a move", f.stood)
	}
	s.Go(office.Place{Screen: "thu-tuc"})
	tick()
	tick()
	if len(f.stood) != 1 || f.stood[0].Screen != "thu-tuc" {
		t.Errorf("noted %v", f.stood)
	}
	s.over = true
	tick()
	if len(later) != 0 {
		t.Error("a window that is gone goes on looking")
	}
}
